"""The reading list of the eBook: the very posts that it quotes, taken in as articles for Later."""

from __future__ import annotations

from collections.abc import Sequence

from pkm_app.base.errors import NotFound, Refused
from pkm_app.base.events import Operation
from pkm_app.flow.captured import Captured, Facts
from pkm_app.flow.capturing import Capturing
from pkm_app.flow.marking import Marking
from pkm_app.seek.catalogue import CatalogueSource
from pkm_app.seek.ports import ArticleStore
from pkm_app.seek.recommend import Recommending

VIA = "eBook Social Learning - Aan de slag!"


class ReadingList:
    """Takes posts of recommended sources in."""

    def __init__(self, recommending: Recommending, capturing: Capturing, store: ArticleStore, marking: Marking) -> None:
        self._recommending, self._capturing = recommending, capturing
        self._store, self._marking = store, marking

    def posts(self, chapter: str = "") -> Sequence[tuple[CatalogueSource, bool]]:
        """Return the sources of a chapter with a post to read (all for ""), and whether it is here already."""
        return [(source, self._store.article_by_url(source.post_url) is not None)
                for source in self._recommending.reading_list(chapter)]

    def take(self, source_id: str) -> Operation[Captured]:
        """Take in the post that the eBook quotes of a source, and put it in Later; the tip is noted with it.

        One that is here already is only put in Later. Nobody is followed by it. Raises NotFound for an unknown source,
        Refused for one without a post, NetworkProblem and the reader's problems; then nothing was taken in.
        """
        card = self._recommending.card(source_id)
        source = card.source
        if not card.readable:
            raise Refused("The eBook quotes no post of “{name}” whose address is known.", name=source.name)
        by_them = source.kind == "blogger" and source.post_kind == "cited"  # else the page says who wrote it
        facts = Facts(title=source.post_title, author=", ".join(source.people) if by_them else "", via=VIA)
        done = yield from self._capturing.address(source.post_url, facts, by_person=False)
        article = self._store.article(done.article_id)
        if article is None:
            raise NotFound("There is no article “{name}”. `articles --view all` lists them.", name=source.post_title)
        if not article.later:
            self._marking.set([article], "later")
        return done
