"""An article by what a person called it, where no file of the vault has that name."""

from __future__ import annotations

from pkm_app.base.errors import Ambiguous, NotFound
from pkm_app.seek.model import Article
from pkm_app.seek.ports import ArticleStore


def article_named(store: ArticleStore, name: str) -> Article:
    """Return the article with this address or beginning of an id. Raises NotFound, Ambiguous."""
    found = store.article_by_url(name) if "://" in name else None
    ids = store.ids_starting(name) if name and found is None else ()
    if len(ids) > 1:
        raise Ambiguous("“{name}” fits several articles, say more of it: {ids}", name=name, ids=", ".join(ids[:5]))
    found = found or (store.article(ids[0]) if ids else None)
    if found is None:
        raise NotFound("Nothing here is called {name}: give the id of a note, a highlight or an article.", name=name)
    return found
