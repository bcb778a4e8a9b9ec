"""Getting addresses: redirects by hand, manners towards hosts, and a verdict on every status."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from pkm_app.base.errors import NetworkProblem, Problem
from pkm_app.net.clock import Clock, Stopped
from pkm_app.net.connect import basic
from pkm_app.net.cookies import Cookies
from pkm_app.net.exchange import Answer, Call, Exchanges
from pkm_app.net.hosts import Hosts, Place, WishMemory
from pkm_app.net.parallel import run_all
from pkm_app.net.proxy import Routes, routes_of_this_system
from pkm_app.net.room import ROOM, Claim
from pkm_app.net.target import Target, parse
from pkm_app.net.verdict import is_redirect, judge, wish_of
from pkm_app.seek.model import FetchRequest, FetchResponse

T = TypeVar("T")

MOST_REDIRECTS = 10
THREADS = 16
_ACCEPT = ("application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/xml;q=0.8, "
           "text/html;q=0.7, */*;q=0.5")
_PERMANENT = (301, 308)


class NetFetcher:
    """Implements ``seek.ports.Fetcher`` over real connections; safe to use from many threads.

    ``version`` is told to servers. ``routes`` gives the proxies of the moment, ``memory`` keeps what hosts wish,
    ``room`` is how many bytes of many answers are about at once.
    """

    def __init__(self, version: str, routes: Callable[[], Routes] | None = None, threads: int = THREADS,
                 memory: WishMemory | None = None, room: int = ROOM) -> None:
        self._exchanges = Exchanges(agent(version))
        self._hosts = Hosts(memory=memory)
        self._routes = routes or routes_of_this_system()
        self._threads = threads
        self._room = room
        self._lock = threading.Lock()
        self._clocks: set[Clock] = set()
        self._closed = False

    def fetch(self, request: FetchRequest) -> FetchResponse:
        """Get one address. Raises NetworkProblem."""
        clock = Clock(request.seconds)
        self._hosts.recall()
        with self._lock:
            if self._closed:
                clock.stop()
            self._clocks.add(clock)
        try:
            return self._fetch(request, clock, self._routes())
        except Stopped:
            raise NetworkProblem("The program is closing, so nothing more was fetched.") from None
        finally:
            with self._lock:
                self._clocks.discard(clock)

    def fetch_all(
        self, requests: Iterable[FetchRequest], then: Callable[[FetchResponse], T]
    ) -> Iterator[Sequence[tuple[FetchRequest, T | Problem]]]:
        """Get many in parallel, at most two at once from one host, in order of arrival.

        ``then`` runs on the fetching thread; its result, or the Problem that it or the fetch raised, comes with
        the request, and together with others that arrive at the same moment. Closing the iterator stops what is
        under way and waits for it to end. What is on its way, being read or waiting is bounded in bytes (net.room);
        a large answer for which there is no room is asked for once more, behind the others.
        """
        routes = self._routes()
        self._hosts.recall()

        def one(request: FetchRequest, clock: Clock, claim: Claim) -> FetchResponse:
            return self._fetch(request, clock, routes, claim)

        return run_all(requests, one, then, self._hosts, self._threads, self._room)

    def close(self) -> None:
        """Stop what is under way and hang up; nothing can be fetched afterwards."""
        with self._lock:
            self._closed = True
            for clock in self._clocks:
                clock.stop()
        self._exchanges.close()

    def _fetch(self, request: FetchRequest, clock: Clock, routes: Routes,
               claim: Claim | None = None) -> FetchResponse:
        """Follow an address to its answer. One with a claim has a place at its host already."""
        typed = target = parse(request.address)
        cookies = Cookies()
        permanent = True
        with Place(self._hosts, typed.bare_host if claim else "") as place:
            for hop in range(MOST_REDIRECTS + 1):
                call = _call(request, target, cookies, claim)
                place.move(target.bare_host, clock)
                answer = self._politely(call, clock, routes)
                if not is_redirect(answer):
                    moved = target.address if hop and permanent else ""
                    return judge(answer, conditional=bool(request.etag or request.modified), moved_to=moved)
                permanent = permanent and answer.status in _PERMANENT
                there = target.follow(answer.headers["location"])
                cookies.take(answer.cookies)
                if there.origin != target.origin:
                    cookies.clear()
                target = there
        raise NetworkProblem("{host} sends us on and on: after {times} redirects there was still no answer.",
                             kind="broken", host=typed.bare_host, times=MOST_REDIRECTS)

    def _politely(self, call: Call, clock: Clock, routes: Routes) -> Answer:
        """Ask unless the host wishes to be left alone, and keep what it wishes."""
        host = call.target.bare_host
        self._hosts.refuse_while_unwanted(host)
        answer = self._exchanges.ask(call, clock, routes)
        wish = wish_of(answer)
        if wish:
            self._hosts.wish(host, wish)
        return answer


def agent(version: str) -> str:
    """Return the honest name under which the program asks."""
    return f"PKM/{version} (desktop feed reader for one person)"


def _call(request: FetchRequest, target: Target, cookies: Cookies, claim: Claim | None) -> Call:
    private = request.typed and target.bare_host == parse(request.address).bare_host
    headers = {"Accept": request.accept or _ACCEPT}
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.modified:
        headers["If-Modified-Since"] = request.modified
    if target.credentials:
        headers["Authorization"] = basic(target.credentials)
    if cookies:
        headers["Cookie"] = str(cookies)
    return Call(target, headers=headers, private=private, max_bytes=request.max_bytes,
                wanted=lambda status: status in (200, 203), claim=claim)
