"""The parts of ``make bench``: each module here is one, and its name is what ``--only`` takes.

A part has one function, ``measure(wanted: Wanted) -> Section``. It measures ``wanted.rounds`` times (or has a reason
not to), prints what it sees meanwhile, and raises RuntimeError when what it measured did not do its work: a fast
failure is no result. With ``wanted.small`` it does the same on little, to show that it works; that is never written to
the page.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass


@dataclass(frozen=True)
class Wanted:
    """How thoroughly to measure. ``notes``: how many notes the vaults of the part `notes` have, where it is said;
    ``use``: for how many seconds programs are used, once, before their memory is looked at."""

    rounds: int = 3
    small: bool = False
    notes: tuple[int, ...] = ()
    use: float = 30.0


def names() -> tuple[str, ...]:
    """All parts there are."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))
