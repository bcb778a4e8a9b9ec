"""A draft on its way out: who may leave at all, and its whole text, with the chapters and notes that it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.content.codespans import fences
from pkm_app.content.conflictnames import original_name
from pkm_app.content.origin import origin, signed, unsigned
from pkm_app.content.passages import block, headings, section
from pkm_app.content.private import cut_private
from pkm_app.content.syntax import tokens
from pkm_app.content.wikilinks import WikiLink, shown_alone
from pkm_app.flow.consent import is_private, without_consent
from pkm_app.flow.links import linked_file
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.sense.notes import credit
from pkm_app.sense.ports import Vault
from pkm_app.share.head import Head, head_of
from pkm_app.share.service import AUDIENCES

_DEEPEST = 8


@dataclass(frozen=True)
class WholeText:
    """The text of a draft as it leaves to an audience: how many private parts were ``cut`` from it and what it shows,
    whether one is never closed (``unclosed``), and the paths of the ``files`` it was made of, the draft's own first.
    ``borders`` are the places at which a chapter that it shows begins or ends.

    Where it is made of several files, the links and labels in it are signed (content.origin): ``origins`` are the paths
    of the files by their signs. Of the files ``open_code`` end in code that is never closed."""

    text: str
    cut: int
    unclosed: bool
    files: tuple[str, ...]
    borders: tuple[int, ...] = ()
    origins: tuple[str, ...] = ()
    open_code: tuple[str, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text without its signs."""
        return unsigned(self.text)

    def named(self, target: str) -> tuple[str, str]:
        """Return the target of a link as it was written, and the path of the file in which it was."""
        number, written = origin(target)
        return written, self.origins[number] if 0 <= number < len(self.origins) else self.files[0]


def leaving_draft(vault: Vault, name: str, audience: str) -> Loaded:
    """Return a draft that may leave. Raises Refused for an unknown audience, what is private, and what is no draft."""
    if audience not in AUDIENCES:
        raise Refused("“{audience}” is no audience: choose public, community or team.", audience=audience)
    card = vault.find(name)
    loaded = vault.load(card.path)
    if not loaded.file.front_readable:
        raise Refused("What stands between the two lines of --- in {path} cannot be read, so nobody knows whether it "
                      "is for you alone, and it cannot leave. Mend it there first.", path=loaded.path)
    if loaded.file.private:
        raise Refused("“{title}” is for you alone, so it cannot leave. Nothing was written or sent.", title=card.title)
    if card.type != "draft":
        raise Refused("“{title}” is not a draft. Make one of it with: pkm draft --from {id}",
                      title=card.title, id=card.file_id or card.path)
    return loaded


def whole_text(vault: Vault, loaded: Loaded, audience: str) -> WholeText:
    """Return the text of a draft without what stays in, each note and chapter it shows (``![[so]]`` on a line of its
    own) in its place.

    Private parts are cut file by file, so that one left open hides nothing of another file. Raises Refused for a file
    that shows itself. What is private, missing or a source stays the link it is, for others to judge.
    """
    return _Whole(vault, audience).of(loaded)


def leaving_head(vault: Vault, loaded: Loaded, audience: str) -> Head:
    """Return what front matter gives to a draft that leaves. Raises Refused where its whole title stays in."""
    card = vault.find(loaded.path)
    return head_of(loaded.file, card.title, card.tags, audience)


def chapters(vault: Vault, path: str) -> tuple[FileCard, ...]:
    """Return the drafts that lie in the folder of a draft named ``index.md``, by name; a copy that was made because two
    had written at once is none, while the file itself is there."""
    folder, _, name = path.rpartition("/")
    if name != "index.md" or not folder:
        return ()
    cards = [card for card in vault.cards(("draft",), limit=100_000) if card.path.rpartition("/")[0] == folder]
    there = {card.path for card in cards}
    return tuple(sorted((card for card in cards if card.path != path and _copied(card.path) not in there),
                        key=lambda card: card.path.casefold()))


def _copied(path: str) -> str:
    """The path of the file of which this one is a copy from a conflict, "" where it is none."""
    folder, _, name = path.rpartition("/")
    original = original_name(name)
    return f"{folder}/{original}" if original else ""


class _Whole:
    def __init__(self, vault: Vault, audience: str) -> None:
        self._vault = vault
        self._audience = audience
        self._files: list[str] = []
        self._origins: list[str] = []
        self._open: list[str] = []
        self._cut = 0
        self._unclosed = False
        self._borders: list[int] = []

    def of(self, loaded: Loaded) -> WholeText:
        text = self._expanded(loaded, ())
        if len(self._origins) == 1:  # nothing to be told apart
            text = unsigned(text)
        return WholeText(text, self._cut, self._unclosed, tuple(self._files), tuple(self._borders),
                         tuple(self._origins), tuple(self._open))

    def _expanded(self, loaded: Loaded, above: tuple[str, ...]) -> str:
        if loaded.path in above or len(above) > _DEEPEST:
            raise Refused("“{path}” shows itself, so it has no end. Take the line that shows it out of {last}.",
                          path=loaded.path, last=above[-1])
        text = self._own(loaded)
        parts: list[str] = []
        end = length = 0
        for link in shown_alone(text):
            link = replace(link, target=origin(link.target)[1])
            card = linked_file(self._vault, link, loaded.path)
            piece = self._shown(card, link, (*above, loaded.path)) if card is not None else None
            if card is None or piece is None:
                continue
            piece = _apart(text, link, piece)
            parts += [text[end : link.start], piece]
            begin = length + link.start - end
            length, end = begin + len(piece), link.end
            if card.type == "draft" and not above:
                self._borders += [begin, length]
        return "".join([*parts, text[end:]])

    def _own(self, loaded: Loaded) -> str:
        """Return what leaves of one file itself, signed."""
        cut = cut_private(loaded.file.body, self._audience)
        self._cut += cut.count
        self._unclosed = self._unclosed or cut.unclosed
        if loaded.path not in self._files:
            self._files.append(loaded.path)
        self._origins.append(loaded.path)
        text = cut.text
        mark = _open_code(text)
        if mark:
            if loaded.path not in self._open:
                self._open.append(loaded.path)
            text = f"{text.rstrip(chr(10))}\n{mark}\n"  # else all that follows would be code as well
        return signed(text, len(self._origins) - 1)

    def _shown(self, card: FileCard, link: WikiLink, above: tuple[str, ...]) -> str | None:
        """Return what a link shows, None for what stays a link."""
        if is_private(self._vault, card):
            return None
        if card.type == "source" and link.block.startswith("hl-"):
            return self._quotation(card, link.block)
        return self._piece(card, link, above) if card.type in ("draft", "note") else None

    def _quotation(self, card: FileCard, highlight_id: str) -> str | None:
        if without_consent(self._vault, card):
            return None
        try:
            highlight = self._vault.find_highlight(highlight_id)
        except (NotFound, Ambiguous):
            return None
        name = card.path.rpartition("/")[2].removesuffix(".md")
        if self._vault.resolve(name, self._files[0]) != card.path:  # two files of one name: its folder tells which
            name = card.path.removesuffix(".md")
        return credit(highlight, card, self._vault.load(card.path).file, name)

    def _piece(self, card: FileCard, link: WikiLink, above: tuple[str, ...]) -> str | None:
        number = len(self._origins)
        loaded = self._vault.load(card.path)
        part = bool(link.heading or link.block)
        if part and not _part(cut_private(loaded.file.body, self._audience).text, link):
            return None
        text = self._expanded(loaded, above)
        if part:
            text = _part(text, link)
        elif card.type == "draft":
            title = cut_private(card.title, self._audience)
            self._cut += title.count
            self._unclosed = self._unclosed or title.unclosed
            head = signed(f"# {_one_line(title.text)}", number)
            text = f"{head}\n\n{_lowered(text)}"
        return text.strip("\n")


def _part(text: str, link: WikiLink) -> str:
    return section(text, link.heading) if link.heading else block(text, link.block)


def _apart(text: str, link: WikiLink, piece: str) -> str:
    """Return what is shown with a blank line before and behind it, else the line beside it would go on with its last
    paragraph or quotation."""
    before, behind = text[: link.start].rsplit("\n", 2)[-2:-1], text[link.end :].split("\n", 2)[1:2]
    return ("\n" if before and before[0].strip() else "") + piece + ("\n" if behind and behind[0].strip() else "")


def _one_line(title: str) -> str:
    from pkm_app.content.escaping import escape_plain

    return escape_plain(" ".join(title.split()))


def _open_code(text: str) -> str:
    """Return the mark that closes the code in which a text ends, "" where it ends in none, or in that of a list or a
    quotation, which ends with it."""
    if "```" not in text and "~~~" not in text:
        return ""  # the most texts: nothing needs to be looked at line by line
    found = fences(text)
    if not found or found[-1].closed:
        return ""
    lines = text.rstrip("\n").count("\n") + 1
    last = (one for one in tokens(text) if one.type == "fence" and one.level == 0 and one.map and one.map[1] >= lines)
    return next((one.markup for one in last), "")


def _lowered(text: str) -> str:
    """Return the text of a chapter with its headings below the chapter's own."""
    found = headings(text)
    if not any(len(match[1]) == 1 for match in found):
        return text
    parts: list[str] = []
    end = 0
    for match in found:
        parts += [text[end : match.start()], "#" * min(6, len(match[1]) + 1), text[match.end(1) : match.end()]]
        end = match.end()
    return "".join([*parts, text[end:]])
