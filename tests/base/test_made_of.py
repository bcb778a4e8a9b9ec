"""What the program says it is made of, from the papers of what is installed, and from texts gathered in a built one."""

from __future__ import annotations

from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

from pkm_app.base import made_of
from pkm_app.base.resources import resources_folder


def test_every_library_but_qt_brings_its_text() -> None:
    silent = {one.metadata["Name"] for one in made_of.libraries() if len(made_of.texts_of(one)) < 200}
    assert silent <= {"PySide6_Essentials", "shiboken6"}  # the LGPL's text lies among our own
    assert "pdfium" in made_of.texts_of(distribution("pypdfium2")).lower()


def test_each_text_stands_under_the_name_of_its_part() -> None:
    told = made_of.licence_texts()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in told
    for name in ("lxml", "nh3", "urllib3"):
        assert f"\n\n{made_of.heading(name, distribution(name).version)}\n\n" in told


def test_a_built_program_reads_what_was_gathered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resources = tmp_path / "resources"
    _copy(resources_folder(), resources)
    (resources / "licences/parts").mkdir()
    (resources / "licences/parts/x.txt").write_text("x 1\n===\n\nThe X licence.\n", encoding="utf-8")
    monkeypatch.setattr(made_of, "resources_folder", lambda: resources)
    told = made_of.licence_texts()
    assert told.endswith("x 1\n===\n\nThe X licence.")
    assert made_of.texts_of(distribution("lxml")) not in told


def _copy(source: Path, target: Path) -> None:
    for name in ("fonts/Inter-OFL.txt", "fonts/Literata-OFL.txt", "icons/LICENSE", "licences/LGPL-3.0.txt"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes((source / name).read_bytes())


def test_a_text_in_an_old_encoding_is_read_and_one_said_twice_stands_once(tmp_path: Path) -> None:
    paper = tmp_path / "odd-1.dist-info"
    (paper / "licenses").mkdir(parents=True)
    (paper / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1\n", encoding="utf-8")
    (paper / "licenses/LICENSE").write_bytes("© André".encode("latin-1"))
    (paper / "COPYING").write_bytes("© André\n".encode("latin-1"))
    (paper / "RECORD").write_text("odd-1.dist-info/licenses/LICENSE,,\nodd-1.dist-info/COPYING,,\nodd/a.py,,\n",
                                  encoding="utf-8")
    assert made_of.texts_of(Distribution.at(paper)) == "© André"
