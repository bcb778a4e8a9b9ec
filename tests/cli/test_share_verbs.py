from __future__ import annotations

import os
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from pkm_app.library.choices import OutletChoices
from pkm_app.share.model import OutletSettings
from tests.cli.terminal import Terminal

BLOG = OutletSettings("blog", "wordpress", "https://blog.example/", "writer", "public")


def draft(terminal: Terminal, body: str, title: str = "What grows", front: str = "") -> str:
    path = terminal.vault / "drafts" / f"{title}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    file_id = f"01{zlib.crc32(title.encode()):014}"
    path.write_text(f"---\nid: {file_id}\ntype: draft\ntitle: {title}\n{front}---\n{body}", encoding="utf-8")
    return f"drafts/{title}.md"


def test_a_draft_of_everything_there_is(reader: Terminal) -> None:
    rows = reader.json("articles")
    made = reader.json("highlight", rows[0]["article_id"], "social learning is about conversations")
    note = reader.json("note", "Mine", stdin="Own words.\n%% private\nfor me\n%%\n")
    kept = reader.json("keep", rows[1]["article_id"])[0]
    source = next(p for p in reader.files() if p.endswith("Post 4.md"))
    done = reader.json("draft", "--from", note["note_id"][:12], "--from", made["highlight_id"][:8], "--from", source,
                       "--from", rows[2]["article_id"][:8])
    assert set(done) == {"draft_id", "path"}
    text = (reader.vault / done["path"]).read_text(encoding="utf-8")
    assert "for me" not in text
    assert text.index("Own words.") < text.index("> social learning") < text.index("Post 4]]") < text.index("Post 3]]")
    assert kept["kept"]
    result = reader.json("check", done["draft_id"][:12])
    assert set(result) == {"passed", "quoted_share", "findings"}
    assert result["passed"]
    assert all(set(finding) == {"rule", "level", "where", "message"} for finding in result["findings"])


def test_a_refused_draft_writes_nothing(terminal: Terminal) -> None:
    note = terminal.json("note", "Secret", "--private", stdin="mine\n")
    before = terminal.files()
    assert "for you alone" in terminal.refused("draft", "--from", note["note_id"])
    terminal.refused("draft", "--from", "nothing", "--title", "T")
    terminal.refused("draft")
    assert "poem" in terminal.refused("draft", "--title", "T", "--template", "poem")
    assert terminal.files() == before


def test_the_check_ends_with_one_where_something_must_be_mended(terminal: Terminal) -> None:
    path = draft(terminal, "> of nobody\n\nMine.\n\n%% internal\nus\n%%\n")
    result = terminal.json("check", path, code=1)
    assert (result["passed"], [f["rule"] for f in result["findings"]]) == (False, ["private", "credit"])
    assert [f["rule"] for f in terminal.json("check", path, "--audience", "team", code=1)["findings"]] == ["credit"]
    OutletChoices(terminal.vault).save([replace(BLOG, audience="team")])
    assert len(terminal.json("check", path, "--outlet", "blog", code=1)["findings"]) == 1
    said = terminal.run("check", path, code=1).out
    assert "Not yet" in said
    lines = (terminal.vault / path).read_text(encoding="utf-8").splitlines()
    at = lines.index(next(line for line in lines if line.startswith(">"))) + 1
    assert f"{path}:{at}" in said  # the line of the file, as an editor counts them
    terminal.run("check", path, "--outlet", "blog", "--audience", "team", code=2)
    terminal.run("check", path, "--audience", "all", code=2)
    assert "no outlet" in terminal.refused("check", path, "--outlet", "nowhere")


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_export_writes_outside_the_vault_and_never_over_a_file(terminal: Terminal, tmp_path: Path, form: str) -> None:
    path = draft(terminal, "For all.\n\n%% private\nfor me\n%%\n")
    file = tmp_path / "out"
    said = terminal.run("export", path, "--format", form, "-o", str(file))
    assert "Private parts left out: 1" in said.err
    first = file.read_bytes()
    assert b"For all." in first
    assert b"for me" not in first
    file.write_bytes(b"mine")
    assert "--force" in terminal.refused("export", path, "--format", form, "-o", str(file))
    assert file.read_bytes() == b"mine"
    done = terminal.json("export", path, "--format", form, "-o", str(file), "--force", "--quiet")
    assert {key: done[key] for key in ("path", "bytes", "cut", "passed")} == {
        "path": str(file), "bytes": len(first), "cut": 1, "passed": True}
    assert file.read_bytes() == first


def test_export_refuses_every_way_into_the_vault_and_odd_places(terminal: Terminal, tmp_path: Path) -> None:
    path = draft(terminal, "For all.\n")
    before = terminal.files()
    (tmp_path / "link").symlink_to(terminal.vault)
    (tmp_path / "dangling").symlink_to(terminal.vault / "new.md")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    for place in (terminal.vault / "x.md", terminal.vault / path, tmp_path / "link" / "x.md", tmp_path / "dangling",
                  tmp_path / "no" / "x.md", tmp_path, tmp_path / "loop" / "x", tmp_path / "pipe",
                  "~nobody-of-that-name/x"):
        terminal.refused("export", path, "--format", "html", "-o", str(place), "--force")
    assert terminal.files() == before
    assert sorted(p.name for p in tmp_path.iterdir() if not p.is_dir()) == ["dangling", "loop", "pipe"]


@pytest.mark.parametrize("front", ["private: true\n", "private: no\n", "private:\n"])
def test_what_stays_in_is_refused_everywhere(terminal: Terminal, tmp_path: Path, front: str) -> None:
    OutletChoices(terminal.vault).save([BLOG])
    talk = terminal.vault / "sources" / "Talk.md"
    talk.parent.mkdir(parents=True)
    talk.write_text("---\nid: 01talk\ntype: source\nkind: conversation\ntitle: Talk\nconsent: no\n---\n"
                    "> He said\n\n^hl-abcdefghij\n", encoding="utf-8")
    quoting = draft(terminal, "> He said\n>\n> — [[Talk#^hl-abcdefghij|Jan]]\n", title="Quoting")
    private = draft(terminal, "Mine.\n", title="Private", front=front)
    for name, told in ((private, "for you alone"), (quoting, "without consent")):
        for line in (["check", name], ["export", name, "--format", "html", "-o", str(tmp_path / "out.html")],
                     ["publish", name, "--outlet", "blog", "--dry-run"]):
            assert told in terminal.refused(*line)
    assert "without consent" in terminal.refused("draft", "--from", "hl-abc", "--title", "T")
    assert not (tmp_path / "out.html").exists()
    assert len([p for p in terminal.files() if p.startswith("drafts/")]) == 2


def test_a_dry_run_needs_no_password_and_changes_nothing(terminal: Terminal) -> None:
    path = draft(terminal, "For all. %% me %%\n")
    OutletChoices(terminal.vault).save([BLOG])
    before = terminal.files()
    done = terminal.json("publish", path, "--outlet", "blog", "--dry-run")
    assert done == {"remote_id": "", "url": "https://blog.example/", "edit_url": "", "action": "created", "cut": 1}
    assert terminal.run("publish", path, "--outlet", "blog", "--dry-run").out.startswith("Would be created")
    assert terminal.files() == before
    assert "--secret-stdin" in terminal.refused("publish", path, "--outlet", "blog")
    assert "No password came in" in terminal.refused("publish", path, "--outlet", "blog", "--secret-stdin")


def test_outlets_are_listed_without_any_secret_and_removed(terminal: Terminal) -> None:
    OutletChoices(terminal.vault).save([BLOG, replace(BLOG, name="crew", audience="team")])
    rows = terminal.json("outlet", "list")
    assert [set(row) for row in rows] == [{"name", "kind", "address", "user", "audience"}] * 2
    assert [row["name"] for row in terminal.json("outlet", "remove", "blog")] == ["crew"]
    assert "no outlet" in terminal.refused("outlet", "remove", "blog")


def test_trap_25_no_secret_is_ever_shown(terminal: Terminal) -> None:
    """The site refuses, or is none; neither the password on standard input nor one in the address is told."""
    for address in ("http://writer:geheim@127.0.0.1:9/", "writer:geheim@[bad", "https://writer:geheim@[bad/",
                    "ftp://writer:geheim@blog.example/", "http://writer:geheim@blog.example/"):
        said = terminal.run("outlet", "add", "blog", "--kind", "wordpress", "--address", address, "--user", "writer",
                            stdin="sesam\n", code=1)
        assert "geheim" not in said.err + said.out
        assert "sesam" not in said.err + said.out
    assert "password" in terminal.refused("outlet", "add", "b", "--kind", "wordpress", "--address", "https://b.example",
                                          "--user", "u")
    assert "pigeon" in terminal.run("outlet", "add", "b", "--kind", "pigeon", "--address", "https://b.example",
                                    "--user", "u", stdin="sesam\n", code=2).err
    assert "UTF-8" in terminal.refused("outlet", "add", "b", "--kind", "wordpress", "--address", "https://b.example",
                                       "--user", "u", stdin=b"\xff\n")
    assert terminal.json("outlet", "list") == []
    everything = b"".join(p.read_bytes() for p in terminal.folder.rglob("*") if p.is_file())
    assert b"geheim" not in everything
    assert b"sesam" not in everything


def test_the_check_mends_what_needs_no_words(terminal: Terminal) -> None:
    path = draft(terminal, "See [[Other|that]] and [[Other]].\n\n%% private\nfor me\n")
    shown = terminal.run("check", path, code=1)
    assert "drafts/What grows.md:8  (--mend private-unclosed)" in shown.out
    assert "Mended: 3." in terminal.run("check", path, "--mend", "link", "--mend", "private-unclosed").err
    text = (terminal.vault / path).read_text(encoding="utf-8")
    assert text.endswith("See that and Other.\n\n%% private\nfor me\n%%\n")
    assert "without your words" in terminal.refused("check", path, "--mend", "credit")


def test_names_of_the_house_stop_what_is_for_everybody(terminal: Terminal) -> None:
    path = draft(terminal, "Our Falcon flies.\n")
    assert terminal.json("internal-names", "--add", "Falcon", "--add", " C++  unit ") == ["Falcon", "C++ unit"]
    assert terminal.json("check", path, code=1)["findings"][0]["rule"] == "name"
    assert terminal.json("check", path, "--audience", "team")["findings"] == []
    assert terminal.json("internal-names", "--remove", "Falcon") == ["C++ unit"]
    assert terminal.json("check", path)["passed"]
    assert "not on the list" in terminal.refused("internal-names", "--remove", "Falcon")
    (terminal.vault / ".pkm" / "internal-names.toml").write_text("names = [", encoding="utf-8")
    assert "cannot be understood" in terminal.refused("check", path)


def test_a_text_to_paste_comes_out_and_is_noted(terminal: Terminal, tmp_path: Path) -> None:
    path = draft(terminal, "For **all**.\n\n%% internal\nfor us\n%%\n")
    added = terminal.json("outlet", "add", "engage", "--kind", "viva-engage", "--audience", "team")
    assert added[0]["address"] == "https://engage.cloud.microsoft/main/feed"
    done = terminal.json("publish", path, "--outlet", "engage")
    assert done["action"] == "created"
    assert "<strong>all</strong>" in done["html"]
    assert done["text"].rstrip().endswith("for us")
    assert terminal.run("publish", path, "--outlet", "engage").out == done["text"].rstrip("\n") + "\n"
    target = tmp_path / "post.html"
    assert terminal.run("publish", path, "--outlet", "engage", "-o", str(target)).code == 0
    assert "<strong>all</strong>" in target.read_text(encoding="utf-8")
    assert "exists" in terminal.refused("publish", path, "--outlet", "engage", "-o", str(target))
    rows = terminal.json("shared")
    assert [(row["outlet"], row["fate"]) for row in rows] == [("engage", "placed")]
    assert terminal.json("shared", path, "--address", "https://engage.example/p/1")[0]["fate"] == "published"
    assert "by hand" in terminal.refused("shared", path, "--compare")


def test_the_command_line_sends_nothing_that_must_be_mended(terminal: Terminal) -> None:
    path = draft(terminal, "> of nobody\n\nMine.\n")
    terminal.run("outlet", "add", "engage", "--kind", "viva-engage", "--audience", "team")
    assert "mend this first" in terminal.refused("publish", path, "--outlet", "engage")
    assert terminal.json("shared") == []


def test_things_are_put_at_the_end_of_a_draft_and_its_parts_are_ordered(terminal: Terminal) -> None:
    path = draft(terminal, "Mine.\n\n## One\n\nFirst.\n\n## Two\n\n> of nobody\n")
    note = terminal.json("note", "Note", stdin="Own words.\n")
    assert terminal.json("draft", "--append", path, "--from", note["note_id"])["path"] == path
    assert (terminal.vault / path).read_text(encoding="utf-8").endswith("> of nobody\n\nOwn words.\n")
    told = terminal.json("outline", path)
    assert [part["title"] for part in told["parts"]] == ["Mine.", "One", "Two", "of nobody"]
    assert told["sources"] == [{"credit": "", "words": 2, "times": 1}]
    ordered = terminal.json("outline", path, "--move", "3", "--before", "2")
    assert [part["title"] for part in ordered["parts"]] == ["Mine.", "Two", "of nobody", "One"]
    assert "parts 1 to 4" in terminal.refused("outline", path, "--move", "9", "--before", "1")
    assert terminal.run("outline", path, "--move", "1", code=2).out == ""
    assert "Say what to put" in terminal.refused("draft", "--append", path)
    assert "is not a draft" in terminal.refused("draft", "--append", note["note_id"], "--from", note["note_id"])


def test_the_parts_are_counted_as_they_leave_to_an_audience(terminal: Terminal) -> None:
    path = draft(terminal, "Mine.\n\n%% internal\nfor us\n%%\n\n## One\n\nFirst.\n")
    told = terminal.json("outline", path)
    assert [(part["own"], part["kept"]) for part in told["parts"]] == [(1, 2), (2, 0)]
    assert (told["whole"], told["book"]) == ({"own": 3, "quoted": 0, "kept": 2, "sources": 0}, None)
    assert terminal.run("outline", path).out.endswith(
        "Words of the draft that leave (public): 3, 0% quoted. Words that stay in: 2.\n")
    assert terminal.json("outline", path, "--audience", "team")["whole"]["own"] == 5
    book = terminal.json("draft", "--template", "ebook", "--title", "Book", "--lang", "en")["path"]
    chapter = terminal.json("draft", "--into", book, "--title", "More")["path"]
    assert terminal.json("outline", chapter)["book"] == terminal.json("outline", book)["whole"]
    private = draft(terminal, "Only mine.\n", title="Mine", front="private: true\n")
    assert "Words that stay in: 2." in terminal.run("outline", private).out
    terminal.run("outline", path, "--outlet", "blog", "--audience", "team", code=2)
    assert "no outlet" in terminal.refused("outline", path, "--outlet", "nowhere")


def test_a_preview_shows_what_an_outlet_would_get_and_asks_nothing(terminal: Terminal, tmp_path: Path) -> None:
    path = draft(terminal, "For **all** {{x}}.\n\n%% private\nfor me\n%%\n")
    (terminal.vault / ".pkm").mkdir(exist_ok=True)
    (terminal.vault / ".pkm" / "outlets.toml").write_text(
        '[[outlet]]\nname = "wiki"\nkind = "mediawiki"\naddress = "https://wiki.invalid/"\nuser = "Anne@pkm"\n'
        'audience = "public"\n', encoding="utf-8")
    shown = terminal.run("publish", path, "--outlet", "wiki", "--preview")
    assert shown.out == "page: User:Anne/Drafts/What grows\n\nFor '''all''' &#123;&#123;x&#125;&#125;.\n"
    assert "Private parts left out: 1." in shown.err
    told = terminal.json("publish", path, "--outlet", "wiki", "--preview")
    assert told["facts"] == {"page": "User:Anne/Drafts/What grows"}
    assert "<strong>all</strong>" in told["html"]
    (tmp_path / "site").mkdir()
    terminal.run("outlet", "add", "site", "--kind", "hugo", "--address", str(tmp_path / "site"))
    assert "draft: true" in terminal.run("publish", path, "--outlet", "site", "--preview").out
    assert list((tmp_path / "site").iterdir()) == []
    assert terminal.json("shared") == []


def test_a_preview_of_what_is_pasted_tells_what_becomes_of_it(terminal: Terminal) -> None:
    terminal.run("outlet", "add", "net", "--kind", "linkedin", "--audience", "public")
    path = terminal.json("draft", "--title", "A post", "--lang", "en")["path"]
    file = terminal.vault / path
    file.write_text(f"{file.read_text()}\nIt is **bold** and ==marked==.\n")
    facts = terminal.json("publish", path, "--outlet", "net", "--preview")["facts"]
    assert (facts["lost"], facts["changed"], facts["kept"]) == (["stress", "highlights"], [], [])
    assert facts["limit"] == 3000
    assert 20 < facts["length"] < 60
    told = terminal.run("publish", path, "--outlet", "net", "--preview").out
    assert "lost there: stress, highlights" in told
    assert f"{facts['length']} of 3000 characters" in told


def test_an_export_says_what_must_be_mended_and_writes_all_the_same(terminal: Terminal, tmp_path: Path) -> None:
    path = draft(terminal, "> of nobody\n\nMine.\n\n> of nobody else\n\n## End\n")
    file = tmp_path / "out.html"
    said = terminal.run("export", path, "--format", "html", "-o", str(file))
    assert file.exists()
    assert "2 to be mended first" in said.err
    assert said.err.count("names no author") == 2
    assert f"pkm check '{path}' --audience public" in said.err
    done = terminal.json("export", path, "--format", "html", "-o", str(file), "--force", "--quiet")
    assert (done["passed"], [one["rule"] for one in done["findings"]].count("credit")) == (False, 2)
    ready = draft(terminal, "Mine.\n", "Ready")
    assert terminal.run("export", ready, "--format", "html", "-o", str(tmp_path / "b.html")).err == ""
