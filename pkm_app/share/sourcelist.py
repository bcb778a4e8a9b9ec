"""The list of sources at the end of an eBook, made of the credits in it: nobody keeps it by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pkm_app.share.document import (
    Aside,
    Block,
    Credit,
    Document,
    Heading,
    Inline,
    Item,
    Items,
    Link,
    Paragraph,
    Quote,
    Text,
    words_of,
)
from pkm_app.share.wording import word


def with_sources(document: Document) -> Document:
    """Return an eBook with the list of what it quotes; another draft, or one that has such a list, as it is."""
    title = word("sources", document.language)
    has_one = any(isinstance(one, Heading) and words_of(one.inner).strip().casefold() == title.casefold()
                  for one in document.blocks)
    named = {(words_of(credit.inner), credit.address): credit for credit in credits_of(document.blocks)}
    if document.template != "ebook" or has_one or not named:
        return document
    credits_ = sorted(named.values(), key=lambda credit: words_of(credit.inner).casefold())
    items = tuple(Item((Paragraph(_line(credit)),)) for credit in credits_)
    return replace(document, blocks=(*document.blocks, Heading(1, (Text(title),)), Items(False, items)))


def credits_of(blocks: Iterable[Block]) -> Iterator[Credit]:
    """Yield the credits of quotations, in order."""
    for block in blocks:
        if isinstance(block, Quote):
            if block.credit is not None:
                yield block.credit
            yield from credits_of(block.blocks)
        elif isinstance(block, Aside):
            yield from credits_of(block.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                yield from credits_of(item.blocks)


def _line(credit: Credit) -> tuple[Inline, ...]:
    words: list[Inline] = [*credit.inner]
    if credit.further:
        words.append(Text(f", {credit.further}"))
    if credit.address:
        shown = credit.address.partition("://")[2].removeprefix("www.").rstrip("/")
        words += [Text(" · "), Link(credit.address, (Text(shown),))]
    elif credit.label:
        words.append(Text(f" · {credit.label}"))
    return tuple(words)
