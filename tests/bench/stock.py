"""A profile that follows many feeds and holds any number of articles, filled straight into its tables.

What the program would have written article by article is written in big steps here, words included, and ends in the
very same tables: a million articles in about two minutes. Their texts are some hundred words of a vocabulary of 4,000,
drawn as often as words are in a language; three thousand texts come again and again under titles of their own.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import quoteattr

from pkm_app.base.ids import derived_id
from tests.bench import peers

FOLDERS = 20
MARKED = 10_000  # articles that are unread, and marked at once
_TEXTS = 3000
_STEP = 20_000
_LETTERS = "aeioulnrstkmdgbpvwz"
_LAST = datetime(2026, 11, 1, tzinfo=UTC)
_SPAN = timedelta(days=5 * 365)
_FAST = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -600000", "foreign_keys = OFF")


def vocabulary() -> list[str]:
    """Return 4,000 made-up words, the most common ones first."""
    chance = random.Random(4)
    words: dict[str, None] = {}
    while len(words) < 4000:
        words["".join(chance.choice(_LETTERS) for _ in range(chance.randint(2, 11)))] = None
    return sorted(words, key=len)


def follow(addresses: Sequence[str], folder: Path) -> None:
    """Make a profile in this folder that follows these addresses, in twenty folders. Raises RuntimeError."""
    share = -(-len(addresses) // FOLDERS)
    outlines = ""
    for number in range(0, len(addresses), share):
        feeds = "".join(f"<outline type='rss' text='Feed {number + place:04}' xmlUrl={quoteattr(address)}/>"
                        for place, address in enumerate(addresses[number:number + share]))
        outlines += f"<outline text='Folder {number // share:02}'>{feeds}</outline>"
    (folder / "in.opml").write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
    _, said = peers.timed([*peers.command(folder), "import", str(folder / "in.opml"), "--allow-private"],
                          peers.environment(folder))
    if json.loads(said)["added"] != len(addresses):
        raise RuntimeError(f"not all were taken in: {said[:500]}")


def fill(database: Path, articles: int) -> None:
    """Give the feeds of a profile so many articles: the newest 10,000 unread, two in a hundred kept or for later."""
    connection = sqlite3.connect(database, isolation_level=None)
    for setting in _FAST:
        connection.execute(f"PRAGMA {setting}")
    feeds = [row[0] for row in connection.execute("SELECT feed_id FROM feeds ORDER BY title, feed_id")]
    texts = list(_texts())
    for start in range(0, articles, _STEP):
        numbers = range(start, min(articles, start + _STEP))
        connection.execute("BEGIN")
        connection.executemany(
            """INSERT INTO articles (seq, article_id, feed_id, uid, url, title, author, published, fetched, sorted_at,
                                     language, excerpt, digest, kept, later, is_read)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'nl', ?, ?, ?, ?, ?)""", _rows(numbers, articles, feeds, texts))
        connection.executemany(
            "INSERT INTO bodies (seq, title, author, text, html, digest) VALUES (?, ?, ?, ?, ?, ?)",
            ((n + 1, _title(n, texts), f"Author {n % len(feeds)}", texts[n % _TEXTS], f"<p>{texts[n % _TEXTS]}</p>",
              str(n)) for n in numbers))
        connection.execute(
            "INSERT INTO article_words (rowid, title, author, text) SELECT seq, title, author, text FROM bodies "
            "WHERE seq BETWEEN ? AND ?", (numbers.start + 1, numbers.stop))
        connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _texts() -> Iterator[str]:
    chance, words = random.Random(5), vocabulary()
    weights = [1 / (place + 3) for place in range(len(words))]
    for _ in range(_TEXTS):
        yield " ".join(chance.choices(words, weights, k=chance.randint(60, 140))).capitalize() + "."


def _title(number: int, texts: Sequence[str]) -> str:
    return f"{' '.join(texts[(number * 7) % _TEXTS].split()[3:9])} {number}"


def _rows(numbers: range, articles: int, feeds: Sequence[str], texts: Sequence[str]) -> Iterator[tuple[object, ...]]:
    for n in numbers:
        feed = feeds[n % len(feeds)]
        when = (_LAST - _SPAN + _SPAN * ((n + 1) / articles)).replace(microsecond=0).isoformat()
        yield (n + 1, derived_id(feed, str(n)), feed, str(n), f"https://example.org/{n}", _title(n, texts),
               f"Author {n % len(feeds)}", when, when, when, texts[n % _TEXTS][:280], str(n), n % 100 == 1,
               n % 100 == 2, n < articles - MARKED)
