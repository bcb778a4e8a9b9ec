"""The peers of searching and opening: SQLite's FTS5, Recoll, Zim, on the very same notes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench import debian, notes_stock
from tests.bench.peers import environment, timed

_RECOLL_QUERIES = 60


def fts5(folder: Path, number: int, queries: Sequence[str]) -> tuple[float, list[float], int]:
    """SQLite: seconds for the index, milliseconds of each query (30 best with snippets), queries that found something.

    The last word of a query may go on, as in the program; accents are removed, there are no stems.
    """
    db = sqlite3.connect(folder / "fts5.db")
    began = time.perf_counter()
    db.execute("CREATE VIRTUAL TABLE notes USING fts5(path UNINDEXED, text, tokenize='unicode61 remove_diacritics 2')")
    db.executemany("INSERT INTO notes VALUES (?, ?)", notes_stock.notes(number))
    db.commit()
    seconds = time.perf_counter() - began
    times, found = [], 0
    for query in queries:
        asked = " ".join(f'"{word}"' for word in query.split()) + "*"
        began = time.perf_counter()
        rows = db.execute("SELECT path, snippet(notes, 1, '[', ']', '…', 20) FROM notes WHERE notes MATCH ? "
                          "ORDER BY rank LIMIT 30", (asked,)).fetchall()
        times.append((time.perf_counter() - began) * 1000)
        found += bool(rows)
    db.close()
    return seconds, times, found


def recoll(folder: Path, vault: Path, queries: Sequence[str]) -> tuple[float, list[float], int]:
    """Recoll: the same. A query is a process of its own, as ``recollq`` is used; it has stems of one language."""
    debian.get("recollindex", "recollq", packages=("recollcmd",))
    config = folder / "recoll"
    config.mkdir()
    (config / "recoll.conf").write_text(f"topdirs = {vault}\nindexstemminglanguages = english\n")
    env = environment(folder)
    seconds, _ = timed(["recollindex", "-c", str(config), "-z"], env)
    times, found = [], 0
    for query in queries[::max(1, len(queries) // _RECOLL_QUERIES)]:
        began = time.perf_counter()
        said = subprocess.run(["recollq", "-c", str(config), "-n", "30", "-A", f"{query}*"], env=env, check=True,
                              capture_output=True, text=True).stdout
        times.append((time.perf_counter() - began) * 1000)
        found += "[file:" in said
    return seconds, times, found


def zim(folder: Path, number: int) -> tuple[float, float]:
    """Zim: seconds to open a folder of so many notes for the first time, and once more when nothing changed."""
    debian.get("zim")
    book = folder / "zim"
    book.mkdir()
    (book / "notebook.zim").write_text("[Notebook]\nversion=0.4\nname=Bench\nhome=Home\n")
    for path, text in notes_stock.notes(number):
        file = book / path.replace(".md", ".txt").replace(" ", "_")
        file.parent.mkdir(parents=True, exist_ok=True)
        body = text.split("---\n", 2)[2]
        file.write_text("Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n\n" + body, encoding="utf-8")
    env = environment(folder) | {"XDG_RUNTIME_DIR": str(folder), **{
        key: os.environ[key] for key in ("DISPLAY",) if key in os.environ}}
    first, _ = timed(["zim", "--index", str(book)], env)
    again, _ = timed(["zim", "--index", str(book)], env)
    return first, again
