"""Draft pages in a Confluence Cloud, over its REST API v2 with an API token.

See https://developer.atlassian.com/cloud/confluence/rest/v2/. The address of the outlet names the space, as in
https://example.atlassian.net/wiki/spaces/TEAM. A draft is seen by who made it only, has always the version number 1
and cannot be looked for: what stands there is told apart by its words, and a doubtful sending asks the person.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from html import escape
from typing import Any, NoReturn

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.content.clean import PARKED, clean_html, plain
from pkm_app.net.outlets.discovery import site_target
from pkm_app.net.outlets.inert import letters
from pkm_app.net.outlets.rest import Login, Rest, Said, not_taken, text_of
from pkm_app.net.target import parse
from pkm_app.share.model import OutletSettings, Remote, Rendered
from pkm_app.share.preview import Preview, preview_of
from pkm_app.share.updating import to_update

_SPACE = re.compile(r"\A(/(?:[^/?]+/)*?)spaces/([~\w.-]+)")
_VOID = re.compile(r"<(br|hr|img|input)\b([^<>]*?)\s*/?>", re.IGNORECASE)
_ID = re.compile(r"[0-9]{1,20}")
_MOST_TITLE = 255


class Confluence:
    """Implements ``share.ports.Outlet``. ``Remote.version`` is a digest of title and words there, with the time."""

    can_find = False

    def __init__(self, settings: OutletSettings, secret: str, rest: Rest) -> None:
        site = site_target(settings.address)
        found = _SPACE.match(site.path)
        if not found:
            raise Refused("This address names no space of a Confluence: it looks like "
                          "https://example.atlassian.net/wiki/spaces/TEAM.")
        self._base = parse(f"{site.scheme}://{site.authority}{found[1]}")
        self._space = found[2]
        self._user = settings.user
        self._secret = secret
        self._rest = rest

    def check(self) -> str:
        """Try the token and the space; give the name of the space. Raises Refused, NetworkProblem."""
        return plain(text_of(self._find_space().get("name"))) or self._space

    def find(self, marker: str) -> Remote | None:
        """Return None: Confluence does not tell its drafts."""
        del marker
        return None

    def get(self, remote_id: str) -> Remote | None:
        """Return a page as it stands there now, None when it is gone."""
        if not _ID.fullmatch(remote_id) or not int(remote_id):
            return None
        said = self._ask("GET", f"pages/{remote_id}", {"body-format": "storage", "get-draft": "true"})
        if said.status == 404:
            return None
        remote = self._remote(self._done(said))
        return None if remote.status in ("trashed", "deleted") else remote

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Make a draft page, and read it back. Raises Refused, NotTaken for what was not made, NetworkProblem."""
        del marker
        space = text_of(self._find_space().get("id"))
        page = {"spaceId": space, "status": "draft", **_fields(draft)}
        with not_taken():
            made = self._done(self._ask("POST", "pages", {}, page))
        remote = self._read_back(text_of(made.get("id")), draft)
        if remote.status != "draft":
            raise Refused("{host} did not keep it as a draft ({status}): look at {url}", host=self._base.bare_host,
                          status=remote.status, url=remote.edit_url)
        return remote

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Change a draft page, and read it back; an empty ``seen_version`` means that none is known.

        Raises Refused when it is gone, was changed there since that version, or is no draft any more.
        """
        there, done = to_update(self.get(remote_id), draft, seen_version, self.imprint(draft), self._base.bare_host)
        if done:
            return there
        page = {"id": remote_id, "status": "draft", "version": {"number": 1}, **_fields(draft)}
        self._done(self._ask("PUT", f"pages/{remote_id}", {}, page))
        return self._read_back(remote_id, draft)

    def imprint(self, draft: Rendered) -> str:
        """Return the imprint of a draft: title and the letters of its words."""
        return _imprint(_line(draft.title), storage(draft.html))

    def preview(self, draft: Rendered) -> Preview:
        """Return what a draft will be there, in the look of the wiki."""
        return preview_of(draft, storage(draft.html))

    def _find_space(self) -> Mapping[str, Any]:
        said = self._ask("GET", "spaces", {"keys": self._space, "limit": 1})
        rows = said.fields.get("results")
        if said.status != 200 or not isinstance(rows, list):
            self._refuse(said)
        if not rows or not isinstance(rows[0], dict):
            raise Refused("There is no space {space} at {host}, or {user} may not see it.", space=self._space,
                          host=self._base.bare_host, user=self._user)
        return dict(rows[0])

    def _read_back(self, remote_id: str, draft: Rendered) -> Remote:
        remote = self.get(remote_id)
        if remote is None:
            raise NetworkProblem("{host} took the draft and cannot show it: look there before sending it again.",
                                 host=self._base.bare_host)
        if remote.imprint != self.imprint(draft):
            raise Refused("The draft stands at {url}, but not all of its words arrived there: look at it before you go "
                          "on.", url=remote.edit_url)
        return remote

    def _ask(self, method: str, path: str, query: Mapping[str, str | int],
             payload: Mapping[str, Any] | None = None) -> Said:
        target = parse(f"{self._base.address}api/v2/{path}")
        said = self._rest.json(method, target, Login(target.origin, self._user, self._secret), query, payload)
        if said.status == 401:
            raise Refused("{host} does not accept this password for {user}. It wants the e-mail address of the account "
                          "and an API token of it (id.atlassian.com, Security).", host=said.host, user=self._user)
        if said.status == 403:
            raise Refused("{user} may not do this in the space {space} at {host}.", user=self._user, space=self._space,
                          host=said.host)
        return said

    def _done(self, said: Said) -> Mapping[str, Any]:
        if said.status not in (200, 201) or not said.fields:
            self._refuse(said)
        return said.fields

    def _remote(self, value: Mapping[str, Any]) -> Remote:
        number, title = text_of(value.get("id")), text_of(value.get("title"))
        body, links, version = (value.get(name) for name in ("body", "_links", "version"))
        stored = body.get("storage") if isinstance(body, dict) else None
        html = text_of(stored.get("value")) if isinstance(stored, dict) else ""
        shown = links if isinstance(links, dict) else {}
        made = text_of(version.get("createdAt")) if isinstance(version, dict) else ""
        if not _ID.fullmatch(number):
            raise self._strange()
        base = self._base.address.rstrip("/")
        edit = f"{base}/pages/resumedraft.action?draftId={number}"
        path = text_of(shown.get("webui"))
        digest = hashlib.sha256(f"{title}\x1f{html}".encode()).hexdigest()[:16]
        return Remote(
            remote_id=number, url=f"{base}{path}" if path.startswith("/") else edit, edit_url=edit, title=title,
            html=html, status="published" if value.get("status") == "current" else text_of(value.get("status")),
            version=f"{made} {digest}", imprint=_imprint(title, html))

    def _refuse(self, said: Said) -> NoReturn:
        errors = said.fields.get("errors")
        first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
        words = plain(text_of(first.get("title")) or text_of(said.fields.get("message")))
        if not words or said.status < 400:
            if said.status == 404:
                raise Refused("There is no Confluence at {host}: give the address of the space.", host=said.host)
            raise self._strange()
        raise Refused("{host} refuses: {message}", host=said.host, message=words)

    def _strange(self) -> NetworkProblem:
        return NetworkProblem("{host} does not answer as a Confluence does, so nothing can be done there.",
                              host=self._base.bare_host)


def storage(html: str) -> str:
    """Return HTML in Confluence's storage format: well-formed XHTML without macros."""
    cleaned = clean_html(html).replace(f" {PARKED}=", " src=")
    cleaned = re.sub(r"<img\b[^<>]*>", lambda found: escape(_alt(found[0])), cleaned)
    cleaned = re.sub(r"<input\b[^<>]*\bchecked\b[^<>]*>", "☑ ", cleaned)
    cleaned = re.sub(r"<input\b[^<>]*>", "☐ ", cleaned)
    return _VOID.sub(r"<\1\2 />", cleaned).replace("&nbsp;", "&#160;")


def _alt(tag: str) -> str:
    found = re.search(r"\balt=\"([^\"]*)\"", tag)
    return plain(found[1]) if found else ""


def _fields(draft: Rendered) -> dict[str, Any]:
    return {"title": _line(draft.title), "body": {"representation": "storage", "value": storage(draft.html)}}


def _imprint(title: str, html: str) -> str:
    return hashlib.sha256(f"{title}\x1f{letters(html)}".encode()).hexdigest()


def _line(title: str) -> str:
    return " ".join(title.split())[:_MOST_TITLE]
