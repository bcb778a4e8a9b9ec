"""Read by Orca at its start as a person's customizations: what it would have said goes to the file in PKM_SPOKEN.

Knows the names of Orca 43, Debian 12's; another one says nothing through this, and who listens finds that out.
"""

import os

import orca.settings as settings
import orca.speech as speech
from gi.repository import Atspi

_FILE = open(os.environ["PKM_SPOKEN"], "a", buffering=1, encoding="utf-8")  # noqa: SIM115  as long as Orca runs


def _say(text, acss=None, interrupt=True):
    _FILE.write(" ".join(text.split()) + "\n")


speech.init = lambda: None  # no sound, and no server for it
speech._speak = speech.speakCharacter = _say
settings.enableKeyEcho = settings.enableSound = settings.enableBraille = False
Atspi.set_timeout(20_000, 20_000)  # milliseconds in which a busy program answers
_say("Orca listens.")
