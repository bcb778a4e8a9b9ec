"""Drafts in a Ghost, over its Admin API with the key of a custom integration.

See https://docs.ghost.org/admin-api. Ghost turns HTML into cards of its own and back, so what stands there is
compared by its letters; it refuses by itself to write over a change (409), and is asked first all the same.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import time
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from html import escape
from typing import Any, NoReturn

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.content.clean import plain
from pkm_app.content.postable import postable
from pkm_app.net.outlets.discovery import site_target
from pkm_app.net.outlets.inert import letters
from pkm_app.net.outlets.rest import Rest, Said, Token, text_of
from pkm_app.net.target import parse
from pkm_app.share.model import OutletSettings, Remote, Rendered, Shown
from pkm_app.share.preview import Preview, beside, preview_of
from pkm_app.share.updating import changed_there, to_update

_KEY = re.compile(r"([0-9a-f]{16,64}):((?:[0-9a-f]{2}){16,64})", re.IGNORECASE)
_ID = re.compile(r"[0-9a-f]{24}")
_LIFE = 240  # seconds; Ghost takes at most 300, and clocks differ
_MOST_EXCERPT = 300  # characters
_MOST_ALT = 191  # characters
_FIELDS = "id,url,title,html,status,updated_at,slug,custom_excerpt,published_at,visibility"


class Ghost:
    """Implements ``share.ports.Outlet``. ``Remote.version`` is ``updated_at``."""

    can_find = True

    def __init__(self, settings: OutletSettings, secret: str, rest: Rest) -> None:
        site = site_target(settings.address)
        self._site = parse(site.address.partition("?")[0].partition("/ghost")[0].rstrip("/") + "/")
        self._secret = secret.strip()
        self._rest = rest

    def check(self) -> str:
        """Try the key; give the name of the site. Raises Refused, NetworkProblem."""
        self._list("posts", limit=1)
        said = self._ask("GET", "site", {})
        site = said.fields.get("site")
        return plain(text_of(site.get("title") if isinstance(site, dict) else "")) or self._site.bare_host

    def find(self, marker: str) -> Remote | None:
        """Return the post that was sent under a marker, in whatever state it is now, or None."""
        found = self._list("posts", filter=f"slug:'{_slug(marker)}'", formats="html", fields=_FIELDS)
        return self._remote(found[0]) if found else None

    def get(self, remote_id: str) -> Remote | None:
        """Return a post as it stands there now, None when it is gone."""
        if not _ID.fullmatch(remote_id):
            return None
        said = self._ask("GET", f"posts/{remote_id}", {"formats": "html"})
        if said.status == 404:
            return None
        return self._remote(self._one(said))

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Make a draft, and read it back. Raises Refused, NetworkProblem.

        When the answer gets lost the draft may stand there all the same: ``find`` tells.
        """
        post = {**_fields(draft), **self._cover(draft), "status": "draft", "slug": _slug(marker)}
        made = self._one(self._ask("POST", "posts", {"source": "html"}, {"posts": [post]}))
        remote = self._read_back(text_of(made.get("id")), draft)
        if remote.status != "draft":
            raise Refused("{host} did not keep it as a draft ({status}): look at {url}", host=self._site.bare_host,
                          status=remote.status, url=remote.edit_url)
        return remote

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Change a draft, and read it back; an empty ``seen_version`` means that none is known.

        Raises Refused when it is gone, was changed there since that version, or is no draft any more.
        """
        there, done = to_update(self.get(remote_id), draft, seen_version, self.imprint(draft), self._site.bare_host)
        if done:
            return there
        post = {**_fields(draft), **self._cover(draft, remote_id), "updated_at": there.version}
        said = self._ask("PUT", f"posts/{remote_id}", {"source": "html"}, {"posts": [post]})
        if said.status == 409:
            raise changed_there(there, self._site.bare_host)
        self._one(said)
        return self._read_back(remote_id, draft)

    def imprint(self, draft: Rendered) -> str:
        """Return the imprint of a draft: title, and the letters of its words and of its excerpt."""
        return _imprint(_line(draft.title), postable(draft.html), _excerpt(draft))

    def preview(self, draft: Rendered) -> Preview:
        """Return what a draft will be there, in the look of the site."""
        facts = [(key, _excerpt(draft) if key == "excerpt" else words) for key, words in beside(draft)]
        return preview_of(draft, postable(draft.html), facts)

    def _cover(self, draft: Rendered, remote_id: str = "") -> dict[str, Any]:
        """The fields of the picture that stands for the whole; one that a post has already is not sent once more."""
        if draft.featured < 0:
            return {}  # what was chosen there stays
        cover, there = draft.pictures[draft.featured], ""
        if remote_id:
            there = text_of(self._one(self._ask("GET", f"posts/{remote_id}", {})).get("feature_image"))
        address = there if cover.name.rpartition(".")[0] in there else self._upload(cover)
        return {"feature_image": address, "feature_image_alt": cover.alt[:_MOST_ALT] or None,
                "feature_image_caption": escape(cover.rights) or None}

    def _upload(self, picture: Shown) -> str:
        target = parse(f"{self._site.address}ghost/api/admin/images/upload/")
        said = self._rest.send_file(target, Token(target.origin, f"Ghost {_token(self._secret)}"),
                                    (picture.name, picture.media_type, picture.data), {"purpose": "image"})
        if said.status == 401:
            self._refuse_key(said)
        rows = said.fields.get("images")
        first = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else {}
        address = text_of(first.get("url"))
        if said.status != 201 or not re.fullmatch(r"https?://[^\s<>\"']{1,900}", address):
            self._refuse(said)
        return address

    def _read_back(self, remote_id: str, draft: Rendered) -> Remote:
        remote = self.get(remote_id)
        if remote is None:
            raise NetworkProblem("{host} took the draft and cannot show it: look there before sending it again.",
                                 host=self._site.bare_host)
        if letters(draft.html) not in letters(remote.html) or _line(draft.title) != remote.title:
            raise Refused("The draft stands at {url}, but not all of its words arrived there: look at it before you go "
                          "on.", url=remote.edit_url)
        return remote

    def _ask(self, method: str, path: str, query: Mapping[str, str | int],
             payload: Mapping[str, Any] | None = None) -> Said:
        target = parse(f"{self._site.address}ghost/api/admin/{path}/")
        said = self._rest.json(method, target, Token(target.origin, f"Ghost {_token(self._secret)}"), query, payload)
        if said.status == 401:
            self._refuse_key(said)
        if said.value is None and said.status not in (404, 204):
            raise self._strange()
        return said

    def _list(self, name: str, **query: str | int) -> list[Mapping[str, Any]]:
        said = self._ask("GET", name, query)
        rows = said.fields.get(name)
        if said.status != 200 or not isinstance(rows, list):
            self._refuse(said)
        return [row for row in rows if isinstance(row, dict)]

    def _one(self, said: Said) -> Mapping[str, Any]:
        rows = said.fields.get("posts")
        if said.status not in (200, 201) or not isinstance(rows, list) or not rows or not isinstance(rows[0], dict):
            self._refuse(said)
        return dict(rows[0])

    def _remote(self, value: Mapping[str, Any]) -> Remote:
        number, title, html = (text_of(value.get(name)) for name in ("id", "title", "html"))
        if not _ID.fullmatch(number):
            raise self._strange()
        status = text_of(value.get("status"))
        if status == "published" and text_of(value.get("visibility")) not in ("", "public"):
            status = "members"
        return Remote(
            remote_id=number, url=text_of(value.get("url")),
            due=text_of(value.get("published_at")) if status == "scheduled" else "",
            edit_url=f"{self._site.address}ghost/#/editor/post/{number}",
            title=title, html=html, status=status, version=text_of(value.get("updated_at")),
            imprint=_imprint(title, html, text_of(value.get("custom_excerpt"))),
            excerpt=text_of(value.get("custom_excerpt")))

    def _refuse(self, said: Said) -> NoReturn:
        errors = said.fields.get("errors")
        first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
        words = plain(" ".join(text_of(first.get(name)) for name in ("message", "context"))).strip()
        if not words:
            if said.status == 404:
                raise Refused("There is no Ghost at {host}: give the address of the site’s home page.", host=said.host)
            raise self._strange()
        raise Refused("{host} refuses: {message}", host=said.host, message=words)

    def _refuse_key(self, said: Said) -> NoReturn:
        raise Refused("{host} does not accept this password: it wants the Admin API key of a custom integration (in "
                      "Ghost: Settings, Integrations), or the clock of this computer is wrong.", host=said.host)

    def _strange(self) -> NetworkProblem:
        return NetworkProblem("{host} does not answer as a Ghost does, so nothing can be done there.",
                              host=self._site.bare_host)


def _token(key: str) -> str:
    """A JSON Web Token (RFC 7519, HS256) of the Admin API key ``id:secret``. Raises Refused for what is no key."""
    found = _KEY.fullmatch(key)
    if not found:
        raise Refused("This is no password for a Ghost: it is the Admin API key of a custom integration, two long "
                      "numbers with a colon between them.")
    now = int(time.time())
    head = {"alg": "HS256", "typ": "JWT", "kid": found[1]}
    claims = {"iat": now, "exp": now + _LIFE, "aud": "/admin/"}
    parts = b".".join(_packed(json.dumps(part, separators=(",", ":")).encode()) for part in (head, claims))
    mark = hmac.new(bytes.fromhex(found[2]), parts, hashlib.sha256).digest()
    return (parts + b"." + _packed(mark)).decode()


def _packed(data: bytes) -> bytes:
    return urlsafe_b64encode(data).rstrip(b"=")


def _fields(draft: Rendered) -> dict[str, Any]:
    return {"title": _line(draft.title), "html": postable(draft.html), "custom_excerpt": _excerpt(draft) or None,
            "tags": [{"name": tag[:190]} for tag in _tags(draft)]}


def _tags(draft: Rendered) -> list[str]:
    """Categories and tags: Ghost has tags only, of which the first is what a post stands under."""
    return list(dict.fromkeys((*draft.categories, *draft.tags)))


def _excerpt(draft: Rendered) -> str:
    return draft.excerpt if len(draft.excerpt) <= _MOST_EXCERPT else draft.excerpt[:_MOST_EXCERPT - 1] + "…"


def _imprint(title: str, html: str, excerpt: str) -> str:
    return hashlib.sha256("\x1f".join((title, letters(html), excerpt)).encode()).hexdigest()


def _line(title: str) -> str:
    return " ".join(title.split())


def _slug(marker: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", marker.lower()).strip("-")[:180]
