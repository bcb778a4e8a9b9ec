"""The places on which the contract of outlets is tried, each with somebody who works there by other doors than ours."""

from __future__ import annotations

import email
import email.policy
import http.cookiejar
import imaplib
import json
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from pkm_app.net.outlets.wikinames import page_name
from pkm_app.share.model import OutletSettings
from tests.contracts.house import House, outlets, server_of
from tests.contracts.site_houses import folder, repository
from tests.fakes.outlet import FakeOutlets
from tests.servers.documented import ConfluenceSite, GhostSite, MicropubSite

WORDPRESS = {"writer": "author", "contributor": "contributor", "admin": "administrator"}  # users and their roles


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


def demote(site: dict[str, Any], user: str, role: str) -> None:
    """Give a user of WordPress another role."""
    found = as_admin(site, "GET", f"users?slug={user}&context=edit")
    as_admin(site, "POST", f"users/{found[0]['id']}", {"roles": [role]})


@contextmanager
def wordpress(request: pytest.FixtureRequest, user: str) -> Iterator[House]:
    site = request.getfixturevalue("wordpress")
    with outlets() as maker:
        yield House(
            maker, OutletSettings("blog", "wordpress", site["url"], user), site["users"][user]["app_password"],
            user.capitalize() if user != "admin" else "admin",
            edit=lambda number, html: as_admin(site, "POST", f"posts/{number}", {"content": html}),
            publish=lambda number: as_admin(site, "POST", f"posts/{number}", {"status": "publish"}),
            trash=lambda number: as_admin(site, "DELETE", f"posts/{number}"),
            count=lambda mark: len(as_admin(site, "GET", f"posts?slug={mark},{mark}-2&status=draft&context=edit")),
            server=server_of(site["url"]), through="http://127.0.0.1:{port}/wp-json/",
            deny=lambda denied: demote(site, user, "subscriber" if denied else WORDPRESS[user]),
            is_change=lambda seen: seen.method == "POST" and "/wp/v2/posts" in seen.path)


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

    def deny(self, user: str, denied: bool) -> None:
        if denied:
            self.change(action="block", user=user, expiry="never", reason="test")
        else:
            self.change(action="unblock", user=user, reason="test")

    def title(self, number: str) -> str:
        return str(self.ask(action="query", pageids=number)["query"]["pages"][0]["title"])

    def count(self, marker: str) -> int:
        made = self.ask(action="query", list="usercontribs", ucuser="Writer", ucshow="new", ucprop="comment",
                        uclimit="500")
        return sum(f"({marker})" in one["comment"] for one in made["query"]["usercontribs"])

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
            trash=lambda number: admin.change(action="delete", pageid=number), title=page_name,
            count=admin.count, server=server_of(wiki["url"]), through="http://127.0.0.1:{port}/api.php",
            deny=lambda denied: admin.deny("Writer", denied),
            is_change=lambda seen: b"action=edit" in seen.body)


class MailProgram:
    """Somebody at the same mailbox with another program."""

    def __init__(self, server: dict[str, Any]) -> None:
        self._server = server

    @contextmanager
    def _open(self, remote_id: str) -> Iterator[tuple[imaplib.IMAP4, str]]:
        with imaplib.IMAP4(self._server["host"], self._server["port"]) as connection:
            connection.login(self._server["user"], self._server["password"])
            connection.select("Drafts")
            numbers = connection.uid("SEARCH", "UNDELETED", "HEADER", "Message-ID", remote_id)[1][0].split()
            assert len(numbers) == 1
            yield connection, numbers[0].decode()
            connection.expunge()

    def count(self, marker: str) -> int:
        with imaplib.IMAP4(self._server["host"], self._server["port"]) as connection:
            connection.login(self._server["user"], self._server["password"])
            connection.select("Drafts", readonly=True)
            return len(connection.uid("SEARCH", "UNDELETED", "HEADER", "Message-ID", marker)[1][0].split())

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

    def deny(self, denied: bool) -> None:
        """Let nothing be put into the folder of drafts, as who keeps the server would."""
        self.count("nothing")  # the folder is made when it is first opened
        drafts = Path(self._server["maildir"]) / ".Drafts"
        for part in (drafts, *(drafts / name for name in ("cur", "new", "tmp"))):
            part.chmod(0o500 if denied else 0o700)

    def delete(self, remote_id: str) -> None:
        with self._open(remote_id) as (connection, number):
            connection.uid("STORE", number, "+FLAGS", r"(\Deleted)")


@contextmanager
def mailbox(request: pytest.FixtureRequest) -> Iterator[House]:
    server = request.getfixturevalue("dovecot")
    program = MailProgram(server)
    with outlets() as maker:
        yield House(maker, OutletSettings("news", "imap", f"imap://127.0.0.1:{server['port']}", server["user"]),
                    server["password"], server["user"], program.edit, program.send, program.delete,
                    count=program.count, deny=program.deny, server=(server["host"], server["port"]), through="imap://127.0.0.1:{port}")


@contextmanager
def documented(_request: pytest.FixtureRequest, make: Callable[[], Any], kind: str, user: str, name: str,
               path: str = "") -> Iterator[House]:
    site = make()
    with outlets() as maker:
        yield House(maker, OutletSettings("there", kind, site.url + path, user), site.secret, name,
                    site.edit, site.publish, site.trash, wrong=site.secret[:-2] + "00",
                    deny=site.deny, count=lambda _marker: len(site.posts), server=server_of(site.url),
                    through="http://127.0.0.1:{port}/" + path)
    site.close()


Make = Callable[[pytest.FixtureRequest], AbstractContextManager[House]]

# those that are opened with a secret, and give each draft a number of its own
WITH_SECRET: list[tuple[str, Make, Any]] = [
    *((user, partial(wordpress, user=user), pytest.mark.server) for user in WORDPRESS),
    ("mediawiki", mediawiki, pytest.mark.server("mediawiki")),
    ("ghost", partial(documented, make=GhostSite, kind="ghost", user="", name="Ghost"), ()),
    ("confluence", partial(documented, make=ConfluenceSite, kind="confluence", user="me@example.org", name="Team",
                           path="wiki/spaces/TEAM"), ()),
    ("micropub", partial(documented, make=MicropubSite, kind="micropub", user="", name="127.0.0.1"), ()),
    ("mailbox", mailbox, pytest.mark.server("dovecot")),
    ("fake", fake, ()),
]
# files, told apart by their names
WITHOUT: list[tuple[str, Make, Any]] = [("folder", folder, ()), ("repository", repository, ())]
HOUSES = [*WITH_SECRET, *WITHOUT]


def houses(*names: str, of: list[tuple[str, Make, Any]] = HOUSES) -> list[Any]:
    """Return parameters of the fixture ``house``: all, or those of these names."""
    return [pytest.param(make, id=name, marks=marks) for name, make, marks in of if not names or name in names]
