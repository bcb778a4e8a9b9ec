"""Reads XML that people's programs wrote carelessly, without ever loading or expanding anything.

Most real OPML files are not well-formed: bare ``&`` in addresses, HTML's entities, control characters, a
declared encoding that is not the real one. libxml2's recovery alone drops a bare ``&`` together with the
word behind it, which turns one address silently into another, so these are mended in the text first.
"""

from __future__ import annotations

import codecs
import html.entities
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_REFERENCE = re.compile(r"&(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})["']""")
# Only these are believed: some of Python's codecs are no text encodings or take for ever.
_ENCODINGS = re.compile(
    r"utf-?8|utf-?16(-?[lb]e)?|(us-)?ascii|iso-?8859-\d{1,2}|latin-?1|(windows|cp)-?125\d|koi8-[ru]|shift_jis|"
    r"euc-(jp|kr)|gb2312|gbk|gb18030|big5",
    re.IGNORECASE,
)
_BUILT_IN = {"amp", "lt", "gt", "quot", "apos"}


def decode(data: bytes) -> str:
    """Return the text of an XML file: by byte order mark, by its declaration, as UTF-8, else as Windows-1252."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
                           (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark):].decode(encoding, "replace")
    declared = _DECLARED.search(data[:1000])
    name = declared.group(1).decode("ascii") if declared else "utf-8"
    for encoding in (name if _ENCODINGS.fullmatch(name) else "utf-8", "utf-8"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", "replace")


def printable(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def mend(text: str) -> str:
    """Return XML text in which every ``&`` begins a reference that needs no declaration."""
    return _REFERENCE.sub(_reference, printable(text))


def parse(text: str, root: str) -> etree._Element | None:
    """Read the element ``root`` (its case does not matter) out of a text, whatever stands before and after.

    What stands before it, a DOCTYPE with its entities above all, is not even shown to the parser. None when
    there is no such element.
    """
    start = re.search(rf"<{root}(?=[\s/>])", text, re.IGNORECASE)
    if start is None:
        return None
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False,
                             remove_pis=True, encoding="utf-8")
    found = etree.fromstring(mend(text[start.start():]).encode(), parser)
    return found if isinstance(found, etree._Element) else None


def _reference(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if decimal or hexadecimal:
        number = int(decimal) if decimal else int(hexadecimal, 16)
        valid = number in (9, 10, 13) or 32 <= number <= 0x10FFFF
        return match.group() if valid and not _FORBIDDEN.match(chr(number)) else ""
    if name in _BUILT_IN:
        return match.group()
    if name and (known := html.entities.html5.get(f"{name};")):
        return "".join(f"&#{ord(ch)};" for ch in known)
    return "&amp;" + match.group()[1:]
