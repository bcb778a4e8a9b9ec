"""Typing in a note of 20,000 words: from the key to its paint."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

from tests.bench import peers
from tests.bench.page import Section
from tests.bench.parts import Wanted

LIMIT_MS = 16.0
_WORDS = 20_000


def measure(wanted: Wanted) -> Section:
    """Type in a window of its own, in a process of its own, once a round."""
    words = 2_000 if wanted.small else _WORDS
    found = []
    for number in range(wanted.rounds):
        done = subprocess.run([sys.executable, "-m", "tests.bench.typing", str(words)], capture_output=True, text=True,
                              cwd=peers.ROOT, check=False)
        if done.returncode:
            raise RuntimeError(f"nothing was typed: {done.stderr[-800:]}")
        found.append(json.loads(done.stdout))
        print(f"round {number + 1}  {done.stdout.strip()}", flush=True)
    p50, p95, longest = (statistics.median(one[key] for one in found) for key in ("p50", "p95", "longest"))
    return Section(f"Typing in a note of {words:,} words", (
        "In the editor of Sense as it is used: styled as one types, spelling, completion and autosave at work. Medians "
        "of the rounds.", "",
        "| keys | p50 | p95 | longest | limit of p95 | share of the limit |", "| --- | --- | --- | --- | --- | --- |",
        f"| {found[0]['keys']} | {p50:.1f} ms | {p95:.1f} ms | {longest:.1f} ms | {LIMIT_MS:.0f} ms | "
        f"{p95 / LIMIT_MS:.2f} |"))
