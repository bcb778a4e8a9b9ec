"""Times as a person says them: short in lists, whole in an article's head; after the language of the window."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from pkm_app.ui.i18n import noop, tr

WORDS_A_MINUTE = 220  # reading speed of adults, silently, in either language
LANGUAGE_NAMES = {"nl": noop("Dutch"), "en": noop("English"), "de": noop("German"), "fr": noop("French"),
                  "es": noop("Spanish"), "it": noop("Italian"), "pt": noop("Portuguese")}


def short(then: datetime, now: datetime) -> str:
    """Return ``12 min``, ``3 h``, a day of the week within six days, else day and month (and year)."""
    seconds = (now - then).total_seconds()
    there, here = then.astimezone(now.tzinfo).date(), now.date()
    if 0 <= seconds < 3600:
        return tr("%n min", max(1, int(seconds // 60)))
    if 0 <= seconds < 86400 and there == here:
        return tr("%n h", int(seconds // 3600))
    day = QDate(there.year, there.month, there.day)
    if 0 <= (here - there).days < 7:
        return QLocale().toString(day, "ddd").rstrip(".")
    return QLocale().toString(day, "d MMM" if there.year == here.year else "d MMM yyyy").replace(".", "")


def whole(then: datetime, now: datetime) -> str:
    """Return the date in words: ``14 November 2026``."""
    there = then.astimezone(now.tzinfo)
    return QLocale().toString(QDate(there.year, there.month, there.day), "d MMMM yyyy")


def moment(then: datetime, now: datetime) -> str:
    """Return date and time of day: ``14 Nov, 10:12``."""
    there = then.astimezone(now.tzinfo)
    day = QDate(there.year, there.month, there.day)
    form = "d MMM" if there.year == now.year else "d MMM yyyy"
    return f"{QLocale().toString(day, form).replace('.', '')}, {there:%H:%M}"


def day_words(day: date) -> str:
    """Return a day in words: ``14 November 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def reading_time(text: str) -> str:
    """Return how long a text takes to read, never under a minute."""
    return tr("%n min", max(1, round(len(text.split()) / WORDS_A_MINUTE)))


def language_name(code: str) -> str:
    """Return the name of a language in the language of the window; "" for one that is not known."""
    return tr(LANGUAGE_NAMES[code[:2].lower()]) if code[:2].lower() in LANGUAGE_NAMES else ""
