"""A curated eBook: a folder with an index and one file a chapter, so that two people can write at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime

from pkm_app.base.errors import NotFound, Problem, Refused
from pkm_app.content.escaping import escape_plain
from pkm_app.content.filenames import file_name, taken_among
from pkm_app.content.highlights import read_highlights
from pkm_app.content.private import cut_private
from pkm_app.content.wikilinks import is_only_a_link, links
from pkm_app.flow.leaving import chapters
from pkm_app.flow.links import linked_file
from pkm_app.flow.pieces import Pieces, Thing
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService
from pkm_app.share.compose import Piece, compose, draft_file, filled
from pkm_app.share.ports import TemplateShelf
from pkm_app.share.wording import word

_FOLDER = "drafts"


class Ebooks:
    """Begins eBooks and adds chapters to them."""

    def __init__(self, vault: Vault, sense: SenseService, pieces: Pieces, shelf: TemplateShelf,
                 now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._sense = sense
        self._pieces = pieces
        self._shelf = shelf
        self._now = now

    def begin(self, title: str, things: Sequence[Thing], language: str, compilers: Sequence[str]) -> tuple[str, str]:
        """Write an eBook: a chapter of each note among ``things``, what is no note in the chapter before it (the first
        one where there is none). Returns (id, path) of its index, which shows the chapters in their order."""
        template = self._shelf.read("ebook", language)
        folder = f"{_FOLDER}/{self._free_folder(title)}"
        with self._whole_or_nothing() as made:
            for number, group in enumerate(self._groups(things), 1):
                heading = next(filter(None, map(self._pieces.title, group)), "") or word("chapter", language)
                made.append(self._write(folder, f"{number}. {heading}", group, language)[1])
            return self._write_index(folder, title, template, made, language, compilers)

    @contextmanager
    def _whole_or_nothing(self) -> Iterator[list[str]]:
        """Give a list for the paths of what is made; where that fails in the middle these go to the trash again."""
        made: list[str] = []
        try:
            yield made
        except Problem:
            for path in made:
                with suppress(Problem):  # what went wrong first is what the person is told
                    self._vault.delete(path)
            raise

    def _write_index(self, folder: str, title: str, template: str, made: Sequence[str], language: str,
                     compilers: Sequence[str]) -> tuple[str, str]:
        shown = "\n\n".join(self._embed(path) for path in made)
        asked = [f"**{escape_plain(name)}**\n\n%% {word('compiler', language)} %%" for name in compilers] or [
            f"%% {word('compiler', language)} %%"]
        body = filled(template, title, self._now(), {"chapters": shown, "compilers": "\n\n".join(asked)})
        file = draft_file(title, body, "ebook", language, self._now(), compilers)
        saved = self._vault.create(folder, "index", file)
        return file.text_field("id"), saved.path

    def add(self, draft: str, things: Sequence[Thing], title: str) -> tuple[str, str]:
        """Write one more chapter and show it in the index behind the last one; return its (id, path)."""
        index = self._vault.find(draft)
        loaded = self._vault.load(index.path)
        folder, _, name = index.path.rpartition("/")
        if index.type != "draft" or name != "index.md" or not folder:
            raise Refused("“{title}” is no eBook: chapters go into a draft made with: pkm draft --template ebook",
                          title=index.title)
        language = index.lang or "en"
        heading = " ".join(title.split()) or next(filter(None, map(self._pieces.title, things)), "")
        if not heading:
            raise Refused("A chapter needs a title.")
        number = len(chapters(self._vault, index.path)) + 1
        with self._whole_or_nothing() as made:
            chapter = self._write(folder, f"{number}. {heading}", things, language)
            made.append(chapter[1])
            body = _shown_last(loaded.file.body, self._embed(chapter[1]), self._ends(loaded))
            file = loaded.file.with_body(body)
            if "updated" in file.front:
                file = file.with_field("updated", stamp(self._now()))
            self._vault.save(index.path, file, loaded.digest)
        return chapter

    def take_out(self, chapter: str) -> None:
        """Show a chapter no more in the index of its eBook; its file stays. Where it is not shown nothing changes."""
        card = self._vault.find(chapter)
        index, loaded = self._index_of(card)
        if index is None or loaded is None:
            return
        body = loaded.file.body
        for link in reversed(links(body)):
            target = linked_file(self._vault, link, index.path) if link.embed else None
            if target is not None and target.path == card.path:
                body = f"{body[: link.start].rstrip(chr(10))}\n\n{body[link.end :].lstrip(chr(10))}".lstrip("\n")
        if body != loaded.file.body:
            self._vault.save(index.path, loaded.file.with_body(body), loaded.digest)

    def put_back(self, chapter: str) -> None:
        """Show a chapter behind the last one in the index of its eBook, where it is not shown yet."""
        card = self._vault.find(chapter)
        index, loaded = self._index_of(card)
        if index is None or loaded is None or self._links_to(loaded.file.body, index.path, card):
            return
        body = _shown_last(loaded.file.body, self._embed(card.path), self._ends(loaded))
        self._vault.save(index.path, loaded.file.with_body(body), loaded.digest)

    def _index_of(self, chapter: FileCard) -> tuple[FileCard | None, Loaded | None]:
        try:
            index = self._vault.find(f"{chapter.path.rpartition('/')[0]}/index.md")
        except NotFound:
            return None, None
        return index, self._vault.load(index.path)

    def _groups(self, things: Sequence[Thing]) -> list[list[Thing]]:
        groups: list[list[Thing]] = []
        for thing in things:
            if (isinstance(thing, FileCard) and thing.type != "source") or not groups:
                groups.append([])
            groups[-1].append(thing)
        return groups or [[]]

    def _write(self, folder: str, title: str, things: Sequence[Thing], language: str) -> tuple[str, str]:
        pieces: list[Piece] = []
        for thing in things:
            pieces += self._whole_question(thing, language) if _is_question(thing) else [
                self._pieces.excerpt(thing, language, lead_in=True)]
        body = filled(self._shelf.read("chapter", language), title, self._now(), {"pieces": compose(pieces)})
        file = draft_file(title, body, "chapter", language, self._now())
        return file.text_field("id"), self._vault.create(folder, title, file).path

    def _whole_question(self, thing: Thing, language: str) -> Iterator[Piece]:
        """A learning question, and all that hangs on it: notes that link to it, highlights whose words do, and sources
        that do as a whole. Lines that only hang something on the question are no part of the text."""
        assert isinstance(thing, FileCard)
        yield self._pieces.piece(thing)
        for path in sorted(self._vault.backlinks(thing.path)):
            other = self._vault.find(path)
            try:
                self._pieces.refuse_what_stays(other)
            except Refused:
                continue  # what is private stays where it is; the rest makes the chapter
            if other.type == "note":
                yield self._without_link(self._pieces.piece(other), thing, path)
            elif other.type == "source":
                for one in self._hung(other, thing):
                    yield self._without_link(self._pieces.excerpt(one, language, lead_in=True), thing, path)

    def _hung(self, source: FileCard, question: FileCard) -> list[Thing]:
        """The highlights of a source that hang on a question; where none does, the source itself."""
        found: list[Thing] = [
            one for one in self._vault.highlights(source.path)
            if self._links_to(cut_private(one.comment, "public").text, source.path, question)]
        if found:
            return found
        body = cut_private(self._vault.load(source.path).file.body, "public").text
        first = next((one.start for one in read_highlights(body)), len(body))
        return [source] if self._links_to(body[:first], source.path, question) else []

    def _links_to(self, text: str, path: str, card: FileCard) -> bool:
        return any(getattr(linked_file(self._vault, link, path), "path", "") == card.path for link in links(text))

    def _without_link(self, piece: Piece, question: FileCard, path: str) -> Piece:
        lines = piece.markdown.split("\n")
        kept = [line for line in lines if not (is_only_a_link(line) and self._links_to(line, path, question))]
        return piece if len(kept) == len(lines) else replace(piece, markdown="\n".join(kept).strip("\n"))

    def _embed(self, path: str) -> str:
        return f"![[{self._sense.link_name(self._vault.find(path))}]]"

    def _ends(self, index: Loaded) -> list[int]:
        """Where the lines that show chapters end in an index."""
        of_folder = {card.path for card in chapters(self._vault, index.path)}
        return [link.end for link in links(index.file.body) if link.embed and
                getattr(linked_file(self._vault, link, index.path), "path", "") in of_folder]

    def _free_folder(self, title: str) -> str:
        known = {parts[1] for card in self._vault.cards((), limit=1_000_000)
                 if len(parts := card.path.split("/")) > 1 and parts[0] == _FOLDER}
        return file_name(title, "", taken_among(known))


def _is_question(thing: Thing) -> bool:
    return isinstance(thing, FileCard) and thing.type == "note" and bool(thing.question)


def _shown_last(body: str, embed: str, ends: list[int]) -> str:
    if not ends:
        return f"{body.rstrip()}\n\n{embed}\n".lstrip("\n")
    return f"{body[: ends[-1]]}\n\n{embed}{body[ends[-1] :]}"

