"""An address that stands in the words of a text without any mark around it is a link to it, as people expect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_SCHEME = re.compile(r"(?<![a-z0-9\"'=])https?\Z", re.IGNORECASE)  # none of shown HTML: src="http://…"
_LEAD = len("xhttps")
_ESCAPED = re.compile(r"\\([!#-/:;=?@_~])")  # as in words that were quoted: Foo\_bar
_REST = re.compile(rf"://(?:[^\s<>\[\]\"`\\|^{{}}]|{_ESCAPED.pattern}){{1,2000}}")
_BEHIND = ".,;:!?'*_~”’»…"  # what follows an address and belongs to the sentence, or to the stress around it


def bare_address(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: ``http://…`` and ``https://…`` become links. Stress and tags count in none; of what is
    escaped in one, the backslash is none of it."""
    start = state.pos
    if silent or state.linkLevel or not state.src.startswith("://", start):
        return False
    scheme = _SCHEME.search(state.pending[-_LEAD:])
    rest = _REST.match(state.src, start, state.posMax) if scheme is not None else None
    if scheme is None or rest is None:
        return False
    behind = _without_what_follows(rest[0])
    if len(behind) <= len("://"):
        return False
    address = scheme[0] + _ESCAPED.sub(r"\1", behind)
    state.pending = state.pending[: len(state.pending) - len(scheme[0])]
    state.push("link_open", "a", 1).attrs = {"href": address}
    state.push("text", "", 0).content = address
    state.push("link_close", "a", -1)
    state.pos = start + len(behind)
    return True


def _without_what_follows(words: str) -> str:
    """Return an address without the marks of the sentence at its end; a bracket stays that was opened in it."""
    end, unopened = len(words), words.count(")") - words.count("(")
    while end and (words[end - 1] in _BEHIND or (words[end - 1] == ")" and unopened > 0)):
        end -= 1
        unopened -= words[end] == ")"
        end -= words[end - 1] == "\\"  # with the backslash before it
    return words[:end]
