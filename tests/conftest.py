"""What every test shares: the real servers, and which tests stay out where there is no window."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PATIENCE = 60_000  # milliseconds; a wait that holds ends at once, so only a failing test is made slower by it

pytest_plugins = ["tests.servers.fixtures"]

# How long an example takes says how busy the machine is, and nothing of what is tried.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# `make test-core` sets this: modules that import Qt cannot even be read without its system libraries
_OF_QT = ["ui", "ui/*", "outside", "outside/*", "journeys/*window*", "rules/test_canary.py"]
collect_ignore_glob = _OF_QT if os.environ.get("PKM_NO_WINDOW") else []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run everything that shares one real server: ``server("mediawiki")`` names it."""
    for item in items:
        server = item.get_closest_marker("server")
        if server:
            item.add_marker(pytest.mark.xdist_group(server.args[0] if server.args else "wordpress"))


class PatientBot(QtBot):
    """Waits as long for what is to come as a busy machine may need; the plugin's five seconds are soon over there."""

    def waitUntil(  # noqa: N802  the plugin's name
            self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """A robot in place of the plugin's, with more patience."""
    return PatientBot(request)
