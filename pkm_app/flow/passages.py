"""Passages of what the machine does not hold: a book, a talk, a conversation. Each is a highlight at its place."""

from __future__ import annotations

from datetime import datetime
from html import escape

from pkm_app.base.errors import Refused
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.base.ids import derived_id
from pkm_app.content.anchor import find_places
from pkm_app.content.clean import clean_html
from pkm_app.content.language import guess
from pkm_app.content.places import NOWHERE, place_at, seconds_of
from pkm_app.content.plaintext import canonical_text
from pkm_app.flow.captured import Captured, Facts
from pkm_app.flow.capturing import Capturing, LinkInside, place_for
from pkm_app.flow.highlighting import Highlighting
from pkm_app.flow.reopening import Reopening
from pkm_app.seek.document import Document, paragraphs
from pkm_app.seek.ports import ArticleStore

_MOST_PAGES = 1000


class Passages:
    """Takes in words with the place they stand at."""

    def __init__(self, capturing: Capturing, reopening: Reopening, highlighting: Highlighting,
                 store: ArticleStore) -> None:
        self._capturing = capturing
        self._reopening = reopening
        self._highlighting = highlighting
        self._store = store

    def of_address(self, typed: str, words: str, place: str = "", facts: Facts | None = None, comment: str = "",
                   by_person: bool = True) -> Operation[Captured]:
        """Capture a page, recording or document by its address, and a passage of it if there are ``words``."""
        facts = (facts or Facts()).checked()
        at = place_for(facts, place, typed)
        done = yield from self._capturing.address(typed, facts, by_person)
        if not words.strip():
            return done
        if seconds_of(at) is not None:
            done = self._capturing.as_recording(done)
        highlight = self._add(done, words, at, comment)
        yield Changed("highlights", (highlight,))
        return _with_highlight(done, highlight)

    def of_file(self, data: bytes, name: str, words: str = "", place: str = "", facts: Facts | None = None,
                comment: str = "", by_person: bool = True) -> Operation[Captured]:
        """Capture a file, and a passage of it if there are ``words``; one that holds only an address leads there."""
        facts = (facts or Facts()).checked()
        yield Progress(0, 1, name)
        try:
            done = self._capturing.file(data, name, facts)
        except LinkInside as link:
            return (yield from self.of_address(link.address, words, place, facts, comment, by_person))
        if done.note_id:
            yield Changed("notes", (done.path,))
            return done
        yield Changed("articles", (done.article_id,))
        yield Changed("sources", (done.path,))
        if not words.strip():
            return done
        article, at = self._reopening.article(done.article_id), place_for(Facts(done.kind), place)
        body = self._store.body(done.article_id)
        spots = _on_page(body.text, words, at) if body and at and done.kind == "pdf" else []
        highlight = (self._highlighting.add_at(article, *spots[0], comment) if len(spots) == 1 else
                     self._highlighting.add(article, words, comment=comment, place=at))
        return _with_highlight(done, highlight.highlight_id)

    def find(self, name: str) -> str:
        """Return the path of the source file that is named by id, beginning of an id, or path, "" when none is."""
        return self._reopening.path_of(name)

    def add(self, facts: Facts, words: str, place: str = "", comment: str = "", when: datetime | None = None
            ) -> Captured:
        """Take in a passage of a book, a recording or a conversation that has no address; the same source again gets
        one passage more. Raises Refused for a source without a name, or a conversation without words."""
        facts = facts.checked()
        kind = facts.kind
        if not kind:
            raise Refused("Say what it is: a book, a video, a podcast, a conversation.")
        at = place_for(facts, place)
        title = facts.title or (f"Conversation with {facts.partner}" if facts.partner else "")
        if not title:
            raise Refused("Say with whom the conversation was." if kind == "conversation" else
                          "A source needs a title.")
        day = f"{when.astimezone():%Y-%m-%d}" if when and kind == "conversation" else ""
        article_id = derived_id("captured", kind, title.casefold(), (facts.author or facts.partner).casefold(), day)
        url = f"urn:pkm:article:{article_id}"
        document = Document("page", title, facts.author, published=when if day else None,
                            language=facts.language or guess(words))
        loaded = self._capturing.source(document, facts, url, kind)
        known = self._store.article(article_id) is not None
        if not known:
            self._reopening.of_source(loaded.path)
        done = Captured(kind, loaded.file.text_field("title"), loaded.path, article_id, loaded.file.text_field("id"),
                        known=known)
        return _with_highlight(done, self._add(done, words, at, comment)) if words.strip() else done

    def of_source(self, name: str, words: str, place: str = "", comment: str = "") -> Captured:
        """Add a passage to a source that is here, named by id or path. Raises NotFound, Ambiguous."""
        article, loaded = self._reopening.source_of(name)
        kind = loaded.file.text_field("kind") or "page"
        done = Captured(kind, article.title, loaded.path, article.article_id, loaded.file.text_field("id"), known=True)
        at = place_for(Facts(kind), place)
        if seconds_of(at) is not None:
            done = self._capturing.as_recording(done)
        return _with_highlight(done, self._add(done, words, at, comment))

    def _add(self, done: Captured, words: str, place: str, comment: str) -> str:
        """Put a passage into the text of its source, below its place, and highlight it; return the highlight's id."""
        article = self._store.article(done.article_id)
        body = self._store.body(done.article_id)
        if article is None or body is None:
            raise Refused("“{title}” cannot be opened, so nothing was added to it.", title=done.title)
        passage = clean_html(paragraphs(words))
        wanted = canonical_text(passage)
        if not wanted:
            raise Refused("A passage needs words.")
        if place:
            places = _on_page(body.text, words, place) if done.kind == "pdf" else []
        else:
            places = find_places(body.text, words)
        if len(places) == 1:
            return self._highlighting.add_at(article, *places[0], comment).highlight_id
        start = _find(body.text, wanted, place)
        if start < 0:
            mark = place or (NOWHERE if body.text else "")
            before = body.html + (f"<h6>{escape(mark)}</h6>" if mark else "")
            html = before + passage
            document = Document("page", article.title, article.author, article.feed_title, article.published, html,
                                canonical_text(html), article.language)
            self._capturing.put(self._reopening.source_of(done.path)[1], document)
            head = canonical_text(before)
            start = len(head) + 2 if head else 0
            article = self._store.article(done.article_id) or article
        return self._highlighting.add_at(article, start, start + len(wanted), comment, place=place).highlight_id


def _on_page(text: str, words: str, place: str) -> list[tuple[int, int]]:
    """Where words stand in the text of a PDF on the page that was given; none where they are nowhere in it. Raises
    Refused for words that stand on another page."""
    found = [(there, spot) for spot in find_places(text, words) if (there := place_at(text, *spot))]
    fitting = [spot for there, spot in found if _pages(there) & _pages(place)]
    if found and not fitting:
        raise Refused("These words stand on {there}, not on {place}.", place=place,
                      there=", ".join(dict.fromkeys(there for there, _ in found)))
    return fitting


def _pages(place: str) -> set[str]:
    first, _, last = place.lower().partition(".")[2].strip().partition("–")
    if first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) < _MOST_PAGES:
        return set(map(str, range(int(first), int(last) + 1)))
    return {first, last} - {""}


def _find(text: str, words: str, place: str) -> int:
    at = text.find(words)
    while at >= 0:
        if place_at(text, at, at + len(words)) == place:
            return at
        at = text.find(words, at + 1)
    return -1


def _with_highlight(done: Captured, highlight_id: str) -> Captured:
    return Captured(done.kind, done.title, done.path, done.article_id, done.source_id, done.note_id, highlight_id,
                    done.known, done.notice)
