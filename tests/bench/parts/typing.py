"""Typing in a note of 20,000 words, opening it, and a first search: from the key to its paint, and what is held."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import peers
from tests.bench.page import Section
from tests.bench.parts import Wanted

KEY_MS, HELD_MS = 16.0, 50.0
_WORDS, _NOTES = 20_000, 10_000


def measure(wanted: Wanted) -> Section:
    """Make each vault once; type in a window of its own, in a process of its own, once a round."""
    words, notes = (2_000, 200) if wanted.small else (_WORDS, _NOTES)
    cases = {f"{words:,} words in paragraphs": (0, ()), f"the same, with {notes:,} other notes": (notes, ()),
             f"{words:,} words in one paragraph": (0, ("one",))}
    rows = {}
    with tempfile.TemporaryDirectory() as name:
        for number, (label, (others, shape)) in enumerate(cases.items()):
            folder = str(Path(name) / str(number))
            _call("prepare", folder, str(words), str(others), *shape)
            found = [json.loads(_call("run", folder)) for _ in range(wanted.rounds)]
            rows[label] = {key: statistics.median(one[key] for one in found) for key in found[0]}
            print(f"{label}: {found}", flush=True)
    return Section(f"Writing in a note of {words:,} words", (
        "In the editor of Sense as it is used: styled as one types, spelling, completion and autosave at work. "
        "From the key to its paint; held is the longest time the window did nothing else meanwhile, a key or not; work "
        "is what the processor worked for it, which is the same on a busy machine. Medians of the rounds.", "",
        f"| {found[0]['keys']:.0f} keys | p50 | p95 | longest | p95, work | held | held, work | limit of p95 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        *(_row(label, one, ("p50", "p95", "longest", "work_p95", "held", "work_held")) + f" {KEY_MS:.0f} ms |"
          for label, one in rows.items()), "",
        f"To the first paint, and the longest time the window is held from then until it rests (limit {HELD_MS:.0f} "
        "ms). The search is the first one since the start, typed; from its last key, of which the field waits 150 ms "
        "for another one.", "",
        "| | long note, open | held | work | ordinary note, open | held | work | first search | held |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        *(_row(label, one, ("open_long", "held_long", "work_long", "open_other", "held_other", "work_other", "finds",
                            "held_finding")) for label, one in rows.items())))


def _row(label: str, one: dict[str, float], keys: Sequence[str]) -> str:
    return f"| {label} | {' | '.join(f'{one[key]:.1f} ms' for key in keys)} |"


def _call(*given: str) -> str:
    done = subprocess.run([sys.executable, "-m", "tests.bench.typing", *given], capture_output=True, text=True,
                          cwd=peers.ROOT, check=False)
    if done.returncode:
        raise RuntimeError(f"nothing was typed: {done.stderr[-800:]}")
    return done.stdout
