"""Profiles and settings of this machine."""

import os
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.library.profile import find_profile, find_vault
from pkm_app.library.settings import Settings
from tests import systems
from tests.library.processes import in_processes
from tests.library.savers import put_many


def test_a_profile_in_a_named_folder(tmp_path):
    profile = find_profile(str(tmp_path / "p"))
    profile.prepare(tmp_path / "vault")
    assert profile.folders() == (tmp_path / "p/data", tmp_path / "p/config", tmp_path / "p/cache")
    assert not (tmp_path / "vault").exists()
    if os.name == "posix":
        assert {folder.stat().st_mode & 0o777 for folder in profile.folders()} == {0o700}


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_the_named_folder_is_its_owners_alone_when_it_is_made_and_left_as_it_was_when_it_was_there(tmp_path):
    find_profile(str(tmp_path / "new")).prepare(tmp_path / "vault")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    (tmp_path / "mine").mkdir(mode=0o755)
    find_profile(str(tmp_path / "mine")).prepare(tmp_path / "vault")
    assert (tmp_path / "mine").stat().st_mode & 0o777 == 0o755


def test_loose_rights_are_tightened(tmp_path):
    (tmp_path / "p/data").mkdir(parents=True, mode=0o755)
    find_profile(str(tmp_path / "p")).prepare(tmp_path / "vault")
    if os.name == "posix":
        assert (tmp_path / "p/data").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(("data", "vault"), [("v/p", "v"), ("v", "v"), ("p", "p/data"), ("p", "p/cache/vault"),
                                             ("v/../v/p", "v"),
                                             pytest.param("link/p", "v", marks=systems.needs_links)])
def test_profile_and_vault_never_lie_inside_one_another(tmp_path, data, vault):
    (tmp_path / "v").mkdir()
    if not systems.WINDOWS:
        (tmp_path / "link").symlink_to("v")
    with pytest.raises(Refused, match="may not lie inside one another"):
        find_profile(str(tmp_path / data)).prepare(tmp_path / vault)
    assert list((tmp_path / "v").iterdir()) == []


def test_neighbours_are_fine(tmp_path):
    find_profile(str(tmp_path)).prepare(tmp_path / "vault")
    find_profile(str(tmp_path)).prepare(tmp_path / "data-of-mine")


def test_a_profile_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "p").write_text("a file")
    with pytest.raises(StorageProblem, match="Choose another place with --data"):
        find_profile(str(tmp_path / "p")).prepare(tmp_path / "vault")


def test_without_a_name_it_lies_in_the_folders_of_the_user(tmp_path):
    program = ("from pkm_app.library.profile import find_profile, find_vault\n"
               "print(*find_profile().folders(), find_vault(), sep='\\n')")
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-c", program], env=home, capture_output=True, text=True, check=True,
                          cwd=Path(__file__).resolve().parents[2])
    places = [Path(line) for line in done.stdout.splitlines()]
    assert len(set(places)) == 4
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert all("pkm" in str(place).lower() for place in places)
    assert list(tmp_path.iterdir()) == []


def test_which_vault(tmp_path):
    assert find_vault(str(tmp_path / "a"), str(tmp_path / "b")) == tmp_path / "a"
    assert find_vault("", str(tmp_path / "b")) == tmp_path / "b"
    assert find_vault("relative") == Path.cwd() / "relative"
    assert find_vault().name == "PKM"


class TestSettings:
    def test_what_was_put_is_there_after_the_next_start(self, tmp_path):
        Settings(tmp_path).put("reading.size", "18")
        assert Settings(tmp_path).get("reading.size") == "18"
        assert Settings(tmp_path).get("other") == ""
        assert Settings(tmp_path).get("other", "default") == "default"

    def test_what_a_person_wrote_stays(self, tmp_path):
        (tmp_path / "settings.toml").write_text(
            '# mine\nvault = "~/My PKM"\nsince = 2026-11-20\ncount = 3\nratio = 0.5\non = true\nlist = ["a", {b = 1}]\n'
            '[reading]\nsize = 18\n')
        settings = Settings(tmp_path)
        found = {key: settings.get(key) for key in ("vault", "count", "on", "reading.size", "since")}
        assert found == {"vault": "~/My PKM", "count": "3", "on": "true", "reading.size": "18", "since": "2026-11-20"}
        settings.put("theme", "dark")
        kept = tomllib.loads((tmp_path / "settings.toml").read_text())
        assert kept == {"vault": "~/My PKM", "since": date(2026, 11, 20), "count": 3, "ratio": 0.5, "on": True,
                        "list": ["a", {"b": 1}], "reading.size": 18, "theme": "dark"}

    def test_putting_what_is_there_writes_nothing(self, tmp_path):
        settings = Settings(tmp_path)
        settings.put("a", "1")
        before = (tmp_path / "settings.toml").stat()
        settings.put("a", "1")
        assert (tmp_path / "settings.toml").stat().st_mtime_ns == before.st_mtime_ns

    def test_a_file_that_cannot_be_read_is_said_and_kept(self, tmp_path):
        (tmp_path / "settings.toml").write_bytes(b'vault = "x\n')
        settings = Settings(tmp_path)
        assert "cannot be read" in str(settings.take_notices()[0])
        assert settings.get("vault", "default") == "default"
        assert (tmp_path / "settings.toml").read_bytes() == b'vault = "x\n'
        settings.put("theme", "dark")
        assert Settings(tmp_path).get("theme") == "dark"
        assert b'vault = "x\n' in [path.read_bytes() for path in tmp_path.glob("settings (conflict *).toml")]

    def test_processes_change_different_settings_at_once(self, tmp_path):
        in_processes(put_many, [(str(tmp_path), name) for name in "ab"])
        settings = Settings(tmp_path)
        assert {settings.get(f"{name}{number}") for name in "ab" for number in range(5)} == {"x"}

    def test_a_folder_that_cannot_be_written_is_said(self, tmp_path):
        with pytest.raises(StorageProblem, match="settings"):
            Settings(tmp_path / "nowhere").put("a", "1")

    @how(max_examples=50, deadline=None)
    @given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=20), max_size=4))
    def test_any_text_under_any_key(self, tmp_path_factory, values):
        folder = tmp_path_factory.mktemp("settings")
        settings = Settings(folder)
        for key, value in values.items():
            settings.put(key, value)
        again = Settings(folder)
        assert {key: again.get(key) for key in values} == values
        assert again.take_notices() == []
