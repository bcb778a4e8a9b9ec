"""Keeps Qt for Python from reading the source of every module that is imported after it.

It looks there for the sake of other spellings of Qt's names (``from __feature__ import snake_case``), of which this
program uses none: a fifteenth of the time that the way to the window takes, where the source lies beside the program.
"""

from __future__ import annotations


def look_for_none() -> None:
    """Say that no module that is imported from now on wants another spelling. Qt is loaded by this."""
    import PySide6.QtCore  # noqa: F401  with it the part of it that looks is there
    from shibokensupport import feature

    if callable(getattr(feature, "feature_imported", None)):
        feature.feature_imported = _wants_none


def _wants_none(module: object) -> None:
    """Leave a module as it is: one that is not known to want something gets Qt's names as they are."""
