"""An outlet in memory that keeps the promises of ``share.ports.Outlet``: it passes the suite that WordPress passes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.share.along import has_others, missing_of
from pkm_app.share.model import OutletSettings, Remote, Rendered
from pkm_app.share.ports import Outlet
from pkm_app.share.preview import Preview, preview_of
from pkm_app.share.updating import ForeignEdit


def imprint_of(title: str, html: str) -> str:
    """What FakeSite tells of title and words."""
    return f"{' '.join(title.split())} {html}"


@dataclass
class FakeSite:
    """A site with its users and posts, and the hands of a person who works there.

    ``may_not`` are the tags and categories that nobody may make there. ``lose`` names the next question ("create",
    "update", ...) whose answer gets lost after it was carried out, ``break_off`` one that is not carried out at all;
    ``asked`` counts the questions of each kind.
    """

    passwords: dict[str, str] = field(default_factory=lambda: {"writer": "right"})
    posts: dict[str, Remote] = field(default_factory=dict)
    markers: dict[str, str] = field(default_factory=dict)
    tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    lose: str = ""
    break_off: str = ""
    may_not: set[str] = field(default_factory=set)
    _changes: int = 0

    def put(self, remote_id: str, draft: Rendered, status: str) -> Remote:
        """Store what was sent."""
        self._changes += 1
        chosen = self.posts[remote_id].categories if remote_id in self.posts else ()
        keeps = not draft.categories and "categories" not in draft.taken_off
        post = Remote(remote_id, f"https://site.example/?p={remote_id}", f"https://site.example/edit/{remote_id}",
                      " ".join(draft.title.split()), draft.html, status, str(self._changes),
                      imprint_of(draft.title, draft.html), excerpt=draft.excerpt, tags=self.makes(draft.tags),
                      categories=chosen if keeps else self.makes(draft.categories))
        self.posts[remote_id] = post
        self.tags[remote_id] = draft.tags
        return post

    def makes(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of these tags or categories that there are, or that may be made."""
        return tuple(name for name in names if name not in self.may_not)

    def retell(self, remote_id: str, **beside: Any) -> None:
        """A person changes what stands beside the words of a post there."""
        self._changes += 1
        self.posts[remote_id] = replace(self.posts[remote_id], version=str(self._changes), **beside)

    def edit(self, remote_id: str, html: str) -> None:
        """A person changes the words of a post there."""
        self._changes += 1
        post = self.posts[remote_id]
        self.posts[remote_id] = replace(
            post, html=html, version=str(self._changes), imprint=imprint_of(post.title, html))

    def publish(self, remote_id: str, status: str = "publish", due: str = "") -> None:
        """A person publishes it there, or gives it another state."""
        self._changes += 1
        self.posts[remote_id] = replace(self.posts[remote_id], status=status, version=str(self._changes), due=due)

    def trash(self, remote_id: str) -> None:
        """A person throws it away there."""
        del self.posts[remote_id]
        self.markers = {marker: kept for marker, kept in self.markers.items() if kept != remote_id}


class FakeOutlet:
    """Implements ``share.ports.Outlet`` on a FakeSite."""

    can_find = True

    def __init__(self, site: FakeSite, user: str, secret: str) -> None:
        self._site = site
        self._user = user
        self._secret = secret

    def check(self) -> str:
        self._begin("check")
        return self._user.capitalize()

    def find(self, marker: str) -> Remote | None:
        self._begin("find")
        return self._site.posts.get(self._site.markers.get(marker, ""))

    def get(self, remote_id: str) -> Remote | None:
        self._begin("get")
        return self._site.posts.get(remote_id)

    def create(self, draft: Rendered, marker: str) -> Remote:
        self._begin("create")
        number = str(sum(self._site.asked.values()) + 100)
        self._site.markers.setdefault(marker, number)
        return self._end("create", self._site.put(number, draft, "draft"))

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        self._begin("update")
        there = self._site.posts.get(remote_id)
        if there is None:
            raise Refused("“{title}” is no longer there, so nothing was changed.", title=draft.title)
        if there.status != "draft":
            raise Refused("“{title}” is no draft there any more, so nothing was sent.", title=draft.title)
        if seen_version and there.version != seen_version:
            if there.imprint != self.imprint(draft) or has_others(draft, there):
                raise ForeignEdit("“{title}” was changed there, so nothing was sent.", title=draft.title)
            if not missing_of(draft, there):
                return there
        if not draft.pictures and (there.imprint, there.excerpt, there.tags, there.categories) == (
                self.imprint(draft), draft.excerpt, self._site.makes(draft.tags), self._site.makes(draft.categories)):
            return there
        return self._end("update", self._site.put(remote_id, draft, there.status))

    def imprint(self, draft: Rendered) -> str:
        return imprint_of(draft.title, draft.html)

    def preview(self, draft: Rendered) -> Preview:
        return preview_of(draft, facts=[
            ("tags", ", ".join(draft.tags)), ("categories", ", ".join(draft.categories)),
            ("featured", draft.pictures[draft.featured].alt if draft.featured >= 0 else ""),
            ("excerpt", draft.excerpt)])

    def _begin(self, kind: str) -> None:
        self._site.asked[kind] = self._site.asked.get(kind, 0) + 1
        if self._site.break_off == kind:
            self._site.break_off = ""
            raise NetworkProblem("The site cannot be reached.")
        if self._site.passwords.get(self._user) != self._secret:
            raise Refused("The site does not accept this password for {user}.", user=self._user)

    def _end(self, kind: str, remote: Remote) -> Remote:
        if self._site.lose == kind:
            self._site.lose = ""
            raise NetworkProblem("The site broke the connection off.")
        return remote


class FakeOutlets:
    """Implements ``share.ports.OutletMaker``: every address leads to one FakeSite."""

    def __init__(self, site: FakeSite | None = None) -> None:
        self.site = site or FakeSite()

    def open(self, settings: OutletSettings, secret: str) -> Outlet:
        if settings.kind not in ("wordpress", "fake"):
            raise Refused("“{kind}” is no kind of outlet.", kind=settings.kind)
        return FakeOutlet(self.site, settings.user, secret)
