"""Typing in a note of 20,000 words, opening it, and a first search: from the key to its paint, and what is held."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
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
        "From the key to its paint; held is the longest time the window did nothing else meanwhile, a key or not. "
        "Medians of the rounds.", "",
        "| 400 keys | p50 | p95 | longest | held | limit of p95 | share of the limit |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(f"| {label} | {one['p50']:.1f} ms | {one['p95']:.1f} ms | {one['longest']:.1f} ms | {one['held']:.0f} ms | "
          f"{KEY_MS:.0f} ms | {one['p95'] / KEY_MS:.2f} |" for label, one in rows.items()), "",
        f"To the first paint, and the longest time the window is held from then until it rests (limit {HELD_MS:.0f} "
        f"ms). The search is the first one since the start, typed; from its last key, of which the field waits 150 ms "
        f"for another one.", "",
        "| | long note, open | held | ordinary note, open | held | first search | held |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(f"| {label} | {one['open_long']:.0f} ms | {one['held_long']:.0f} ms | {one['open_other']:.0f} ms | "
          f"{one['held_other']:.0f} ms | {one['finds']:.0f} ms | {one['held_finding']:.0f} ms |"
          for label, one in rows.items())))


def _call(*given: str) -> str:
    done = subprocess.run([sys.executable, "-m", "tests.bench.typing", *given], capture_output=True, text=True,
                          cwd=peers.ROOT, check=False)
    if done.returncode:
        raise RuntimeError(f"nothing was typed: {done.stderr[-800:]}")
    return done.stdout
