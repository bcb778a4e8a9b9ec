"""The elements of HTML by how a parser treats them (HTML Standard, 13.1.2 and 13.2.4)."""

from __future__ import annotations

from typing import Final


def names(text: str) -> frozenset[str]:
    """Return the words of ``text`` as a set of names."""
    return frozenset(text.split())


KEPT: Final = names(
    "a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li "
    "mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr"
)
"""What cleaned HTML may hold."""

GO_WITH_CONTENT: Final = names("script style svg template title textarea iframe noembed noframes noscript select")
"""Removed together with what stands in them; of all others outside KEPT the words stay."""

VOID: Final = names("area base br col embed hr img input keygen link meta param source track wbr")
FORMATTING: Final = names("a b big code em font i nobr s small strike strong tt u")
"""Opened anew by the parser where a block cut them off."""

HEADINGS: Final = names("h1 h2 h3 h4 h5 h6")
TABLE_PARTS: Final = names("tbody thead tfoot tr td th caption")
BLOCKS: Final = HEADINGS | TABLE_PARTS | names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer header "
    "hgroup hr li main menu nav ol p pre section summary table ul"
)
SWALLOWING: Final = names(
    "script style textarea title iframe noembed noframes noscript xmp svg math template select plaintext"
)
"""Elements in which the parser reads by other rules than those of HTML's body."""

MARKERS: Final = names("html head body frameset frame object applet marquee button form")
"""Elements behind which the parser's rules for end tags and paragraphs change."""
