"""A Debian 12 as bare as debootstrap makes it, with what the README asks for and nothing else; entered by chroot.

Each entering gets a mount namespace of its own, so that /proc and /dev are gone from the tree when it ends: nothing
that is removed with the tree later can lie outside it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.servers.tools import missing

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("ca-certificates", "git", "make", "python3", "python3-venv")
_KEPT = ROOT / "build" / "bare-bookworm.tar"  # made once for a clone; `make clean` removes it
_PASSED_ON = ("PIP_CERT", "PIP_INDEX_URL", "SSL_CERT_FILE", "UV_DEFAULT_INDEX")  # how this system reaches PyPI
_ENTER = ('mount -t proc proc "$0/proc"; mount --rbind /dev "$0/dev"; mkdir -p "$0/tmp/.X11-unix"; '
          '[ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"; '
          'for pair in $PKM_BINDS; do mkdir -p "$0${pair#*:}"; mount --bind "${pair%%:*}" "$0${pair#*:}"; done; '
          'exec chroot "$0" "$@"')


@dataclass(frozen=True)
class Tree:
    """One such system in a folder. ``binds`` are folders of this system that are seen in it, by their place there."""

    folder: Path
    binds: tuple[tuple[Path, str], ...] = ()

    def command(self, *words: str) -> list[str]:
        """Return the words by which a command is run in there."""
        return ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private",
                "sh", "-ec", _ENTER, str(self.folder), *words]

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """Return the environment of a person who has just logged in there."""
        return {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root",
                "LANG": "C.UTF-8", "TERM": "dumb", "PKM_BINDS": " ".join(f"{a}:{b}" for a, b in self.binds),
                **{name: value for name, value in os.environ.items()
                   if name.lower().endswith("_proxy") or name in _PASSED_ON}, **more}

    def run(self, *words: str, stdin: str = "", seconds: float = 600, code: int = 0, **more: str) -> str:
        """Run a command in there to its end; return what it wrote to standard output."""
        done = subprocess.run(self.command(*words), input=stdin, capture_output=True, text=True, check=False,
                              timeout=seconds, env=self.environment(more))
        assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout[-1500:]}\n{done.stderr[-3000:]}"
        return done.stdout


def why_not() -> str:
    """Return why no such tree can be made here, "" when one can."""
    if os.uname().sysname != "Linux" or os.geteuid() != 0:
        return "only root can make and enter a bare Debian"
    if subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode:
        return "this system lets nobody have mounts of their own"
    return missing("debootstrap", ("debootstrap",))


def need_trees() -> None:
    """Skip where no tree can be made; fail instead where PKM_REQUIRE_SERVERS asks for everything."""
    reason = why_not()
    if reason and os.environ.get("PKM_REQUIRE_SERVERS"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


def plant(folder: Path, binds: Sequence[tuple[Path, str]] = ()) -> Tree:
    """Make a fresh tree in a folder that does not exist yet."""
    given = os.environ.get("PKM_BARE_TAR")  # of such a tree that somebody made before
    kept = Path(given) if given else _KEPT
    if not kept.exists():
        _bootstrap(kept)
    folder.mkdir(parents=True)
    subprocess.run(["tar", "-C", folder, "--strip-components=1", "-xf", kept], check=True)
    (folder / "etc/resolv.conf").unlink(missing_ok=True)
    shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
    tree = Tree(folder, tuple(binds))
    own = list(Path("/usr/local/share/ca-certificates").glob("*.crt"))  # of a network that looks into connections
    for certificate in own:
        shutil.copy(certificate, folder / "usr/local/share/ca-certificates")
    if own:
        tree.run("update-ca-certificates")
    return tree


def _bootstrap(kept: Path) -> None:
    kept.parent.mkdir(exist_ok=True)
    made = kept.with_suffix(f".{os.getpid()}")
    try:
        subprocess.run(["debootstrap", "--variant=minbase", f"--include={','.join(PACKAGES)}", "bookworm", made,
                        "http://deb.debian.org/debian"], check=True, stdout=subprocess.DEVNULL, timeout=900)
        subprocess.run(["tar", "-C", made.parent, "-cf", f"{made}.tar", made.name], check=True)
        Path(f"{made}.tar").replace(kept)
    finally:
        shutil.rmtree(made, ignore_errors=True)
