"""The memory limit of Windows, with a stand-in for kernel32: what is asked of the system, and what a refusal does."""

from __future__ import annotations

import ctypes
import sys

import pytest

from pkm_app.work import child
from pkm_app.work.job_object import ExtendedLimits, limit_this_process
from pkm_app.work.worker import NeededTooMuch, WorkerPool

JOB, OURSELVES = 41, -1


class Kernel:
    """Notes what it is asked; ``refuses`` is the call that fails."""

    def __init__(self, refuses: str = "") -> None:
        self.refuses = refuses
        self.limits = ExtendedLimits()
        self.assigned: list[tuple[int, int]] = []

    def CreateJobObjectW(self, security: None, name: None) -> int:  # noqa: N802
        return 0 if self.refuses == "create" else JOB

    def SetInformationJobObject(self, job: int, kind: int, limits: object, size: int) -> int:  # noqa: N802
        assert (job, kind, size) == (JOB, 9, ctypes.sizeof(ExtendedLimits))
        ctypes.memmove(ctypes.byref(self.limits), limits, size)  # type: ignore[arg-type]
        return int(self.refuses != "limits")

    def AssignProcessToJobObject(self, job: int, process: int) -> int:  # noqa: N802
        self.assigned.append((job, process))
        return int(self.refuses != "assign")

    def GetCurrentProcess(self) -> int:  # noqa: N802
        return OURSELVES


def test_a_process_puts_itself_in_a_job_with_the_limit() -> None:
    kernel = Kernel()
    assert limit_this_process(512, kernel)
    assert kernel.limits.process_memory == 512 * 1024 * 1024
    assert kernel.limits.basic.flags == 0x2100
    assert kernel.assigned == [(JOB, OURSELVES)]


@pytest.mark.parametrize("refuses", ["create", "limits", "assign"])
def test_a_refusal_is_said_and_nothing_breaks(refuses: str) -> None:
    kernel = Kernel(refuses)
    assert not limit_this_process(512, kernel)
    assert kernel.assigned == ([] if refuses != "assign" else [(JOB, OURSELVES)])


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes are those of 64 bits")
def test_the_structures_are_as_large_as_windows_says() -> None:
    assert ctypes.sizeof(ExtendedLimits) == 144
    assert ExtendedLimits.process_memory.offset == 112
    assert ExtendedLimits.basic.offset == 0


def test_a_worker_on_windows_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr("pkm_app.work.job_object.limit_this_process", asked.append)
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "win32")
        child.limit_memory(256)
        child.limit_memory(0)
    assert asked == [256]


def too_much(megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


@pytest.mark.skipif(sys.platform != "win32", reason="the real thing can be tried on Windows only")
def test_the_limit_holds_on_a_real_windows() -> None:
    pool = WorkerPool("tested", 1, 30.0, 256)
    try:
        assert pool.call(too_much, 10) == 10 * 1024 * 1024
        with pytest.raises(NeededTooMuch):
            pool.call(too_much, 2000)
    finally:
        pool.close()
