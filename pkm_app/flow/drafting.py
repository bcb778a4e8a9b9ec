"""From notes, highlights and kept articles to a draft in which every quotation carries its credit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.base.errors import Refused
from pkm_app.content.language import guess
from pkm_app.flow.finds import Candidate, Finds
from pkm_app.flow.pieces import Pieces, Thing
from pkm_app.flow.sources import Sources
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService
from pkm_app.share.compose import CARDS, TEMPLATES, Piece, compose, dates, draft_file, filled
from pkm_app.share.ports import TemplateShelf

if TYPE_CHECKING:
    from pkm_app.flow.ebooks import Ebooks

WEEK = 7  # days
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Drafting:
    """Composes drafts."""

    def __init__(self, store: ArticleStore, vault: Vault, sense: SenseService, sources: Sources,
                 now: Callable[[], datetime], shelf: TemplateShelf) -> None:
        self._vault = vault
        self._sense = sense
        self._now = now
        self._shelf = shelf
        self._pieces = Pieces(store, vault, sense, sources)
        self._finds = Finds(store, vault, sources, self._pieces, now)

    @cached_property
    def _ebooks(self) -> Ebooks:
        from pkm_app.flow.ebooks import Ebooks  # Today, which asks for finds, does without

        return Ebooks(self._vault, self._sense, self._pieces, self._shelf, self._now)

    def templates(self) -> Sequence[str]:
        """Return the templates a draft can be made of: those that come along, then a person's own."""
        return (*TEMPLATES, *self._shelf.names())

    def candidates(self, days: int = WEEK, most: int = 40) -> Sequence[Candidate]:
        """Return what Friday's Finds could be made of: kept in the last ``days``, in no draft yet, the latest first."""
        return self._finds.candidates(days, most)

    def new_draft(self, names: Sequence[str], title: str = "", template: str = "post", language: str = "",
                  compilers: Sequence[str] = (), days: int = WEEK, otherwise: str = "") -> tuple[str, str]:
        """Write a draft made of notes, highlights, sources or articles named by id; return (draft id, path).

        ``template`` is one that comes along, an own one, or a file. Without a title the first note's title is taken;
        Friday's Finds have one of their own, and without names are made of what was kept in the last ``days`` and is in
        no draft yet, what is older coming after it. ``language`` is that of the draft and of the texts of its template
        ("": that of the notes it is made of, or what their words and the title are in; else ``otherwise``, which is how
        the person reads the program; else that of most things it is made of). Raises NotFound and Ambiguous for a name
        or a template, Refused for what is private, a conversation without consent, or a draft without any title; then
        nothing was written.
        """
        if language and not _LANGUAGE.fullmatch(language):
            raise Refused("“{language}” is no language: give its code, as nl or en.", language=language)
        compilers = [one for one in (" ".join(name.split()) for name in compilers) if one]
        now = self._now()
        things: Sequence[Thing] = self._pieces.things(list(names))
        given = " ".join(title.split())
        spoken_of, tags = self._shelf.about(template, dates(now))
        language = spoken_of or language  # its words are in that language, whatever was asked
        title = given or next(filter(None, map(self._pieces.title, things)), "")
        if template == "finds":
            things, left = (things, ()) if things else self._finds.unused(days)
            language = language or guess(given) or self._pieces.language([*things, *left], otherwise) or "en"
            text = self._shelf.read(template, language)
            # many finds are not called after the first of them
            title = given or self._finds.title(language)
            pieces = self._finds.cards(things, left, language)
        else:
            if not title:
                raise Refused("A draft needs a title.")
            language = language or self._pieces.language(things, otherwise, title)
            if template == "ebook":
                return self._ebooks.begin(title, things, language or "en", compilers)
            text = self._shelf.read(template, language)
            pieces = [self._pieces.piece(one) for one in things]
        body = filled(text, title, now, {"pieces": compose(pieces), "compilers": ", ".join(compilers)})
        name = template if template in TEMPLATES else "post"
        file = draft_file(title, body, name, language, now, compilers, tags)
        saved = self._vault.create("drafts", title, file)
        return file.text_field("id"), saved.path

    def piece(self, name: str, draft: str) -> str:
        """Return a note, highlight, source or article as Markdown for a draft: a quotation with its credit, in finds
        and eBooks with one's own words about it; an article is kept as a source first.

        Raises NotFound, Ambiguous; Refused for what stays in.
        """
        card = self._vault.find(draft)
        file = self._vault.load(card.path).file
        things = self._pieces.things([name])
        if getattr(things[0], "path", "") == card.path:
            raise Refused("“{title}” cannot be put into itself.", title=card.title)
        language = card.lang or guess(card.title) or "en"
        if file.text_field("template") in CARDS:
            return self._pieces.excerpt(things[0], language).markdown.strip("\n")
        return self._pieces.piece(things[0]).markdown.strip("\n")

    def append(self, draft: str, names: Sequence[str]) -> tuple[str, str]:
        """Put things at the end of a draft; return its (id, path). Raises as :meth:`piece`, and then nothing was
        written; Refused for what is no draft, or nothing to put in."""
        card = self._vault.find(draft)
        if card.type != "draft":
            raise Refused("“{title}” is not a draft.", title=card.title)
        if not names:
            raise Refused("Say what to put into the draft.")
        pieces = [Piece(self.piece(name, card.path)) for name in names]
        loaded = self._vault.load(card.path)
        before = loaded.file.body.rstrip("\n")
        body = compose([Piece(before), *pieces] if before else pieces)
        self._vault.save(card.path, loaded.file.with_body(body), loaded.digest)
        return card.file_id, card.path

    def add_chapter(self, draft: str, names: Sequence[str], title: str = "") -> tuple[str, str]:
        """Write a chapter into an eBook, of a learning question with what hangs on it, or of other things; return
        (id, path) of the chapter. Raises as :meth:`new_draft`, and Refused for a draft that is no eBook in a folder.
        """
        return self._ebooks.add(draft, self._pieces.things(list(names)), title)

    def take_out(self, chapter: str) -> None:
        """Show a chapter no more in the index of its eBook; its file stays. Raises NotFound, Ambiguous."""
        self._ebooks.take_out(chapter)

    def put_back(self, chapter: str) -> None:
        """Show a chapter again in the index of its eBook, behind the last one. Raises NotFound, Ambiguous."""
        self._ebooks.put_back(chapter)
