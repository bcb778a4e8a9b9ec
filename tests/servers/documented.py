"""Servers that cannot be had here, as their documents describe them: Ghost, Confluence Cloud, a Micropub site.

Each keeps posts, checks credentials as it should, and refuses what its documents say it refuses. ``break_off``
names a method whose next request is carried out and then cut off without an answer; ``deny`` takes the right to write.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from base64 import b64encode, urlsafe_b64decode
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.servers.loopback import Answer, HangUp, Loopback, Seen, Talk, reply

Given = tuple[str, Mapping[str, Any] | None, dict[str, str]]


class Documented:
    """What the three have in common: a server on loopback, and posts with a count of changes."""

    def __init__(self) -> None:
        self.posts: dict[str, dict[str, Any]] = {}
        self.files: list[bytes] = []  # as they were sent, in their forms
        self.changes = 0
        self.break_off = ""
        self.denied = False
        self.server = Loopback(pages={"*": self._serve})
        self.secret = "right"

    @property
    def url(self) -> str:
        return self.server.address("/")

    def close(self) -> None:
        self.server.close()

    def answer(self, seen: Seen, path: str, query: dict[str, str], body: Any) -> Given:
        """(status, JSON or None, more headers)."""
        raise NotImplementedError

    def forbidden(self) -> Given:
        """What is said to who may not write."""
        raise NotImplementedError

    def deny(self, denied: bool) -> None:
        self.denied = denied

    def page(self, seen: Seen) -> Answer | None:
        """An answer that is not of the API."""
        return None

    def stamp(self) -> str:
        self.changes += 1
        return f"2026-11-20T10:00:{self.changes // 1000 % 60:02d}.{self.changes % 1000:03d}Z"

    def _serve(self, talk: Talk, seen: Seen) -> None:
        page = self.page(seen)
        if page is not None:
            page(talk, seen)
            return
        parts = urlsplit(seen.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        kind = seen.headers.get("content-type", "")
        body: Any = seen.body if kind.startswith("multipart/") else json.loads(seen.body) if seen.body else None
        status, value, headers = self.answer(seen, unquote(parts.path), query, body)
        if self.break_off == seen.method:
            self.break_off = ""
            raise HangUp
        data = b"" if value is None else json.dumps(value).encode()
        reply(data, status, content_type="application/json", **headers)(talk, seen)


class GhostSite(Documented):
    """https://docs.ghost.org/admin-api: JWT of the key, posts as drafts, 409 for a version that is not the latest."""

    def __init__(self) -> None:
        super().__init__()
        self.key_id, self._hex = "5f0c0ffee5f0c0ffee5f0c0f", "ab" * 32
        self.secret = f"{self.key_id}:{self._hex}"

    def answer(self, seen: Seen, path: str, query: dict[str, str], body: Any) -> Given:
        parts = path.removeprefix("/ghost/api/admin/").strip("/").split("/")
        if parts == ["site"]:
            return "200 OK", {"site": {"title": "Ghost"}}, {}
        if not self._allowed(seen.headers.get("authorization", "")):
            return "401 Unauthorized", {"errors": [{"message": "Invalid token"}]}, {}
        if parts == ["images", "upload"] and isinstance(body, bytes):
            if self.denied:
                return self.forbidden()
            self.files.append(body)
            name = re.search(rb'filename="([^"]+)"', body)
            assert name is not None
            return "201 Created", {"images": [{"url": f"{self.url}content/images/{name[1].decode()}", "ref": None}]}, {}
        if parts[0] != "posts":
            return _ghost_error("404 Not Found", "Resource not found")
        number = parts[1] if len(parts) > 1 else ""
        if number and number not in self.posts:
            return _ghost_error("404 Not Found", "Post not found.")
        if seen.method == "GET":
            wanted = [self.posts[number]] if number else self._listed(query)
            return "200 OK", {"posts": wanted}, {}
        if self.denied:
            return self.forbidden()
        given = body["posts"][0]
        if seen.method == "POST":
            number = hashlib.sha256(str(self.changes).encode()).hexdigest()[:24]
            self.posts[number] = {"id": number, "url": f"{self.url}p/{number}/", "status": "published"}
            status = "201 Created"
        else:
            if given["updated_at"] != self.posts[number]["updated_at"]:
                return _ghost_error("409 Conflict", "Saving failed! Someone else is editing this post.")
            status = "200 OK"
        # Ghost makes cards of the HTML and HTML of the cards again
        html = given["html"].replace("<table>", "<!--kg-card-begin: html-->\n<table>")
        html = re.sub(r"(?<=>)\n+(?=<)", "", html)
        self.posts[number] |= {**given, "html": html, "updated_at": self.stamp()}
        return status, {"posts": [self.posts[number]]}, {}

    def forbidden(self) -> Given:
        said = {"message": "Permission error, cannot edit post.", "type": "NoPermissionError",
                "context": "You do not have permission to perform this request."}
        return "403 Forbidden", {"errors": [said]}, {}

    def edit(self, number: str, html: str) -> None:
        self.posts[number] |= {"html": html, "updated_at": self.stamp()}

    def publish(self, number: str) -> None:
        self.posts[number] |= {"status": "published", "updated_at": self.stamp()}

    def trash(self, number: str) -> None:
        del self.posts[number]

    def _listed(self, query: dict[str, str]) -> list[dict[str, Any]]:
        slug = query.get("filter", "").removeprefix("slug:").strip("'")
        return [post for post in self.posts.values() if post.get("slug") == slug] if slug else []

    def _allowed(self, header: str) -> bool:
        kind, _, token = header.partition(" ")
        pieces = token.split(".")
        if kind != "Ghost" or len(pieces) != 3:
            return False
        head, claims = (json.loads(_unpacked(piece)) for piece in pieces[:2])
        mark = hmac.new(bytes.fromhex(self._hex), ".".join(pieces[:2]).encode(), hashlib.sha256).digest()
        good = hmac.compare_digest(mark, _unpacked(pieces[2]))
        return good and (head["alg"], head["kid"], claims["aud"]) == ("HS256", self.key_id, "/admin/") and (
            0 < claims["exp"] - claims["iat"] <= 300)


class ConfluenceSite(Documented):
    """Confluence Cloud REST v2: drafts by their number only, always of version 1, storage format well-formed."""

    def answer(self, seen: Seen, path: str, query: dict[str, str], body: Any) -> Given:
        token = b64encode(f"me@example.org:{self.secret}".encode()).decode()
        if seen.headers.get("authorization") != f"Basic {token}":
            return "401 Unauthorized", {"message": "Unauthorized"}, {}
        parts = path.removeprefix("/wiki/api/v2/").split("/")
        if parts == ["spaces"]:
            found = [{"id": "42", "key": "TEAM", "name": "Team"}] if query.get("keys") == "TEAM" else []
            return "200 OK", {"results": found}, {}
        number = parts[1] if len(parts) > 1 else ""
        if number and number not in self.posts:
            return "404 Not Found", {"errors": [{"status": 404, "title": "Not Found"}]}, {}
        if seen.method == "GET":
            return "200 OK", self.posts[number], {}
        if self.denied:
            return self.forbidden()
        _well_formed(body["body"]["value"])
        if seen.method == "POST":
            assert body["spaceId"] == "42"
            number = str(1000 + self.changes)
        elif body["status"] == "draft" and body["version"]["number"] != 1:
            return "400 Bad Request", {"errors": [{"title": "Version number of a draft must be 1"}]}, {}
        self._put(number, body["title"], body["body"]["value"], body.get("status", "current"))
        return "200 OK", self.posts[number], {}

    def forbidden(self) -> Given:
        return "403 Forbidden", {"errors": [{"status": 403, "code": "FORBIDDEN", "title": "Forbidden"}]}, {}

    def edit(self, number: str, html: str) -> None:
        self._put(number, self.posts[number]["title"], html, self.posts[number]["status"])

    def publish(self, number: str) -> None:
        self._put(number, self.posts[number]["title"], self.posts[number]["body"]["storage"]["value"], "current")

    def trash(self, number: str) -> None:
        self.posts[number]["status"] = "trashed"

    def _put(self, number: str, title: str, html: str, status: str) -> None:
        self.posts[number] = {
            "id": number, "title": title, "status": status, "version": {"number": 1, "createdAt": self.stamp()},
            "body": {"storage": {"representation": "storage", "value": html}}, "_links": {"webui": f"/pages/{number}"}}


class MicropubSite(Documented):
    """https://www.w3.org/TR/micropub/ with post-status; ``config`` is what the site says of itself."""

    def __init__(self) -> None:
        super().__init__()
        self.config: dict[str, Any] = {"post-status": ["published", "draft"]}
        self.obeys = True

    def page(self, seen: Seen) -> Answer | None:
        if seen.path == "/":
            return reply(b"<html><head><link rel='micropub' href='/micropub'></head>", content_type="text/html")
        return None

    def answer(self, seen: Seen, path: str, query: dict[str, str], body: Any) -> Given:
        if seen.headers.get("authorization") != f"Bearer {self.secret}":
            return "401 Unauthorized", {"error": "unauthorized"}, {}
        if query.get("q") == "config":
            return "200 OK", self.config, {}
        if path == "/media" and isinstance(body, bytes):
            self.files.append(body)
            return "201 Created", None, {"location": f"{self.url}files/{len(self.files)}.png"}
        url = query.get("url", "") if seen.method == "GET" else body.get("url", "")
        if url and url not in self.posts:
            return "400 Bad Request", {"error": "invalid_request", "error_description": "There is no such post."}, {}
        if seen.method == "GET":
            return "200 OK", {"properties": self.posts[url]}, {}
        if self.denied:
            return self.forbidden()
        if body.get("action") == "update":
            self.posts[url] |= body["replace"]
            return "204 No Content", None, {}
        url = f"{self.url}posts/{len(self.posts)}"
        self.posts[url] = dict(body["properties"])
        if not self.obeys:
            self.posts[url]["post-status"] = ["published"]
        return "201 Created", None, {"location": url}

    def forbidden(self) -> Given:
        return "403 Forbidden", {"error": "forbidden", "error_description": "You may not do this."}, {}

    def edit(self, url: str, html: str) -> None:
        self.posts[url]["content"] = [{"html": html}]

    def publish(self, url: str) -> None:
        self.posts[url]["post-status"] = ["published"]

    def trash(self, url: str) -> None:
        self.posts[url]["deleted"] = ["true"]


def _ghost_error(status: str, message: str) -> Given:
    return status, {"errors": [{"message": message, "context": None, "type": "Error"}]}, {}


def _unpacked(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _well_formed(value: str) -> None:
    from lxml import etree

    etree.fromstring(f"<body>{value}</body>")

