"""Real processes for tests: spawned, as the program itself spawns its workers."""

import multiprocessing
from collections.abc import Callable, Sequence


def in_processes(run: Callable[..., None], arguments: Sequence[tuple[object, ...]], codes: frozenset[int] | set[int]
                 = frozenset({0})) -> None:
    """Run a function once for each tuple, all at the same time, and check how the processes ended."""
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=run, args=values) for values in arguments]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert {process.exitcode for process in processes} == set(codes)
