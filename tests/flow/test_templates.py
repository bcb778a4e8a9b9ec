"""Drafts from templates: Friday's Finds, the curated eBook with its chapters, and one's own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.private import cut_private
from pkm_app.content.quotation import read_quotations
from pkm_app.library.draft_templates import DraftTemplates
from pkm_app.share.compose import TEMPLATES
from tests.flow.desk import Desk

WORDS = "the conversations that surround"


def keep(desk: Desk, number: int, comment: str = "", days_ago: int = 0, marked: bool = True) -> str:
    desk.time -= timedelta(days=days_ago)
    article = desk.article(url=f"https://blog.example/{number}", title=f"Post {number}", author=f"Writer {number}")
    source = desk.sources.keep(article)
    if marked:
        desk.highlighting.add(article, WORDS, comment=comment)
    desk.time += timedelta(days=days_ago)
    desk.store.set_mark([article.article_id], "kept", True)
    return source.path


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("template", [one for one in TEMPLATES if one not in ("finds", "ebook")])
def test_a_template_speaks_the_language_of_the_draft_and_its_questions_never_leave(desk: Desk, template: str,
                                                                                   language: str) -> None:
    note = desk.note("Conditions", "My own words.\n")
    path = desk.drafting.new_draft([note], "A title", template, language)[1]
    file = desk.vault.load(path).file
    assert (file.text_field("template"), file.text_field("lang")) == (template, language)
    assert "My own words." in file.body
    assert "{{" not in file.body
    assert "%%" not in cut_private(file.body, "public").text
    other = desk.drafting.new_draft([note], "A title", template, "en" if language == "nl" else "nl")[1]
    assert (desk.body(other) == file.body) == (template == "post")


def test_finds_are_cards_of_what_was_kept_each_with_own_words(desk: Desk) -> None:
    keep(desk, 1, comment="Somebody has to answer first. %% private\nnot this\n%%")
    keep(desk, 2)
    keep(desk, 3, marked=False)
    path = desk.drafting.new_draft([], template="finds", language="en")[1]
    assert path == "drafts/Friday's Finds 2026-11-20.md"
    body = desk.body(path)
    assert [one.credit for one in read_quotations(body)] == ["Writer 1, Post 1", "Writer 2, Post 2"]
    assert body.index("Post 1") < body.index("Somebody has to answer first.") < body.index("Post 2")
    assert "not this" not in body
    assert "[[Writer 3 - Post 3|Writer 3, Post 3]]" in body
    assert body.count("One sentence of your own") == 2
    assert "Left from before" not in body


def test_finds_carry_over_what_was_not_used_and_nothing_twice(desk: Desk) -> None:
    keep(desk, 1, days_ago=20)
    keep(desk, 2)
    first = desk.body(desk.drafting.new_draft([], template="finds", language="nl")[1])
    assert first.index("Post 2") < first.index("# Nog van eerder") < first.index("Post 1")
    with pytest.raises(Refused, match="nothing kept"):
        desk.drafting.new_draft([], template="finds")
    keep(desk, 3, days_ago=20)
    again = desk.body(desk.drafting.new_draft([], template="finds", language="nl", days=30)[1])
    assert "Post 3" in again
    assert "Nog van eerder" not in again
    assert "Post 1" not in again


def test_finds_pass_over_what_stays_in(desk: Desk) -> None:
    for path, kind, fields in (("sources/Secret.md", "page", {"private": True}),
                               ("sources/Talk.md", "conversation", {})):
        desk.write(path, "", id=f"01{kind}", type="source", kind=kind, title=f"My {kind}", **fields)
    desk.write("sources/Page.md", "", id="01p", type="source", kind="page", title="A page", author="Jan",
               url="https://p.example/x")
    body = desk.body(desk.drafting.new_draft([], template="finds", language="en")[1])
    assert "Jan, A page" in body
    assert "My page" not in body
    assert "My conversation" not in body


def test_a_link_to_a_question_is_no_sentence_of_a_find(desk: Desk) -> None:
    desk.note("How do you begin")
    keep(desk, 1, comment="[[How do you begin]]")
    keep(desk, 2, comment="[[How do you begin]]\n\nAsk somebody, as [[How do you begin]] has it.")
    keep(desk, 0, comment="#idea")
    body = desk.body(desk.drafting.new_draft([], template="finds", language="en")[1])
    assert body.count("One sentence of your own") == 2
    assert "#idea" not in body
    assert body.index("Post 1") < body.index("One sentence of your own") < body.index("Post 2")
    assert body.count("[[How do you begin]]") == 1
    assert "\n\nAsk somebody, as [[How do you begin]] has it.\n" in body


def test_an_answer_to_what_was_shared_is_no_find(desk: Desk) -> None:
    desk.write("shared/2026-11-20 A post.md", "What left.\n", id="01shared", type="shared", title="A post")
    for title, body in (("Jan: A post", "\n---\n\n[[2026-11-20 A post]]\n"), ("A talk with Jan", "")):
        desk.write(f"sources/{title}.md", "> So it is\n\n^hl-7f3k2m9qax\n".replace("qax", title[-3:].lower().strip())
                   + body, id=f"01{title[:3]}", type="source", kind="conversation", consent="named", title=title)
    body = desk.body(desk.drafting.new_draft([], template="finds", language="en")[1])
    assert "A talk with Jan" in body
    assert "Jan: A post" not in body


@pytest.mark.parametrize(("spoken", "otherwise", "told"), [
    (("nl", "nl"), "en", "nl"), (("nl", "en"), "nl", "nl"), (("nl", "en"), "en", "en"), (("nl", "nl", "en"), "", "nl")])
def test_finds_are_titled_in_the_language_they_have_in_common_else_in_the_persons(
        desk: Desk, spoken: tuple[str, ...], otherwise: str, told: str) -> None:
    for number, language in enumerate(spoken):
        desk.sense.set_field(keep(desk, number), "lang", language)
    path = desk.drafting.new_draft([], template="finds", otherwise=otherwise)[1]
    assert desk.vault.load(path).file.text_field("lang") == told
    assert path.startswith("drafts/Vrijdagvondsten" if told == "nl" else "drafts/Friday's Finds")


@pytest.mark.parametrize(("title", "otherwise", "told"), [
    ("Nieuw concept", "nl", "nl"), ("Nieuw concept", "", ""),
    ("Waarom de gemeenschap er eerder is dan het platform", "en", "nl")])
def test_a_draft_has_the_language_of_its_title_or_of_the_person(desk: Desk, title: str, otherwise: str,
                                                               told: str) -> None:
    path = desk.drafting.new_draft([], title, otherwise=otherwise)[1]
    assert desk.vault.load(path).file.text_field("lang") == told


def test_what_is_internal_in_a_note_is_internal_in_its_draft(desk: Desk) -> None:
    note = desk.note("A note", "For all.\n\n%% internal\nFor the team.\n%%\n\n%% private\nFor me.\n%%\n\nFor all.\n")
    keep(desk, 1, comment="My own.\n\n%% internal\nSaid at work.\n%%")
    path = desk.drafting.new_draft([note], "A draft", "finds", "en")[1]
    assert "For me" not in desk.body(path)
    assert "%% internal\nFor the team.\n%%" in desk.body(path)
    assert b"For the team" in desk.export(path, audience="team")
    assert b"For the team" not in desk.export(path)
    assert "%% internal\nSaid at work.\n%%" in desk.body(desk.drafting.new_draft([], "", "finds", "en")[1])


def question(desk: Desk) -> str:
    """A learning question, and what hangs on it."""
    desk.write("notes/Hoe begin je.md", "Ik wil weten hoe je begint.\n", id="01question", type="note",
               title="Hoe begin je?", question="open", lang="nl")
    desk.note("Mijn antwoord", "Klein beginnen, zie [[Hoe begin je]].\n")
    desk.note("Geheim", "Over [[Hoe begin je]].\n", private=True)
    article = desk.article()
    desk.highlighting.add(article, WORDS, comment="Hoort bij [[Hoe begin je]]. %% private\nbah\n%%")
    desk.highlighting.add(article, "The conversations go on", comment="Iets anders.")
    return "01question"


def test_an_ebook_is_a_folder_with_a_file_a_chapter(desk: Desk) -> None:
    name = question(desk)
    other = desk.note("Waarom", "Daarom.\n")
    names = ("Joitske", "Petra")
    book, path = desk.drafting.new_draft([name, other], "Sociaal leren: aan de slag!", "ebook", "nl", names)
    folder = "drafts/Sociaal leren - aan de slag!"
    assert path == f"{folder}/index.md"
    assert sorted(one for one in desk.vault.files if one.startswith(folder)) == [
        f"{folder}/1. Hoe begin je.md", f"{folder}/2. Waarom.md", path]
    index = desk.vault.load(path).file
    assert index.list_field("compilers") == ("Joitske", "Petra")
    assert "**Joitske**" in index.body
    chapter = desk.body(f"{folder}/1. Hoe begin je.md")
    for words in ("Ik wil weten hoe je begint.", "Klein beginnen", WORDS, "Hoort bij"):
        assert words in chapter
    for words in ("Geheim", "bah", "Iets anders"):
        assert words not in chapter
    text = desk.export(book).decode()
    assert text.index("## 1. Hoe begin je?") < text.index("Klein beginnen") < text.index("## 2. Waarom")
    assert text.index("Daarom.") < text.index("Over de samenstellers") < text.index("## Bronnen")
    assert "[Lees het volledige blog](<https://blog.example/post>)" in text


def test_a_question_becomes_its_chapter_in_one_step(desk: Desk) -> None:
    book, path = desk.drafting.new_draft([desk.note("Waarom", "Daarom.\n")], "Boek", "ebook", "nl")
    before = desk.vault.load(path).file.body
    _, made = desk.drafting.add_chapter(book, [question(desk)])
    assert made == "drafts/Boek/2. Hoe begin je.md"
    assert desk.vault.load(path).file.body.replace("\n\n![[2. Hoe begin je]]", "") == before
    text = desk.export(book).decode()
    assert text.index("## 1. Waarom") < text.index("## 2. Hoe begin je?") < text.index("samenstellers")
    assert desk.publishing.check(book, "public").findings
    with pytest.raises(Refused, match="no eBook"):
        desk.drafting.add_chapter(desk.draft("x\n"), ["01question"])


def test_a_chapter_that_is_not_shown_is_told_and_one_that_shows_itself_refused(desk: Desk) -> None:
    book, path = desk.drafting.new_draft([desk.note("Waarom", "Daarom.\n")], "Boek", "ebook", "nl")
    desk.write("drafts/Boek/3. Extra.md", "Meer.\n", id="01extra", type="draft", title="Extra")
    assert "drafts/Boek/3. Extra.md" in [one.where for one in desk.publishing.check(book, "public").findings
                                         if one.rule == "chapter"]
    desk.write("drafts/Boek/3. Extra.md", "![[index]]\n", id="01extra", type="draft", title="Extra")
    loaded = desk.vault.load(path)
    desk.vault.save(path, loaded.file.with_body(loaded.file.body + "\n![[3. Extra]]\n"), loaded.digest)
    with pytest.raises(Refused, match="shows itself"):
        desk.export(book)


def test_private_parts_are_cut_file_by_file(desk: Desk) -> None:
    """One left open hides nothing of another file, and nothing of its own gets out."""
    book, _ = desk.drafting.new_draft([desk.note("Een", "x\n"), desk.note("Twee", "y\n")], "Boek", "ebook", "nl")
    for path in list(desk.vault.files):
        if path.endswith("1. Een.md"):
            loaded = desk.vault.load(path)
            desk.vault.save(path, loaded.file.with_body("Mag.[^1]\n\n[^1]: noot een\n\n%% SECRET\n"), loaded.digest)
        if path.endswith("2. Twee.md"):
            loaded = desk.vault.load(path)
            desk.vault.save(path, loaded.file.with_body("Mag ook.[^1]\n\n%% internal\nUS\n%%\n\n[^1]: noot twee\n"),
                            loaded.digest)
    text = desk.export(book).decode()
    assert "SECRET" not in text
    assert "US" not in text
    assert "US" in desk.export(book, audience="team").decode()
    for words in ("Mag.", "Mag ook.", "noot een", "noot twee"):
        assert words in text
    assert any(one.rule == "private-unclosed" for one in desk.publishing.check(book, "public").findings)


def test_a_note_that_a_draft_shows_comes_along_and_its_private_parts_do_not(desk: Desk) -> None:
    desk.note("Shown", "All of this.\n\n%% me %%\n\n## A part\n\nOnly this.\n\n## Another\n\nNot asked.\n")
    text = desk.export(desk.draft("Mine.\n\n![[Shown]]\n\nMore.\n")).decode()
    assert text.index("Mine.") < text.index("All of this.") < text.index("Not asked.") < text.index("More.")
    assert " me " not in text
    part = desk.export(desk.draft("![[Shown#A part]]\n")).decode()
    assert "Only this." in part
    assert "All of this" not in part
    assert "Not asked" not in part


def test_own_templates_hold_placeholders_and_nothing_that_runs(tmp_path: Path) -> None:
    shelf = DraftTemplates(tmp_path)
    own = tmp_path / ".pkm" / "templates"
    own.mkdir(parents=True)
    (own / "Nieuwsbrief.md").write_text(
        "---\ntitle: N\n---\nOver {{title}} op {{date}}.\n\n{{pieces}}\n\n{{ 7 * 7 }} {% x %}\n")
    desk = Desk()
    desk.drafting = type(desk.drafting)(desk.store, desk.vault, desk.sense, desk.sources, desk.now, shelf)
    note = desk.note("Mijn", "Eigen {{date}}.\n")
    path = desk.drafting.new_draft([note], "De *titel*", "Nieuwsbrief", "nl")[1]
    assert desk.body(path) == "Over De \\*titel\\* op 2026-11-20.\n\nEigen {{date}}.\n\n{{ 7 * 7 }} {% x %}\n"
    assert desk.drafting.templates()[-1] == "Nieuwsbrief"
    file = tmp_path / "elders.md"
    file.write_text("Bovenaan.\n")
    assert desk.body(desk.drafting.new_draft([note], "T", str(file))[1]) == "Bovenaan.\n\nEigen {{date}}.\n"
    for name in ("poem", "../../../etc/passwd", "", "x\0y", "/etc"):
        with pytest.raises(NotFound, match="no template"):
            desk.drafting.new_draft([note], "T", name)


def test_what_hangs_on_a_question_as_a_whole_comes_along_and_the_line_it_hangs_by_does_not(desk: Desk) -> None:
    name = question(desk)
    desk.write("sources/Whole.md", "[[Hoe begin je]]\n\nWords of the page.\n", id="01whole", type="source",
               kind="article", title="Whole page", author="Jan", url="https://p.example/x")
    desk.note("Hangt", "Een eigen zin.\n\n[[Hoe begin je]]\n")
    book, _ = desk.drafting.new_draft([desk.note("Waarom", "Daarom.\n")], "Boek", "ebook", "nl")
    chapter = desk.body(desk.drafting.add_chapter(book, [name])[1])
    for words in ("Whole", "Een eigen zin.", "Klein beginnen, zie [[Hoe begin je]].", "Hoort bij [[Hoe begin je]]."):
        assert words in chapter
    assert "\n[[Hoe begin je]]\n" not in chapter


def test_a_chapter_is_taken_out_of_its_book_and_put_back(desk: Desk) -> None:
    book, path = desk.drafting.new_draft([desk.note("Waarom", "Daarom.\n")], "Boek", "ebook", "nl")
    before = desk.vault.load(path).file.body
    _, made = desk.drafting.add_chapter(book, [], "Later")
    with_it = desk.vault.load(path).file.body
    desk.drafting.take_out(made)
    assert desk.vault.load(path).file.body == before
    assert made in desk.vault.files
    desk.drafting.take_out(made)  # nothing more to take
    desk.drafting.put_back(made)
    desk.drafting.put_back(made)  # it is shown once
    assert desk.vault.load(path).file.body == with_it
    lonely = desk.draft("x\n")
    desk.drafting.take_out(lonely)
    assert desk.vault.find(lonely).path


def test_an_own_template_gives_its_language_and_tags(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "Weekbericht.md"
    file.write_bytes(b"---\r\nlang: nl\r\ntags: [weekbericht, jaar/{{year}}]\r\n---\r\n# {{title}}\r\n")
    path = desk.drafting.new_draft([desk.note("Conditions", "My own words.\n")], "Twee: drie", str(file), "en")[1]
    made = desk.vault.load(path).file
    assert (made.text_field("lang"), made.list_field("tags")) == ("nl", ("weekbericht", "jaar/2026"))
    assert made.body.startswith("# Twee: drie\n\nMy own words.")


def test_a_draft_that_names_no_language_leaves_in_the_one_it_is_written_in(desk: Desk) -> None:
    path = desk.draft("> The community was there before the platform, and that is how it works.\n\n"
                      "De gemeenschap is er eerder dan het platform, en zo werkt het niet andersom.\n")
    assert b'<html lang="nl"' in desk.export(path, "html")
    assert desk.publishing.rendered(path, "public").language == "nl"
