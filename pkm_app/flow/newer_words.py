"""Words of a source that was changed after they were highlighted: what stands there now, and quoting that instead."""

from __future__ import annotations

from dataclasses import dataclass

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.plaintext import canonical_text
from pkm_app.flow.highlighting import Highlighting
from pkm_app.flow.sources import article_behind
from pkm_app.seek.model import Article
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import Highlight
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService


@dataclass(frozen=True, slots=True)
class Compared:
    """A highlight's words as they were ``read_on`` a day (2026-11-20), and what stands there ``now``, "" where nothing
    like it does."""

    highlight_id: str
    title: str
    read_on: str
    was: str
    now: str


class NewerWords:
    """Compares the version that was read with the one that the stream has."""

    def __init__(self, store: ArticleStore, vault: Vault, highlighting: Highlighting, sense: SenseService) -> None:
        self._store = store
        self._vault = vault
        self._highlighting = highlighting
        self._sense = sense

    def now(self, highlight: Highlight) -> str:
        """Return the words that stand where a highlight was made, "" where nothing like them does."""
        found = self._found(highlight)
        return " ".join(found[1].split()) if found else ""

    def compare(self, name: str) -> Compared:
        """Return both versions of a highlight's words. Raises NotFound, Ambiguous."""
        highlight = self._vault.find_highlight(name)
        return Compared(highlight.highlight_id, self._vault.find(highlight.source_path).title, highlight.made[:10],
                        highlight.exact, self.now(highlight))

    def quotation(self, name: str, language: str = "") -> str:
        """Highlight what stands there now and return it as a quotation with its credit; the highlight of the older
        version stays. Raises NotFound, Ambiguous, and Refused where nothing like it stands there."""
        highlight = self._vault.find_highlight(name)
        found = self._found(highlight)
        if found is None:
            raise Refused("Nothing like these words stands in “{title}” any more.",
                          title=self._vault.find(highlight.source_path).title)
        article, _, start, end = found
        made = self._highlighting.add_at(article, start, end, colour=highlight.colour, as_now=True)
        return self._sense.quotation(made.highlight_id, language)

    def _found(self, highlight: Highlight) -> tuple[Article, str, int, int] | None:
        from pkm_app.content.counterpart import counterpart  # takes its time to load

        article = article_behind(self._store, self._vault.find(highlight.source_path).url)
        body = self._store.body(article.article_id) if article else None
        if article is None or body is None or not body.text:
            return None
        text, start, end = self._read(highlight)
        place = counterpart(text, start, end, body.text)
        return (article, body.text[place[0] : place[1]], *place) if place else None

    def _read(self, highlight: Highlight) -> tuple[str, int, int]:
        """The text that was read, with the place of the words in it; only their surroundings where it is gone."""
        try:
            text = canonical_text(self._vault.snapshot(highlight.source_id, highlight.digest))
        except NotFound:
            text = ""
        start = highlight.start
        if start < 0 or text[start : start + len(highlight.exact)] != highlight.exact:
            start = text.find(highlight.exact)
        if start < 0:
            text, start = highlight.prefix + highlight.exact + highlight.suffix, len(highlight.prefix)
        return text, start, start + len(highlight.exact)
