"""Pictures, own words and templates in a vault on the disk."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.library.attachments import Attachments
from pkm_app.library.internal_names import InternalNames
from pkm_app.library.own_words import OwnWords
from pkm_app.library.templates import ORDER, TemplateFolder
from pkm_app.work.pictures import without_traces
from tests import systems

NOW = datetime(2026, 11, 20, 14, 12, 3, tzinfo=UTC)


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 20), **save: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **save)
    return out.getvalue()


def with_traces() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0112] = 6  # to be turned by a quarter
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 0.0)
    return picture(exif=exif.tobytes(), comment=b"SecretComment")


@pytest.fixture
def pictures(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path, without_traces, lambda: NOW)


def test_a_picture_comes_in_without_its_traces(pictures: Attachments, tmp_path: Path) -> None:
    data = with_traces()
    assert b"SecretCamera" in data
    assert b"SecretComment" in data
    path = pictures.put(data)
    kept = (tmp_path / path).read_bytes()
    assert path.startswith("attachments/2026-11-20 ")
    assert path.endswith(".jpg")
    assert b"Secret" not in kept
    assert b"Exif" not in kept
    assert Image.open(io.BytesIO(kept)).size == (20, 40), "turned as the camera said"


@pytest.mark.parametrize(("kind", "ending"), [("PNG", ".png"), ("GIF", ".png"), ("BMP", ".png"), ("WEBP", ".png")])
def test_other_kinds_become_png(pictures: Attachments, tmp_path: Path, kind: str, ending: str) -> None:
    path = pictures.put(picture(kind), "My shot.xyz")
    assert path == f"attachments/My shot{ending}"
    assert Image.open(io.BytesIO((tmp_path / path).read_bytes())).size == (40, 20)


def test_nothing_is_written_over(pictures: Attachments, tmp_path: Path) -> None:
    first, second = pictures.put(picture(), "a.jpg"), pictures.put(picture("PNG"), "a.jpg")
    third = pictures.put(picture(), "a.jpg")
    assert len({first, second, third}) == 3
    assert len(list((tmp_path / "attachments").iterdir())) == 3


@pytest.mark.parametrize("data", [b"", b"no picture", picture()[:100], b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused(pictures: Attachments, tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Refused):
        pictures.put(data)
    assert not (tmp_path / "attachments").exists()


def test_a_bomb_is_refused(pictures: Attachments) -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    with pytest.raises(Refused, match="too large"):
        pictures.put(out.getvalue())


def test_a_shown_picture_is_no_larger_than_a_screen(pictures: Attachments) -> None:
    path = pictures.put(picture(size=(4000, 1000)))
    assert Image.open(io.BytesIO(pictures.shown(path))).size == (1600, 400)
    with pytest.raises(NotFound):
        pictures.shown("attachments/none.png")
    with pytest.raises(Refused):
        pictures.shown("../elsewhere.png")


def test_own_words_are_kept_in_the_vault(tmp_path: Path) -> None:
    words = OwnWords(tmp_path)
    assert words.load() == frozenset()
    words.add("werkplekleren")
    words.add('odd"\\word')
    words.add("werkplekleren")
    assert OwnWords(tmp_path).load() == {"werkplekleren", 'odd"\\word'}
    assert (tmp_path / ".pkm" / "words.toml").read_text(encoding="utf-8").count("werkplekleren") == 1


def test_a_list_that_cannot_be_understood_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / ".pkm" / "words.toml"
    file.parent.mkdir()
    file.write_text("words = [", encoding="utf-8")
    with pytest.raises(StorageProblem):
        OwnWords(tmp_path).add("word")
    assert file.read_text(encoding="utf-8") == "words = ["


def test_what_else_stands_in_a_list_of_words_stays(tmp_path: Path) -> None:
    file = tmp_path / ".pkm" / "internal-names.toml"
    file.parent.mkdir()
    file.write_text("# Mine.\nother = 1  # of another program\nnames = [\"Falcon\"]\n", encoding="utf-8")
    names = InternalNames(tmp_path)
    assert names.save([" Falcon ", "Grey  Goose", "Falcon"]) == ("Falcon", "Grey Goose")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Mine.\nother = 1  # of another program\n")
    assert "names = [\n  \"Falcon\",\n  \"Grey Goose\",\n]" in text
    assert tuple(InternalNames(tmp_path).load()) == ("Falcon", "Grey Goose")
    assert names.save([]) == ()
    assert tuple(names.load()) == ()


def test_templates_come_along_in_both_languages(tmp_path: Path) -> None:
    found = TemplateFolder(tmp_path).load()
    for language in ("en", "nl"):
        mine = [one for one in found if one.language == language]
        assert tuple(one.key for one in mine) == ORDER
        assert all(one.title and one.file.front_readable and not one.own for one in mine)


def test_own_templates_lie_in_the_vault(tmp_path: Path) -> None:
    folder = tmp_path / ".pkm" / "templates"
    folder.mkdir(parents=True)
    (folder / "Weekly.md").write_text("Week {{week}}\n", encoding="utf-8")
    (folder / "huge.md").write_bytes(b"x" * 400_000)
    if not systems.WINDOWS:
        (folder / "link.md").symlink_to("/etc/hostname")
    own = [one for one in TemplateFolder(tmp_path).load() if one.own]
    assert [(one.key, one.title) for one in own] == [("Weekly", "Weekly")]
