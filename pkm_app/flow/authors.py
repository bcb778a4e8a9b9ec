"""Who made a source that does not say so itself: as its article, its feed, its site or the list of sources knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from pkm_app.flow.sources import article_behind
from pkm_app.seek.addresses import host_of
from pkm_app.seek.catalogue import CatalogueSource
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import FileCard
from pkm_app.sense.ports import Vault


def author_known(store: ArticleStore, vault: Vault,
                 recommended: Callable[[], Sequence[CatalogueSource]]) -> Callable[[FileCard], str]:
    """Return a function that says who made a source, a person before an organisation; "" where nobody knows."""
    def author_of(card: FileCard) -> str:
        article = article_behind(store, card.url)
        told: tuple[str, ...] = (article.author, article.feed_title) if article else ()
        told = (*told, vault.load(card.path).file.text_field("site"))
        named = [one for one in told if one and not _is_host(one, card)]
        return " ".join((named[0] if named else _recommended(card.url, recommended())).split())
    return author_of


def _is_host(name: str, card: FileCard) -> bool:
    """Say whether a name is no more than the address again: nobody is called so."""
    return host_of(f"//{name}").removeprefix("www.") == host_of(card.url).removeprefix("www.") != ""


def _recommended(url: str, sources: Sequence[CatalogueSource]) -> str:
    """Whose site an address is on; a site that several share, or a part of one, is nobody's."""
    host = host_of(url)
    there = [one for one in sources if host and host_of(one.homepage) == host]
    if len(there) != 1 or urlsplit(there[0].homepage).path.strip("/"):
        return ""
    return there[0].people[0] if len(there[0].people) == 1 else there[0].name
