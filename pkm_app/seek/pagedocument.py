"""A web page as a source: its article where it has one, else what it says of itself."""

from __future__ import annotations

import re
from html import unescape

from pkm_app.base.errors import Problem
from pkm_app.content.clean import clean_html, plain
from pkm_app.content.language import guess
from pkm_app.content.plaintext import canonical_text
from pkm_app.seek.charset import to_text
from pkm_app.seek.document import Document, paragraphs, stem
from pkm_app.seek.pagetext import NoArticle, page_text

_HEAD = 512 * 1024
_TITLE = re.compile(r"<title\b[^>]{0,500}>(.{0,2000}?)</title", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<(?:meta|link)\b([^>]{0,4000})>", re.IGNORECASE)
_PART = re.compile(r"([a-zA-Z:\-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BODY = re.compile(r"<body\b.*", re.IGNORECASE | re.DOTALL)


def read_page(data: bytes, name: str, address: str, content_type: str) -> Document:
    """Read a web page. One without an article gives its description, or what text it has, and says so."""
    facts = _facts(to_text(data, content_type)[:_HEAD])
    title = facts.get("og:title") or facts.get("title", "")
    author = facts.get("author") or facts.get("name", "")
    try:
        found = page_text(data, address, content_type)
        return Document("page", found.title or title or stem(name), found.author or author, found.site or
                        facts.get("og:site_name", ""), found.published, found.html, found.text, found.language)
    except NoArticle as problem:
        body = _BODY.search(to_text(data, content_type))
        cleaned = clean_html(body[0], address) if body else ""
        said = facts.get("og:description") or facts.get("description", "")
        text = canonical_text(cleaned)
        if said and (address or not text):  # around a page's own words about itself stand those of its site
            cleaned = clean_html(paragraphs(said))
            text = canonical_text(cleaned)
        notice = Problem(problem.template, **problem.values)
        return Document("page", title or stem(name), author, facts.get("og:site_name", ""), None, cleaned, text,
                        guess(text), notice=None if text and not address else notice)


def _facts(head: str) -> dict[str, str]:
    found: dict[str, str] = {}
    title = _TITLE.search(head)
    if title:
        found["title"] = plain(title[1])
    for element in _META.finditer(head):
        parts = {part[1].lower(): unescape(part[2] or part[3] or part[4] or "") for part in _PART.finditer(element[1])}
        name = (parts.get("property") or parts.get("name") or parts.get("itemprop") or "").lower()
        if name in ("og:title", "og:site_name", "og:description", "description", "author", "name") and (
                name != "name" or "itemprop" in parts):
            found.setdefault(name, plain(parts.get("content", "")))
    return found
