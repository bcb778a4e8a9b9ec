"""A session bus of its own with a service for notifications on it.

    with bus_of_its_own() as bus:
        service = bus.serve()
        DesktopNotes(bus.address).tell("PKM", "Words")
        assert service.said()[0] == "Notify"
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import pytest


class Service:
    """The stand-in, in a process of its own."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen([sys.executable, "-m", "tests.servers.notification_service", address],
                                         stdout=subprocess.PIPE, text=True)
        assert self.said() == ["ready"]

    def said(self) -> list[Any]:
        """Wait for the next call and return it: its name and what it was given."""
        return list(json.loads(_pipe(self._process).readline()))

    def end(self) -> None:
        """Leave the bus."""
        self._process.terminate()
        self._process.wait(timeout=20)
        _pipe(self._process).close()


class Bus:
    """A bus that runs."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._services: list[Service] = []

    def serve(self) -> Service:
        """Put a service for notifications on it."""
        self._services.append(Service(self.address))
        return self._services[-1]

    def end(self) -> None:
        """End what serves on it."""
        for service in self._services:
            service.end()


@contextmanager
def bus_of_its_own() -> Iterator[Bus]:
    """Start a bus; skips the test where there is no dbus-daemon, and fails it where all servers are asked for."""
    if shutil.which("dbus-daemon") is None:
        (pytest.fail if os.environ.get("PKM_REQUIRE_SERVERS") else pytest.skip)("there is no dbus-daemon here")
    daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    bus = Bus(_pipe(daemon).readline().strip())
    try:
        yield bus
    finally:
        bus.end()
        daemon.terminate()
        daemon.wait(timeout=20)
        _pipe(daemon).close()


def _pipe(process: subprocess.Popen[str]) -> IO[str]:
    assert process.stdout is not None
    return process.stdout
