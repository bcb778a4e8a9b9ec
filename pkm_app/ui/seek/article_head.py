"""What stands above the text of an article: its source, its title, and who wrote it when, how long and in what."""

from __future__ import annotations

from datetime import datetime

from pkm_app.seek.model import Article
from pkm_app.ui.dates import language_name, reading_time, whole
from pkm_app.ui.i18n import tr
from pkm_app.ui.reading_document import Head


def article_head(article: Article, text: str, now: datetime) -> Head:
    """Return the head in the language of the window; ``text`` is what is read, for the time that takes."""
    parts = [article.author, whole(article.published or article.fetched, now), reading_time(text),
             language_name(article.language),
             tr("changed on {date}", date=whole(article.changed, now)) if article.changed else ""]
    return Head(article.feed_title, article.title or tr("Without a title"), " · ".join(p for p in parts if p))
