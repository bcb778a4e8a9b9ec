"""HTML that leaves for a place where others read it: the one door through which it goes out.

Wider than content.clean by what tells who says what and in which language: figures with their captions, boxes beside
the text, footnotes, boxes of tasks. A few known classes and roles pass, no style but the side of a table's cell, and
no address but of the web and of mail. What a draft is made of is escaped where it is written; this holds also where
that should fail.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from pkm_app.content.address import absolute
from pkm_app.content.clean import MAX_BODY, clean_html
from pkm_app.content.elements import GO_WITH_CONTENT, KEPT
from pkm_app.content.nesting import bounded, flattened

if TYPE_CHECKING:
    import nh3

POSTABLE: Final = KEPT | {"figure", "figcaption", "aside", "section"}

_NOTE: Final = r"fn(?:ref)?-\d{1,4}"
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir", "id", "class", "role", "aria-label"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "style", "scope"},
    "time": {"datetime"},
}
_FORMS: dict[str, re.Pattern[str]] = {
    "lang": re.compile(r"[A-Za-z0-9\-]{1,35}"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "id": re.compile(rf"{_NOTE}|notes"),
    "class": re.compile(r"quotation|whole|notes|tasks|language-[\w+\-]{1,30}"),
    "role": re.compile(r"img|doc-noteref|doc-backlink|doc-endnotes"),
    "width": re.compile(r"[0-9]{1,4}"),
    "height": re.compile(r"[0-9]{1,4}"),
    "start": re.compile(r"-?[0-9]{1,6}"),
    "value": re.compile(r"-?[0-9]{1,6}"),
    "colspan": re.compile(r"[1-9][0-9]?"),
    "rowspan": re.compile(r"[1-9][0-9]?"),
    "scope": re.compile(r"col|row"),
    "style": re.compile(r"text-align: (?:left|center|right)"),
    "datetime": re.compile(r"[0-9TZ:.+\-PYMWDHS ]{1,40}"),
    "reversed": re.compile(r""),
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]+")
_PASSES = 4


def postable(html: str) -> str:
    """Return HTML as a fragment that may stand in a place of others: nothing in it runs, or fetches what is not a
    picture. Cleaning again changes nothing; at most two megabytes (UTF-8) leave."""
    text = html.encode("utf-8", "replace")[:MAX_BODY].decode("utf-8", "ignore")
    for _ in range(_PASSES):
        cleaned = _CONTROLS.sub("", _cleaner().clean(flattened(bounded(text, POSTABLE), POSTABLE)))
        if cleaned == text:
            return cleaned
        text = cleaned
    return clean_html(text)  # what never comes to rest is no writing of ours


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3

    return nh3.Cleaner(tags=POSTABLE, clean_content_tags=GO_WITH_CONTENT, attributes=_ATTRIBUTES,
                       attribute_filter=_attribute, link_rel=None, url_schemes={"http", "https", "mailto"})


def _attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute in ("href", "src", "cite"):
        found = absolute(value, mail=attribute == "href")
        if found is not None and found.startswith("#"):
            return found if attribute == "href" and re.fullmatch(rf"#{_NOTE}", found) else None
        return found
    if attribute in ("alt", "title", "aria-label"):
        return " ".join(_CONTROLS.sub("", value[:1000]).split()) or None
    form = _FORMS.get(attribute)
    return value if form is not None and form.fullmatch(value) else None
