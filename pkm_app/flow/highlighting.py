"""From words in an article to a highlight in its source file, and back to their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.base.ids import new_highlight_id
from pkm_app.content.anchor import Selector, find_places, locate, select
from pkm_app.content.highlights import add_highlight
from pkm_app.content.places import PLACED_KINDS, place_at, without_marks
from pkm_app.content.plaintext import canonical_text
from pkm_app.content.wikilinks import has_own_words
from pkm_app.flow.sources import Sources, article_behind
from pkm_app.seek.model import Article
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import Highlight
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService

COLOURS = ("yellow", "green", "blue", "pink")
_AROUND = 40  # characters shown on each side of a place when several fit


@dataclass(frozen=True, slots=True)
class PlacedHighlight:
    """A highlight with the article it sits in ("" when the stream no longer has it) and where it stands there:
    ``start`` and ``end`` count characters of the article's canonical text, or, where the stream has no such article,
    of the version that was read; -1 for an orphan, and for one whose text was never here (``unchecked``).
    ``credit`` is whom and what it is credited to, in one line; a listing of all has it."""

    highlight: Highlight
    article_id: str
    start: int = -1
    end: int = -1
    credit: str = ""


class Highlighting:
    """Highlights articles. Anchors are made on the article's canonical text, never on its markup."""

    def __init__(self, store: ArticleStore, vault: Vault, sources: Sources, sense: SenseService) -> None:
        self._store = store
        self._vault = vault
        self._sources = sources
        self._sense = sense

    def add(self, article: Article, words: str, prefix: str = "", suffix: str = "", comment: str = "",
            colour: str = "yellow", place: str = "") -> Highlight:
        """Highlight the place with these words and return it; the same place again is the same highlight.

        ``place`` is the page or time they stand at, found in the text itself where it shows its places.

        Raises NotFound when the words are not there, Ambiguous (with the places) when they are there more
        than once and prefix and suffix do not decide, Refused for an unknown colour or empty words.
        """
        _refuse_colour(colour)
        if not words.strip():
            raise Refused("Say which words to highlight.")
        return self.add_at(article, *self.place(article, words, prefix, suffix), comment, colour, place)

    def add_at(self, article: Article, start: int, end: int, comment: str = "", colour: str = "yellow",
               place: str = "", as_now: bool = False) -> Highlight:
        """Highlight these characters of the article's canonical text; the same place again is the same highlight,
        with ``as_now`` only where the words are the same as well.

        ``place`` is the page or time they stand at, found in the text itself where it shows its places.
        """
        _refuse_colour(colour)
        body = self._sources.body(article)
        selector = select(body.text, start, end)
        start, end = selector.start, selector.start + len(selector.exact)
        for placed in self.of_article(article):
            if (placed.start, placed.end) == (start, end) and not (as_now and placed.highlight.where != "exact"):
                known = placed.highlight
                return self._sense.set_comment(known.highlight_id, comment) if comment.strip() else known
        loaded = self._sources.ensure(article)
        if not place and loaded.file.text_field("kind") in PLACED_KINDS:
            place = place_at(body.text, start, end)
        source_id = loaded.file.text_field("id")
        highlight = Highlight(
            highlight_id=new_highlight_id(), source_path=loaded.path, source_id=source_id,
            exact=selector.exact, prefix=selector.prefix, suffix=selector.suffix, start=selector.start,
            colour=colour, comment=comment.strip(), made=stamp(self._sources.now()),
            digest=self._vault.put_snapshot(source_id, body.html), where="exact",
        )
        self._vault.put_anchor(source_id, highlight)
        words = without_marks(highlight.exact)
        text = add_highlight(loaded.file.body, highlight.highlight_id, words, comment, place)
        self._sense.save(loaded.path, text, loaded)
        return highlight

    def of_article(self, article: Article) -> Sequence[PlacedHighlight]:
        """Return the article's highlights, each with its place in the text as it stands now."""
        loaded = self._sources.existing(article)
        if loaded is None:
            return []
        text = self._sources.body(article).text
        return [self._placed(h, article.article_id, text) for h in self._vault.highlights(loaded.path)]

    def listing(self, unsensed: bool = False) -> Sequence[PlacedHighlight]:
        """Return every highlight of the vault with where it now stands; ``unsensed``: only those without own words."""
        placed: list[PlacedHighlight] = []
        texts: dict[str, tuple[str, str, str]] = {}
        for highlight in self._vault.highlights():
            if unsensed and has_own_words(highlight.comment):
                continue
            if highlight.source_path not in texts:
                texts[highlight.source_path] = self._text_behind(highlight.source_path)
            article_id, text, credit = texts[highlight.source_path]
            placed.append(replace(self._placed(highlight, article_id, text), credit=credit))
        return placed

    def _text_behind(self, source_path: str) -> tuple[str, str, str]:
        card = self._vault.find(source_path)
        article = article_behind(self._store, card.url)
        body = self._store.body(article.article_id) if article else None
        return (article.article_id if article else "", body.text if body else "", card.credit)

    def _placed(self, highlight: Highlight, article_id: str, text: str) -> PlacedHighlight:
        text = text or self._text_read(highlight)
        selector = Selector(highlight.exact, highlight.prefix, highlight.suffix, highlight.start)
        if not text and not highlight.digest:  # taken in from elsewhere: there is no text in which it could be lost
            return PlacedHighlight(highlight, article_id)
        place = locate(text, selector)
        return PlacedHighlight(replace(highlight, where=place.how), article_id, place.start, place.end)

    def _text_read(self, highlight: Highlight) -> str:
        """Return the text of the version that was highlighted, "" when it is not there."""
        try:
            return canonical_text(self._vault.snapshot(highlight.source_id, highlight.digest))
        except NotFound:
            return ""

    def place(self, article: Article, words: str, prefix: str = "", suffix: str = "") -> tuple[int, int]:
        """Return where these words stand in an article, in characters of its canonical text; raises as ``add``."""
        return self._place(article, self._sources.body(article).text, words, prefix, suffix)

    def article_of(self, highlight: Highlight) -> Article:
        """Return the article of the stream that a highlight sits in. Raises NotFound when it is no longer there."""
        card = self._vault.find(highlight.source_path)
        article = article_behind(self._store, card.url)
        if article is None:
            raise NotFound("The article of “{title}” is no longer in the stream, so its highlights stay as they are.",
                           title=card.title)
        return article

    def _place(self, article: Article, text: str, words: str, prefix: str, suffix: str) -> tuple[int, int]:
        places = find_places(text, words, prefix, suffix)
        if not places:
            raise NotFound("These words are not in “{title}”: {words}", title=article.title, words=words)
        if len(places) > 1:
            shown = [_around(text, start, end) for start, end in places[:3]]
            raise Ambiguous(
                "These words stand in {count} places: say which with --prefix or --suffix. {first}; {second}{third}",
                count=len(places), first=shown[0], second=shown[1], third=f"; {shown[2]}" if shown[2:] else "")
        return places[0]


def _refuse_colour(colour: str) -> None:
    if colour not in COLOURS:
        raise Refused("“{colour}” is no colour for a highlight: choose yellow, green, blue or pink.", colour=colour)


def _around(text: str, start: int, end: int) -> str:
    words = text[start:end] if end - start <= _AROUND else text[start : start + _AROUND] + "…"
    line = f"…{text[max(0, start - _AROUND) : start]}{words}{text[end : end + _AROUND]}…"
    return " ".join(line.split())
