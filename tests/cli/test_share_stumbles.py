"""Share from a clumsy hand: one clear sentence each, and nothing lost."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.terminal import Terminal
from tests.cli.test_share_verbs import draft
from tests.share.drafts import picture_bytes


def test_a_title_is_answered_with_the_files_that_have_it(terminal: Terminal) -> None:
    for folder in ("", "sub/"):
        path = terminal.vault / "drafts" / f"{folder}Twin.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntype: draft\ntitle: Twin\n---\nWords.\n", encoding="utf-8")
    for verb in ("check", "outline"):
        assert "“twin” is a title. Say which file you mean: drafts/Twin.md, drafts/sub/Twin.md." in terminal.refused(
            verb, "twin")
    assert "Nothing here is called nobody." in terminal.refused("check", "nobody")


def test_front_matter_that_cannot_be_read_is_named_as_what_keeps_a_draft_in(terminal: Terminal, tmp_path: Path) -> None:
    path = draft(terminal, "Words.\n", front="tags: [open\n")
    before = terminal.files()
    for line in (["check", path], ["export", path, "--format", "html", "-o", str(tmp_path / "x.html")]):
        assert "between the two lines of ---" in terminal.refused(*line)
    assert terminal.files() == before
    assert not (tmp_path / "x.html").exists()


def test_an_empty_draft_has_no_parts_to_order(terminal: Terminal) -> None:
    path = draft(terminal, "")
    assert "no parts yet" in terminal.refused("outline", path, "--move", "1", "--before", "2")
    assert terminal.json("outline", path)["parts"] == []


def test_the_check_tells_what_sending_would_refuse_or_leave_behind(terminal: Terminal) -> None:
    path = draft(terminal, "")
    said = terminal.run("check", path, code=1).out
    assert said == "must   Nothing stands here that may leave. Write something first.\nNot yet: 0% quoted.\n"
    path = draft(terminal, "Mine.\n\n![[cut.png|Something]]\n", "Cut")
    whole = picture_bytes("PNG", (200, 200))
    for data, told in ((whole[:-40], True), (whole, False)):
        (terminal.vault / "attachments").mkdir(exist_ok=True)
        (terminal.vault / "attachments" / "cut.png").write_bytes(data)
        assert ("so it does not go along: cut.png." in terminal.run("check", path).out) == told


def test_a_draft_is_not_put_into_itself(terminal: Terminal) -> None:
    path = draft(terminal, "Words.\n")
    before = (terminal.vault / path).read_bytes()
    assert "into itself" in terminal.refused("draft", "--append", path, "--from", path)
    assert (terminal.vault / path).read_bytes() == before


def test_languages_and_compilers_that_are_none(terminal: Terminal) -> None:
    assert "no language" in terminal.refused("draft", "--title", "x", "--lang", "nederlands")
    assert not any(path.startswith("drafts/") for path in terminal.files())
    path = terminal.json("draft", "--template", "ebook", "--title", "Book", "--lang", "nl-BE", "--compiler", " ",
                         "--compiler", "A*nne")["path"]
    text = (terminal.vault / path).read_text(encoding="utf-8")
    assert "****" not in text
    assert "**A\\*nne**" in text
    assert "compilers: [A*nne]" in text


def test_an_answer_to_a_draft_in_two_places_names_the_place(terminal: Terminal) -> None:
    path = draft(terminal, "My words.\n")
    for kind in ("linkedin", "teams"):
        terminal.run("outlet", "add", kind, "--kind", kind)
        terminal.run("publish", path, "--outlet", kind)
    before = terminal.files()
    assert "say which with --outlet" in terminal.refused("reply", path, "--by", "Anne", stdin="Yes.\n")
    assert terminal.files() == before
    terminal.run("reply", path, "--outlet", "teams", "--by", "Anne", stdin="Yes.\n")
    assert {one["outlet"]: one["replies"] for one in terminal.json("shared")} == {"linkedin": 0, "teams": 1}


def test_what_a_folder_outlet_is_told_when_it_is_made(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    said = terminal.run("outlet", "add", "site", "--kind", "hugo", "--address", str(tmp_path / "site")).out
    assert said == "site: drafts go there as files.\n"


def test_a_folder_that_is_gone_is_told_and_a_draft_goes_there_again_once_it_is_back(
    terminal: Terminal, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    path = draft(terminal, "Words.\n")
    terminal.run("outlet", "add", "site", "--kind", "hugo", "--address", str(site))
    assert terminal.json("publish", path, "--outlet", "site")["action"] == "created"
    sent = next(site.glob("*.md"))
    sent.unlink()
    site.rmdir()
    assert "There is no folder" in terminal.refused("publish", path, "--outlet", "site")
    assert not site.exists()
    site.mkdir()
    assert terminal.json("publish", path, "--outlet", "site")["action"] == "created"
    assert sent.exists()


def test_a_bom_windows_lines_and_quotes_in_a_name_leave_as_they_should(terminal: Terminal, tmp_path: Path) -> None:
    path = terminal.vault / "drafts" / "It's \"so\" $HOME `x`.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "---\nid: 01a\ntype: draft\ntitle: \"It's \\\"so\\\" <b>\"\n---\nMine.\n\n%% private\nsecret\n%%\n\nMore.\n"
    before = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    path.write_bytes(before)
    name = f"drafts/{path.name}"
    for form in ("markdown", "html", "docx", "epub", "pdf", "eml"):
        assert terminal.json("export", name, "--format", form, "-o", str(tmp_path / f"x.{form}"))["cut"] == 1
    html = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "It&#x27;s &quot;so&quot; &lt;b&gt;" in html or "It's \"so\" &lt;b&gt;" in html
    assert "secret" not in html
    assert "\r" not in html
    assert path.read_bytes() == before


def test_of_a_draft_that_left_to_several_places_each_is_told_and_one_can_be_named(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    path = draft(terminal, "Words.\n")
    terminal.run("outlet", "add", "site", "--kind", "hugo", "--address", str(tmp_path / "site"))
    terminal.run("outlet", "add", "our place", "--kind", "viva-engage", "--audience", "team")
    terminal.run("publish", path, "--outlet", "site")
    hint = terminal.run("publish", path, "--outlet", "our place").err
    assert f"pkm shared '{path}' --outlet 'our place' --address https://…" in hint
    assert [row["outlet"] for row in terminal.json("shared", path)] == ["our place", "site"]
    assert [row["outlet"] for row in terminal.json("shared", "--outlet", "site")] == ["site"]
    assert "(our place), " in terminal.refused("shared", path, "--address", "https://engage.example/1")
    done = terminal.json("shared", path, "--outlet", "our place", "--address", "https://engage.example/1")
    assert [(row["outlet"], row["fate"]) for row in done] == [("our place", "published")]
    assert [row["fate"] for row in terminal.json("shared", path, "--look")] == ["published", "placed"]
    assert "has not left to blog yet" in terminal.refused("shared", path, "--outlet", "blog")
    assert terminal.json("shared", path, "--outlet", "site", "--compare")["changed"] is False


def test_a_repository_that_is_gone_is_named(terminal: Terminal, tmp_path: Path) -> None:
    path = draft(terminal, "Words.\n")
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path / "site.git")], check=True)
    terminal.run("outlet", "add", "repo", "--kind", "hugo", "--address", f"git+{tmp_path.as_uri()}/site.git")
    (tmp_path / "site.git").rename(tmp_path / "elsewhere.git")
    assert f"git cannot work with {tmp_path}/site.git: " in terminal.refused("publish", path, "--outlet", "repo")


def test_what_was_changed_there_is_shown_beside_what_would_be_sent(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "our site").mkdir()
    path = draft(terminal, "Words.\n\nMine.\n")
    terminal.run("outlet", "add", "our site", "--kind", "hugo", "--address", str(tmp_path / "our site"))
    terminal.run("publish", path, "--outlet", "our site")
    made = next((tmp_path / "our site").glob("*.md"))
    made.write_text(made.read_text(encoding="utf-8").replace("Mine.", "Theirs."), encoding="utf-8")
    there = made.read_bytes()
    said = terminal.run("publish", path, "--outlet", "our site", code=1)
    assert said.out == ""
    assert "was changed at" in said.err
    assert "\n  Words.\n- Theirs.\n+ Mine.\n" in said.err
    assert "--outlet 'our site' --keep-theirs\n" in said.err
    found = terminal.json("publish", path, "--outlet", "our site", code=1)
    assert (found["theirs"], found["mine"]) == ("Words.\n\nTheirs.", "Words.\n\nMine.")
    assert set(found) == {"error", "version", "url", "theirs", "mine", "beside"}
    assert f"--outlet 'our site' --over {found['version']}\n" in said.err
    kept = terminal.json("publish", path, "--outlet", "our site", "--keep-theirs")["path"]
    assert "Theirs." in (terminal.vault / kept).read_text(encoding="utf-8")
    assert made.read_bytes() == there
    terminal.run("publish", path, "--outlet", "our site", "--over", "something else", code=1)
    assert made.read_bytes() == there
    done = terminal.json("publish", path, "--outlet", "our site", "--over", found["version"])
    assert done["action"] == "updated"
    assert b"Mine." in made.read_bytes()
    assert terminal.json("publish", path, "--outlet", "our site")["action"] == "unchanged"
    assert len([one for one in terminal.files() if one.startswith("drafts/")]) == 2  # the same is kept once
