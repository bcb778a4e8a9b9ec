"""The head of a draft as it leaves: its title, tags, names and the rest of its front matter, without what stays in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pkm_app.base.errors import Refused
from pkm_app.content.codespans import inside
from pkm_app.content.private import cut_private
from pkm_app.content.quotation import read_quotations
from pkm_app.content.tags import inline_tags
from pkm_app.content.vaultfile import VaultFile

_LISTS = ("compilers", "categories")


@dataclass(frozen=True, slots=True)
class Head:
    """What front matter gives to what leaves; all plain text in one line each, without private parts.

    ``featured`` names the picture that stands for the whole ("" for none) and ``featured_alt`` its words; ``cut`` is
    how many private parts were taken out, ``unclosed`` the fields in which one is never closed.
    """

    title: str = ""
    tags: tuple[str, ...] = ()
    compilers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    excerpt: str = ""
    featured: str = ""
    featured_alt: str = ""
    cut: int = 0
    unclosed: tuple[str, ...] = ()

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield all words that leave with a head, each with the field it stands in."""
        yield "title", self.title
        for field, several in (("tags", self.tags), ("categories", self.categories), ("compilers", self.compilers)):
            for one in several:
                yield field, one
        yield "excerpt", self.excerpt
        yield "featured", self.featured_alt


def head_of(file: VaultFile, title: str, tags: Sequence[str], audience: str) -> Head:
    """Return the head of a draft as it may leave to an audience; ``title`` and ``tags`` are those it is listed with.

    What is private is cut as in the words below it. Raises Refused where nothing is left of the title.
    """
    cutting = _Cutting(audience)
    shown = cutting.line("title", title)
    if title.strip() and not shown:
        raise Refused("The whole title of this draft is private. Give it a title that may leave.")
    lists = {field: cutting.items(field, file.list_field(field)) for field in _LISTS}
    target, _, alt = cutting.line("featured", file.text_field("featured")).strip("[]!").partition("|")
    excerpt = cutting.line("excerpt", file.text_field("excerpt"))
    kept = _tags(file, tags, cutting)
    return Head(shown, kept, lists["compilers"], lists["categories"], excerpt, target.strip(), " ".join(alt.split()),
                cutting.count, tuple(cutting.unclosed))


def without_private(words: str) -> str:
    """Return a line of plain text without what is private, as everybody may read it."""
    return _Cutting("public").line("", words)


def _tags(file: VaultFile, tags: Sequence[str], cutting: _Cutting) -> tuple[str, ...]:
    before = cutting.count
    left = cutting.text("tags", file.text_field("tags"))
    body = cut_private(file.body, "public").text
    theirs = [(one.start, one.end) for one in read_quotations(body)] if ">" in body else []
    inline = [match[1].strip("/") for match in inline_tags(body) if not inside(theirs, match.start())]
    if cutting.count == before:
        own = {tag.lstrip("#").casefold() for tag in (*file.list_field("tags"), *inline)}
        return tuple(tag for tag in tags if tag.casefold() in own)
    found: dict[str, str] = {}  # the first spelling of each counts
    for tag in (*left.replace(",", " ").split(), *inline):
        if tag.lstrip("#"):
            found.setdefault(tag.lstrip("#").casefold(), tag.lstrip("#"))
    return tuple(found.values())


class _Cutting:
    """Cuts one field after another and counts."""

    def __init__(self, audience: str) -> None:
        self._audience = audience
        self.count = 0
        self.unclosed: list[str] = []

    def text(self, field: str, text: str) -> str:
        cut = cut_private(text, self._audience)
        self.count += cut.count
        if cut.unclosed:
            self.unclosed.append(field)
        return cut.text

    def line(self, field: str, text: str) -> str:
        return " ".join(self.text(field, text).split())

    def items(self, field: str, items: Sequence[str]) -> tuple[str, ...]:
        """Cut a list as one text, so that a part that runs over several items stays in as a whole."""
        left = self.text(field, "\n".join(items))
        return tuple(filter(None, (" ".join(line.split()) for line in left.split("\n"))))


