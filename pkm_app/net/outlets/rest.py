"""JSON over HTTP for outlets: credentials go to one origin only, and every answer is checked before it is used."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from urllib3.filepost import encode_multipart_formdata

from pkm_app.base.errors import NetworkProblem, NotTaken, Refused
from pkm_app.net.clock import Clock, Stopped
from pkm_app.net.connect import basic
from pkm_app.net.exchange import Answer, Call, Exchanges
from pkm_app.net.proxy import Routes
from pkm_app.net.target import Target, parse
from pkm_app.net.verdict import is_redirect, wish_of

SECONDS = 60.0  # a small site on a small machine may need its time to save a long post
_MAX_BYTES = 8 * 1024 * 1024
_MOST_REDIRECTS = 10


@dataclass(frozen=True, slots=True)
class Said:
    """An answer read as JSON; ``value`` is None when it was none."""

    status: int
    value: Any
    host: str
    location: str = ""

    @property
    def fields(self) -> Mapping[str, Any]:
        """The value where it is an object, else an empty one."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def code(self) -> str:
        """The stable word of an error."""
        return text_of(self.fields.get("code"))


@dataclass(frozen=True, slots=True)
class Login:
    """User and password, sent to one origin and to no other."""

    origin: tuple[str, str, int]
    user: str
    secret: str = field(repr=False)

    @property
    def header(self) -> str:
        """The Authorization header."""
        return basic(f"{self.user}:{self.secret}")


@dataclass(frozen=True, slots=True)
class Token:
    """A token in place of user and password: ``header`` is the whole Authorization header."""

    origin: tuple[str, str, int]
    header: str = field(repr=False)


class Rest:
    """Asks outlets. The hosts asked are those a person typed, so they may be private."""

    def __init__(self, exchanges: Exchanges, routes: Routes) -> None:
        self._exchanges = exchanges
        self._routes = routes

    def page(self, target: Target) -> Answer:
        """Get a public page, following redirects without any credentials.

        Raises NetworkProblem when there is no answer, or one that says to try again later.
        """
        typed = target
        for _ in range(_MOST_REDIRECTS + 1):
            private = target.bare_host == typed.bare_host
            answer = self._ask(Call(target, headers={"Accept": "text/html,*/*;q=0.5"}, private=private,
                                    max_bytes=_MAX_BYTES))
            if not is_redirect(answer):
                return self._taken(answer)
            target = target.follow(answer.headers["location"])
        raise NetworkProblem("{host} sends us on and on, and never to a site.", host=typed.bare_host)

    def json(self, method: str, target: Target, login: Login | Token, query: Mapping[str, str | int] | None = None,
             payload: Mapping[str, Any] | None = None) -> Said:
        """Ask with credentials; redirects are not followed, since a question with a password in it is for one place.

        Raises NetworkProblem when there is no answer, or one that says to try again later.
        """
        assert target.origin == login.origin
        headers = {"Accept": "application/json", "Authorization": login.header}
        body = None
        if payload is not None:
            body = json.dumps(payload, ensure_ascii=False).encode()
            headers["Content-Type"] = "application/json; charset=utf-8"
        answer = self.answer(Call(with_query(target, query or {}), method, headers, body, private=True,
                                  max_bytes=_MAX_BYTES))
        return said(answer)

    def upload(self, target: Target, login: Login, name: str, media_type: str, data: bytes) -> Said:
        """Send a file with credentials; ``name`` is plain ASCII. Raises as :meth:`json`, but not where the server says
        why it does not take this file, be it as an error of its own."""
        assert target.origin == login.origin
        headers = {"Accept": "application/json", "Authorization": login.header, "Content-Type": media_type,
                   "Content-Disposition": f'attachment; filename="{name}"'}
        answer = self._ask(Call(target, "POST", headers, data, private=True, max_bytes=_MAX_BYTES))
        told = said(answer)
        return told if told.code and answer.status >= 500 else said(self._taken(answer))

    def send_file(self, target: Target, login: Token, file: tuple[str, str, bytes],
                  fields: Mapping[str, str] | None = None) -> Said:
        """Send a file as a form does, with credentials: its ASCII name, media type and data, with more ``fields``.
        Raises as :meth:`json`."""
        assert target.origin == login.origin
        name, media_type, data = file
        parts: list[tuple[str, str | tuple[str, bytes, str]]] = list((fields or {}).items())
        parts.append(("file", (name, data, media_type)))
        body, kind = encode_multipart_formdata(parts)
        headers = {"Accept": "application/json", "Authorization": login.header, "Content-Type": kind}
        return said(self.answer(Call(target, "POST", headers, body, private=True, max_bytes=_MAX_BYTES)))

    def answer(self, call: Call) -> Answer:
        """Ask one place for one answer; redirects are not followed.

        Raises NetworkProblem when there is no answer, it sends us on, or it says to try again later.
        """
        return self._taken(self._ask(call))

    def _taken(self, answer: Answer) -> Answer:
        host = answer.target.bare_host
        if is_redirect(answer):
            there = answer.target.follow(answer.headers["location"])
            raise NetworkProblem("{host} now answers at {address}: give that address to the outlet.",
                                 kind="http", host=host, address=f"{there.scheme}://{there.authority}/")
        if answer.status >= 500 or wish_of(answer):
            raise NetworkProblem("{host} cannot do it at the moment ({status}): try again later.", kind="http",
                                 host=host, status=answer.status)
        return answer

    def _ask(self, call: Call) -> Answer:
        try:
            return self._exchanges.ask(call, Clock(SECONDS), self._routes)
        except Stopped:
            raise NetworkProblem("The program is closing, so nothing more was sent.") from None


def said(answer: Answer) -> Said:
    """Return an answer read as JSON."""
    try:
        value = json.loads(answer.body)
    except (ValueError, RecursionError):
        value = None
    return Said(answer.status, value, answer.target.bare_host, answer.headers.get("location", ""))


@contextmanager
def not_taken() -> Iterator[None]:
    """What is refused in here was not carried out: it is raised as NotTaken."""
    try:
        yield
    except Refused as error:
        raise NotTaken(error.template, **error.values) from error


def with_query(target: Target, query: Mapping[str, str | int]) -> Target:
    """Return a target with more in its query."""
    if not query:
        return target
    joint = "&" if "?" in target.path else "?"
    return parse(f"{target.address}{joint}{urlencode(query)}")


def text_of(value: object) -> str:
    """Return a value where it is text, else ""."""
    return value if isinstance(value, str) else ""
