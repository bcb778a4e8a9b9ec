"""Names of copies that were made because two had written at once.

As documented by Syncthing, Nextcloud, Dropbox, OneDrive, Seafile, Resilio and pCloud.
"""

from __future__ import annotations

import re

_CONFLICT = re.compile(
    r"""\ \(conflict\ \d{4}-\d\d-\d\d\ \d{6}\)(?:\ \d+)?                    # our own
      | \.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?                        # Syncthing
      | \ \((?:[^()]*['’]s\ )?conflicted\ copy(?:\ [^()]*)?(?:\ \(\d+\))?\) # Nextcloud, Dropbox
      | \ \((?:[^()]*\ )?conflicterende\ kopie(?:\ [^()]*)?(?:\ \(\d+\))?\) # Dropbox in Dutch
      | \ \(Case\ Conflict(?:\ \d+)?\)                                      # Dropbox
      | _conflict-\d{8}-\d{6}                                               # ownCloud, older Nextcloud
      | -(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{4,15}(?:-\d+)?                     # OneDrive puts the machine's name there
      | \ \(SFConflict\ [^()]*\)                                            # Seafile
      | \.Conflict                                                          # Resilio
      | \ \[conflicted\](?:\ \d+)?                                          # pCloud
    """, re.VERBOSE)


def original_name(name: str) -> str:
    """Return the name of the file this one is a conflict copy of, "" when its name is none of a conflict copy."""
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    found = [match for match in _CONFLICT.finditer(stem) if match.end() == len(stem) and match.start() > 0]
    return stem[: found[0].start()] + dot + extension if found else ""


def is_conflict_copy(name: str) -> bool:
    """Say whether a file of this name is a copy that was made because two had written at once."""
    return original_name(name) != ""
