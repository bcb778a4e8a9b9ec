"""What a draft says of itself, read and written: tags, categories, who compiled it, its language, a picture for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pkm_app.base.errors import Refused
from pkm_app.sense.model import Loaded, Saved
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService
from pkm_app.share.about import About, Line, about_of, changes, tidied
from pkm_app.share.ports import Pictures

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


class Describing:
    """Reads and changes it, one line of front matter each; the text stays as it is."""

    def __init__(self, vault: Vault, sense: SenseService, pictures: Pictures) -> None:
        self._vault = vault
        self._sense = sense
        self._pictures = pictures

    def about(self, name: str) -> About:
        """Return what a draft says of itself. Raises NotFound, Ambiguous, Refused for what is no draft."""
        return about_of(self._draft(name).file)

    def changes(self, name: str, wanted: About) -> Mapping[str, Line]:
        """Return which lines make a draft say this (see share.about). Raises Refused for what can be no tag, no
        language, or no picture of the vault, and for lines at the top of the file that cannot be read."""
        loaded = self._draft(name)
        wanted = tidied(wanted)
        if wanted.language and not _LANGUAGE.fullmatch(wanted.language):
            raise Refused("“{language}” is no language: give its letters, like nl or en.", language=wanted.language)
        found = changes(loaded.file, wanted)
        if "featured" in found and wanted.featured and self._pictures.read(wanted.featured, loaded.path) is None:
            raise Refused("There is no picture “{name}” in your PKM folder.", name=wanted.featured)
        if found and not loaded.file.front_readable:
            raise Refused("The lines at the top of this file cannot be read, so nothing is changed in them. Mend them "
                          "by hand first.")
        return found

    def write(self, name: str, lines: Mapping[str, Line]) -> Saved:
        """Put lines into the front matter of a file, in one save."""
        loaded = self._vault.load(self._vault.find(name).path)
        return self._sense.save(loaded.path, loaded.file.body, loaded, lines)[1]

    def _draft(self, name: str) -> Loaded:
        card = self._vault.find(name)
        if card.type != "draft":
            raise Refused("“{title}” is not a draft.", title=card.title)
        return self._vault.load(card.path)
