"""What a status means, where redirects lead, and what is told to whom."""

from __future__ import annotations

import logging
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import NetworkProblem
from pkm_app.library.database import Database
from pkm_app.library.wishes import HostWishes
from pkm_app.net.fetch import NetFetcher
from pkm_app.net.hosts import Hosts
from pkm_app.net.target import parse
from pkm_app.seek.model import FetchRequest
from tests.servers.loopback import Loopback, Seen, Talk, redirect, reply

Serve = Callable[..., Loopback]


def typed(server: Loopback, path: str = "/", **more: str) -> FetchRequest:
    return FetchRequest(server.address(path), typed=True, **more)


def problem(fetcher: NetFetcher, request: FetchRequest) -> NetworkProblem:
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(request)
    assert len(str(caught.value).splitlines()) == 1
    return caught.value


def test_it_says_who_asks_and_nothing_else(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"/": reply(b"ok")})
    fetcher.fetch(typed(server))
    headers = server.seen[0].headers
    assert headers["user-agent"].startswith("PKM/1.2.3 ")
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}
    assert headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize(("status", "kind"), [
    ("410 Gone", "gone"), ("401 Unauthorized", "blocked"), ("403 Forbidden", "blocked"), ("404 Not Found", "http"),
    ("429 Too Many Requests", "blocked"), ("503 Service Unavailable", "http"), ("500 Oops", "http"),
    ("418 Teapot", "http"), ("204 No Content", "http"), ("304 Not Modified", "http"), ("302 Found", "http"),
])
def test_a_status_that_gives_nothing(status: str, kind: str, fetcher: NetFetcher, serve: Serve) -> None:
    assert problem(fetcher, typed(serve({"/": reply(b"", status)}))).kind == kind


def test_validators_too_odd_to_be_sent_back_are_not_kept(fetcher: NetFetcher, serve: Serve) -> None:
    response = fetcher.fetch(typed(serve({"/": reply(b"ok", etag='"' + "x" * 5000, last_modified="caf\xe9")})))
    assert (response.etag, response.modified) == ("", "")


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize("after", ["120", "Wed, 01 Jan 2087 00:00:00 GMT"])
def test_a_host_that_asks_for_peace_gets_it_as_a_whole(
        status: str, after: str, fetcher: NetFetcher, serve: Serve) -> None:
    tired = serve({"/busy": reply(b"", status, retry_after=after), "/": reply(b"ok")})
    other = serve({"/": reply(b"ok")}, host="127.0.0.2")
    assert "wait" in str(problem(fetcher, typed(tired, "/busy")))
    refused = problem(fetcher, typed(tired))
    assert (refused.kind, refused.values["wait"] > 100) == ("wait", True)
    assert [seen.path for seen in tired.seen] == ["/busy"]
    assert fetcher.fetch(typed(other)).body == b"ok"


def test_a_host_that_is_worn_out_gets_a_minute(fetcher: NetFetcher, serve: Serve) -> None:
    tired = serve({"/busy": reply(b"", "503 Service Unavailable"), "/": reply(b"ok")})
    assert problem(fetcher, typed(tired, "/busy")).kind == "http"
    assert 30 < problem(fetcher, typed(tired)).values["wait"] <= 60
    assert [seen.path for seen in tired.seen] == ["/busy"]


def test_a_wish_for_peace_outlives_the_program(serve: Serve, tmp_path: Path) -> None:
    tired = serve({"/busy": reply(b"", "429 Too Many Requests", retry_after="7200"), "/": reply(b"ok")})
    db = Database(tmp_path / "pkm.db")
    time = [1_800_000_000.0]
    try:
        first, second = (NetFetcher("1", memory=HostWishes(db)) for _ in range(2))
        problem(first, typed(tired, "/busy"))
        assert problem(second, typed(tired)).kind == "wait"  # another program that runs at the same time
        first.close()
        third = NetFetcher("1", memory=HostWishes(db))
        assert problem(third, typed(tired)).kind == "wait"
        assert [p.kind for together in third.fetch_all([typed(tired)], lambda r: r) for _, p in together
                if isinstance(p, NetworkProblem)] == ["wait"]
        assert [seen.path for seen in tired.seen] == ["/busy"]
        wishes = HostWishes(db, lambda: time[0])
        wishes.note("a.example", time[0] + 60)
        assert wishes.load()["a.example"] == time[0] + 60
        time[0] += 61
        wishes.note("b.example", time[0] + 60)
        assert wishes.load().get("a.example") is None
        second.close()
        third.close()
    finally:
        db.close()


def test_peace_ends_and_never_lasts_more_than_a_day() -> None:
    time = [1000.0]
    hosts = Hosts(now=lambda: time[0])
    hosts.wish("a", 1e9)
    time[0] += 86399
    with pytest.raises(NetworkProblem, match="1 seconds"):
        hosts.refuse_while_unwanted("a")
    time[0] += 2
    hosts.refuse_while_unwanted("a")


def test_a_cookie_lives_as_long_as_the_exchange(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"/": redirect("/in", set_cookie="visit=1; Path=/; Secure"), "/in": reply(b"ok")})
    assert fetcher.fetch(typed(server)).body == b"ok"
    assert server.seen[1].headers["cookie"] == "visit=1"
    fetcher.fetch(typed(server, "/in"))
    assert "cookie" not in server.seen[2].headers


def test_trap_08_credentials_and_cookies_stay_with_scheme_host_and_port(fetcher: NetFetcher, serve: Serve) -> None:
    other_port = serve({"/": reply(b"ok")})
    first = serve({"/": redirect("/again", set_cookie="secret=1"), "/again": redirect(other_port.address())})
    address = first.address().replace("//", "//me:pass%20word@")
    response = fetcher.fetch(FetchRequest(address, typed=True))
    expected = "Basic " + b64encode(b"me:pass word").decode()
    assert [seen.headers.get("authorization") for seen in first.seen] == [expected, expected]
    assert first.seen[1].headers["cookie"] == "secret=1"
    assert not {"authorization", "cookie"} & set(other_port.seen[0].headers)
    assert "pass" not in repr(response)


@pytest.mark.parametrize("ending", ["/", ":1/", ":99999/", "x y/", "\\@127.0.0.1/", "]/"])
def test_trap_25_a_password_reaches_no_error_and_no_log(
        ending: str, fetcher: NetFetcher, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        told = problem(fetcher, FetchRequest(f"http://someone:hunter2@127.0.0.1{ending}", typed=True, seconds=1))
    for text in (str(told), repr(told), repr(told.values), caplog.text):
        assert "hunter2" not in text
        assert "someone" not in text


def test_trap_25_a_redirect_with_a_password_in_it(fetcher: NetFetcher, serve: Serve) -> None:
    there = serve({"/": reply(b"ok")})
    first = serve({"/": redirect(there.address().replace("//", "//x:hunter2@"), "301 Moved")})
    response = fetcher.fetch(typed(first))
    assert "hunter2" not in repr(response)
    assert "authorization" not in there.seen[0].headers


words = st.text(st.characters(exclude_characters="/?#@[]\\", exclude_categories=("C", "Z")), min_size=6, max_size=12)


@settings(max_examples=150, deadline=None)
@given(user=words, password=words, path=st.text(max_size=12),
       host=st.sampled_from(["a.example", "127.0.0.1:8080", "[::1]", "ex ample", "ü.example"]))
def test_trap_25_an_address_taken_apart_shows_no_password(user: str, password: str, host: str, path: str) -> None:
    if " " in host:
        with pytest.raises(NetworkProblem) as caught:
            parse(f"https://{user}:{password}@{host}/{path}")
        assert password not in str(caught.value) + repr(caught.value.values)
        return
    target = parse(f"https://{user}:{password}@{host}/{path}")
    assert password not in target.address.removesuffix(target.path) + repr(target).replace(target.path, "")
    assert parse(target.address).address == target.address
    assert target.address.isascii()


@pytest.mark.parametrize(("location", "path"), [
    ("/café olé?q=a b", "/caf%C3%A9%20ol%C3%A9?q=a%20b"), ("?page=2", "/start?page=2"), ("next", "/next"),
    ("//127.0.0.1:{port}/x#part", "/x"), ("\t/tab ", "/tab"), ("/a%2Fb", "/a%2Fb"), ("/%e9?q=%E9", "/%e9?q=%E9"),
])
def test_what_servers_write_in_a_location(location: str, path: str, fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"*": reply(b"ok")})

    def start(talk: Talk, seen: Seen) -> None:
        (redirect(location.format(port=server.port)) if "?" not in seen.path else reply(b"ok"))(talk, seen)

    server.pages["/start"] = start
    assert fetcher.fetch(typed(server, "/start")).address == server.address(path)


def test_an_address_beyond_ascii(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"*": reply(b"ok")})
    fetcher.fetch(typed(server, "/größe/x?naam=één"))
    assert server.seen[0].path == "/gr%C3%B6%C3%9Fe/x?naam=%C3%A9%C3%A9n"
    assert problem(fetcher, FetchRequest("http://bücher.invalid/")).kind == "unreachable"


def test_after_closing_nothing_is_fetched(serve: Serve) -> None:
    fetcher = NetFetcher("1")
    server = serve({"/": reply(b"ok")})
    fetcher.fetch(typed(server))
    fetcher.close()
    problem(fetcher, typed(server))
    assert len(server.seen) == 1
