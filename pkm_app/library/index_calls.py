"""What is asked of the worker processes that hold the full-text index: Whoosh is loaded there, and in no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkm_app.library.index_folder import IndexPlace, Taken
    from pkm_app.sense.search import Answer, Wanted


def update_index(place: IndexPlace, paths: Sequence[str], begin: bool = False) -> Taken:
    """See index.update_index."""
    from pkm_app.library import index

    return index.update_index(place, paths, begin)


def search_index(place: IndexPlace, wanted: Wanted) -> Answer:
    """See index.search_index."""
    from pkm_app.library import index

    return index.search_index(place, wanted)


def warm_index(place: IndexPlace) -> bool:
    """See index.warm_index."""
    from pkm_app.library import index

    return index.warm_index(place)


def discard_damaged(place: IndexPlace, text: str) -> bool:
    """See index.discard_damaged."""
    from pkm_app.library import index

    return index.discard_damaged(place, text)


def close_index() -> None:
    """See index.close_index."""
    from pkm_app.library import index

    index.close_index()
