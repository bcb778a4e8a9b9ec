"""``make bench``: the program measured, against its peers where it has any, and written into docs/benchmarks.md.

What is measured stands in ``parts``, a module each; see there for how to add one.
"""

from __future__ import annotations

import argparse
import os
import time
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from tests.bench.page import machine, replaced, spent, written
from tests.bench.parts import Wanted, names

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"


def main() -> None:
    """Measure the parts that are wanted, print them, write them into the page as each is done."""
    parser = argparse.ArgumentParser(prog="tests.bench")
    parser.add_argument("--only", action="append", choices=names(), metavar="NAME",
                        help=f"measure this part (may be given again): {', '.join(names())}")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--small", action="store_true", help="on little, to see that it works; implies --no-page")
    parser.add_argument("--notes", type=int, action="append", metavar="NUMBER", default=[],
                        help="vaults of so many notes (may be given again) instead of those of the part `notes`")
    parser.add_argument("--use", type=float, metavar="SECONDS", default=Wanted.use,
                        help="use programs for so long before their memory is looked at")
    parser.add_argument("--no-page", action="store_true", help="print only")
    wanted = parser.parse_args()
    for name in wanted.only or names():
        load, began = os.getloadavg()[0], time.monotonic()
        section = import_module(f"tests.bench.parts.{name}").measure(
            Wanted(wanted.rounds, wanted.small, tuple(wanted.notes), wanted.use))
        where = f"{machine()}, {spent((time.monotonic() - began) / 60, load, os.cpu_count() or 1)}"
        text = written(name, section, datetime.now(UTC).date(), where, wanted.rounds)
        print(text, flush=True)
        if not (wanted.no_page or wanted.small):
            before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
            PAGE.write_text(replaced(before, {name: text}), encoding="utf-8")


if __name__ == "__main__":
    main()
