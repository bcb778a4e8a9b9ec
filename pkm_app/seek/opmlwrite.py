"""Writes a list of subscriptions into OPML 2.0, leaving alone what is not ours in a file that exists."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from pkm_app.seek.model import Subscription
from pkm_app.seek.opml import (
    SLASH,
    attribute,
    get,
    inner_folder,
    one_line,
    parse_root,
    same_outline,
    unique,
    walk,
)

_EMPTY = b'<opml version="2.0"><head><title>Subscriptions</title></head><body></body></opml>'


def write_opml(subscriptions: Iterable[Subscription], before: bytes = b"") -> bytes:
    """Return an OPML file with exactly these subscriptions, folders nested, ``why`` as an attribute.

    ``before`` is the file as it stands: outlines of other kinds, other attributes, comments, the head and the
    order of what stays are kept. Raises NotOpml when it cannot be read, Refused for an address that is not
    http(s) or carries a password.
    """
    writing = _Writing(unique(subscriptions), parse_root(before or _EMPTY))
    writing.go_through()
    writing.add_the_rest()
    etree.indent(writing.root)
    return bytes(etree.tostring(writing.root, xml_declaration=True, encoding="UTF-8")) + b"\n"


class _Writing:
    """One file on its way from what it said to what is wanted; subscriptions are known by (address, folder)."""

    def __init__(self, wanted: dict[tuple[str, str], Subscription], root: etree._Element) -> None:
        self.root, self._wanted, self._body = root, wanted, _body(root)
        self._present: set[tuple[str, str]] = set()
        self._folders: dict[str, etree._Element] = {"": self._body}
        self._emptied: list[etree._Element] = []
        self._going: list[tuple[str, etree._Element]] = []
        self._outlines = [(outline, folder, same_outline(outline, folder)) for outline, folder in walk(root)]
        there = {known for _, _, known in self._outlines}
        fresh = [known for known in wanted if known not in there]
        self._by_place = {(wanted[known].title, known[1]): known for known in fresh if wanted[known].title}
        self._by_address: dict[str, list[tuple[str, str]]] = {}
        for known in fresh:
            self._by_address.setdefault(known[0], []).append(known)

    def go_through(self) -> None:
        """Bring every outline that stands in the file up to date, lead it elsewhere, or take it out."""
        for outline, folder, known in self._outlines:
            if known is None:
                if not get(outline, "xmlUrl") and (name := get(outline, "text") or get(outline, "title")):
                    self._folders.setdefault(inner_folder(folder, name), outline)
            elif known in self._wanted:
                self._put(outline, known)
            elif goal := self._other_folder(known[0]):
                self._leave(outline)
                self._going.append((goal[1], outline))
                self._put(outline, goal)
            elif goal := self._new_address(one_line(get(outline, "text") or get(outline, "title")), folder):
                self._put(outline, goal)
            else:
                self._leave(outline)

    def add_the_rest(self) -> None:
        """Put what changed its folder and what is new where it belongs; folders that we emptied go."""
        for path, outline in self._going:
            _folder(self._folders, path).append(outline)
        for known, item in self._wanted.items():
            if known not in self._present:
                _fill(etree.SubElement(_folder(self._folders, item.folder), "outline", type="rss"), item)
        for folder in self._emptied:
            _prune(folder, self._body)

    def _put(self, outline: etree._Element, known: tuple[str, str]) -> None:
        self._present.add(known)
        _fill(outline, self._wanted[known])

    def _other_folder(self, address: str) -> tuple[str, str] | None:
        """The same feed in a folder where it does not stand yet: it takes along what others noted on it."""
        waiting = [known for known in self._by_address.get(address, ()) if known not in self._present]
        return waiting[0] if waiting else None

    def _new_address(self, title: str, folder: str) -> tuple[str, str] | None:
        """The same feed at a new address keeps its place and what others noted on it."""
        known = self._by_place.pop((title, folder), None)
        return known if known not in self._present else None

    def _leave(self, outline: etree._Element) -> None:
        self._emptied.append(outline.getparent())
        _take_out(outline)


def _body(root: etree._Element) -> etree._Element:
    for child in root:
        if isinstance(child.tag, str) and child.tag.lower() == "body":
            return child
    return etree.SubElement(root, "body")


def _folder(folders: dict[str, etree._Element], path: str) -> etree._Element:
    if path not in folders:
        parent, _, name = path.rpartition("/")
        folders[path] = etree.SubElement(_folder(folders, parent), "outline", text=name.replace(SLASH, "/"))
    return folders[path]


def _fill(outline: etree._Element, item: Subscription) -> None:
    """Bring an outline up to date; an attribute that says the same already is not touched."""
    if (get(outline, "text") or get(outline, "title")) != item.title or not get(outline, "text"):
        outline.set(attribute(outline, "text"), item.title)
        if outline.get(attribute(outline, "title")) is not None:
            outline.set(attribute(outline, "title"), item.title)
    for name, value in (("xmlUrl", item.address), ("htmlUrl", item.site), ("why", item.why),
                        ("local", "true" if item.local else ""), ("quiet", "true" if item.quiet else "")):
        spelled = attribute(outline, name)
        if value and get(outline, name) != value:
            outline.set(spelled, value)
        elif not value and name != "htmlUrl" and outline.get(spelled) is not None:
            del outline.attrib[spelled]


def _take_out(outline: etree._Element) -> None:
    """Remove a subscription; what stands inside it moves up."""
    parent = outline.getparent()
    for child in reversed(list(outline)):
        parent.insert(parent.index(outline) + 1, child)
    parent.remove(outline)


def _prune(folder: etree._Element, body: etree._Element) -> None:
    """Remove a folder that our own taking out has left empty, unless another program noted something in it."""
    while folder is not body and len(folder) == 0:
        above = folder.getparent()
        if above is None or not {str(name).lower() for name in folder.attrib} <= {"text", "title"}:
            return
        above.remove(folder)
        folder = above
