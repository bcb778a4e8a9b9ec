"""A machine on which the program was never started, with nothing to reach but what is on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.outside.desktop import Desktop, desktop, wait
from tests.outside.newcomer import LINK, OWN_WORDS, Story, Words, pictures
from tests.outside.person import Person
from tests.servers.loopback import Loopback

ROOT = Path(__file__).resolve().parents[2]
SYSTEM = {"nl": "en_GB.UTF-8", "en": "nl_NL.UTF-8"}  # the other one, so that the choice of a language is one


@contextmanager
def newcomer(site: dict[str, Any], language: str, folder: Path) -> Iterator[Story]:
    """Start the program for the first time, with somebody before it; afterwards close it as a person would.

    Whatever the program asks for beside the servers on loopback goes to a proxy that has nothing, and is found out.
    """
    with tempfile.TemporaryDirectory(prefix="pkm-desk-") as place, Loopback() as outside, desktop(Path(place)) as desk:
        proxy = outside.address().rstrip("/")
        process = start_program(desk, SYSTEM[language], proxy)
        try:
            with Person(desk, process.pid) as person:
                yield Story(person, Words(language), site, pictures(desk, folder))
                person.press("Ctrl+q")
                wait(lambda: process.poll() is not None, "the window does not close")
            said = (desk.folder / "program.log").read_text()
            assert process.returncode == 0, said
            assert "Traceback" not in said, said
            assert outside.seen == [], "the program reached outside"
            assert_kept(desk, language)
        except BaseException:
            desk.picture(folder / "failed.png")
            print(f"the program: {process.poll()}", *((desk.folder / name).read_text()
                                                      for name in ("program.log", "ears.log")))
            raise
        finally:
            process.kill()
            process.wait()


def start_program(desk: Desktop, system: str, proxy: str) -> subprocess.Popen[bytes]:
    """Start the program on a system of this language; whatever it reaches for outside goes to the proxy."""
    return desk.start([sys.executable, "-m", "pkm_app"], {
        "LANG": system, "LC_CTYPE": "C.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error",
        "PYTHONFAULTHANDLER": "1",
        "PYTHON_KEYRING_BACKEND": "tests.fakes.keyring.FileKeyring",
        "PKM_TEST_KEYRING": str(desk.folder / "keyring.json"), "http_proxy": proxy, "https_proxy": proxy,
        "no_proxy": "127.0.0.1"}, "program.log")


def assert_kept(desk: Desktop, language: str) -> None:
    """What was written stands in the folder that was offered, the password only in the keyring."""
    vault = desk.folder / "home" / "Documents" / "PKM"
    texts = {path: path.read_text(encoding="utf-8") for path in vault.rglob("*") if path.suffix in (".md", ".toml")}
    assert any(LINK[language] in text for path, text in texts.items() if path.parent.name == "drafts")
    assert any(OWN_WORDS[language] in text for path, text in texts.items() if path.parent.name == "sources")
    (secret,) = json.loads((desk.folder / "keyring.json").read_text()).values()
    kept = [path for path in (desk.folder / "home").rglob("*") if path.is_file()]
    assert [path for path in kept if secret.encode() in path.read_bytes()] == []
