"""Editing highlights: colour, extent, joining, taking away. Every edit gives back what undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pkm_app.base.errors import Refused
from pkm_app.base.ids import new_file_id
from pkm_app.content.anchor import Selector, locate, select
from pkm_app.content.highlights import add_highlight, read_highlights, remove_highlight, set_comment, set_quote
from pkm_app.content.places import PLACED_KINDS, place_at, without_marks
from pkm_app.content.vaultfile import VaultFile
from pkm_app.flow.highlighting import COLOURS, PlacedHighlight
from pkm_app.flow.sources import Sources
from pkm_app.seek.model import Article
from pkm_app.sense.model import Highlight, Loaded
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that an edit changed: its body before, and the digest of what stood there after."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit did. ``highlight`` is as it is now (as it was, when it is gone), ``were`` are all that were
    touched, as they were before; ``files`` the source first."""

    highlight: Highlight
    were: tuple[Highlight, ...]
    files: tuple[FileChange, ...] = ()


class HighlightEdits:
    """Changes highlights that are there. Anchor files are never changed: an edit writes a newer one beside."""

    def __init__(self, vault: Vault, sources: Sources) -> None:
        self._vault = vault
        self._sources = sources

    def recolour(self, name: str, colour: str) -> Edited:
        """Give a highlight another colour. Raises NotFound, Ambiguous, Refused for a colour there is none of."""
        if colour not in COLOURS:
            raise Refused("“{colour}” is no colour for a highlight: choose yellow, green, blue or pink.", colour=colour)
        old = self._vault.find_highlight(name)
        new = replace(old, colour=colour, made=stamp(self._sources.now()))
        loaded = self._with_id(old.source_path)
        self._vault.move_anchor(loaded.file.text_field("id"), new)
        change = self._touch(loaded)
        return Edited(replace(new, source_id=loaded.file.text_field("id")), (old,), (change,))

    def reshape(self, article: Article, name: str, start: int, end: int) -> Edited:
        """Let a highlight stand for other characters of the article's canonical text; its comment and id stay."""
        old = self._vault.find_highlight(name)
        loaded = self._with_id(old.source_path)
        new = self._anchored(article, old, loaded, start, end)
        change = self._write(loaded, self._requoted(article, loaded, new))
        return Edited(new, (old,), (change,))

    def join(self, article: Article, names: Sequence[str], start: int = -1, end: int = -1) -> Edited:
        """Make one highlight of several, from the first character of any of them to the last (of ``start`` to ``end``
        too, where given). Comments are put one after the other; what quotes one of them quotes the joined one.

        The one that stands first keeps its id. Raises Refused for fewer than two, or where one lost its place.
        """
        olds = list({old.highlight_id: old for old in map(self._vault.find_highlight, names)}.values())
        if len(olds) < 2:
            raise Refused("Choose two highlights or more to join.")
        if len({old.source_path for old in olds}) > 1:
            raise Refused("Only highlights of one article can be joined.")
        text = self._sources.body(article).text
        places = {old.highlight_id: self._place(text, old) for old in olds}
        olds.sort(key=lambda old: places[old.highlight_id])
        first = olds[0]
        start = min([place[0] for place in places.values()] + ([start] if start >= 0 else []))
        end = max([place[1] for place in places.values()] + [end])
        loaded = self._with_id(first.source_path)
        new = self._anchored(article, first, loaded, start, end)
        comment = "\n\n".join(old.comment.strip() for old in olds if old.comment.strip())
        body = self._requoted(article, loaded, new)
        body = set_comment(body, first.highlight_id, comment)
        for gone in olds[1:]:
            body = remove_highlight(body, gone.highlight_id)
        changes = [self._write(loaded, body)]
        changes += self._relink([old for old in olds[1:] if old.used_in], first.highlight_id)
        return Edited(replace(new, comment=comment), tuple(olds), tuple(changes))

    def remove(self, name: str) -> Edited:
        """Take a highlight and its comment out of its source; both stay in the history."""
        old = self._vault.find_highlight(name)
        loaded = self._vault.load(old.source_path)
        change = self._write(loaded, remove_highlight(loaded.file.body, old.highlight_id))
        return Edited(old, (old,), (change,))

    def undo(self, edited: Edited) -> None:
        """Take an edit back. Where the files were written meanwhile that stays, and only the highlights are mended."""
        source = edited.files[0]
        for old in edited.were:
            self._put_anchor_back(old)
        for change in edited.files:
            loaded = self._vault.load(change.path)
            if loaded.digest == change.after:
                self._save(loaded, change.before)
            elif change is source:
                self._save(loaded, _mended(loaded.file.body, edited.were))

    def _put_anchor_back(self, old: Highlight) -> None:
        now = self._vault.anchor(old.source_id, old.highlight_id) if old.source_id else None
        known = ("exact", "prefix", "suffix", "start", "colour", "digest")
        if now is not None and any(getattr(now, key) != getattr(old, key) for key in known):
            self._vault.move_anchor(old.source_id, replace(old, made=stamp(self._sources.now())))

    def _anchored(self, article: Article, old: Highlight, loaded: Loaded, start: int, end: int) -> Highlight:
        body = self._sources.body(article)
        selector = select(body.text, start, end)
        source_id = loaded.file.text_field("id")
        new = replace(
            old, source_id=source_id, exact=selector.exact, prefix=selector.prefix, suffix=selector.suffix,
            start=selector.start, made=stamp(self._sources.now()), where="exact",
            digest=self._vault.put_snapshot(source_id, body.html))
        self._vault.move_anchor(source_id, new)
        return new

    def _requoted(self, article: Article, loaded: Loaded, new: Highlight) -> str:
        """Return the body of a source with the words of a highlight as they are now, and the page or time they
        stand at where the source shows that."""
        placed = loaded.file.text_field("kind") in PLACED_KINDS
        text = self._sources.body(article).text if placed else ""
        locator = place_at(text, new.start, new.start + len(new.exact)) if placed else ""
        return set_quote(loaded.file.body, new.highlight_id, without_marks(new.exact), locator)

    def _place(self, text: str, old: Highlight) -> tuple[int, int]:
        place = locate(text, Selector(old.exact, old.prefix, old.suffix, old.start))
        if place.start < 0:
            raise Refused("“{words}” has lost its place in the article, so it cannot be joined.", words=old.exact[:60])
        return place.start, place.end

    def _relink(self, gone: Sequence[Highlight], kept: str) -> list[FileChange]:
        changes = []
        for path in dict.fromkeys(path for old in gone for path in old.used_in):
            loaded = self._vault.load(path)
            body = loaded.file.body
            for old in gone:
                body = body.replace(f"#^{old.highlight_id}", f"#^{kept}")
            changes.append(self._write(loaded, body))
        return changes

    def _with_id(self, path: str) -> Loaded:
        loaded = self._vault.load(path)
        if loaded.file.text_field("id"):
            return loaded
        file = loaded.file.with_field("id", new_file_id(self._sources.now()))
        return Loaded(path, file, self._vault.save(path, file, loaded.digest).digest)

    def _touch(self, loaded: Loaded) -> FileChange:
        """Write the time of change, so that other devices look at the file, and at its anchors, again."""
        return self._write(loaded, loaded.file.body)

    def _write(self, loaded: Loaded, body: str) -> FileChange:
        return FileChange(loaded.path, loaded.file.body, self._save(loaded, body))

    def _save(self, loaded: Loaded, body: str) -> str:
        file: VaultFile = loaded.file if body == loaded.file.body else loaded.file.with_body(body)
        if file.front_readable and "updated" in file.front:
            file = file.with_field("updated", stamp(self._sources.now()))
        return self._vault.save(loaded.path, file, loaded.digest).digest


def overlapping(placed: Sequence[PlacedHighlight], start: int, end: int, text: str = "") -> list[PlacedHighlight]:
    """Return the highlights that share characters with a stretch, or adjoin it with nothing but blanks between."""
    def near(one: PlacedHighlight) -> bool:
        if one.start < 0:
            return False
        low, high = (one.end, start) if one.end <= start else (end, one.start)
        return low >= high or not text[low:high].strip()

    return [one for one in placed if near(one)]


def _mended(body: str, were: Sequence[Highlight]) -> str:
    """Give a body that was written meanwhile its highlights back, as far as they are not as they were."""
    known = {block.highlight_id: block for block in read_highlights(body)}
    for old in were:
        now = known.get(old.highlight_id)
        if now is None:
            body = add_highlight(body, old.highlight_id, without_marks(old.exact), old.comment)
        elif now.quote.split() != without_marks(old.exact).split():
            body = set_quote(body, old.highlight_id, without_marks(old.exact))
    return body
