"""All of it in one file and back again; what is no backup, or was tampered with, is refused and leaves nothing."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def backup(reader: Terminal) -> Path:
    article = reader.json("articles")[0]["article_id"]
    reader.json("highlight", article, "social learning is about conversations", "--comment", "Yes.")
    reader.json("note", "Mine", stdin="Words.")
    reader.run("delete", reader.json("note", "Gone", stdin="Thrown away.")["path"])
    reader.run("read", article)
    file = reader.folder / "all.zip"
    done = reader.json("backup", str(file))
    assert (done["path"], done["bytes"]) == (str(file), file.stat().st_size)
    assert done["items"] == len(zipfile.ZipFile(file).namelist()) - 1
    return file


def restored(reader: Terminal, file: Path) -> Terminal:
    into = reader.folder / "back"
    reader.run("restore", str(file), "--into", str(into))
    return Terminal(reader.folder, {"PKM_VAULT": str(into / "vault"), "PKM_DATA": str(into / "profile")})


def test_everything_is_there_again(reader: Terminal, backup: Path) -> None:
    again = restored(reader, backup)
    vault = reader.folder / "back" / "vault"
    assert {p.relative_to(vault).as_posix(): p.read_bytes() for p in vault.rglob("*") if p.is_file()} == reader.files()
    for verb in (("articles", "--view", "all"), ("feeds",), ("highlights",), ("notes",)):
        assert again.json(*verb) == reader.json(*verb)
    assert again.json("search", "conversations")["results"]
    settings = (reader.folder / "back" / "profile" / "config" / "settings.toml")
    again.run("read", reader.json("articles", "--view", "all")[1]["article_id"])
    devices = {path.name for path in (vault / ".pkm" / "marks").glob("*.jsonl")}
    assert len(devices) == 2  # the restored machine has a name of its own
    assert settings.is_file()


def test_no_index_no_lock_and_no_password_is_in_it(reader: Terminal, backup: Path) -> None:
    names = zipfile.ZipFile(backup).namelist()
    assert not [name for name in names if "/cache/" in name or name.endswith((".lock", "-wal", "-shm", ".part"))]
    assert backup.stat().st_mode & 0o077 == 0


def test_without_a_name_it_lies_beside_the_folder(reader: Terminal) -> None:
    path = Path(reader.json("backup")["path"])
    assert path.parent == reader.vault.parent
    assert path.name.endswith(".pkm-backup.zip")


def test_places_that_will_not_do(reader: Terminal, backup: Path) -> None:
    assert "exists already" in reader.refused("backup", str(backup))
    assert "outside" in reader.refused("backup", str(reader.vault / "b.zip"))
    assert "outside" in reader.refused("backup", str(reader.data / "data" / "b.zip"))
    assert "cannot be written" in reader.refused("backup", str(reader.folder / "no" / "such" / "b.zip"))
    assert "not an empty folder" in reader.refused("restore", str(backup), "--into", str(reader.vault))
    nowhere = str(reader.folder / "nowhere.zip")
    assert "no file" in reader.refused("restore", nowhere, "--into", str(reader.folder / "x"))
    reader.run("restore", str(backup), code=2)


@pytest.mark.parametrize("name", [
    "vault/../../out.md", "/etc/passwd", "vault//x.md", "vault/./x", "elsewhere/x.md", "vault/a\\..\\b.md",
    "profile/cache/index/x", "vault"])
def test_names_that_lead_elsewhere_are_refused(reader: Terminal, backup: Path, name: str) -> None:
    _tampered(backup, add={name: b"x"})
    into = reader.folder / "back"
    assert "no backup of PKM, or it is damaged" in reader.refused("restore", str(backup), "--into", str(into))
    assert not into.exists()


@pytest.mark.parametrize("how", ["other words", "missing", "more", "cut", "text", "link", "foreign"])
def test_what_was_tampered_with_is_refused_and_leaves_nothing(reader: Terminal, backup: Path, how: str) -> None:
    if how == "other words":
        _tampered(backup, replace={"vault/notes/Mine.md": b"Others' words.\n"})
    elif how == "missing":
        _tampered(backup, drop="vault/notes/Mine.md")
    elif how == "more":
        with zipfile.ZipFile(backup, "a") as archive:
            archive.writestr("vault/notes/More.md", "x")
    elif how == "cut":
        backup.write_bytes(backup.read_bytes()[:-500])
    elif how == "link":
        _tampered(backup, add={"vault/link": b"/etc/passwd"}, mode=0o120777)
    elif how == "foreign":
        with zipfile.ZipFile(backup, "w") as archive:
            archive.writestr("vault/x.md", "x")
    else:
        backup.write_text("no archive")
    into = reader.folder / "empty"
    into.mkdir()
    assert "no backup of PKM, or it is damaged" in reader.refused("restore", str(backup), "--into", str(into))
    assert list(into.iterdir()) == []


def _tampered(file: Path, add: dict[str, bytes] | None = None, replace: dict[str, bytes] | None = None, drop: str = "",
              mode: int = 0o600) -> None:
    """Write the archive again with a manifest that knows what was added, not what was replaced."""
    from hashlib import sha256

    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist() if name != drop}
    manifest = json.loads(content.pop("manifest.json"))
    for name, data in (add or {}).items():
        manifest["files"][name] = sha256(data).hexdigest()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in {**content, **(replace or {})}.items():
            archive.writestr(name, data)
        for name, data in (add or {}).items():
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            archive.writestr(info, data)
        archive.writestr("manifest.json", json.dumps(manifest))
