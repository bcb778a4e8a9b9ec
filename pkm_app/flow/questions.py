"""Learning questions: what a person would like to find out, and what serves it.

A question is a note with ``question: open`` or ``answered``. What serves it links to it: a source or a person in a line
of its own at the top, a note at its end, a highlight in its comment. So any program that knows links shows the same.
A feed has no file: the question itself names its address under ``feeds``, as the page of a person does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.highlights import read_highlights, set_comment
from pkm_app.content.wikilinks import link_to, links
from pkm_app.flow.people import FeedFinder
from pkm_app.flow.sources import Sources
from pkm_app.seek.addresses import key
from pkm_app.sense.model import FileCard
from pkm_app.sense.notes import NewNote
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService

Serving = Literal["source", "highlight", "note", "person", "feed"]
_HIGHLIGHT = re.compile(r"hl-[a-z0-9]*")
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Served:
    """One thing that hangs on a question: ``name`` is the id of a highlight, the address of a feed, or a path;
    ``title`` what it is called, of a highlight its words; ``path`` the file it stands in, of a feed the question's."""

    kind: Serving
    name: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what serves it."""

    card: FileCard
    served: tuple[Served, ...] = ()

    def count(self, kind: Serving) -> int:
        """Return how many things of a kind serve it."""
        return sum(one.kind == kind for one in self.served)


class Questions:
    """Asks, attaches, answers."""

    def __init__(self, vault: Vault, sense: SenseService, sources: Sources, seek: FeedFinder,
                 now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._sense = sense
        self._sources = sources
        self._seek = seek
        self._now = now

    def ask(self, title: str, body: str = "") -> tuple[str, str]:
        """Write a question as a note; return its (id, path). The same question again is the same note.

        Raises Refused for an empty one.
        """
        title = " ".join(title.split())
        if not title:
            raise Refused("What would you like to find out? Write it as one question.")
        for card in self._cards():
            if card.title.casefold() == title.casefold():
                return card.file_id, card.path
        return self._sense.new_note(NewNote(title, body, question=True))

    def listing(self, answered: bool = False) -> Sequence[Question]:
        """Return the open questions with what serves them, the latest first; with ``answered`` those too."""
        return [Question(card, tuple(self._served(card))) for card in self._cards()
                if answered or card.question != "answered"]

    def find(self, name: str) -> Question:
        """Return the question with this id, path or title. Raises NotFound, and Refused for what is no question."""
        card = next((one for one in self._cards() if one.title.casefold() == name.strip().casefold()), None)
        card = card or self._vault.find(name)
        if not card.question:
            raise Refused("“{title}” is no learning question.", title=card.title)
        return Question(card, tuple(self._served(card)))

    def attach(self, question: str, thing: str) -> Served:
        """Let a thing serve a question: a highlight, an article, a source, note or person by id or path, or a feed
        that is followed by its id or address.

        What serves it already stays as it is. Raises NotFound, Ambiguous, Refused.
        """
        found = self.find(question)
        served = self._named(thing, found)
        if served.kind == "feed":
            feeds = self._feeds(found)
            if not any(key(one) == key(served.name) for one in feeds):
                self._sense.set_field(found.card.path, "feeds", [*feeds, served.name])
            return served
        if served.path == found.card.path:
            raise Refused("A question cannot serve itself.")
        if any((one.kind, one.name) == (served.kind, served.name) for one in found.served):
            return served
        loaded = self._vault.load(served.path)
        body, link = loaded.file.body, link_to(self._sense.link_name(found.card), "")
        if served.kind == "highlight":
            known = next(one for one in read_highlights(body) if one.highlight_id == served.name)
            body = set_comment(body, served.name, f"{known.comment}\n\n{link}" if known.comment else link)
        elif served.kind == "note":
            body = f"{body.rstrip()}\n\n{link}\n" if body.strip() else f"{link}\n"
        else:
            body = f"{link}\n\n{body.lstrip()}" if body.strip() else f"{link}\n"
        self._sense.save(served.path, body, loaded)
        return served

    def detach(self, question: str, thing: str) -> Served:
        """Take a thing off a question again: lines that are nothing but the link to it go. Raises as :meth:`attach`,
        and Refused where the link stands in a sentence of the person's own."""
        found = self.find(question)
        served = self._named(thing, found)
        if served.kind == "feed":
            left = [one for one in self._feeds(found) if key(one) != key(served.name)]
            self._sense.set_field(found.card.path, "feeds", left or None)
            return served
        loaded = self._vault.load(served.path)
        body = loaded.file.body
        if served.kind == "highlight":
            known = next(one for one in read_highlights(body) if one.highlight_id == served.name)
            changed = set_comment(body, served.name, self._without(known.comment, found.card, served.path))
        else:
            first = next((one.start for one in read_highlights(body)), len(body)) if served.kind == "source" else None
            head = body[:first]
            changed = self._without(head, found.card, served.path) + body[len(head):]
        if changed == body:
            raise Refused("“{title}” is linked to this question in a sentence of yours: change it there.",
                          title=served.title)
        self._sense.save(served.path, changed, loaded)
        return served

    def answer(self, question: str, answered: bool = True) -> FileCard:
        """Mark a question as answered, or as open again."""
        card = self.find(question).card
        self._sense.set_field(card.path, "question", "answered" if answered else "open")
        return self._vault.find(card.path)

    def _cards(self) -> Sequence[FileCard]:
        return [card for card in self._vault.cards(("note",), limit=_MOST) if card.question]

    def _feeds(self, question: Question) -> Sequence[str]:
        return self._vault.load(question.card.path).file.list_field("feeds")

    def _named(self, thing: str, question: Question) -> Served:
        if _HIGHLIGHT.fullmatch(thing):
            highlight = self._vault.find_highlight(thing)
            return Served("highlight", highlight.highlight_id, highlight.exact, highlight.source_path)
        for one in question.served:  # a feed that is no longer followed can be taken off too
            if one.kind == "feed" and "://" in thing and key(one.name) == key(thing):
                return one
        try:
            card = self._vault.find(thing)
        except NotFound:
            try:
                article = self._seek.find_article(thing)
            except NotFound as missing:
                return self._followed(thing, question, missing)
            card = self._vault.find(self._sources.keep(article).path)
        return _file(card)

    def _followed(self, name: str, question: Question, missing: NotFound) -> Served:
        try:
            feed = self._seek.find_feed(name)
        except NotFound:
            raise missing from None
        return Served("feed", feed.address, feed.title or feed.address, question.card.path)

    def _served(self, question: FileCard) -> Sequence[Served]:
        found: list[Served] = []
        for path in self._vault.backlinks(question.path):
            card = self._vault.find(path)
            if card.type not in ("source", "note", "person"):
                continue
            body = self._vault.load(path).file.body
            blocks = read_highlights(body) if card.type == "source" else []
            spans = [(one.start, one.end) for one in blocks]
            places = [link.start for link in links(body) if self._vault.resolve(link.target, path) == question.path]
            for block in blocks:
                if any(block.start <= place < block.end for place in places):
                    found.append(Served("highlight", block.highlight_id, block.quote, path))
            if any(not any(start <= place < end for start, end in spans) for place in places):
                found.append(_file(card))
        followed = {key(feed.address): feed.title for feed in self._seek.feeds()}
        for address in self._vault.load(question.path).file.list_field("feeds"):
            found.append(Served("feed", address, followed.get(key(address)) or address, question.path))
        return found

    def _without(self, text: str, question: FileCard, path: str) -> str:
        """Return text without the lines that are nothing but a link to the question."""
        kept = []
        for line in text.split("\n"):
            found = links(line)
            alone = len(found) == 1 and line.strip() == line[found[0].start:found[0].end]
            if not (alone and self._vault.resolve(found[0].target, path) == question.path):
                kept.append(line)
        return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).lstrip("\n") if len(kept) < text.count("\n") + 1 else text


def _file(card: FileCard) -> Served:
    kind: Serving = "source" if card.type == "source" else "person" if card.type == "person" else "note"
    return Served(kind, card.path, card.title, card.path)
