"""How the real process ends when its surroundings do: Ctrl C, a reader that goes, a full disk, closed streams."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.journeys.program import Program
from tests.servers.loopback import Loopback, Seen, Talk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and shells of POSIX")


@pytest.fixture
def program(terminal: Terminal) -> Program:
    return Program(terminal.vault, terminal.data, terminal.folder)


def shell(program: Program, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line in which ``pkm`` is the program; its exit code is that of ``pkm``."""
    whole = f'pkm() {{ "{sys.executable}" -m pkm_app "$@"; }}\nset -o pipefail\n{line}'
    return subprocess.run(["bash", "-c", whole], env=program.environment(), capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=120, check=False)


def test_a_reader_that_goes_is_no_failure(program: Program) -> None:
    for options in ("", "--json", "--help"):
        done = shell(program, f"pkm catalogue {options} | exec true")
        assert (done.returncode, done.stderr) == (0, ""), options


def test_a_result_that_cannot_be_written_is_one_sentence(program: Program) -> None:
    for options in ("", "--json", "--help"):
        done = shell(program, f"pkm catalogue {options} > /dev/full")
        assert done.returncode == 1
        assert "could not be written" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_closed_streams_harm_nothing(program: Program) -> None:
    assert shell(program, "pkm note One <&-").returncode == 0
    assert shell(program, "pkm note Two >&-").returncode == 0
    assert shell(program, "pkm note Three 2>&-").returncode == 0
    assert shell(program, "pkm note Four <&- >&- 2>&-").returncode == 0
    assert sorted(p.stem for p in (program.vault / "notes").iterdir()) == ["Four", "One", "Three", "Two"]
    done = shell(program, "pkm outlet add b --kind wordpress --address https://b.example --user u <&-")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "password" in done.stderr


def _hear_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_stops_cleanly(program: Program) -> None:
    arrived = threading.Event()

    def silent(talk: Talk, _seen: Seen) -> None:
        arrived.set()
        talk.until_hung_up()

    with Loopback(pages={"*": silent}) as server:
        process = subprocess.Popen(
            [sys.executable, "-m", "pkm_app", "follow", server.address("/")], env=program.environment(), text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
            # who runs these tests in the background has the signal ignored, and children inherit that
            preexec_fn=_hear_interrupts)
        assert arrived.wait(60)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers hear it too
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert err.strip() == "Stopped. What was done until now is kept."
    assert program.json("feeds") == []


def test_a_secret_is_asked_hidden_on_a_terminal(program: Program, tmp_path: Path) -> None:
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "pkm_app", "outlet", "add", "b", "--kind", "wordpress", "--address",
         "http://127.0.0.1:9/", "--user", "u"], env=program.environment(), stdin=slave, stdout=slave, stderr=slave,
        start_new_session=True)
    os.close(slave)
    shown = b""
    while b"password" not in shown.lower():
        assert select.select([master], [], [], 60)[0], f"never asked for a password: {shown!r}"
        shown += os.read(master, 1000)
    os.write(master, b"sesam\n")
    try:
        while more := os.read(master, 1000):
            shown += more
    except OSError:
        pass  # so a terminal ends on Linux
    assert process.wait(60) == 1
    os.close(master)
    assert b"sesam" not in shown
    assert b"127.0.0.1" in shown
