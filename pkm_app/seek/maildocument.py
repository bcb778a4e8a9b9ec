"""Mails as files: .eml by the standard library, .msg as Outlook keeps them by python-oxmsg."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from pkm_app.content.clean import plain
from pkm_app.seek.charset import to_text
from pkm_app.seek.document import Document, Unreadable, finished, paragraphs, stem

_MOST_NAMES = 20


def read_eml(data: bytes, name: str) -> Document:
    """Read a mail. Raises Unreadable for what is none or has no words."""
    try:
        mail = BytesParser(policy=policy.default).parsebytes(data)
        subject, sender, sent = (_header(mail, key) for key in ("subject", "from", "date"))
        html, files = _matter(mail)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError):
        raise Unreadable("“{name}” is damaged or no mail.", name=name) from None
    if not (subject or sender or sent):
        raise Unreadable("“{name}” is no mail: it says neither from whom nor about what it is.", name=name)
    return _mail(name, html, subject, sender, _moment(sent), files)


def read_msg(data: bytes, name: str) -> Document:
    """Read a mail of Outlook. Raises Unreadable for what is none or has no words."""
    from oxmsg import Message as OutlookMessage

    try:
        mail = OutlookMessage.load(data)
        subject, sender, sent = mail.subject, mail.sender or "", mail.sent_date
        html = mail.html_body or paragraphs(mail.body or "")
        files = [one.file_name or "" for one in mail.attachments]
    except Exception as error:  # the library raises whatever a stranger's bytes make of it
        if isinstance(error, MemoryError):
            raise
        raise Unreadable("“{name}” is damaged, or no mail of Outlook.", name=name) from None
    return _mail(name, html, subject, sender, sent.astimezone(UTC) if sent and sent.tzinfo else None, files)


def _mail(name: str, html: str, subject: str, sender: str, sent: datetime | None, files: list[str]) -> Document:
    who, address = parseaddr(sender)
    names = ", ".join(plain(file) for file in files[:_MOST_NAMES] if file)
    tail = f"<p>[{names.replace('&', '&amp;').replace('<', '&lt;')}]</p>" if names else ""
    found = finished("mail", html + tail, subject.strip() or stem(name), who or address, published=sent)
    if not found.text:
        raise Unreadable("“{name}” has no words in it.", name=name)
    return found


def _header(mail: Message, key: str) -> str:
    value = mail.get(key)
    return "" if value is None else " ".join(str(value).split())


def _matter(mail: EmailMessage) -> tuple[str, list[str]]:
    files = [part.get_filename() or "" for part in mail.iter_attachments()] if mail.is_multipart() else []
    body = mail.get_body(("html", "plain"))
    if body is None:
        return "", files
    data = body.get_payload(decode=True)
    text = to_text(data if isinstance(data, bytes) else b"", str(body.get("content-type", "")))
    if body.get_content_subtype() == "html":
        return text, files
    return paragraphs(re.sub(r"^-- ?$.*", "", text, flags=re.MULTILINE | re.DOTALL) or text), files


def _moment(sent: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(sent)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
