"""What became of what left, in the words of its page."""

from __future__ import annotations

from datetime import datetime

from pkm_app.share.aftermath import Left
from pkm_app.ui.dates import moment
from pkm_app.ui.i18n import noop, tr

SAID = {
    "placed": noop("Placed there as a draft, not published yet as far as is known."),
    "published": noop("Published, and to be read there."),
    "gone": noop("No longer there."),
}
_WAITS = {
    "scheduled": noop("Placed there, and to be published later; it cannot be read yet."),
    "pending": noop("Placed there, where it waits for review; it is not published yet."),
    "private": noop("Placed there, but private: not everybody can read it."),
    "protected": noop("Placed there behind a password: not everybody can read it."),
    "members": noop("Placed there for members: not everybody can read it."),
}


def fate_words(record: Left, now: datetime) -> str:
    """Return what became of a record, and what a post that is only placed waits for."""
    if record.fate != "placed" or not record.state:
        return tr(SAID[record.fate])
    if record.state == "scheduled" and record.due:
        return tr("Placed there, and to be published on {date}; it cannot be read yet.", date=stamped(record.due, now))
    if record.state in _WAITS:
        return tr(_WAITS[record.state])
    return tr("Placed there as “{state}”; it is not published as far as is known.", state=record.state)


def stamped(stamp: str, now: datetime) -> str:
    """Return a time as a file holds it in words; what is no time as it is."""
    try:
        then = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return moment(then if then.tzinfo else then.replace(tzinfo=now.tzinfo), now)
