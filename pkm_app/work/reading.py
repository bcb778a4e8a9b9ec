"""What the strangers' processes are asked to do. The parsers are imported where they run, so a command that reads
no feed (and the program itself, which never parses) does not pay for loading them."""

from __future__ import annotations

from pkm_app.seek.model import ParsedFeed


def feed(data: bytes, address: str, content_type: str) -> ParsedFeed:
    """See :func:`pkm_app.seek.parse.parse_feed`."""
    from pkm_app.seek.parse import parse_feed

    return parse_feed(data, address, content_type)


def links(data: bytes, address: str, content_type: str) -> tuple[tuple[str, str], ...]:
    """See :func:`pkm_app.seek.pagelinks.page_links`."""
    from pkm_app.seek.pagelinks import page_links

    return page_links(data, address, content_type)
