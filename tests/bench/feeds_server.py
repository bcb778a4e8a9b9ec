"""A loopback server of many feeds for the bench: its own process, all of 127.0.0.0/8, validators, keep-alive.

``python -m tests.bench.feeds_server FEEDS POSTS`` prints its port and serves until its standard input closes.
"""

from __future__ import annotations

import asyncio
import hashlib
import random
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

WORDS = (  # noqa: SIM905  a list of eighty quoted words is no easier to read
    "leren werk samen kennis delen vraag team praktijk ervaring gesprek netwerk community learning social work "
    "people share sense seek question answer practice leader change organisation and the of to in that with for "
    "een het de van voor met niet ook als maar over door naar bij wordt kunnen hebben deze"
).split()
MODIFIED = "Mon, 02 Nov 2026 08:00:00 GMT"


def paragraph(chance: random.Random) -> str:
    """Return one paragraph of HTML, some 60 words with a link and emphasis."""
    words = [chance.choice(WORDS) for _ in range(60)]
    words[20] = f"<em>{words[20]}</em>"
    words[40] = f'<a href="https://example.org/{words[40]}">{words[40]}</a>'
    return f"<p>{' '.join(words)}.</p>"


def feed(number: int, posts: int) -> bytes:
    """Return an RSS 2.0 feed as WordPress writes them: a summary, and the whole post of 4-6 paragraphs."""
    chance = random.Random(number)
    first = datetime(2026, 11, 1, tzinfo=UTC)
    items = []
    for post in range(posts):
        body = "\n".join(paragraph(chance) for _ in range(chance.randint(4, 6)))
        when = format_datetime(first - timedelta(hours=7 * post + number % 5))
        items.append(
            f"<item><title>Post {post} of feed {number}</title><link>https://example.org/{number}/{post}</link>"
            f"<dc:creator><![CDATA[Author {number}]]></dc:creator><pubDate>{when}</pubDate>"
            f"<category><![CDATA[leren]]></category><guid isPermaLink=\"false\">{number}-{post}</guid>"
            f"<description><![CDATA[{paragraph(chance)}]]></description>"
            f"<content:encoded><![CDATA[{body}]]></content:encoded></item>")
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Feed {number}</title><link>https://example.org/{number}</link>"
        f"<description>Bench</description><language>nl</language>{''.join(items)}</channel></rss>"
    ).encode()


class Server:
    """Answers GET /N.xml, with 304 to those who have it."""

    def __init__(self, feeds: int, posts: int) -> None:
        self._bodies = [feed(number, posts) for number in range(feeds)]
        self._tags = [f'"{hashlib.sha1(body).hexdigest()}"' for body in self._bodies]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                writer.write(self._answer(head))
                await writer.drain()
                if "\nconnection: close" in head.lower():
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has what it wanted
        finally:
            writer.close()

    def _answer(self, head: str) -> bytes:
        line, *lines = head.split("\r\n")
        headers = {name.strip().lower(): value.strip() for name, _, value in (item.partition(":") for item in lines)}
        name = line.split()[1].rsplit("/", 1)[-1].removesuffix(".xml")
        if not name.isdigit() or int(name) >= len(self._bodies):
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        number = int(name)
        shared = f"ETag: {self._tags[number]}\r\nLast-Modified: {MODIFIED}\r\n"
        if headers.get("if-none-match") == self._tags[number]:
            return f"HTTP/1.1 304 Not Modified\r\n{shared}\r\n".encode()
        body = self._bodies[number]
        return (f"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=UTF-8\r\n"
                f"Content-Length: {len(body)}\r\n{shared}\r\n").encode() + body


async def main() -> None:
    """Serve until standard input closes."""
    server = Server(int(sys.argv[1]), int(sys.argv[2]))
    listening = await asyncio.start_server(server.serve, "0.0.0.0", 0, backlog=1024)
    print(listening.sockets[0].getsockname()[1], flush=True)
    async with listening:
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
