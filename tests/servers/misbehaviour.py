"""Fifteen and more ways in which a server can misbehave. Each ends by itself after a while, with something a
careless client would take for an answer."""

from __future__ import annotations

import gzip
import zlib

from tests.servers.loopback import Answer, HangUp, Seen, Talk, raw, redirect, reply

MB = 1024 * 1024
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
FEED = b"<rss version='2.0'><channel><title>Fine</title></channel></rss>"
STEP = 0.05  # seconds between the drops of what drips


def gzip_bomb(megabytes: int) -> Answer:
    """A few kilobytes that unpack to very many."""
    packer = zlib.compressobj(9, wbits=31)
    piece = b"\0" * MB
    packed = b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()
    return reply(packed, content_encoding="gzip")


def endless_body(megabytes: int) -> Answer:
    """No length told, and it goes on."""

    def answer(talk: Talk, _seen: Seen) -> None:
        talk.send(OK + b"\r\n")
        for _ in range(megabytes):
            talk.send(b"x" * MB)
        raise HangUp

    return answer


def endless_chunks(megabytes: int) -> Answer:
    """The same in chunks."""

    def answer(talk: Talk, _seen: Seen) -> None:
        talk.send(CHUNKED)
        for _ in range(megabytes):
            talk.send(b"100000\r\n" + b"x" * MB + b"\r\n")
        talk.send(b"0\r\n\r\n")

    return answer


def drip(before: bytes, dripping: bytes, after: bytes = b"") -> Answer:
    """A drop now and then: no single wait is long, all of them together are."""

    def answer(talk: Talk, _seen: Seen) -> None:
        talk.send(before)
        for index in range(len(dripping)):
            talk.send(dripping[index:index + 1])
            talk.pause(STEP)
        talk.send(after)
        raise HangUp

    return answer


def silence(talk: Talk, _seen: Seen) -> None:
    """Take the request and say nothing."""
    talk.until_hung_up()
    raise HangUp


def continues(talk: Talk, _seen: Seen) -> None:
    """Interim answers without end."""
    for _ in range(200):
        talk.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        talk.pause(STEP)
    talk.send(OK + b"Content-Length: 2\r\n\r\nok")


def twice_packed() -> Answer:
    """A bomb in a bomb: two layers of packing."""
    return reply(gzip.compress(gzip.compress(FEED)), content_encoding="gzip, gzip")


def hidden_second_answer(talk: Talk, _seen: Seen) -> None:
    """More than the length says: the rest would be taken for the answer to the next question."""
    talk.send(OK + b"Content-Length: 4\r\n\r\nfine" + OK + b"Content-Length: 6\r\n\r\npoison")


# name -> (answer, kind of the problem). The limit in the tests is one megabyte and the clock a second or less.
BAD: dict[str, tuple[Answer, str]] = {
    "gzip bomb": (gzip_bomb(40), "too-big"),
    "endless body": (endless_body(40), "too-big"),
    "endless chunks": (endless_chunks(40), "too-big"),
    "length beyond the limit": (raw(OK + b"Content-Length: 99999999999\r\n\r\n" + FEED), "too-big"),
    "body that drips": (drip(OK + b"\r\n", FEED * 4), "timeout"),
    "chunk that drips": (drip(CHUNKED + b"c8\r\n", b"x" * 200, b"\r\n0\r\n\r\n"), "timeout"),
    "headers that drip": (drip(b"HTTP/1.1 200 OK\r\nX-A: ", b"x" * 200, b"\r\nContent-Length: 2\r\n\r\nok"), "timeout"),
    "status that drips": (drip(b"", b"HTTP/1.1 200 OK" + b" " * 200, b"\r\nContent-Length: 2\r\n\r\nok"), "timeout"),
    "trailers that drip": (drip(CHUNKED + b"2\r\nok\r\n0\r\n", b"X-A: b\r\n" * 40, b"\r\n"), "timeout"),
    "never answers": (silence, "timeout"),
    "interim answers without end": (continues, "timeout"),
    "flood of headers": (raw(OK + b"".join(b"X-%d: y\r\n" % n for n in range(5000)) + b"\r\nok"), "broken"),
    "one endless header": (raw(OK + b"X-Long: " + b"y" * MB + b"\r\n\r\nok"), "broken"),
    "body shorter than its length": (raw(OK + b"Content-Length: 1000\r\n\r\n" + FEED), "broken"),
    "chunks cut off": (raw(CHUNKED + b"ff\r\nshort"), "broken"),
    "chunk without a number": (raw(CHUNKED + b"zz\r\nok\r\n0\r\n\r\n"), "broken"),
    "two lengths": (raw(OK + b"Content-Length: 2\r\nContent-Length: 5\r\n\r\nokokok"), "broken"),
    "packed twice": (twice_packed(), "broken"),
    "a packing nobody asked for": (reply(b"\x0b\x02\x80ok\x03", content_encoding="br"), "broken"),
    "gzip that is none": (reply(FEED, content_encoding="gzip"), "broken"),
    "gzip cut off": (reply(gzip.compress(FEED * 50)[:-20], content_encoding="gzip"), "broken"),
    "no HTTP at all": (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), "broken"),
    "nothing but a farewell": (raw(b""), "broken"),
    "redirect to itself": (redirect("/"), "broken"),
    "redirect to a file": (redirect("file:///etc/passwd"), "not-allowed"),
    "redirect to ftp": (redirect("ftp://127.0.0.1/x"), "not-allowed"),
    "redirect to data": (redirect("data:text/plain,ok"), "not-allowed"),
    "redirect to nonsense": (redirect("http://["), "not-allowed"),
}
