"""Drafts in a MediaWiki: pages below the person's own user page.

A wiki has no drafts: such a page can be read by everyone who reads the wiki, and by the habit of wikis it is left
alone until its owner moves it. The mark of a draft stands in the summary of the page's first version, by which it is
found again; a page that was moved elsewhere counts as published.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.content.wikireader import html_of_wikitext
from pkm_app.net.outlets.rest import Rest, text_of
from pkm_app.net.outlets.wikiapi import WikiSession
from pkm_app.net.outlets.wikimedia import WikiMedia, pictures_in_words, pictures_placed, with_pictures
from pkm_app.net.outlets.wikinames import page_name, page_text
from pkm_app.net.outlets.wikitext import wikitext
from pkm_app.share.model import OutletSettings, Remote, Rendered, Shown
from pkm_app.share.preview import Preview, picture_tag, preview_of
from pkm_app.share.updating import changed_there, to_update

FOLDER = "Drafts"
_USER_SPACE = 2
_MOST_PAGES = 20  # of 500 contributions each, in which a mark is looked for
_MOST_ALIKE = 20  # drafts of one title
_TAKEN = ("articleexists", "redirectexists")


class MediaWiki:
    """Implements ``share.ports.Outlet``. ``Remote.version`` is the number of the page's latest revision, ``html``
    its wikitext."""

    can_find = True

    def __init__(self, settings: OutletSettings, secret: str, rest: Rest) -> None:
        self._wiki = WikiSession(settings.address, settings.user, secret, rest)

    def check(self) -> str:
        """Try the password; give the user's name at the wiki. Raises Refused, NetworkProblem."""
        name = self._wiki.name()
        rights = _of(_of(self._wiki.get(action="query", meta="userinfo", uiprop="rights"), "query"), "userinfo")
        able = rights.get("rights")
        if not isinstance(able, list) or not {"edit", "createpage"} <= set(able):
            raise Refused("{user} may not write pages at {host}: the bot password needs the rights to edit and to "
                          "create pages.", user=name, host=self._wiki.host)
        return name

    def find(self, marker: str) -> Remote | None:
        """Return the page that was made under a marker, wherever it stands now, or None."""
        more: dict[str, str | int] = {}
        for _ in range(_MOST_PAGES):
            answer = self._wiki.get(action="query", list="usercontribs", ucuser=self._wiki.name(), ucshow="new",
                                    ucprop="ids|comment", uclimit=500, **more)
            for row in _rows(_of(answer, "query"), "usercontribs"):
                if f"({marker})" in text_of(row.get("comment")) and isinstance(row.get("pageid"), int):
                    return self.get(str(row["pageid"]))
            more = {key: value for key, value in _of(answer, "continue").items() if isinstance(value, str | int)}
            if not more:
                break
        return None

    def get(self, remote_id: str) -> Remote | None:
        """Return a page as it stands there now, None when it is gone."""
        if not remote_id.isascii() or not remote_id.isdigit():
            return None
        answer = self._wiki.get(action="query", pageids=remote_id, prop="info|revisions", inprop="url",
                                rvprop="ids|content", rvslots="main")
        pages = _rows(_of(answer, "query"), "pages")
        if not pages:
            self._wiki.refuse(answer)
        page = pages[0]
        if page.get("missing") or page.get("invalid") or not _rows(page, "revisions"):
            return None
        if page.get("redirect"):
            return None  # what was here was moved on, and has another number
        return self._remote(page)

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Make a page, and read it back. Raises Refused, NetworkProblem.

        When the answer gets lost the page may stand there all the same: ``find`` tells.
        """
        self._refuse_empty(draft)
        words, lost = WikiMedia(self._wiki).placed(page_text(draft), draft.pictures)
        for name in self._names(draft.title):
            answer = self._wiki.post(action="edit", title=name, text=words, createonly=1,
                                     summary=f"Draft from PKM ({marker})")
            if text_of(_of(answer, "error").get("code")) not in _TAKEN:
                break
        edit = _of(answer, "edit")
        if edit.get("result") != "Success" or not isinstance(edit.get("pageid"), int):
            self._wiki.refuse(answer)
        return replace(self._read_back(str(edit["pageid"]), words), lost=lost)

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Change a page, and read it back; an empty ``seen_version`` means that none is known.

        Raises Refused when it is gone, was changed there since that version, or was moved elsewhere.
        """
        self._refuse_empty(draft)
        there, done = to_update(self.get(remote_id), draft, seen_version, self.imprint(draft), self._wiki.host)
        if done:
            return there
        if there.title != _without_number(page_name(draft.title)):
            there = self._move(there, draft.title)
        words, lost = WikiMedia(self._wiki).placed(page_text(draft), draft.pictures)
        answer = self._wiki.post(action="edit", pageid=remote_id, text=words, baserevid=there.version, nocreate=1,
                                 summary="Draft from PKM")
        if text_of(_of(answer, "error").get("code")) == "editconflict":
            raise changed_there(there, self._wiki.host)
        if _of(answer, "edit").get("result") != "Success":
            self._wiki.refuse(answer)
        return replace(self._read_back(remote_id, words), lost=lost)

    def imprint(self, draft: Rendered) -> str:
        """Return the imprint of a draft: title and words as the wiki keeps them."""
        return _imprint(_without_number(page_name(draft.title)), page_text(draft), draft.pictures)

    def preview(self, draft: Rendered) -> Preview:
        """Return what a draft will be there: its wikitext, and how that is read, in the look of the wiki."""
        words = with_pictures(page_text(draft), draft.pictures)
        page = f"User:{self._wiki.user}/{FOLDER}/{page_name(draft.title)}"

        def picture(name: str, alt: str) -> str:
            return picture_tag(name[:1].lower() + name[1:], alt)

        return preview_of(draft, html_of_wikitext(words, picture), [
            ("page", page), ("categories", ", ".join(draft.categories))], words, "wikitext")

    def _move(self, there: Remote, title: str) -> Remote:
        """Give a page another name, as a wiki does it: the old one leads on to it."""
        for name in self._names(title):
            answer = self._wiki.post(action="move", fromid=there.remote_id, to=name, noredirect=1,
                                     reason="Draft from PKM")
            if text_of(_of(answer, "error").get("code")) not in _TAKEN:
                break
        if "move" not in answer:
            self._wiki.refuse(answer)
        moved = self.get(there.remote_id)
        if moved is None:
            raise self._lost()
        return moved

    def _names(self, title: str) -> list[str]:
        base = f"User:{self._wiki.name()}/{FOLDER}/{page_name(title)}"
        return [base, *(f"{base} ({number})" for number in range(2, _MOST_ALIKE + 1))]

    def _read_back(self, remote_id: str, words: str) -> Remote:
        remote = self.get(remote_id)
        if remote is None:
            raise self._lost()
        if remote.html != words:
            raise Refused("The draft stands at {url}, but not all of its words arrived there: look at it before you go "
                          "on.", url=remote.url)
        return remote

    def _remote(self, page: Mapping[str, Any]) -> Remote:
        revision = _rows(page, "revisions")[0]
        name, words = text_of(page.get("title")), text_of(_of(_of(revision, "slots"), "main").get("content"))
        _space, _, rest = name.partition(":")
        mine, _, title = rest.partition(f"/{FOLDER}/")
        is_draft = page.get("ns") == _USER_SPACE and mine == self._wiki.name() and bool(title)
        shown = _without_number(title) if is_draft else name
        url = text_of(page.get("fullurl"))
        edit = f"{self._wiki.api.address.removesuffix('api.php')}index.php?title={quote(name)}&action=edit"
        return Remote(
            remote_id=str(page["pageid"]), url=url if url.startswith(("http://", "https://")) else edit,
            edit_url=edit, title=shown, html=words, status="draft" if is_draft else "published",
            version=str(revision.get("revid")), imprint=_imprint(shown, words), placed=pictures_placed(words),
            markup="wikitext")

    def _refuse_empty(self, draft: Rendered) -> None:
        if not wikitext(draft.html):
            raise Refused("“{title}” has no words yet, so nothing was sent.", title=draft.title)

    def _lost(self) -> NetworkProblem:
        return NetworkProblem("{host} took the draft and cannot show it: look there before sending it again.",
                              host=self._wiki.host)


def _without_number(name: str) -> str:
    """The title of a page without the number that tells it from others of the same title."""
    bare, bracket, number = name.rpartition(" (")
    return bare if bracket and number[:-1].isdigit() and number.endswith(")") else name


def _imprint(name: str, words: str, pictures: Sequence[Shown] = ()) -> str:
    return hashlib.sha256(f"{name}\x1f{pictures_in_words(words, pictures)}".encode()).hexdigest()


def _of(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = value.get(name)
    return inner if isinstance(inner, dict) else {}


def _rows(value: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = value.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
