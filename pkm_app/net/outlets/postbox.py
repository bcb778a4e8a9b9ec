"""A mail server over IMAP, asked under limits of time and size (RFC 9051, with the old RFC 3501 in mind).

The address is ``imaps://mail.example.org`` or ``imap://...``: with the second the connection is made secure before
anything is said (STARTTLS), except to this machine.
"""

from __future__ import annotations

import imaplib
import re
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import certifi

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.net.guard import is_this_machine
from pkm_app.net.target import Target
from pkm_app.net.trouble import problem_of
from pkm_app.net.unpack import TooBig

SECONDS = 60.0
MAX_BYTES = 24 * 1024 * 1024
_LIST_LINE = re.compile(rb'\((?P<flags>[^)]*)\)\s+(?:"(?:[^"\\]|\\.)*"|NIL)\s+(?P<name>.+)\Z')
_NAMED = re.compile(rb"(?:.*[./])?(?:Drafts|Concepten|Entw&APw-rfe|Brouillons)\"?\Z", re.IGNORECASE)


class _Bounded(imaplib.IMAP4):
    """Reads under one clock for everything and a cap on what is read."""

    def __init__(self, seconds: float, host: str, port: int, **more: Any) -> None:
        self._deadline = time.monotonic() + seconds  # before super: the greeting is read while the object is made
        self._left = MAX_BYTES
        super().__init__(host, port, timeout=seconds, **more)

    def read(self, size: int) -> bytes:
        if size > self._left:
            raise TooBig
        self._left -= size
        pieces: list[bytes] = []
        while size > 0:
            self._hurry()
            piece = super().read(min(size, 65536))
            if not piece:
                break
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def readline(self) -> bytes:
        self._hurry()
        return super().readline()

    def _hurry(self) -> None:
        rest = self._deadline - time.monotonic()
        if rest <= 0:
            raise TimeoutError
        if self.sock is not None:
            self.sock.settimeout(rest)


class _BoundedSecure(_Bounded, imaplib.IMAP4_SSL):
    """The same over TLS from the first byte."""


@dataclass(frozen=True, slots=True)
class MailAddress:
    """Where a mail server is."""

    host: str
    port: int
    secure: bool

    @property
    def is_here(self) -> bool:
        """Whether it is this very machine."""
        return is_this_machine(self.host)


def mail_address(address: str) -> MailAddress:
    """Take the address of a mail server apart. Raises Refused."""
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"imaps://{text}")
        scheme, host, port = parts.scheme, parts.hostname or "", parts.port
    except ValueError:
        scheme, host, port = "", "", None
    if scheme not in ("imap", "imaps") or not host or not re.fullmatch(r"[a-z0-9.:_-]{1,253}", host):
        raise Refused("“{address}” is no address of a mail server: it looks like imaps://mail.example.org.",
                      address=text.rpartition("@")[2])
    secure = scheme == "imaps"
    return MailAddress(host, port or (993 if secure else 143), secure)


@contextmanager
def signed_in(where: MailAddress, user: str, secret: str, seconds: float = SECONDS) -> Iterator[imaplib.IMAP4]:
    """Give a connection on which the person is signed in, and hang up afterwards.

    Raises Refused for a wrong password or a server without TLS; NetworkProblem for all that goes wrong on the way.
    """
    connection: _Bounded | None = None
    with told(where, seconds):
        try:
            connection = _connect(where, seconds)
            _sign_in(connection, where, user, secret)
            yield connection
        finally:
            if connection is not None:
                _leave(connection)


@contextmanager
def told(where: MailAddress, seconds: float = SECONDS) -> Iterator[None]:
    """Say in one sentence what goes wrong while talking to a mail server."""
    target = Target("https", where.host, where.port, "/")  # for the name in the sentence
    try:
        yield
    except (imaplib.IMAP4.abort, imaplib.IMAP4.error) as error:
        if isinstance(error, imaplib.IMAP4.abort) and isinstance(error.__context__, OSError):
            raise problem_of(error.__context__, target, seconds, MAX_BYTES) from None
        raise NetworkProblem("{host} does not answer as a mail server does, or broke off, so nothing is known of it. "
                             "Look there before sending again.", host=where.host) from None
    except (OSError, ValueError, TooBig) as error:
        raise problem_of(error, target, seconds, MAX_BYTES) from None


def drafts_folder(connection: imaplib.IMAP4, flag: bytes = b"\\Drafts") -> str:
    """Return the folder with a special use (RFC 6154), or one that is called so; "" where there is none."""
    _, lines = connection.list()
    named = ""
    for line in lines:
        found = _LIST_LINE.match(line if isinstance(line, bytes) else b"")
        if not found:
            continue
        name = found["name"].decode("ascii", "replace")
        if flag.lower() in found["flags"].lower().split():
            return name
        if flag == b"\\Drafts" and _NAMED.match(found["name"]) and not named:
            named = name
    return named


def answered(result: tuple[str, list[Any]], host: str) -> list[Any]:
    """Return what the server said where it said OK. Raises Refused with its own words."""
    kind, lines = result
    if kind != "OK":
        first = lines[0] if lines else b""
        words = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
        raise Refused("{host} refuses: {message}", host=host, message=re.sub(r"^\[[^\]]*\]\s*", "", words) or kind)
    return lines


def _connect(where: MailAddress, seconds: float) -> _Bounded:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    connection: _Bounded
    if where.secure:
        connection = _BoundedSecure(seconds, where.host, where.port, ssl_context=context)
    else:
        connection = _Bounded(seconds, where.host, where.port)
    if not where.secure and "STARTTLS" in connection.capabilities and not where.is_here:
        connection.starttls(context)
    elif not where.secure and not where.is_here:
        _leave(connection)
        raise Refused("{host} offers no secure connection, so the password was not sent. Ask for its address with "
                      "imaps.", host=where.host)
    return connection


def _sign_in(connection: imaplib.IMAP4, where: MailAddress, user: str, secret: str) -> None:
    try:
        if "AUTH=PLAIN" in connection.capabilities:
            connection.authenticate("PLAIN", lambda _challenge: f"\0{user}\0{secret}".encode())
        else:
            connection.login(user, secret)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        raise Refused("{host} does not accept this password for {user}. Some providers want a password made for "
                      "programs, in the settings of the account.", host=where.host, user=user) from None


def _leave(connection: imaplib.IMAP4) -> None:
    try:
        connection.logout()
    except (OSError, imaplib.IMAP4.error, TooBig):
        connection.shutdown()  # it had gone already
