"""Real servers as fixtures: a WordPress of Debian's packages, started once for a test run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).with_name("wordpress")


@contextmanager
def running_wordpress(*options: str) -> Iterator[dict[str, Any]]:
    """Start a WordPress, give what the script says of it, and take it away again.

    Where its packages are missing and cannot be installed the test is skipped, or fails when PKM_REQUIRE_SERVERS
    is set.
    """
    parent = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = tempfile.mkdtemp(prefix="pkm-wp-", dir=parent)
    try:
        ready = subprocess.run([str(SCRIPT), "install"], capture_output=True, text=True, check=False, timeout=900)
        if ready.returncode:
            reason = f"WordPress cannot be installed here: {ready.stderr.strip()[-300:]}"
            if os.environ.get("PKM_REQUIRE_SERVERS"):
                pytest.fail(reason)
            pytest.skip(reason)
        started = subprocess.run([str(SCRIPT), "start", "--dir", folder, "--no-install", *options],
                                 capture_output=True, text=True, check=False, timeout=300)
        assert started.returncode == 0, started.stderr
        try:
            yield json.loads(started.stdout)
        finally:
            subprocess.run([str(SCRIPT), "stop", "--dir", folder], check=True, timeout=60, capture_output=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def wordpress() -> Iterator[dict[str, Any]]:
    """A WordPress for the whole run: url, rest, feed, user, app_password, users{admin, editor, writer, contributor}."""
    with running_wordpress() as site:
        yield site


@pytest.fixture
def start_wordpress() -> Callable[..., Any]:
    """Start another one, with options of the script: ``with start_wordpress("--env", "production") as site``."""
    return running_wordpress
