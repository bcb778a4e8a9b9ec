"""What becomes of drafts where people publish by moving and merging files: found by their mark, and an address that a
person gave is never taken away again."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal
from tests.cli.test_share_verbs import draft
from tests.contracts.site_houses import git

READ_AT = "https://blog.example/what-grows"


def look(terminal: Terminal, path: str) -> tuple[str, str]:
    (row,) = terminal.json("shared", path, "--look")
    return row["fate"], row["url"]


def test_a_draft_that_was_moved_to_the_posts_is_published(terminal: Terminal, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "_posts").mkdir(parents=True)
    (site / "_config.yml").touch()
    path = draft(terminal, "Words.\n\nMore.\n")
    terminal.run("outlet", "add", "site", "--kind", "jekyll", "--address", str(site))
    terminal.run("publish", path, "--outlet", "site")
    moved = site / "_posts" / "2026-11-26-what-grows.md"
    next((site / "_drafts").glob("*.md")).rename(moved)
    text = moved.read_text(encoding="utf-8").replace("published: false\n", "")
    moved.write_text(text, encoding="utf-8")
    assert look(terminal, path) == ("published", "")
    assert terminal.json("shared", path, "--compare")["changed"] is False
    assert terminal.json("shared", path, "--address", READ_AT)[0]["fate"] == "published"
    assert look(terminal, path) == ("published", READ_AT)
    moved.write_text(text.replace("More.", "Better."), encoding="utf-8")
    pieces = terminal.json("shared", path, "--compare")["pieces"]
    assert [(one["kind"], one["words"]) for one in pieces if one["kind"] != "same"] == [
        ("out", "More."), ("in", "Better.")]
    moved.unlink()  # it lives on where the program cannot see it: the person knows better
    assert look(terminal, path) == ("published", READ_AT)
    assert f"can be read at {READ_AT}" in terminal.refused("shared", path, "--compare")


def test_what_is_gone_from_a_site_is_gone_where_nobody_said_otherwise(terminal: Terminal, tmp_path: Path) -> None:
    path = draft(terminal, "Words.\n")
    terminal.run("outlet", "add", "site", "--kind", "hugo", "--address", str(tmp_path))
    terminal.run("publish", path, "--outlet", "site")
    made = next(tmp_path.glob("*.md"))
    made.unlink()
    assert look(terminal, path) == ("gone", "")


def test_an_address_that_a_person_gave_stays_when_the_file_is_a_draft_again(
        terminal: Terminal, tmp_path: Path) -> None:
    path = draft(terminal, "Words.\n")
    (tmp_path / "site").mkdir()
    terminal.run("outlet", "add", "site", "--kind", "hugo", "--address", str(tmp_path / "site"))
    terminal.run("publish", path, "--outlet", "site")
    made = next((tmp_path / "site").glob("*.md"))
    terminal.run("shared", path, "--address", READ_AT)
    assert look(terminal, path) == ("placed", READ_AT)  # the file says that it is a draft still
    made.write_text(made.read_text(encoding="utf-8").replace("draft: true", "draft: false"), encoding="utf-8")
    assert look(terminal, path) == ("published", READ_AT)
    made.write_text(made.read_text(encoding="utf-8").replace("draft: false", "draft: true"), encoding="utf-8")
    file = terminal.vault / path
    file.write_text(file.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    terminal.run("publish", path, "--outlet", "site")  # and it goes along with what is sent later
    assert look(terminal, path) == ("placed", READ_AT)


class Repository:
    """A site in git, with somebody's own clone of it."""

    def __init__(self, base: Path) -> None:
        self.bare, self.theirs = base / "site.git", base / "theirs"
        self.bare.mkdir()
        git(self.bare, "init", "--quiet", "--bare", "--initial-branch", "main")
        subprocess.run(["git", "clone", "--quiet", str(self.bare), str(self.theirs)], check=True, capture_output=True)
        (self.theirs / "hugo.toml").write_text("title = 'x'\n")
        self.push("main")

    def push(self, branch: str) -> None:
        git(self.theirs, "add", "--all")
        git(self.theirs, "commit", "--quiet", "--allow-empty", "-m", "Change")
        git(self.theirs, "push", "--quiet", "origin", f"HEAD:{branch}")

    def merge(self, name: str, front: str) -> None:
        """Bring the draft to the default branch, under another name, with this in its front matter."""
        git(self.theirs, "fetch", "--quiet")
        git(self.theirs, "merge", "--quiet", "origin/pkm-drafts")
        made = next(self.theirs.rglob("*.md"))
        text = made.read_text(encoding="utf-8").replace("draft: true", front)
        made.unlink()
        (made.parent / name).write_text(text, encoding="utf-8")
        self.push("main")


@pytest.fixture
def repository(tmp_path: Path, terminal: Terminal) -> Repository:
    made = Repository(tmp_path)
    terminal.run("outlet", "add", "repo", "--kind", "hugo", "--address", f"git+{made.bare.as_uri()}")
    return made


@pytest.mark.parametrize("name", ["what-grows.md", "2026-11-26-what-grows.md"])
def test_a_draft_that_was_merged_is_published_whether_its_branch_is_there_or_not(
        terminal: Terminal, repository: Repository, name: str) -> None:
    path = draft(terminal, "Words.\n")
    terminal.run("publish", path, "--outlet", "repo")
    assert look(terminal, path) == ("placed", "")
    repository.merge(name, "draft: false")
    for gone in (False, True):
        if gone:
            git(repository.bare, "branch", "-D", "pkm-drafts")
        assert look(terminal, path) == ("published", "")
        assert terminal.json("shared", path, "--compare")["changed"] is False
        file = terminal.vault / path
        file.write_text(file.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
        said = terminal.refused("publish", path, "--outlet", "repo")
        assert f"no draft at file://{repository.bare} any more (published)" in said
        assert "cache" not in said
    terminal.run("shared", path, "--address", READ_AT)
    assert look(terminal, path) == ("published", READ_AT)


def test_a_draft_that_was_merged_as_a_draft_is_updated_on_its_branch(
        terminal: Terminal, repository: Repository) -> None:
    path = draft(terminal, "Words.\n")
    terminal.run("publish", path, "--outlet", "repo")
    repository.merge("what-grows.md", "draft: true")
    assert look(terminal, path) == ("placed", "")
    file = terminal.vault / path
    file.write_text(file.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    done: Any = terminal.json("publish", path, "--outlet", "repo")
    assert done["action"] == "updated"
