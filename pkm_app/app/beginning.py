"""Which folder the program works in: the one that was named, the one a person chose, or that of the sample library.

The choice stands in the settings of the profile: ``vault`` is the folder, ``sample`` is "on" while the sample library
is open, ``begun`` is "" until the first steps were seen, "later" when they were put off, "yes" when they are done.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.library.profile import Profile, find_profile, find_vault
from pkm_app.library.settings import Settings

Again = Literal["", "chosen", "given", "same"]
_CARRIED = ("language", "scheme", "scale", "motion", "reading.size")  # what the sample library looks like as well


@dataclass(frozen=True, slots=True)
class Opening:
    """What is to be opened: ``profile`` and ``folder``, with ``home`` the settings in which the choice stands."""

    profile: Profile
    folder: Path
    home: Settings
    home_profile: Profile
    sample: bool = False


def opening(vault: str = "", data: str = "") -> Opening:
    """Find out what to open; nothing is made yet. A folder that is named goes before everything that was chosen."""
    profile = find_profile(data)
    home = Settings(profile.config)
    if not vault and home.get("sample") == "on":
        inner = sample_profile(profile)
        return Opening(inner, sample_folder(profile), home, profile, sample=True)
    return Opening(profile, find_vault(vault, home.get("vault")), home, profile)


def sample_profile(profile: Profile) -> Profile:
    """Return the profile of the sample library: data, settings and caches of its own, so that nothing is mixed."""
    root = profile.data / "sample"
    return Profile(root / "data", root / "config", root / "cache")


def sample_folder(profile: Profile) -> Path:
    """Return the PKM folder of the sample library."""
    return profile.data / "sample" / "PKM"


class Beginning:
    """The first steps, and changing one's mind later. ``again`` says whether the window is to be opened once more:
    "chosen" by the settings alone, "given" as it was asked for at the start, "same" as it is, in another
    size. ``lay_out`` is sample.lay_out_sample."""

    def __init__(self, what: Opening, lay_out: Callable[[Path, str, Profile], object]) -> None:
        self._what = what
        self._lay_out = lay_out
        self.again: Again = ""

    @property
    def folder(self) -> str:
        """The folder that is open."""
        return str(self._what.folder)

    @property
    def sample(self) -> bool:
        """Whether the sample library is open."""
        return self._what.sample

    def is_first(self) -> bool:
        """Whether nobody has begun here: no choice was made, and the folder holds nothing yet."""
        if self._what.sample or self._what.home.get("begun"):
            return False
        return not self._what.home.get("vault") and not _holds_files(self._what.folder)

    def state(self) -> str:
        """Return "" for nothing seen yet, "later" for first steps put off, "yes" for done."""
        return self._what.home.get("begun")

    def put_off(self) -> None:
        """Remember that the first steps were left, to be taken up again. Where that cannot be kept they come again."""
        if not self.state():
            with suppress(StorageProblem):
                self._what.home.put("begun", "later")

    def check(self, folder: str) -> bool:
        """Say whether a folder holds notes already. Raises Refused, StorageProblem for one that cannot be used."""
        path = Path(folder).expanduser().absolute()
        if path.exists() and not path.is_dir():
            raise Refused("{folder} is a file. Choose a folder.", folder=path)
        home, sample = self._what.home_profile, sample_folder(self._what.home_profile)
        if os.path.realpath(path) == os.path.realpath(sample):
            raise Refused("{folder} is the sample library. Choose a folder of your own.", folder=path)
        standing = next(one for one in (path, *path.parents) if one.exists())
        if not os.access(standing, os.W_OK | os.X_OK):
            raise Refused("Nothing can be written in {folder}. Choose another folder.", folder=path)
        home.prepare(path)
        return _holds_files(path)

    def choose(self, folder: str, then: str = "") -> bool:
        """Keep a folder as the person's own; return whether the window must open it anew, which goes to ``then``.

        Raises as :meth:`check`.
        """
        self.check(folder)
        path = Path(folder).expanduser().absolute()
        home = self._what.home
        home.put("vault", str(path))
        home.put("begun", "yes")
        if self._what.sample or os.path.realpath(path) != os.path.realpath(self._what.folder):
            home.put("sample", "off")
            home.put("begin.then", then)
            self.again = "chosen"
        return bool(self.again)

    def take_then(self) -> str:
        """Return where to go first in a window that was opened anew, "" for nowhere in particular; asked once."""
        then = self._what.home.get("begin.then")
        if then:
            self._what.home.put("begin.then", "")
        return then

    def try_sample(self, language: str) -> None:
        """Open the sample library, laid out now unless it was before. Raises StorageProblem."""
        home, folder = self._what.home_profile, sample_folder(self._what.home_profile)
        inner = sample_profile(home)
        if not _holds_files(folder):
            self._lay_out(folder, language, inner)
        settings = Settings(inner.config)
        for key in _CARRIED:
            if self._what.home.get(key):
                settings.put(key, self._what.home.get(key))
        settings.put("language", language)
        self.put_off()
        self._what.home.put("sample", "on")
        self.again = "chosen"

    def reopen(self, then: str) -> None:
        """Open the window of the same folder once more, and go to ``then``. What cannot be kept there begins anew."""
        with suppress(StorageProblem):
            self._what.home.put("begin.then", then)
        self.again = "same"

    def leave_sample(self) -> None:
        """Go back to one's own folder. What was written in the sample library stays where it is."""
        self._what.home.put("sample", "off")
        self.again = "given"


def _holds_files(folder: Path) -> bool:
    """Whether anything of a person's lies there: hidden files, and the empty folders that PKM makes, do not count."""
    try:
        for _, folders, files in os.walk(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            if any(not name.startswith(".") for name in files):
                return True
    except OSError:
        return True  # unreadable is never empty
    return False
