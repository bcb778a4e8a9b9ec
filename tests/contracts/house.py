"""A place on which the contract of outlets is tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pkm_app.content.yamltext import scalar
from pkm_app.net.outlets import Outlets
from pkm_app.net.proxy import Routes
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings, Remote, Rendered
from pkm_app.share.ports import Outlet, OutletMaker
from tests.servers.loopback import Seen


def server_of(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return str(parts.hostname), parts.port or 80


def one_line(title: str) -> str:
    return " ".join(title.split())


class WithFile:
    """An outlet that takes files, given drafts with one as the flow of publishing makes them."""

    def __init__(self, there: Outlet) -> None:
        self._there = there
        self.can_find, self.check, self.find, self.get = there.can_find, there.check, there.find, there.get
        self.preview = there.preview

    def create(self, draft: Rendered, marker: str) -> Remote:
        return self._there.create(with_file(draft), marker)

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        return self._there.update(remote_id, with_file(draft), seen_version)

    def imprint(self, draft: Rendered) -> str:
        return self._there.imprint(with_file(draft))


def with_file(draft: Rendered) -> Rendered:
    if draft.file:
        return draft
    text = f"---\ntitle: {scalar(one_line(draft.title))}\ndraft: true\n---\n\n{draft.html}\n"
    return replace(draft, file=text.encode())


def _cannot(_denied: bool) -> None:
    raise NotImplementedError


@dataclass
class House:
    """A place that takes drafts. ``title`` tells how it keeps a title, ``name`` as whom it knows the person; ``count``
    how many drafts carry a mark there. ``server`` is where it listens, and ``through`` the address of the outlet when
    it is asked at another port; ``is_change`` whether a request changes a draft. ``deny`` takes the person's right to
    write there away, or gives it back."""

    maker: OutletMaker
    settings: OutletSettings
    secret: str
    name: str
    edit: Callable[[str, str], None]
    publish: Callable[[str], None]
    trash: Callable[[str], None]
    title: Callable[[str], str] = one_line
    wrong: str = "not the password"
    count: Callable[[str], int] = lambda _marker: 1
    server: tuple[str, int] = ("", 0)
    through: str = ""
    deny: Callable[[bool], None] = _cannot
    is_change: Callable[[Seen], bool] = lambda seen: seen.method in ("POST", "PUT")

    def at(self, port: int) -> House:
        """The same place, asked at another port of this machine."""
        address = self.through.format(port=port)
        return replace(self, settings=replace(self.settings, address=address))

    def outlet(self, secret: str = "") -> Outlet:
        there = self.maker.open(self.settings, secret or self.secret)
        return WithFile(there) if KINDS.get(self.settings.kind, KINDS["wordpress"]).target else there


@contextmanager
def outlets() -> Iterator[Outlets]:
    maker = Outlets("1.2.3", routes=lambda: Routes({}))
    yield maker
    maker.close()
