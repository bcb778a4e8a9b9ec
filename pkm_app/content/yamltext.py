"""Texts written as YAML so that every reader of YAML 1.1 and 1.2 reads exactly the same text back."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Plain only where no reader can take it for anything but text: begins with a letter or digit, holds letters, digits
# and marks that mean nothing in YAML. A colon stands only before a letter, digit or slash, a # only behind no blank.
_PLAIN = re.compile(r"\w(?:[\w ./()'\"’“”–—…+&;!?%@=~*<>|^-]|:(?=[\w/])|(?<! )#)*", re.ASCII)
_LETTERS = re.compile(r"[^\W_]|[ -~’“”–—…]")
_NUMBER = re.compile(r"[-+]?(?:0[xob][0-9a-f_]*|[0-9][0-9_:.,]*(?:e[-+]?[0-9]*)?)", re.IGNORECASE)
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"))
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_SURROGATES = re.compile("[\ud800-\udfff]")


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as a YAML scalar on one line, in quotes where it needs them; ``flow``: within brackets.

    A lone surrogate, which no file can hold, becomes U+FFFD.
    """
    text = _SURROGATES.sub("\ufffd", text)
    return text if _is_plain(text, flow) else '"' + "".join(map(_in_quotes, text)) + '"'


def flow_list(items: Iterable[str]) -> str:
    """Return texts as a YAML list in brackets."""
    return "[" + ", ".join(scalar(item, flow=True) for item in items) + "]"


def _is_plain(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or text.casefold() in _WORDS or _NUMBER.fullmatch(text):
        return False
    if not all(_LETTERS.match(char) for char in text):
        return False
    ascii_form = "".join(char if char < "\x80" or not char.isalnum() else "x" for char in text)
    if flow and "?" in text:  # PyYAML takes one before a bracket or comma for the mark of a key
        return False
    if not flow:
        ascii_form = ascii_form[0] + ascii_form[1:].replace(",", "x")
    if not _PLAIN.fullmatch(ascii_form):
        return False
    import yaml

    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    return not any(regexp.match(text) for _, regexp in (*resolvers.get(text[0], ()), *resolvers.get(None, ())))


def _in_quotes(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
