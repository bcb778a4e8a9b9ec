"""The note with which writing about an article begins, in whatever room that is."""

from __future__ import annotations

from pkm_app.content.quotation import escape_plain
from pkm_app.seek.model import Article
from pkm_app.sense.notes import NewNote
from pkm_app.ui.i18n import tr


def note_about(article: Article) -> NewNote:
    """Return a note called as the article is, whose text credits it."""
    words = ", ".join(part for part in (article.author or article.feed_title, article.title) if part)
    link = f"[{escape_plain(words)}](<{article.url}>)" if article.url else escape_plain(words)
    return NewNote(article.title or tr("New note"), body=link)
