"""What can go wrong, said in one sentence a person can act on.

Every error that may reach a person is a :class:`Problem`. Its text is an English template with
``{names}``; the window translates the template and fills it in the person's language, the command line
prints it as it is. A template says what happened and, where there is one, what to do.
"""

from __future__ import annotations


class Problem(Exception):  # noqa: N818  a person has a problem, not an error
    """Something a person must be told.

    ``template`` is English text with ``{name}`` placeholders, ``values`` fills them. Values that come from
    strangers are cut to 200 characters and stripped of control characters; a value may be a Problem itself.
    """

    exit_code = 1

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = {name: _tame(value) for name, value in values.items()}
        super().__init__(template, self.values)

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.template, self.values))


class NotFound(Problem):
    """What was named does not exist here."""


class Ambiguous(Problem):
    """What was named fits several things."""


class Refused(Problem):
    """The program will not do this, and says why."""


class NotTaken(Refused):
    """Another place refuses what it was sent, so it is certain that nothing of it stands there."""


class NetworkProblem(Problem):
    """An address could not be fetched, or its answer cannot be used.

    ``kind`` is a short stable word (``timeout``, ``unreachable``, ``too-big``, ``gone``, ``blocked``,
    ``wait``, ``certificate``, ``not-allowed``, ``http``, ``broken``) by which health and retries are decided.
    """

    def __init__(self, template: str, kind: str = "broken", **values: object) -> None:
        super().__init__(template, **values)
        self.kind = kind

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_network, (self.template, self.kind, self.values))


class StorageProblem(Problem):
    """A disk, a folder or a file does not allow what was asked. Nothing was lost."""


class NotAFeed(Problem):
    """The bytes are no feed of any kind we know."""


def _tame(value: object) -> object:
    if isinstance(value, bool | int | float | Problem):
        return value
    text = "".join(ch if ch.isprintable() else " " for ch in str(value))
    return text if len(text) <= 200 else text[:199] + "…"


def _rebuild(kind: type[Problem], template: str, values: dict[str, object]) -> Problem:
    return kind(template, **values)


def _rebuild_network(template: str, kind: str, values: dict[str, object]) -> NetworkProblem:
    return NetworkProblem(template, kind, **values)
