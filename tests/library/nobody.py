"""Being a user who may do little, also where the tests run as root."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Act as an ordinary user who may come to ``folder``; who is one already stays that."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    temporary = Path(tempfile.gettempdir())
    for above in (folder, *folder.parents):
        if above.is_relative_to(temporary) and above != temporary:
            above.chmod(above.stat().st_mode | 0o055)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
