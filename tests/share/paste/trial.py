"""Pastes clipboards into editors in Chromium, by real paste events, and returns what the editors then hold.

The editors are libraries of npm, of the versions in the lock beside this file, kept in build/editors. Installing them
needs a network once; it happens only where all servers are asked for (PKM_REQUIRE_SERVERS). Nothing of them is in the
program.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from tests.servers.tools import need, run

HERE = Path(__file__).resolve().parent
KEPT = HERE.parents[2] / "build" / "editors"
BUNDLE = KEPT / "bundle.js"
SOURCES = ("package.json", "package-lock.json", "editors.js")
PATIENCE = 240.0  # seconds, for a busy machine: it takes two

Clipboard = Mapping[str, str]  # what is put there, by media type


def have_editors() -> None:
    """Have the browser and the editors; skip the test where they are not there and nobody asked for all servers."""
    if os.environ.get("PKM_REQUIRE_SERVERS"):
        need("chromium")
        need("npm", "nodejs", "npm")
        if not _is_made():
            _make()
    elif not shutil.which("chromium") or not _is_made():
        pytest.skip("the editors are not here: PKM_REQUIRE_SERVERS=1 installs them")


def _stamp() -> str:
    return hashlib.sha256(b"\0".join((HERE / name).read_bytes() for name in SOURCES)).hexdigest()


def _is_made() -> bool:
    stamp = KEPT / "stamp"
    return BUNDLE.is_file() and stamp.is_file() and stamp.read_text() == _stamp()


def _make() -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        shutil.copyfile(HERE / name, KEPT / name)
    install = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps")
    try:
        run(*install, cwd=KEPT)
    except AssertionError:  # npm unpacks many packages at once, and once trod on its own feet (ENOTDIR)
        shutil.rmtree(KEPT / "node_modules", ignore_errors=True)
        run(*install, cwd=KEPT)
    run(KEPT / "node_modules" / ".bin" / "esbuild", "editors.js", "--bundle", f"--outfile={BUNDLE}", "--format=iife",
        '--define:process.env.NODE_ENV="production"', "--define:global=globalThis", "--log-level=error", cwd=KEPT)
    (KEPT / "stamp").write_text(_stamp())


def paste(clipboards: Mapping[str, Clipboard]) -> dict[str, str]:
    """Return what each editor holds, as HTML, after its clipboard was pasted into it."""
    given = json.dumps(clipboards).replace("<", "\\u003c")
    with tempfile.TemporaryDirectory(prefix="pkm-paste-") as folder:
        page = Path(folder) / "page.html"
        page.write_text(
            '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Editors</title><body>'
            f'<script type="application/json" id="clipboards">{given}</script>'
            f'<script src="{BUNDLE.as_uri()}"></script></body></html>', encoding="utf-8")
        done = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             f"--user-data-dir={folder}/profile", "--virtual-time-budget=60000", "--dump-dom", page.as_uri()],
            capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL,
            env={**os.environ, "HOME": folder})
    assert done.returncode == 0, done.stderr[-2000:]
    found = html.fromstring(done.stdout).xpath("//pre[@id='outcome']")
    assert found, done.stderr[-2000:]
    outcome = json.loads(found[0].text_content())
    assert not [one for one in outcome.values() if "error" in one], outcome
    return {name: one["html"] for name, one in outcome.items()}
