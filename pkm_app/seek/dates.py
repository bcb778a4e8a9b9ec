"""Dates as feeds write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januari", "feb february februari", "mar march mrt maart maa", "apr april", "may mei",
            "jun june juni", "jul july juli", "aug august augustus", "sep sept september", "oct october okt oktober",
            "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
# Minutes east of Greenwich: RFC 822's names, and the European ones that are not in it.
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "ist": 60, "west": 60, "cet": 60, "met": 60, "mez": 60,
    "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "aest": 600, "aedt": 660,
}
_CLOCK = (r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?\s*"
          r"(?P<half>[ap]\.?m\.?(?![a-z]))?")
_ZONE = r"(?P<zone>[A-Za-z]{3,10}/[A-Za-z_]{3,20}|[A-Za-z]{1,5}|(?:GMT|UTC)?\s*[+\-\u2212]\d{1,2}:?(?:\d{2})?)"
_WHEN = rf"(?:[\sT,]+(?:om\s+|at\s+|[|\-\u2013\u2014\u00b7]\s+)?{_CLOCK}\s*{_ZONE}?)?"
_FORMS = tuple(
    re.compile(form + r"\s*(?:\([^()]{0,40}\))?\s*", re.IGNORECASE | re.ASCII)
    for form in (
        rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_WHEN}",
        rf"(?P<year>\d{{4}})/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}}){_WHEN}",
        rf"(?:[A-Za-z]{{2,10}}(?:\.?,?\s+|,))?(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?[\s\-]+(?P<name>[A-Za-z]{{3,9}})\.?,?[\s\-]+(?P<year>\d{{2}}|\d{{4}}){_WHEN}",
        rf"(?:[A-Za-z]{{2,10}}\.?,?\s+)?(?P<name>[A-Za-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_WHEN}",
        rf"[A-Za-z]{{3}}\s+(?P<name>[A-Za-z]{{3}})\s+(?P<day>\d{{1,2}})\s+{_CLOCK}\s*{_ZONE}?\s+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}})(?:T?(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?P<second>\d{{2}})?\s*{_ZONE}?)?",
        rf"(?P<day>\d{{1,2}})[./\-](?P<month>\d{{1,2}})[./\-](?P<year>\d{{4}}){_WHEN}",
        r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?",
    )
)
# What nine feeds in ten write, RFC 822 to the letter: no use to try all the others on it.
_USUAL = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d) "
    r"(?:GMT|([+-])(\d\d)([0-5]\d))", re.ASCII)
_LONGEST = 80


def parse_date(text: str) -> datetime | None:
    """Read a date of a feed as an aware time in UTC, or give None where it is none.

    Understands RFC 822 and its variants (https://www.rfc-editor.org/rfc/rfc822#section-5), RFC 3339 and the rest of
    W3C's profile of ISO 8601, C's asctime, and day-first forms, with English and Dutch names of months. A time without
    a zone is taken as UTC. Years before 1970 are mistakes and give None; dates to come are kept.
    """
    usual = _usual(text)
    if usual is not None:
        return _in_utc(usual)
    text = " ".join(text[: _LONGEST * 2].split())
    if not text or len(text) > _LONGEST:
        return None
    quick = _rfc3339(text)
    if quick is not None:
        return _in_utc(quick)
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            return _from_parts(match.groupdict())
    return None


def _usual(text: str) -> datetime | None:
    match = _USUAL.fullmatch(text)
    if match is None:
        return None
    day, name, year, hour, minute, second, sign, hours, minutes = match.groups()
    month = _MONTHS.get(name.lower())
    if month is None:
        return None
    try:
        moment = datetime(int(year), month, int(day), int(hour), int(minute), int(second), tzinfo=UTC)
        east = timedelta(hours=int(hours), minutes=int(minutes)) if sign else timedelta()
        return moment + east if sign == "-" else moment - east
    except (ValueError, OverflowError):
        return None  # then one of the forms may fit


def _rfc3339(text: str) -> datetime | None:
    if len(text) < 19 or text[4:5] != "-":
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None  # then one of the forms may fit


def _from_parts(parts: dict[str, str | None]) -> datetime | None:
    name = parts.get("name")
    month = _MONTHS.get(name.lower()) if name else int(parts.get("month") or 1)
    if month is None:
        return None
    written = parts["year"] or "0"
    year = int(written)
    if len(written) == 2:
        year += 2000 if year < 70 else 1900  # as RFC 2822 asks, near enough for feeds
    hour = int(parts.get("hour") or 0)
    half = (parts.get("half") or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    # 24:00 is midnight after, and a leap second is the last second of its minute
    seconds = min(int(parts.get("second") or 0), 59)
    try:
        day = datetime(year, month, int(parts.get("day") or 1), tzinfo=_zone(parts.get("zone")))
        return _in_utc(day + timedelta(hours=hour, minutes=int(parts.get("minute") or 0), seconds=seconds))
    except (ValueError, OverflowError):
        return None


def _zone(name: str | None) -> tzinfo:
    """A zone by name, place or offset; one that nobody knows counts as UTC, which is at most some hours off."""
    if not name:
        return UTC
    if "/" in name:
        try:
            return ZoneInfo(name)
        except (LookupError, ValueError, OSError):  # no such place, or a system without such a list
            return UTC
    text = name.lower().replace("\u2212", "-").replace(" ", "")
    minutes = _ZONES.get(text)
    if minutes is None:
        offset = text.removeprefix("gmt").removeprefix("utc")
        digits = offset[1:].replace(":", "")
        if not digits.isascii() or not digits.isdigit():
            return UTC
        hours, rest = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        minutes = (hours * 60 + rest) * (-1 if offset[0] == "-" else 1)
    return timezone(timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else UTC


def _in_utc(moment: datetime) -> datetime | None:
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year >= 1970 else None
