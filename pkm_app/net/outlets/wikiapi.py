"""A session at a MediaWiki: signed in with a bot password, every question in one place.

See https://www.mediawiki.org/wiki/API:Main_page and API:Login. A wrong password is an answer of 200 there, and a
session may end at any time: every question that changes something says whom it is asked for (``assert=user``) and
is asked once more after signing in again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any, NoReturn
from urllib.parse import urlencode, urljoin

from urllib3.filepost import encode_multipart_formdata

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.content.clean import plain
from pkm_app.net.cookies import Cookies
from pkm_app.net.exchange import Call
from pkm_app.net.guard import is_this_machine
from pkm_app.net.outlets.discovery import site_target
from pkm_app.net.outlets.rest import Rest, said, text_of, with_query
from pkm_app.net.target import Target, parse

_RSD = re.compile(r"<link\b[^<>]*\brel=[\"']EditURI[\"'][^<>]*\bhref=[\"']([^\"'<>]{1,2000})[\"']", re.IGNORECASE)
_MAX_BYTES = 8 * 1024 * 1024
_File = tuple[str, bytes, str]
_ENDED = ("assertuserfailed", "assertbotfailed", "badtoken", "notloggedin")


class WikiSession:
    """Asks one wiki for one person. Raises Refused and NetworkProblem."""

    def __init__(self, address: str, user: str, secret: str, rest: Rest) -> None:
        self._site = site_target(address)
        self._user = user
        self._secret = secret
        self._rest = rest
        self._api: Target | None = None
        self._cookies = Cookies()
        self._name = ""

    @property
    def host(self) -> str:
        """The host that a person typed."""
        return self._site.bare_host

    @property
    def api(self) -> Target:
        """Where the wiki answers programs."""
        if self._api is None:
            self._api = self._find_api()
        return self._api

    @property
    def user(self) -> str:
        """The user's name, as far as it is known without asking."""
        return self._name or self._user.partition("@")[0]

    def name(self) -> str:
        """Return the user's name at the wiki, signing in where that was not done yet."""
        if not self._name:
            self._sign_in()
        return self._name

    def get(self, **fields: str | int) -> Mapping[str, Any]:
        """Ask something that changes nothing; the answer of the API."""
        return self._asked(False, fields)

    def post(self, **fields: str | int) -> Mapping[str, Any]:
        """Ask for a change; ``token`` is added."""
        return self._asked(True, fields)

    def upload(self, name: str, media_type: str, data: bytes, **fields: str | int) -> Mapping[str, Any]:
        """Ask for a change that brings a file along; ``name`` is plain ASCII."""
        return self._asked(True, fields, (name, data, media_type))

    def _asked(self, change: bool, fields: Mapping[str, str | int], file: _File | None = None) -> Mapping[str, Any]:
        self.name()
        for again in (False, True):
            whole = {**fields, "assert": "user"}
            if change:
                whole["token"] = self._token("csrf")
            answer = self._ask(whole, change, file)
            code = text_of(_of(answer, "error").get("code"))
            if code not in _ENDED or again:
                return answer
            self._cookies.clear()  # the wiki has forgotten us
            self._sign_in()
        raise AssertionError("unreachable")

    def refuse(self, answer: Mapping[str, Any]) -> NoReturn:
        """Say what the wiki says. Raises Refused."""
        error = _of(answer, "error")
        words = plain(text_of(error.get("info"))) or text_of(error.get("code"))
        if not words:
            self._strange()
        raise Refused("{host} refuses: {message}", host=self.host, message=words[:300])

    def _sign_in(self) -> None:
        token = self._token("login")
        answer = self._ask({"action": "login", "lgname": self._user, "lgpassword": self._secret, "lgtoken": token},
                           post=True)
        login = _of(answer, "login")
        result = text_of(login.get("result"))
        if result == "Success":
            self._name = text_of(login.get("lgusername")) or self._user.partition("@")[0]
            return
        if result in ("Failed", "WrongPass", "NotExists", "WrongPluginPass", "EmptyPass", "Aborted", "NoName"):
            raise Refused("{host} does not accept this password for {user}. Make a bot password there (Special:"
                          "BotPasswords) with the rights to edit and create pages, and give its whole user name, which "
                          "has an @ in it.", host=self.host, user=self._user)
        if "error" in answer:
            self.refuse(answer)
        self._strange()

    def _token(self, kind: str) -> str:
        answer = self._ask({"action": "query", "meta": "tokens", "type": kind}, False)
        token = text_of(_of(_of(answer, "query"), "tokens").get(f"{kind}token"))
        if not token:
            self.refuse(answer)
        return token

    def _ask(self, fields: Mapping[str, str | int], post: bool, file: _File | None = None) -> Mapping[str, Any]:
        whole = {**fields, "format": "json", "formatversion": 2, "errorformat": "bc"}
        headers = {"Accept": "application/json"}
        if self._cookies:
            headers["Cookie"] = str(self._cookies)
        if file is not None:
            parts: list[tuple[str, str | _File]] = [(key, str(value)) for key, value in whole.items()]
            parts.append(("file", file))
            body, headers["Content-Type"] = encode_multipart_formdata(parts)
            call = Call(self.api, "POST", headers, body, private=True, max_bytes=_MAX_BYTES)
        elif post:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            call = Call(self.api, "POST", headers, urlencode(whole).encode(), private=True, max_bytes=_MAX_BYTES)
        else:
            call = Call(with_query(self.api, whole), "GET", headers, private=True, max_bytes=_MAX_BYTES)
        answer = self._rest.answer(call)
        self._cookies.take(answer.cookies)
        value = said(answer)
        if not isinstance(value.value, dict):
            self._strange()
        return value.fields

    def _find_api(self) -> Target:
        if "/api.php" in self._site.path:
            return parse(self._site.address.partition("/api.php")[0] + "/api.php")
        page = self._rest.page(self._site)
        found = _RSD.search(page.body[:300_000].decode("utf-8", "replace"))
        if not found:
            raise Refused("The page at {host} does not say that it is a MediaWiki: give the address of its main page, "
                          "or of its api.php.", host=self.host)
        try:
            api = parse(urljoin(page.target.address, unescape(found[1])).partition("?")[0])
        except (NetworkProblem, ValueError):
            raise Refused("{host} gives no usable address of its API.", host=self.host) from None
        if api.bare_host != self.host:
            raise Refused("{host} keeps its API at {other}. If that is yours, give https://{other}/ as the address.",
                          host=self.host, other=api.bare_host)
        if api.scheme != "https" and not is_this_machine(api.host):
            raise Refused("{host} is asked over http, where anybody on the way can read the password: give its address "
                          "with https.", host=self.host)
        return api

    def _strange(self) -> NoReturn:
        raise NetworkProblem("{host} does not answer as a MediaWiki does, so nothing can be done there.",
                             host=self.host)


def _of(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = value.get(name)
    return inner if isinstance(inner, dict) else {}
