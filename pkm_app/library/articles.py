"""The stream in the database: feeds, articles and marks, read in pages by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from pkm_app.content.sameplace import spellings
from pkm_app.library import article_changes as changes
from pkm_app.library import article_texts as texts
from pkm_app.library.article_find import find_articles
from pkm_app.library.article_rows import ARTICLE_COLUMNS, FEED_COLUMNS, article_of, feed_of, from_iso, to_iso
from pkm_app.library.article_search import match_any_form, search
from pkm_app.library.database import Connection, Database
from pkm_app.seek.lists import Place
from pkm_app.seek.model import Article, ArticleBody, Entry, Feed, FeedUpdate, Mark, StoredEntry, View
from pkm_app.sense.model import Hit
from pkm_app.sense.search import Answer, Wanted

# The index is named in the query: whatever the planner may think of the day, a list never sorts.
_VIEWS: dict[View, tuple[str, str]] = {
    "inbox": ("articles_inbox", "a.kept = 0 AND a.later = 0 AND a.done = 0"),
    "kept": ("articles_kept", "a.kept = 1"),
    "later": ("articles_later", "a.later = 1"),
    "all": ("articles_all", "1"),
}
_COUNTERS: dict[View, str] = {"inbox": "unread", "kept": "kept", "later": "later", "all": "total"}


class Articles:
    """Implements seek.ports.ArticleStore and sense.ports.ArticleSearch on the profile's database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def feeds(self) -> Sequence[Feed]:
        """All feeds, with their unread counts, in order of folder and title."""
        rows = self._db.read(lambda c: c.execute(
            f"SELECT {FEED_COLUMNS} FROM feeds AS f LEFT JOIN article_counts AS c USING (feed_id)").fetchall())
        return sorted(map(feed_of, rows), key=lambda feed: (
            feed.folder.casefold(), (feed.title or feed.address).casefold(), feed.feed_id))

    def feed(self, feed_id: str) -> Feed | None:
        """One feed by its full id."""
        row = self._db.read(lambda c: c.execute(
            f"SELECT {FEED_COLUMNS} FROM feeds AS f LEFT JOIN article_counts AS c USING (feed_id) WHERE f.feed_id = ?",
            (feed_id,)).fetchone())
        return feed_of(row) if row else None

    def put_feed(self, feed: Feed) -> None:
        """Add a feed or replace what is known of it."""
        self._db.write(lambda c: changes.put_feed(c, feed))

    def put_feeds(self, feeds: Sequence[Feed]) -> None:
        """The same for many feeds, in one transaction."""
        def run(connection: Connection) -> None:
            for feed in feeds:
                changes.put_feed(connection, feed)

        self._db.write(run)

    def drop_feed(self, feed_id: str) -> None:
        """Forget a feed and those of its articles that are neither kept nor later nor have a source file."""
        self._db.write(lambda c: changes.drop_feed(c, feed_id))

    def entries_of(self, feed_id: str) -> Sequence[StoredEntry]:
        """Everything remembered of a feed's entries, those included whose articles went because of their age."""
        rows = self._db.read(lambda c: c.execute(
            "SELECT article_id, uid, url, digest, title, published FROM articles WHERE feed_id = :feed UNION ALL "
            "SELECT article_id, uid, url, digest, title, published FROM pruned WHERE feed_id = :feed",
            {"feed": feed_id}).fetchall())
        return [StoredEntry(key, uid, url, digest, title, from_iso(published))
                for key, uid, url, digest, title, published in rows]

    def newest(self) -> Mapping[str, datetime]:
        """When the newest article of each feed was written (or came in, where it does not say)."""
        rows = self._db.read(lambda c: c.execute(
            "SELECT f.feed_id, (SELECT a.sorted_at FROM articles AS a WHERE a.feed_id = f.feed_id "
            "ORDER BY a.sorted_at DESC LIMIT 1) FROM feeds AS f").fetchall())
        return {row[0]: datetime.fromisoformat(row[1]) for row in rows if row[1]}

    def apply(self, update: FeedUpdate, now: datetime) -> None:
        """Store what a fetch changed, in one transaction; nothing for a feed that was dropped meanwhile."""
        self.apply_many((update,), now)

    def apply_many(self, updates: Sequence[FeedUpdate], now: datetime) -> None:
        """As apply for each of them in turn, in one transaction."""
        self._db.write(lambda c: changes.apply_updates(c, updates, now))

    def put_captured(self, article_id: str, entry: Entry, site: str, now: datetime) -> None:
        """Add what a person captured, or replace what is known of it; marks stay."""
        self._db.write(lambda c: changes.put_captured(c, article_id, entry, site, now))

    def drop_captured(self, article_id: str) -> None:
        """Forget an article that a person captured; one of a feed stays. Marks are remembered for its return."""
        self._db.write(lambda c: changes.drop_captured(c, article_id))

    def articles(
        self, view: View = "inbox", feed_id: str = "", search: str = "", limit: int = 200,
        before: tuple[str, str] | None = None,
    ) -> Sequence[Article]:
        """Newest first; ``before`` is the (published or fetched as ISO, id) of the last row already had.

        ``search`` narrows a list to the articles that hold all its words, in any form.
        """
        index, condition = _VIEWS[view]
        conditions, values = [condition], dict[str, object](limit=limit)
        if feed_id:
            index = "articles_feed"
            conditions.append("a.feed_id = :feed_id")
            values["feed_id"] = feed_id
        if search.strip():
            conditions.append("a.seq IN (SELECT rowid FROM article_words WHERE article_words MATCH :words)")
            values["words"] = match_any_form(search)
            if not values["words"]:
                return []
        if before:
            conditions.append("(a.sorted_at, a.article_id) < (:at, :article_id)")
            values.update(at=to_iso(datetime.fromisoformat(before[0])), article_id=before[1])
        sql = (f"SELECT {ARTICLE_COLUMNS} FROM articles AS a INDEXED BY {index} LEFT JOIN feeds AS f USING (feed_id) "
               f"WHERE {' AND '.join(conditions)} ORDER BY a.sorted_at DESC, a.article_id DESC LIMIT :limit")
        return [article_of(row) for row in self._db.read(lambda c: c.execute(sql, values).fetchall())]

    def article(self, article_id: str) -> Article | None:
        """One article by its full id."""
        return self._one("a.article_id = ?", article_id)

    def list_of(self) -> str:
        """Which list of subscriptions the feeds were last brought in step with, "" when with none."""
        row = self._db.read(lambda c: c.execute("SELECT state FROM adopted WHERE subject = 'feeds'").fetchone())
        return str(row["state"]) if row else ""

    def note_list(self, name: str) -> None:
        """Remember which list the feeds are in step with."""
        self._db.write(lambda c: c.execute("INSERT OR REPLACE INTO adopted VALUES ('feeds', ?)", (name,)).rowcount)

    def article_by_url(self, url: str) -> Article | None:
        """The article with this address, however it is spelled; the newest where several feeds brought it."""
        found = (self._one("a.url = ? AND a.url <> ''", spelled) for spelled in spellings(url) if spelled)
        return next((article for article in found if article is not None), None)

    def body(self, article_id: str) -> ArticleBody | None:
        """The matter of an article."""
        row = self._db.read(lambda c: c.execute(
            "SELECT b.html, b.text, b.digest, f.seq IS NOT NULL FROM bodies AS b JOIN articles AS a USING (seq) "
            "LEFT JOIN feed_bodies AS f USING (seq) WHERE a.article_id = ?", (article_id,)).fetchone())
        return ArticleBody(row[0], row[1], row[2], bool(row[3])) if row else None

    def put_full_text(self, article_id: str, body: ArticleBody, author: str, language: str) -> bool:
        """Let an article be read with this matter; what its feed gave is kept beside. False: it is gone."""
        return self._db.write(lambda c: texts.put_full_text(c, article_id, body, author, language))

    def drop_full_text(self, article_id: str) -> None:
        """Let an article be read again as its feed gave it."""
        self._db.write(lambda c: texts.drop_full_text(c, article_id))

    def ids_starting(self, prefix: str) -> Sequence[str]:
        """At most ten article ids that begin so."""
        rows = self._db.read(lambda c: c.execute(
            "SELECT article_id FROM articles WHERE article_id >= :from AND article_id < :to "
            "ORDER BY article_id LIMIT 10", {"from": prefix, "to": prefix + "\U0010ffff"}).fetchall())
        return [row[0] for row in rows]

    def set_mark(self, article_ids: Sequence[str], mark: Mark, on: bool, places: Sequence[Place] = ()) -> None:
        """Set or take away a mark; ``places`` are where some of them stand in every list."""
        self._db.write(lambda c: changes.set_mark(c, article_ids, mark, on, places))

    def adopt_marks(self, marks: Iterable[tuple[str, Mark, bool]]) -> None:
        """Take over marks by address, as library.marks reads them from the vault, in the order of time."""
        known = tuple(marks)
        self._db.write(lambda c: changes.adopt_marks(c, known))

    def count(self, view: View, feed_id: str = "") -> int:
        """How many articles a view holds (unread ones only for the inbox)."""
        column = _COUNTERS[view]
        where, values = ("WHERE feed_id = ?", (feed_id,)) if feed_id else ("", ())
        return int(self._db.read(lambda c: c.execute(
            f"SELECT coalesce(sum({column}), 0) FROM article_counts {where}", values).fetchone()[0]))

    def search_articles(self, query: str, limit: int) -> Sequence[Hit]:
        """Find articles that hold all words in any form; those with the very words come first."""
        return self._db.read(lambda c: search(c, query, limit))

    def find_articles(self, wanted: Wanted) -> Answer:
        """Find articles, with all that may be asked."""
        return self._db.read(lambda c: find_articles(c, wanted))

    def _one(self, condition: str, value: str) -> Article | None:
        row = self._db.read(lambda c: c.execute(
            f"SELECT {ARTICLE_COLUMNS} FROM articles AS a LEFT JOIN feeds AS f USING (feed_id) WHERE {condition} "
            "ORDER BY a.sorted_at DESC, a.article_id DESC LIMIT 1", (value,)).fetchone())
        return article_of(row) if row else None
