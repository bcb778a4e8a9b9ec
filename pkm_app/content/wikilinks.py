"""Links between files of the vault: how they are written, and which file they mean, as Obsidian has it."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from pkm_app.content.codespans import code_ranges, escaped, inside
from pkm_app.content.escaping import escape_plain, unescape_plain

_WIKI = re.compile(r"(!?)\[\[((?:\\[^\n]|[^\[\]\\\n])+)\]\]")
MARKDOWN_LINK = re.compile(
    r"(!?)\[((?:\\.|[^\[\]\\\n]|\n(?![ \t]*\n))*)\]"
    r"\([ \t]*(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()<>]*\))+))(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
_NOT_IN_A_WIKILINK = re.compile(r"[\[\]|#^\\<>`{}\n]|%%|^\s|\s$|^$")


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A link to a file of the vault: ``[[target#heading|words]]``, ``[[target#^block]]`` or ``[words](target.md)``.

    ``target`` is as written without ``#...`` ("" means the file the link stands in), ``words`` the plain
    words shown ("" when the link has none of its own), ``block`` is without its ``^``; ``start`` and ``end``
    are the place of the whole link in the body, its ``!`` included when it is an ``embed``.
    """

    target: str
    words: str
    heading: str
    block: str
    embed: bool
    start: int
    end: int


def links(body: str) -> list[WikiLink]:
    """Return the links to files of the vault, in order: wikilinks, and Markdown links without a scheme.

    Links in code and escaped ones (``\\[[so]]``) are none; addresses (``https:``, ``mailto:``, ``//host``) and
    Markdown links within the page (``#so``) are left alone.
    """
    found = [*_wiki(body), *_markdown(body)] if "[" in body else []
    if not found:
        return []
    code = code_ranges(body)
    found = [link for link in found if not inside(code, link.start)]
    found.sort(key=lambda link: (link.start, -link.end))
    apart: list[WikiLink] = []
    for link in found:
        if not apart or link.start >= apart[-1].end:
            apart.append(link)
    return apart


def shown_alone(body: str) -> Iterator[WikiLink]:
    """Yield the links that show another file in place of a whole line (``![[so]]``)."""
    for link in links(body):
        before = body[: link.start].rpartition("\n")[2]
        after = body[link.end :].partition("\n")[0]
        if link.embed and not before.strip() and not after.strip():
            yield link


def link_to(target: str, words: str = "", block: str = "") -> str:
    """Return a link to a file of the vault as it is written: ``[[target#^block|words]]``.

    ``words`` are plain; what would end the link early is written otherwise (``[`` as ``(``, ``|`` as a dash). A name
    that cannot stand in a wikilink gets an ordinary Markdown link, which says the same.
    """
    place = f"#^{block}" if block else ""
    shown = " ".join(words.split())
    if cannot_stand_in_a_wikilink(target):
        name = quote(target if posixpath.splitext(target)[1] == ".md" else target + ".md")
        return f"[{escape_plain(shown or target)}]({name}{place})"
    inert = re.sub(r"\s*\|\s*", " – ", shown).translate(str.maketrans("[]", "()")).strip()
    return f"[[{target}{place}|{escape_plain(inert)}]]" if inert else f"[[{target}{place}]]"


def cannot_stand_in_a_wikilink(target: str) -> bool:
    """Say whether ``[[target]]`` would be read as something else."""
    return _NOT_IN_A_WIKILINK.search(target) is not None


def resolve(target: str, from_path: str, paths: Iterable[str]) -> str | None:
    """Return the path that a link's target means when it stands in ``from_path``; None when there is none.

    As Obsidian does: ``./`` and ``../`` start from the file's own folder, ``/`` from the vault; anything else is a
    file name, or the end of a path, without ``.md`` or with its extension. Where several files fit: the whole
    path, then the same folder, then a folder below it, then the shortest path, then the first by alphabet.
    Capitals and Unicode form must fit first and may differ when nothing else is found. ``paths`` are relative to the
    vault with ``/``; a target that leads out of the vault means nothing.
    """
    wanted = target.strip()
    if not wanted:
        return from_path
    folder = posixpath.dirname(from_path)
    anchored = wanted.startswith(("/", "./", "../"))
    if anchored:
        wanted = posixpath.normpath(wanted.lstrip("/") if wanted.startswith("/") else posixpath.join(folder, wanted))
        if wanted.startswith(".."):
            return None
    known = list(paths)
    for same in (str, _folded):
        fitting = _fitting(wanted, known, anchored, same)
        if fitting:
            return min(fitting, key=lambda path: _distance(path, wanted, folder, same))
    return None


def _wiki(body: str) -> Iterator[WikiLink]:
    for match in _WIKI.finditer(body):
        if escaped(body, match.start() + len(match[1])):
            continue
        start = match.start()
        embed = bool(match[1]) and not escaped(body, start)
        place, pipe, words = match[2].partition("|")
        if pipe and place.endswith("\\"):  # in a table the pipe is escaped
            place = place[:-1]
        target, heading, block = _parts(place)
        if target or heading or block:
            yield WikiLink(target, _plain(words), heading, block, embed, start if embed else start + len(match[1]),
                           match.end())


def _markdown(body: str) -> Iterator[WikiLink]:
    for match in MARKDOWN_LINK.finditer(body):
        address = match[3] if match[3] is not None else match[4]
        if not address.strip() or _SCHEME.match(address.strip()) or escaped(body, match.start() + len(match[1])):
            continue
        embed = bool(match[1]) and not escaped(body, match.start())
        name, mark, rest = address.partition("#")
        target, heading, block = _parts(unquote(name) + mark + unquote(rest), name=unquote(name))
        start = match.start() if embed else match.start() + len(match[1])
        yield WikiLink(target, _plain(match[2]), heading, block, embed, start, match.end())


def _parts(place: str, name: str | None = None) -> tuple[str, str, str]:
    """Split ``name#heading`` and ``name#^block``; ``name`` is given when it may hold a ``#`` of its own."""
    target = place.partition("#")[0] if name is None else name
    rest = place[len(target) :].removeprefix("#").strip()
    if rest.startswith("^"):
        return target.strip(), "", rest[1:].strip()
    heading, caret, block = rest.partition("#^")
    return target.strip(), heading.strip(), block.strip() if caret else ""


def _plain(words: str) -> str:
    return unescape_plain(" ".join(words.split()))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _fitting(wanted: str, paths: list[str], anchored: bool, same: Callable[[str], str]) -> list[str]:
    for name in (same(wanted), same(wanted + ".md")):
        fitting = [p for p in paths if same(p) == name or (not anchored and same(p).endswith("/" + name))]
        if fitting:
            return fitting
    return []


def _distance(path: str, wanted: str, folder: str, same: Callable[[str], str]) -> tuple[bool, bool, bool, int, str]:
    whole = same(path) in (same(wanted), same(wanted + ".md"))
    own = posixpath.dirname(path) == folder
    return not whole, not own, not path.startswith(folder + "/"), path.count("/"), path


def has_own_words(comment: str) -> bool:
    """Say whether a comment says anything but where else to look and what others said: a link to a learning question,
    a tag or a quotation is no thought yet."""
    rest = comment
    for link in sorted(links(comment), key=lambda link: link.start, reverse=True):
        rest = rest[: link.start] + rest[link.end :]
    rest = re.sub(r"^ {0,3}>.*$", "", rest, flags=re.MULTILINE)
    return bool(re.sub(r"(?<!\S)#[\w/-]+", "", rest).strip())


def is_only_a_link(line: str) -> bool:
    """Say whether a line holds one link and nothing else."""
    found = links(line)
    return len(found) == 1 and line.strip() == line[found[0].start : found[0].end]
