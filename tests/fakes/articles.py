"""The article store in memory. Passes tests/contracts/test_article_store.py, as the real one does."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pkm_app.content.sameplace import spellings
from pkm_app.content.stems import fold, stems
from pkm_app.seek.lists import Place
from pkm_app.seek.model import CAPTURED, Article, ArticleBody, Entry, Feed, FeedUpdate, Mark, StoredEntry, View
from pkm_app.seek.naming import name_of
from pkm_app.sense.model import Hit
from pkm_app.sense.search import Answer, Wanted


class FakeArticles:
    """seek.ports.ArticleStore and sense.ports.ArticleSearch, without a disk."""

    def __init__(self) -> None:
        self._list = ""
        self._feeds: dict[str, Feed] = {}
        self._articles: dict[str, Article] = {}
        self._entries: dict[str, Entry] = {}
        self._marks: dict[tuple[str, str], dict[Mark, bool]] = {}

    def feeds(self) -> Sequence[Feed]:
        feeds = [replace(feed, unread=self.count("inbox", feed.feed_id)) for feed in self._feeds.values()]
        return sorted(feeds, key=lambda f: (f.folder.casefold(), (f.title or f.address).casefold(), f.feed_id))

    def feed(self, feed_id: str) -> Feed | None:
        return next((feed for feed in self.feeds() if feed.feed_id == feed_id), None)

    def put_feed(self, feed: Feed) -> None:
        self._feeds[feed.feed_id] = feed

    def put_feeds(self, feeds: Sequence[Feed]) -> None:
        for feed in feeds:
            self.put_feed(feed)

    def drop_feed(self, feed_id: str) -> None:
        title = self._feeds.pop(feed_id).title if feed_id in self._feeds else ""
        for article in [a for a in self._articles.values() if a.feed_id == feed_id and _in_view(a, "inbox")]:
            others = [a for a in self._same(self._entries[article.article_id]) if a.feed_id != feed_id]
            if others and all(a.done and not (a.kept or a.later) for a in others):
                self._articles[others[0].article_id] = replace(others[0], done=False, read=article.read)
        for article in list(self._articles.values()):
            if article.feed_id == feed_id and not (article.kept or article.later):
                del self._articles[article.article_id], self._entries[article.article_id]
            elif article.feed_id == feed_id and title:
                self._articles[article.article_id] = replace(article, feed_title=title)

    def list_of(self) -> str:
        return self._list

    def note_list(self, name: str) -> None:
        self._list = name

    def entries_of(self, feed_id: str) -> Sequence[StoredEntry]:
        return [StoredEntry(key, self._entries[key].uid, article.url, self._entries[key].digest, article.title,
                            article.published)
                for key, article in self._articles.items() if article.feed_id == feed_id]

    def newest(self) -> Mapping[str, datetime]:
        newest: dict[str, datetime] = {}
        for article in self._articles.values():
            if article.feed_id in self._feeds:
                newest[article.feed_id] = max(newest.get(article.feed_id, _key(article)[0]), _key(article)[0])
        return newest

    def apply(self, update: FeedUpdate, now: datetime) -> None:
        self.apply_many((update,), now)

    def apply_many(self, updates: Sequence[FeedUpdate], now: datetime) -> None:
        for update in updates:
            known = self._feeds.get(update.feed.feed_id)
            if known is None:
                continue
            self._feeds[known.feed_id] = replace(
                update.feed, folder=known.folder, why=known.why, local=known.local)
            for number, (article_id, entry) in enumerate(update.new):
                came = now if entry.published else now - timedelta(microseconds=number)
                if article_id not in self._articles:
                    article = Article(article_id, known.feed_id, "", entry.url, entry.title, entry.author,
                                      _utc(entry.published), came.astimezone(UTC), entry.language, _excerpt(entry))
                    marks = self._earlier(article_id, entry.url)
                    if beside := [a for a in self._same(entry) if a.feed_id != known.feed_id]:
                        marks = {"read": beside[0].read, "kept": False, "later": False, "done": True}
                    self._articles[article_id] = replace(article, **marks)
                    self._entries[article_id] = entry
            for article_id, entry in update.changed:
                if article_id in self._articles:
                    self._articles[article_id] = replace(
                        self._articles[article_id], url=entry.url, title=entry.title, author=entry.author,
                        published=_utc(entry.published), language=entry.language, excerpt=_excerpt(entry),
                        changed=self._articles[article_id].changed if entry.digest == self._entries[article_id].digest
                        else now.astimezone(UTC))
                    self._entries[article_id] = entry
            for article_id in update.old:
                article = self._articles[article_id]
                if not (article.kept or article.later):
                    self._articles[article_id] = replace(article, read=True, done=True)

    def put_captured(self, article_id: str, entry: Entry, site: str, now: datetime) -> None:
        known = self._articles.get(article_id)
        article = Article(article_id, known.feed_id if known else CAPTURED, site, entry.url, entry.title, entry.author,
                          _utc(entry.published), known.fetched if known else now.astimezone(UTC), entry.language,
                          _excerpt(entry))
        marks = {mark: getattr(known, mark) for mark in ("read", "kept", "later", "done")} if known else \
            self._earlier(article_id, entry.url)
        self._articles[article_id] = replace(article, **marks)
        uid = self._entries[article_id].uid if known else entry.uid
        self._entries[article_id] = replace(entry, uid=uid)

    def drop_captured(self, article_id: str) -> None:
        known = self._articles.get(article_id)
        if known is not None and known.feed_id == CAPTURED:
            del self._articles[article_id], self._entries[article_id]

    def articles(self, view: View = "inbox", feed_id: str = "", search: str = "", limit: int = 200,
                 before: tuple[str, str] | None = None) -> Sequence[Article]:
        found = [a for a in map(self._shown, self._articles.values())
                 if _in_view(a, view) and feed_id in ("", a.feed_id)]
        if search.strip():
            found = [a for a in found if _matches(self._entries[a.article_id], search, any_form=True)]
        if before:
            key = (datetime.fromisoformat(before[0]), before[1])
            found = [a for a in found if _key(a) < key]
        return sorted(found, key=_key, reverse=True)[:limit]

    def article(self, article_id: str) -> Article | None:
        return self._shown(self._articles[article_id]) if article_id in self._articles else None

    def article_by_url(self, url: str) -> Article | None:
        for spelled in spellings(url) if url else ():
            found = [self._shown(a) for a in self._articles.values() if a.url == spelled]
            if found:
                return max(found, key=_key)
        return None

    def body(self, article_id: str) -> ArticleBody | None:
        entry = self._entries.get(article_id)
        return ArticleBody(entry.html, entry.text, entry.digest) if entry else None

    def ids_starting(self, prefix: str) -> Sequence[str]:
        return sorted(key for key in self._articles if key.startswith(prefix))[:10]

    def set_mark(self, article_ids: Sequence[str], mark: Mark, on: bool, places: Sequence[Place] = ()) -> None:
        for key in article_ids:
            article = self._articles.get(key)
            if article is not None:
                self._articles[key] = article = replace(article, **{mark: on})
                self._marks[key, article.url] = {
                    "read": article.read, "kept": article.kept, "later": article.later, "done": article.done}
                if article.url and ("", article.url) in self._marks:
                    self._marks["", article.url][mark] = on
                self._mark_others(key, mark, on)

    def _same(self, entry: Entry) -> list[Article]:
        return [article for key, article in self._articles.items() if entry.url and article.url == entry.url
                and (self._entries[key].uid == entry.uid or self._entries[key].digest == entry.digest)]

    def _mark_others(self, key: str, mark: Mark, on: bool) -> None:
        for other in self._same(self._entries[key]):
            if other.article_id != key and mark == "read":
                self._articles[other.article_id] = replace(other, read=on)
            elif other.article_id != key and on and not (other.kept or other.later):
                self._articles[other.article_id] = replace(other, done=True)

    def adopt_marks(self, marks: Iterable[tuple[str, Mark, bool]]) -> None:
        for url, mark, on in marks:
            if url:
                self._marks.setdefault(("", url), {})[mark] = on
                for (_, known), states in self._marks.items():
                    if known == url:
                        states[mark] = on
                for key, article in self._articles.items():
                    others = [a for a in self._same(self._entries[key]) if a.article_id != key]
                    once = mark != "read" and on != (mark == "done")
                    if article.url == url and not (once and any(getattr(a, mark) == on for a in others)):
                        self._articles[key] = replace(article, **{mark: on})

    def count(self, view: View, feed_id: str = "") -> int:
        return sum(_in_view(a, view) and feed_id in ("", a.feed_id) and not (view == "inbox" and a.read)
                   for a in self._articles.values())

    def search_articles(self, query: str, limit: int) -> Sequence[Hit]:
        hits = []
        for key, entry in self._entries.items():
            exact = _matches(entry, query, any_form=False)
            if exact or _matches(entry, query, any_form=True):
                hits.append(Hit("article", key, entry.title, _snippet(entry, query), 0.75 if exact else 0.25))
        return sorted(hits, key=lambda hit: -hit.score)[:limit]

    def find_articles(self, wanted: Wanted) -> Answer:
        hits = tuple(self.search_articles(wanted.query, wanted.limit))
        return Answer(hits, total=len(hits))

    def _shown(self, article: Article) -> Article:
        feed = self._feeds.get(article.feed_id)
        article = replace(article, title=name_of(article.title, article.excerpt))
        return replace(article, feed_title=feed.title) if feed else article

    def _earlier(self, article_id: str, url: str) -> dict[Mark, bool]:
        own = [states for (key, _), states in self._marks.items() if key == article_id]
        states = own or [states for (_, known), states in self._marks.items() if url and known == url]
        return {mark: any(state.get(mark, False) for state in states)
                for mark in ("read", "kept", "later", "done")}


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _key(article: Article) -> tuple[datetime, str]:
    return (article.published or article.fetched, article.article_id)


def _in_view(article: Article, view: View) -> bool:
    if view == "inbox":
        return not (article.kept or article.later or article.done)
    return view == "all" or bool(getattr(article, view))


def _excerpt(entry: Entry) -> str:
    return " ".join(entry.text.split())[:280]


def _forms(word: str) -> set[str]:
    return {fold(word), *stems(word)}


def _matches(entry: Entry, query: str, any_form: bool) -> bool:
    wanted = re.findall(r"\w+", query)
    there = re.findall(r"\w+", f"{entry.title} {entry.author} {entry.text}")
    if any_form:
        return bool(wanted) and all(any(_forms(word) & _forms(other) for other in there) for word in wanted)
    return bool(wanted) and {fold(word) for word in wanted} <= {fold(word) for word in there}


def _snippet(entry: Entry, query: str) -> str:
    wanted = set().union(*(_forms(word) for word in re.findall(r"\w+", query)))
    return re.sub(r"\w+", lambda m: f"⟦{m[0]}⟧" if _forms(m[0]) & wanted else m[0], " ".join(entry.text.split())[:200])
