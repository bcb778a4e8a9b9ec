"""A draft as a mail message: HTML and plain words, both saying the same, and its pictures as parts of it."""

from __future__ import annotations

import hashlib
import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import formatdate
from html import escape

from pkm_app.content.postable import postable
from pkm_app.share.formats.mail import content_id
from pkm_app.share.formats.post import SIGNS
from pkm_app.share.model import PLACE_OF_PICTURE, Rendered

_POLICY = policy.SMTP.clone(refold_source="none")
_PICTURE = "max-width: 100%; height: auto"
_STYLE = "font-family: Georgia, serif; font-size: 16px; line-height: 1.6; max-width: 40em"


def one_line(text: str) -> str:
    """Return a title as the subject of a message: printable, on one line."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def letter(draft: Rendered, sender: str, message_id: str) -> bytes:
    """Return a draft as a message without an addressee, as IMAP wants it (RFC 5322, lines end in CRLF)."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = sender
    message["Subject"] = one_line(draft.title)
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = message_id
    message["References"] = message_id  # what a mail program keeps when it saves its own version of the draft
    message["MIME-Version"] = "1.0"
    if draft.language:
        message["Content-Language"] = draft.language
    message.set_content(plain_part(draft), cte="quoted-printable")
    message.add_alternative(html_part(draft), subtype="html", cte="quoted-printable")
    _put_pictures(message, draft)
    return message.as_bytes()


def _put_pictures(message: EmailMessage, draft: Rendered) -> None:
    page = message.get_body(("html",))
    for place, name in _names(draft).items():
        one = draft.pictures[place]
        kind, _, sub = one.media_type.partition("/")
        if isinstance(page, EmailMessage) and f"cid:{name}" in html_part(draft):
            page.add_related(one.data, kind, sub, cid=f"<{name}>", filename=one.name, disposition="inline")


def _names(draft: Rendered) -> dict[int, str]:
    """How the pictures are named within the mail, by their places; one that is shown twice goes along once."""
    first: dict[str, int] = {}
    for place, one in enumerate(draft.pictures):
        first.setdefault(one.name, place)
    return {place: content_id(place + 1) for place in first.values()}


def plain_part(draft: Rendered) -> str:
    """Return the words of a draft for who reads mail as plain text."""
    return draft.plain.strip("\n") + "\n"


def html_part(draft: Rendered) -> str:
    """Return the page of a message, cleaned; its pictures are parts of the message."""
    first = {draft.pictures[place].name: name for place, name in _names(draft).items()}

    def shown(match: re.Match[str]) -> str:
        place = ord(match[0]) - PLACE_OF_PICTURE
        if place >= len(draft.pictures):
            return ""
        one = draft.pictures[place]
        return f'<img src="cid:{first[one.name]}" alt="{escape(one.alt)}" style="{_PICTURE}">'

    body = SIGNS.sub(shown, postable(draft.html))
    language = f' lang="{draft.language}"' if draft.language.isalnum() else ""
    return (f"<!DOCTYPE html>\n<html{language}>\n<head><meta charset=\"utf-8\"></head>\n"
            f"<body style=\"{_STYLE}\">\n{body}\n</body>\n</html>\n")


def read_letter(data: bytes) -> tuple[str, str, str, str]:
    """Return (subject, HTML or else plain words, imprint, Message-ID) of a message, whoever wrote it.

    The imprint tells subject and words; a mail program's own wrapping of lines does not count.
    """
    message = BytesParser(policy=policy.default).parsebytes(data)
    subject = one_line(str(message.get("Subject", "")))
    part = message.get_body(("html", "plain")) if isinstance(message, EmailMessage) else None
    words = ""
    if part is not None:
        try:
            words = str(part.get_content())
        except (LookupError, ValueError):  # an encoding nobody knows
            words = (part.get_payload(decode=True) or b"").decode("utf-8", "replace")  # type: ignore[union-attr]
    return subject, words, imprint(subject, words), str(message.get("Message-ID", "")).strip()


def imprint(subject: str, words: str) -> str:
    """Return what tells subject and words of a message."""
    return hashlib.sha256(f"{one_line(subject)}\x1f{' '.join(words.split())}".encode()).hexdigest()
