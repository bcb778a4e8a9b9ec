"""A draft on its way out: who may leave at all, and its whole text, with the chapters and notes that it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pkm_app.base.errors import Refused
from pkm_app.content.codespans import code_ranges, inside
from pkm_app.content.conflictnames import original_name
from pkm_app.content.private import cut_private
from pkm_app.content.wikilinks import WikiLink, shown_alone
from pkm_app.flow.consent import is_private
from pkm_app.flow.links import linked_file
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.sense.ports import Vault
from pkm_app.share.head import Head, head_of
from pkm_app.share.service import AUDIENCES

_DEEPEST = 8
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class WholeText:
    """The text of a draft as it leaves to an audience: how many private parts were ``cut`` from it and what it shows,
    whether one is never closed (``unclosed``), and the paths of the ``files`` it was made of, the draft's own first.
    ``borders`` are the places at which a chapter that it shows begins or ends."""

    text: str
    cut: int
    unclosed: bool
    files: tuple[str, ...]
    borders: tuple[int, ...] = ()


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
        self._cut = 0
        self._unclosed = False
        self._borders: list[int] = []

    def of(self, loaded: Loaded) -> WholeText:
        text = self._expanded(loaded, ())
        return WholeText(text, self._cut, self._unclosed, tuple(self._files), tuple(self._borders))

    def _expanded(self, loaded: Loaded, above: tuple[str, ...]) -> str:
        if loaded.path in above or len(above) > _DEEPEST:
            raise Refused("“{path}” shows itself, so it has no end. Take the line that shows it out of {last}.",
                          path=loaded.path, last=above[-1])
        cut = cut_private(loaded.file.body, self._audience)
        self._cut += cut.count
        self._unclosed = self._unclosed or cut.unclosed
        if loaded.path not in self._files:
            self._files.append(loaded.path)
        parts: list[str] = []
        end = length = 0
        for link in shown_alone(cut.text):
            card = linked_file(self._vault, link, loaded.path)
            if card is None or card.type not in ("draft", "note") or is_private(self._vault, card):
                continue
            inner = self._expanded(self._vault.load(card.path), (*above, loaded.path))
            piece = self._piece(card, link, inner)
            parts += [cut.text[end : link.start], piece]
            begin = length + link.start - end
            length, end = begin + len(piece), link.end
            if card.type == "draft" and not above:
                self._borders += [begin, length]
        return "".join([*parts, cut.text[end:]])

    def _piece(self, card: FileCard, link: WikiLink, text: str) -> str:
        number = len(self._files)
        if link.heading:
            text = _section(text, link.heading)
        code = code_ranges(text)
        text = _FOOTNOTE.sub(lambda m: m[0] if inside(code, m.start()) else f"[^{m[1]}-{number}]", text)
        if card.type == "draft" and not link.heading:
            title = cut_private(card.title, self._audience)
            self._cut += title.count
            self._unclosed = self._unclosed or title.unclosed
            text = f"# {_one_line(title.text)}\n\n{_lowered(text)}"
        return text.strip("\n")


def _one_line(title: str) -> str:
    from pkm_app.content.escaping import escape_plain

    return escape_plain(" ".join(title.split()))


def _lowered(text: str) -> str:
    """Return the text of a chapter with its headings below the chapter's own."""
    code = code_ranges(text)
    found = [match for match in _HEADING.finditer(text) if not inside(code, match.start())]
    if not any(len(match[1]) == 1 for match in found):
        return text
    parts: list[str] = []
    end = 0
    for match in found:
        parts += [text[end : match.start()], "#" * min(6, len(match[1]) + 1), text[match.end(1) : match.end()]]
        end = match.end()
    return "".join([*parts, text[end:]])


def _section(text: str, heading: str) -> str:
    """Return what stands under a heading, "" when there is none of that name."""
    code = code_ranges(text)
    found = [match for match in _HEADING.finditer(text) if not inside(code, match.start())]
    for place, match in enumerate(found):
        if " ".join(match[2].split()).casefold() == " ".join(heading.split()).casefold():
            level = len(match[1])
            end = next((other.start() for other in found[place + 1 :] if len(other[1]) <= level), len(text))
            return text[match.start() : end]
    return ""
