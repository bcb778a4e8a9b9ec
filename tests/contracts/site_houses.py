"""The folder of a static site and its repository, with an author who works there by other doors than ours."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pkm_app.app.places import Places
from pkm_app.share.model import OutletSettings
from tests.contracts.house import House


class Author:
    """Somebody who works in the folder of a site with an editor."""

    def __init__(self, folder: Path, after: Callable[[], object] = lambda: None) -> None:
        self._folder, self._after = folder, after

    def edit(self, name: str, html: str) -> None:
        head, end, _ = (self._folder / name).read_text(encoding="utf-8").partition("\n---\n")
        (self._folder / name).write_text(f"{head}{end}\n{html}\n", encoding="utf-8")
        self._after()

    def publish(self, name: str) -> None:
        text = (self._folder / name).read_text(encoding="utf-8")
        (self._folder / name).write_text(text.replace("draft: true", "draft: false"), encoding="utf-8")
        self._after()

    def trash(self, name: str) -> None:
        (self._folder / name).unlink()
        self._after()


@contextmanager
def folder(request: pytest.FixtureRequest) -> Iterator[House]:
    place = request.getfixturevalue("tmp_path") / "My site"
    place.mkdir()
    (place / "hugo.toml").touch()
    author = Author(place)
    maker = Places(lambda: pytest.fail("nothing on the net"), place.parent / "vault", place.parent / "cache")
    yield House(maker, OutletSettings("site", "hugo", str(place), ""), "", "My site", author.edit, author.publish,
                author.trash)


def git(place: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(place), "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *words],
                   check=True, capture_output=True, timeout=60)


@contextmanager
def repository(request: pytest.FixtureRequest) -> Iterator[House]:
    """A repository that others push to, and somebody else's clone of it."""
    base = request.getfixturevalue("tmp_path")
    bare, theirs = base / "site.git", base / "theirs"
    bare.mkdir()
    git(bare, "init", "--quiet", "--bare", "--initial-branch", "main")
    subprocess.run(["git", "clone", "--quiet", str(bare), str(theirs)], check=True, capture_output=True, timeout=60)
    (theirs / "hugo.toml").write_text("title = 'x'\n")
    git(theirs, "add", ".")
    git(theirs, "commit", "--quiet", "-m", "Begin")
    git(theirs, "push", "--quiet", "origin", "HEAD:main")

    class Colleague(Author):
        def __getattribute__(self, name: str) -> Any:
            if name in ("edit", "publish", "trash"):
                git(theirs, "fetch", "--quiet")
                git(theirs, "checkout", "--quiet", "-B", "pkm-drafts", "origin/pkm-drafts")
            return super().__getattribute__(name)

    def push() -> None:
        git(theirs, "add", "--all")
        git(theirs, "commit", "--quiet", "-m", "Change")
        git(theirs, "push", "--quiet", "origin", "HEAD:pkm-drafts")

    colleague = Colleague(theirs, push)
    maker = Places(lambda: pytest.fail("nothing on the net"), base / "vault", base / "cache")
    yield House(maker, OutletSettings("site", "hugo", f"git+{bare.as_uri()}", ""), "", "site",
                lambda name, html: colleague.edit(name, html), lambda name: colleague.publish(name),
                lambda name: colleague.trash(name))
