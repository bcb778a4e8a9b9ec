"""Strangers' HTML made harmless: the one door through which it comes in.

A small allow-list over nh3 (html5ever and ammonia), with what measuring showed to be missing: bounds before parsing,
addresses read after the repairs a browser makes, remote pictures parked, and cleaning to a fixed point, because a tree
that one cleaning leaves may be read as another tree by the next parser.
"""

from __future__ import annotations

import re
import secrets
from contextvars import ContextVar
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from pkm_app.content.address import absolute, is_web
from pkm_app.content.elements import GO_WITH_CONTENT, KEPT
from pkm_app.content.nesting import MAX_DEPTH, bounded, flattened, settled
from pkm_app.content.plaintext import canonical_text
from pkm_app.content.players import linked

if TYPE_CHECKING:
    import nh3

__all__ = ["MAX_BODY", "MAX_DEPTH", "PARKED", "clean_html", "plain"]

MAX_BODY: Final = 2 * 1024 * 1024
PARKED: Final = "data-pkm-src"

# Between parsing and renaming a picture's address begins with this. It cannot be guessed, so no text can look like one.
_MARKER: Final = f"pkm{secrets.token_hex(8)}:"
_MAX_FIELD = 64 * 1024
_MAX_WORDS = 1000
_MAX_REFERENCES = 200_000  # the parser's time grows with the square of the ampersands
_PASSES = 6
_ROOM = 16 * 1024  # for the end tags that a cut text gets

_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir", "id"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", PARKED, "alt", "title", "width", "height"},
    "code": {"class"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "time": {"datetime"},
}
_FORMS: dict[str, re.Pattern[str]] = {
    "lang": re.compile(r"[A-Za-z0-9\-]{1,35}"),
    "dir": re.compile(r"ltr|rtl|auto"),
    # Only the places footnotes jump to: a free id could take the name of something a page's own script looks for.
    "id": re.compile(r"(?:fn|fnref|footnote)[-:_.]?(?:ref)?[-:_.]?\d{1,4}(?:[-:_.]\d{1,4})?"),
    "class": re.compile(r"language-[\w+\-]{1,30}"),
    "width": re.compile(r"[0-9]{1,4}"),
    "height": re.compile(r"[0-9]{1,4}"),
    "start": re.compile(r"-?[0-9]{1,6}"),
    "value": re.compile(r"-?[0-9]{1,6}"),
    "colspan": re.compile(r"[1-9][0-9]?"),
    "rowspan": re.compile(r"[1-9][0-9]?"),
    "datetime": re.compile(r"[0-9TZ:.+\-PYMWDHS ]{1,40}"),
    "reversed": re.compile(r""),
}
# Text widgets know none of these and run their text into the neighbour's, so blocks become <div> and <p> (the
# parser treats all of them alike), before parsing.
_BLOCK_NAMES = re.compile(  # by first letters, for it looks at every tag
    r"<(/?)(?:(?P<p>figcaption|summary|legend)|a(?:ddress|rticle|side)|center|d(?:etails|ialog|ir)|f(?:ieldset|igure|ooter|orm)|"
    r"h(?:eader|group)|m(?:ain|enu)|nav|se(?:arch|ction))(?=[\s/>])",
    re.IGNORECASE,
)
_SMILEY = re.compile(r"<img\s[^<>]*?\bclass\s*=\s*[\"']?[^\"'<>]*?\b(?:wp-smiley|emoji)\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
# What begins like a tag, goes on with words and never ends: a sign for "less" that was not written as HTML wants it.
_LESS = re.compile(r"<(?=[A-Za-z][\w.\-]*\s+[^\s<>\"'=][^<>\"'=]*+(?:<|\Z))")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]+")
_AFTER_PRE = re.compile(r"(<pre(?: [a-z]+=\"[^\"]*\")*>)\n+")
_BLOCK_TAG = r"</?(?:p|div|ul|ol|li|dl|dt|dd|blockquote|table|h[1-6]|hr|pre)\b"
_EMPTY_BEFORE = re.compile(rf"<p></p>(?=\s*{_BLOCK_TAG})")
_EMPTY_AFTER = re.compile(rf"({_BLOCK_TAG}[^<>]*>\s*)(?:<p></p>\s*)+")
_FIELD_BREAK = re.compile(r"<(?=/?(?:br|p|div|li|ul|ol|h[1-6]|td|th|tr|dt|dd|hr|blockquote)[\s/>])", re.IGNORECASE)
_UNSEEN = re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_UNWANTED_IN_FIELD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")


def clean_html(html: str, base: str = "", *, relative: bool = False) -> str:
    """Return ``html`` as a fragment that shows and fetches nothing by itself.

    ``base`` is the address of the page; with it every address becomes absolute, without it relative ones go. Links
    lead to http, https and mailto only. A picture's address is parked under ``data-pkm-src`` until a person allows
    pictures; WordPress's emoji pictures become the emoji, films and sounds a link.
    ``relative`` lets plain relative paths pass, for what a person wrote in the vault. Only two megabytes (UTF-8) go in
    or come out, nesting past 256 is flattened. Never raises; cleaning again, with any base, changes nothing (only
    ``#fragments`` take on a base given later).
    """
    before = _ADDRESSES.set(_Addresses(base if is_web(base) else "", relative))
    try:
        text = linked(_LESS.sub("&lt;", html))
        for _ in range(_PASSES):
            cleaned, sure = _once(text)
            if sure or cleaned == text:
                return cleaned
            text = cleaned
    finally:
        _ADDRESSES.reset(before)
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in canonical_text(text).split("\n\n") if line)


def plain(text: str) -> str:
    """Return a foreign field (a title, an author) as one line of plain text.

    Such a field is HTML once decoded: tags go, references are read, scripts and styles go with what is in them, runs of
    blanks become one, direction marks and other unseen characters vanish. At most 1,000 characters. Meant to be
    applied once: ``&amp;lt;b>`` is the text ``&lt;b>``, and would be another the second time.
    """
    text = text[:_MAX_FIELD].encode("utf-8", "replace").decode()
    if "<" in text or "&" in text:
        import nh3

        if "emoji" in text or "wp-smiley" in text:
            text = _SMILEY.sub(_smiley, text)
        text = bounded(_FIELD_BREAK.sub(" <", _LESS.sub("&lt;", text)), frozenset())
        text = unescape(nh3.clean(text, tags=set(), clean_content_tags=GO_WITH_CONTENT))
    text = _UNSEEN.sub("", _UNWANTED_IN_FIELD.sub(" ", text))
    words = " ".join(text.split())
    return words if len(words) <= _MAX_WORDS else words[: _MAX_WORDS - 1].rstrip() + "…"


@cache
def _cleaner() -> nh3.Cleaner:
    """The one cleaner, any thread's. Making one takes as long as cleaning a post, so the base that differs from post
    to post is kept beside it."""
    import nh3

    return nh3.Cleaner(
        tags=KEPT,
        clean_content_tags=GO_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )


def _once(html: str) -> tuple[str, bool]:
    """Clean one time; say whether a second time is sure to change nothing."""
    cleaner = _cleaner()
    text = _BLOCK_NAMES.sub(_block_name, _limited(html))
    if "emoji" in text or "wp-smiley" in text:
        text = _SMILEY.sub(_smiley, text)
    text = cleaner.clean(bounded(text, KEPT))
    shallow = flattened(text, KEPT)
    deep = shallow is not text
    text = (cleaner.clean(shallow) if deep else text).replace(f' src="{_MARKER}', f' {PARKED}="')
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.replace("\n", " ").isprintable():  # ten times quicker than to look for each of them
        text = _CONTROLS.sub("", text)
    if "<pre" in text:
        text = _AFTER_PRE.sub(r"\1", text)
    if "<p></p>" in text:
        return _EMPTY_AFTER.sub(r"\1", _EMPTY_BEFORE.sub("", text)), False
    return text, not deep and len(text) <= MAX_BODY // 4 and settled(text)


def _limited(html: str) -> str:
    data = html.encode("utf-8", "replace")  # lone surrogates become "?"
    text = data.decode() if len(data) <= MAX_BODY else data[: MAX_BODY - _ROOM].decode("utf-8", "ignore")
    if text.count("&") > _MAX_REFERENCES:
        text = "&".join(text.split("&", _MAX_REFERENCES)[:_MAX_REFERENCES])
    return text


def _block_name(match: re.Match[str]) -> str:
    return f"<{match[1]}p" if match["p"] else f"<{match[1]}div"


def _smiley(match: re.Match[str]) -> str:
    alt = _ALT.search(match[0])
    words = unescape(alt[1] or alt[2] or alt[3] or "").strip() if alt else ""
    return escape(words) if 0 < len(words) <= 40 else match[0]


class _Addresses:
    """The addresses of one text, each read once."""

    def __init__(self, base: str, relative: bool) -> None:
        self._base = base
        self._relative = relative
        self._known: dict[tuple[str, bool], str | None] = {}
        self._room = MAX_BODY // 2  # a long base under many short addresses must not fill the memory

    def read(self, value: str, link: bool) -> str | None:
        """Return a harmless form of the address of a link or a picture, or None."""
        if (value, link) not in self._known:
            self._known[value, link] = absolute(value, self._base, mail=link, relative=self._relative)
        found = self._known[value, link]
        if found is None or (not link and found.startswith("#")):
            return None
        self._room -= len(found)
        return found if self._room >= 0 else None


_ADDRESSES: ContextVar[_Addresses] = ContextVar("the addresses of the text that is being cleaned")


def _attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute in ("href", "src", PARKED):
        found = _ADDRESSES.get().read(value, attribute == "href")
        return _MARKER + found if found is not None and attribute == "src" else found
    if attribute in ("alt", "title"):
        return " ".join(_CONTROLS.sub("", value[:1000]).split()) or None
    form = _FORMS.get(attribute)
    return value if form is not None and form.fullmatch(value) else None
