"""The fields of the vault's full-text index."""

from __future__ import annotations

from whoosh import fields
from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer


def schema() -> fields.Schema:
    """Return the fields: what is stored of a document, the words of its text and title as they are written, their
    stems, and the marks by which searches narrow and count (``tag:…``, ``kind:…``, ``day:…``; see index_documents)."""
    one_by_one = SpaceSeparatedTokenizer()
    return fields.Schema(
        path=fields.ID(stored=True), kind=fields.STORED, id=fields.STORED, title=fields.STORED, text=fields.STORED,
        date=fields.STORED, lang=fields.STORED, marks=fields.KEYWORD,
        exact_title=fields.KEYWORD, exact=fields.TEXT(analyzer=one_by_one, phrase=True),
        stems=fields.TEXT(analyzer=one_by_one, phrase=False))
