"""What stands in the head of a draft leaves under the rules of its words: private parts stay in, names are found."""

from __future__ import annotations

import io
import zipfile

import pytest

from pkm_app.base.errors import Refused
from pkm_app.base.events import finish
from pkm_app.flow.checking import Checking
from pkm_app.flow.mending import Mending
from pkm_app.share.model import Finding
from tests.flow.desk import Desk
from tests.flow.test_posting import photo

HIDDEN = "%% private geheim %%"


def checking(desk: Desk, *names: str) -> Checking:
    return Checking(desk.vault, desk.pictures, lambda: names)


def found(desk: Desk, path: str, *names: str, audience: str = "public") -> list[Finding]:
    return list(checking(desk, *names).check(path, audience).findings)


def everything(desk: Desk, path: str) -> str:
    """All that leaves of a draft, as files and as outlets are given it."""
    post = desk.publishing._posting.rendered(path, "public", "wordpress")
    book = zipfile.ZipFile(io.BytesIO(desk.export(path, "epub")))
    targets = [desk.export(path, target=one).decode() for one in ("plain", "hugo", "jekyll", "pelican", "obsidian")]
    return "\n".join([repr(post), desk.export(path, "html").decode(), desk.export(path, "eml").decode(), *targets,
                      *(book.read(name).decode() for name in book.namelist() if name.endswith(("html", "opf", "ncx")))])


def test_private_parts_of_the_head_stay_in_and_are_counted(desk: Desk) -> None:
    path = desk.draft("Mine.\n", f"All of it {HIDDEN} here", compilers=[f"Anne {HIDDEN} Bos", HIDDEN, "Jan"],
                      categories=[f"Leren {HIDDEN}"], excerpt=f"In short {HIDDEN}.", tags=[HIDDEN, "leren"],
                      featured="[[cover.jpg|A cover %% geheim %%]]")
    desk.pictures.files["cover.jpg"] = photo()
    left = everything(desk, path)
    assert "geheim" not in left
    assert "%%" not in left
    document = desk.exporting.document(path, "public")[0]
    assert (document.title, document.authors, document.tags, document.cut) == (
        "All of it here", ("Anne Bos", "Jan"), ("leren",), 7)
    assert [one.message for one in found(desk, path) if one.rule == "private"] == ["Private parts that stay in: 7."]
    assert finish(desk.publishing.preview(path, "public", "blog")).cut == 7


def test_private_parts_in_titles_of_chapters_notes_and_sources_stay_in(desk: Desk) -> None:
    desk.write("drafts/Book/One.md", "Mine [[Src]] and [[Own]].\n", id="02", type="draft", title=f"Chapter {HIDDEN}")
    desk.write("sources/Src.md", "", id="03", type="source", title=f"Source {HIDDEN}", author=f"Julian {HIDDEN}",
               url="https://blog.example/x")
    desk.write("notes/Own.md", "x\n", id="04", type="note", title=f"Own {HIDDEN}")
    desk.write("drafts/Book/index.md", "![[One]]\n", id="01draft000000000", type="draft", title="Book")
    left = desk.export("drafts/Book/index.md").decode()
    assert "geheim" not in left
    assert "Mine [Source](<https://blog.example/x>) and Own." in left


def test_a_title_that_is_private_as_a_whole_is_refused(desk: Desk) -> None:
    path = desk.draft("Mine.\n", HIDDEN)
    for leaving in (desk.export, desk.publish, lambda name: found(desk, name)):
        with pytest.raises(Refused, match="whole title"):
            leaving(path)


def test_a_part_of_the_head_that_is_never_closed_must_be_mended(desk: Desk) -> None:
    path = desk.draft("Mine.\n", excerpt="In short %% for me")
    told = [one for one in found(desk, path) if one.rule == "private-unclosed"]
    assert [(one.level, one.where) for one in told] == [("must", "excerpt")]
    assert "for me" not in everything(desk, path)


@pytest.mark.parametrize(("field", "value"), [
    ("tags", ["leren", "falcon"]), ("tags", ["falcon-plan"]), ("categories", ["Falcon plan"]),
    ("compilers", ["Anne Falcon"]), ("excerpt", "All about Falcon."), ("featured", "[[p.png|The Falcon hedge, CC0]]")])
def test_a_name_in_the_head_stops_what_is_for_everybody(desk: Desk, field: str, value: object) -> None:
    desk.pictures.files["p.png"] = photo()
    path = desk.draft("Mine.\n", **{field: value})
    told = found(desk, path, "Falcon")
    assert [(one.rule, one.level) for one in told] == [("name", "must")]
    assert told[0].where.startswith(f"{field}: ")
    assert [one.level for one in found(desk, path, "Falcon", audience="community")] == ["should"]
    assert found(desk, path, "Falcon", audience="team") == []
    desk.publishing = desk.checked_by(checking(desk, "Falcon"))
    with pytest.raises(Refused, match="own house: Falcon"):
        desk.publish(path)


@pytest.mark.parametrize(("field", "value", "left"), [
    ("tags", ["leren", "falcon"], ("leren",)), ("compilers", ["Anne Falcon", "Jan"], ("Jan",)),
    ("categories", ["Falcon"], ()), ("excerpt", "All about Falcon.", ())])
def test_what_names_the_house_in_the_head_is_taken_out(
        desk: Desk, field: str, value: object, left: tuple[str, ...]) -> None:
    path = desk.draft("Mine.\n", **{field: value})
    assert Mending(desk.vault, checking(desk, "Falcon")).mend(path, "public", ["name"]) == 1
    assert desk.vault.load(path).file.list_field(field) == left
    assert found(desk, path, "Falcon") == []


@pytest.mark.parametrize("address", ["https://intranet.local/falcon/plan", "https://i.local/the%20falcon?x=1"])
def test_a_name_in_the_address_behind_a_credit_is_found_and_the_link_becomes_words(desk: Desk, address: str) -> None:
    desk.write("sources/Src.md", "> four words of another\n\n^hl-abcdefghij\n", id="03", type="source", title="A plan",
               author="Julian", url=address)
    path = desk.draft("> four words of another\n>\n> — [[Src#^hl-abcdefghij|Julian, A plan]]\n\nMine.\n")
    [one] = found(desk, path, "Falcon")
    assert (one.rule, one.level, one.where) == ("name", "must", address)
    assert desk.body(path)[one.start : one.end] == "[[Src#^hl-abcdefghij|Julian, A plan]]"
    Mending(desk.vault, checking(desk, "Falcon")).mend(path, "public", ["name"])
    assert "falcon" not in desk.export(path).decode().casefold()


def test_a_name_in_the_title_behind_a_link_without_words_is_found(desk: Desk) -> None:
    desk.write("notes/Neutral.md", "x\n", id="04", type="note", title="The Falcon plan")
    path = desk.draft("Mine [[Neutral]] and [[Neutral|it]].\n")
    assert [one.where for one in found(desk, path, "Falcon") if one.rule == "name"] == ["Neutral: The Falcon plan"]


def test_the_name_of_a_file_that_does_not_leave_is_no_finding(desk: Desk) -> None:
    desk.write("notes/Falcon.md", "x\n", id="04", type="note", title="Falcon")
    path = desk.draft("Mine [[Falcon|it]].\n")
    assert [one.rule for one in found(desk, path, "Falcon")] == ["link"]
    assert "Falcon" not in desk.export(path).decode()


@pytest.mark.parametrize(("featured", "rules"), [
    ("p.png", ["alt", "licence"]), ("[[p.png|A hedge]]", ["licence"]), ("[[p.png|A hedge, photo: Anne, CC BY]]", []),
    ("gone.png", ["picture"])])
def test_the_picture_for_the_whole_is_looked_at_like_any_other(desk: Desk, featured: str, rules: list[str]) -> None:
    desk.pictures.files["p.png"] = photo()
    path = desk.draft("Mine.\n", featured=featured)
    assert [one.rule for one in found(desk, path)] == rules


def test_words_without_consent_in_the_head_never_leave(desk: Desk) -> None:
    said = "He said that we should never do it again."
    desk.write("sources/Talk.md", f"> {said}\n\n^hl-abcdefghij\n", id="05", type="source", title="Talk",
               kind="conversation", consent="no")
    path = desk.draft("Mine.\n", excerpt=f"In short: {said}")
    for leaving in (desk.export, desk.publish, lambda name: found(desk, name)):
        with pytest.raises(Refused, match="without consent"):
            leaving(path)


def test_tags_that_leave_are_the_persons_own(desk: Desk) -> None:
    body = ("Zie [[#Aanpak|de aanpak]], [verder](#verder-lezen) en (#echt), #ook.\n\n"
            "> Een ander schrijft #hashtag en #ook.\n>\n> — Jan, https://jan.example/\n\n## Aanpak\n")
    path = desk.draft(body, tags=["leren"])
    assert desk.vault.find(path).tags == ("leren", "echt", "ook", "hashtag")
    assert desk.exporting.document(path, "public")[0].tags == ("leren", "echt", "ook")
