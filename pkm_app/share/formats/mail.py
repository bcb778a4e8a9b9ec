"""E-mail: a file that mail programs open as a draft, with the text in both forms."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from pkm_app.share.document import Document
from pkm_app.share.formats.html import mail_fragment
from pkm_app.share.formats.plaintext import plain_text


def mail(document: Document, html: str) -> bytes:
    """Return a draft as an unsent mail. ``html`` is the fragment; its pictures go along as parts of their own.

    Nobody is addressed, and no name or address of the sender stands in it: the mail program puts them in.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(document.title.split())[:500]
    message["X-Unsent"] = "1"
    if document.language.isalpha():
        message["Content-Language"] = document.language
    message.set_content(plain_text(document), cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    body = message.get_payload()[1]  # type: ignore[index]  # the HTML just added
    for number, picture in enumerate(document.pictures.values(), 1):
        kind, _, sub = picture.media_type.partition("/")
        if f"cid:{content_id(number)}" in html:
            body.add_related(picture.data, kind, sub, cid=f"<{content_id(number)}>",  # type: ignore[union-attr]
                             filename=f"{number}.{sub.replace('jpeg', 'jpg')}", disposition="inline")
    return message.as_bytes()


def mail_html(document: Document) -> str:
    """Return the text as HTML for mail: no style sheet, for mail programs drop it; pictures as parts of the mail."""
    names = list(document.pictures)
    return mail_fragment(document, lambda name: f"cid:{content_id(names.index(name) + 1)}")


def content_id(number: int) -> str:
    """Return how the picture of this number is named within a mail."""
    return f"picture-{number}@pkm.invalid"
