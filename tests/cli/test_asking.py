"""On a terminal without a keyring: passwords are asked when they are needed, hidden, and written nowhere."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.cli.test_share_verbs import draft
from tests.servers.documented import GhostSite

pty = pytest.importorskip("pty")  # no terminals of this kind on Windows


@pytest.fixture
def site() -> Iterator[GhostSite]:
    made = GhostSite()
    yield made
    made.close()


def talk(terminal: Terminal, words: list[str], typed: list[str], code: int = 0) -> str:
    """Run a verb at a terminal, type a line at each question, and return all that was shown."""
    environment = {**os.environ, "PKM_VAULT": str(terminal.vault), "PKM_DATA": str(terminal.data),
                   "HOME": str(terminal.folder), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
                   "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    master, slave = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "pkm_app", *words], env=environment, stdin=slave, stdout=slave,
                               stderr=slave, start_new_session=True)
    os.close(slave)
    shown, waiting = b"", list(typed)
    try:
        while select.select([master], [], [], 120)[0]:
            shown += os.read(master, 1000)
            if waiting and shown.count(b"Password, key or token") == len(typed) - len(waiting) + 1:
                os.write(master, f"{waiting.pop(0)}\n".encode())
    except OSError:
        pass  # so a terminal ends on Linux
    os.close(master)
    assert process.wait(60) == code, shown
    assert waiting == []
    return shown.decode()


def test_without_a_keyring_a_terminal_asks_at_each_use(terminal: Terminal, site: GhostSite) -> None:
    path = draft(terminal, "Words of mine.\n")
    said = talk(terminal, ["outlet", "add", "blog", "--kind", "ghost", "--address", site.url], [site.secret])
    assert "it is asked at each use" in said
    said += talk(terminal, ["publish", path, "--outlet", "blog"], [site.secret])
    assert "created: " in said
    said += talk(terminal, ["publish", path, "--outlet", "blog"], [site.secret])
    assert "unchanged: " in said
    said += talk(terminal, ["shared", "--look"], [site.secret])
    said += talk(terminal, ["shared", path, "--compare"], [site.secret])
    assert "It stands there as it was sent." in said
    assert len(site.posts) == 1
    assert "Would be unchanged" in talk(terminal, ["publish", path, "--outlet", "blog", "--dry-run"], [])
    wrong = talk(terminal, ["publish", path, "--outlet", "blog"], [site.secret[:-2] + "00"], code=1)
    assert "password" in wrong.rpartition("for blog")[2]
    kept = b"".join(one.read_bytes() for one in terminal.folder.rglob("*") if one.is_file())
    assert site.secret.encode() not in kept
    assert site.secret not in said + wrong


def test_what_must_be_mended_is_told_before_the_password_is_asked(terminal: Terminal, site: GhostSite) -> None:
    path = draft(terminal, "> of nobody\n\nWords of mine.\n")
    talk(terminal, ["outlet", "add", "blog", "--kind", "ghost", "--address", site.url], [site.secret])
    said = talk(terminal, ["publish", path, "--outlet", "blog"], [], code=1)
    assert "mend this first" in said
    assert "Password" not in said
    assert "no outlet" in talk(terminal, ["publish", path, "--outlet", "other"], [], code=1)


def test_where_nobody_sits_at_a_terminal_one_sentence_says_how_to_give_it(
        terminal: Terminal, site: GhostSite) -> None:
    nowhere = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    path = draft(terminal, "Words of mine.\n")
    add = ["outlet", "add", "blog", "--kind", "ghost", "--address", site.url]
    assert "--secret-stdin" in terminal.run(*add, stdin=site.secret, code=1, **nowhere).err
    assert terminal.json("outlet", "list") == []
    terminal.run(*add, "--secret-stdin", stdin=site.secret, **nowhere)
    said = terminal.run("publish", path, "--outlet", "blog", code=1, **nowhere).err
    assert "Give the password of “blog” with --secret-stdin." in said
    assert site.posts == {}
    terminal.run("publish", path, "--outlet", "blog", "--secret-stdin", stdin=site.secret, **nowhere)
    assert len(site.posts) == 1
