"""One careful HTTP exchange: a question, an answer, and no harm whatever the answer is.

What a server may do to us is bounded: time (one clock for everything), size (on the wire and unpacked), headers
(http.client takes 100 of 64 KB), packing (one layer). Redirects are not followed here.
"""

from __future__ import annotations

import http.client
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from urllib3.response import HTTPResponse

from pkm_app.net.clock import Clock
from pkm_app.net.connect import Line, Lines
from pkm_app.net.proxy import Routes
from pkm_app.net.room import Claim
from pkm_app.net.target import Target
from pkm_app.net.trouble import FAILURES, problem_of, without_script
from pkm_app.net.unpack import Body, TooBig

_PIECE = 64 * 1024
_LONGEST_HEADER = 8 * 1024
_SMALL = 64 * 1024  # a body nobody wants is read up to here, to keep the connection
_SAFE = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Call:
    """A question. ``private`` allows this machine and private networks for this very host; ``wanted`` says for
    which status the body is read, of which at most ``max_bytes`` unpacked, and no more than its ``claim`` allows."""

    target: Target
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    private: bool = False
    max_bytes: int = 20 * 1024 * 1024
    wanted: Callable[[int], bool] = lambda status: True
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: header names in lower case, several of one name joined by a comma, ``cookies`` apart."""

    target: Target
    status: int
    headers: dict[str, str]
    cookies: tuple[str, ...] = ()
    body: bytes = b""


class Exchanges:
    """Carries out calls over connections that it keeps."""

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._lines = Lines()

    def ask(self, call: Call, clock: Clock, routes: Routes) -> Answer:
        """Carry out one call. Raises NetworkProblem, Stopped when the clock was stopped, NoRoom as its claim does."""
        try:
            return self._ask(call, clock, routes)
        except FAILURES as error:
            clock.raise_if_stopped()  # a connection cut by ``stop`` fails in many ways
            problem = problem_of(error, call.target, clock.seconds, call.max_bytes)
            raise (without_script(problem, call.target, routes.script) if routes.script else problem) from None

    def close(self) -> None:
        """Hang up on all that is idle."""
        self._lines.close()

    def _ask(self, call: Call, clock: Clock, routes: Routes) -> Answer:
        proxy = routes.to(call.target)
        # A question that changes something is never put on an old line: were it cut, nobody could say whether
        # it had been heard.
        line = self._lines.take(call.target, proxy, call.private) if call.method in _SAFE else None
        path, extra = call.target.path, {}
        if proxy is not None and proxy.is_http and call.target.scheme == "http":
            path, extra = call.target.address, proxy.headers
        while True:
            fresh = line is None
            if line is None:
                line = self._lines.open(call.target, proxy, call.private, clock)
            try:
                line.start(clock)
                answer, reusable = self._read(call, self._send(line, call, path, extra))
            except (ConnectionError, http.client.BadStatusLine):
                clock.release()
                line.close()
                if fresh:
                    raise
                line = None  # the server had hung up meanwhile: once more, on a new line
                continue
            except BaseException:
                clock.release()
                line.close()
                raise
            clock.release()
            if reusable:
                self._lines.give(call.target, proxy, line)
            else:
                line.close()
            return answer

    def _send(self, line: Line, call: Call, path: str, extra: Mapping[str, str]) -> HTTPResponse:
        headers = {"User-Agent": self._agent, "Accept-Encoding": "gzip", **extra, **call.headers}
        line.connection.request(call.method, path, body=call.body, headers=headers, preload_content=False,
                                decode_content=False)
        return line.connection.getresponse()

    def _read(self, call: Call, response: HTTPResponse) -> tuple[Answer, bool]:
        """Return the answer, and whether the connection may serve again."""
        reusable = False
        try:
            headers = {name.lower(): value[:_LONGEST_HEADER] for name, value in response.headers.items()}
            cookies = tuple(response.headers.getlist("set-cookie"))
            answer = Answer(call.target, response.status, headers, cookies, _body(call, response, headers))
            original = response._original_response
            reusable = original is not None and original.isclosed() and not original.will_close
        finally:
            if not reusable:
                response.close()  # it holds the socket open, whatever becomes of the connection
        return answer, reusable


def _body(call: Call, response: HTTPResponse, headers: Mapping[str, str]) -> bytes:
    length = response.length_remaining
    if not call.wanted(response.status):
        if length is not None and length <= _SMALL:
            response.read(decode_content=False)
        return b""
    if length is not None and length > call.max_bytes:
        raise TooBig
    if call.claim is None:
        packed = Body(headers.get("content-encoding", ""), call.max_bytes)
    else:
        call.claim.hold(length or 0)  # better now than after half of it
        packed = Body(headers.get("content-encoding", ""), call.max_bytes, call.claim.hold)
    while piece := response.read(_PIECE, decode_content=False):
        packed.add(piece)
    return packed.done()
