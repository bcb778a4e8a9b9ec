"""The kinds of answer that come over the pipe between a worker and its child."""

READY = b"ready"  # once, before the first call
RESULT, PROBLEM, FAILURE, MEMORY = range(4)  # each with a value: the result, the Problem, (name, traceback), nothing
MEMORY_EXIT = 79  # how a child ends that had no memory left even to say so
