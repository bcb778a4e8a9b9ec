"""Markdown of the vault as HTML to look at, with its wikilinks and without its block ids."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pkm_app.content.bareaddress import bare_address
from pkm_app.content.clean import clean_html
from pkm_app.content.wikilinks import WikiLink, links

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_WIKI = re.compile(r"!?\[\[[^\[\]\n]+\]\]")
_BLOCK_ID = re.compile(r"(\A|[ \t]+)\^hl-[a-z0-9]+(?:[ \t]+\^hl-[a-z0-9]+)*[ \t]*\Z")
_BREAKS = ("softbreak", "hardbreak")

Link = Callable[[WikiLink], str | None]


def to_html(markdown: str, link: Link | None = None) -> str:
    """Return Markdown as cleaned HTML (CommonMark with tables, strikethrough, footnotes and task lists).

    HTML in the Markdown is shown as the words it is, never obeyed. ``link`` gives the address of a link to a file of
    the vault, ``[[so]]`` or ``[so](so.md)``: a relative path (percent-encoded), ``#place`` or a web address; or None
    where there is none: then, and without ``link``, its plain words stand there. Ids of highlights (``^hl-...``) are
    not shown. Pictures are parked as in content.clean, those of the vault under their relative path. Private parts
    are shown: cutting them is content.private's work, before.
    """
    return clean_html(_parser().render(markdown, {"link": link}), relative=True)


def vault_parser(wikilink: Callable[[StateInline, bool], bool]) -> MarkdownIt:
    """Return a new parser of the vault's Markdown, in which ``wikilink`` is the rule for links between brackets."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 60})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(tasklists_plugin)
    parser.inline.ruler.before("link", "wikilink", wikilink)
    parser.inline.ruler.before("emphasis", "bare_address", bare_address)
    parser.core.ruler.after("inline", "block_ids", drop_block_ids)
    return parser


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = vault_parser(_wikilink)
    parser.core.ruler.push("vault_links", _vault_links)
    parser.core.ruler.push("task_boxes", _task_boxes)
    return parser


def _wikilink(state: StateInline, silent: bool) -> bool:
    match = _WIKI.match(state.src, state.pos, state.posMax)
    found = links(match.group()) if match else []
    if match is None or not found:
        return False
    if not silent:
        _push_link(state, found[0])
    state.pos = match.end()
    return True


def _push_link(state: StateInline, found: WikiLink) -> None:
    address = _address(state.env, found)
    if address is not None:
        state.push("link_open", "a", 1).attrs = {"href": address, "data-wiki": ""}
    state.push("text", "", 0).content = found.words or own_words(found)
    if address is not None:
        state.push("link_close", "a", -1)


def _address(env: object, found: WikiLink) -> str | None:
    link = env.get("link") if isinstance(env, dict) else None
    address = link(found) if link is not None else None
    return address if isinstance(address, str) else None


def own_words(found: WikiLink) -> str:
    """What a link without words of its own shows: name, and heading where it has one."""
    parts = [found.target.removesuffix(".md"), found.heading]
    return " > ".join(part for part in parts if part) or found.block


def drop_block_ids(state: StateCore) -> None:
    """Take ids off the ends of blocks. Runs before escaped letters become plain ones: ``\\^hl-`` is a person's text."""
    for token in state.tokens:
        children = token.children or []
        if token.type != "inline" or not children or children[-1].type != "text":
            continue
        found = _BLOCK_ID.search(children[-1].content)
        begins_line = len(children) < 2 or children[-2].type in _BREAKS
        if found is None or not (found[1] or begins_line):
            continue
        children[-1].content = children[-1].content[: found.start()]
        while children and (children[-1].type in _BREAKS or _is_blank_text(children[-1])):
            children.pop()
    state.tokens = _without_empty_paragraphs(state.tokens)


def _is_blank_text(token: Token) -> bool:
    return token.type == "text" and not token.content.strip()


def _without_empty_paragraphs(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        empty = len(kept) >= 2 and kept[-1].type == "inline" and not kept[-1].children
        if token.type == "paragraph_close" and empty:
            del kept[-2:]
        else:
            kept.append(token)
    return kept


def _vault_links(state: StateCore) -> None:
    """Send ordinary Markdown links to files of the vault through ``link`` as well."""
    for token in state.tokens:
        open_links: list[bool] = []
        for child in token.children or []:
            if child.type == "link_open":
                open_links.append(_settle(state, child))
                child.hidden = not open_links[-1]
            elif child.type == "link_close" and open_links:
                child.hidden = not open_links.pop()
        if token.children:
            token.children = [child for child in token.children if not child.hidden]


def _settle(state: StateCore, token: Token) -> bool:
    """Give a link its address; False where it leads nowhere and its words stand alone."""
    if "data-wiki" in token.attrs:
        del token.attrs["data-wiki"]
        return True
    written = unescape(unquote(str(token.attrs.get("href", ""))))
    found = links(f"[x](<{written}>)")
    if not found:
        return True  # the address of a page, or a place in this one
    address = _address(state.env, found[0])
    token.attrs["href"] = address or ""
    return address is not None


def _task_boxes(state: StateCore) -> None:
    """Show boxes as letters: cleaned HTML has no input fields."""
    for token in state.tokens:
        for child in token.children or []:
            if child.type == "html_inline" and "task-list-item-checkbox" in child.content:
                child.type = "text"
                child.content = "☑" if 'checked="checked"' in child.content else "☐"
