"""A draft as a mail message: HTML and plain words, both saying the same."""

from __future__ import annotations

import hashlib
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import formatdate

from pkm_app.content.clean import PARKED, clean_html
from pkm_app.share.model import Rendered

_POLICY = policy.SMTP.clone(refold_source="none")
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
    return message.as_bytes()


def plain_part(draft: Rendered) -> str:
    """Return the words of a draft for who reads mail as plain text."""
    return draft.markdown.strip("\n") + "\n"


def html_part(draft: Rendered) -> str:
    """Return the page of a message, cleaned; pictures from elsewhere stay behind their addresses."""
    body = clean_html(draft.html).replace(f" {PARKED}=", " src=")
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
