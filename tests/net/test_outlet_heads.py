"""What goes along beside a text at each outlet: tags, categories, an excerpt, a picture for the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from pkm_app.base.errors import NotTaken, Refused
from pkm_app.content.wikireader import html_of_wikitext
from pkm_app.net.outlets.wikinames import page_text
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings, Rendered, Shown
from pkm_app.share.ports import Outlet
from tests.contracts.house import outlets
from tests.servers.documented import GhostSite, MicropubSite
from tests.share.drafts import picture_bytes

COVER = Shown("pkm-0123456789abcdef0123.png", picture_bytes("PNG"), "image/png", "A hedge, photo: Anne", "photo: Anne")
DRAFT = Rendered(title="T", html="<p>Words</p>", markdown="", language="en", cut=0, excerpt="In short.",
                 tags=("leren", "pkm"), categories=("Werk", "leren"), pictures=(COVER,), featured=0)


@pytest.fixture
def ghost() -> Iterator[tuple[GhostSite, Outlet]]:
    site = GhostSite()
    with outlets() as maker:
        yield site, maker.open(OutletSettings("there", "ghost", site.url, ""), site.secret)
    site.close()


@pytest.fixture
def micropub() -> Iterator[tuple[MicropubSite, Outlet]]:
    site = MicropubSite()
    with outlets() as maker:
        yield site, maker.open(OutletSettings("there", "micropub", site.url, ""), site.secret)
    site.close()


def test_ghost_gets_tags_an_excerpt_and_the_picture_once(ghost: tuple[GhostSite, Outlet]) -> None:
    site, outlet = ghost
    made = outlet.create(DRAFT, "pkm-1")
    post = site.posts[made.remote_id]
    assert [tag["name"] for tag in post["tags"]] == ["Werk", "leren", "pkm"]
    assert post["custom_excerpt"] == "In short."
    assert post["feature_image"] == f"{site.url}content/images/{COVER.name}"
    assert (post["feature_image_alt"], post["feature_image_caption"]) == ("A hedge, photo: Anne", "photo: Anne")
    assert COVER.data in site.files[0]
    outlet.update(made.remote_id, replace(DRAFT, html="<p>Other words</p>"), made.version)
    assert len(site.files) == 1, "it stands there already"
    there = outlet.get(made.remote_id)
    assert there is not None
    other = replace(COVER, name="pkm-fedcba9876543210fedc.png", alt="")
    outlet.update(made.remote_id, replace(DRAFT, pictures=(other,)), there.version)
    assert len(site.files) == 2
    assert site.posts[made.remote_id]["feature_image"].endswith(other.name)
    assert site.posts[made.remote_id]["feature_image_alt"] is None


def test_without_a_picture_the_one_that_was_chosen_at_ghost_stays(ghost: tuple[GhostSite, Outlet]) -> None:
    site, outlet = ghost
    made = outlet.create(replace(DRAFT, pictures=(), featured=-1), "pkm-1")
    site.posts[made.remote_id]["feature_image"] = "https://chosen.example/x.png"
    outlet.update(made.remote_id, replace(DRAFT, html="<p>More</p>", pictures=(), featured=-1), made.version)
    assert site.posts[made.remote_id]["feature_image"] == "https://chosen.example/x.png"
    assert site.files == []


def test_a_picture_that_ghost_refuses_leaves_no_post(ghost: tuple[GhostSite, Outlet]) -> None:
    site, outlet = ghost
    site.denied = True
    with pytest.raises(Refused, match="Permission error"):
        outlet.create(DRAFT, "pkm-1")
    assert site.posts == {}


def test_a_micropub_site_gets_categories_a_summary_and_the_picture(micropub: tuple[MicropubSite, Outlet]) -> None:
    site, outlet = micropub
    site.config["media-endpoint"] = "/media"
    made = outlet.create(DRAFT, "pkm-1")
    post = site.posts[made.remote_id]
    assert post["category"] == ["Werk", "leren", "pkm"]
    assert post["summary"] == ["In short."]
    assert post["photo"] == [{"value": f"{site.url}files/1.png", "alt": "A hedge, photo: Anne"}]
    assert COVER.data in site.files[0]
    assert made.lost == 0


def test_a_micropub_site_without_a_place_for_files_gets_no_picture_and_that_is_told(
        micropub: tuple[MicropubSite, Outlet]) -> None:
    site, outlet = micropub
    made = outlet.create(DRAFT, "pkm-1")
    assert made.lost == 1
    assert "photo" not in site.posts[made.remote_id]
    assert outlet.update(made.remote_id, replace(DRAFT, html="<p>More</p>"), made.version).lost == 1
    assert outlet.create(replace(DRAFT, pictures=(), featured=-1), "pkm-2").lost == 0


def test_a_token_goes_to_no_media_endpoint_elsewhere(micropub: tuple[MicropubSite, Outlet]) -> None:
    site, outlet = micropub
    site.config["media-endpoint"] = "https://elsewhere.example/media"
    with pytest.raises(NotTaken, match="elsewhere"):
        outlet.create(DRAFT, "pkm-1")
    assert site.posts == {}


def test_a_page_of_ones_own_names_its_categories_and_is_in_none() -> None:
    text = page_text(replace(DRAFT, categories=("Werk", "a]] {{b}} | c")))
    assert text.endswith("\n\n[[:Category:Werk]] [[:Category:a)) ((b)) ¦ c]]")
    assert "Category" not in html_of_wikitext(text), "they are none of its words"
    assert "Category" not in html_of_wikitext(text.replace("[[:", "[[")), "nor once the page is in them"
    assert page_text(replace(DRAFT, categories=())) == "Words"
    assert "Category:x" in html_of_wikitext("Words with [[:Category:x]] in them.")


def test_what_each_kind_of_place_takes_is_shown_by_its_preview() -> None:
    with outlets() as maker:
        for kind, address in (("wordpress", "https://a.example/"), ("ghost", "https://a.example/"),
                              ("micropub", "https://a.example/"), ("mediawiki", "https://a.example/"),
                              ("confluence", "https://a.atlassian.net/wiki/spaces/TEAM")):
            facts = dict(maker.open(OutletSettings("there", kind, address, "me"), "x").preview(DRAFT).facts)
            assert {one for one in ("tags", "categories", "excerpt", "featured") if one in facts} == set(
                KINDS[kind].takes), kind
