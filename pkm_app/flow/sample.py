"""A library to try things out in: short articles, highlights, two notes and a half-made draft, in an empty vault.

What is laid out is ordinary in every way; only nobody fetched it, so it works without a network.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape

from pkm_app.base.errors import Refused
from pkm_app.base.ids import derived_id
from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.flow.drafting import Drafting
from pkm_app.flow.highlighting import Highlighting
from pkm_app.flow.marking import Marking
from pkm_app.flow.questions import Questions
from pkm_app.flow.sources import Sources
from pkm_app.seek.model import Article, Entry, Mark
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.notes import NewNote
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class SampleHighlight:
    """Words of a sample article; ``own`` is what the person thought of them, "" for nothing yet."""

    key: str
    words: str
    colour: str = "yellow"
    own: str = ""


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """An article of printed quotations. ``age`` is how long ago it came in; ``mark`` "" leaves it in the inbox."""

    key: str
    author: str
    site: str
    title: str
    url: str
    language: str
    age: timedelta
    mark: Mark | None
    words: tuple[str, ...]
    highlights: tuple[SampleHighlight, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleNote:
    """A note; ``quote`` is the key of the highlight it quotes, ``served_by`` keys of what serves a question."""

    title: str
    body: str
    tags: tuple[str, ...] = ()
    quote: str = ""
    served_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """All of it, in one language. ``quoted`` is the line under each article that credits where it is printed."""

    language: str
    quoted: str
    via: str
    articles: tuple[SampleArticle, ...]
    note: SampleNote
    question: SampleNote
    finds: tuple[str, ...]
    unfinished: str


@dataclass
class Clock:
    """The time by which things are stamped, turned back while what is older is laid out."""

    now: Callable[[], datetime]
    back: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now() - self.back


@dataclass(frozen=True, slots=True)
class LaidOut:
    """How much was laid out, and the id of the draft that was begun."""

    articles: int
    notes: int
    draft_id: str


class SampleLibrary:
    """Lays a sample out. All parts stamp by ``clock``."""

    def __init__(self, vault: Vault, store: ArticleStore, sources: Sources, sense: SenseService,
                 highlighting: Highlighting, marking: Marking, questions: Questions, drafting: Drafting,
                 clock: Clock) -> None:
        self._vault = vault
        self._store = store
        self._sources = sources
        self._sense = sense
        self._highlighting = highlighting
        self._marking = marking
        self._questions = questions
        self._drafting = drafting
        self._clock = clock

    def lay_out(self, sample: Sample) -> LaidOut:
        """Write everything. Raises Refused where the vault holds anything already: nothing is ever mixed."""
        if self._vault.cards((), limit=1):
            raise Refused("The sample library wants a folder of its own, and there are notes in this one already.")
        articles: dict[str, Article] = {}
        highlights: dict[str, str] = {}
        for one in sorted(sample.articles, key=lambda one: one.age, reverse=True):
            self._clock.back = one.age
            articles[one.key] = self._article(one, sample)
            for marked in one.highlights:
                highlights[marked.key] = self._highlighting.add(
                    articles[one.key], marked.words, comment=marked.own, colour=marked.colour).highlight_id
        self._clock.back = _YEAR
        self._note(sample.note, sample.language, [highlights[sample.note.quote]])
        self._clock.back = timedelta(hours=2)
        asked = NewNote(sample.question.title, sample.question.body.strip() + "\n", lang=sample.language, question=True)
        _, path = self._sense.new_note(asked)
        for key in sample.question.served_by:
            self._questions.attach(path, highlights.get(key) or articles[key].article_id)
        self._clock.back = timedelta()
        draft_id, path = self._drafting.new_draft(
            [articles[key].article_id for key in sample.finds], "", "finds", sample.language)
        loaded = self._vault.load(path)
        self._sense.save(path, f"{loaded.file.body.rstrip()}\n\n{sample.unfinished.strip()}\n", loaded)
        return LaidOut(len(articles), 2, draft_id)

    def _article(self, one: SampleArticle, sample: Sample) -> Article:
        article_id = derived_id("captured", one.url or f"sample {one.key}")
        html = clean_html("".join(f"<p>{escape(words, quote=False)}</p>" for words in one.words)
                          + f"<hr><p><em>{escape(sample.quoted, quote=False)}</em></p>")
        entry = Entry(article_id, one.url, one.title, one.author, None, None, html, canonical_text(html), one.language,
                      derived_id(html))
        self._store.put_captured(article_id, entry, one.site, self._clock())
        article = self._store.article(article_id)
        if article is None:
            raise Refused("The sample library could not be laid out here.")
        loaded = self._sources.keep(article)
        self._vault.save(loaded.path, loaded.file.with_field("via", sample.via), loaded.digest)
        if one.mark is not None:
            self._marking.set([article], one.mark)
        return article

    def _note(self, note: SampleNote, language: str, quotes: list[str]) -> None:
        made = NewNote(note.title, note.body.strip() + "\n", note.tags, language, maturity="half-baked")
        self._sense.new_note(made, quotes)
