"""Sense as a service: notes, their versions, and the highlights that feed them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.highlights import read_highlights, remove_highlight, set_comment
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.sense.model import FileCard, FileType, Highlight, Loaded, Saved, Version
from pkm_app.sense.notes import MATURITIES, NewNote, compose_body, credit, note_file, stamp
from pkm_app.sense.ports import Vault


class SenseService:
    """What a person does with notes and highlights. Thread-safe as far as its vault is."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def new_note(self, note: NewNote, quotes: Sequence[str] = ()) -> tuple[str, str]:
        """Write a new note that quotes the given highlights; return (note id, path).

        Raises NotFound or Ambiguous for a highlight, Refused for an empty title or unknown maturity.
        """
        if not note.title.strip():
            raise Refused("A note needs a title.")
        if note.maturity and note.maturity not in MATURITIES:
            raise Refused("“{maturity}” is no maturity: choose seed, half-baked or baked.", maturity=note.maturity)
        quotations = [self.quotation(name) for name in quotes]
        file = note_file(note, compose_body(note.body, quotations), self._now())
        saved = self._vault.create("notes", note.title, file)
        return file.text_field("id"), saved.path

    def quotation(self, highlight_name: str, language: str = "") -> str:
        """Return a highlight as a quotation with its credit, ready to stand in a note or draft.

        The credit is in ``language``, or in that of the source; what leaves is credited in its own.
        """
        highlight = self._vault.find_highlight(highlight_name)
        source = self._vault.find(highlight.source_path)
        return credit(highlight, source, self._vault.load(source.path).file, self.link_name(source), language)

    def link_name(self, card: FileCard) -> str:
        """Return what a link to a file from a note or a draft says: its name, with its folder where that is needed."""
        name = card.path.rpartition("/")[2].removesuffix(".md")
        means = {self._vault.resolve(name, f"{folder}/-.md") for folder in ("notes", "drafts")}
        return name if means == {card.path} else card.path.removesuffix(".md")

    def cards(self, types: Sequence[FileType] = ("note",), tag: str = "", maturity: str = "",
              limit: int = 1000, offset: int = 0) -> Sequence[FileCard]:
        """List files of these types, latest change first; ``tag`` also finds the tags nested under it."""
        cards = self._vault.cards(types, limit=limit, offset=offset)
        if tag:
            wanted = tag.lstrip("#").casefold()
            cards = [c for c in cards if any(_under(t.casefold(), wanted) for t in c.tags)]
        if maturity:
            cards = [c for c in cards if c.maturity == maturity]
        return cards

    def find(self, name: str) -> FileCard:
        """Return a file by id, unambiguous beginning of an id, or path."""
        return self._vault.find(name)

    def load(self, path: str) -> Loaded:
        """Read a file for editing."""
        return self._vault.load(path)

    def save(self, path: str, body: str, loaded: Loaded,
             fields: Mapping[str, str | bool | Sequence[str] | None] | None = None) -> tuple[Loaded, Saved]:
        """Save an open file; return what now stands there, and how it went.

        ``fields`` are lines of the front matter to change as well, None takes one away. What is as it was
        writes nothing. The time of change is written where the file has that key.
        """
        file = loaded.file if body == loaded.file.body else loaded.file.with_body(body)
        for key, value in (fields or {}).items():
            if value is not None or key in file.front:
                file = file.with_field(key, value)
        if file.to_bytes() == loaded.file.to_bytes():
            return loaded, Saved(path, loaded.digest, written=False)
        return self._put(path, file, loaded)

    def set_field(self, path: str, key: str, value: str | bool | Sequence[str] | None) -> Saved:
        """Change one line of a file's front matter (maturity, value, tags, private ...)."""
        loaded = self._vault.load(path)
        return self._put(path, loaded.file.with_field(key, value), loaded)[1]

    def delete(self, name: str) -> FileCard:
        """Move a file to the trash."""
        return self.discard(name)[0]

    def discard(self, name: str) -> tuple[FileCard, str]:
        """Move a file to the trash; return what it was, and where it lies there."""
        card = self._vault.find(name)
        return card, self._vault.delete(card.path)

    def trash(self) -> Sequence[str]:
        """Return where everything in the trash lies."""
        return self._vault.trash()

    def undelete(self, trashed: str) -> str:
        """Move a file from the trash to where it was; return its path. Raises NotFound."""
        return self._vault.put_back(trashed)

    def history(self, name: str) -> tuple[str, Sequence[Version]]:
        """Return the path of a file and its former versions, oldest first; a path also of a file that is gone."""
        card = self._card(name)
        path = card.path if card else name
        versions = self._vault.history(path)
        if card is None and not versions:
            raise NotFound("Nothing here is called {name}, and there are no former versions of it.", name=name)
        return path, versions

    def former(self, name: str, number: int) -> VaultFile:
        """Return a former version of a file, to look at. Raises NotFound."""
        card = self._card(name)
        return parse_vault_file(self._vault.version(card.path if card else name, number))

    def linked(self, target: str, from_path: str) -> FileCard | None:
        """Return the file that a link's target means in ``from_path``, None when there is none."""
        path = self._vault.resolve(target, from_path)
        return self._card(path) if path else None

    def restore(self, name: str, number: int) -> Saved:
        """Put a former version back as a copy beside the file, which itself stays as it is.

        The copy is a file of its own, so it keeps neither id nor outlets. A file that is gone comes back as it was.
        """
        card = self._card(name)
        path = card.path if card else name
        file = parse_vault_file(self._vault.version(path, number))
        folder, _, own_name = path.rpartition("/")
        if card is None and self._card(file.text_field("id")) is None:
            return self._vault.create(folder, own_name.removesuffix(".md"), file)
        for key in ("id", "outlets"):
            if file.front_readable and key in file.front:
                file = file.with_field(key, None)
        title = card.title if card else own_name.removesuffix(".md")
        return self._vault.create(folder, f"{title} (version {number})", file)

    def _card(self, name: str) -> FileCard | None:
        try:
            return self._vault.find(name)
        except NotFound:
            return None

    def set_comment(self, highlight_name: str, comment: str) -> Highlight:
        """Write what the person thinks about a highlight, replacing the comment it had."""
        highlight = self._vault.find_highlight(highlight_name)
        loaded = self._vault.load(highlight.source_path)
        body = set_comment(loaded.file.body, highlight.highlight_id, comment)
        if body != loaded.file.body:
            self._put(highlight.source_path, loaded.file.with_body(body), loaded)
        written = next(block for block in read_highlights(body) if block.highlight_id == highlight.highlight_id)
        return replace(highlight, comment=written.comment)

    def remove_highlight(self, highlight_name: str) -> Highlight:
        """Take a highlight and its comment out of its source; both stay in the history."""
        highlight = self._vault.find_highlight(highlight_name)
        loaded = self._vault.load(highlight.source_path)
        body = remove_highlight(loaded.file.body, highlight.highlight_id)
        if body == loaded.file.body:
            raise NotFound("There is no highlight {id} in {path}.", id=highlight.highlight_id, path=loaded.path)
        self._put(highlight.source_path, loaded.file.with_body(body), loaded)
        return highlight

    def _put(self, path: str, file: VaultFile, loaded: Loaded) -> tuple[Loaded, Saved]:
        if file.front_readable and "updated" in file.front and file.to_bytes() != loaded.file.to_bytes():
            file = file.with_field("updated", stamp(self._now()))
        saved = self._vault.save(path, file, loaded.digest)
        return Loaded(path, file, saved.digest), saved


def _under(tag: str, wanted: str) -> bool:
    return tag == wanted or tag.startswith(wanted + "/")
