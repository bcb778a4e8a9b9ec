"""A desktop of Debian's packages. Where it cannot be had, tests are skipped, or fail if all servers are asked for."""

from __future__ import annotations

import os

import pytest

from tests.outside.desktop import missing


@pytest.fixture(scope="session")
def needs_desktop() -> None:
    """Have what a desktop is made of."""
    reason = missing()
    if reason and os.environ.get("PKM_REQUIRE_SERVERS"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
