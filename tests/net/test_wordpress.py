"""WordPress as it really is: what it runs, whom it lets in, and what happens when an answer gets lost."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.net.outlets import Outlets
from pkm_app.net.outlets.inert import letters
from pkm_app.net.proxy import Routes
from pkm_app.share.fate import fate_of, state_of
from pkm_app.share.model import OutletSettings, Rendered
from pkm_app.share.ports import Outlet
from tests.contracts.houses import as_admin
from tests.servers.loopback import HangUp, Loopback, Seen, Talk, redirect, reply

Serve = Callable[..., Loopback]
DRAFT = Rendered(title="T", html="<p>Words</p>", markdown="", language="en", cut=0)


@pytest.fixture
def maker() -> Iterator[Outlets]:
    one = Outlets("1.2.3", routes=lambda: Routes({}))
    yield one
    one.close()


def outlet(maker: Outlets, address: str, user: str = "writer", secret: str = "x") -> Outlet:
    return maker.open(OutletSettings("blog", "wordpress", address, user), secret)


def ours(maker: Outlets, site: dict[str, Any], user: str = "writer") -> Outlet:
    return outlet(maker, site["url"], user, site["users"][user]["app_password"])


def shown(site: dict[str, Any], number: str) -> str:
    """The post as a reader would see it, after everything WordPress does to it."""
    return str(as_admin(site, "GET", f"posts/{number}?context=edit")["content"]["rendered"])


@pytest.mark.server
@pytest.mark.parametrize("user", ["writer", "admin"])
def test_trap_23_what_was_quoted_does_not_run(maker: Outlets, wordpress: dict[str, Any], user: str) -> None:
    words = ('[gallery ids="1,2"] [[gallery]] [embed]https://www.youtube.com/watch?v=dQw4w9WgXcQ[/embed] '
             "[caption]x[/caption] &#91;gallery&#93; &amp;lt; <!--more--> &lt;!--nextpage--&gt; https://youtu.be/abc")
    html = (f"<p>{words}</p>\n<p>https://example.org/tune.mp3</p>\n<ul>\n<li>\nhttps://example.org/film.mp4\n</li></ul>"
            "https://example.org/tune.ogg\n"
            '<p><a href="https://example.org/?a[]=1&amp;b=2" title="[gallery]">[audio src="x.mp3"]</a></p>')
    draft = replace(DRAFT, html=html, excerpt="[gallery] & <b>")
    made = ours(maker, wordpress, user).create(draft, f"pkm-{uuid4().hex}")
    page = shown(wordpress, made.remote_id)
    assert "iframe" not in page
    assert "<audio" not in page  # what WordPress makes of such an address without asking anybody
    assert "<video" not in page
    assert "class=\"gallery" not in page.replace("'", '"')
    assert "wp-caption" not in page
    assert letters(html) == letters(page)
    assert "[gallery ids=" in unescape(page)
    assert 'href="https://example.org/?a[]=1&b=2"' in unescape(page)


@pytest.mark.server
@pytest.mark.parametrize("user", ["writer", "admin"])
def test_trap_24_content_is_cleaned_before_it_is_sent(maker: Outlets, wordpress: dict[str, Any], user: str) -> None:
    """An administrator may store scripts, so WordPress alone would keep them."""
    html = ("<p onclick='x()'>Words<script>alert(1)</script></p><style>p{}</style><iframe src='https://x.org'></iframe>"
            "<a href='javascript:alert(1)'>link</a><img src='https://example.org/a.png' alt='A picture' onerror='x()'>")
    made = ours(maker, wordpress, user).create(replace(DRAFT, html=html), f"pkm-{uuid4().hex}")
    for bad in ("script", "alert", "onclick", "onerror", "iframe", "<style"):
        assert bad not in made.html
    assert 'src="https://example.org/a.png"' in made.html


@pytest.mark.server
def test_lines_and_blocks_stay_what_they_are(maker: Outlets, wordpress: dict[str, Any]) -> None:
    html = ("<p>One line\nand the next <em>of</em>\n<strong>it</strong></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
            "<pre><code>first\n  second\n\nfourth</code></pre>\n<blockquote>\n<p>Quoted\nwords</p>\n</blockquote>")
    page = shown(wordpress, ours(maker, wordpress).create(replace(DRAFT, html=html), f"pkm-{uuid4().hex}").remote_id)
    assert "<br" not in page
    assert "first\n  second\n\nfourth" in page
    assert letters(page) == letters(html)
    assert page.count("<p>") == 2


@pytest.mark.server
@pytest.mark.parametrize("user", ["writer", "contributor"])
def test_tags_are_used_again_or_made(maker: Outlets, wordpress: dict[str, Any], user: str) -> None:
    fresh = f"tag {uuid4().hex[:8]} & more"
    draft = replace(DRAFT, tags=("pkm", fresh, "PKM", "ünïcode – 标签"))
    one = ours(maker, wordpress, user).create(draft, f"pkm-{uuid4().hex}")
    two = ours(maker, wordpress, user).create(draft, f"pkm-{uuid4().hex}")
    tags = [as_admin(wordpress, "GET", f"posts/{made.remote_id}?context=edit")["tags"] for made in (one, two)]
    assert tags[0] == tags[1]
    assert len(tags[0]) == 3


@pytest.mark.server
def test_trap_24_a_lost_answer_makes_no_second_draft(
        maker: Outlets, wordpress: dict[str, Any], serve: Serve) -> None:
    """The server carries it out, and its answer never arrives: the marker tells."""
    marker = f"pkm-{uuid4().hex}"
    target = urlsplit(wordpress["url"])
    lost = []

    def between(talk: Talk, seen: Seen) -> None:
        answer = talk.ask(str(target.hostname), target.port or 80, seen)
        if seen.method == "POST" and seen.path.startswith("/wp-json/wp/v2/posts"):
            lost.append(seen.path)
            raise HangUp
        talk.send(answer)
        raise HangUp

    middle = serve({"*": between, "/": reply(b"", link='</wp-json/>; rel="https://api.w.org/"')})
    secret = wordpress["users"]["writer"]["app_password"]
    cut_off = outlet(maker, middle.address(), "writer", secret)
    with pytest.raises(NetworkProblem):
        cut_off.create(DRAFT, marker)
    assert len(lost) == 1  # it was not quietly asked again
    found = cut_off.find(marker)
    assert found is not None
    assert found.title == "T"
    assert len(as_admin(wordpress, "GET", f"posts?slug={marker},{marker}-2&status=draft&context=edit")) == 1


@pytest.mark.server
def test_over_http_in_production_it_says_so(maker: Outlets, start_wordpress: Callable[..., Any]) -> None:
    with start_wordpress("--env", "production", "--posts", "0") as site, pytest.raises(Refused, match="over http"):
        ours(maker, site).check()


@pytest.mark.server
@pytest.mark.parametrize("path", ["", "/", "/wp-json", "/wp-json/", "/wp-json/wp/v2/posts", "/?rest_route=/", "/feed/"])
def test_any_address_of_the_site_will_do(maker: Outlets, wordpress: dict[str, Any], path: str) -> None:
    secret = wordpress["users"]["writer"]["app_password"]
    assert outlet(maker, wordpress["url"] + path, "writer", secret).check() == "Writer"
    assert outlet(maker, wordpress["url"] + path, "writer", secret.replace(" ", "")).check() == "Writer"


@pytest.mark.server
def test_the_password_for_logging_in_is_told_apart(maker: Outlets, wordpress: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="application password"):
        outlet(maker, wordpress["url"], "writer", wordpress["users"]["writer"]["password"]).check()


@pytest.mark.parametrize("address", [
    "http://example.org/", "http://192.168.1.5/", "http://localhost.example/", "ftp://example.org", "https://", "a b",
    "https://me:hunter2@", "http://me:hunter2@example.org/",
])
def test_an_address_that_will_not_do(maker: Outlets, address: str) -> None:
    with pytest.raises(Refused) as caught:
        outlet(maker, address)
    assert "hunter2" not in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_trap_25_the_password_goes_to_no_other_place(maker: Outlets, serve: Serve) -> None:
    thief = serve({"*": reply(b"{}", content_type="application/json")}, host="127.0.0.2")
    link = f'<{thief.address("/wp-json/")}>; rel="https://api.w.org/"'
    named = serve({"/": reply(b"", link=link)})
    with pytest.raises(Refused, match=r"127\.0\.0\.2"):
        outlet(maker, named.address(), secret="hunter2").check()
    moved = serve({"/wp-json/wp/v2/users/me": redirect(thief.address())})
    with pytest.raises(NetworkProblem, match=r"127\.0\.0\.2"):
        outlet(maker, moved.address("/wp-json/"), secret="hunter2").check()
    assert thief.seen == []
    assert "authorization" not in named.seen[0].headers
    assert b64decode(moved.seen[0].headers["authorization"].removeprefix("Basic ")) == b"writer:hunter2"


@pytest.mark.parametrize("answer", [
    reply(b"<html>no", content_type="text/html"), reply(b"[3]"), reply(b"[" * 100_000), reply(b"null"),
    reply(b'{"capabilities": 3}'), reply(b"<html>no", "404 Not Found"), reply(b"{}", "403 Forbidden"),
    reply(b'{"code": 5, "message": ["x"]}', "400 Bad"), reply(b"", "500 Oops"), reply(b"", "429 Slow", retry_after="9"),
    redirect("/wp-json/elsewhere"), reply(b"\xff\xfe"),
    reply(b'{"code": "x", "message": "<b>no</b>\\n\\u0007"}', "400 B"),
])
def test_what_is_no_wordpress_gets_one_sentence(maker: Outlets, serve: Serve, answer: Any) -> None:
    server = serve({"*": answer})
    ours_ = outlet(maker, server.address("/wp-json/"))
    for ask in (ours_.check, lambda: ours_.find("pkm-1"), lambda: ours_.create(DRAFT, "pkm-1")):
        assert sentence(ask)


def sentence(ask: Callable[[], object]) -> str:
    with pytest.raises((Refused, NetworkProblem)) as caught:
        ask()
    assert len(str(caught.value).splitlines()) == 1
    assert "\x07" not in str(caught.value)
    return str(caught.value)


def test_a_site_without_wordpress(maker: Outlets, serve: Serve) -> None:
    server = serve({"/": reply(b"<html>Hello", content_type="text/html")})
    with pytest.raises(Refused, match="does not say"):
        outlet(maker, server.address()).check()
    with pytest.raises(Refused, match="404"):
        outlet(maker, server.address("/x")).check()
    with pytest.raises(NetworkProblem, match="refused"):
        outlet(maker, "http://127.0.0.1:9/").check()


@pytest.mark.parametrize("kind", ["wordpress", "mediawiki", "micropub"])
@pytest.mark.parametrize("status", ["500 Oops", "503 Gone fishing", "429 Slow down"])
def test_a_site_that_is_out_of_order_is_to_be_tried_later(
        maker: Outlets, serve: Serve, kind: str, status: str) -> None:
    """As a WordPress whose database is down answers: its page says nothing of what it is."""
    server = serve({"*": reply(b"<html>Error establishing a database connection", status, content_type="text/html")})
    there = maker.open(OutletSettings("blog", kind, server.address(), "writer"), "x")
    with pytest.raises(NetworkProblem, match=f"({status[:3]}).*try again later"):
        there.check()


def test_the_api_named_in_the_page_itself(maker: Outlets, serve: Serve) -> None:
    page = b"<head><link rel='https://api.w.org/' href='/blog/wp-json/' /></head>"
    me = json.dumps({"name": "Me", "capabilities": {"edit_posts": True}}).encode()
    server = serve({"/": reply(page), "/blog/wp-json/wp/v2/users/me": reply(me)})
    assert outlet(maker, server.address()).check() == "Me"


@pytest.mark.server
def test_a_reader_of_the_site_may_not_write_there(maker: Outlets, wordpress: dict[str, Any]) -> None:
    name = f"reader{uuid4().hex[:8]}"
    made = as_admin(wordpress, "POST", "users", {"username": name, "email": f"{name}@example.org",
                                                 "password": uuid4().hex, "roles": ["subscriber"]})
    secret = as_admin(wordpress, "POST", f"users/{made['id']}/application-passwords", {"name": name})["password"]
    there, marker = outlet(maker, wordpress["url"], name, secret), f"pkm-{uuid4().hex}"
    assert "contributor" in sentence(there.check)
    assert "may not do this" in sentence(lambda: there.create(DRAFT, marker))
    assert ours(maker, wordpress).find(marker) is None


def test_a_user_who_may_not_write_is_told_so(maker: Outlets, serve: Serve) -> None:
    me = json.dumps({"name": "Me", "capabilities": {"read": True}}).encode()
    server = serve({"*": reply(me)})
    with pytest.raises(Refused, match="contributor"):
        outlet(maker, server.address("/wp-json/")).check()


@pytest.mark.server
def test_categories_are_used_again_or_made_by_who_may(maker: Outlets, wordpress: dict[str, Any]) -> None:
    fresh = f"Leren {uuid4().hex[:6]}"
    asked = ours(maker, wordpress).create(replace(DRAFT, categories=(fresh,)), f"pkm-{uuid4().hex}")
    made = ours(maker, wordpress, "admin").create(replace(DRAFT, categories=(fresh,)), f"pkm-{uuid4().hex}")
    used = ours(maker, wordpress).create(replace(DRAFT, categories=(fresh.upper(),)), f"pkm-{uuid4().hex}")
    of = [as_admin(wordpress, "GET", f"posts/{one.remote_id}?context=edit")["categories"]
          for one in (asked, made, used)]
    assert of[1] == of[2]
    assert of[0] != of[1], "an author makes no category; the draft is placed all the same"


@pytest.mark.server
@pytest.mark.parametrize(("change", "state", "due"), [
    ({"status": "future", "date_gmt": "2037-01-03T09:00:00"}, "scheduled", "2037-01-03T09:00:00+00:00"),
    ({"status": "private"}, "private", ""), ({"status": "pending"}, "pending", ""),
    ({"status": "publish", "password": "sesame"}, "protected", ""), ({"status": "publish"}, "", "")])
def test_only_what_everybody_can_read_is_published(
        maker: Outlets, wordpress: dict[str, Any], change: dict[str, str], state: str, due: str) -> None:
    there = ours(maker, wordpress)
    made = there.create(DRAFT, f"pkm-{uuid4().hex}")
    as_admin(wordpress, "POST", f"posts/{made.remote_id}", change)
    found = there.get(made.remote_id)
    assert found is not None
    assert (fate_of(found), state_of(found), found.due) == ("placed" if state else "published", state, due)
