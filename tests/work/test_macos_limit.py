"""The limit on memory where the system refuses it, as macOS does: a helper works on, under its time limit alone."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from pkm_app.work import child


class Resource(ModuleType):
    """A stand-in for ``resource``; ``refusal`` is what setting a limit raises."""

    RLIM_INFINITY, RLIMIT_AS, RLIMIT_DATA = -1, 5, 2

    def __init__(self, refusal: Exception | None) -> None:
        super().__init__("resource")
        self.refusal = refusal
        self.asked: list[tuple[int, tuple[int, int]]] = []

    def getrlimit(self, which: int) -> tuple[int, int]:
        return (self.RLIM_INFINITY, self.RLIM_INFINITY)

    def setrlimit(self, which: int, limits: tuple[int, int]) -> None:
        self.asked.append((which, limits))
        if self.refusal:
            raise self.refusal


def ask(system: str, refusal: Exception | None) -> Resource:
    stand_in = Resource(refusal)
    with pytest.MonkeyPatch.context() as there:
        there.setattr(sys, "platform", system)
        there.setitem(sys.modules, "resource", stand_in)
        child.limit_memory(256)
    return stand_in


@pytest.mark.parametrize("refusal", [
    None, ValueError("current limit exceeds maximum limit"), PermissionError(1, "Operation not permitted")])
def test_macos_is_asked_and_may_refuse(refusal: Exception | None) -> None:
    assert ask("darwin", refusal).asked == [(Resource.RLIMIT_AS, (256 << 20, 256 << 20))]


def test_linux_which_keeps_the_limit_may_not_refuse_it_in_silence() -> None:
    with pytest.raises(ValueError, match="exceeds"):
        ask("linux", ValueError("current limit exceeds maximum limit"))
