"""What every outlet promises: one suite, run on the real servers and on the fake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest

from pkm_app.base.errors import Refused
from pkm_app.share.kinds import wants_secret
from pkm_app.share.model import Rendered
from tests.contracts.houses import HOUSES, House

DRAFT = Rendered(title="What grows", html="<p>Words of mine.</p>\n<blockquote><p>Words of another.</p></blockquote>",
                 markdown="", language="en", cut=0, excerpt="Words", tags=("leren", "Social learning"))


@pytest.fixture(params=[pytest.param(make, id=name, marks=marks) for name, make, marks in HOUSES])
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    with request.param(request) as one:
        yield one


@pytest.fixture
def marker() -> str:
    return f"pkm-{uuid4().hex[:16]}"


def test_the_right_password_gives_a_name_and_a_wrong_one_a_sentence(house: House) -> None:
    assert house.outlet().check() == house.name
    if not wants_secret(house.settings.kind):
        return
    wrong = house.outlet(house.wrong)
    asking = [wrong.check, lambda: wrong.create(DRAFT, "pkm-x")]
    for ask in [*asking, lambda: wrong.find("pkm-x")] if wrong.can_find else asking:
        with pytest.raises(Refused, match="password") as caught:
            ask()
        assert len(str(caught.value).splitlines()) == 1
    assert house.outlet().find("pkm-x") is None


def test_a_draft_is_made_and_found_again(house: House, marker: str) -> None:
    outlet = house.outlet()
    assert outlet.find(marker) is None
    made = outlet.create(DRAFT, marker)
    assert (made.status, made.title) == ("draft", "What grows")
    assert "Words of another." in made.html
    assert made.url
    assert made.edit_url
    assert house.outlet().get(made.remote_id) == made
    assert house.outlet().find(marker) == (made if outlet.can_find else None)
    assert outlet.find(marker + "0") is None


def test_an_update_changes_the_same_post_and_its_version(house: House, marker: str) -> None:
    outlet = house.outlet()
    made = outlet.create(DRAFT, marker)
    changed = outlet.update(made.remote_id, replace(DRAFT, html="<p>Other words.</p>", title="Later"), made.version)
    assert (changed.remote_id, changed.status, changed.title) == (made.remote_id, "draft", "Later")
    assert changed.version != made.version
    assert "Other words." in changed.html
    assert outlet.get(made.remote_id) == changed
    assert outlet.find(marker) == (changed if outlet.can_find else None)
    assert outlet.update(made.remote_id, DRAFT, "").title == "What grows"


def test_trap_24_what_was_changed_there_is_not_written_over(house: House, marker: str) -> None:
    outlet = house.outlet()
    made = outlet.create(DRAFT, marker)
    house.edit(made.remote_id, "<p>Better words, by the editor.</p>")
    with pytest.raises(Refused, match="changed"):
        outlet.update(made.remote_id, replace(DRAFT, title="Mine"), made.version)
    there = outlet.get(made.remote_id)
    assert there is not None
    assert "by the editor" in there.html
    assert there.title == "What grows"


def test_trap_24_an_update_whose_answer_got_lost_is_no_change_by_another(house: House, marker: str) -> None:
    outlet = house.outlet()
    made = outlet.create(DRAFT, marker)
    later = replace(DRAFT, html="<p>Later [words] &amp; “quotes”.</p>")
    lost = outlet.update(made.remote_id, later, made.version)
    assert outlet.update(made.remote_id, later, made.version) == lost


@pytest.mark.parametrize("html", [
    DRAFT.html,
    "<h2>A &amp; B</h2>\n<p>“Quotes” [words] it's &lt;b&gt; 1 &lt; 2 &#35; é 🧠&nbsp;x</p>\n"
    "<pre><code>a\n  b\n</code></pre>\n"
    '<p><a href="https://other.example/?a=1&amp;b=2" rel="noopener noreferrer">https://other.example/</a></p>\n'
    "<ul>\n<li>one</li>\n<li>two <em>x</em></li>\n</ul>\n<hr>\n<table><tbody><tr><td>1</td></tr></tbody></table>",
])
def test_trap_24_the_imprint_tells_what_was_sent_from_what_was_changed_there(
        house: House, marker: str, html: str) -> None:
    """By it a draft is known again whose answer got lost, also where the site touches up what it is given."""
    outlet = house.outlet()
    draft = replace(DRAFT, html=html, title="It's “A” & B", excerpt="It's [words] & more")
    made = outlet.create(draft, marker)
    assert made.imprint == outlet.imprint(draft) != outlet.imprint(replace(draft, title="Other"))
    house.edit(made.remote_id, "<p>Better words.</p>")
    changed = outlet.get(made.remote_id)
    assert changed is not None
    assert changed.imprint not in ("", made.imprint)


def test_a_post_that_was_published_is_left_alone(house: House, marker: str) -> None:
    outlet = house.outlet()
    made = outlet.create(DRAFT, marker)
    house.publish(made.remote_id)
    with pytest.raises(Refused):
        outlet.update(made.remote_id, replace(DRAFT, title="Mine"), "")


def test_a_post_that_was_thrown_away_is_gone(house: House, marker: str) -> None:
    outlet = house.outlet()
    made = outlet.create(DRAFT, marker)
    house.trash(made.remote_id)
    assert outlet.get(made.remote_id) is None
    assert outlet.find(marker) is None
    with pytest.raises(Refused, match="no longer"):
        outlet.update(made.remote_id, DRAFT, made.version)
    again = outlet.create(DRAFT, marker)
    if wants_secret(house.settings.kind):  # a file that is gone leaves its name free
        assert again.remote_id != made.remote_id
    assert outlet.get(again.remote_id) == again
    assert again.status == "draft"


@pytest.mark.parametrize("remote_id", ["", "0", "999999999", "x", "1/../2", "１"])
def test_what_never_was_is_not_there(house: House, remote_id: str) -> None:
    assert house.outlet().get(remote_id) is None


@pytest.mark.parametrize("title", [
    "Fish & chips", "<b>bold</b> & <script>alert(1)</script>", "“Quotes” – 'and' \"more\" \\ backslash",
    "[gallery] 100% %s", "🧠 ünïcode &amp; &#91; &#x5b; &lt;", "  two   spaces ",
])
def test_a_title_arrives_as_it_was_written(house: House, marker: str, title: str) -> None:
    made = house.outlet().create(replace(DRAFT, title=title), marker)
    assert made.title == house.title(title)
    assert made.imprint == house.outlet().imprint(replace(DRAFT, title=title))


def test_an_unknown_kind_is_refused(house: House) -> None:
    if wants_secret(house.settings.kind):
        with pytest.raises(Refused, match="kind"):
            house.maker.open(replace(house.settings, kind="carrier pigeon"), "x")
