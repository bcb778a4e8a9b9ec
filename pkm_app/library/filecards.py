"""From the bytes of a vault file to what is kept of it: its card, its highlights, its links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast, get_args

from pkm_app.content.headings import first_heading
from pkm_app.content.highlights import read_highlights
from pkm_app.content.places import without_marks
from pkm_app.content.private import cut_private
from pkm_app.content.readable import one_line
from pkm_app.content.tags import inline_tags
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.content.wikilinks import links
from pkm_app.library.filecache import Known, Record
from pkm_app.sense.model import FileCard, FileType, Highlight

AnchorOf = Callable[[str, str], Highlight | None]

_EXCERPT = 300
_READ_FOR_EXCERPT = 2500


def record_of(path: str, data: bytes, known: Known, anchor_of: AnchorOf) -> Record:
    """Read a file of the vault. ``anchor_of(source id, highlight id)`` gives where a highlight sits, if known."""
    file = parse_vault_file(data)
    card = card_of_file(path, file)
    found = links(file.body) if "](" in file.body or "[[" in file.body else []
    highlights: list[Highlight] = []
    if card.type != "shared" and "^hl-" in file.body:
        for block in read_highlights(file.body):
            highlight = Highlight(
                block.highlight_id, path, card.file_id, _whole(block.quote), comment=_whole(block.comment))
            highlights.append(with_anchor(highlight, anchor_of(card.file_id, block.highlight_id)))
    kept = dict.fromkeys((_whole(link.target), _whole(link.block)) for link in found)
    return Record(card, known, tuple(highlights), tuple(kept), data)


def with_anchor(highlight: Highlight, anchor: Highlight | None) -> Highlight:
    """Add to a highlight from a file where it sits. Words that were changed in the file stay as they are there."""
    if anchor is None:
        return highlight
    same = highlight.exact.split() == without_marks(anchor.exact).split()
    return replace(
        highlight, exact=anchor.exact if same else highlight.exact, prefix=anchor.prefix, suffix=anchor.suffix,
        start=anchor.start, colour=anchor.colour, made=anchor.made, digest=anchor.digest)


def card_of_file(path: str, file: VaultFile, with_excerpt: bool = True) -> FileCard:
    """Return what lists show of a file; ``modified`` is left to whoever knows it. Lists alone need the excerpt."""
    body = cut_private(file.body, "public").text if "%%" in file.body or "<!--" in file.body else file.body
    kind = file.text_field("type")

    def text(key: str) -> str:
        return _whole(file.text_field(key))

    return FileCard(
        path=path, file_id=text("id"),
        type=cast(FileType, kind) if kind in get_args(FileType) else "note",
        title=text("title") or _first_heading(body) or _stem(path), tags=_tags(file, body), private=file.private,
        excerpt=excerpt(body) if with_excerpt else "", lang=text("lang"), created=text("created"),
        updated=text("updated"), maturity=text("maturity"), value=text("value"), question=text("question"),
        url=text("url"), author=text("author"), kind=text("kind"))


def excerpt(body: str) -> str:
    """Return the first words of a body without private parts, as one line of plain text."""
    text = _whole(one_line(body[:_READ_FOR_EXCERPT]))
    if len(text) <= _EXCERPT:
        return text
    return text[: _EXCERPT + 1].rpartition(" ")[0][:_EXCERPT] + "…"


def _tags(file: VaultFile, body: str) -> tuple[str, ...]:
    inline = [match[1].strip("/") for match in inline_tags(body)]
    tags: dict[str, str] = {}  # the first spelling of each counts
    for tag in (*file.list_field("tags"), *inline):
        tags.setdefault(tag.casefold(), _whole(tag))
    return tuple(tags.values())


def _first_heading(body: str) -> str:
    heading = first_heading(body)
    return excerpt(heading[1]) if heading else ""


def _stem(path: str) -> str:
    folder, _, name = path.rpartition("/")
    stem = name[:-3] if name.lower().endswith(".md") else name
    return folder.rpartition("/")[2] if stem == "index" and folder.startswith("drafts/") else stem


def _whole(text: str) -> str:
    """Half characters, which a database cannot hold, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
