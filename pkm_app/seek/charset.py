"""From bytes to text, when what is said of the encoding may be wrong."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BARE = ((b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
         (b"{\0", "utf-16-le"), (b"\0{", "utf-16-be"))
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:\-]{1,40})[\"']")
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:\-]{1,40})", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:\-]{1,40})", re.IGNORECASE)
# Encodings that browsers know, by Python's names; others (punycode, undefined, idna, utf-7 ...) are no encodings of
# documents, and some of them make a decoder raise or hide markup.
_KNOWN = frozenset(
    [
        "utf-8", "cp1252", "big5", "big5hkscs", "gb18030", "euc_jp",
        "iso2022_jp", "cp932", "cp949", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866", "cp874", "hz",
    ]
    + [f"iso8859-{part}" for part in (*range(2, 12), *range(13, 17))]
    + [f"cp{page}" for page in range(1250, 1259)]
)
_SAME = {  # UTF-16 is not among them: where its name can be read in ASCII the document is not written in it
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "tis-620": "cp874",
    "shift_jis": "cp932", "euc_kr": "cp949",
}
_SHIFTING = frozenset(("iso2022_jp", "hz"))  # these write other letters with ASCII bytes
_MEND = {byte: bytes([byte]).decode("cp1252", "ignore") or " " for byte in range(0x80, 0xA0)}
_C1 = re.compile("[\x80-\x9f]")


def to_text(data: bytes, content_type: str = "") -> str:
    """Decode a document. Never raises.

    A byte order mark decides. Otherwise what is valid UTF-8 is UTF-8, whatever it says of itself: text in another
    encoding practically never is. Then the document's own word counts, then the server's (``content_type``), each as
    browsers understand it (https://encoding.spec.whatwg.org/), and at last windows-1252. Of UTF-8 with a few
    broken bytes the broken ones become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for start, encoding in _BARE:
        if data.startswith(start):
            return data.decode(encoding, "replace")
    said = _said(data, content_type)
    if not _SHIFTING.intersection(said):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass  # then it is something else, or broken
    for encoding in said:
        if encoding != "utf-8":
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    forgiving = data.decode("utf-8", "replace")
    broken = forgiving.count("\ufffd")
    if broken * 2 < sum(character > "\x7f" for character in forgiving):
        return forgiving
    return data.decode("cp1252", "replace")


def mended(text: str) -> str:
    """Turn control characters of the C1 range into what their writers meant: windows-1252's quotes and dashes."""
    return text if text.isascii() or not _C1.search(text) else text.translate(_MEND)


def _said(data: bytes, content_type: str) -> list[str]:
    """The known encodings that the document and its server name, by Python's names."""
    names = []
    head = data[:2048]
    found = _DECLARED.search(head) or _META.search(head)
    if found:
        names.append(found[1].decode("ascii"))
    served = _CHARSET.search(content_type)
    if served:
        names.append(served[1])
    known = []
    for name in names:
        try:
            canonical = codecs.lookup(name).name
        except (LookupError, ValueError):
            continue
        canonical = _SAME.get(canonical, canonical)
        if canonical in _KNOWN:
            known.append(canonical)
    return known
