"""From a draft to a file in one of the forms that leave: resolved here, made in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from pkm_app.base.errors import Refused
from pkm_app.base.events import Operation, Progress
from pkm_app.content.language import guess
from pkm_app.flow.kept_words import refuse_kept_words
from pkm_app.flow.leaving import WholeText, leaving_draft, leaving_head, whole_text
from pkm_app.flow.links import resolver
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.sense.ports import Vault
from pkm_app.share.compose import CARDS
from pkm_app.share.document import Block, Document, Heading, Image, Paragraph, Quote, words_of
from pkm_app.share.formats import FORMATS, TARGETS, Job, Styles, Wanted
from pkm_app.share.head import Head
from pkm_app.share.kinds import KINDS
from pkm_app.share.parse import parse
from pkm_app.share.ports import Pictures
from pkm_app.share.richtext import RichText, rich_text
from pkm_app.share.sourcelist import with_sources
from pkm_app.share.targets import Resolve, once

_PROMISE = 240  # characters


class Builder(Protocol):
    """Makes the file of a job in a process of its own (work.exports); closing the operation ends that process."""

    def build(self, wanted: Wanted, resolve: Callable[[], Job]) -> Operation[bytes]:
        """Return the file of the job that ``resolve`` gives. Raises what that raises, and Problem when making it took
        too long, or needed too much."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A draft as the bytes of a file, and how many private parts were ``cut``."""

    data: bytes
    cut: int


class Exporting:
    """Makes files of drafts."""

    def __init__(self, vault: Vault, pictures: Pictures, builder: Builder, styles: Callable[[], Styles]) -> None:
        self._vault = vault
        self._pictures = pictures
        self._builder = builder
        self._styles = styles

    def export(self, name: str, wanted: Wanted, audience: str = "public",
               meanwhile: Callable[[Resolve], None] | None = None) -> Operation[Exported]:
        """Make a file of a draft; ``meanwhile`` is called once while another process does so, with what the links of
        the draft lead to. Raises Refused for what is private or shows it, and for a form there is none of.
        """
        if wanted.form not in FORMATS:
            raise Refused("“{form}” is no format: choose from {known}.", form=wanted.form, known=", ".join(FORMATS))
        if wanted.target not in TARGETS:
            raise Refused("There is no Markdown for “{target}”: choose from {known}.", target=wanted.target,
                          known=", ".join(TARGETS))
        yield Progress(0, 2)
        found: list[Document] = []
        leads: list[Resolve] = []

        def resolve() -> Job:
            loaded, whole = self._leaving(name, audience)
            leads.append(once(resolver(self._vault, loaded.path, whole.origins)))
            document, pictures = self._document(loaded, whole, audience, leads[0])
            found.append(document)
            return Job(document, wanted, self._styles(), pictures)

        operation = self._builder.build(wanted, resolve)
        data = yield from (_with(operation, lambda: meanwhile(leads[0])) if meanwhile else operation)
        return Exported(data, found[0].cut)

    def rich_text(self, name: str, audience: str, kind: str) -> RichText:
        """Return a draft for the clipboard, as HTML for a ``kind`` of outlet one pastes into and as words; without
        pictures, which pasting drops or fetches."""
        place = KINDS[kind].place
        assert place
        return rich_text(self.document(name, audience)[0], place)

    def document(self, name: str, audience: str) -> tuple[Document, dict[str, bytes]]:
        """Return a draft as it leaves to an audience, and the bytes of its pictures by name. Raises Refused."""
        loaded, whole = self._leaving(name, audience)
        return self._document(loaded, whole, audience, resolver(self._vault, loaded.path, whole.origins))

    def _leaving(self, name: str, audience: str) -> tuple[Loaded, WholeText]:
        loaded = leaving_draft(self._vault, name, audience)
        whole = whole_text(self._vault, loaded, audience)
        refuse_kept_words(self._vault, whole.plain, whole.files)
        return loaded, whole

    def _document(self, loaded: Loaded, whole: WholeText, audience: str,
                  resolve: Resolve) -> tuple[Document, dict[str, bytes]]:
        head = leaving_head(self._vault, loaded, audience)
        card = self._vault.find(loaded.path)
        pictures: dict[str, bytes] = {}
        named: dict[str, str] = {}

        def picture(target: str) -> str:
            if target not in named:
                data = self._pictures.read(*whole.named(target))
                named[target] = _name_of(whole.named(target)[0], data, pictures)
            return named[target]

        language = language_of(card, whole.plain)
        parsed = parse(whole.text, language, resolve, picture, card_template(loaded) in CARDS,
                       whole.origins)
        document = _document(replace(card, lang=language), head, loaded, parsed.blocks, whole.cut)
        document = replace(document, notes=parsed.notes, led=parsed.led)
        return with_sources(document), pictures


def _name_of(target: str, data: bytes | None, pictures: dict[str, bytes]) -> str:
    """Put a picture among others, and return its name: its target, or another where that names another picture."""
    if data is None:
        return ""
    name, number = target, 1
    while pictures.setdefault(name, data) != data:
        number += 1
        stem, dot, ending = target.rpartition(".")
        name = f"{stem} ({number}){dot}{ending}"
    return name


def language_of(card: FileCard, text: str) -> str:
    """Return the language of a draft: what it says itself, else that of one's own words in its text, else of all."""
    own = "\n".join(line for line in text.split("\n") if not line.startswith(">"))
    return card.lang or guess(own) or guess(text)


def _with(operation: Operation[bytes], act: Callable[[], None]) -> Operation[bytes]:
    """Carry an operation out, and act once after its first step."""
    acted = False
    try:
        while True:
            event = next(operation)
            if not acted:
                acted = True
                act()
            yield event
    except StopIteration as end:
        if not acted:
            act()
        made: bytes = end.value
        return made
    finally:
        operation.close()


def card_template(loaded: Loaded) -> str:
    """Return which template a draft was made of."""
    return loaded.file.text_field("template")


def _document(card: FileCard, head: Head, loaded: Loaded, blocks: tuple[Block, ...], cut: int) -> Document:
    file = loaded.file
    template = card_template(loaded)
    return Document(
        title=head.title, language=card.lang, blocks=_without_title(blocks, head.title),
        authors=head.compilers, tags=head.tags,
        stamp=file.text_field("created") or file.text_field("updated"), file_id=card.file_id,
        description=head.excerpt or _promise(blocks), template=template, cut=cut + head.cut,
        categories=head.categories, excerpt=head.excerpt)


def _without_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """A text that begins with its own title would say it twice."""
    first = blocks[0] if blocks else None
    same = isinstance(first, Heading) and first.level == 1 and words_of(first.inner).strip() == title.strip()
    return blocks[1:] if same else blocks


def _promise(blocks: tuple[Block, ...]) -> str:
    """The first words of one's own, where they are few: what the whole is about."""
    for block in blocks:
        if isinstance(block, Paragraph) and not any(isinstance(one, Image) for one in block.inner):
            words = " ".join(words_of(block.inner).split())
            return words if len(words) <= _PROMISE else words[:_PROMISE].rpartition(" ")[0] + "…"
        if isinstance(block, Quote):
            break
    return ""
