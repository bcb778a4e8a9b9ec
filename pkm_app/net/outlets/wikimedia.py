"""Pictures in a MediaWiki: each is placed among its files first, once, and then stands in the page.

A file there is known by its name, and ours is made of what is in the picture; the page of the file says what it shows
and whose it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from pkm_app.base.errors import Refused
from pkm_app.content.clean import plain
from pkm_app.net.outlets.rest import text_of
from pkm_app.net.outlets.wikiapi import WikiSession
from pkm_app.net.outlets.wikitext import wiki_words
from pkm_app.share.formats.post import SIGNS
from pkm_app.share.model import PLACE_OF_PICTURE, Shown

_MAY_NOT = ("permissiondenied", "uploaddisabled", "badaccess-groups", "badaccess-group0", "mustbeloggedin", "blocked",
            "mustbeloggedin-upload")
_LOOK = "frameless|upright=2.5"  # as wide as the reader likes pictures, and never larger than it is
_OURS = re.compile(rf"\[\[File:[^\[\]|]+\|{re.escape(_LOOK)}\|alt=([^\[\]|]*)\]\]")
_FILE_NAME = re.compile(r"[^\[\]{}|#<>:\n]{1,240}\.(?:png|jpe?g)", re.IGNORECASE)


class WikiMedia:
    """Places pictures at one wiki."""

    def __init__(self, wiki: WikiSession) -> None:
        self._wiki = wiki
        self._may = True
        self._known: dict[str, str | None] = {}

    def placed(self, text: str, pictures: Sequence[Shown]) -> tuple[str, int]:
        """Return wikitext with its pictures in their places, and how many the user may not place: their words stand
        there. Raises Refused where a picture is not taken for another reason."""
        shown: dict[str, str] = {}
        lost = 0
        for place, picture in enumerate(pictures):
            if picture.name not in self._known:
                self._known[picture.name] = self._file(picture)
            name = self._known[picture.name]
            lost += name is None
            shown[chr(PLACE_OF_PICTURE + place)] = in_words(picture.alt) if name is None else link_to(name, picture.alt)
        return _put(text, shown), lost

    def _file(self, picture: Shown) -> str | None:
        """The name of a picture at the wiki, None where the user may place none."""
        wanted = file_name(picture)
        answer = self._wiki.get(action="query", titles=f"File:{wanted}", prop="imageinfo", iiprop="size")
        pages = _of(answer, "query").get("pages")
        page = pages[0] if isinstance(pages, list) and pages and isinstance(pages[0], dict) else {}
        if page.get("imageinfo"):
            return wanted
        if not self._may:
            return None
        answer = self._upload(picture, wanted, force=False)
        found = _twin(answer)
        if found:
            return found
        if _of(answer, "upload").get("result") == "Warning":  # as of one that was thrown away there once
            answer = self._upload(picture, wanted, force=True)
        error = _of(answer, "error")
        code = text_of(error.get("code"))
        if code in _MAY_NOT:
            self._may = False
            return None
        if code == "fileexists-no-change":
            return wanted
        if _of(answer, "upload").get("result") != "Success":
            raise Refused("{host} does not take the picture “{name}”: {message}", host=self._wiki.host,
                          name=picture.alt or picture.name,
                          message=plain(text_of(error.get("info")))[:300] or code or "?")
        return wanted

    def _upload(self, picture: Shown, name: str, force: bool) -> Mapping[str, Any]:
        about = "\n\n".join(wiki_words(words, first=True) for words in (picture.alt, picture.rights) if words)
        fields = {"action": "upload", "filename": name, "text": about, "comment": "Picture of a draft from PKM"}
        if force:
            fields["ignorewarnings"] = "1"
        return self._wiki.upload(picture.name, picture.media_type, picture.data, **fields)


def with_pictures(text: str, pictures: Sequence[Shown]) -> str:
    """Return wikitext with its pictures in their places, as if each could be placed."""
    return _put(text, {chr(PLACE_OF_PICTURE + place): link_to(file_name(picture), picture.alt)
                       for place, picture in enumerate(pictures)})


def file_name(picture: Shown) -> str:
    """Return the name of a picture's file, as a wiki writes it."""
    return picture.name[:1].upper() + picture.name[1:]


def link_to(name: str, alt: str) -> str:
    """Return a picture as it stands in a page."""
    return f"[[File:{name}|{_LOOK}|alt={_words(alt)}]]"


def in_words(alt: str) -> str:
    """Return the words that stand in the place of a picture."""
    return f"''{_words(alt)}''" if alt.strip() else ""


def pictures_in_words(text: str, pictures: Sequence[Shown] = ()) -> str:
    """Return wikitext with words in the place of each of its pictures, as it stands where a user may place none: so it
    is the same, whatever became of the pictures. ``pictures`` are those whose signs it holds, if it holds any."""
    text = _put(text, {chr(PLACE_OF_PICTURE + place): in_words(picture.alt) for place, picture in enumerate(pictures)})
    return re.sub(r"\n{3,}", "\n\n", _OURS.sub(lambda match: in_words(unescape(match[1])), text)).strip()


def pictures_placed(text: str) -> int:
    """Return how many pictures of ours stand in wikitext."""
    return len(_OURS.findall(text))


def _words(alt: str) -> str:
    return unicodedata.normalize("NFC", wiki_words(alt)).strip()


def _put(text: str, shown: Mapping[str, str]) -> str:
    return SIGNS.sub(lambda match: shown.get(match[0], ""), text).strip()


def _twin(answer: Mapping[str, Any]) -> str:
    """The name under which the very same picture is there already."""
    warnings = _of(_of(answer, "upload"), "warnings")
    same = warnings.get("duplicate")
    name = text_of(same[0]).replace("_", " ") if isinstance(same, list) and same else ""
    return name if _FILE_NAME.fullmatch(name) else ""


def _of(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = value.get(name)
    return inner if isinstance(inner, dict) else {}
