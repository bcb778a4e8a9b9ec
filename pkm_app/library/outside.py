"""Writing a file that a person named, outside the vault."""

from __future__ import annotations

from pathlib import Path

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.library.files import AlreadyThere, digest, read_file, save_file


def write_outside(path: Path, data: bytes, force: bool, vault: Path) -> int:
    """Write a file a person named, never inside the vault; return its size.

    Raises Refused when it exists and ``force`` is not given, or lies in the vault; StorageProblem when it
    cannot be written, and then what stood there stands there still.
    """
    target, is_there = may_write_outside(path, force, vault)
    before = digest(read_file(target)) if force and is_there else None
    try:
        save_file(target, data, before)
    except AlreadyThere:
        raise _is_there(path) from None
    return len(data)


def may_write_outside(path: Path, force: bool, vault: Path) -> tuple[Path, bool]:
    """Return the file that a path means, and whether it is there; nothing is written.

    Raises as :func:`write_outside`, so that a person need not wait for work that could not be kept.
    """
    try:
        target = path.expanduser().absolute()
        real, is_file = target.resolve(), target.is_file()
        is_folder, is_there, has_place = target.is_dir(), target.exists(), target.parent.is_dir()
    except (OSError, RuntimeError) as error:  # no such user, a link that leads to itself, a locked folder
        raise StorageProblem("{path} cannot be written: {reason}.", path=path,
                             reason=getattr(error, "strerror", None) or error) from error
    if real.is_relative_to(vault.resolve()):
        raise Refused("{path} lies in your PKM folder; choose a place outside it.", path=path)
    if is_folder:
        raise Refused("{path} is a folder; name a file in it.", path=path)
    if is_there and not is_file:
        raise Refused("{path} is a device, not a file; name a file.", path=path)
    if not has_place:
        raise Refused("There is no folder {folder}; make it first.", folder=target.parent)
    if is_there and not force:
        raise _is_there(path)
    return target, is_there


def _is_there(path: Path) -> Refused:
    return Refused("{path} exists already; give --force to write over it.", path=path)
