"""From notes, highlights and kept articles to a draft in which every quotation carries its credit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.content.credit import credit_words
from pkm_app.content.private import cut_private
from pkm_app.content.wikilinks import link_to, links
from pkm_app.flow.consent import is_anonymous, refuse_private, refuse_without_consent
from pkm_app.flow.links import linked_file
from pkm_app.flow.sources import Sources
from pkm_app.seek.model import Article
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import FileCard, Highlight
from pkm_app.sense.notes import credit_of
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService
from pkm_app.share.compose import TEMPLATES, Piece, compose, draft_file

_HIGHLIGHT = re.compile(r"hl-[a-z0-9]*")


class Drafting:
    """Composes drafts."""

    def __init__(self, store: ArticleStore, vault: Vault, sense: SenseService, sources: Sources,
                 now: Callable[[], datetime]) -> None:
        self._store = store
        self._vault = vault
        self._sense = sense
        self._sources = sources
        self._now = now

    def new_draft(self, names: Sequence[str], title: str = "", template: str = "post") -> tuple[str, str]:
        """Write a draft made of notes, highlights, sources or articles named by id; return (draft id, path).

        Without a title the first note's title is taken. Raises NotFound and Ambiguous for a name, Refused for
        what is private, a conversation without consent, an unknown template or a draft without any title; then
        nothing was written.
        """
        if template not in TEMPLATES:
            raise Refused("“{name}” is no template: choose from {known}.", name=template,
                          known=", ".join(TEMPLATES))
        things = [self._thing(name) for name in names]
        for thing in things:
            self._refuse_what_stays(thing)
        title = title.strip() or next(filter(None, map(self._title, things)), "")
        if not title:
            raise Refused("A draft needs a title.")
        pieces = [self._piece(thing) for thing in things]
        language = next((piece.language for piece in pieces if piece.language), "")
        file = draft_file(title, compose(pieces), template, language, self._now())
        saved = self._vault.create("drafts", title, file)
        return file.text_field("id"), saved.path

    def _thing(self, name: str) -> Highlight | FileCard | Article:
        if _HIGHLIGHT.fullmatch(name):
            return self._vault.find_highlight(name)
        try:
            card = self._vault.find(name)
        except NotFound:
            return self._article(name)
        if name not in (card.file_id, card.path) and card.file_id.startswith(name) and self._store.ids_starting(name):
            raise Ambiguous("“{name}” fits a file and an article, say more of it.", name=name)
        return card

    def _article(self, name: str) -> Article:
        found = self._store.article_by_url(name) if "://" in name else None
        ids = self._store.ids_starting(name) if name and found is None else ()
        if len(ids) > 1:
            raise Ambiguous("“{name}” fits several articles, say more of it: {ids}", name=name, ids=", ".join(ids[:5]))
        found = found or (self._store.article(ids[0]) if ids else None)
        if found is None:
            raise NotFound("Nothing here is called {name}: give the id of a note, a highlight or an article.",
                           name=name)
        return found

    def _refuse_what_stays(self, thing: Highlight | FileCard | Article) -> None:
        if isinstance(thing, Article):
            source = self._sources.existing(thing)
            cards = [self._vault.find(source.path)] if source else []
        elif isinstance(thing, Highlight):
            cards = [self._vault.find(thing.source_path)]
        else:
            quoted = [] if thing.type == "source" else links(self._leaving(thing))
            found = [linked_file(self._vault, link, thing.path) for link in quoted if link.block.startswith("hl-")]
            cards = [thing, *filter(None, found)]
        for card in cards:
            refuse_private(self._vault, card)
            refuse_without_consent(self._vault, card)

    def _leaving(self, card: FileCard) -> str:
        return cut_private(self._vault.load(card.path).file.body, "public").text

    def _title(self, thing: Highlight | FileCard | Article) -> str:
        if isinstance(thing, Highlight) or (isinstance(thing, FileCard) and is_anonymous(self._vault, thing)):
            return ""
        return thing.title.strip()

    def _piece(self, thing: Highlight | FileCard | Article) -> Piece:
        if isinstance(thing, Highlight):
            return Piece(self._sense.quotation(thing.highlight_id))
        card = self._vault.find(self._sources.keep(thing).path) if isinstance(thing, Article) else thing
        if card.type != "source":
            return Piece(self._leaving(card), card.lang)
        words = credit_words(credit_of(card, self._vault.load(card.path).file), card.lang)
        return Piece(link_to(self._sense.link_name(card), words), card.lang)
