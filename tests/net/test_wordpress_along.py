"""What stands beside the words of a post in WordPress: tags, categories, excerpt, the featured picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from pkm_app.net.outlets import Outlets
from pkm_app.share.along import beside, missing_of
from pkm_app.share.model import Rendered
from pkm_app.share.publish import content_digest, place_of, send
from pkm_app.share.updating import ForeignEdit
from tests.contracts.house import House
from tests.contracts.houses import as_admin, wordpress
from tests.contracts.test_outlet import whole
from tests.fakes.share import DictJournal
from tests.net.test_wordpress import ours

DRAFT = Rendered(title="T", html="<p>Words</p>", markdown="Words\n", language="en", cut=0, excerpt="Short")

pytestmark = pytest.mark.server


class Desk:
    """One draft of a writer, or of whom is named, at a real site."""

    def __init__(self, house: House) -> None:
        self.house, self.journal, self.name = house, DictJournal(), uuid4().hex[:16]

    def sent(self, draft: Rendered, over: str = "") -> tuple[str, tuple[str, ...]]:
        done, _ = send(draft, self.name, self.house.settings, self.house.outlet(), self.journal, over=over)
        return done.action, done.left_out

    @property
    def number(self) -> str:
        return (self.journal.last(self.name, place_of(self.house.settings)) or ("",))[0]


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    with wordpress(request, getattr(request, "param", "writer")) as house:
        yield Desk(house)


@pytest.fixture
def site(wordpress: dict[str, Any]) -> dict[str, Any]:
    return wordpress


def there(site: dict[str, Any], number: str) -> dict[str, Any]:
    return dict(as_admin(site, "GET", f"posts/{number}?context=edit"))


def category(site: dict[str, Any]) -> tuple[str, int]:
    name = f"Kind {uuid4().hex[:8]}"
    return name, as_admin(site, "POST", "categories", {"name": name})["id"]


@pytest.mark.parametrize("change", [{"excerpt": "Of the editor."}, {"tags": []}, {"featured_media": 0}])
def test_an_edit_beside_the_words_in_the_same_second_is_another_version(
        desk: Desk, site: dict[str, Any], change: dict[str, Any]) -> None:
    draft = replace(whole("wordpress"), tags=("one",), featured=0, excerpt="Short")
    desk.sent(draft)
    before = desk.house.outlet().get(desk.number)
    as_admin(site, "POST", f"posts/{desk.number}", change)
    after = desk.house.outlet().get(desk.number)
    assert before is not None
    assert after is not None
    assert before.version.split(" ")[1] == after.version.split(" ")[1]
    assert before.version.split(" ")[2] != after.version.split(" ")[2]
    with pytest.raises(ForeignEdit):
        desk.sent(replace(draft, html="<p>Other</p>"))


def test_what_an_earlier_release_sent_is_no_foreign_edit(desk: Desk) -> None:
    desk.sent(DRAFT)
    place = place_of(desk.house.settings)
    number, version, digest = desk.journal.last(desk.name, place) or ("", "", "")
    assert digest == content_digest(DRAFT)
    desk.journal.settle(desk.name, place, number, version.rpartition(" ")[0], digest)  # as it noted it
    assert desk.sent(DRAFT)[0] == "unchanged"
    desk.journal.settle(desk.name, place, number, version.rpartition(" ")[0], digest)
    assert desk.sent(replace(DRAFT, html="<p>More</p>"))[0] == "updated"


def test_tags_and_categories_are_sent_though_the_words_stay(desk: Desk, site: dict[str, Any]) -> None:
    """Also where somebody saved the post there meanwhile; where they chose a category of their own, it stops."""
    mine, mine_id = category(site)
    desk.sent(DRAFT)
    tag = f"tag {uuid4().hex[:8]}"
    assert desk.sent(replace(DRAFT, tags=(tag,)))[0] == "updated"
    as_admin(site, "POST", f"posts/{desk.number}", {"date": "2026-01-02T03:04:05"})
    theirs, theirs_id = category(site)
    as_admin(site, "POST", f"posts/{desk.number}", {"categories": [theirs_id]})
    wanted = replace(DRAFT, tags=(tag, f"{tag} 2"), categories=(mine,))
    with pytest.raises(ForeignEdit):
        desk.sent(wanted)
    seen = desk.house.outlet().get(desk.number)
    assert seen is not None
    assert [(one.what, one.theirs, one.mine) for one in beside(wanted, seen)] == [
        ("tags", tag, f"{tag}, {tag} 2"), ("categories", theirs, mine)]
    assert desk.sent(wanted, over=seen.version) == ("updated", ())
    assert there(site, desk.number)["categories"] == [mine_id]
    assert len(there(site, desk.number)["tags"]) == 2
    assert desk.sent(wanted) == ("unchanged", ())


def test_a_category_that_may_not_be_made_is_told_and_tried_again(
        desk: Desk, site: dict[str, Any]) -> None:
    name = f"Leren {uuid4().hex[:8]}"
    draft = replace(DRAFT, categories=(name,))
    assert desk.sent(draft) == ("created", (name,))
    at = there(site, desk.number)["modified_gmt"]
    assert desk.sent(draft) == ("unchanged", (name,))
    assert there(site, desk.number)["modified_gmt"] == at
    made = as_admin(site, "POST", "categories", {"name": name})["id"]
    assert desk.sent(draft) == ("updated", ())
    assert there(site, desk.number)["categories"] == [made]
    assert desk.sent(draft) == ("unchanged", ())


def test_what_was_taken_off_the_draft_goes_there_too(desk: Desk, site: dict[str, Any]) -> None:
    name, number = category(site)
    draft = replace(whole("wordpress"), categories=(name,), featured=0)
    desk.sent(draft)
    assert there(site, desk.number)["categories"] == [number]
    assert there(site, desk.number)["featured_media"] > 0
    bare = replace(draft, categories=(), featured=-1)
    assert desk.sent(replace(bare, taken_off=("categories", "featured")))[0] == "updated"
    assert there(site, desk.number)["categories"] != [number]
    assert there(site, desk.number)["featured_media"] == 0


def test_what_was_chosen_there_stays_where_nothing_was_sent(desk: Desk, site: dict[str, Any]) -> None:
    _, number = category(site)
    desk.sent(DRAFT)
    as_admin(site, "POST", f"posts/{desk.number}", {"categories": [number]})
    seen = desk.house.outlet().get(desk.number)
    assert seen is not None
    desk.sent(replace(DRAFT, html="<p>More</p>"), over=seen.version)
    assert there(site, desk.number)["categories"] == [number]


def test_names_are_told_as_a_person_writes_them(site: dict[str, Any]) -> None:
    from pkm_app.net.proxy import Routes

    maker = Outlets("1.2.3", routes=lambda: Routes({}))
    draft = replace(DRAFT, tags=(f"a & b {uuid4().hex[:6]}", "ünï"), excerpt="It's [words] & <more>")
    made = ours(maker, site).create(draft, f"pkm-{uuid4().hex}")
    maker.close()
    assert made.excerpt == draft.excerpt
    assert made.tags is not None
    assert set(made.tags) == set(draft.tags)
    assert missing_of(draft, made) == ()
    assert beside(draft, made) == ()
