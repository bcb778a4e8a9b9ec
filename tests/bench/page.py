"""The page of figures, docs/benchmarks.md: one section for each part, replaced alone, the others left as they are."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HEAD = """\
# Benchmarks

Written by `make bench`; one part alone by `make bench ARGS="--only NAME"`, which leaves the others as they stand. Under
each title is the name of the part, with the day and the machine it was measured on, how long that took, and how busy
the machine was with other work when it began. Seconds depend on the machine; compare ratios.
"""
BUSY = 0.3  # work waiting for each core, beside our own, from which on figures are not those of the program alone
_MARK = re.compile(r"^<!-- part (\S+) -->\n", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """What one part found: a title, and lines of Markdown (tables, notes) that stand under it."""

    title: str
    lines: tuple[str, ...]


def machine() -> str:
    """Return one line about where this runs."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    system = f"{platform.system()} {platform.release()}"
    return f"{os.cpu_count()} cores ({cpu}), {system}, Python {platform.python_version()}"


def written(name: str, section: Section, day: date, where: str, rounds: int) -> str:
    """Return a section as it stands on the page; ``where`` is the machine."""
    lines = [f"## {section.title}", "", f"`{name}`, measured on {day:%Y-%m-%d}, {rounds} rounds, on {where}.", "",
             *section.lines]
    return "\n".join(lines).rstrip("\n") + "\n"


def spent(minutes: float, load: float, cores: int) -> str:
    """Say how long measuring took, and how busy the machine was before it began: ``load`` is that of a minute."""
    busy = "" if load < BUSY * cores else ": a busy machine, so times are longer than they need be"
    return f"in {minutes:.0f} minutes, at a load of {load:.1f}{busy}"


def replaced(page: str, fresh: dict[str, str]) -> str:
    """Return the page with these sections (by the names of their parts) in place of those of the same name.

    Sections already there keep their place; new ones come at the end.
    """
    pieces = _MARK.split(page)[1:]
    sections = dict(zip(pieces[::2], pieces[1::2], strict=True)) | fresh
    return HEAD + "".join(f"\n<!-- part {name} -->\n{text.rstrip()}\n" for name, text in sections.items())
