"""Folders and repositories of static sites: where a draft is written, and where it never is."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from pkm_app.base.errors import NetworkProblem, Refused, StorageProblem
from pkm_app.library.gitsite import GitSite
from pkm_app.library.sitefolder import LAYOUTS, SiteFolder
from pkm_app.share.model import OutletSettings, Rendered
from tests import systems
from tests.contracts.house import with_file
from tests.contracts.site_houses import git

DRAFT = Rendered(title="Wat groeit: één", html="<p>Words</p>", markdown="", language="nl", cut=0)


def site(folder: Path, kind: str = "hugo") -> SiteFolder:
    return SiteFolder(OutletSettings("site", kind, str(folder), ""), folder.parent / "vault")


@pytest.mark.parametrize(("kind", "root", "there", "where"), [
    ("hugo", "hugo.toml", "content/posts", "content/posts/wat-groeit-één.md"),
    ("hugo", "config.toml", "", "content/wat-groeit-één.md"),
    ("jekyll", "_config.yml", "_posts", "_drafts/wat-groeit-één.md"),
    ("pelican", "pelicanconf.py", "", "content/wat-groeit-één.md"),
    ("quarto", "_quarto.yml", "posts", "posts/wat-groeit-één.qmd"),
    ("hugo", "", "content", "wat-groeit-één.md"), ("folder", "", "", "wat-groeit-één.md"),
])
def test_a_draft_goes_where_the_site_keeps_its_drafts(tmp_path: Path, kind: str, root: str, there: str,
                                                      where: str) -> None:
    place = tmp_path / "site"
    (place / there).mkdir(parents=True)
    if root:
        (place / root).touch()
    made = site(place, kind).create(with_file(DRAFT), "pkm-1")
    assert [path.relative_to(place).as_posix() for path in place.rglob("wat*")] == [where]
    assert site(place, kind).get(made.remote_id) == made == site(place, kind).find("pkm-1")
    assert " " not in made.remote_id


def test_a_file_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "wat-groeit-één.md").write_text("Theirs.")
    made = site(tmp_path, "folder").create(with_file(DRAFT), "pkm-1")
    assert made.url.endswith("-2.md")
    assert (tmp_path / "wat-groeit-één.md").read_text() == "Theirs."
    assert site(tmp_path, "folder").find("pkm-1") == made


def test_a_draft_that_was_renamed_there_is_found_by_its_mark(tmp_path: Path) -> None:
    there = site(tmp_path, "folder")
    there.create(with_file(DRAFT), "pkm-1")
    (tmp_path / "wat-groeit-één.md").rename(tmp_path / "other name.md")
    found = there.find("pkm-1")
    assert found is not None
    assert " " not in found.remote_id
    assert there.update(found.remote_id, with_file(replace(DRAFT, html="<p>New</p>")), found.version).html.count("New")


@pytest.mark.parametrize("title", [
    "../../etc/x", "/etc/passwd", "..", ".git/hooks/pre-push", "a\nb", "C:\\x", "con", ""])
def test_a_title_leads_nowhere_else(tmp_path: Path, title: str) -> None:
    place = tmp_path / "site"
    place.mkdir()
    site(place, "folder").create(with_file(replace(DRAFT, title=title)), "pkm-1")
    assert [path.parent for path in tmp_path.rglob("*.md")] == [place]


@pytest.mark.parametrize("remote_id", [
    "../x.md", "..%2Fx.md", "/etc/x.md", "a/../../x.md", "x\0.md", "out/x.md", "x.py"])
def test_a_number_leads_nowhere_else(tmp_path: Path, remote_id: str) -> None:
    place = tmp_path / "site"
    place.mkdir()
    for path in (tmp_path / "x.md", place / "x.py"):
        path.write_text("---\ndraft: true\n---\n")
    if not systems.WINDOWS:
        (place / "out").symlink_to(tmp_path)
    assert site(place).get(remote_id) is None
    with pytest.raises(Refused):
        site(place).update(remote_id, with_file(DRAFT), "")


@systems.needs_links
def test_a_folder_of_drafts_that_leads_out_is_not_written(tmp_path: Path) -> None:
    place = tmp_path / "site"
    place.mkdir()
    (place / "_config.yml").touch()
    (tmp_path / "elsewhere").mkdir()
    (place / "_drafts").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused, match="leads out"):
        site(place, "jekyll").create(with_file(DRAFT), "pkm-1")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_is_no_folder_of_a_site_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    vault = tmp_path / "vault"
    vault.mkdir()
    with pytest.raises(StorageProblem, match="make it first"):
        site(tmp_path / "none").check()
    with pytest.raises(Refused, match="not a folder"):
        site(tmp_path / "file").check()
    with pytest.raises(Refused, match="PKM folder"):
        site(vault).check()


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
def test_every_builder_has_its_mark_of_a_draft(kind: str) -> None:
    front = {"jekyll": b"published: false", "pelican": b"Status: skip", "obsidian": b"publish: false",
             "folder": b"draft: true"}.get(kind, b"draft: true")
    assert LAYOUTS[kind].draft.search(b"---\ntitle: x\n" + front + b"\n")
    assert not LAYOUTS[kind].draft.search(b"---\ntitle: x\ndraft: false\nStatus: published\npublished: true\n")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    place = tmp_path / "site.git"
    place.mkdir()
    git(place, "init", "--quiet", "--bare", "--initial-branch", "main")
    return place


def repository(bare: Path, address: str = "") -> GitSite:
    return GitSite(OutletSettings("site", "folder", address or f"git+{bare.as_uri()}", ""), bare.parent / "vault",
                   bare.parent / "cache")


def test_an_empty_repository_takes_a_draft_too(bare: Path) -> None:
    made = repository(bare).create(with_file(DRAFT), "pkm-1")
    assert repository(bare).find("pkm-1") == made
    log = subprocess.run(["git", "-C", str(bare), "log", "--format=%an %ae %s", "pkm-drafts"], capture_output=True,
                         text=True, check=True).stdout
    assert log == "PKM pkm@localhost Draft: Wat groeit: één\n"


def test_trap_27_nothing_of_a_repository_runs(bare: Path, tmp_path: Path) -> None:
    repository(bare).create(with_file(DRAFT), "pkm-1")
    ran = tmp_path / "ran"
    clone = next((tmp_path / "cache" / "sites").iterdir())
    for name in ("pre-commit", "pre-push", "post-checkout", "post-merge"):
        hook = clone / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {ran}\n")
        hook.chmod(0o755)
    there = repository(bare)
    found = there.find("pkm-1")
    assert found is not None
    there.update(found.remote_id, with_file(replace(DRAFT, html="<p>New</p>")), found.version)
    assert not ran.exists()


@pytest.mark.parametrize("address", [
    "git+ext::sh -c touch% /tmp/x", "git+http://example.org/x", "git+https://me:secret@example.org/x.git", "git+",
    "git+https://example.org/ --upload-pack=x", "git+file://", "git+ssh://-oProxyCommand=x/y@z",
])
def test_trap_25_27_an_address_that_will_not_do(bare: Path, address: str) -> None:
    with pytest.raises(Refused) as caught:
        repository(bare, address)
    assert "secret" not in str(caught.value)


def test_a_repository_that_is_not_there_gets_one_sentence(bare: Path) -> None:
    with pytest.raises(NetworkProblem) as caught:
        repository(bare, f"git+{bare.as_uri()}x").check()
    assert len(str(caught.value).splitlines()) == 1
