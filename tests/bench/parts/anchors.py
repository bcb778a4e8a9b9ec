"""Anchoring: how many quotations are found again after the edits of the test set, and how long one takes."""

from __future__ import annotations

import time

from tests.bench.page import Section
from tests.bench.parts import Wanted
from tests.content.anchor_set import CASES, run


def measure(wanted: Wanted) -> Section:
    """Try every case; the edits are the same ones each time, so one round says it all."""
    examples = 3 if wanted.small else 25
    began = time.perf_counter()
    counts = run(examples)
    seconds = time.perf_counter() - began
    total = counts.total()
    if not total or counts["right"] < total / 2:
        raise RuntimeError(f"anchoring does not work: {counts}")
    lines = [
        f"{len(CASES)} cases (a quotation of our own articles and a kind of edit), each with up to {examples} edits "
        f"drawn by Hypothesis: {total} in all, {1000 * seconds / total:.1f} ms each with the making of the edit.", "",
        "| outcome | number | share | to reach |", "| --- | --- | --- | --- |",
    ]
    bounds = {"right": "at least 97 %", "elsewhere": "", "orphan": "", "wrong": "0"}
    words = {"right": "right", "elsewhere": "elsewhere, marked as approximate",
             "orphan": "orphan (shown with what was read)", "wrong": "wrong (under half overlapping, not marked)"}
    lines += [f"| {words[name]} | {counts[name]} | {100 * counts[name] / total:.2f} % | {bound} |"
              for name, bound in bounds.items()]
    return Section("Finding highlights again in edited articles", tuple(lines))
