"""What an article is called: short posts have no title, yet stand in lists, in the names of files and in credits."""

from __future__ import annotations

_MOST = 70  # characters of a name that is made


def name_of(title: str, text: str) -> str:
    """Return the title, or where there is none the first sentence of the text, cut at a word; "" without either."""
    if title:
        return title
    line = " ".join(text[:_MOST * 4].split())
    end = min((at + 1 for mark in ".!?" if (at := line.find(f"{mark} ")) > 0), default=len(line))
    sentence = line[:end].rstrip(".")
    if len(sentence) <= _MOST:
        return sentence
    return (sentence[:_MOST].rpartition(" ")[0] or sentence[:_MOST]) + "…"
