"""Names for paths: the window says “Koffie” where the command line says “notes/Koffie.md”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from pkm_app.base.errors import Problem
from pkm_app.ui.i18n import problem_text, tr

_PATHS = ("path", "about", "original", "other", "owner")  # the values of a sentence that may be paths
_ENDING = ".md"


def plain_name(path: str) -> str:
    """Return the name of a file of one's own without its folder and ending; of any other file the path as it is."""
    return path.rpartition("/")[2][:-len(_ENDING)] if path.lower().endswith(_ENDING) else path


def plainly(template: str, values: Mapping[str, object]) -> str:
    """Return a sentence in the language of the window with names for paths; two of one name keep their folders."""
    paths = {str(values[key]) for key in _PATHS if str(values.get(key, "")).lower().endswith(_ENDING)}
    often = Counter(plain_name(path).casefold() for path in paths)
    names = {path: plain_name(path) if often[plain_name(path).casefold()] == 1 else path[:-len(_ENDING)]
             for path in paths}
    said = {key: problem_text(value) if isinstance(value, Problem) else
            names.get(str(value), value) if key in _PATHS else value for key, value in values.items()}
    return tr(template).format(**said)


def said_of(problem: Problem, beside: Problem | None = None) -> str:
    """Return a problem as :func:`plainly` does; names are told apart from those of the problem it stands ``beside``."""
    own = problem.values
    return plainly(problem.template, {**(beside.values if beside else {}), **own})
