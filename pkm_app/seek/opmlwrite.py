"""Writes a list of subscriptions into OPML 2.0, leaving alone what is not ours in a file that exists."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from pkm_app.seek.model import Subscription
from pkm_app.seek.opml import attribute, folder_path, get, one_line, parse_root, same_outline, unique, walk

_EMPTY = b'<opml version="2.0"><head><title>Subscriptions</title></head><body></body></opml>'


def write_opml(subscriptions: Iterable[Subscription], before: bytes = b"") -> bytes:
    """Return an OPML file with exactly these subscriptions, folders nested, ``why`` as an attribute.

    ``before`` is the file as it stands: outlines of other kinds, other attributes, comments, the head and the
    order of what stays are kept. Raises NotOpml when it cannot be read, Refused for an address that is not
    http(s) or carries a password.
    """
    wanted = unique(subscriptions)
    root = parse_root(before or _EMPTY)
    body = _body(root)
    present: dict[tuple[str, str], etree._Element] = {}
    folders: dict[str, etree._Element] = {"": body}
    emptied: list[etree._Element] = []
    outlines = [(outline, folder, same_outline(outline, folder)) for outline, folder in walk(root)]
    there = {known for _, _, known in outlines}
    moved = {(item.title, item.folder): key for key, item in wanted.items() if key not in there and item.title}
    for outline, folder, known in outlines:
        if known is None:
            if not get(outline, "xmlUrl") and (name := get(outline, "text") or get(outline, "title")):
                folders.setdefault(folder_path(f"{folder}/{name}"), outline)
        elif known in wanted:
            present.setdefault(known, outline)
            _fill(outline, wanted[known])
        elif target := moved.pop((one_line(get(outline, "text") or get(outline, "title")), folder), None):
            present[target] = outline  # the same feed at a new address keeps its place and what others noted on it
            _fill(outline, wanted[target])
        else:
            emptied.append(outline.getparent())
            _take_out(outline)
    for key, item in wanted.items():
        if key not in present:
            _fill(etree.SubElement(_folder(folders, item.folder), "outline", type="rss"), item)
    for folder_element in emptied:
        _prune(folder_element, body)
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _body(root: etree._Element) -> etree._Element:
    for child in root:
        if isinstance(child.tag, str) and child.tag.lower() == "body":
            return child
    return etree.SubElement(root, "body")


def _folder(folders: dict[str, etree._Element], path: str) -> etree._Element:
    if path not in folders:
        parent, _, name = path.rpartition("/")
        folders[path] = etree.SubElement(_folder(folders, parent), "outline", text=name)
    return folders[path]


def _fill(outline: etree._Element, item: Subscription) -> None:
    """Bring an outline up to date; an attribute that says the same already is not touched."""
    if (get(outline, "text") or get(outline, "title")) != item.title or not get(outline, "text"):
        outline.set(attribute(outline, "text"), item.title)
        if outline.get(attribute(outline, "title")) is not None:
            outline.set(attribute(outline, "title"), item.title)
    for name, value in (("xmlUrl", item.address), ("htmlUrl", item.site), ("why", item.why),
                        ("local", "true" if item.local else "")):
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
