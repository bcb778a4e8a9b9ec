"""What a draft is made of: notes, highlights, sources and articles, each as Markdown that may leave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from pkm_app.base.errors import Ambiguous, NotFound
from pkm_app.content.credit import credit_words
from pkm_app.content.language import guess
from pkm_app.content.private import cut_private, for_a_draft
from pkm_app.content.wikilinks import has_own_words, is_only_a_link, link_to, links
from pkm_app.flow.consent import is_anonymous, refuse_private, refuse_without_consent
from pkm_app.flow.links import linked_file
from pkm_app.flow.named import article_named
from pkm_app.flow.sources import Sources
from pkm_app.seek.model import Article
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import FileCard, Highlight
from pkm_app.sense.notes import credit_of
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService
from pkm_app.share.compose import Piece, card

_HIGHLIGHT = re.compile(r"hl-[a-z0-9]*")

Thing: TypeAlias = Highlight | FileCard | Article


class Pieces:
    """Finds things by name, refuses what stays in, and gives the rest as pieces of a draft."""

    def __init__(self, store: ArticleStore, vault: Vault, sense: SenseService, sources: Sources) -> None:
        self._store = store
        self._vault = vault
        self._sense = sense
        self._sources = sources

    def things(self, names: tuple[str, ...] | list[str]) -> list[Thing]:
        """Return what is named by ids, paths or addresses. Raises NotFound, Ambiguous; Refused for what stays in."""
        found = [self._thing(name) for name in names]
        for thing in found:
            self.refuse_what_stays(thing)
        return found

    def _thing(self, name: str) -> Thing:
        if _HIGHLIGHT.fullmatch(name):
            return self._vault.find_highlight(name)
        try:
            card = self._vault.find(name)
        except NotFound:
            return article_named(self._store, name)
        if name not in (card.file_id, card.path) and card.file_id.startswith(name) and self._store.ids_starting(name):
            raise Ambiguous("“{name}” fits a file and an article, say more of it.", name=name)
        return card

    def refuse_what_stays(self, thing: Thing) -> None:
        """Raise Refused for what is private, quotes it, or is a conversation without consent."""
        if isinstance(thing, Article):
            source = self._sources.existing(thing)
            cards = [self._vault.find(source.path)] if source else []
        elif isinstance(thing, Highlight):
            cards = [self._vault.find(thing.source_path)]
        else:
            quoted = [] if thing.type == "source" else links(self._leaving(thing))
            found = [linked_file(self._vault, link, thing.path) for link in quoted if link.block.startswith("hl-")]
            cards = [thing, *filter(None, found)]
        for one in cards:
            refuse_private(self._vault, one)
            refuse_without_consent(self._vault, one)

    def _leaving(self, note: FileCard) -> str:
        return for_a_draft(self._vault.load(note.path).file.body)

    def title(self, thing: Thing) -> str:
        """Return the title a draft of this could have, "" for none."""
        if isinstance(thing, Highlight) or (isinstance(thing, FileCard) and is_anonymous(self._vault, thing)):
            return ""
        return thing.title.strip()

    def piece(self, thing: Thing) -> Piece:
        """Return a thing as a piece; an article is kept as a source first."""
        if isinstance(thing, Highlight):
            return Piece(self._sense.quotation(thing.highlight_id))
        file = self._source(thing) if isinstance(thing, Article) else thing
        if file.type != "source":
            return Piece(self._leaving(file), file.lang)
        words = credit_words(credit_of(file, self._vault.load(file.path).file), file.lang)
        return Piece(link_to(self._sense.link_name(file), words), file.lang)

    def language(self, things: Sequence[Thing], otherwise: str = "", title: str = "") -> str:
        """Return the language of a draft made of these, "" where nothing tells it: that of one's notes among them, or
        that in which these and a title are written; one that all things have in common; ``otherwise``; the most
        frequent one."""
        notes = [one for one in things if isinstance(one, FileCard) and one.type != "source"]
        said = next((one.lang for one in notes if one.lang), "")
        said = said or guess("\n".join([title, *map(self._leaving, notes)]))
        spoken = Counter(filter(None, map(self._spoken, things)))
        if not said and len(spoken) == 1:
            said = next(iter(spoken))
        return said or otherwise or next((code for code, _ in spoken.most_common(1)), "")

    def _spoken(self, thing: Thing) -> str:
        if isinstance(thing, Highlight):
            return self._vault.find(thing.source_path).lang
        if isinstance(thing, FileCard):
            return thing.lang
        source = self._sources.existing(thing)
        return (source.file.text_field("lang") if source else "") or thing.language

    def excerpt(self, thing: Thing, language: str, lead_in: bool = False) -> Piece:
        """Return a thing as a card: its first highlight that has own words beside it, else its first, else its link."""
        if isinstance(thing, FileCard) and thing.type != "source":
            return self.piece(thing)
        if isinstance(thing, Highlight):
            return card(self._sense.quotation(thing.highlight_id), _own(thing), language, lead_in)
        source = self._source(thing) if isinstance(thing, Article) else thing
        marked = list(self._vault.highlights(source.path))
        best = next((one for one in marked if _own(one)), marked[0] if marked else None)
        if best is None:
            return card(self.piece(source).markdown, "", language, lead_in)
        return card(self._sense.quotation(best.highlight_id), _own(best), language, lead_in)

    def _source(self, article: Article) -> FileCard:
        return self._vault.find(self._sources.keep(article).path)


def _own(highlight: Highlight) -> str:
    """What the person wrote beside a highlight, as far as it may leave. A line that only leads to a learning question
    or a note says nothing yet, and elsewhere it would be bare words."""
    if not has_own_words(cut_private(highlight.comment, "team").text):
        return ""
    lines = for_a_draft(highlight.comment).split("\n")
    return "\n".join(line for line in lines if not is_only_a_link(line)).strip()
