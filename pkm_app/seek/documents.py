"""Any file a person lays down, read as what it is: PDF, Word document, mail, web page, link or plain words.

For the strangers' process only: what is read here may be made by anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pkm_app.content.clean import plain
from pkm_app.content.language import guess
from pkm_app.seek.charset import to_text
from pkm_app.seek.document import Document, Unreadable, stem

_TEXT_ENDINGS = ("txt", "text", "md", "markdown", "")
_LONGEST_WORDS = 1024 * 1024
_FIRST_LINE = 80


def read_document(data: bytes, name: str, content_type: str = "", address: str = "") -> Document:
    """Read a file called ``name``, or what ``address`` answered with. Its bytes say what it is, then its name.

    Raises Unreadable for what is encrypted, without text, damaged, or of no kind that can be read.
    """
    if not data.strip():
        raise Unreadable("“{name}” is empty.", name=name)
    return _reader(data, name, content_type)(data, name, address, content_type)


_Reader = Callable[[bytes, str, str, str], Document]


def _reader(data: bytes, name: str, content_type: str) -> _Reader:
    said = content_type.partition(";")[0].strip().lower()
    ending = re.split(r"[/\\]", name)[-1].rpartition(".")[2].lower() if "." in name else ""
    if b"%PDF-" in data[:1024]:
        return _pdf
    if data.startswith(b"PK\x03\x04"):
        return _word
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _outlook
    if ending in ("pdf", "docx", "msg"):
        raise Unreadable("“{name}” is damaged or not whole: it does not begin as such a file does.", name=name)
    if ending == "eml" or said == "message/rfc822":
        return _mail
    if ending in ("url", "webloc", "desktop"):
        return _link
    if "html" in said or ending in ("html", "htm", "xhtml") or _looks_like_html(data):
        return _page
    if ending in _TEXT_ENDINGS or said.startswith("text/"):
        return _words
    raise Unreadable("“{name}” is of no kind that can be taken in: PDF, Word (.docx), mail (.eml, .msg), web pages "
                     "(.html), links (.url, .webloc) and text can.", name=name)


def _looks_like_html(data: bytes) -> bool:
    return re.match(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", data[:2048],
                    re.IGNORECASE | re.DOTALL) is not None


def _pdf(data: bytes, name: str, address: str, content_type: str) -> Document:
    from pkm_app.seek.pdfdocument import read_pdf

    return read_pdf(data, name)


def _word(data: bytes, name: str, address: str, content_type: str) -> Document:
    from pkm_app.seek.worddocument import read_docx

    return read_docx(data, name)


def _outlook(data: bytes, name: str, address: str, content_type: str) -> Document:
    from pkm_app.seek.maildocument import read_msg

    return read_msg(data, name)


def _mail(data: bytes, name: str, address: str, content_type: str) -> Document:
    from pkm_app.seek.maildocument import read_eml

    return read_eml(data, name)


def _link(data: bytes, name: str, address: str, content_type: str) -> Document:
    from pkm_app.seek.linkfile import read_link

    return Document("link", title=stem(name), address=read_link(data, name))


def _page(data: bytes, name: str, address: str, content_type: str) -> Document:
    from pkm_app.seek.pagedocument import read_page

    return read_page(data, name, address, content_type)


def _words(data: bytes, name: str, address: str, content_type: str) -> Document:
    from pkm_app.seek.linkfile import only_address

    text = to_text(data, content_type).replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text or len(text) > _LONGEST_WORDS:
        raise Unreadable("“{name}” is no text, or far too long for one.", name=name)
    link = only_address(text)
    if link:
        return Document("link", title="", address=link)
    first = next((line.strip().lstrip("#").strip() for line in text.split("\n") if line.strip()), "")
    title = first if len(first) <= _FIRST_LINE else first[:_FIRST_LINE].rpartition(" ")[0] + "…"
    return Document("words", plain(title) or stem(name), text=text, language=guess(text))
