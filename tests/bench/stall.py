"""The longest stall of the main thread while feeds are refreshed beside it."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import peers


@dataclass(frozen=True)
class Stall:
    """Milliseconds by which a turn of the event loop came late, at worst, in each of the two refreshes."""

    first_ms: float
    unchanged_ms: float


def measure(addresses: Sequence[str]) -> Stall:
    """Open a window on a new profile that follows these feeds, and refresh twice. Raises RuntimeError."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = peers.environment(folder) | {"QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96"}
        peers.take_in(addresses, folder, env)
        _, said = peers.timed([sys.executable, "-m", "tests.bench.window", str(folder / "vault"), str(folder / "data")],
                              env)
        answer = json.loads(said)
    wanted = [{"fetched": len(addresses)}, {"unchanged": len(addresses)}]
    if answer["outcomes"] != wanted:
        raise RuntimeError(f"the refreshes did not do their work: {answer['outcomes']}")
    if not all(answer["scrolled"]) or not all(answer["rows"]):
        raise RuntimeError(f"nothing was scrolled, or no article came in sight: {answer}")
    return Stall(*answer["stalls"])

