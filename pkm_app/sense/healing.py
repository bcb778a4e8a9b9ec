"""Where a link to nothing was meant to lead: a file that was renamed elsewhere, a title, an alias, a highlight."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property

from pkm_app.base.errors import Ambiguous, NotFound
from pkm_app.content.filenames import file_name, taken_among
from pkm_app.content.relink import retargeted, target_for
from pkm_app.content.vaultfile import VaultFile
from pkm_app.content.wikilinks import WikiLink, resolve
from pkm_app.sense.model import FileCard
from pkm_app.sense.ports import LinkMap, Vault

_STEPS = 20  # renames of one file that are followed


class Healing:
    """One look at the links of a vault. ``moved`` gives old and new path of files that others renamed."""

    def __init__(self, vault: Vault, link_map: LinkMap, moved: Callable[[], Mapping[str, str]]) -> None:
        self._vault = vault
        self._links = link_map
        self._moved_by = moved

    def target(self, from_path: str, target: str) -> str:
        """Return the path that a target without a file was meant to be, "" when that is not certain."""
        old = resolve(target, from_path, self._moved)
        for _ in range(_STEPS):
            if old is None:
                break
            old = self._moved.get(old)
            if old and self._card(old):
                return old
        found = self._titles.get(_folded(target.removesuffix(".md")), ())
        return found[0] if len(found) == 1 else ""

    def by_highlight(self) -> Sequence[str]:
        """Return the files with a credit that names its source by a name that is not there, and has its highlight."""
        return list(dict.fromkeys(path for path, _, block in self._links.broken() if self._source(block)))

    def healed(self, path: str, file: VaultFile, target: str = "") -> VaultFile:
        """Return a file in which the links with this target lead somewhere, or the credits when none is named."""
        def choose(link: WikiLink) -> str | None:
            if not link.target or link.target != (target or link.target) or self._vault.resolve(link.target, path):
                return None
            source = self._source(link.block)
            meant = source.path if source else self.target(path, link.target) if target else ""
            return target_for(link.target, meant, path, self._links.namesakes([meant])) if meant else None

        body = retargeted(file.body, choose)
        return file if body == file.body else file.with_body(body)

    def free_beside(self, path: str) -> str:
        """Return a path that is free, in the folder of a file and called nearly as it is."""
        folder, slash, name = path.rpartition("/")
        stem, dot, ending = name.rpartition(".")
        return folder + slash + file_name(stem, dot + ending, taken_among(self._links.names_in(folder)))

    def _source(self, block: str) -> FileCard | None:
        if not block.startswith("hl-"):
            return None
        with suppress(NotFound, Ambiguous):
            highlight = self._vault.find_highlight(block)
            if highlight.highlight_id == block:
                return self._card(highlight.source_path)
        return None

    def _card(self, path: str) -> FileCard | None:
        with suppress(NotFound, Ambiguous):
            card = self._vault.find(path)
            return card if card.path == path else None
        return None

    @cached_property
    def _moved(self) -> Mapping[str, str]:
        return self._moved_by()

    @cached_property
    def _titles(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for path, title, aliases in self._links.named():
            for name in {_folded(name) for name in (title, *aliases)}:
                found[name] = (*found.get(name, ()), path)
        return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())
