"""Which file the links and labels of a text come from, where it was put together from several.

One name means one thing in one file and another in the next: ``[[notes]]`` is the nearest file of that name,
``fig.png`` the picture beside it, ``[1]:`` and ``[^1]:`` what is defined there. So each piece is signed: a sign,
letters that nobody writes, stands before every target, label and heading of it. Signs part the labels of one piece from
those of another for whatever reads the text; they are taken off before anybody sees it.
"""

from __future__ import annotations

import re

# Digits: controls that mean nothing in any text, nor in one that was read in a wrong encoding. They take no more room
# than other letters; those of a private area would make a long text four times as large.
_DIGITS = "\x81\x8d\x8f\x90\x9d"
_BASE = len(_DIGITS)
_SIGN = re.compile(f"[{_DIGITS}]+")
_ELSEWHERE = r"(?![ \t]*(?:[A-Za-z][A-Za-z0-9+.-]*:|//))"  # an address of the web means the same in every file
_LABEL = r"(?:\\.|[^\[\]\\\n])+"
_DEFINITION = re.compile(rf"^[ \t>]*\[(?!\^)({_LABEL})\]:[ \t]*(?:\n[ \t>]*)?<?({_ELSEWHERE})?", re.MULTILINE)
_PLACE = re.compile(rf"\[\[[ \t]*|\]\([ \t]*<?{_ELSEWHERE}|\[\^|^ {{0,3}}#{{1,6}}[ \t]+", re.MULTILINE)
_USE = re.compile(r"\[(?!\^)((?:\\.|[^\[\]\\])+)(?=\])")


def signed(text: str, number: int) -> str:
    """Return a piece of Markdown with the sign of a number (from 0) before its targets, labels and headings."""
    places = {match.end() for match in _PLACE.finditer(text)}
    labels = set()
    for definition in _DEFINITION.finditer(text):
        labels.add(_normal(definition[1]))
        if definition[2] is not None:
            places.add(definition.end())
    if labels:
        places |= {match.start(1) for match in _USE.finditer(text) if _normal(match[1]) in labels}
    sign = _sign(number)
    parts: list[str] = []
    end = 0
    for place in sorted(places):
        parts += [text[end:place], sign]
        end = place
    return "".join([*parts, text[end:]])


def is_signed(text: str) -> bool:
    """Say whether a text has signs in it."""
    return not text.isascii() and _SIGN.search(text) is not None


def unsigned(text: str) -> str:
    """Return a text without its signs."""
    if not text.isascii():
        for digit in _DIGITS:  # many times as quick as a pattern
            text = text.replace(digit, "")
    return text


def origin(text: str) -> tuple[int, str]:
    """Return the number of which a target, label or heading carries the sign, -1 for none, and the text without."""
    found = _SIGN.match(text)
    if found is None:
        return -1, text
    number = 0
    for char in found[0]:
        number = number * _BASE + _DIGITS.index(char)
    return number, text[found.end() :]


def sign_places(text: str) -> list[tuple[int, int]]:
    """Return where signs stand in a text, in order: (start, end)."""
    return [match.span() for match in _SIGN.finditer(text)]


def _sign(number: int) -> str:
    high = _sign(number // _BASE) if number >= _BASE else ""
    return high + _DIGITS[number % _BASE]


def _normal(label: str) -> str:
    return " ".join(label.split()).casefold()
