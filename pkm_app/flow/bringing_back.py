"""What was kept or put in Later is in the vault: it comes back into a stream that does not have it."""

from __future__ import annotations

from collections.abc import Sequence

from pkm_app.base.errors import NotFound, Refused
from pkm_app.base.events import Changed, Operation
from pkm_app.flow.reopening import Reopening
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.ports import Vault


def bring_back(marked: Sequence[str], vault: Vault, store: ArticleStore, reopening: Reopening) -> Operation[int]:
    """Put articles of these addresses back from their source files; return how many.

    One whose feed is followed and was not fetched yet waits for it: its feed says more of it than the vault.
    """
    waiting = {feed.address for feed in store.feeds() if feed.last_ok is None}
    paths = []
    for url in marked:
        card = vault.by_url(url)
        if card is not None and vault.load(card.path).file.text_field("feed") not in waiting:
            paths.append(card.path)
    return (yield from _reopen(paths, reopening))


def _reopen(paths: Sequence[str], reopening: Reopening) -> Operation[int]:
    ids = []
    for path in dict.fromkeys(paths):
        try:
            ids.append(reopening.of_source(path).article_id)
        except (NotFound, Refused):  # the file went away meanwhile, or cannot be given an id: it is as it was
            continue
    if ids:
        yield Changed("articles", tuple(ids))
    return len(ids)
