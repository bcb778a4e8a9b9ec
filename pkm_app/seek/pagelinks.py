"""The feeds that a web page names (https://html.spec.whatwg.org/multipage/links.html#link-type-alternate)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pkm_app.content.address import absolute, is_web
from pkm_app.content.clean import plain
from pkm_app.seek.addresses import site_of
from pkm_app.seek.charset import to_text
from pkm_app.seek.platforms import channel_feed, is_youtube

if TYPE_CHECKING:
    from lxml import etree

# Not application/json: WordPress names its REST address of the page so, and no feed.
_KINDS = frozenset(
    (
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml",
        "application/xml", "text/rss+xml", "application/x.atom+xml", "application/rss", "application/atom",
    )
)
_SAYS_FEED = re.compile(r"\b(?:rss|atom|json ?feed|web ?feed|feed)\b", re.IGNORECASE)
_ENDS_AS_FEED = re.compile(r"\.(?:rss|atom|rdf)(?:[?#]|\Z)", re.IGNORECASE)
_LABEL = 60  # characters: more of them are a sentence about feeds, no link to one
_LOOK = 2 * 1024 * 1024
_MOST = 50


def page_links(data: bytes, address: str, content_type: str = "") -> tuple[tuple[str, str], ...]:
    """Give the (address, title) of the feeds that a page names with ``<link rel=alternate>``, in its order; for a page
    of YouTube also that of its channel. Where it names none so, the links in its text that say they lead to one, as
    far as they stay on its own site: who asks for a site must not get what that recommends.

    Addresses are absolute and http or https, each once; titles are plain text, maybe "". Looks at the first 2 MB, gives
    at most 50. Raises nothing for any bytes, fetches nothing, and reads no entity of the document's own.
    """
    from lxml import etree  # here, because a process that reads feeds only does without it

    text = to_text(data[:_LOOK], content_type).replace("\x00", "")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return ()
    if root is None:
        return ()
    base = address
    found: dict[str, str] = {}
    of_channel = is_youtube(address)  # the page of a video tells whose it is, but names no feed
    for element in root.iter("base", "link", "meta"):
        if element.tag == "meta":
            if of_channel and (feed := _channel(element.get("itemprop", ""), element.get("content", ""))):
                found.setdefault(feed, "")
            continue
        target = absolute(element.get("href", ""), base)
        if not target or not is_web(target):
            continue
        if element.tag == "base":
            base = target
        elif _is_feed(element.get("rel", ""), element.get("type", "")) and target not in found:
            found[target] = plain(element.get("title", ""))
            if len(found) == _MOST:
                break
    return tuple((found or _in_the_text(root, base, address)).items())


def _in_the_text(root: etree._Element, base: str, address: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("a"):
        target = absolute(element.get("href", ""), base)
        if not target or not is_web(target) or site_of(target) != site_of(address):
            continue
        words = " ".join("".join(element.itertext()).split())
        said = " ".join((words, element.get("title", ""), *(img.get("alt", "") for img in element.iter("img"))))
        typed = element.get("type", "").partition(";")[0].strip().lower()
        if typed in _KINDS or (len(words) <= _LABEL and _SAYS_FEED.search(said)) or _ENDS_AS_FEED.search(target):
            found.setdefault(target.partition("#")[0], plain(words))
            if len(found) == _MOST:
                break
    return found


def _channel(property_name: str, content: str) -> str:
    return channel_feed(content.strip()) if property_name.lower() in ("channelid", "identifier") else ""


def _is_feed(relation: str, kind: str) -> bool:
    words = relation.lower().split()
    return "feed" in words or ("alternate" in words and kind.partition(";")[0].strip().lower() in _KINDS)
