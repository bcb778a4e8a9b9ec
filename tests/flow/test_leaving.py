"""What a draft is made of: chapters, notes and highlights that it shows, each as it stands in its own file."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import Refused
from pkm_app.content.origin import is_signed
from pkm_app.flow.mending import Mending
from pkm_app.share.model import Finding
from tests.flow.desk import Desk
from tests.flow.test_checking import checking, place
from tests.share.drafts import picture_bytes


def book(desk: Desk, index: str, **chapters: str) -> str:
    for number, (title, body) in enumerate(chapters.items()):
        desk.write(f"drafts/Book/{title}.md", body, id=f"0{number}chapter", type="draft", title=title, lang="en")
    desk.write("drafts/Book/index.md", index, id="01draft000000000", type="draft", title="Book", lang="en")
    return "drafts/Book/index.md"


def findings(desk: Desk, path: str, rule: str, *names: str) -> list[Finding]:
    return [one for one in checking(desk, *names).check(path, "public").findings if one.rule == rule]


def exported(desk: Desk, path: str) -> str:
    return desk.export(path).decode().partition("\n---\n")[2]


def test_labels_mean_what_their_own_file_says(desk: Desk) -> None:
    path = book(desk, "See [the site][1] and [a].\n\n![[One]]\n\n![[Two]]\n\n[1]: https://index.example/\n"
                      "[a]: https://a.example/\n",
                One="Mine [from][1], [a] and [A][].[^1]\n\n> Said.\n>\n> — [Jan][who]\n\n"
                    "[1]: https://one.example/\n[who]: https://jan.example/\n[^1]: Note one.\n",
                Two="Ours [from][1], [a].[^1]\n\n> Said too.\n>\n> — [Piet][who]\n\n"
                    "[1]: <https://two.example/>\n[WHO]:\n  https://piet.example/\n[a]: https://b.example/\n"
                    "[^1]: Note two with [link][1].\n")
    text = exported(desk, path)
    assert "[the site](<https://index.example/>) and [a](<https://a.example/>)" in text
    assert "[from](<https://one.example/>), \\[a\\] and \\[A\\]\\[\\].[^1]" in text  # it has no such label itself
    assert "— [Jan](<https://jan.example/>)" in text
    assert "[from](<https://two.example/>), [a](<https://b.example/>).[^2]" in text
    assert "— [Piet](<https://piet.example/>)" in text
    assert "[^2]: Note two with [link](<https://two.example/>)" in text


@pytest.mark.parametrize("show", ["![[Part {}]]", "![]({}/Part%20{}.md)", "![[Part {}#Deep]]"])
def test_links_and_pictures_mean_what_stands_beside_their_own_file(desk: Desk, show: str) -> None:
    for part in "ab":
        desk.write(f"notes/{part}/Part {part}.md",
                   f"# Deep\n\n![picture {part}](fig.png)\n\n![[fig.png|again {part}]]\n\nSee [Source](source.md) and "
                   f"[it][s] of {part}.\n\n[s]: source.md\n", id=f"0{part}", type="note", title=f"Part {part}")
        desk.write(f"notes/{part}/source.md", "", id=f"1{part}", type="source", title=f"Source {part}",
                   url=f"https://{part}.example/")
    desk.pictures.files = {"notes/a/fig.png": picture_bytes("PNG"), "notes/b/fig.png": picture_bytes("JPEG")}
    lines = [show.replace("{}", f"../notes/{one}", 1).format(one) if show.startswith("![]") else show.format(one)
             for one in "ab"]
    path = desk.draft("\n\n".join(["Begin.", *lines, "End."]) + "\n")
    _, pictures = desk.exporting.document(path, "public")
    assert sorted(pictures.values(), key=len) == sorted(desk.pictures.files.values(), key=len)
    text = exported(desk, path)
    for part in "ab":
        assert f"See [Source](<https://{part}.example/>) and [it](<https://{part}.example/>) of {part}." in text
        assert text.count(f"![picture {part}][picture-") == text.count(f"![again {part}][picture-") == 1
    assert findings(desk, path, "picture") == []


def test_a_private_file_beside_one_of_the_same_name_is_told_apart(desk: Desk) -> None:
    for part, private in (("a", False), ("b", True)):
        desk.write(f"notes/{part}/Part {part}.md", f"Of {part}.\n\n[{part} leads](x.md)\n", id=f"0{part}", type="note",
                   title=f"Part {part}")
        desk.write(f"notes/{part}/x.md", "Secret.\n" if private else "Open.\n", id=f"1{part}", type="note",
                   title=f"X {part}", private=private)
    path = desk.draft("![[Part a]]\n\n![[Part b]]\n")
    desk.write("notes/b/Part b.md", "Of b.\n\n![](x.md)\n", id="0b", type="note", title="Part b")
    with pytest.raises(Refused, match=r"shows the private file “x\.md”"):
        desk.export(path)
    desk.write("notes/a/Part a.md", "Of a.\n\n![](x.md)\n", id="0a", type="note", title="Part a")
    assert exported(desk, desk.draft("Mine.\n\n![[Part a]]\n", "Other")).strip().endswith("Of a.\n\nOpen.")


def test_findings_and_mends_of_a_chapter_are_those_of_its_own_file(desk: Desk) -> None:
    path = book(desk, "![[One]]\n\n![[Two]]\n", One="One [[Gone|words]].[^1]\n\n[^1]: A note.\n",
                Two="Two ![](pic.png) and [[Gone|words]].[^1]\n\n> Said [it][s].\n\n[^1]: A note.\n"
                    "[s]: https://s.example/\n")
    desk.pictures.files = {"drafts/Book/pic.png": picture_bytes("PNG")}
    shown = [(one.path.rpartition("/")[2], place(desk, one)) for one in findings(desk, path, "link")]
    assert shown == [("One.md", "[[Gone|words]]"), ("Two.md", "[[Gone|words]]")]
    assert [place(desk, one) for one in findings(desk, path, "credit")] == ["> Said [it][s].\n"]
    mending = Mending(desk.vault, checking(desk))
    alt = findings(desk, path, "alt")[0]
    assert (alt.where, alt.mend and alt.mend.text) == ("pic.png", "![[pic.png|]]")
    assert mending.mend(path, "public", ["link"]) == 2
    assert desk.body("drafts/Book/Two.md").startswith("Two ![](pic.png) and words.[^1]\n")


def test_code_that_a_chapter_leaves_open_ends_with_it(desk: Desk) -> None:
    path = book(desk, "![[One]]\n\n![[Two]]\n", One="Mine.\n\n```python\nx = 1\n",
                Two="## Part\n\nWords of **two**.\n")
    text = exported(desk, path)
    assert "```python\nx = 1\n```\n\n## Two\n\n### Part\n\nWords of **two**." in text
    found = findings(desk, path, "open-code")
    assert [(one.level, one.path, place(desk, one)) for one in found] == [
        ("should", "drafts/Book/One.md", "```python\nx = 1\n")]


@pytest.mark.parametrize("body", [
    "- item\n\n  ```\n  x = 1\n", "> ```\n> x = 1\n", "```\nx\n```\n", "- ```\n  x = 1\n"])
def test_code_that_ends_with_its_list_or_quotation_is_left_alone(desk: Desk, body: str) -> None:
    path = book(desk, "![[One]]\n\n![[Two]]\n", One=body, Two="Words of **two**.\n")
    assert "## Two\n\nWords of **two**." in exported(desk, path)
    assert findings(desk, path, "open-code") == []


def test_a_line_beside_what_is_shown_does_not_go_on_with_it(desk: Desk) -> None:
    desk.write("notes/Quote.md", "Of others.\n\n> Said.\n>\n> — Jan, https://jan.example/\n", id="0q", type="note",
               title="Quote")
    text = exported(desk, desk.draft("> Mine.\n![[Quote]]\nMy words.\n"))
    assert "\n\nOf others.\n\n" in text
    assert text.rstrip().endswith("\n\nMy words.")


def test_nobody_sees_the_signs_of_files(desk: Desk) -> None:
    path = book(desk, "A promise.\n\n![[One]]\n",
                One="# Head `[[x]]`\n\n[a] [x](y.md) [[z]] [^1]\n\n    [[code]]\n\n```\n# [[y]] [^2]\n```\n\n"
                    "| [[a]] | [b](c) |\n|---|---|\n| `[^3]` | x |\n\n[a]: b.md\n[^1]: Note [[w]].\n")
    for form in ("markdown", "html", "eml"):
        assert not is_signed(desk.export(path, form).decode())
    for one in checking(desk).check(path, "public").findings:
        words = [one.where, one.message, *(mend.text for mend in one.mends())]
        assert not any(map(is_signed, words))


def test_a_highlight_that_is_shown_is_its_quotation_with_its_credit(desk: Desk) -> None:
    body = "> Social Learning is about the conversations.\n\n^hl-aaaaaaaaaa\n\nMy thought.\n"
    desk.write("sources/Post.md", body, id="0s", type="source", title="A post", author="Julian", url="https://julian.example/post")
    path = desk.draft("Strong:\n\n![[Post#^hl-aaaaaaaaaa]]\n\nTrue.\n")
    assert exported(desk, path).strip().endswith(
        "Strong:\n\n> Social Learning is about the conversations.\n>\n> — [Julian, A post](<https://julian.example/post>)"
        "\n\nTrue.")
    (own,) = findings(desk, desk.draft("# Part\n\n![[Post#^hl-aaaaaaaaaa]]\n"), "own-words")
    assert place(desk, own) == "![[Post#^hl-aaaaaaaaaa]]"
    desk.draft("Strong:\n\n![[Post#^hl-aaaaaaaaaa]]\n")
    desk.write("sources/Post.md", body, id="0s", type="source", title="A post", private=True)
    with pytest.raises(Refused):
        desk.export(path)


@pytest.mark.parametrize("link", ["![[Note#No such]]", "![[Note#^none]]", "![[Nobody]]", "![[Post#^hl-bbbbbbbbbb]]"])
def test_what_is_shown_of_nowhere_is_told(desk: Desk, link: str) -> None:
    desk.write("notes/Note.md", "# A heading\n\nWords.\n", id="0n", type="note", title="Note")
    desk.write("sources/Post.md", "", id="0s", type="source", title="A post", url="https://julian.example/post")
    path = desk.draft(f"Mine.\n\n{link}\n\nEnd.\n")
    found = findings(desk, path, "nowhere")
    assert [(one.level, place(desk, one)) for one in found] == [("should", link)]
    assert Mending(desk.vault, checking(desk)).mend(path, "public", ["nowhere"]) == 1
    assert link not in desk.body(path)


@pytest.mark.parametrize(("link", "shown"), [
    ("![[Note#Part: *two*]]", "## Part: *two*\n\nWords [there](<https://t.example/>).[^1]"),
    ("![[Note#Top#Part two]]", "## Part: *two*\n\nWords [there](<https://t.example/>).[^1]"),
    ("![[Note#^one]]", "First words."), ("![[Note#^item]]", "- an item"), ("![[Note#^list]]", "- a list\n- of two")])
def test_a_part_of_a_note_is_shown_with_what_it_needs(desk: Desk, link: str, shown: str) -> None:
    desk.write("notes/Note.md", "# Top\n\nFirst words. ^one\n\n- other\n- an item ^item\n\n- a list\n- of two\n\n"
               "^list\n\n## Part: *two*\n\nWords [there][t].[^n]\n\n# Next\n\nMore.\n\n[t]: https://t.example/\n"
               "[^n]: A note.\n",
               id="0n", type="note", title="Note")
    path = desk.draft(f"Mine.\n\n{link}\n\nEnd.\n")
    text = exported(desk, path)
    assert f"Mine.\n\n{shown.replace('## ', '### ')}\n\nEnd." in text
    assert ("[^1]: A note." in text) is ("[^1]" in shown)
    assert findings(desk, path, "nowhere") == []
