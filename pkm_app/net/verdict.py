"""What a status means: an answer to use, a place to go on to, or one sentence on why there is none."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.exchange import Answer
from pkm_app.net.hosts import USUAL_WISH, left_alone
from pkm_app.seek.model import FetchResponse

_REDIRECTS = (301, 302, 303, 307, 308)
_LONGEST_VALIDATOR = 1024


def is_redirect(answer: Answer) -> bool:
    """Say whether an answer sends us on."""
    return answer.status in _REDIRECTS and bool(answer.headers.get("location"))


def wish_of(answer: Answer) -> float:
    """Return the seconds a host wishes to be left alone (RFC 9110 10.2.3, RFC 6585 4), 0 for no such wish.

    Who says 429 or 503 without a time is left alone for a minute, with all that it serves.
    """
    if answer.status not in (429, 503):
        return 0.0
    return _seconds(answer.headers.get("retry-after", "")) or USUAL_WISH


def judge(answer: Answer, conditional: bool, moved_to: str) -> FetchResponse:
    """Return the response of an answer that can be used. Raises NetworkProblem for any other."""
    status, host = answer.status, answer.target.bare_host
    if status in (200, 203) or (status == 304 and conditional):
        return FetchResponse(
            address=answer.target.address, status=304 if status == 304 else 200, body=answer.body,
            content_type=answer.headers.get("content-type", ""), etag=_validator(answer, "etag"),
            modified=_validator(answer, "last-modified"), moved_to=moved_to, headers=answer.headers)
    if status == 410:
        raise NetworkProblem("{host} says this address is gone for good.", kind="gone", host=host, status=status)
    if status == 404:
        raise NetworkProblem("{host} has nothing at this address (404): check it, or look for a new one.",
                             kind="http", host=host, status=status)
    if status in (401, 403, 407, 451):
        raise NetworkProblem("{host} does not let us see this address ({status}).", kind="blocked", host=host,
                             status=status)
    wish = wish_of(answer)
    if wish and (status == 429 or answer.headers.get("retry-after")):
        raise left_alone(host, wish)
    if status >= 500:
        raise NetworkProblem("{host} has a fault of its own at the moment ({status}): try again later.", kind="http",
                             host=host, status=status)
    raise NetworkProblem("{host} gives an answer that cannot be used ({status}).", kind="http", host=host,
                         status=status)


def _validator(answer: Answer, name: str) -> str:
    value = answer.headers.get(name, "")
    # It will be sent back one day: what could not stand in a header is not kept.
    return value if len(value) <= _LONGEST_VALIDATOR and value.isascii() and value.isprintable() else ""


def _seconds(value: str) -> float:
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return 0.0
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - datetime.now(UTC)).total_seconds())
