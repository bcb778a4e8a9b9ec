"""Markdown as the files of a site hold it, as the common Markdown that it means: to be read again by this program."""

from __future__ import annotations

import re

_FRONT = re.compile(r"\A(?:---\n(?s:.*?)\n---\n|(?:[A-Z][a-z]+: .*\n)+\n)")
_LANGUAGE = re.compile(r"^(?:[ >]*)(?:\{: lang=\"[^\"\n]*\"\}|:::(?: \{lang=[^}\n]*\})?)[ \t]*\n?", re.MULTILINE)
_MARK = re.compile(r"<mark>(.*?)</mark>|\[([^\[\]\n]*)\]\{\.mark\}")
_GONE = re.compile(r"<del>(.*?)</del>")
PICTURES = re.compile(r"^\[(picture-\d{1,4})\]: data:(image/(?:png|jpeg));base64,([A-Za-z0-9+/=]+)$", re.MULTILINE)
_SHOWN = re.compile(r"\]\[(picture-\d{1,4})\]")
_TITLE = re.compile(r"\A\s*# [^\n]*\n")


def common_markdown(text: str, titled: bool = False) -> str:
    """Return the text of a file without its front matter, and without what only one builder of sites knows: the
    languages of its passages, and its own marks; its pictures are named, and stand in it no more. ``titled``: it
    begins with its title, which is left out too."""
    text = _SHOWN.sub(r"](\1.png)", PICTURES.sub("", _FRONT.sub("", text, count=1)))
    text = _TITLE.sub("", text, count=1) if titled else text
    text = _MARK.sub(lambda match: f"=={match[1] or match[2]}==" if match[1] or match[2] else "", text)
    return _GONE.sub(r"~~\1~~", _LANGUAGE.sub("", text))
