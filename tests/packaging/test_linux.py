"""What is installed on Linux, built in one bare Debian and used in another."""

from __future__ import annotations

import email
import json
import os
import re
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.packaging.tree import ROOT, Tree
from tests.servers.loopback import Loopback, reply
from tests.servers.tools import need, run

pytestmark = [pytest.mark.server("bare-debian"), pytest.mark.slow]

LIMIT_MB = 250
METAINFO = "usr/share/metainfo/org.pkm_workbench.PKM.metainfo.xml"
ENTRY = "usr/share/applications/org.pkm_workbench.PKM.desktop"
POST = "".join(
    f"<p>Communities of practice learn together, and paragraph {n} tells at length how that goes: by asking, by "
    "showing work that is not finished, and by giving credit to those from whom one took it.</p>" for n in range(8))
FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>A blog</title><link>BASE/</link><language>en</language><item><title>Learning together</title>
<link>BASE/post</link><guid>one</guid><author>ada@example.org (Ada)</author>
<content:encoded><![CDATA[{POST}]]></content:encoded></item></channel></rss>"""
PAGE = f"""<html lang="en"><head><title>Learning together</title><meta name="author" content="Ada"></head>
<body><article><h1>Learning together</h1>{POST}</article></body></html>"""


class Installed:
    """The command line of what is installed, as a person uses it there."""

    def __init__(self, tree: Tree, command: str = "pkm") -> None:
        self._tree, self._command = tree, command

    def __call__(self, *words: str, stdin: str = "", code: int = 0) -> str:
        return self._tree.run(self._command, "--vault", "/root/My PKM", "--data", "/root/profile", *words, stdin=stdin,
                              code=code, seconds=120, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")

    def json(self, *words: str, stdin: str = "") -> Any:
        return json.loads(self(*words, "--json", stdin=stdin))


@contextmanager
def display(room: Path) -> Iterator[str]:
    """An X server of its own without a screen; gives the name of its display."""
    need("Xvfb", "xvfb")
    read = room / "display"
    with read.open("w") as file:
        server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                                  stdout=file, stderr=subprocess.DEVNULL)
    try:
        _until(lambda: read.read_text().endswith("\n"), 20)
        yield f":{read.read_text().strip()}"
    finally:
        server.terminate()
        server.wait()


def _until(there: Callable[[], bool], seconds: float) -> None:
    pause = threading.Event()
    for _ in range(int(seconds * 10)):
        if there():
            return
        pause.wait(0.1)
    raise TimeoutError("what was waited for never came")


def windows(screen: str) -> str:
    """Return the names of the windows that are shown."""
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "PKM", "getwindowname", "%@"],
                          env={**os.environ, "DISPLAY": screen}, capture_output=True, text=True, check=False)
    return done.stdout


def test_the_package_is_what_debian_wants(package: Path) -> None:
    need("lintian")
    said = run("lintian", "--fail-on", "error", "--no-tag-display-limit", package)
    assert not re.search(r"^E:", said, re.MULTILINE), said


def test_the_menu_entry_and_the_description_for_software_centres_are_valid(desk: Tree) -> None:
    need("appstreamcli", "appstream")
    need("desktop-file-validate", "desktop-file-utils")
    run("appstreamcli", "validate", "--no-net", desk.folder / METAINFO)
    assert not run("desktop-file-validate", desk.folder / ENTRY)


def test_what_is_installed_stays_small(workshop: Tree) -> None:
    folder = workshop.folder / "clone/dist/pkm"
    size = sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir()) / 1e6
    print(f"the installed program: {size:.0f} MB")
    assert size < LIMIT_MB
    names = {file.name for file in folder.rglob("*")}
    assert not names & {"libQt6WebEngineCore.so.6", "libgtk-3.so.0", "libstdc++.so.6", "libssl.so.3", "tests"}


def test_no_place_of_the_workshop_is_told(workshop: Tree) -> None:
    """Nothing that is installed names the folder it was built in, or whoever built it."""
    for file in (workshop.folder / "clone/dist/pkm").rglob("*"):
        if file.is_file() and not file.is_symlink():
            assert b"/clone/" not in file.read_bytes(), file


def test_the_whole_loop_goes_round_in_what_is_installed(desk: Tree) -> None:
    """Each verb reaches for other libraries and files: what the build forgot is missed here."""
    pkm = Installed(desk)
    with Loopback() as blog:
        base = f"http://127.0.0.1:{blog.port}"
        blog.pages = {"/feed": reply(FEED.replace("BASE", base).encode(), content_type="application/rss+xml"),
                      "/post": reply(PAGE.encode(), content_type="text/html")}
        assert pkm.json("follow", f"{base}/feed")["new"] == 1
        article = pkm.json("articles")[0]["article_id"]
        assert "paragraph 7" in pkm("show", article, "--full")
        pkm("keep", article)
        mark = pkm.json("highlight", article, "by showing work that is not finished", "--prefix",
                        "paragraph 3 tells at length how that goes: by asking, ")
        note = pkm.json("note", "Show your work", "--lang", "en", "--quote", mark["highlight_id"],
                        stdin="Unfinished work invites others.\n")["note_id"]
        assert "Show your work" in pkm("search", "invites")
        draft = pkm.json("draft", "--title", "What I learned", "--from", note)["draft_id"]
        for form in ("markdown", "html", "docx", "epub", "pdf", "eml"):
            pkm("export", draft, "--format", form, "-o", f"/root/out.{form}", "--audience", "team")
            assert (desk.folder / "root" / f"out.{form}").stat().st_size > 200, form
        assert (desk.folder / "root/out.pdf").read_bytes().startswith(b"%PDF")
        assert "Harold" in pkm("catalogue")
        pkm("doctor")
        pkm("backup", "/root/all.zip")


def press(screen: str, keys: str) -> None:
    """Press keys in the window; no window manager gives it the focus here."""
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "PKM", "windowfocus", "key", *keys.split()],
                   env={**os.environ, "DISPLAY": screen}, capture_output=True, check=False)


def test_the_window_opens_in_what_is_installed_and_each_room_is_there(desk: Tree, room: Path) -> None:
    """A room is loaded when one first goes there: what the build forgot is missed then."""
    need("xdotool")
    Installed(desk)("note", "Begun", stdin="So that the first steps are behind us.\n")

    def seen(stage: str) -> bool:
        kept = [file.read_text() for file in (desk.folder / "root/profile").rglob("settings.toml")]
        return any(re.search(rf'window\.room"? = "{stage}"', words) for words in kept)

    with display(room) as screen:
        shown = subprocess.Popen(desk.command("pkm", "--vault", "/root/My PKM", "--data", "/root/profile"),
                                 env=desk.environment({"DISPLAY": screen}), stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True)
        try:
            _until(lambda: "PKM" in windows(screen) or shown.poll() is not None, 60)
            assert shown.poll() is None, shown.communicate()[0]
            for keys, stage in (("g k", "seek"), ("g n", "sense"), ("g d", "share"), ("g t", "today")):
                press(screen, keys)
                _until(lambda stage=stage: seen(stage) or shown.poll() is not None, 30)
            press(screen, "ctrl+shift+f ctrl+comma F1")
            assert shown.poll() is None, shown.communicate()[0]
        finally:
            shown.kill()
            said = shown.communicate(timeout=30)[0]
        assert "Traceback" not in said
        assert "could not" not in said.lower()


def test_the_wheel_installs_as_a_tool_with_its_resources(workshop: Tree) -> None:
    wheel = next((workshop.folder / "clone/dist").glob("*.whl")).name
    tools = {"UV_TOOL_DIR": "/opt/tools", "UV_TOOL_BIN_DIR": "/opt/bin", "UV_CACHE_DIR": "/cache",
             "UV_PYTHON_DOWNLOADS": "never"}
    workshop.run("/clone/.tools/bin/uv", "tool", "install", "-q", f"/clone/dist/{wheel}", **tools)
    pkm = Installed(workshop, "/opt/bin/pkm")
    assert "Harold" in pkm("catalogue")
    pkm("note", "From a wheel", stdin="It works.\n")
    workshop.run("/opt/bin/pkm", "--vault", "/root/My PKM", "--data", "/root/profile", code=1)  # no display: a sentence


def test_the_bill_of_materials_names_what_is_inside(workshop: Tree) -> None:
    bill = json.loads((workshop.folder / "clone/dist/pkm.cdx.json").read_text())
    named = {part["name"] for part in bill["components"]}
    project = (ROOT / "pyproject.toml").read_text().partition("dependencies = [")[2].partition("\n]")[0]
    wanted = {re.match(r"[A-Za-z0-9-]+", line)[0].lower() for line in re.findall(r'"([^"]+)"', project)}
    assert wanted <= named
    assert all(part["version"] and part["externalReferences"] for part in bill["components"])
    assert not named & {"pytest", "ruff", "mypy", "pyinstaller"}
    told = {_key(part["name"]): part["version"] for part in bill["components"]}
    inside = {_key(name): version for name, version in _papers(workshop)}
    assert inside.pop("pkm-workbench") == bill["metadata"]["component"]["version"]
    assert {name: told.get(name) for name in inside} == inside
    assert wanted <= set(inside)


def test_the_texts_of_all_licences_are_inside_and_about_finds_them(workshop: Tree, desk: Tree) -> None:
    """About reads them from there: papers name the parts, texts lie beside the fonts'."""
    internal = workshop.folder / "clone/dist/pkm/_internal"
    texts = {_key(file.stem): file.read_text() for file in (internal / "resources/licences/parts").glob("*.txt")}
    silent = {"pyside6-essentials", "shiboken6"}  # their wheels bring no text; it is the LGPL's
    assert {_key(name) for name, _ in _papers(workshop)} - set(texts) - silent == {"pkm-workbench"}
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in texts["python"]
    assert "pdfium" in texts["pypdfium2"].lower()
    assert any(name.startswith("libsqlite3") for name in texts)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (internal / "resources/licences/LGPL-3.0.txt").read_text()
    there = desk.folder / "usr/lib/pkm-workbench/_internal/resources/licences/parts"
    assert {file.name for file in there.iterdir()} == {file.name for file in
                                                       (internal / "resources/licences/parts").iterdir()}


def _papers(workshop: Tree) -> Iterator[tuple[str, str]]:
    """The name and version of every library that is inside."""
    for paper in (workshop.folder / "clone/dist/pkm/_internal").glob("*.dist-info/METADATA"):
        told = email.message_from_string(paper.read_text())
        yield str(told["Name"]), str(told["Version"])


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
