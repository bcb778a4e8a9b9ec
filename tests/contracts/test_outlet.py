"""What every outlet promises: one suite, run on the real servers and on the fake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import cast
from uuid import uuid4

import pytest

from pkm_app.base.errors import Refused
from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.share.aftermath import difference, is_changed, words_sent, words_there
from pkm_app.share.formats import Target
from pkm_app.share.formats.markdown import markdown
from pkm_app.share.formats.pictures import clean_picture
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import Rendered
from pkm_app.share.posting import Along, leaving_name, rendered
from pkm_app.share.publish import Sent, content_digest, marker_of, place_of, send
from pkm_app.share.structure import changes
from pkm_app.share.updating import ForeignEdit
from tests.contracts.houses import WITH_SECRET, House, houses
from tests.fakes.share import DictJournal
from tests.share.drafts import PICTURES, document

DRAFT = Rendered(title="What grows", html="<p>Words of mine.</p>\n<blockquote><p>Words of another.</p></blockquote>",
                 markdown="", language="en", cut=0, excerpt="Words", tags=("leren", "Social learning"))


@pytest.fixture(params=houses())
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    with request.param(request) as one:
        yield one


@pytest.fixture
def marker() -> str:
    return f"pkm-{uuid4().hex[:16]}"


def test_it_knows_the_person_and_of_no_draft_that_was_not_sent(house: House) -> None:
    assert house.outlet().check() == house.name
    assert house.outlet().find("pkm-x") is None


@pytest.mark.parametrize("house", houses(of=WITH_SECRET), indirect=True)
def test_a_wrong_password_gets_a_sentence_and_leaves_nothing(house: House) -> None:
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
    assert outlet.get(again.remote_id) == again
    assert again.status == "draft"


@pytest.mark.parametrize("house", houses(of=WITH_SECRET), indirect=True)
def test_a_draft_made_anew_has_a_number_of_its_own(house: House, marker: str) -> None:
    """A file that is gone leaves its name free; of a number everybody knows what it was."""
    outlet = house.outlet()
    made = outlet.create(DRAFT, marker)
    house.trash(made.remote_id)
    assert outlet.create(DRAFT, marker).remote_id != made.remote_id


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


@pytest.mark.parametrize("house", houses(of=WITH_SECRET), indirect=True)
def test_an_unknown_kind_is_refused(house: House) -> None:
    with pytest.raises(Refused, match="kind"):
        house.maker.open(replace(house.settings, kind="carrier pigeon"), "x")


def whole(kind: str) -> Rendered:
    """A draft that holds everything a draft can hold, with its pictures where they are placed there, as it leaves."""
    draft = document(title="Everything")
    cleaned = {name: one for name, data in PICTURES.items() if (one := clean_picture(data))}
    pictures = {name: (leaving_name(sha256(one.data).hexdigest(), one), one) for name, one in cleaned.items()}
    made = rendered(draft, Along(pictures if kind in KINDS and KINDS[kind].pictures else {}))
    target = KINDS[kind].target if kind in KINDS else ""
    file = markdown(replace(draft, pictures=cleaned), cast(Target, target)) if target else ""
    return replace(made, file=file.encode())


def test_what_leaves_arrives_whole_and_stands_there_as_the_preview_showed_it(house: House, marker: str) -> None:
    """Credits, languages, footnotes, tables and all: nothing is lost, and nobody takes it for changed by others."""
    outlet, draft = house.outlet(), whole(house.settings.kind)
    shown = outlet.preview(draft)
    made = outlet.create(draft, marker)
    assert made.imprint == outlet.imprint(draft)
    there = words_there(made, draft.language)
    assert not is_changed(difference(words_sent(draft.markdown, draft.language), there))
    assert not is_changed(difference(canonical_text(clean_html(shown.html)), there))
    for words in ("Julian Stodd", "via eBook Social Learning (2017)", "Lees het volledige blog", "adres onbekend",
                  "☑ gedaan", "Een noot met"):
        assert words in there
    if not made.lost:  # else the words of pictures stand in their place
        assert not is_changed(changes(draft.markdown, made, draft.language)), "structure and all"
    assert outlet.update(made.remote_id, draft, made.version).imprint == made.imprint


@pytest.mark.parametrize("house", houses("writer", "contributor", "admin", "mediawiki", "mailbox", "ghost", "micropub"),
                         indirect=True)
def test_the_language_of_each_passage_arrives(house: House, marker: str) -> None:
    made = house.outlet().create(whole(house.settings.kind), marker)
    quoted = made.html.partition("Formal learning is")[0].rpartition("<blockquote")[2]
    assert 'lang="en"' in quoted
    assert made.html.count('lang="en"') == 1
    assert "Julian Stodd, An introduction" in made.html


@pytest.mark.parametrize("house", houses("writer", "admin", "mediawiki", "mailbox"), indirect=True)
def test_pictures_arrive_and_a_preview_shows_them(house: House, marker: str) -> None:
    outlet, draft = house.outlet(), whole(house.settings.kind)
    made = outlet.create(draft, marker)
    assert (made.lost, len(draft.pictures)) == (0, 2)
    for one in draft.pictures:
        assert one.alt in made.html
    assert len(outlet.preview(draft).pictures) == 2


def test_what_another_machine_sent_is_no_foreign_edit(house: House) -> None:
    """Each has a journal of its own, and both read in the vault what left."""
    here, there, name, left = DictJournal(), DictJournal(), uuid4().hex[:16], list[Sent]()
    draft = whole(house.settings.kind)

    def sent(one: Rendered, journal: DictJournal) -> str:
        done, remote = send(one, name, house.settings, house.outlet(), journal, left)
        left.insert(0, (remote.remote_id, remote.version, content_digest(one)))
        return done.action

    assert sent(draft, here) == "created"
    for number, journal in enumerate((there, here, there)):
        draft = replace(draft, html=f"{draft.html}<p>More, {number}.</p>\n", file=draft.file + b"\nMore words.\n")
        assert sent(draft, journal) == "updated"
    assert sent(draft, here) == "unchanged"
    assert house.count(marker_of(name, house.settings.name)) == 1


def test_sending_says_created_then_unchanged_then_updated_and_stops_at_a_foreign_edit(house: House) -> None:
    """The whole of sending on the real place, as publishing does it."""
    journal, draft, name = DictJournal(), whole(house.settings.kind), uuid4().hex[:16]

    def sent(one: Rendered) -> str:
        return send(one, name, house.settings, house.outlet(), journal)[0].action

    assert [sent(draft), sent(draft)] == ["created", "unchanged"]
    later = replace(draft, html=draft.html + "<p>More words.</p>\n", file=draft.file + b"\nMore words.\n")
    assert [sent(later), sent(later)] == ["updated", "unchanged"]
    remote_id = journal.last(name, place_of(house.settings))
    assert remote_id is not None
    house.edit(remote_id[0], "<p>Better words, by the editor.</p>")
    for _ in range(2):
        with pytest.raises(ForeignEdit, match="changed"):
            sent(draft)
    mine = replace(later, html=later.html + "<p>Mine after all.</p>\n", file=later.file + b"\nMine after all.\n")
    seen = house.outlet().get(remote_id[0]) or house.outlet().find(marker_of(name, house.settings.name))
    assert seen is not None
    with pytest.raises(ForeignEdit):  # another version than the one that was seen is not written over
        send(mine, name, house.settings, house.outlet(), journal, over=f"{seen.version}0")
    assert send(mine, name, house.settings, house.outlet(), journal, over=seen.version)[0].action == "updated"
    assert sent(mine) == "unchanged"
    assert house.count(marker_of(name, house.settings.name)) == 1
