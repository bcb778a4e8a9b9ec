"""The memory limit of a process on Windows: a job object that holds this process alone (docs/decisions/0004).

Imported in a worker process on Windows, so it imports little.
"""

from __future__ import annotations

import ctypes
from typing import Any

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
_KILL_ON_CLOSE = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("per_process_time", ctypes.c_int64), ("per_job_time", ctypes.c_int64), ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t), ("most_working_set", ctypes.c_size_t), ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32), ("scheduling", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION: the basic ones, six counters of I/O, four amounts of memory in bytes."""

    _fields_ = (
        ("basic", BasicLimits), ("counters", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t), ("peak_process_memory", ctypes.c_size_t), ("peak_job_memory", ctypes.c_size_t),
    )


def limit_this_process(memory_mb: int, kernel: Any = None) -> bool:
    """Let this process commit no more than so many MiB; say whether the system agreed.

    Python then meets MemoryError, as with the limits of other systems. The job's handle is never closed: the system
    does it when the process ends. Jobs may lie in one another since Windows 8. ``kernel`` is kernel32.
    """
    kernel = kernel or _kernel()
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    limits = ExtendedLimits()
    limits.basic.flags = _PROCESS_MEMORY | _KILL_ON_CLOSE
    limits.process_memory = memory_mb * 1024 * 1024
    return bool(
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()))


def _kernel() -> Any:
    kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    handle = ctypes.c_void_p
    for name, arguments, result in (
        ("CreateJobObjectW", [handle, ctypes.c_wchar_p], handle),
        ("SetInformationJobObject", [handle, ctypes.c_int, handle, ctypes.c_uint32], ctypes.c_int),
        ("AssignProcessToJobObject", [handle, handle], ctypes.c_int),
        ("GetCurrentProcess", [], handle),
    ):
        call = getattr(kernel, name)  # without these a handle of 64 bits would be cut to 32
        call.argtypes, call.restype = arguments, result
    return kernel
