"""What programs that carry folders between machines leave there: not ours, and copies made in a conflict."""

from __future__ import annotations

import re

from pkm_app.content.conflictnames import is_conflict_copy, original_name

__all__ = ["is_conflict_copy", "is_stray", "original_name"]

_STRAYS = re.compile(
    r"""\.              # hidden: .stfolder, .stversions, .obsidian, .syncthing.NAME.tmp, .~lock.NAME#, .trash, .pkm
      | ~\$             # open in an office program
      | ~syncthing~     # Syncthing on Windows
      | .*\.(?:tmp|part|partial|crdownload|!sync|bts|owncloud|nextcloud)\Z   # on its way
      | (?:desktop\.ini|thumbs\.db|ehthumbs\.db|icon\r)\Z
    """, re.VERBOSE | re.IGNORECASE | re.DOTALL)


def is_stray(name: str) -> bool:
    """Say whether a file or folder of this name is hidden, on its way or another program's, so not the person's."""
    return _STRAYS.match(name) is not None
