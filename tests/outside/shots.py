"""Leaves a picture of every step of the newcomer, in Dutch and in English: ``python -m tests.outside.shots OUTDIR``.

Where the packages of a desktop or of WordPress cannot be had it says so, and that is no failure.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.outside.desktop import missing
from tests.outside.machine import newcomer
from tests.servers.fixtures import running


def main() -> int:
    """Take the folder from the command line."""
    if len(sys.argv) != 2:
        print("usage: python -m tests.outside.shots OUTDIR", file=sys.stderr)
        return 2
    reason = missing()
    if reason:
        print(f"No pictures of the newcomer: {reason}.")
        return 0
    try:
        with running("wordpress") as site:
            for language in ("nl", "en"):
                folder = Path(sys.argv[1]) / f"newcomer-{language}"
                with newcomer(site, language, folder) as story:
                    story.run()
                print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    except (pytest.skip.Exception, pytest.fail.Exception) as reason_why:
        print(f"No pictures of the newcomer: {reason_why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
