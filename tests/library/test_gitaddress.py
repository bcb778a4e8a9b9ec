"""Addresses of repositories: folders with any name on both kinds of system, and nothing git takes for an option."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from pkm_app.base.errors import Refused
from pkm_app.library.gitaddress import git_address
from tests import systems

ODD = ["OneDrive - Bedrijf BV/mijn site.git", "100% mine.git", "a%20b.git", "één & twee #3.git", "me@home.git",
       "-upload-pack=x.git", "[x] (y).git", *([] if systems.WINDOWS else ["what?.git"])]


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("encoded", [False, True])
def test_git_finds_a_folder_with_any_name_as_it_is_shown_or_encoded(tmp_path: Path, name: str, encoded: bool) -> None:
    place = tmp_path / name
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch", "main", "--", str(place)], check=True,
                   timeout=60)
    found = git_address(f"git+{place.as_uri()}" if encoded else f"git+file://{place.as_posix()}")
    assert found.name == place.name.removesuffix(".git")
    assert Path(found.place) == place
    subprocess.run(["git", "ls-remote", "--", found.url], check=True, timeout=60, capture_output=True)


@pytest.mark.parametrize(("address", "url"), [
    ("file:///C:/Users/Jan de Boer/site.git", "file:///C:/Users/Jan%20de%20Boer/site.git"),
    ("file:///C:/Users/Jan%20de%20Boer/site.git", "file:///C:/Users/Jan%20de%20Boer/site.git"),
    ("file://C:\\Users\\Jan de Boer\\site.git", "file:///C:/Users/Jan%20de%20Boer/site.git"),
    ("file://localhost/D:/OneDrive - Bedrijf BV/site.git", "file:///D:/OneDrive%20-%20Bedrijf%20BV/site.git"),
    ("file://server/onze share/site.git", "file://server/onze%20share/site.git"),
])
def test_windows(address: str, url: str) -> None:
    found = git_address(f"git+{address}", windows=True)
    assert (found.url, found.scheme, found.name) == (url, "file", "site")


@pytest.mark.parametrize("address", [
    "git+file://", "git+file:///", "git+file://host/site.git", "git+file://site.git", "git+file:///a%0ab", "git+file:///a\nb",
    "git+file:///a%00b", "git+file:///a\u2028b", "git+ext::sh -c x", "git+https://example.org/a b", "git+https://me@x.org/y",
    "git+ssh:///no/host", "git+--upload-pack=x", "GIT+file:///a",
])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(Refused, match="no address of a git repository"):
        git_address(address, windows=False)


@pytest.mark.parametrize("address", ["git+file:///", "git+file://site.git", "git+file://C:", "git+file://C:site.git"])
def test_what_is_no_address_on_windows(address: str) -> None:
    with pytest.raises(Refused):
        git_address(address, windows=True)


def test_what_was_understood_before_is_the_same_repository() -> None:
    """The address names the clone in the cache."""
    for url in ("https://example.org/me/site.git", "ssh://example.org:22/~me/site.git", "file:///srv/git/site.git"):
        assert git_address(f"git+{url}", windows=False).url == url
