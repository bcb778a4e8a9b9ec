from __future__ import annotations

from pathlib import Path

from pkm_app.library.sample import read_sample
from tests.cli.terminal import Terminal
from tests.journeys.seed import EXCERPTS


def test_the_day_on_the_command_line(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    reader.run("keep", article)
    made = reader.json("highlight", article, "social learning is about conversations")
    day = reader.json("today")
    assert [one["highlight_id"] for one in day["waiting"]] == [made["highlight_id"]]
    assert day["waiting"][0]["credit"].startswith("Julian Stodd, Post")
    assert day["waiting_count"] == 1
    assert [one["name"] for one in day["finds"]] == [article]
    assert len(day["weeks"]) == 12
    assert day["weeks"][-1]["came_in"] + day["weeks"][-2]["came_in"] == 5
    assert day["year_ago"] is None
    text = reader.run("today").out
    assert "social learning is about conversations" in text
    assert "came in  made yours  given on" in text


def test_a_sample_library_in_a_folder_of_its_own(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "Sample library"
    done = terminal.json("sample", str(folder), "--lang", "nl")
    assert (done["articles"], done["notes"]) == (10, 2)
    assert not terminal.vault.exists(), "nothing of it is among one's own"
    visitor = Terminal(tmp_path / "visitor", {"PKM_VAULT": str(folder)})
    views = {view: visitor.json("articles", "--view", view) for view in ("inbox", "kept", "later")}
    assert [len(views[view]) for view in ("inbox", "kept", "later")] == [4, 5, 1]
    assert sorted(one["title"] for one in visitor.json("notes")) == [
        "Hoe zet je social learning in?", "Voorwaarden, geen ontwerp"]
    day = visitor.json("today")
    assert len(day["waiting"]) == 3
    assert len(day["finds"]) == 4
    assert day["year_ago"]["title"] == "Voorwaarden, geen ontwerp"
    assert day["questions"][0]["highlights"] == 1
    (draft,) = visitor.json("search", "vondst", "--in", "drafts")["results"]
    assert draft["title"].startswith("Vrijdagvondsten ")
    assert visitor.json("doctor") == []
    assert visitor.json("check", done["draft_id"])["passed"] in (True, False)
    kept = visitor.json("articles", "--view", "kept")[0]
    assert "Geciteerd zoals afgedrukt in het eBook" in visitor.run("show", kept["article_id"]).out


def test_the_sample_library_is_never_mixed_with_anything(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "note.md").write_text("Mine.")
    assert "folder of its own" in terminal.refused("sample", str(folder))
    assert [path.name for path in folder.rglob("*")] == ["note.md"]
    assert "folder of its own" in terminal.refused("sample", str(folder / "note.md"))


def test_every_sample_article_says_what_the_ebook_prints(terminal: Terminal) -> None:
    printed = [" ".join(one.words.replace("’", "'").split()) for one in EXCERPTS]
    for article in read_sample("en").articles:
        words = " ".join(" ".join(article.words).replace("’", "'").split())
        assert any(one in words for one in printed), article.title
        assert len(words) < 700, "no longer than the eBook prints it"
        assert all(mark.words in " ".join(article.words) for mark in article.highlights)
    assert [one.key for one in read_sample("en").articles] == [one.key for one in read_sample("nl").articles]


def test_the_folder_that_is_used_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "Obsidian vault"
    folder.mkdir()
    (folder / "Old note.md").write_text("# Old note\n\nWords.\n", encoding="utf-8")
    assert terminal.json("use", str(folder), PKM_VAULT=None)["path"] == str(folder)
    assert not terminal.vault.exists()
    assert terminal.run("use", PKM_VAULT=None).out.strip() == str(folder)
    assert "Old note" in terminal.run("notes", PKM_VAULT=None).out
    assert (folder / "Old note.md").read_text(encoding="utf-8") == "# Old note\n\nWords.\n"
    (tmp_path / "file").write_text("x")
    assert "is a file" in terminal.refused("use", str(tmp_path / "file"))
    assert "may not lie inside one another" in terminal.refused("use", str(terminal.data / "data" / "in it"))
    assert terminal.run("use", PKM_VAULT=None).out.strip() == str(folder)
    assert terminal.run("use").out.strip() == str(terminal.vault), "one that is named goes first"
