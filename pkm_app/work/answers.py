"""The kinds of answer that come over the pipe between the program and a process beside it."""

READY = b"ready"  # once, before the first call
RESULT, PROBLEM, FAILURE, MEMORY, EVENT = range(5)  # with result, Problem, (name, traceback), nothing, event
MEMORY_EXIT = 79  # how a child ends that had no memory left even to say so
