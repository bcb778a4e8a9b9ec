"""What can be looked at without building: files of the other systems name one program, one version, one id."""

from __future__ import annotations

import importlib.util
import json
import plistlib
import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
import yaml

from tests.packaging.tree import ROOT

PACKAGING = ROOT / "packaging"
APP_ID = "org.pkm_workbench.PKM"
VERSION = re.search(r'__version__ = "([^"]+)"', (ROOT / "pkm_app/__init__.py").read_text())[1]  # type: ignore[index]
WIX = {"w": "http://wixtoolset.org/schemas/v4/wxs"}


def load(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(Path(path).stem, PACKAGING / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text(path: str) -> str:
    return (PACKAGING / path).read_text(encoding="utf-8")


def test_one_id_everywhere() -> None:
    entry, described = text(f"linux/{APP_ID}.desktop"), ElementTree.fromstring(text(f"linux/{APP_ID}.metainfo.xml"))
    assert f"Icon={APP_ID}" in entry
    assert described.findtext("id") == APP_ID
    assert described.findtext("launchable") == f"{APP_ID}.desktop"
    assert f'APP_ID = "{APP_ID}"' in (ROOT / "pkm_app/ui/app_id.py").read_text()
    assert "setDesktopFileName(APP_ID)" in (ROOT / "pkm_app/ui/start.py").read_text()
    assert yaml.safe_load(text(f"flatpak/{APP_ID}.yaml"))["id"] == APP_ID
    icons = re.search(r"\[Icons\]\n(.*?)\n\n", text("windows/pkm.iss"), re.DOTALL)
    assert icons
    assert all(f'AppUserModelID: "{APP_ID}"' in line for line in icons[1].splitlines())
    assert APP_ID in text("windows/pkm.wxs")


def test_the_newest_release_that_is_described_is_this_version() -> None:
    described = ElementTree.fromstring(text(f"linux/{APP_ID}.metainfo.xml"))
    assert next(release.get("version") for release in described.iter("release")) == VERSION
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION


def test_files_that_the_flatpak_takes_are_there() -> None:
    folder = PACKAGING / "flatpak"
    module = yaml.safe_load(text(f"flatpak/{APP_ID}.yaml"))["modules"][0]
    paths = [source["path"] for source in module["sources"] if source["type"] == "file"]
    assert len(paths) == 4
    assert [path for path in paths if not (folder / path).resolve().is_file()] == []
    assert module["sources"][0]["path"] == "../../dist/pkm"


def test_the_flatpak_may_not_see_the_whole_home() -> None:
    allowed = set(yaml.safe_load(text(f"flatpak/{APP_ID}.yaml"))["finish-args"])
    assert not allowed & {"--filesystem=home", "--filesystem=host", "--socket=session-bus"}


def test_the_installer_for_one_person_asks_for_no_rights_and_removes_no_words() -> None:
    script = text("windows/pkm.iss")
    assert "PrivilegesRequired=lowest" in script
    assert "[UninstallDelete]" not in script
    removed = re.search(r"\[InstallDelete\](.*?)\n\[", script, re.DOTALL)
    assert removed
    assert re.findall(r'Name: "([^"]+)"', removed[1]) == [r"{app}\_internal"]


def test_the_msi_is_for_a_machine_and_can_be_renewed() -> None:
    package = ElementTree.fromstring(text("windows/pkm.wxs")).find("w:Package", WIX)
    assert package is not None
    assert package.get("Scope") == "perMachine"
    assert package.get("UpgradeCode") == "B5C24C55-5B3F-4F5D-8E52-7F0B6C6A9E13"  # for ever: by it versions are one
    assert package.find("w:MajorUpgrade", WIX) is not None
    named = {item.get("Id") for item in package.iter(f"{{{WIX['w']}}}Component")}
    groups = {item.get("Id") for item in package.iter(f"{{{WIX['w']}}}ComponentGroup")}
    assert {item.get("Id") for item in package.iter(f"{{{WIX['w']}}}ComponentRef")} == named
    assert {item.get("Id") for item in package.iter(f"{{{WIX['w']}}}ComponentGroupRef")} == groups


def test_what_macos_lets_the_program_do_is_little() -> None:
    rights = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_hosted_workflow_tries_windows_and_macos_in_a_folder_with_such_a_name() -> None:
    flow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
    job = flow["jobs"]["elsewhere"]
    assert {system.split("-")[0] for system in job["strategy"]["matrix"]["system"]} == {"windows", "macos"}
    assert job["env"]["PKM_TEST_FOLDER"].startswith("OneDrive - ")
    commands = " ".join(step.get("run", "") for step in job["steps"])
    for folder in re.findall(r"tests/[\w/.]+", commands):
        assert (ROOT / folder).exists(), folder
    assert commands.count('--basetemp "$HOME/$PKM_TEST_FOLDER') == 2


@pytest.mark.parametrize(("target", "source", "goes"), [
    ("PySide6/Qt/lib/libQt6Core.so.6", "/venv/PySide6/Qt/lib/libQt6Core.so.6", True),
    ("PySide6/Qt/lib/libQt6Qml.so.6", "/venv/x", False),
    ("PySide6\\Qt6Quick.dll", "C:\\venv\\x", False),
    ("PySide6/Qt/translations/qtbase_nl.qm", "/venv/x", True),
    ("PySide6/Qt/translations/qtbase_ja.qm", "/venv/x", False),
    ("babel/locale-data/nl.dat", "/venv/x", True), ("babel/locale-data/ja_JP.dat", "/venv/x", False),
    ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6", False),
    ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", False),
    ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
    ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
    ("keyring-25.7.0.dist-info/METADATA", "/venv/x", True), ("keyring-25.7.0.dist-info/entry_points.txt", "/x", True),
    ("pkm_workbench-0.1.0.dist-info/direct_url.json", "/venv/x", False),
    ("typst-0.15.2.dist-info/licenses/METADATA", "/venv/x", False), ("pytz/zoneinfo/Europe/Paris", "/x", False),
    ("rapidfuzz/fuzz_cpp_avx2.so", "/x", False), ("rapidfuzz/fuzz_cpp.so", "/x", True),
    ("lxml/etree.h", "/venv/lxml/etree.h", False), ("resources/themes/light.toml", "/clone/x", True),
])
def test_what_goes_into_the_program(target: str, source: str, goes: bool) -> None:
    assert load("pyinstaller/contents.py").wanted(target, source) is goes


def test_the_bill_holds_what_is_needed_and_not_what_develops() -> None:
    made = load("sbom/bill.py").bill(tomllib.loads((ROOT / "uv.lock").read_text()), VERSION)
    named = {part["name"] for part in made["components"]}
    assert {"pyside6-essentials", "nh3", "typst", "shiboken6", "lxml"} <= named
    assert not named & {"pytest", "ruff", "pyinstaller", "pkm-workbench"}
    assert {edge["ref"] for edge in made["dependencies"]} == named | {"pkm-workbench"}
    assert all(part["externalReferences"] for part in made["components"])
    assert {part["name"]: part["version"] for part in made["components"]}["pyside6-essentials"] == version(
        "PySide6-Essentials")
    again = load("sbom/bill.py").bill(tomllib.loads((ROOT / "uv.lock").read_text()), VERSION)
    assert json.dumps(made) == json.dumps(again)


@pytest.mark.parametrize(("python", "chosen"), [("3.11.2", "1"), ("3.11.9", "2"), ("3.13.0", "3")])
def test_the_bill_names_the_version_for_the_python_that_builds(python: str, chosen: str) -> None:
    def resolved(number: str, marker: str) -> dict[str, object]:
        return {"name": "qt", "version": number, "resolution-markers": [marker]}

    lock = {"package": [
        {"name": "pkm-workbench", "version": "1", "dependencies": [{"name": "qt"}]},
        resolved("2", "python_full_version >= '3.11.5' and python_full_version < '3.12'"),
        resolved("1", "python_full_version < '3.11.5'"), resolved("3", "python_full_version >= '3.12'")]}
    assert [part["version"] for part in load("sbom/bill.py").bill(lock, VERSION, python)["components"]] == [chosen]


@pytest.mark.skipif(sys.platform != "linux", reason="bash as Linux has it")
def test_what_the_window_program_says_when_it_cannot_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program without a console has nobody to print to: its sentence goes into a box."""
    module = load("pyinstaller/window.py")
    boxes: list[str] = []

    def fail() -> None:
        print("The folder cannot be used.", file=sys.stderr)
        raise SystemExit(1)

    monkeypatch.setattr(module, "main", fail)
    monkeypatch.setattr(module, "_tell", boxes.append)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit):
        module._open()
    assert boxes == ["The folder cannot be used."]


@pytest.mark.parametrize("words", [
    ["PKM Workbench", "--multiprocessing-fork", "pipe_handle=7"],
    ["PKM Workbench", "-B", "-c", "from multiprocessing.resource_tracker import main;main(5)"],
])
def test_a_helper_process_that_fails_shows_no_box(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    module = load("pyinstaller/window.py")

    def fail() -> None:
        raise SystemExit(1)

    monkeypatch.setattr(module, "main", fail)
    monkeypatch.setattr(module, "_tell", lambda said: pytest.fail(said))
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit):
        module._open()


def test_inno_setup_signs_the_uninstaller_too_where_there_is_something_to_sign_with() -> None:
    script, installers = text("windows/pkm.iss"), text("windows/installers.ps1")
    assert "#ifdef Sign\nSignTool={#Sign}\nSignedUninstaller=yes\n#endif" in script
    assert '"/DSign=pkmsign"' in installers
    assert re.search(r'"/Spkmsign=" \+ \$env:PKM_SIGN.*\$f', installers)


def _newest_macos(python: str) -> str:
    """The oldest macOS on which every wheel of the lock for a Python runs: the newest that one of them asks for."""
    bill = load("sbom/bill.py")
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    used = {part["name"] for part in bill.bill(lock, VERSION, python)["components"]}
    asked = []
    for package in lock["package"]:
        tags = [re.findall(r"macosx_(\d+)_(\d+)_(\w+?)[.]", wheel["url"]) for wheel in package.get("wheels", ())
                if re.search(rf"-cp3{python.split('.')[1]}-|abi3-|-py3-", wheel["url"])]
        fitting = [(int(one), int(two)) for found in tags for one, two, machine in found
                   if machine in ("arm64", "universal2")]
        if package["name"] in used and bill._is_for(package, python) and fitting:
            asked.append(min(fitting))
    return ".".join(map(str, max(asked)))


def test_the_macos_that_is_asked_for_is_the_one_that_the_wheels_ask_for() -> None:
    flow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
    setup = next(step for step in flow["jobs"]["packages"]["steps"] if "setup-python" in step.get("uses", ""))
    needed = _newest_macos(setup["with"]["python-version"] + ".0")
    assert needed != "0.0"
    assert f'"LSMinimumSystemVersion": "{needed}"' in text("pyinstaller/pkm.spec")
    number = needed.removesuffix(".0")
    for page in ("docs/installing.md", "docs/guide/en/it.md", "docs/guide/nl/it.md"):
        told = (ROOT / page).read_text(encoding="utf-8")
        assert re.findall(r"macOS (\d[\d.]*) o[rf]", told) == [number], page


def test_the_name_of_the_bundle_has_letters_that_apple_allows() -> None:
    name = re.search(r'bundle_identifier="([^"]+)"', text("pyinstaller/pkm.spec"))
    assert name
    assert re.fullmatch(r"[A-Za-z0-9.-]+", name[1])


def test_the_debian_package_that_is_given_away_is_built_as_the_tested_one() -> None:
    job = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())["jobs"]["debian"]
    commands = [step.get("run", "") for step in job["steps"]]
    assert job["container"] == "debian:12"
    assert "make package" in commands
    assert not any("setup-python" in step.get("uses", "") for step in job["steps"])  # Debian's own
    assert any("lintian --fail-on error" in command for command in commands)
    for page in ("docs/installing.md", "docs/guide/en/it.md", "docs/guide/nl/it.md"):
        assert "2.36" in (ROOT / page).read_text(encoding="utf-8"), page


def test_licences_are_gathered_for_every_part_also_where_there_is_no_dpkg(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = load("pyinstaller/licences.py")
    monkeypatch.setenv("PATH", str(tmp_path))
    folder = module.gather(tmp_path / "texts", [Path("/usr/lib/x86_64-linux-gnu/libz.so.1")])
    names = {file.stem for file in folder.iterdir()}
    assert {"Python", "lxml", "pypdfium2", "pyinstaller"} <= names
    assert all(file.stat().st_size > 200 for file in folder.iterdir())
