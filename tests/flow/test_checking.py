"""The check with what the vault knows: findings at their place in the draft's files, mends, addresses, names."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pkm_app.base.errors import Problem, Refused
from pkm_app.base.events import finish
from pkm_app.content.repainting import begins_as_picture
from pkm_app.flow.addresses import Addresses
from pkm_app.flow.authors import author_known
from pkm_app.flow.checking import Checking, changed_since
from pkm_app.flow.mending import Mending, mended
from pkm_app.flow.newer_words import NewerWords
from pkm_app.seek.catalogue import CatalogueSource
from pkm_app.share.formats.pictures import clean_picture, opens_whole
from pkm_app.share.model import Finding, OutletSettings
from tests.fakes.seek import Page, ScriptedWeb
from tests.flow.desk import Desk
from tests.share.drafts import picture_bytes

CATALOGUE = (CatalogueSource("a", "A lab", people=("Anne",), homepage="https://lab.example/"),
             CatalogueSource("b", "House", people=("B", "C"), homepage="https://house.example"),
             CatalogueSource("c", "One of many", homepage="https://many.example/one"))
WORDS = "Social Learning is about the conversations that surround this."


def checking(desk: Desk, *names: str) -> Checking:
    return Checking(desk.vault, desk.pictures, lambda: names, changed_since(desk.store, desk.vault),
                    newer=newer_words(desk).now, author_of=author_known(desk.store, desk.vault, lambda: CATALOGUE))


def newer_words(desk: Desk) -> NewerWords:
    return NewerWords(desk.store, desk.vault, desk.highlighting, desk.sense)


def finding(desk: Desk, path: str, rule: str, *names: str, audience: str = "public") -> Finding:
    return next(one for one in checking(desk, *names).check(path, audience).findings if one.rule == rule)


def place(desk: Desk, one: Finding) -> str:
    return desk.body(one.path)[one.start : one.end]


def test_a_finding_leads_to_its_own_place_past_what_stays_in(desk: Desk) -> None:
    path = desk.draft("%% private\n[[Other]] for me\n%%\n\nFirst [[Other]] here.\n\nSecond [[Other]] there. %% x %%\n")
    found = [one for one in checking(desk).check(path, "public").findings if one.rule == "link"]
    body = desk.body(path)
    assert [body[one.start - 6 : one.end] for one in found] == ["First [[Other]]", "econd [[Other]]"]


def test_a_finding_in_a_chapter_names_the_file_of_the_chapter(desk: Desk) -> None:
    desk.write("drafts/Book/One.md", "## Part\n\n> of nobody\n\nMine.\n", id="02", type="draft", title="One")
    desk.write("drafts/Book/index.md", "A promise.\n\n![[One]]\n", id="01draft000000000", type="draft", title="Book")
    one = finding(desk, "drafts/Book/index.md", "credit")
    assert one.path == "drafts/Book/One.md"
    assert place(desk, one).strip() == "> of nobody"


def test_a_quotation_gets_back_the_credit_of_its_highlight(desk: Desk) -> None:
    desk.highlighting.add(desk.article(), WORDS)
    path = desk.draft(f"Mine.\n\n> {WORDS}\n\nMore.\n")
    assert Mending(desk.vault, checking(desk)).mend(path, "public", ["credit"]) == 1
    assert "— [[Julian Stodd - An introduction#^hl-" in desk.body(path)
    assert desk.body(path).endswith("\n\nMore.\n")
    assert [one.rule for one in checking(desk).check(path, "public").findings if one.level == "must"] == []


def test_altered_words_are_put_back(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), WORDS)
    quote = desk.sense.quotation(made.highlight_id)
    path = desk.draft(quote.replace("conversations", "discussions") + "\n\nMine.\n")
    assert finding(desk, path, "altered").level == "should"
    Mending(desk.vault, checking(desk)).mend(path, "public", ["altered"])
    assert desk.body(path) == quote + "\n\nMine.\n"


def test_a_source_that_says_something_else_by_now(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), WORDS)
    path = desk.draft(desk.sense.quotation(made.highlight_id) + "\n\nMine.\n")
    assert checking(desk).check(path, "public").findings == ()
    desk.article("<p>We took all of it back, and wrote a page on gardening in its stead.</p>")
    assert finding(desk, path, "stale").where.startswith("Social Learning")


def test_a_mend_never_writes_over_what_stays_in(desk: Desk) -> None:
    path = desk.draft("Our Falcon %% lands on Friday %% flies.\n")
    one = finding(desk, path, "name", "Falcon")
    assert place(desk, one) == "Falcon"
    assert one.mend is None
    with pytest.raises(Refused, match="without your words"):
        Mending(desk.vault, checking(desk, "Falcon")).mend(path, "public", ["name"])
    assert "lands on Friday" in desk.body(path)


def test_a_name_becomes_internal_and_stays_in(desk: Desk) -> None:
    path = desk.draft("For all.\n\nOur Falcon flies.\n\nMore for all.\n")
    desk.publishing = desk.checked_by(checking(desk, "Falcon"))
    with pytest.raises(Refused, match="own house: Falcon"):
        desk.publish(path)
    assert desk.site.posts == {}
    Mending(desk.vault, checking(desk, "Falcon")).mend(path, "public", ["name"])
    desk.publish(path)
    assert "Falcon" not in next(iter(desk.site.posts.values())).html
    desk.publish(path, "crew")
    assert any("Falcon" in post.html for post in desk.site.posts.values())


def test_a_private_part_left_open_is_closed(desk: Desk) -> None:
    path = desk.draft("For all.\n\n%% private\nfor me")
    Mending(desk.vault, checking(desk)).mend(path, "public", ["private-unclosed"])
    assert desk.body(path) == "For all.\n\n%% private\nfor me\n%%\n"


@pytest.mark.parametrize("dry_run", [False, True])
def test_what_must_be_mended_is_not_sent(desk: Desk, dry_run: bool) -> None:
    path = desk.draft("> of nobody\n\nMine.\n")
    with pytest.raises(Refused, match=r"names no author.*1 in all.*pkm check 01draft000000000 --outlet blog"):
        desk.publish(path, dry_run=dry_run)
    assert desk.site.posts == {}
    assert b"of nobody" in desk.export(path)


def test_dead_addresses_are_told_where_they_stand(desk: Desk) -> None:
    web = ScriptedWeb()
    web.pages["https://good.example/"] = web.pages["https://good.example/a_b"] = Page(b"fine")
    made = desk.highlighting.add(desk.article(), WORDS)
    body = (f"See https://good.example/, https://good.example/a\\_b, `https://code.example/` and [this](https://dead.example/x).\n\n"
            f"{desk.sense.quotation(made.highlight_id)}\n\nMine.\n\n%% https://private.example/ %%\n")
    path = desk.draft(body)
    told = finish(Addresses(desk.vault, web).tried(path, "public"))
    assert {one.where for one in told} == {"https://dead.example/x", "https://blog.example/post"}
    assert {one.level for one in told} == {"should"}
    assert place(desk, next(one for one in told if "dead" in one.where)) == "https://dead.example/x"


def test_text_for_an_outlet_by_hand_is_noted_as_placed(desk: Desk) -> None:
    desk.outlets.add(OutletSettings("engage", "viva-engage", "", "", "team"), "")
    path = desk.draft("For all.\n\n%% internal\nfor us\n%%\n")
    assert desk.publish(path, "engage", dry_run=True).action == "created"
    done = desk.publish(path, "engage")
    assert (done.action, done.remote_id, done.edit_url) == (
        "created", "", "https://engage.cloud.microsoft/main/feed")
    record = next(desk.vault.load(p).file for p in desk.vault.files if p.startswith("shared/"))
    assert record.body == "For all.\n\nfor us\n"
    assert desk.vault.load(path).file.list_field("outlets") == ()
    assert desk.publish(path, "engage").action == "unchanged"
    loaded = desk.vault.load(path)
    desk.vault.save(path, loaded.file.with_body("Other words.\n"), loaded.digest)
    assert desk.publish(path, "engage").action == "updated"
    assert desk.site.posts == {}


def test_too_long_for_linkedin_is_told(desk: Desk) -> None:
    desk.outlets.add(OutletSettings("li", "linkedin", "", "", "public"), "")
    short, long = desk.draft("Short.\n"), desk.draft("These are the words of it. " * 150 + "\n", "Long")
    assert desk.publishing.check(short, "public", "li").findings == ()
    told = desk.publishing.check(long, "public", "li").findings
    assert [(one.rule, one.level) for one in told] == [("limit", "should")]
    assert "3,000" in told[0].message


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://a.example/", "nothing"])
def test_an_outlet_by_hand_opens_web_addresses_only(desk: Desk, address: str) -> None:
    with pytest.raises(Refused, match="no web address"):
        desk.outlets.add(OutletSettings("sp", "sharepoint", address, "", "team"), "")
    with pytest.raises(Refused, match="needs an address"):
        desk.outlets.add(OutletSettings("sp", "sharepoint", "", "", "team"), "")


def test_a_file_that_cannot_be_shown_as_a_picture_is_told(desk: Desk) -> None:
    path = desk.draft("![[empty.png|x]]\n\n![[page.jpg|x]]\n\n![[whole.png|x]]\n\n![[gone.png|x]]\n")
    desk.pictures.files |= {"attachments/empty.png": b"", "attachments/page.jpg": b"<html>sign in</html>",
                            "attachments/whole.png": picture_bytes("PNG")}
    told = [one.message for one in checking(desk).check(path, "public").findings if one.rule == "picture"]
    assert told == ["This file cannot be shown as a picture, so it does not go along: empty.png.",
                    "This file cannot be shown as a picture, so it does not go along: page.jpg.",
                    "This picture is not in your PKM folder: gone.png."]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_that_ends_in_the_middle_is_told(desk: Desk, kind: str) -> None:
    noise = Image.effect_noise((300, 200), 80)
    out = io.BytesIO()
    noise.save(out, kind)
    whole = out.getvalue()
    desk.pictures.files |= {"attachments/cut.png": whole[: len(whole) // 2], "attachments/whole.png": whole}
    path = desk.draft("Mine.\n\n![[cut.png|x]]\n\n![[whole.png|x]]\n")
    asked: list[int] = []

    def opens(data: bytes) -> bool:
        asked.append(len(data))
        return opens_whole(data)

    check = Checking(desk.vault, desk.pictures, opens=opens)
    for _ in range(2):
        told = [one.message for one in check.check(path, "public").findings if one.rule == "picture"]
        assert told == ["This file cannot be shown as a picture, so it does not go along: cut.png."]
    assert sorted(asked) == [len(whole) // 2, len(whole)], "each is opened once"
    assert clean_picture(whole[: len(whole) // 2]) is None
    assert clean_picture(whole) is not None


def test_a_picture_that_holds_its_reader_up_is_told(desk: Desk) -> None:
    def opens(data: bytes) -> bool:
        raise Problem("This took longer than {seconds} seconds.", seconds=10)

    desk.pictures.files |= {"attachments/slow.png": picture_bytes("PNG")}
    path = desk.draft("Mine.\n\n![[slow.png|x]]\n")
    found = Checking(desk.vault, desk.pictures, opens=opens).check(path, "public").findings
    assert [one.where for one in found if one.rule == "picture"] == ["slow.png"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "AVIF"])
def test_whatever_can_be_opened_begins_as_a_picture(kind: str) -> None:
    assert begins_as_picture(picture_bytes(kind))


def test_a_link_alone_behind_a_quotation_is_nothing_of_ones_own(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), WORDS)
    desk.note("How do you begin")
    quote = desk.sense.quotation(made.highlight_id)
    path = desk.draft(f"{quote}\n\n[[How do you begin]]\n")
    assert finding(desk, path, "own-words").level == "should"
    other = desk.draft(f"{quote}\n\nSo [[How do you begin]].\n")
    assert "own-words" not in [one.rule for one in checking(desk).check(other, "public").findings]


@pytest.mark.parametrize(("said", "words", "told"), [
    ("", "De gemeenschap is er eerder dan het platform, en zo werkt het niet andersom. ", False),
    ("de", "Lorem ipsum dolor sit amet consectetur adipiscing elit. ", False),
    ("", "Lorem ipsum dolor sit amet consectetur adipiscing elit. ", True)])
def test_a_text_of_which_nobody_can_tell_the_language_is_told(desk: Desk, said: str, words: str, told: bool) -> None:
    path = desk.draft(words * 4, **({"lang": said} if said else {}))
    rules = [one.rule for one in checking(desk).check(path, "public").findings]
    assert ("language" in rules) is told


@pytest.mark.parametrize(("chapter", "index", "count"), [
    ("> four words of another\n>\n> — Julian, address unknown\n", "![[One]]\n\nMine, of another file.\n", 1),
    ("> four words of another\n>\n> — Julian, address unknown\n", "Mine, of another file.\n\n![[One]]\n", 1),
    ("Mine.\n\n> four words of another\n>\n> — Julian, address unknown\n", "A promise.\n\n![[One]]\n", 0),
])
def test_own_words_of_another_file_are_not_beside_a_quotation(
        desk: Desk, chapter: str, index: str, count: int) -> None:
    desk.write("drafts/Book/One.md", chapter, id="02", type="draft", title="One")
    desk.write("drafts/Book/index.md", index, id="01draft000000000", type="draft", title="Book")
    rules = [one.rule for one in checking(desk).check("drafts/Book/index.md", "public").findings]
    assert rules.count("own-words") == count


def test_a_copy_of_a_conflict_is_no_chapter_while_its_original_is_there(desk: Desk) -> None:
    desk.write("drafts/Book/index.md", "A promise.\n", id="01draft000000000", type="draft", title="Book")
    copies = ("One.sync-conflict-20261126-101010-ABCDEF7", "index (conflict 2026-11-26 141203)")
    for number, name in enumerate(("One", *copies, "Two (conflict 2026-11-26 141203)")):
        desk.write(f"drafts/Book/{name}.md", "Mine.\n", id=f"0{number}", type="draft", title="One")
    found = checking(desk).check("drafts/Book/index.md", "public").findings
    assert [one.where for one in found if one.rule == "chapter"] == [
        "drafts/Book/One.md", "drafts/Book/Two (conflict 2026-11-26 141203).md"]  # nothing else holds what Two said
    assert Mending(desk.vault, checking(desk)).mend("drafts/Book/index.md", "public", ["chapter"]) == 2
    assert "sync-conflict" not in desk.body("drafts/Book/index.md")


def test_chapters_that_are_not_shown_can_be_in_one_act(desk: Desk) -> None:
    for name in ("One", "Two"):
        desk.write(f"drafts/Book/{name}.md", "Mine.\n", id=f"02{name}", type="draft", title=name)
    desk.write("drafts/Book/index.md", "A promise.\n", id="01draft000000000", type="draft", title="Book")
    assert Mending(desk.vault, checking(desk)).mend("drafts/Book/index.md", "public", ["chapter"]) == 2
    assert desk.body("drafts/Book/index.md") == "A promise.\n\n![[One]]\n\n![[Two]]\n"
    assert "chapter" not in [one.rule for one in checking(desk).check("drafts/Book/index.md", "public").findings]


@pytest.mark.parametrize(("written", "mended_"), [
    ("See [this page](https://dead.example/x) there.\n", "See this page there.\n"),
    ("See [this](<https://dead.example/x> \"so\") there.\n", "See this there.\n"),
    ("See https://dead.example/x there.\n", None), ("![a picture](https://dead.example/x)\n", None)])
def test_a_dead_link_can_be_its_words(desk: Desk, written: str, mended_: str | None) -> None:
    path = desk.draft(f"%% https://private.example/ %%\n\n{written}")
    [one] = finish(Addresses(desk.vault, ScriptedWeb()).tried(path, "public"))
    if mended_ is None:
        assert one.mend is None
    else:
        assert one.mend is not None
        assert mended(desk.body(path), [one.mend])[0].endswith(f"\n\n{mended_}")
