"""From a feed as it came to clean values: one set of rules for all formats."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from datetime import datetime

from pkm_app.base.ids import derived_id
from pkm_app.content.address import absolute, is_web
from pkm_app.content.clean import clean_html, plain
from pkm_app.content.language import guess
from pkm_app.content.plaintext import canonical_text
from pkm_app.seek.backoff import DAYS
from pkm_app.seek.charset import mended
from pkm_app.seek.dates import parse_date
from pkm_app.seek.model import Entry, ParsedFeed
from pkm_app.seek.rawfeed import RawBody, RawEntry, RawFeed

MAX_ENTRIES = 2000
_LONGEST_UID = 1000
_SAMPLE = 1000  # characters by which an entry's language is guessed
_PERIODS = {"hourly": 60, "daily": 24 * 60, "weekly": 7 * 24 * 60, "monthly": 30 * 24 * 60, "yearly": 365 * 24 * 60}
_MOST_SKIPPED = 60
_LONGEST_TTL = 365 * 24 * 60
_NAMED_BEHIND = re.compile(r"[^\s()]+@[^\s()]+\s*\(([^()]+)\)\s*\Z")
_NAMED_BEFORE = re.compile(r"([^<>()@]+?)\s*[<(][^\s<>()]+@[^\s<>()]+[>)]\s*\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|\Z)")
_BLANK_LINE = re.compile(r"(?:\r?\n[ \t]*){2,}")


def assemble(raw: RawFeed, address: str) -> ParsedFeed:
    """Make clean values of a feed that came from ``address``. Of more than MAX_ENTRIES entries the newest stay."""
    base = _web(raw.base, address) or address
    language = _language(raw.language)
    site = _web(raw.site, base)
    chosen = _newest(raw.entries)
    shared = _shared_uids(chosen, base)
    seen: set[str] = set()
    entries = []
    for item in chosen:
        entry = _entry(item, raw, base, language, shared)
        if entry.uid not in seen:
            seen.add(entry.uid)
            entries.append(entry)
    return ParsedFeed(
        kind=raw.kind,
        title=plain(mended(raw.title)),
        site=site,
        description=plain(mended(raw.description)),
        language=language,
        ttl_minutes=_ttl(raw),
        asleep=_asleep(raw.skipped),
        entries=tuple(entries),
    )


def _entry(item: RawEntry, raw: RawFeed, base: str, language: str, shared: frozenset[str]) -> Entry:
    url = _url(item, base)
    title = plain(mended(item.title))
    body = max(item.bodies, key=lambda body: len(body.html), default=RawBody(""))
    html = clean_html(_paragraphs(mended(body.html)), _web(body.base or item.base, base) or url or base)
    text = canonical_text(html)
    digest = hashlib.sha256(f"{title}\x1f{html}".encode("utf-8", "replace")).hexdigest()
    uid = " ".join(item.uid.split())
    if item.uid in shared:
        uid = derived_id(uid, url or digest)
    elif not uid or len(uid) > _LONGEST_UID:
        uid = derived_id(uid) if uid else url or derived_id(digest)
    published, updated = parse_date(item.published), parse_date(item.updated)
    return Entry(
        uid=uid,
        url=url,
        title=title,
        author=_author(item.authors or raw.authors),
        published=published or updated,
        updated=updated,
        html=html,
        text=text,
        language=guess(text[:_SAMPLE]) or _language(item.language) or language,
        digest=digest,
    )


def _url(item: RawEntry, base: str) -> str:
    base = _web(item.base, base) or base
    return _web(item.link, base) or (_web(item.permalink) if item.permalink else "")


def _web(value: str, base: str = "") -> str:
    """An absolute http or https address, or "" where there is none in it."""
    found = absolute(value, base) if value else None
    return found if found and is_web(found) else ""


def _newest(entries: tuple[RawEntry, ...]) -> list[RawEntry]:
    """The entries to keep, in the feed's order, which is nearly always the newest first.

    Where there are too many and all are dated the dates decide, for some feeds begin with the oldest.
    """
    if len(entries) <= MAX_ENTRIES:
        return list(entries)
    dates: list[tuple[datetime, int]] = []
    for place, entry in enumerate(entries):
        moment = parse_date(entry.published) or parse_date(entry.updated)
        if moment is None:
            return list(entries[:MAX_ENTRIES])
        dates.append((moment, -place))
    dates.sort(reverse=True)
    return [entries[-place] for _, place in sorted(dates[:MAX_ENTRIES], key=lambda dated: -dated[1])]


def _shared_uids(entries: list[RawEntry], base: str) -> frozenset[str]:
    """Identifiers that stand for several addresses, so that they identify nothing by themselves."""
    places: dict[str, set[str]] = {}
    often = {uid for uid, count in Counter(entry.uid for entry in entries).items() if uid and count > 1}
    for entry in entries:
        if entry.uid in often:
            places.setdefault(entry.uid, set()).add(_url(entry, base) or entry.title)
    return frozenset(uid for uid, found in places.items() if len(found) > 1)


def _author(names: tuple[str, ...]) -> str:
    """The writers' names on one line. ``address (Name)`` and ``Name <address>`` are the name alone."""
    people = []
    for name in names[:20]:
        written = plain(mended(name.replace("<", "(").replace(">", ")") if "@" in name else name))
        match = _NAMED_BEHIND.match(written) or _NAMED_BEFORE.match(written)
        person = match[1].strip() if match else written
        if person and person not in people:
            people.append(person)
    return plain(", ".join(people).replace("&", "&amp;").replace("<", "&lt;"))


def _paragraphs(html: str) -> str:
    """Mark the paragraphs of a description that has no tags at all but empty lines."""
    if "<" in html or not _BLANK_LINE.search(html):
        return html
    return "".join(f"<p>{part}</p>" for part in _BLANK_LINE.split(html))


def _language(name: str) -> str:
    """The language of a tag such as ``nl-BE`` (https://www.rfc-editor.org/info/bcp47), without the country."""
    match = _LANGUAGE.match(name.strip())
    return match[0].lower() if match else ""


def _asleep(skipped: tuple[str, ...]) -> str:
    """The hours and days without visits as backoff.awake reads them. RSS 0.91 counts hours from 1 to 24."""
    hours: set[int] = set()
    days: set[str] = set()
    for written in skipped[:_MOST_SKIPPED]:
        word = written.strip().lower()
        if word.isascii() and word.isdigit() and len(word) < 3 and int(word) <= 24:
            hours.add(int(word) % 24)
        elif word[:3] in DAYS:
            days.add(word[:3])
    return " ".join((*map(str, sorted(hours)), *(day for day in DAYS if day in days)))


def _ttl(raw: RawFeed) -> int | None:
    """How long a feed asks to be left alone, in minutes: RSS's ``ttl``, or the syndication module's period."""
    wanted = raw.ttl.strip()
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 and int(wanted):
        return min(int(wanted), _LONGEST_TTL)
    period = _PERIODS.get(raw.update_period.strip().lower())
    if period is None:
        return None
    often = raw.update_frequency.strip()
    times = int(often) if often.isascii() and often.isdigit() and len(often) < 5 and int(often) else 1
    return max(1, period // times)
