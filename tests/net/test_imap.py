"""A mail server as it really is: secure connections, folders, and what goes wrong on the way."""

from __future__ import annotations

import email
import email.policy
import imaplib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.net.outlets import Outlets
from pkm_app.net.outlets.letter import letter, read_letter
from pkm_app.net.outlets.postbox import mail_address
from pkm_app.net.proxy import Routes
from pkm_app.share.model import PLACE_OF_PICTURE, OutletSettings, Rendered, Shown
from pkm_app.share.ports import Outlet

DRAFT = Rendered(title="Nieuws: één “vraag”\r\nBcc: x@example.org", html="<p>Woorden <b>hier</b></p><script>x</script>",
                 markdown="Woorden **hier**\n", language="nl", cut=0, plain="Woorden hier\n")


def outlet(address: str, user: str = "ann", secret: str = "secret") -> Outlet:
    return Outlets("1.2.3", routes=lambda: Routes({})).open(OutletSettings("news", "imap", address, user), secret)


@pytest.mark.server("dovecot")
def test_over_tls_with_a_certificate_that_is_trusted(
        dovecot: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"imaps://127.0.0.1:{dovecot['tls_port']}"
    with pytest.raises(NetworkProblem, match="certificate") as caught:
        outlet(address).check()
    assert caught.value.kind == "certificate"
    monkeypatch.setenv("SSL_CERT_FILE", dovecot["cert"])
    there = outlet(address)
    assert there.check() == "ann"
    assert there.create(DRAFT, f"pkm-{uuid4().hex}").status == "draft"


@pytest.mark.server("dovecot")
def test_what_stands_there_is_a_draft_with_both_parts_and_no_addressee(dovecot: dict[str, Any]) -> None:
    made = outlet(f"imap://127.0.0.1:{dovecot['port']}").create(DRAFT, f"pkm-{uuid4().hex}")
    with imaplib.IMAP4(dovecot["host"], dovecot["port"]) as connection:
        connection.login("ann", dovecot["password"])
        connection.select("Drafts", readonly=True)
        number = connection.search(None, "HEADER", "Message-ID", made.remote_id)[1][0].split()[0].decode()
        flags, data = connection.fetch(number, "(FLAGS BODY[])")[1][0]  # type: ignore[misc]
    assert b"\\Draft" in flags
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["Subject"] == "Nieuws: één “vraag” Bcc: x@example.org"
    assert (message["To"], message["Bcc"]) == (None, None)
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert "script" not in message.get_body(("html",)).get_content()
    assert message.get_body(("plain",)).get_content().strip() == "Woorden hier"


@pytest.mark.server("dovecot")
def test_pictures_are_parts_of_the_mail_and_each_goes_along_once(dovecot: dict[str, Any]) -> None:
    one = Shown("pkm-1.png", b"\x89PNG\r\n", "image/png", "Een “heg”")
    signs = f"{chr(PLACE_OF_PICTURE)} {chr(PLACE_OF_PICTURE + 1)}"
    draft = replace(DRAFT, html=f"<p>{signs}</p>", pictures=(one, one))
    there = outlet(f"imap://127.0.0.1:{dovecot['port']}")
    made = there.create(draft, f"pkm-{uuid4().hex}")
    assert made.html.count('src="cid:picture-1@pkm.invalid"') == 2
    assert 'alt="Een “heg”"' in made.html
    message = email.message_from_bytes(letter(draft, "me@example.org", "<x.1@pkm.invalid>"),
                                       policy=email.policy.default)
    parts = [part for part in message.walk() if part.get_content_maintype() == "image"]
    assert [(part["Content-ID"], part.get_content()) for part in parts] == [
        ("<picture-1@pkm.invalid>", b"\x89PNG\r\n")]
    assert there.update(made.remote_id, draft, made.version).html == made.html
    assert _marked(dovecot, made.remote_id) == 1, "the old version is gone, and not only crossed out"


def _marked(dovecot: dict[str, Any], remote_id: str) -> int:
    with imaplib.IMAP4(dovecot["host"], dovecot["port"]) as connection:
        connection.login("ann", dovecot["password"])
        connection.select("Drafts", readonly=True)
        return len(connection.uid("SEARCH", "HEADER", "Message-ID", remote_id)[1][0].split())


@pytest.mark.server("dovecot")
def test_a_mail_too_large_for_mailboxes_is_not_put_there(dovecot: dict[str, Any]) -> None:
    huge = Shown("pkm-1.png", bytes(9 << 20), "image/png", "")
    marker, there = f"pkm-{uuid4().hex}", outlet(f"imap://127.0.0.1:{dovecot['port']}")
    with pytest.raises(Refused, match="pictures smaller"):
        there.create(replace(DRAFT, html=chr(PLACE_OF_PICTURE), pictures=(huge,)), marker)
    assert there.find(marker) is None


@pytest.mark.server("dovecot")
def test_a_mailbox_without_a_folder_for_drafts(dovecot: dict[str, Any]) -> None:
    user = f"u{uuid4().hex[:6]}"
    with imaplib.IMAP4(dovecot["host"], dovecot["port"]) as connection:
        connection.login(user, dovecot["password"])
        connection.list()
    assert outlet(f"imap://127.0.0.1:{dovecot['port']}", user).check() == user


@pytest.mark.parametrize("address", ["", "http://x.example/", "imaps://", "imaps://a b/", "imap://[", "imaps://x:99999"])
def test_an_address_that_will_not_do(address: str) -> None:
    with pytest.raises(Refused):
        mail_address(address)


def test_the_usual_ports() -> None:
    assert (mail_address("mail.example.org").port, mail_address("imaps://m.example").secure) == (993, True)
    assert (mail_address("imap://m.example").port, mail_address("imap://m.example").secure) == (143, False)


@contextmanager
def saying(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that says what it likes."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            connection, _ = listening.accept()
            with connection:
                talk(connection)
        except OSError:
            pass  # the asker gave up

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"imap://127.0.0.1:{listening.getsockname()[1]}"
    listening.close()
    thread.join(10)


def _flood(connection: socket.socket) -> None:
    connection.sendall(b"* OK hello\r\n")
    connection.recv(1000)
    connection.sendall(b"* LIST (\\Drafts) \"/\" {999999999}\r\n" + b"x" * 100_000)
    connection.recv(10)


@pytest.mark.parametrize("talk", [
    lambda connection: None, lambda connection: connection.sendall(b"HTTP/1.1 400 Bad\r\n\r\n"),
    lambda connection: connection.sendall(b"* BYE go away\r\n"),
    lambda connection: connection.sendall(b"x" * 2_000_000),
    _flood,
])
def test_what_is_no_mail_server_gets_one_sentence(talk: Callable[[socket.socket], None]) -> None:
    with saying(talk) as address, pytest.raises((NetworkProblem, Refused)) as caught:
        outlet(address).check()
    assert len(str(caught.value).splitlines()) == 1
    assert "secret" not in str(caught.value).replace("secret.", "")


def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkm_app.net.outlets.imap.SECONDS", 0.3)
    closed = threading.Event()
    with saying(lambda connection: closed.wait(5) and None) as address:
        with pytest.raises(NetworkProblem) as caught:
            outlet(address).check()
        closed.set()
    assert caught.value.kind == "timeout"


def test_no_password_in_the_clear_to_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkm_app.net.outlets.postbox.is_this_machine", lambda host: False)
    heard: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        connection.sendall(b"* OK [CAPABILITY IMAP4rev1] hello\r\n")
        while data := connection.recv(1000):
            heard.append(data)
            tag = data.split()[0]
            connection.sendall(b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n")

    with saying(talk) as address, pytest.raises(Refused, match="no secure connection"):
        outlet(address, secret="hunter2").check()
    assert b"hunter2" not in b"".join(heard)


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"Subject: =?x?q?=00?=\r\n\r\n",
                                  b"Content-Type: multipart/mixed\r\n\r\n",
                                  b"Content-Type: text/html; charset=no-such\r\n\r\n<p>\xe9"])
def test_a_message_of_anybody_is_read(data: bytes) -> None:
    subject, words, mark, _ = read_letter(data)
    assert "\n" not in subject
    assert isinstance(words, str)
    assert len(mark) == 64


def test_a_message_survives_its_own_reading() -> None:
    data = letter(replace(DRAFT, title="A " * 300), "me@example.org", "<x.1@pkm.invalid>")
    assert max(map(len, data.split(b"\r\n"))) < 998
    assert read_letter(data)[0] == " ".join(["A"] * 300)
