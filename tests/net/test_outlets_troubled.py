"""What every outlet over HTTP does when its server is not what it should be: one sentence, no secret astray."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pkm_app.app.places import Places
from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.net.outlets import Outlets
from pkm_app.net.proxy import Routes
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings, Rendered
from pkm_app.share.ports import Outlet
from pkm_app.share.publish import send
from tests.fakes.share import DictJournal
from tests.servers.documented import ConfluenceSite, Documented, GhostSite, MicropubSite
from tests.servers.loopback import Loopback, Talk, raw, redirect, reply

Serve = Callable[..., Loopback]
DRAFT = Rendered(title="T", html="<p>Words</p>", markdown="Words\n", language="en", cut=0)
KEY = f"{'5f' * 12}:{'ab' * 32}"
OVER_HTTP = tuple(kind for kind, one in KINDS.items() if one.example.startswith("https://") and not one.by_hand)
PATHS = {"wordpress": "/wp-json/", "mediawiki": "/api.php", "confluence": "/wiki/spaces/TEAM"}
ODD = [
    reply(b"<html>no", content_type="text/html"), reply(b"[3]"), reply(b"[" * 100_000), reply(b"null"), reply(b"{}"),
    reply(b'{"error": 3, "login": [], "query": 7, "posts": 1, "results": {}}'), reply(b"<html>no", "404 Not Found"),
    reply(b"{}", "403 Forbidden"), reply(b'{"code": 5, "message": ["x"], "errors": ["y"]}', "400 Bad"),
    reply(b"", "500 Oops"), reply(b"", "429 Slow", retry_after="9"), redirect("/elsewhere"), reply(b"\xff\xfe"),
    reply(b'{"code": "x", "message": "<b>no</b>\\n\\u0007", "error": {"code": "x", "info": "\\u0007\\n"}}', "400 B"),
    raw(b""), raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), raw(b"\x16\x03\x01 no http"),
]


@pytest.fixture
def maker() -> Iterator[Outlets]:
    one = Outlets("1.2.3", routes=lambda: Routes({}))
    yield one
    one.close()


def outlet(maker: Outlets, kind: str, address: str) -> Outlet:
    return maker.open(OutletSettings("there", kind, address, "me@example.org"), KEY)


def sentence(ask: Callable[[], object]) -> str:
    with pytest.raises((Refused, NetworkProblem)) as caught:
        ask()
    said = str(caught.value)
    assert len(said.splitlines()) == 1
    assert "\x07" not in said
    assert KEY not in said
    return said


@pytest.mark.parametrize("kind", OVER_HTTP)
@pytest.mark.parametrize("answer", ODD)
def test_an_odd_answer_gets_one_sentence(maker: Outlets, serve: Serve, kind: str, answer: Any) -> None:
    server = serve({"*": answer})
    there = outlet(maker, kind, server.address(PATHS.get(kind, "/")))
    assert sentence(there.check)
    assert sentence(lambda: there.create(DRAFT, "pkm-1"))


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_trap_25_a_redirect_takes_the_secret_nowhere(maker: Outlets, serve: Serve, kind: str) -> None:
    thief = serve({"*": reply(b"{}", content_type="application/json")}, host="127.0.0.2")
    start = {"/": reply(b"<link rel='micropub' href='/api'>")} if kind == "micropub" else {}
    moved = serve({"*": redirect(thief.address(), "307 Temporary"), **start})
    there = outlet(maker, kind, moved.address(PATHS.get(kind, "/")))
    sentence(there.check)
    sentence(lambda: there.create(DRAFT, "pkm-1"))
    assert [seen for seen in thief.seen if "authorization" in seen.headers or seen.body] == []


@pytest.mark.parametrize("kind", OVER_HTTP)
@pytest.mark.parametrize("address", ["http://example.org/wiki/spaces/A", "http://192.168.1.5/wiki/spaces/A",
                                     "ftp://example.org/", "https://", "a b"])
def test_an_address_that_will_not_do(maker: Outlets, kind: str, address: str) -> None:
    with pytest.raises(Refused) as caught:
        outlet(maker, kind, address)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_a_server_that_never_ends_is_given_up(
        maker: Outlets, serve: Serve, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkm_app.net.outlets.rest.SECONDS", 0.3)

    def drip(talk: Talk, _seen: object) -> None:
        talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        with contextlib.suppress(OSError):
            while True:
                talk.pause(0.05)
                talk.send(b"{")

    server = serve({"*": drip})
    assert "seconds" in sentence(outlet(maker, kind, server.address(PATHS.get(kind, "/"))).check)


SITES = [(GhostSite, "ghost", ""), (ConfluenceSite, "confluence", "wiki/spaces/TEAM"), (MicropubSite, "micropub", "")]


@pytest.fixture(params=SITES, ids=[kind for _, kind, _ in SITES])
def site(request: pytest.FixtureRequest, maker: Outlets) -> Iterator[tuple[Documented, OutletSettings, Outlet]]:
    make, kind, path = request.param
    there: Documented = make()
    settings = OutletSettings("there", kind, there.url + path, "me@example.org")
    yield there, settings, maker.open(settings, there.secret)
    there.close()


def test_trap_24_a_lost_answer_makes_no_second_draft(site: tuple[Documented, OutletSettings, Outlet]) -> None:
    """It is found there by its mark; where it cannot be looked for, a person is asked to look first."""
    there, settings, place = site
    journal = DictJournal()
    there.break_off = "POST"
    with pytest.raises(NetworkProblem):
        send(DRAFT, "d1", settings, place, journal)
    assert len(there.posts) == 1
    if place.can_find:
        assert send(DRAFT, "d1", settings, place, journal)[0].action == "unchanged"
        assert len(there.posts) == 1
        return
    with pytest.raises(Refused, match="Look among your drafts"):
        send(DRAFT, "d1", settings, place, journal)
    assert len(there.posts) == 1
    number = next(iter(there.posts))  # the person found it, and wrote its number into the draft
    done, _ = send(DRAFT, "d1", settings, place, DictJournal(), known=[(number, "", "")])
    assert (done.action, done.remote_id) == ("unchanged", number)
    assert len(there.posts) == 1


def test_trap_24_an_update_whose_answer_got_lost_is_known_again(
        site: tuple[Documented, OutletSettings, Outlet]) -> None:
    there, settings, place = site
    journal = DictJournal()
    send(DRAFT, "d1", settings, place, journal)
    later = replace(DRAFT, html="<p>Other words</p>")
    there.break_off = "POST" if settings.kind == "micropub" else "PUT"
    with pytest.raises(NetworkProblem):
        send(later, "d1", settings, place, journal)
    assert send(later, "d1", settings, place, journal)[0].action == "unchanged"
    assert send(DRAFT, "d1", settings, place, journal)[0].action == "updated"
    assert len(there.posts) == 1


@pytest.mark.parametrize("config", [{}, {"post-status": ["published"]}, {"properties": ["name"]}, {"post-status": "x"}])
def test_a_micropub_site_that_might_publish_is_sent_nothing(maker: Outlets, config: dict[str, Any]) -> None:
    there = MicropubSite()
    there.config = {"media-endpoint": "", **config}
    place = maker.open(OutletSettings("there", "micropub", there.url, ""), there.secret)
    assert "publish at once" in sentence(place.check)
    assert "publish at once" in sentence(lambda: place.create(DRAFT, "pkm-1"))
    assert there.posts == {}
    there.close()


def test_a_micropub_site_that_published_is_told(maker: Outlets) -> None:
    there = MicropubSite()
    there.obeys = False
    place = maker.open(OutletSettings("there", "micropub", there.url, ""), there.secret)
    assert "did not keep it as a draft" in sentence(lambda: place.create(DRAFT, "pkm-1"))
    there.close()


def test_a_key_that_is_none_is_told_before_anything_is_asked(maker: Outlets) -> None:
    there = GhostSite()
    place = maker.open(OutletSettings("there", "ghost", there.url, ""), "hunter2")
    with pytest.raises(Refused, match="Admin API key"):
        place.check()
    assert there.server.seen == []
    there.close()


def test_every_kind_that_is_offered_can_be_opened(maker: Outlets, tmp_path: Path) -> None:
    places = Places(lambda: maker, tmp_path / "vault", tmp_path / "cache")
    for kind, one in ((kind, one) for kind, one in KINDS.items() if not one.by_hand):
        assert places.open(OutletSettings("there", kind, one.example, "me" if one.user else ""), KEY).imprint(DRAFT)
