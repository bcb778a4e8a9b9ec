"""The feeds that a web page names (https://html.spec.whatwg.org/multipage/links.html#link-type-alternate)."""

from __future__ import annotations

from pkm_app.content.address import absolute, is_web
from pkm_app.content.clean import plain
from pkm_app.seek.charset import to_text
from pkm_app.seek.platforms import channel_feed, is_youtube

# Not application/json: WordPress names its REST address of the page so, and no feed.
_KINDS = frozenset(
    (
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml",
        "application/xml", "text/rss+xml", "application/x.atom+xml", "application/rss", "application/atom",
    )
)
_LOOK = 2 * 1024 * 1024
_MOST = 50


def page_links(data: bytes, address: str, content_type: str = "") -> tuple[tuple[str, str], ...]:
    """Give the (address, title) of the feeds that a page names with ``<link rel=alternate>``, in its order; for a page
    of YouTube also that of its channel.

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
    return tuple(found.items())


def _channel(property_name: str, content: str) -> str:
    return channel_feed(content.strip()) if property_name.lower() in ("channelid", "identifier") else ""


def _is_feed(relation: str, kind: str) -> bool:
    words = relation.lower().split()
    return "feed" in words or ("alternate" in words and kind.partition(";")[0].strip().lower() in _KINDS)
