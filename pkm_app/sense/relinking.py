"""Taking a move back so that every link still means what it means now: also those that were written since."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass

from pkm_app.base.errors import NotFound
from pkm_app.content.relink import relinked
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.content.wikilinks import links, resolve
from pkm_app.sense.ports import LinkMap, Vault


@dataclass(frozen=True, slots=True)
class _Paths:
    """What a link could mean ``now`` and ``then``, and where the files that are moved back go."""

    now: Collection[str]
    then: Collection[str]
    back: Mapping[str, str]


def texts_taken_back(vault: Vault, link_map: LinkMap, moves: Collection[tuple[str, str]],
                     edits: Mapping[str, tuple[bytes, bytes]]) -> dict[str, tuple[bytes, bytes]]:
    """Return what files say now and are to say when ``moves`` (old path, new path) are taken back, by their paths now.

    ``edits`` gives for a path now what the change wrote there and what stood there before. A line that the change
    wrote and that still stands is as it was before; of every other line only links that would mean another file, or
    none, are written anew. Files that say the same then are left out, and so is what was shared.
    """
    paths = [path for move in moves for path in move]
    now = {*link_map.namesakes(paths), *(new for _, new in moves)}
    back = {new: old for old, new in moves}
    known = _Paths(now, (now - set(back)) | set(back.values()), back)
    texts: dict[str, tuple[bytes, bytes]] = {}
    for path in sorted({*link_map.linking(paths), *edits}):
        with suppress(NotFound):  # it went meanwhile
            file = vault.load(path).file
            data = file.to_bytes()
            wanted = _taken_back(file, path, edits.get(path), known)
            if wanted != data:
                texts[path] = data, wanted
    return texts


def _taken_back(file: VaultFile, path: str, edit: tuple[bytes, bytes] | None, known: _Paths) -> bytes:
    here = path, known.back.get(path, path)
    body = relinked(file.body, here, known.now, known.then, known.back)
    kept = file if body == file.body else file.with_body(body)
    data, safe = file.to_bytes(), kept.to_bytes()
    if edit is None:
        return safe

    def same(one: str, other: str) -> bool:
        return _meant(one, here[0], known.now, known.back) == _meant(other, here[1], known.then, {})

    written, before = edit
    if data == written and same(file.body, parse_vault_file(before).body):
        return before
    return _by_lines(data, safe, written, before, same)


def _by_lines(data: bytes, safe: bytes, written: bytes, before: bytes, same: Callable[[str, str], bool]) -> bytes:
    lines, kept = data.split(b"\n"), safe.split(b"\n")
    old, new = before.split(b"\n"), written.split(b"\n")
    if len(lines) != len(kept) or len(old) != len(new):  # nothing can be said line by line
        return safe
    former = {one: other for one, other in zip(new, old, strict=True) if one != other}
    found = []
    for line, instead in zip(lines, kept, strict=True):
        was = former.get(line)
        fits = was is not None and same(line.decode("utf-8", "replace"), was.decode("utf-8", "replace"))
        found.append(was if fits and was is not None else instead)
    return b"\n".join(found)


def _meant(text: str, path: str, paths: Collection[str], back: Mapping[str, str]) -> list[str | None]:
    """Give what each link of a text means, by the paths of then."""
    found = [resolve(link.target, path, paths) if link.target else path for link in links(text)]
    return [back.get(one, one) if one is not None else None for one in found]
