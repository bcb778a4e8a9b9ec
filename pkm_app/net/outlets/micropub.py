"""Drafts at a site of the IndieWeb, over Micropub with a token.

See https://www.w3.org/TR/micropub/ and https://indieweb.org/Micropub-extensions. A server may publish whatever it is
sent, so one that does not say that it keeps drafts (``post-status`` in its configuration) is sent nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any, NoReturn
from urllib.parse import urljoin

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.content.clean import plain
from pkm_app.content.postable import postable
from pkm_app.net.outlets.discovery import site_target
from pkm_app.net.outlets.inert import letters
from pkm_app.net.outlets.rest import Rest, Said, Token, not_taken, text_of
from pkm_app.net.target import Target, parse
from pkm_app.share.model import OutletSettings, Remote, Rendered, Shown
from pkm_app.share.preview import Preview, beside, preview_of
from pkm_app.share.updating import to_update

_LINK = re.compile(r"<([^<>]{1,2000})>\s*;\s*rel=\"?micropub\"?", re.IGNORECASE)
_TAG = re.compile(r"<link\b[^<>]*\brel=[\"']?micropub[\"']?[^<>]*>", re.IGNORECASE)
_HREF = re.compile(r"\bhref=[\"']?([^\"'<>\s]{1,2000})", re.IGNORECASE)


class Micropub:
    """Implements ``share.ports.Outlet``. ``Remote.remote_id`` is the address of the post, ``version`` a digest of
    what stands there."""

    can_find = False

    def __init__(self, settings: OutletSettings, secret: str, rest: Rest) -> None:
        self._site = site_target(settings.address)
        self._secret = secret.strip()
        self._rest = rest
        self._endpoint: Target | None = None

    def check(self) -> str:
        """Try the token, and see that drafts are kept; give the name of the site. Raises Refused, NetworkProblem."""
        said = self._ask("GET", {"q": "config"})
        if said.status != 200 or not said.fields:
            self._refuse(said)
        if not _keeps_drafts(said.fields):
            raise Refused("{host} does not say that it keeps drafts, and might publish at once. Nothing was sent.",
                          host=said.host)
        return self._site.bare_host

    def find(self, marker: str) -> Remote | None:
        """Return None: a Micropub server need not tell its drafts."""
        del marker
        return None

    def get(self, remote_id: str) -> Remote | None:
        """Return a post as it stands there now, None when it is gone."""
        if not remote_id.startswith(("http://", "https://")):
            return None
        said = self._ask("GET", {"q": "source", "url": remote_id})
        if said.status in (404, 410) or (said.status == 400 and said.fields.get("error") == "invalid_request"):
            return None
        properties = said.fields.get("properties")
        if said.status != 200 or not isinstance(properties, dict):
            self._refuse(said)
        if properties.get("deleted"):
            return None
        return self._remote(remote_id, properties)

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Make a draft, and read it back. Raises Refused, NotTaken for what was not made, NetworkProblem."""
        self.check()
        with not_taken():
            photo = self._photo(draft)
            properties = {**_properties(draft), **photo, "post-status": ["draft"], "mp-slug": [marker]}
            said = self._ask("POST", {}, {"type": ["h-entry"], "properties": properties})
            if said.status not in (201, 202) or not said.location:
                self._refuse(said)
        remote = self._read_back(urljoin(self._where().address, said.location), draft)
        if remote.status != "draft":
            raise Refused("{host} did not keep it as a draft ({status}): look at {url}", host=said.host,
                          status=remote.status, url=remote.edit_url)
        return replace(remote, lost=_behind(draft, photo))

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Change a draft, and read it back; an empty ``seen_version`` means that none is known.

        Raises Refused when it is gone, was changed there since that version, or is no draft any more.
        """
        there, done = to_update(self.get(remote_id), draft, seen_version, self.imprint(draft), self._site.bare_host)
        if done:
            return there
        photo = self._photo(draft, remote_id)
        said = self._ask("POST", {}, {"action": "update", "url": remote_id, "replace": {**_properties(draft), **photo}})
        if said.status not in (200, 201, 204):
            self._refuse(said)
        moved = urljoin(self._where().address, said.location) if said.location else remote_id
        return replace(self._read_back(moved, draft), lost=_behind(draft, photo))

    def imprint(self, draft: Rendered) -> str:
        """Return the imprint of a draft: title and the letters of its words."""
        return _imprint(_line(draft.title), postable(draft.html))

    def preview(self, draft: Rendered) -> Preview:
        """Return what a draft will be there, in the look of the site."""
        return preview_of(draft, postable(draft.html), beside(draft))

    def _photo(self, draft: Rendered, remote_id: str = "") -> dict[str, Any]:
        """The property of the picture that stands for the whole; one that a post has already is not sent once more.
        Where the site names no place for files, it stays behind."""
        if draft.featured < 0:
            return {}  # what was chosen there stays
        cover = draft.pictures[draft.featured]
        there = self._ask("GET", {"q": "source", "url": remote_id}).fields.get("properties") if remote_id else None
        stem = cover.name.rpartition(".")[0]
        address = next((one for one in _photos(there) if stem in one), "") or self._upload(cover)
        return {"photo": [{"value": address, "alt": cover.alt}]} if address else {}

    def _upload(self, picture: Shown) -> str:
        """Send a picture to the site's media endpoint; return its address, "" where there is none."""
        named = text_of(self._ask("GET", {"q": "config"}).fields.get("media-endpoint"))
        if not named:
            return ""
        where = self._where()
        target = parse(urljoin(where.address, named))
        if target.origin != where.origin:
            raise Refused("{host} keeps pictures at {other}, where this password does not belong. Take the picture for "
                          "the whole out of the draft, and place it there by hand.", host=where.bare_host,
                          other=target.bare_host)
        # its name tells it apart there, whatever the site calls it
        said = self._rest.send_file(target, Token(target.origin, f"Bearer {self._secret}"),
                                    (picture.name, picture.media_type, picture.data))
        address = urljoin(target.address, said.location) if said.location else ""
        if said.status not in (201, 202) or not re.fullmatch(r"https?://[^\s<>\"']{1,900}", address):
            self._refuse(said)
        return address

    def _read_back(self, url: str, draft: Rendered) -> Remote:
        remote = self.get(url)
        if remote is None:
            raise NetworkProblem("{host} took the draft and cannot show it: look there before sending it again.",
                                 host=self._site.bare_host)
        if letters(draft.html) not in letters(remote.html) or _line(draft.title) != remote.title:
            raise Refused("The draft stands at {url}, but not all of its words arrived there: look at it before you go "
                          "on.", url=remote.edit_url)
        return remote

    def _ask(self, method: str, query: Mapping[str, str], payload: Mapping[str, Any] | None = None) -> Said:
        where = self._where()
        said = self._rest.json(method, where, Token(where.origin, f"Bearer {self._secret}"), query, payload)
        if said.status in (401, 403):
            raise Refused("{host} does not accept this password: it wants a token that may create and update posts.",
                          host=said.host)
        return said

    def _where(self) -> Target:
        if self._endpoint is None:
            self._endpoint = self._find()
        return self._endpoint

    def _find(self) -> Target:
        page = self._rest.page(self._site)
        named = _LINK.search(page.headers.get("link", ""))
        tag = _TAG.search(page.body[:300_000].decode("utf-8", "replace"))
        href = _HREF.search(tag[0]) if tag else None
        address = named[1] if named else unescape(href[1]) if href else ""
        if not address:
            raise Refused("The page at {host} names no Micropub endpoint, so nothing can be sent there.",
                          host=self._site.bare_host)
        try:
            endpoint = parse(urljoin(page.target.address, address))
        except (NetworkProblem, ValueError):
            raise Refused("{host} gives no usable address of its Micropub endpoint.",
                          host=self._site.bare_host) from None
        if endpoint.bare_host != self._site.bare_host or (endpoint.scheme, self._site.scheme) == ("http", "https"):
            raise Refused("{host} keeps its Micropub endpoint at {other}. If that is yours, give its address to the "
                          "outlet.", host=self._site.bare_host, other=endpoint.bare_host)
        return endpoint

    def _remote(self, url: str, properties: Mapping[str, Any]) -> Remote:
        title, content = _first(properties, "name"), _content(properties)
        status = _first(properties, "post-status") or "published"
        if status == "published" and _first(properties, "visibility") in ("private", "protected"):
            status = "private"
        digest = hashlib.sha256(f"{title}\x1f{content}".encode()).hexdigest()[:16]
        told = [properties.get(name) for name in ("summary", "category")]
        beside = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:12]
        return Remote(remote_id=url, url=url, edit_url=url, title=title, html=content, status=status,
                      version=f"{digest} {beside}", imprint=_imprint(title, content),
                      excerpt=_first(properties, "summary") if "summary" in properties else None)

    def _refuse(self, said: Said) -> NoReturn:
        words = plain(text_of(said.fields.get("error_description")) or text_of(said.fields.get("error")))
        if not words or said.status < 400:
            raise NetworkProblem("{host} does not answer as a Micropub server does, so nothing can be done there.",
                                 host=said.host)
        raise Refused("{host} refuses: {message}", host=said.host, message=words)


def _keeps_drafts(config: Mapping[str, Any]) -> bool:
    statuses = config.get("post-status")
    if isinstance(statuses, list):
        return "draft" in statuses
    named = config.get("properties")
    return isinstance(named, list) and "post-status" in [
        text_of(one.get("name")) if isinstance(one, dict) else one for one in named]


def _properties(draft: Rendered) -> dict[str, Any]:
    return {"name": [_line(draft.title)], "content": [{"html": postable(draft.html)}],
            "category": list(dict.fromkeys((*draft.categories, *draft.tags))),
            "summary": [draft.excerpt] if draft.excerpt else []}


def _behind(draft: Rendered, photo: Mapping[str, Any]) -> int:
    """How many pictures stayed behind: only the one for the whole may come along."""
    return int(draft.featured >= 0 and not photo)


def _photos(properties: object) -> list[str]:
    """The addresses of the pictures of a post."""
    values = properties.get("photo") if isinstance(properties, dict) else None
    return [text_of(one.get("value")) if isinstance(one, dict) else text_of(one) for one in values] if isinstance(
        values, list) else []


def _first(properties: Mapping[str, Any], name: str) -> str:
    values = properties.get(name)
    return text_of(values[0]) if isinstance(values, list) and values else ""


def _content(properties: Mapping[str, Any]) -> str:
    values = properties.get("content")
    first = values[0] if isinstance(values, list) and values else ""
    return text_of(first.get("html")) if isinstance(first, dict) else text_of(first)


def _imprint(title: str, html: str) -> str:
    return hashlib.sha256(f"{title}\x1f{letters(html)}".encode()).hexdigest()


def _line(title: str) -> str:
    return " ".join(title.split())
