"""References that XML does not know, and ampersands that are none: the commonest reasons why a feed is no XML."""

from __future__ import annotations

import re
from html.entities import html5

_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
# What stands in CDATA and comments is as it should be, whatever it is.
_PART = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});)?",
    re.DOTALL,
)


def mend_references(text: str) -> str:
    """Write out HTML's named characters, and each ampersand that begins no reference, as XML wants them.

    A document that declares entities of its own keeps its names: what they mean is for its reader to see.
    """
    own = "<!ENTITY" in text

    def put(match: re.Match[str]) -> str:
        found, name = match[0], match[1]
        if found[0] == "<" or (name and (name in _XML or name[0] == "#" or own)):
            return found
        if name is None:
            return "&amp;"
        meant = html5.get(name + ";")
        if meant is None:
            return "&amp;" + found[1:]
        return meant.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    return _PART.sub(put, text)
