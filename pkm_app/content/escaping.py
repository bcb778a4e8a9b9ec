"""Plain words written as Markdown that means nothing but these words, here and wherever they are sent."""

from __future__ import annotations

import re
from html.entities import html5

# Always: what Markdown, Obsidian (tags, block ids, marks, math, tables) and template languages ({{ {% {#) read.
# < and > become entities, so that no <!--, <script, <% or <? is left even where backslashes mean nothing.
_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>#^~$|]"
    r"|%(?=%)|(?<=[%{<])%"  # %% hides what follows in Obsidian; {% and <% begin code in templates
    r"|=(?==)|(?<==)="  # ==marked==
    r"|&(?=#?\w+;)"  # what looks like an entity
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"  # some programs break lines at these
)
_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))", re.MULTILINE)
_EDGE_BLANK = re.compile(r"^[ \t]|[ \t]$", re.MULTILINE)  # indentation is code, two blanks at the end a hard break
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));")
_SURROGATES = re.compile("[\ud800-\udfff]")


def escape_plain(text: str) -> str:
    """Return plain text as Markdown of the same lines; :func:`unescape_plain` gives exactly the text back.

    U+0000 and lone surrogates, which no Markdown can hold, become U+FFFD; ``\\r\\n`` and ``\\r`` become ``\\n``.
    """
    text = _SURROGATES.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd"))
    text = _SPECIAL.sub(_escape, text)
    text = _LINE_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", text)
    return _EDGE_BLANK.sub(lambda match: f"&#{ord(match[0])};", text)


def unescape_plain(text: str) -> str:
    """Return the plain words of Markdown text: backslash escapes and entities become what they stand for."""
    return _ESCAPED.sub(_unescape, text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char == "<":
        return "&lt;"
    if char == ">":
        return "&gt;"
    return f"\\{char}" if char.isprintable() else f"&#{ord(char)};"


def _unescape(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    if match[4]:
        return html5.get(match[4] + ";", match[0])
    code = int(match[2]) if match[2] else int(match[3], 16)
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"
