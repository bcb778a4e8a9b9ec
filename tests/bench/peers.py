"""The programs that are measured: each refreshes the same feeds, first from nothing and then unchanged.

Every one is a fresh process timed from start to end, with eight connections where it can be told so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

CONNECTIONS = 8
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Timing:
    """Seconds of wall time of the first refresh and of the unchanged one."""

    first: float
    unchanged: float


def timed(command: Sequence[str], env: dict[str, str]) -> tuple[float, str]:
    """Run a command to its end; return seconds and what it printed. Raises RuntimeError when it failed."""
    began = time.perf_counter()
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=600)
    seconds = time.perf_counter() - began
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return seconds, done.stdout


def environment(folder: Path) -> dict[str, str]:
    """Return an environment whose home is an empty folder."""
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "dumb",
            "PYTHONPATH": str(ROOT)}


def command(folder: Path) -> list[str]:
    """Return the program's own command line on a profile in this folder."""
    return [sys.executable, "-m", "pkm_app", "--data", str(folder / "data"), "--vault", str(folder / "vault"), "--json"]


def take_in(addresses: Sequence[str], folder: Path, env: dict[str, str]) -> None:
    """Subscribe to all addresses without fetching any. Raises RuntimeError when one was not taken."""
    outlines = "".join(f"<outline type='rss' text='f' xmlUrl={quoteattr(a)}/>" for a in addresses)
    (folder / "in.opml").write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
    _, said = timed([*command(folder), "import", str(folder / "in.opml"), "--allow-private"], env)
    if json.loads(said)["added"] != len(addresses):
        raise RuntimeError(f"not all were taken in: {said[:500]}")


def program(addresses: Sequence[str], folder: Path) -> Timing:
    """PKM itself: subscriptions taken in from OPML, then ``pkm refresh`` twice."""
    env = environment(folder)
    take_in(addresses, folder, env)
    first, said = timed([*command(folder), "refresh", "--force"], env)
    expect(said, "fetched", len(addresses))
    unchanged, said = timed([*command(folder), "refresh", "--force"], env)
    expect(said, "unchanged", len(addresses))
    return Timing(first, unchanged)


def expect(said: str, outcome: str, count: int) -> None:
    """Raise RuntimeError unless every feed came to this outcome: a fast failure is no result."""
    found = [feed["outcome"] for feed in json.loads(said)["feeds"]]
    if found.count(outcome) != count:
        raise RuntimeError(f"expected {count} feeds {outcome}, got { {o: found.count(o) for o in set(found)} }")


def newsboat(addresses: Sequence[str], folder: Path) -> Timing:
    """Debian's newsboat, ``-x reload``."""
    env = environment(folder)
    (folder / "urls").write_text("\n".join(addresses) + "\n")
    (folder / "config").write_text(f"reload-threads {CONNECTIONS}\n")
    command = ["newsboat", "-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config"),
               "-x", "reload"]
    first, _ = timed(command, env)
    unchanged, _ = timed(command, env)
    return Timing(first, unchanged)


READER = """
import sys
from reader import make_reader
reader = make_reader(sys.argv[1])
if sys.argv[2] == "add":
    for line in open(sys.argv[3]):
        reader.add_feed(line.strip())
else:
    for result in reader.update_feeds_iter(scheduled=False, workers=int(sys.argv[3])):
        if isinstance(result.value, Exception):
            raise result.value
"""


def reader(addresses: Sequence[str], folder: Path) -> Timing:
    """The reader library, ``update_feeds_iter`` with eight workers."""
    env = environment(folder)
    (folder / "urls").write_text("\n".join(addresses) + "\n")
    base = [sys.executable, "-W", "ignore", "-c", READER, str(folder / "reader.db")]
    timed([*base, "add", str(folder / "urls")], env)
    first, _ = timed([*base, "update", str(CONNECTIONS)], env)
    unchanged, _ = timed([*base, "update", str(CONNECTIONS)], env)
    return Timing(first, unchanged)
