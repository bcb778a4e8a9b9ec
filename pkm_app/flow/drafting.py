"""From notes, highlights and kept articles to a draft in which every quotation carries its credit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.private import cut_private
from pkm_app.content.quotation import escape_plain
from pkm_app.flow.sources import Sources
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import FileCard
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService
from pkm_app.share.compose import TEMPLATES, Piece, compose, draft_file


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
        a private note, a conversation without consent, an unknown template or a draft without any title.
        """
        if template not in TEMPLATES:
            raise Refused("“{template}” is no template: choose from {known}.", template=template,
                          known=", ".join(TEMPLATES))
        pieces: list[Piece] = []
        for name in names:
            piece, its_title = self._piece(name)
            pieces.append(piece)
            title = title or its_title
        if not title.strip():
            raise Refused("A draft needs a title.")
        language = next((piece.language for piece in pieces if piece.language), "")
        file = draft_file(title, compose(pieces), template, language, self._now())
        saved = self._vault.create("drafts", title, file)
        return file.text_field("id"), saved.path

    def _piece(self, name: str) -> tuple[Piece, str]:
        if name.startswith("hl-"):
            highlight = self._vault.find_highlight(name)
            refuse_without_consent(self._vault, self._vault.find(highlight.source_path))
            return Piece(self._sense.quotation(highlight.highlight_id)), ""
        try:
            card = self._vault.find(name)
        except NotFound:
            card = self._source_of_article(name)
        if card.type == "source":
            refuse_without_consent(self._vault, card)
            stem = card.path.rsplit("/", 1)[-1].removesuffix(".md")
            words = ", ".join(part for part in (card.author, card.title) if part)
            return Piece(f"[[{stem}|{_inside_link(words)}]]", card.lang), card.title
        loaded = self._vault.load(card.path)
        if loaded.file.private:
            raise Refused("“{title}” is for you alone, so it cannot go into a draft.", title=card.title)
        return Piece(cut_private(loaded.file.body, "public").text, card.lang), card.title

    def _source_of_article(self, name: str) -> FileCard:
        ids = self._store.ids_starting(name)
        article = self._store.article(ids[0]) if len(ids) == 1 else None
        if article is None:
            raise NotFound("Nothing here is called {name}: give the id of a note, a highlight or an article.",
                           name=name)
        return self._vault.find(self._sources.keep(article).path)


def refuse_without_consent(vault: Vault, card: FileCard) -> None:
    """Raise Refused when a source is a conversation whose partner did not agree to be quoted."""
    if card.kind == "conversation":
        consent = vault.load(card.path).file.text_field("consent")
        if consent not in ("anonymous", "named"):
            raise Refused("“{title}” is a conversation without consent: its words never leave.", title=card.title)


def _inside_link(words: str) -> str:
    return escape_plain(words.replace("|", " ").replace("]]", "] ]").replace("[[", "[ ["))
