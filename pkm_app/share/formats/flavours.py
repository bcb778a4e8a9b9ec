"""What the programs that read Markdown make of it: one flavour each, with its own front matter and mark of a draft.

Words are written so that they are only words there: nothing of them is Markdown, HTML, a template of the program
(Hugo's ``{{< >}}``, Liquid, Jinja) or an attribute list. Where programs differ about backslashes, character references
are used, which all of them know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from pkm_app.content.yamltext import flow_list, scalar
from pkm_app.share.document import Document, anchors, headings, words_of
from pkm_app.share.formats.html import language_tag

_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>#^~$|]|%(?=[%}>])|(?<=[%{<])%|=(?==)|(?<==)=|:(?=:)|(?<=:):|&(?=#?\w+;)|(?<![\w])@"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")
_SAFE_BACKSLASH = set("\\`*_[]#")  # behind a backslash in every flavour these are just themselves
_PATH = re.compile(r"[/\\:]+|\.{2,}|^\.+")
_JOINER = "\u2060"

Target = Literal["plain", "hugo", "jekyll", "pelican", "quarto", "obsidian"]


@dataclass(frozen=True, slots=True)
class Flavour:
    """``mark`` is what stands around highlighted words, ``strike`` around deleted ones; ``tasks`` whether ``- [x]``
    is a box; ``attributes`` how a block says its language; ``code`` makes code inert for the program's templates."""

    name: Target
    front: Callable[[Document], str]
    mark: tuple[str, str] = ("<mark>", "</mark>")
    strike: tuple[str, str] = ("~~", "~~")
    tasks: bool = True
    attributes: Literal["", "kramdown", "div"] = ""
    backslashes: frozenset[str] = frozenset(_SAFE_BACKSLASH)
    ids: bool = True  # whether a heading can say by what it is led to: {#h3}
    heading: bool = False  # whether the title stands in the text as well
    code: Callable[[str], str] = str

    def words(self, text: str, line_start: bool) -> str:
        """Return plain words as Markdown of this flavour that is nothing but these words."""
        made = _SPECIAL.sub(self._escaped, text)
        if line_start:
            made = _LINE_START.sub(lambda m: f"&#{ord(m[1])};" if m[1] else f"{m[2]}&#{ord(m[3])};", made)
        return made

    def _escaped(self, match: re.Match[str]) -> str:
        char = match[0]
        if char in self.backslashes:
            return f"\\{char}"
        return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(char, f"&#{ord(char)};")


def places(document: Document, flavour: Flavour) -> dict[int, str]:
    """Return by what each heading that is led to is found, by its place: ``#h3`` where it can say so itself, else what
    the program makes of its words."""
    if not document.led:
        return {}
    if flavour.ids:
        return {place: f"#h{number}" for place, number in anchors(document).items()}
    found: dict[int, str] = {}
    seen = Counter([_slug(document.title)] if flavour.heading else [])
    for heading in headings(document.blocks):
        words = " ".join(words_of(heading.inner).split())
        slug = _slug(words)
        if heading.place in document.led:
            name = f"{slug}-{seen[slug]}" if seen[slug] else slug
            found[heading.place] = f"#{quote(words if flavour.name == 'obsidian' else name)}"
        seen[slug] += 1
    return found


def _slug(words: str) -> str:
    """What GitHub and most programs beside it make of a heading."""
    return re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")


def _line(text: str) -> str:
    return " ".join(text.split())


def _yaml(pairs: list[tuple[str, str]]) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in pairs if value) + "---\n\n"


def _basics(document: Document, title: str) -> list[tuple[str, str]]:
    return [("title", scalar(_line(title))), ("date", scalar(document.stamp) if document.stamp else "")]


def _names(names: tuple[str, ...]) -> str:
    return flow_list(map(_line, names)) if names else ""


def _scalar(text: str) -> str:
    return scalar(_line(text)) if text else ""


def _folder(text: str) -> str:
    """Return a category in letters that make one folder: builders put a post into a folder of its name."""
    return _anywhere(_PATH.sub(" ", text)).strip() or "-"


def _folders(text: str) -> str:
    """Return a tag in letters of which folders can be made, one in the other, and never one above: Hugo builds no site
    at all where it meets such a one."""
    parts = (part.strip(". ") for part in re.split(r"[/\\]+", _anywhere(text)))
    return "/".join(filter(None, parts)) or "-"


def _anywhere(text: str) -> str:
    """Return a title in letters that are the same words in text, markup and attributes: themes print it in all three,
    escaped here and raw there."""
    return text.translate(str.maketrans("<>\"'", "‹›”’"))


def _lang(document: Document) -> str:
    """The language where it is one: themes print it raw into ``<html lang="…">``."""
    tag = language_tag(document.language)
    return scalar(tag) if tag else ""


def _hugo(document: Document) -> str:
    return _yaml([
        *_basics(document, document.title), ("draft", "true"), ("tags", _names(tuple(map(_folders, document.tags)))),
        ("categories", _names(tuple(map(_folders, document.categories)))), ("authors", _names(document.authors)),
        ("description", _scalar(document.description))])


def _jekyll(document: Document) -> str:
    return _yaml([
        ("layout", "post"), *_basics(document, _anywhere(document.title)), ("published", "false"),
        ("tags", _names(tuple(map(_anywhere, document.tags)))),
        ("categories", _names(tuple(map(_folder, document.categories)))),
        ("description", _scalar(_anywhere(document.description))), ("excerpt", _scalar(_anywhere(document.excerpt))),
        ("lang", _lang(document)),
        ("author", _names(tuple(map(_anywhere, document.authors))))])


def _pelican(document: Document) -> str:
    """Pelican's own header: not YAML but ``Key: value`` lines, printed by themes as HTML.

    ``Status: draft`` would be written to ``output/drafts``, open to all who guess the name; ``skip`` is never written.
    """
    def shown(text: str) -> str:
        return _anywhere(_line(text)).replace("&", "&amp;")

    pairs = [
        ("Title", shown(document.title)), ("Date", document.stamp[:16].replace("T", " ")), ("Status", "skip"),
        ("Category", shown(_folder(document.categories[0])) if document.categories else ""),  # it knows one
        ("Tags", ", ".join(shown(tag).replace(",", " ") for tag in (*document.categories[1:], *document.tags))),
        ("Summary", FLAVOURS["pelican"].words(_line(document.excerpt), True)),  # read as Markdown, unlike the others
        ("Lang", language_tag(document.language)),
        ("Authors", "; ".join(shown(name).replace(";", ",") for name in document.authors)),
    ]
    return "".join(f"{key}: {value}\n" for key, value in pairs if value) + "\n"


def _quarto(document: Document) -> str:
    """Pandoc, which is behind it, reads Markdown and HTML in every line of a header."""
    def words(text: str) -> str:
        return FLAVOURS["quarto"].words(_line(text), True)

    return _yaml([
        *_basics(document, words(document.title)), ("lang", _lang(document)),
        ("draft", "true"), ("author", _names(tuple(map(words, document.authors)))),
        ("categories", _names(tuple(map(_anywhere, document.subjects)))),
        ("description", _scalar(words(document.excerpt))),
        ("toc", "true" if document.template == "ebook" else "")])


def _obsidian(document: Document) -> str:
    return _yaml([
        *_basics(document, document.title), ("lang", _lang(document)),
        ("tags", _names(document.tags)), ("categories", _names(document.categories)),
        ("description", _scalar(document.excerpt)), ("authors", _names(document.authors)), ("draft", "true"),
        ("publish", "false")])


def _plain(document: Document) -> str:
    """What every program takes for a draft, whichever finds the file."""
    return _yaml([
        *_basics(document, document.title), ("lang", _lang(document)),
        ("tags", _names(document.tags)), ("categories", _names(document.categories)),
        ("description", _scalar(document.excerpt)), ("draft", "true"), ("published", "false")])


def _hugo_code(code: str) -> str:
    """Hugo reads shortcodes in code too; with comment marks in them they are shown as they are."""
    whole = re.sub(r"\{\{([<%])(?!/\*)((?:(?!\{\{[<%]|[>%]\}\}).)*)([>%])\}\}", r"{{\1/*\2*/\3}}", code,
                   flags=re.DOTALL)
    return re.sub(r"\{\{(?=[<%](?!/\*.*?\*/[>%]\}\}))", "{" + _JOINER + "{", whole, flags=re.DOTALL)


def _liquid_code(code: str) -> str:
    return re.sub(r"\{(?=[{%])", "{" + _JOINER, code)


_MORE_BACKSLASHES = frozenset(_SAFE_BACKSLASH | set("{}^~$|"))
FLAVOURS: dict[Target, Flavour] = {
    "plain": Flavour("plain", _plain, ("==", "=="), heading=True, ids=False, backslashes=_MORE_BACKSLASHES),
    "hugo": Flavour("hugo", _hugo, ("**", "**"), code=_hugo_code),
    "jekyll": Flavour("jekyll", _jekyll, attributes="kramdown", code=_liquid_code),
    "pelican": Flavour("pelican", _pelican, strike=("<del>", "</del>"), tasks=False),
    "quarto": Flavour("quarto", _quarto, ("[", "]{.mark}"), attributes="div", code=_hugo_code),
    "obsidian": Flavour("obsidian", _obsidian, ("==", "=="), ids=False, backslashes=_MORE_BACKSLASHES),
}
