"""Choices that two devices made while apart, brought together: what both have is there once, what one has stays.

A synchroniser that meets two versions of one file keeps the later one and lays the other beside it. For
``.pkm/*.toml`` and ``subscriptions.opml`` nobody should have to look at that: the two are made one, the same way on
every device, and the copy goes to the trash. What one device had removed while the other changed the file may come
back by this; nothing is ever lost.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from pkm_app.base.errors import NotFound, Problem, StorageProblem
from pkm_app.content.filenames import file_name, taken_among
from pkm_app.library.exchange import move_new
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.library.settings import toml_value
from pkm_app.library.synchronisers import original_name
from pkm_app.library.trash import Trash

_NAMES = ("id", "name", "key", "query", "word", "term", "url", "address")


def merge_choices(root: Path, now: datetime) -> list[Problem]:
    """Make one of every choice that there are two versions of; return what a person should be told."""
    told: list[Problem] = []
    for folder, suffix, unite in ((root / ".pkm", ".toml", united_toml), (root, ".opml", _united_opml)):
        with suppress(OSError):  # no such folder, or none to look into: then there is nothing to bring together
            for copy in sorted(file for file in folder.iterdir() if file.suffix == suffix):
                name = original_name(copy.name)
                if name and (suffix == ".toml" or name == "subscriptions.opml"):
                    problem = _merge(root, folder / name, copy, unite, now)
                    told += [problem] if problem else []
    with suppress(OSError):
        folder = root / ".pkm" / "templates"
        for copy in sorted(file for file in folder.iterdir() if file.suffix == ".md" and original_name(file.name)):
            problem = _part(root, folder / original_name(copy.name), copy, now)
            told += [problem] if problem else []
    return told


def _part(root: Path, file: Path, copy: Path, now: datetime) -> Problem | None:
    """Let the second version of a template be one of its own: two texts of a page cannot be made one by a program."""
    try:
        data = read_file(copy)
        if not file.exists():
            move_new(copy, file)
            return None
        if read_file(file) == data:
            Trash(root).put(copy.relative_to(root).as_posix(), now)
            return None
        name = file_name(file.stem, ".md", taken_among(path.name for path in file.parent.iterdir()))
        move_new(copy, file.with_name(name))
    except FileExistsError:
        return None  # another window was quicker: the next look finds how it is then
    except OSError as error:
        return StorageProblem("{path} cannot be moved: {reason}. It is where it was.", path=copy.name,
                              reason=error.strerror or str(error))
    except Problem as problem:
        return problem
    return Problem("The template {path} was changed on two devices at once; the second version is called {copy} now.",
                   path=file.name, copy=name)


def _merge(root: Path, file: Path, copy: Path, unite: Callable[[bytes, bytes], bytes | None], now: datetime
           ) -> Problem | None:
    try:
        try:
            data = read_file(file)
        except NotFound:
            data = b""
        merged = unite(data, read_file(copy))
        if merged is None:
            return Problem("There are two versions of {path}, and one of them cannot be read: look at {copy}.",
                           path=file.name, copy=copy.name)
        if merged != data:
            save_file(file, merged, digest(data) if data else None)
        Trash(root).put(copy.relative_to(root).as_posix(), now)
    except Problem as problem:
        return problem
    return Problem("{path} was changed on two devices at once; what both said stands in it now.", path=file.name)


def united_toml(mine: bytes, other: bytes) -> bytes | None:
    """Return TOML that says what either of two says; where they differ about one thing, ``mine`` counts. None when one
    cannot be read. Comments stay where only whole tables are added."""
    try:
        one, two = (tomllib.loads(data.decode("utf-8-sig")) for data in (mine, other))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return None
    wanted = _united(one, two)
    if wanted == one:
        return mine
    more = _added_tables(one, wanted)
    text = mine.decode("utf-8-sig").rstrip("\n")
    text = (text + "\n\n" if text else "") + _written(more) if more is not None else _written(wanted)
    return text.encode() if tomllib.loads(text) == wanted else _written(wanted).encode()


def _united(one: Any, two: Any) -> Any:
    if isinstance(one, dict) and isinstance(two, dict):
        return {**{key: _united(value, two[key]) if key in two else value for key, value in one.items()},
                **{key: value for key, value in two.items() if key not in one}}
    if isinstance(one, list) and isinstance(two, list):
        known = [_identity(item) for item in one]
        return one + [item for item in two if _identity(item) not in known]
    return one


def _identity(item: Any) -> Any:
    if isinstance(item, dict):
        return next(((name, item[name]) for name in _NAMES if name in item), item)
    return item.casefold() if isinstance(item, str) else item


def _added_tables(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any] | None:
    """Return what is new, when that is nothing but whole tables at the end; else None."""
    more: dict[str, Any] = {}
    for key, value in after.items():
        old = before.get(key)
        if value == old:
            continue
        tables = isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)
        if tables and (old is None or (isinstance(old, list) and value[: len(old)] == old)):
            more[key] = value[len(old or ()) :]
        else:
            return None
    return more


def _written(values: dict[str, Any]) -> str:
    plain = {key: value for key, value in values.items() if not _is_tables(value) and not isinstance(value, dict)}
    lines = [f"{_key(key)} = {toml_value(value)}" for key, value in plain.items()]
    for key, value in values.items():
        tables = value if _is_tables(value) else [value] if isinstance(value, dict) else []
        for table in tables:
            bracket = "[[{}]]" if _is_tables(value) else "[{}]"
            lines += ["", bracket.format(_key(key)),
                      *(f"{_key(name)} = {toml_value(item)}" for name, item in table.items())]
    return "\n".join(lines).strip("\n") + "\n"


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else str(toml_value(name))


def _united_opml(mine: bytes, other: bytes) -> bytes | None:
    from pkm_app.seek.opml import NotOpml, read_opml
    from pkm_app.seek.opmlwrite import write_opml

    try:
        lists = [read_opml(data) if data else None for data in (mine, other)]
    except NotOpml:
        return None
    if any(found is not None and not found.whole for found in lists):
        return None
    one, two = (tuple(found.subscriptions) if found else () for found in lists)
    known = {subscription.address for subscription in one}
    more = tuple(subscription for subscription in two if subscription.address not in known)
    return write_opml((*one, *more), mine) if more else mine
