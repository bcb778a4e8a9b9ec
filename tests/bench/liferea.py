"""Liferea (Debian's) with any number of articles, written straight into its tables as stock.py does for PKM."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from tests.bench.memory import tree
from tests.bench.screen import Screen, usable, wait

COMMAND = ("dbus-run-session", "--", "liferea")
_SETTINGS = """[net/sf/liferea]
startup-feed-action=1
maxitemcount=100000
enable-plugins=false
"""
_NODE = "feed{:04}"


def environment(home: Path, screen: str) -> dict[str, str]:
    """Return an environment whose home is this folder: no feed is fetched at the start, nothing is trimmed."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "DISPLAY": screen,
            "GSETTINGS_BACKEND": "keyfile"}


def follow(addresses: Sequence[str], home: Path) -> None:
    """Make a profile that follows these addresses, in twenty folders."""
    settings = home / ".config" / "glib-2.0" / "settings" / "keyfile"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS)
    share, outlines = -(-len(addresses) // 20), ""
    for start in range(0, len(addresses), share):
        feeds = "".join(
            f'<outline title="Feed {start + n:04}" type="rss" id="{_NODE.format(start + n)}" '
            f'xmlUrl={quoteattr(address)} updateInterval="-1" cacheLimit="-2"/>'
            for n, address in enumerate(addresses[start:start + share]))
        name = f"{start // share:02}"
        outlines += f'<outline title="Folder {name}" type="folder" id="folder{name}">{feeds}</outline>'
    (home / ".config" / "liferea").mkdir()
    (home / ".config" / "liferea" / "feedlist.opml").write_text(
        f'<opml version="1.0"><head><title>x</title></head><body>{outlines}</body></opml>')


def fill(home: Path, articles: Path, feeds: int, screen: Screen) -> int:
    """Let Liferea make its tables, then give them all articles of PKM's database; return how many those are."""
    began = time.monotonic()
    process = subprocess.Popen(COMMAND, env=environment(home, screen.name), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    usable(process, began, screen, "liferea")
    end(process)
    source = sqlite3.connect(f"file:{articles}?mode=ro", uri=True)
    numbers = {feed: n for n, (feed,) in enumerate(source.execute("SELECT feed_id FROM feeds ORDER BY title, feed_id"))}
    target = sqlite3.connect(home / ".local" / "share" / "liferea" / "liferea.db")
    rows = source.execute("SELECT a.seq, a.feed_id, a.title, a.is_read, a.url, a.uid, unixepoch(a.published), b.html "
                          "FROM articles a JOIN bodies b ON b.seq = a.seq")
    target.executemany(
        "INSERT INTO items (item_id, parent_item_id, node_id, parent_node_id, title, read, updated, popup, marked, "
        "source, source_id, valid_guid, description, date, comment) "
        "VALUES (?, 0, ?, ?, ?, ?, 0, 0, 0, ?, ?, 1, ?, ?, 0)",
        ((seq, _NODE.format(numbers[feed]), _NODE.format(numbers[feed]), title, read, url, f"{feed}-{uid}", html, date)
         for seq, feed, title, read, url, uid, date, html in rows))
    target.commit()
    count: int = target.execute("SELECT count(*) FROM items").fetchone()[0]
    target.close()
    source.close()
    return count


def end(process: subprocess.Popen[bytes]) -> None:
    """End what was started in a session of its own, with all it started, and wait for it."""
    started = tree(process.pid)
    os.killpg(process.pid, signal.SIGTERM)
    process.wait()
    wait(lambda: not any(Path(f"/proc/{pid}").exists() for pid in started[1:]))
