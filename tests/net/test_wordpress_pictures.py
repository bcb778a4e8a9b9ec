"""Pictures in a real WordPress: placed once, described, known again, and their words where they may not be placed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from PIL import Image

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.outlets import Outlets
from pkm_app.net.proxy import Routes
from pkm_app.share.model import PLACE_OF_PICTURE, OutletSettings, Shown
from pkm_app.share.publish import marker_of, send
from tests.contracts.houses import as_admin
from tests.fakes.share import DictJournal
from tests.net.test_wordpress import DRAFT, Serve, ours
from tests.servers.loopback import HangUp, Seen, Talk


@pytest.fixture
def maker() -> Iterator[Outlets]:
    one = Outlets("1.2.3", routes=lambda: Routes({}))
    yield one
    one.close()


def picture(colour: str) -> Shown:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "JPEG")
    return Shown(f"pkm-{uuid4().hex[:20]}.jpg", out.getvalue(), "image/jpeg", "A hedge & “green”")


@pytest.mark.server
def test_pictures_stand_in_the_post_and_are_placed_once(maker: Outlets, wordpress: dict[str, Any]) -> None:
    inline, cover = picture("green"), picture("blue")
    html = f"<p>Before.</p><p>{chr(PLACE_OF_PICTURE)}</p><p>After.</p>"
    draft = replace(DRAFT, html=html, pictures=(inline, cover), featured=1)
    blog = ours(maker, wordpress)
    made = blog.create(draft, f"pkm-{uuid4().hex}")
    assert made.lost == 0
    post = as_admin(wordpress, "GET", f"posts/{made.remote_id}?context=edit")
    media = as_admin(wordpress, "GET", f"media?slug={inline.name[:-4]}")
    assert [one["alt_text"] for one in media] == [inline.alt]
    assert media[0]["source_url"] in post["content"]["raw"]
    assert "A hedge &amp; “green”" in post["content"]["raw"]
    assert post["featured_media"] == as_admin(wordpress, "GET", f"media?slug={cover.name[:-4]}")[0]["id"]
    assert made.imprint == blog.imprint(draft)
    again = blog.update(made.remote_id, replace(draft, html=html + "<p>More.</p>"), made.version)
    assert len(as_admin(wordpress, "GET", f"media?slug={inline.name[:-4]}")) == 1
    assert "More." in again.html
    assert media[0]["source_url"] in again.html


@pytest.mark.server
def test_who_may_not_place_pictures_gets_a_draft_with_their_words(maker: Outlets, wordpress: dict[str, Any]) -> None:
    draft = replace(DRAFT, html=f"<p>Before {chr(PLACE_OF_PICTURE)} after.</p>", pictures=(picture("red"),), featured=0)
    made = ours(maker, wordpress, "contributor").create(draft, f"pkm-{uuid4().hex}")
    assert made.lost == 1
    assert "<img" not in made.html
    assert "<em>A hedge &amp; “green”</em>" in made.html
    assert as_admin(wordpress, "GET", f"posts/{made.remote_id}?context=edit")["featured_media"] == 0


@pytest.mark.server
@pytest.mark.parametrize("user", ["writer", "contributor"])
def test_trap_24_a_lost_answer_is_known_again_whether_pictures_may_be_placed_or_not(
        maker: Outlets, wordpress: dict[str, Any], serve: Serve, user: str) -> None:
    """What stands there differs by what the user may; it is one draft, ours, and said again what is missing in it."""
    target = urlsplit(wordpress["url"])
    losing = [True]

    def between(talk: Talk, seen: Seen) -> None:
        answer = talk.ask(str(target.hostname), target.port or 80, seen)
        if losing[0] and seen.method == "POST" and seen.path.startswith("/wp-json/wp/v2/posts"):
            raise HangUp
        talk.send(answer)
        raise HangUp

    middle = serve({"*": between})
    settings = OutletSettings("blog", "wordpress", middle.address("/wp-json/"), user)
    there = maker.open(settings, wordpress["users"][user]["app_password"])
    one = picture("green")
    draft = replace(DRAFT, html=f"<p>Before {chr(PLACE_OF_PICTURE)} after.</p>", pictures=(one,))
    journal, draft_id = DictJournal(), uuid4().hex[:16]
    with pytest.raises(NetworkProblem):
        send(draft, draft_id, settings, there, journal)
    losing[0] = False
    done, _ = send(draft, draft_id, settings, there, journal)
    assert (done.action, done.lost) == ("unchanged", 0 if user == "writer" else 1)
    later = replace(draft, html=draft.html + "<p>More.</p>")
    assert send(later, draft_id, settings, there, journal)[0].action == "updated"
    slug = marker_of(draft_id, "blog")
    assert len(as_admin(wordpress, "GET", f"posts?slug={slug},{slug}-2&status=draft&context=edit")) == 1


@pytest.mark.server
@pytest.mark.parametrize("user", ["writer", "contributor"])
def test_trap_24_words_written_there_after_a_lost_answer_are_not_written_over(
        maker: Outlets, wordpress: dict[str, Any], user: str) -> None:
    """Not even where only the words of a picture were changed."""
    there = ours(maker, wordpress, user)
    draft = replace(DRAFT, html=f"<p>Before {chr(PLACE_OF_PICTURE)} after.</p>", pictures=(picture("green"),))
    made = there.create(draft, f"pkm-{uuid4().hex}")
    as_admin(wordpress, "POST", f"posts/{made.remote_id}", {"content": made.html.replace("hedge", "fence")})
    changed = there.get(made.remote_id)
    assert changed is not None
    assert changed.imprint != there.imprint(draft)


@pytest.mark.server
def test_whose_a_picture_is_stands_beside_it_in_the_media_library(maker: Outlets, wordpress: dict[str, Any]) -> None:
    one = replace(picture("red"), rights="Foto: Anne & Jan, CC BY 4.0")
    draft = replace(DRAFT, html=f"<p>{chr(PLACE_OF_PICTURE)}</p>", pictures=(one,))
    ours(maker, wordpress).create(draft, f"pkm-{uuid4().hex}")
    media = as_admin(wordpress, "GET", f"media?slug={one.name[:-4]}")[0]
    assert "Foto: Anne" in media["caption"]["rendered"]
