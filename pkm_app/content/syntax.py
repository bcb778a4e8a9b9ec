"""Markdown of the vault as a stream of tokens, for whatever writes it in another form."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pkm_app.content.markdown import vault_parser
from pkm_app.content.wikilinks import WikiLink, links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_WIKI = re.compile(r"!?\[\[(?:\\[^\n]|[^\[\]\\\n])+\]\]")


def tokens(markdown: str) -> Sequence[Token]:
    """Return Markdown as tokens of markdown-it: CommonMark with tables, strikethrough, footnotes and task lists.

    HTML in it is text. A link of the vault is a token ``wikilink`` with the WikiLink in ``meta``, ``==words==`` is
    ``mark_open`` and ``mark_close``; ids of highlights are gone.
    """
    return _parser().parse(markdown, {})


def vault_link(address: str) -> WikiLink | None:
    """Return the link to a file of the vault that an ordinary Markdown link with this address is; None for a page's."""
    from html import unescape
    from urllib.parse import unquote

    found = links(f"[x](<{unescape(unquote(address))}>)")
    return found[0] if found else None


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = vault_parser(_wikilink)
    parser.inline.ruler.before("emphasis", "mark", _mark)
    return parser


def _wikilink(state: StateInline, silent: bool) -> bool:
    match = _WIKI.match(state.src, state.pos, state.posMax)
    found = links(match.group()) if match else []
    if match is None or not found:
        return False
    if not silent:
        state.push("wikilink", "", 0).meta = {"link": found[0]}
    state.pos = match.end()
    return True


def _mark(state: StateInline, silent: bool) -> bool:
    """``==words==`` on one line, not empty, no blank at its edges."""
    start = state.pos
    if not state.src.startswith("==", start) or state.src.startswith("===", start) or silent:
        return False
    end = state.src.find("==", start + 2, state.posMax)
    inner = state.src[start + 2 : end]
    if end < 0 or not inner.strip() or inner != inner.strip() or "\n" in inner:
        return False
    state.push("mark_open", "mark", 1)
    state.pos, most = start + 2, state.posMax
    state.posMax = end
    state.md.inline.tokenize(state)
    state.posMax = most
    state.push("mark_close", "mark", -1)
    state.pos = end + 2
    return True
