"""Drafts in a WordPress, over its REST API with an application password.

See https://developer.wordpress.org/rest-api/. What that API does not do is done here: it makes a second draft
when asked twice (so every draft carries a marker as its slug, by which it is found again), it lets the last writer
win (so the version last seen is compared first), and it shows a stranger's view instead of an error when a password
is wrong (so every question asks for the author's view).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any, NoReturn
from urllib.parse import urlsplit

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.content.clean import plain
from pkm_app.net.outlets.discovery import endpoint, find_root, site_target
from pkm_app.net.outlets.inert import letters, post_content, post_excerpt, post_title
from pkm_app.net.outlets.rest import Login, Rest, Said, text_of
from pkm_app.net.outlets.wpalong import EMBED, FIELDS, Numbers, digest_of, featured_of, names_of, numbers_of
from pkm_app.net.outlets.wpmedia import Media, pictures_in_words, pictures_placed
from pkm_app.net.outlets.wptags import Tags
from pkm_app.net.target import Target
from pkm_app.share.model import OutletSettings, Remote, Rendered, Shown
from pkm_app.share.preview import Preview, beside, preview_of
from pkm_app.share.updating import to_update

_STATUSES = "draft,pending,private,publish,future"
_OUR_PICTURE = re.compile(r"pkm-[0-9a-f]{20}")  # another picture has another name
_OURS = ("draft", "pending", "auto-draft")
_FIELDS = f"id,link,title,content,excerpt,status,modified_gmt,slug,date_gmt,password,{FIELDS}"


class WordPress:
    """Implements ``share.ports.Outlet``. ``Remote.version`` is ``modified_gmt`` and a digest of what stands there,
    since that time is in whole seconds: title and words, and since later releases what stands beside them."""

    can_find = True

    def __init__(self, settings: OutletSettings, secret: str, rest: Rest) -> None:
        self._site = site_target(settings.address)
        self._user = settings.user
        self._secret = secret
        self._rest = rest
        self._root: Target | None = None
        self._home = ""
        self._seen: dict[str, Numbers] = {}  # what stood beside the words of a post when it was read last

    def check(self) -> str:
        """Try the credentials; give the name the site knows the person by.

        Raises Refused for a wrong password and for a user who may not write, NetworkProblem.
        """
        said = self._ask("GET", "wp/v2/users/me", {"context": "edit", "_fields": "name,slug,capabilities"})
        if said.status != 200:
            self._refuse(said)
        able = said.fields.get("capabilities")
        if not isinstance(able, dict) or not able.get("edit_posts"):
            raise Refused("{user} may not write posts at {host}: ask its administrator for the role of contributor "
                          "or author.", user=self._user, host=said.host)
        return plain(text_of(said.fields.get("name"))) or plain(text_of(said.fields.get("slug"))) or self._user

    def find(self, marker: str) -> Remote | None:
        """Return the post that was sent under a marker, in whatever state it is now, or None."""
        said = self._ask("GET", "wp/v2/posts", {"slug": _slug(marker), "status": _STATUSES, "context": "edit",
                                                "_fields": _FIELDS, "_embed": EMBED})
        if said.status != 200:
            self._refuse(said)
        if not isinstance(said.value, list):
            raise _strange(said.host)
        return self._remote(said.value[0], said.host) if said.value else None

    def get(self, remote_id: str) -> Remote | None:
        """Return a post as it stands there now, None when it is gone or in the trash."""
        if not remote_id.isascii() or not remote_id.isdigit():
            return None
        said = self._ask("GET", f"wp/v2/posts/{remote_id}", {"context": "edit", "_fields": _FIELDS, "_embed": EMBED})
        if said.status in (404, 410):
            return None
        if said.status != 200:
            self._refuse(said)
        remote = self._remote(said.value, said.host)
        return None if remote.status == "trash" else remote

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Make a draft, and read it back. Raises Refused, NetworkProblem.

        When the answer gets lost the draft may stand there all the same: ``find`` tells.
        """
        fields, lost = self._fields(draft)
        return self._send("wp/v2/posts", {**fields, "status": "draft", "slug": _slug(marker)}, draft, lost)

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Change a draft, and read it back; an empty ``seen_version`` means that none is known.

        When it stands there already as it would be sent (an answer got lost earlier), nothing is sent. Raises
        Refused when it is gone, was changed there since that version, or is no draft any more.
        """
        there, done = to_update(self.get(remote_id), draft, seen_version, self.imprint(draft), self._site.bare_host,
                                _OURS)
        if done:
            return there
        fields, lost = self._fields(draft)
        content = str(fields["content"])
        same_words = (there.imprint == self.imprint(draft) and there.placed == pictures_placed(content)
                      and set(_OUR_PICTURE.findall(content)) == set(_OUR_PICTURE.findall(there.html)))
        if same_words and self._would_be(remote_id, fields) == self._seen.get(remote_id):
            return replace(there, lost=lost)  # all of it stands there; what is missing may not be made
        return self._send(f"wp/v2/posts/{remote_id}", fields, draft, lost)

    def imprint(self, draft: Rendered) -> str:
        """Return the imprint of a draft: title, content and excerpt as WordPress keeps them."""
        content = pictures_in_words(post_content(draft.html), draft.pictures)
        return _imprint(_line(draft.title), content, post_excerpt(draft.excerpt))

    def preview(self, draft: Rendered) -> Preview:
        """Return what a draft will be there: its content, in the look of the site."""
        return preview_of(draft, post_content(draft.html), beside(draft))

    def _fields(self, draft: Rendered) -> tuple[dict[str, Any], int]:
        """What is sent of a draft, its pictures first, and how many of them the user may not place there."""
        content, placed, lost = Media(self._ask, self._upload).placed(post_content(draft.html), draft.pictures)
        fields: dict[str, Any] = {"title": post_title(draft.title), "content": content,
                  "excerpt": post_excerpt(draft.excerpt), "tags": Tags(self._ask).ids(draft.tags)}
        categories = Tags(self._ask, "categories").ids(draft.categories)
        if categories or "categories" in draft.taken_off:  # else those that were chosen there stay
            fields["categories"] = categories
        if placed.get(draft.featured) or "featured" in draft.taken_off:
            fields["featured_media"] = placed.get(draft.featured, 0)
        return fields, lost

    def _would_be(self, remote_id: str, fields: Mapping[str, Any]) -> Numbers:
        """What will stand beside the words of a post once these fields are sent."""
        tags, categories, featured = self._seen.get(remote_id, ([], [], 0))
        sent = numbers_of(fields)
        return (sent[0] if "tags" in fields else tags, sent[1] if "categories" in fields else categories,
                sent[2] if "featured_media" in fields else featured)

    def _upload(self, picture: Shown) -> Said:
        root = self._found_root()
        login = Login(root.origin, self._user, self._secret)
        return self._rest.upload(endpoint(root, "wp/v2/media"), login, picture.name, picture.media_type, picture.data)

    def _send(self, path: str, fields: Mapping[str, Any], draft: Rendered, lost: int) -> Remote:
        said = self._ask("POST", path, {"context": "edit", "_fields": "id"}, fields)
        if said.status not in (200, 201):
            self._refuse(said)
        remote = self.get(str(said.fields.get("id")))
        if remote is None:
            raise NetworkProblem("{host} took the draft and cannot show it: look there before sending it again.",
                                 host=said.host)
        if "status" in fields and remote.status != "draft":
            raise Refused("{host} did not keep it as a draft ({status}): look at {url}", host=said.host,
                          status=remote.status, url=remote.edit_url)
        if letters(str(fields["content"])) not in letters(remote.html) or _line(draft.title) != remote.title:
            raise Refused("The draft stands at {url}, but not all of its words arrived there: look at it before you go "
                          "on.", url=remote.edit_url)
        return replace(remote, lost=lost)

    def _ask(self, method: str, path: str, query: Mapping[str, str | int],
             payload: Mapping[str, Any] | None = None) -> Said:
        root = self._found_root()
        login = Login(root.origin, self._user, self._secret)
        return self._rest.json(method, endpoint(root, path), login, query, payload)

    def _found_root(self) -> Target:
        if self._root is None:
            self._root = find_root(self._site, self._rest)
        return self._root

    def _remote(self, value: object, host: str) -> Remote:
        if not isinstance(value, dict) or not isinstance(value.get("id"), int):
            raise _strange(host)
        title, content = _raw(value, "title"), _raw(value, "content")
        digest = hashlib.sha256(f"{title}\x1f{content}".encode()).hexdigest()[:12]
        excerpt, number = _raw(value, "excerpt"), str(value["id"])
        self._seen[number] = numbers_of(value)
        status, day = text_of(value.get("status")), text_of(value.get("date_gmt"))
        if status == "publish" and text_of(value.get("password")):
            status = "protected"  # who has no password reads its title only
        return Remote(
            remote_id=number, url=text_of(value.get("link")), edit_url=self._edit_url(number), title=unescape(title),
            html=content, status=status, due=f"{day}+00:00" if status == "future" and day else "",
            version=f"{text_of(value.get('modified_gmt'))} {digest} {digest_of(value, excerpt)}",
            imprint=_imprint(unescape(title), pictures_in_words(content), excerpt),
            placed=pictures_placed(content), excerpt=unescape(excerpt), tags=names_of(value, "tags"),
            categories=names_of(value, "categories"), featured=featured_of(value))

    def _edit_url(self, number: str) -> str:
        if not self._home:
            self._home = self._read_home()
        return f"{self._home}/wp-admin/post.php?post={number}&action=edit"

    def _read_home(self) -> str:
        """Where the site is installed, as it says itself; its own address where that leads elsewhere."""
        url = text_of(self._ask("GET", "", {"_fields": "url"}).fields.get("url"))
        parts = urlsplit(url if re.fullmatch(r"https?://[^\s<>\"]{1,500}", url) else "")
        same = parts.hostname == self._site.host
        return url.rstrip("/") if same else f"{self._site.scheme}://{self._site.authority}"

    def _refuse(self, said: Said) -> NoReturn:
        """Say in one sentence why the site did not do it. Raises Refused."""
        # With a wrong password WordPress takes us for a stranger, and complains of what a stranger may not ask.
        if said.status == 401 or (
                said.status in (400, 403) and self._ask("GET", "wp/v2/users/me", {"context": "edit"}).status == 401):
            self._refuse_login(said.host)
        if said.value is None or not said.code:
            if said.status == 404:
                raise Refused("There is no WordPress REST API at {host}: give the address of the site’s home page.",
                              host=said.host)
            raise _strange(said.host)
        if said.code in ("rest_forbidden_context", "rest_cannot_edit", "rest_cannot_create", "rest_cannot_update"):
            raise Refused("{user} may not do this at {host}: the post is published already, or belongs to somebody "
                          "else.", user=self._user, host=said.host)
        raise Refused("{host} refuses: {message}", host=said.host,
                      message=plain(text_of(said.fields.get("message"))) or said.code)

    def _refuse_login(self, host: str) -> NoReturn:
        index = self._ask("GET", "", {"_fields": "authentication"})
        offered = index.fields.get("authentication")
        if index.status == 200 and not (isinstance(offered, dict) and "application-passwords" in offered):
            if self._root is not None and self._root.scheme != "https":
                raise Refused("{host} takes no application passwords over http, unless its WP_ENVIRONMENT_TYPE is "
                              "“local”: use https.", host=host)
            raise Refused("{host} has application passwords switched off: ask its administrator, or look at its "
                          "security plugins.", host=host)
        raise Refused("{host} does not accept this password for {user}. Make an application password there, under "
                      "Users > Profile; the password for logging in does not do.", host=host, user=self._user)


def _slug(marker: str) -> str:
    """The marker as WordPress keeps a slug: lower case, letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", marker.lower()).strip("-")[:180]


def _imprint(title: str, content: str, excerpt: str) -> str:
    # WordPress writes some characters as references and some references as characters: both are one.
    return hashlib.sha256(f"{title}\x1f{unescape(content)}\x1f{unescape(excerpt)}".encode()).hexdigest()


def _line(title: str) -> str:
    return " ".join(title.split())


def _raw(value: Mapping[str, Any], name: str) -> str:
    field = value.get(name)
    return text_of(field.get("raw")) if isinstance(field, dict) else ""


def _strange(host: str) -> NetworkProblem:
    return NetworkProblem("{host} does not answer as a WordPress does, so nothing can be done there.", host=host)
