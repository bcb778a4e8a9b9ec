"""What every fetcher promises: one suite, run on the real one over loopback and on the web that is a dictionary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from pkm_app.base.errors import NetworkProblem, NotAFeed
from pkm_app.net.fetch import NetFetcher
from pkm_app.net.later import LaterFetcher
from pkm_app.net.proxy import Routes
from pkm_app.seek.model import FetchRequest, FetchResponse
from pkm_app.seek.ports import Fetcher
from tests.fakes.seek import Page, ScriptedWeb
from tests.servers.loopback import Loopback, Seen, Talk, redirect, reply


@dataclass
class Web:
    """A fetcher and a site whose pages a test writes: ``page``, ``move`` (a redirect), ``fail`` (a status)."""

    fetcher: Fetcher
    base: str
    page: Callable[[str, bytes, str], None]
    move: Callable[[str, str, bool], None]
    fail: Callable[[str, int, str], None]

    def request(self, path: str, etag: str = "") -> FetchRequest:
        return FetchRequest(self.base + path, etag=etag, typed=True)


@pytest.fixture(params=["real", "made later", "fake"])
def web(request: pytest.FixtureRequest) -> Iterator[Web]:
    if request.param == "fake":
        fake = ScriptedWeb()
        base = "https://blog.example"

        def fail(path: str, status: int, kind: str) -> None:
            fake.pages[base + path] = Page(problem=NetworkProblem("{host} says {status}.", kind, host="blog.example",
                                                                  status=status))

        yield Web(fake, base, lambda path, body, etag: fake.pages.update({base + path: Page(body, "text/xml", etag)}),
                  lambda path, to, forever: fake.pages.update({base + path: Page(to=base + to, permanent=forever)}),
                  fail)
        return
    made_later = request.param == "made later"
    fetcher = LaterFetcher("1") if made_later else NetFetcher("1", routes=lambda: Routes({}))
    with Loopback() as server:
        def page(path: str, body: bytes, etag: str) -> None:
            def answer(talk: Talk, seen: Seen) -> None:
                same = etag and seen.headers.get("if-none-match") == etag
                reply(b"" if same else body, "304 Same" if same else "200 OK", etag=etag, content_type="text/xml")(
                    talk, seen)
            server.pages[path] = answer

        def move(path: str, to: str, forever: bool) -> None:
            server.pages[path] = redirect(to, "301 Moved" if forever else "302 Found")

        def refuse(path: str, status: int, kind: str) -> None:
            server.pages[path] = reply(b"", f"{status} No")

        yield Web(fetcher, server.address("").rstrip("/"), page, move, refuse)
        fetcher.close()


def test_what_is_there_is_given(web: Web) -> None:
    web.page("/feed", b"<rss/>", '"1"')
    got = web.fetcher.fetch(web.request("/feed"))
    assert (got.address, got.status, got.body, got.etag) == (web.base + "/feed", 200, b"<rss/>", '"1"')
    assert got.content_type.startswith("text/xml")
    assert got.moved_to == ""
    assert all(name == name.lower() for name in got.headers)


def test_what_has_not_changed_is_not_given_again(web: Web) -> None:
    web.page("/feed", b"<rss/>", '"1"')
    same = web.fetcher.fetch(web.request("/feed", '"1"'))
    assert (same.status, same.body, same.etag) == (304, b"", '"1"')
    assert web.fetcher.fetch(web.request("/feed", '"0"')).status == 200


@pytest.mark.parametrize(("first", "second"), [(True, True), (True, False), (False, True), (False, False)])
def test_only_a_move_for_good_at_every_step_is_one(web: Web, first: bool, second: bool) -> None:
    web.page("/c", b"<rss/>", "")
    web.move("/a", "/b", first)
    web.move("/b", "/c", second)
    got = web.fetcher.fetch(web.request("/a"))
    assert (got.address, got.body) == (web.base + "/c", b"<rss/>")
    assert got.moved_to == (web.base + "/c" if first and second else "")


@pytest.mark.parametrize(("status", "kind"), [(404, "http"), (410, "gone"), (403, "blocked"), (500, "http")])
def test_what_is_not_there_is_a_problem_of_its_kind(web: Web, status: int, kind: str) -> None:
    web.page("/other", b"", "")
    web.fail("/gone", status, kind)
    with pytest.raises(NetworkProblem) as caught:
        web.fetcher.fetch(web.request("/gone"))
    assert (caught.value.kind, caught.value.values["status"]) == (kind, status)


def test_a_page_that_never_was(web: Web) -> None:
    web.page("/other", b"", "")
    with pytest.raises(NetworkProblem) as caught:
        web.fetcher.fetch(web.request("/nothing"))
    assert (caught.value.kind, caught.value.values["status"]) == ("http", 404)


def test_a_host_that_never_was(web: Web) -> None:
    with pytest.raises(NetworkProblem) as caught:
        web.fetcher.fetch(FetchRequest("https://no-such-host.invalid/"))
    assert caught.value.kind == "unreachable"


def test_many_come_with_what_was_made_of_them(web: Web) -> None:
    for number in range(20):
        web.page(f"/{number}", b"%d" % number, "")
    web.fail("/7", 410, "gone")

    def then(response: FetchResponse) -> int:
        if response.body == b"9":
            raise NotAFeed("Nine is no feed.")
        return int(response.body)

    results = {request.address: result
               for together in web.fetcher.fetch_all([web.request(f"/{n}") for n in range(20)], then)
               for request, result in together}
    assert len(results) == 20
    gone, nine = results.pop(web.base + "/7"), results.pop(web.base + "/9")
    assert isinstance(gone, NetworkProblem)
    assert isinstance(nine, NotAFeed)
    assert results == {f"{web.base}/{n}": n for n in range(20) if n not in (7, 9)}


def test_closing_ends_it(web: Web) -> None:
    for number in range(200):
        web.page(f"/{number}", b"ok", "")
    made: list[bytes] = []
    running = web.fetcher.fetch_all([web.request(f"/{n}") for n in range(200)], lambda r: made.append(r.body))
    next(running)
    running.close()  # type: ignore[attr-defined]
    count = len(made)
    assert count < 200
    assert next(running, None) is None
    assert len(made) == count
