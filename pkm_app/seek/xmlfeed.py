"""The quick way through a well-formed RSS 2.0 or Atom 1.0 feed (docs/decisions/0006).

Whatever is out of the ordinary (another format, a document that is not well-formed, entities of its own) gives None,
and then feedparser reads it: nothing is guessed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError, XMLParser, tostring

from pkm_app.seek.rawfeed import RawBody, RawEntry, RawFeed, html_of_text

_ATOM = "{http://www.w3.org/2005/Atom}"
_ATOM_FIELD = _ATOM.lower()  # fields of RSS are compared in small letters
_XHTML = "{http://www.w3.org/1999/xhtml}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_SY = "{http://purl.org/rss/1.0/modules/syndication/}"
_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ORIGINAL = "{http://rssnamespace.org/feedburner/ext/1.0}origlink"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_plain_xml(text: str) -> RawFeed | None:
    """Read a plain RSS 2.0 or Atom 1.0 document, or give None where feedparser must judge.

    A document with a DOCTYPE is never read here, so there is no entity of any kind to expand.
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return None
    root = _tree(text)
    if root is None and _CONTROL.search(text):  # looked for in broken feeds only: it takes long
        root = _tree(_CONTROL.sub(" ", text))
    if root is None:
        return None
    if root.tag == "rss" and root.get("version", "").startswith("2"):
        channel = root.find("channel")
        return None if channel is None else _rss(root, channel)
    if root.tag == _ATOM + "feed":
        return _atom(root)
    return None


def _tree(text: str) -> Element | None:
    """The tree of a well-formed document; None for any other."""
    parser = XMLParser()
    try:
        parser.feed(text)
        return parser.close()
    except (ParseError, ValueError):  # ValueError: a lone surrogate
        return None


def _inner(element: Element) -> str:
    """The matter of an element as HTML; markup that should have been escaped is written out again.

    The one ``div`` that Atom asks around XHTML is no part of the matter (RFC 4287, 3.1.1.3).
    """
    if not len(element):
        return (element.text or "").strip()
    if len(element) == 1 and element[0].tag == _XHTML + "div" and not (element.text or "").strip():
        return _inner(element[0])
    for part in element.iter():
        part.tag = part.tag.rpartition("}")[2]
        for name in [name for name in part.attrib if name[:1] == "{"]:
            part.set(name.rpartition("}")[2], part.attrib.pop(name))
    try:
        written = tostring(element, encoding="unicode", method="html")
    except RecursionError:
        return escape("".join(element.itertext()).strip(), quote=False)
    return written[written.index(">") + 1 : written.rindex("</")].strip()


def _base(element: Element, outer: str) -> str:
    own = element.get(_BASE)
    if not own:
        return outer
    try:
        return urljoin(outer, own.strip())
    except ValueError:
        return outer


# RSS 2.0 (https://www.rssboard.org/rss-specification)


def _fields(parent: Element) -> dict[str, list[Element]]:
    """The children by name; names are compared in small letters, as feedparser does."""
    found: dict[str, list[Element]] = {}
    for child in parent:
        found.setdefault(child.tag.lower(), []).append(child)
    return found


def _first(fields: dict[str, list[Element]], *names: str) -> str:
    """The matter of the first field of the first of these names that has any."""
    for name in names:
        for element in fields.get(name, ()):
            matter = _inner(element)
            if matter:
                return matter
    return ""


def _rss(root: Element, channel: Element) -> RawFeed:
    fields = _fields(channel)
    base = _base(channel, _base(root, ""))
    items = [*fields.get("item", ()), *root.findall("item")]
    return RawFeed(
        kind="rss20",
        title=_first(fields, "title", _DC + "title"),
        site=_first(fields, "link") or _alternate(fields.get(_ATOM_FIELD + "link", ())),
        base=base,
        description=_first(fields, "description"),
        language=_first(fields, "language", _DC + "language") or root.get(_LANG, ""),
        ttl=_first(fields, "ttl"),
        update_period=_first(fields, _SY + "updateperiod"),
        update_frequency=_first(fields, _SY + "updatefrequency"),
        skipped=tuple(part.text or "" for name in ("skiphours", "skipdays") for skip in fields.get(name, ())
                      for part in skip),
        entries=tuple(_rss_item(item, base) for item in items),
    )


def _rss_item(item: Element, base: str) -> RawEntry:
    fields = _fields(item)
    base = _base(item, base)
    guid = next(iter(fields.get("guid", ())), None)
    uid = (guid.text or "").strip() if guid is not None else ""
    lasting = guid is not None and guid.get("isPermaLink", "true").strip().lower() == "true"
    bodies = [
        RawBody(_inner(element), _base(element, base))
        for name in (_ENCODED, "description", _XHTML + "body", _ITUNES + "summary")
        for element in fields.get(name, ())
    ]
    bodies += [body for element in fields.get(_ATOM_FIELD + "content", ()) if (body := _atom_body(element, base))]
    if not any(body.html for body in bodies):
        bodies += _media(item, base)
    links = [*fields.get("link", ()), *fields.get(_ATOM_FIELD + "link", ())]
    names = fields.get(_DC + "creator") or fields.get("author") or fields.get(_ITUNES + "author") or ()
    return RawEntry(
        uid=uid,
        link=_first(fields, _ORIGINAL, "link") or _alternate(links) or (
            "" if lasting and "://" in uid else _enclosed(fields)),
        permalink=uid if lasting else "",
        base=base,
        title=_first(fields, "title", _DC + "title", _ITUNES + "title"),
        authors=tuple(_inner(name) for name in names),
        published=_first(fields, "pubdate", _DC + "date", _TERMS + "created", _TERMS + "issued"),
        updated=_first(fields, _ATOM_FIELD + "updated", _TERMS + "modified"),
        language=item.get(_LANG, "") or _first(fields, _DC + "language"),
        bodies=tuple(bodies),
    )


def _enclosed(fields: dict[str, list[Element]]) -> str:
    """The address of what an item encloses: where there is no page, the recording itself is what it is about."""
    return next((address for part in fields.get("enclosure", ()) if (address := part.get("url", "").strip())), "")


def _media(entry: Element, base: str) -> list[RawBody]:
    """What Media RSS says of a recording (https://www.rssboard.org/media-rss#media-description): plain, as a rule."""
    for part in entry.iterfind(f".//{_MEDIA}description"):
        if (part.text or "").strip():
            html = part.get("type", "plain") == "html"
            return [RawBody(_inner(part) if html else html_of_text(part.text or ""), base)]
    return []


# Atom 1.0 (https://www.rfc-editor.org/rfc/rfc4287)


def _atom(root: Element) -> RawFeed:
    base = _base(root, "")
    title = root.find(_ATOM + "title")
    subtitle = root.find(_ATOM + "subtitle")
    return RawFeed(
        kind="atom10",
        title=_construct(title),
        site=_alternate(root.iterfind(_ATOM + "link")),
        base=base,
        description=_construct(subtitle),
        language=root.get(_LANG, ""),
        update_period=_first(_fields(root), _SY + "updateperiod"),
        update_frequency=_first(_fields(root), _SY + "updatefrequency"),
        authors=_people(root),
        entries=tuple(_atom_entry(entry, base) for entry in root.iterfind(_ATOM + "entry")),
    )


def _atom_entry(entry: Element, base: str) -> RawEntry:
    base = _base(entry, base)
    bodies: list[RawBody] = []
    for name in ("content", "summary"):  # a summary only where there is nothing it would sum up
        if not bodies:
            found = [_atom_body(element, base) for element in entry.iterfind(_ATOM + name)]
            bodies = [body for body in found if body and body.html]
    bodies = bodies or _media(entry, base)
    source = entry.find(_ATOM + "source")
    uid = entry.findtext(_ATOM + "id", "").strip()
    return RawEntry(
        uid=uid,
        permalink=uid,
        link=_alternate(entry.iterfind(_ATOM + "link")),
        base=base,
        title=_construct(entry.find(_ATOM + "title")),
        authors=_people(entry) or (_people(source) if source is not None else ()),
        published=entry.findtext(_ATOM + "published", "").strip(),
        updated=entry.findtext(_ATOM + "updated", "").strip(),
        language=entry.get(_LANG, ""),
        bodies=tuple(bodies),
    )


def _alternate(links: Iterator[Element] | list[Element] | tuple[Element, ...]) -> str:
    """The address of the page that a feed or entry is about: ``rel=alternate``, web pages first, never ``self``."""
    best = ""
    for link in links:
        target = link.get("href", "").strip()
        if target and link.get("rel", "alternate").strip().lower() == "alternate":
            if link.get("type", "text/html").lower() in ("text/html", "application/xhtml+xml", "html", "xhtml"):
                return target
            best = best or target
    return best


def _people(parent: Element) -> tuple[str, ...]:
    people = []
    for author in parent.iterfind(_ATOM + "author"):
        name = author.findtext(_ATOM + "name", "") or author.findtext(_ATOM + "email", "")
        people.append(escape(name.strip(), quote=False))
    return tuple(people)


def _construct(element: Element | None) -> str:
    """A text construct (title, subtitle) as HTML."""
    if element is None:
        return ""
    if len(element) or element.get("type", "text").lower() in ("html", "xhtml", "text/html"):
        return _inner(element)
    return escape((element.text or "").strip(), quote=False)


def _atom_body(element: Element, base: str) -> RawBody | None:
    """The matter of ``content`` or ``summary``; None where it stands elsewhere or is no text (4.1.3.3)."""
    kind = element.get("type", "text").strip().lower()
    base = _base(element, base)
    if element.get("src"):
        return None
    if kind in ("html", "text/html", "xhtml", "application/xhtml+xml") or len(element):
        return RawBody(_inner(element), base)
    if kind in ("text", "plain", "text/plain", ""):
        return RawBody(html_of_text(element.text or ""), base)
    return None
