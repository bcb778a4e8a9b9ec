"""The places on which the contract of outlets is tried, each with somebody who works there by other doors than ours."""

from __future__ import annotations

import email
import email.policy
import http.cookiejar
import imaplib
import json
import subprocess
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from pkm_app.app.places import Places
from pkm_app.content.yamltext import scalar
from pkm_app.net.outlets import Outlets
from pkm_app.net.outlets.wikinames import page_name
from pkm_app.net.proxy import Routes
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings, Remote, Rendered
from pkm_app.share.ports import Outlet, OutletMaker
from tests.fakes.outlet import FakeOutlets
from tests.servers.documented import ConfluenceSite, GhostSite, MicropubSite


def one_line(title: str) -> str:
    return " ".join(title.split())


class WithFile:
    """An outlet that takes files, given drafts with one as the flow of publishing makes them."""

    def __init__(self, there: Outlet) -> None:
        self._there = there
        self.can_find, self.check, self.find, self.get = there.can_find, there.check, there.find, there.get

    def create(self, draft: Rendered, marker: str) -> Remote:
        return self._there.create(with_file(draft), marker)

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        return self._there.update(remote_id, with_file(draft), seen_version)

    def imprint(self, draft: Rendered) -> str:
        return self._there.imprint(with_file(draft))


def with_file(draft: Rendered) -> Rendered:
    text = f"---\ntitle: {scalar(one_line(draft.title))}\ndraft: true\n---\n\n{draft.html}\n"
    return replace(draft, file=text.encode())


@dataclass
class House:
    """A place that takes drafts. ``title`` tells how it keeps a title, ``name`` as whom it knows the person."""

    maker: OutletMaker
    settings: OutletSettings
    secret: str
    name: str
    edit: Callable[[str, str], None]
    publish: Callable[[str], None]
    trash: Callable[[str], None]
    title: Callable[[str], str] = one_line
    wrong: str = "not the password"

    def outlet(self, secret: str = "") -> Outlet:
        there = self.maker.open(self.settings, secret or self.secret)
        return WithFile(there) if KINDS.get(self.settings.kind, KINDS["wordpress"]).target else there


@contextmanager
def outlets() -> Iterator[Outlets]:
    maker = Outlets("1.2.3", routes=lambda: Routes({}))
    yield maker
    maker.close()


@contextmanager
def fake(_request: pytest.FixtureRequest) -> Iterator[House]:
    maker = FakeOutlets()
    yield House(maker, OutletSettings("blog", "fake", "https://site.example/", "writer"), "right", "Writer",
                maker.site.edit, maker.site.publish, maker.site.trash)


def as_admin(site: dict[str, Any], method: str, path: str, payload: dict[str, Any] | None = None) -> Any:
    """Ask WordPress past the program, as its administrator."""
    token = b64encode(f"admin:{site['users']['admin']['app_password']}".encode()).decode()
    request = urllib.request.Request(f"{site['rest']}wp/v2/{path}", method=method,
                                     data=json.dumps(payload).encode() if payload is not None else None)
    request.add_header("Authorization", f"Basic {token}")
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


@contextmanager
def wordpress(request: pytest.FixtureRequest, user: str) -> Iterator[House]:
    site = request.getfixturevalue("wordpress")
    with outlets() as maker:
        yield House(
            maker, OutletSettings("blog", "wordpress", site["url"], user), site["users"][user]["app_password"],
            user.capitalize() if user != "admin" else "admin",
            edit=lambda number, html: as_admin(site, "POST", f"posts/{number}", {"content": html}),
            publish=lambda number: as_admin(site, "POST", f"posts/{number}", {"status": "publish"}),
            trash=lambda number: as_admin(site, "DELETE", f"posts/{number}"))


class WikiAdmin:
    """The administrator of a MediaWiki, past the program."""

    def __init__(self, wiki: dict[str, Any]) -> None:
        self._api = wiki["api"]
        self._open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())).open
        admin = wiki["admin"]
        done = self.ask(action="clientlogin", username=admin["user"], password=admin["password"],
                        loginreturnurl="http://localhost/", logintoken=self._token("login"))
        assert done["clientlogin"]["status"] == "PASS", done

    def ask(self, **fields: str) -> Any:
        body = urlencode({**fields, "format": "json", "formatversion": "2"}).encode()
        with self._open(self._api, body, timeout=60) as answer:
            return json.load(answer)

    def change(self, **fields: str) -> Any:
        said = self.ask(**fields, token=self._token("csrf"))
        assert "error" not in said, said
        return said

    def title(self, number: str) -> str:
        return str(self.ask(action="query", pageids=number)["query"]["pages"][0]["title"])

    def _token(self, kind: str) -> str:
        return str(self.ask(action="query", meta="tokens", type=kind)["query"]["tokens"][f"{kind}token"])


@contextmanager
def mediawiki(request: pytest.FixtureRequest) -> Iterator[House]:
    wiki = request.getfixturevalue("mediawiki")
    admin = WikiAdmin(wiki)
    with outlets() as maker:
        yield House(
            maker, OutletSettings("wiki", "mediawiki", wiki["url"], wiki["bot_user"]), wiki["bot_password"], "Writer",
            edit=lambda number, html: admin.change(action="edit", pageid=number, text=html),
            publish=lambda number: admin.change(action="move", fromid=number, to=f"Published {number}"),
            trash=lambda number: admin.change(action="delete", pageid=number), title=page_name)


class MailProgram:
    """Somebody at the same mailbox with another program."""

    def __init__(self, server: dict[str, Any]) -> None:
        self._server = server

    @contextmanager
    def _open(self, remote_id: str) -> Iterator[tuple[imaplib.IMAP4, str]]:
        with imaplib.IMAP4(self._server["host"], self._server["port"]) as connection:
            connection.login(self._server["user"], self._server["password"])
            connection.select("Drafts")
            numbers = connection.uid("SEARCH", "HEADER", "Message-ID", remote_id)[1][0].split()
            assert len(numbers) == 1
            yield connection, numbers[0].decode()
            connection.expunge()

    def edit(self, remote_id: str, html: str) -> None:
        with self._open(remote_id) as (connection, number):
            data = connection.uid("FETCH", number, "(BODY[])")[1][0]
            assert isinstance(data, tuple)
            message = email.message_from_bytes(data[1], policy=email.policy.default)
            message.get_body(("html",)).set_content(html, subtype="html")
            # a program that saves its own version under a name of its own
            del message["Message-ID"]
            message["Message-ID"] = f"<{uuid4().hex}@mail.example>"
            connection.append("Drafts", r"(\Draft)", None, message.as_bytes(policy=email.policy.SMTP))
            connection.uid("STORE", number, "+FLAGS", r"(\Deleted)")

    def send(self, remote_id: str) -> None:
        with self._open(remote_id) as (connection, number):
            connection.uid("MOVE", number, "Sent")

    def delete(self, remote_id: str) -> None:
        with self._open(remote_id) as (connection, number):
            connection.uid("STORE", number, "+FLAGS", r"(\Deleted)")


@contextmanager
def mailbox(request: pytest.FixtureRequest) -> Iterator[House]:
    server = request.getfixturevalue("dovecot")
    program = MailProgram(server)
    with outlets() as maker:
        yield House(maker, OutletSettings("news", "imap", f"imap://127.0.0.1:{server['port']}", server["user"]),
                    server["password"], server["user"], program.edit, program.send, program.delete)


@contextmanager
def documented(_request: pytest.FixtureRequest, make: Callable[[], Any], kind: str, user: str, name: str,
               path: str = "") -> Iterator[House]:
    site = make()
    with outlets() as maker:
        yield House(maker, OutletSettings("there", kind, site.url + path, user), site.secret, name,
                    site.edit, site.publish, site.trash, wrong=site.secret[:-2] + "00")
    site.close()


class Author:
    """Somebody who works in the folder of a site with an editor."""

    def __init__(self, folder: Path, after: Callable[[], object] = lambda: None) -> None:
        self._folder, self._after = folder, after

    def edit(self, name: str, html: str) -> None:
        head, end, _ = (self._folder / name).read_text(encoding="utf-8").partition("\n---\n")
        (self._folder / name).write_text(f"{head}{end}\n{html}\n", encoding="utf-8")
        self._after()

    def publish(self, name: str) -> None:
        text = (self._folder / name).read_text(encoding="utf-8")
        (self._folder / name).write_text(text.replace("draft: true", "draft: false"), encoding="utf-8")
        self._after()

    def trash(self, name: str) -> None:
        (self._folder / name).unlink()
        self._after()


@contextmanager
def folder(request: pytest.FixtureRequest) -> Iterator[House]:
    place = request.getfixturevalue("tmp_path") / "My site"
    place.mkdir()
    (place / "hugo.toml").touch()
    author = Author(place)
    maker = Places(lambda: pytest.fail("nothing on the net"), place.parent / "vault", place.parent / "cache")
    yield House(maker, OutletSettings("site", "hugo", str(place), ""), "", "My site", author.edit, author.publish,
                author.trash)


def git(place: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(place), "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *words],
                   check=True, capture_output=True, timeout=60)


@contextmanager
def repository(request: pytest.FixtureRequest) -> Iterator[House]:
    """A repository that others push to, and somebody else's clone of it."""
    base = request.getfixturevalue("tmp_path")
    bare, theirs = base / "site.git", base / "theirs"
    bare.mkdir()
    git(bare, "init", "--quiet", "--bare", "--initial-branch", "main")
    subprocess.run(["git", "clone", "--quiet", str(bare), str(theirs)], check=True, capture_output=True, timeout=60)
    (theirs / "hugo.toml").write_text("title = 'x'\n")
    git(theirs, "add", ".")
    git(theirs, "commit", "--quiet", "-m", "Begin")
    git(theirs, "push", "--quiet", "origin", "HEAD:main")

    class Colleague(Author):
        def __getattribute__(self, name: str) -> Any:
            if name in ("edit", "publish", "trash"):
                git(theirs, "fetch", "--quiet")
                git(theirs, "checkout", "--quiet", "-B", "pkm-drafts", "origin/pkm-drafts")
            return super().__getattribute__(name)

    def push() -> None:
        git(theirs, "add", "--all")
        git(theirs, "commit", "--quiet", "-m", "Change")
        git(theirs, "push", "--quiet", "origin", "HEAD:pkm-drafts")

    colleague = Colleague(theirs, push)
    maker = Places(lambda: pytest.fail("nothing on the net"), base / "vault", base / "cache")
    yield House(maker, OutletSettings("site", "hugo", f"git+file://{bare}", ""), "", "site",
                lambda name, html: colleague.edit(name, html), lambda name: colleague.publish(name),
                lambda name: colleague.trash(name))


HOUSES: list[tuple[str, Callable[[pytest.FixtureRequest], AbstractContextManager[House]], Any]] = [
    ("fake", fake, ()),
    *((user, partial(wordpress, user=user), pytest.mark.server) for user in ("writer", "contributor", "admin")),
    ("mediawiki", mediawiki, pytest.mark.server("mediawiki")),
    ("ghost", partial(documented, make=GhostSite, kind="ghost", user="", name="Ghost"), ()),
    ("confluence", partial(documented, make=ConfluenceSite, kind="confluence", user="me@example.org", name="Team",
                           path="wiki/spaces/TEAM"), ()),
    ("micropub", partial(documented, make=MicropubSite, kind="micropub", user="", name="127.0.0.1"), ()),
    ("folder", folder, ()),
    ("repository", repository, ()),
    ("mailbox", mailbox, pytest.mark.server("dovecot")),
]
