"""Real servers as fixtures, of Debian's packages, each started once for a test run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


@contextmanager
def running(server: str, *options: str) -> Iterator[dict[str, Any]]:
    """Start a real server by the script of this name, give what the script says of it, and take it away again.

    Where its packages are missing and cannot be installed the test is skipped, or fails when PKM_REQUIRE_SERVERS
    is set.
    """
    parent = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = tempfile.mkdtemp(prefix="pkm-server-", dir=parent)
    script = str(HERE / server)
    try:
        ready = subprocess.run([script, "install"], capture_output=True, text=True, check=False, timeout=900)
        if ready.returncode:
            reason = f"{server} cannot be installed here: {ready.stderr.strip()[-300:]}"
            if os.environ.get("PKM_REQUIRE_SERVERS"):
                pytest.fail(reason)
            pytest.skip(reason)
        started = subprocess.run([script, "start", "--dir", folder, "--no-install", *options],
                                 capture_output=True, text=True, check=False, timeout=300)
        assert started.returncode == 0, started.stderr
        try:
            yield json.loads(started.stdout)
        finally:
            subprocess.run([script, "stop", "--dir", folder], check=True, timeout=60, capture_output=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def wordpress() -> Iterator[dict[str, Any]]:
    """A WordPress for the whole run: url, rest, feed, user, app_password, users{admin, editor, writer, contributor}."""
    with running("wordpress") as site:
        yield site


@pytest.fixture(scope="session")
def mediawiki() -> Iterator[dict[str, Any]]:
    """A MediaWiki for the whole run: url, api, bot_user, bot_password, admin{user, password}; words_user and
    words_password may not place pictures."""
    with running("mediawiki") as wiki:
        yield wiki


@pytest.fixture(scope="session")
def dovecot() -> Iterator[dict[str, Any]]:
    """An IMAP server for the whole run: host, port, tls_port, cert, password (of any user), maildir."""
    with running("dovecot") as server:
        yield server


@pytest.fixture
def start_wordpress() -> Callable[..., Any]:
    """Start another one, with options of the script: ``with start_wordpress("--env", "production") as site``."""
    return partial(running, "wordpress")


@pytest.fixture
def syncthing() -> Iterator[dict[str, Any]]:
    """Two Syncthing programs that share a folder: a and b (url, key, id, data)."""
    with running("syncthing-pair") as pair:
        yield pair
