"""OPML 1.0 to 2.0, the format in which feed readers hand over whom a person follows (opml.org/spec2.opml).

Reading is forgiving with form and strict with addresses: only http and https come in, never ``exec:``,
``file:`` or ``javascript:``. Writing keeps what other programs put into the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pkm_app.base.errors import Problem, Refused
from pkm_app.seek import loosexml
from pkm_app.seek.addresses import admit, without_password
from pkm_app.seek.model import Subscription

if TYPE_CHECKING:
    from lxml import etree

SLASH = "∕"  # a slash in the name of a folder, where "/" stands between folders
MAX_BYTES = 20 * 1024 * 1024
_END = re.compile(r"</opml\s*>|<opml\b[^>]*/>\s*\Z", re.IGNORECASE)


class NotOpml(Problem):
    """The bytes are no list of subscriptions. Nothing was read from them."""


@dataclass(frozen=True, slots=True)
class Opml:
    """What an OPML file says. ``refused`` has (address, reason) for each outline that was not taken in.

    ``whole`` is False when the end of the file is missing: of a stranger's file one takes what is there, but
    a person's own list cut short (a synchroniser at work) must count as unreadable, never as shorter.
    """

    subscriptions: tuple[Subscription, ...]
    refused: tuple[tuple[str, str], ...] = ()
    whole: bool = True
    title: str = ""


def read_opml(data: bytes) -> Opml:
    """Read a list of subscriptions; the same feed may be in several folders, but once in each.

    Raises NotOpml when the bytes are no OPML or more than 20 MB.
    """
    text = _text(data)
    root = _root(text)
    found: dict[tuple[str, str], Subscription] = {}
    refused: list[tuple[str, str]] = []
    for outline, folder in _outlines(root):
        written = get(outline, "xmlUrl")
        if not written:
            continue
        try:
            item = _subscription(outline, admit(written), folder)
        except Refused as problem:
            refused.append((one_line(without_password(written)), str(problem)))
        else:
            found.setdefault((item.address, item.folder), item)
    title = next((one_line(el.text or "") for el in root.iter("title")), "")
    return Opml(tuple(found.values()), tuple(refused), bool(_END.search(text)), title)


def same_outline(outline: etree._Element, folder: str) -> tuple[str, str] | None:
    """Return the (address, folder) by which an outline is known, None when it is no subscription of ours."""
    written = get(outline, "xmlUrl")
    if not written:
        return None
    try:
        return admit(written), folder
    except Refused:
        return None


def get(element: etree._Element, name: str) -> str:
    """Return an attribute whatever the case of its name, stripped; "" when it is missing."""
    return str(element.get(attribute(element, name), "")).strip()


def attribute(element: etree._Element, name: str) -> str:
    """Return the name of an attribute as this element spells it."""
    if element.get(name) is not None:
        return name
    wanted = name.lower()
    return next((str(known) for known in element.attrib if str(known).lower() == wanted), name)


def one_line(text: str) -> str:
    """Return text that XML can hold with every run of spaces and line ends as one space."""
    return " ".join(loosexml.printable(text).split())


def folder_path(name: str) -> str:
    """Return a folder in its one spelling: parts joined by ``/``, none of them empty."""
    return "/".join(part for part in (one_line(part) for part in name.split("/")) if part)


def inner_folder(folder: str, name: str) -> str:
    """Return the path of a folder called ``name`` within another: a slash in its name parts nothing."""
    return folder_path(f"{folder}/{name.replace('/', SLASH)}")


def walk(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Give every outline with the path of the folder it stands in, in the order of the file."""
    return _outlines(root)


def parse_root(data: bytes) -> etree._Element:
    """Return the ``opml`` element. Raises NotOpml."""
    return _root(_text(data))


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise NotOpml("This list of subscriptions is larger than 20 MB; that cannot be right.")
    return loosexml.decode(data)


def _root(text: str) -> etree._Element:
    root = loosexml.parse(text, "opml")
    if root is None:
        raise NotOpml("This is no list of subscriptions: there is no OPML in it.")
    return root


def _is(element: etree._Element, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2].lower() == name


def _outlines(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    waiting: list[tuple[etree._Element, str]] = [(root, "")]
    while waiting:  # not recursive: the nesting is a stranger's
        element, folder = waiting.pop()
        inner = folder
        if _is(element, "outline"):
            yield element, folder
            if not get(element, "xmlUrl"):
                inner = inner_folder(folder, get(element, "text") or get(element, "title"))
        waiting.extend((child, inner) for child in reversed(_children(element)))


def _children(element: etree._Element) -> list[etree._Element]:
    return [child for child in element if isinstance(child.tag, str)]


def _subscription(outline: etree._Element, address: str, folder: str) -> Subscription:
    page = get(outline, "htmlUrl")
    try:
        site = admit(page) if page else ""
    except Refused:
        site = ""  # a home page that is no address is simply not shown
    return Subscription(
        address=address,
        title=one_line(get(outline, "text") or get(outline, "title")),
        site=site,
        folder=folder,
        why=get(outline, "why"),
        local=get(outline, "local").lower() == "true",
        quiet=get(outline, "quiet").lower() == "true",
    )


def unique(subscriptions: Iterable[Subscription]) -> dict[tuple[str, str], Subscription]:
    """Return subscriptions by (address, folder), each in its one spelling; the first of twins stays.

    Raises Refused for an address that may not stand in the file.
    """
    found: dict[tuple[str, str], Subscription] = {}
    for item in subscriptions:
        tidy = Subscription(admit(item.address), one_line(item.title), item.site, folder_path(item.folder),
                            loosexml.printable(item.why).strip(), item.local, item.quiet)
        found.setdefault((tidy.address, tidy.folder), tidy)
    return found
