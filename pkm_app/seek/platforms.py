"""Where the platforms on which people write keep the feeds of a page: known forms of addresses, nothing is asked.

Sources: YouTube's channel pages name ``/feeds/videos.xml``; Mastodon, ``/@name.rss`` (docs.joinmastodon.org); Blogger,
``/feeds/posts/default`` (developers.google.com/blogger); WordPress, ``/feed/`` behind any page that lists posts
(wordpress.org/documentation/article/wordpress-feeds); Medium and Substack, ``/feed``; Squarespace, ``?format=rss``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

_NAME = r"[\w.\-]{1,100}"
_YOUTUBE = "https://www.youtube.com/feeds/videos.xml"
_YOUTUBE_HOSTS = ("www.youtube.com", "youtube.com", "m.youtube.com")
_LISTING = re.compile(r"/(?:category|tag|author|tags|categories|topics?|section)/[^/?#]+(?:/[^/?#]+)*/?$")


def sure_feeds(address: str) -> tuple[str, ...]:
    """Return the feeds of a page whose platform is plain from its address; they are tried before the page itself."""
    parts = _split(address)
    if parts is None or parts.path.rstrip("/").endswith(("/feed", "/rss", ".rss", ".xml", ".atom", ".json")):
        return ()
    host = parts.hostname or ""
    for belongs, feeds in _PLATFORMS:
        if belongs.fullmatch(host):
            return tuple(feeds(parts))
    return ()


def likely_feeds(address: str) -> tuple[str, ...]:
    """Return where the feed of a page may be when the page names none, the page's own before the site's."""
    parts = _split(address)
    if parts is None:
        return ()
    origin, path = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")
    found: list[str] = []
    if re.fullmatch(rf"/(?:@{_NAME}|users/{_NAME}|tags/[^/]+)", path):
        found.append(f"{origin}{path}.rss")  # the fediverse: a person's or a tag's posts
    if _LISTING.search(parts.path):
        found.append(f"{origin}{path}/feed/")
    if path and "." not in path.rpartition("/")[2]:
        found.append(f"{origin}{path}?format=rss")
    return tuple(found)


def _youtube(parts: SplitResult) -> Iterator[str]:
    if channel := re.match(r"/channel/(UC[\w-]{10,40})", parts.path):
        yield f"{_YOUTUBE}?channel_id={channel.group(1)}"
    elif playlist := re.search(r"(?:^|&)list=(PL[\w-]{10,60}|UU[\w-]{10,60})", parts.query):
        yield f"{_YOUTUBE}?playlist_id={playlist.group(1)}"
    elif user := re.match(rf"/user/({_NAME})", parts.path):
        yield f"{_YOUTUBE}?user={user.group(1)}"


def _blogger(parts: SplitResult) -> Iterator[str]:
    if label := re.match(r"/search/label/([^/?#]+)", parts.path):
        yield f"https://{parts.netloc}/feeds/posts/default/-/{label.group(1)}"
    yield f"https://{parts.netloc}/feeds/posts/default"


def _medium(parts: SplitResult) -> Iterator[str]:
    names = [name for name in parts.path.split("/") if name]
    if parts.netloc in ("medium.com", "www.medium.com"):
        if names and names[0] not in ("feed", "m", "me", "search", "tag"):
            yield f"https://medium.com/feed/{names[0]}"
        elif names[:1] == ["tag"] and len(names) > 1:
            yield f"https://medium.com/feed/tag/{names[1]}"
    else:
        yield f"https://{parts.netloc}/feed"


def _substack(parts: SplitResult) -> Iterator[str]:
    if parts.netloc not in ("substack.com", "www.substack.com"):  # a writer's page there names no letter
        yield f"https://{parts.netloc}/feed"


def _wordpress(parts: SplitResult) -> Iterator[str]:
    if _LISTING.search(parts.path):
        yield f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/feed/"
    yield f"{parts.scheme}://{parts.netloc}/feed/"


_PLATFORMS = (
    (re.compile("|".join(re.escape(host) for host in _YOUTUBE_HOSTS)), _youtube),
    (re.compile(r"[\w-]+\.blogspot\.(?:com|[a-z]{2}|com?\.[a-z]{2})"), _blogger),
    (re.compile(r"(?:[\w-]+\.)?medium\.com"), _medium),
    (re.compile(r"(?:[\w-]+\.)?substack\.com"), _substack),
    (re.compile(r"[\w-]+\.wordpress\.com"), _wordpress),
)


def channel_feed(identifier: str) -> str:
    """Return the feed of a YouTube channel by its identifier, "" when it is none."""
    return f"{_YOUTUBE}?channel_id={identifier}" if re.fullmatch(r"UC[\w-]{10,40}", identifier) else ""


def is_youtube(address: str) -> bool:
    """Say whether an address is a page of YouTube."""
    parts = _split(address)
    return parts is not None and parts.hostname in (*_YOUTUBE_HOSTS, "youtu.be")


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        return parts if parts.hostname and parts.scheme in ("http", "https") else None
    except ValueError:
        return None
