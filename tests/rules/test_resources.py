"""The resources are found from a checkout, from a wheel and in a frozen build."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASK = "from pkm_app.base.resources import resources_folder; print(resources_folder())"


def ask(folder: Path, code: str = ASK) -> Path:
    done = subprocess.run([sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(folder)!r}); {code}"],
                          capture_output=True, text=True, check=True, cwd=folder)
    return Path(done.stdout.strip())


def test_in_a_checkout() -> None:
    assert ask(ROOT) == ROOT / "resources"


def test_in_a_wheel(tmp_path: Path) -> None:
    built = tmp_path / "built"
    # the build backend is called directly, in a copy, so that nothing is fetched and nothing written here
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pkm_app", "resources"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs" / "guide", source / "docs" / "guide")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    built.mkdir()
    subprocess.run([sys.executable, "-c", f"from hatchling.build import build_wheel; build_wheel({str(built)!r})"],
                   cwd=source, check=True, capture_output=True)
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(unpacked)
    folder = ask(unpacked)
    assert folder == unpacked / "pkm_app" / "_resources"
    assert (folder / "themes" / "light.toml").is_file()
    assert list((unpacked / "pkm_app" / "library" / "migrations").glob("*.sql"))
    guide = ask(unpacked, "from pkm_app.base.resources import guide_folder; print(guide_folder())")
    assert (guide / "nl" / "index.md").is_file()
    assert list((guide / "pictures").glob("*.png"))


def test_in_a_frozen_build(tmp_path: Path) -> None:
    frozen = tmp_path / "frozen"
    shutil.copytree(ROOT / "resources" / "themes", frozen / "resources" / "themes")
    shutil.copytree(ROOT / "pkm_app" / "base", frozen / "pkm_app" / "base")
    (frozen / "pkm_app" / "__init__.py").write_text("")
    assert ask(frozen, f"sys._MEIPASS = {str(frozen)!r}; {ASK}") == frozen / "resources"
