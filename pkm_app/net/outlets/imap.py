"""Drafts in the Drafts folder of a mailbox, over IMAP: a newsletter that waits to be sent.

A message cannot be changed there, only put beside and the old one taken away. It is known again by its Message-ID,
which begins with the draft's mark, also in References, where mail programs keep it when they save their own version.
"""

from __future__ import annotations

import hashlib
import imaplib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import time
from uuid import uuid4

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.content.postable import postable
from pkm_app.net.outlets.letter import html_part, imprint, letter, one_line, plain_part, read_letter
from pkm_app.net.outlets.postbox import MAX_BYTES, SECONDS, answered, drafts_folder, mail_address, signed_in
from pkm_app.net.outlets.rest import Rest
from pkm_app.share.model import OutletSettings, Remote, Rendered
from pkm_app.share.preview import Preview, preview_of
from pkm_app.share.updating import to_update

_DOMAIN = "pkm.invalid"
_LARGEST = MAX_BYTES * 11 // 24  # the old and the new version are read under one cap
_ID = re.compile(r"[a-z0-9-]{1,120}\.[0-9a-f]{8}")
_UNSAFE = re.compile(r"[^a-z0-9-]+")
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class ImapDrafts:
    """Implements ``share.ports.Outlet``. ``Remote.version`` is the message's number there and a digest of its words."""

    can_find = True

    def __init__(self, settings: OutletSettings, secret: str, _rest: Rest) -> None:
        self._where = mail_address(settings.address)
        self._user = settings.user
        self._secret = secret

    def check(self) -> str:
        """Try the password and look for the Drafts folder; give the user's name. Raises Refused, NetworkProblem."""
        with self._drafts():
            return self._user

    def find(self, marker: str) -> Remote | None:
        """Return the message that was put there under a marker, or None."""
        with self._drafts() as (connection, folder):
            return self._look(connection, folder, f"{_word(marker)}.")

    def get(self, remote_id: str) -> Remote | None:
        """Return a message as it stands there now; in Sent it counts as sent. None when it is in neither.

        An older version of ours that a broken-off sending left beside the newer one is taken away.
        """
        if not _ID.fullmatch(remote_id):
            return None
        with self._drafts() as (connection, folder):
            self._take_away(connection, self._numbers(connection, folder, remote_id, ("Message-ID",))[:-1])
            return self._look(connection, folder, remote_id)

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Put a draft there, and read it back. Raises Refused, NetworkProblem.

        When the answer gets lost it may stand there all the same: ``find`` tells.
        """
        with self._drafts() as (connection, folder):
            return self._put(connection, folder, draft, f"{_word(marker)}.{uuid4().hex[:8]}")

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Put the new version there, and only then take the old one away.

        Raises Refused when it is gone, was changed there since ``seen_version``, or was sent.
        """
        with self._drafts() as (connection, folder):
            found = self._look(connection, folder, remote_id) if _ID.fullmatch(remote_id) else None
            there, done = to_update(found, draft, seen_version, self.imprint(draft), self._where.host)
            if done:
                return there
            old = self._numbers(connection, folder, remote_id)
            remote = self._put(connection, folder, draft, remote_id, old)
            self._take_away(connection, old)
            return remote

    def imprint(self, draft: Rendered) -> str:
        """Return the imprint of a draft: subject and words."""
        return imprint(one_line(draft.title), html_part(draft))

    def preview(self, draft: Rendered) -> Preview:
        """Return what a draft will be there: a mail without an addressee, in both its forms."""
        return preview_of(draft, postable(draft.html), [("from", self._sender()), ("subject", one_line(draft.title))],
                          plain_part(draft), "plain")

    def _sender(self) -> str:
        return self._user if "@" in self._user else f"{self._user}@{self._where.host}"

    @contextmanager
    def _drafts(self) -> Iterator[tuple[imaplib.IMAP4, str]]:
        with signed_in(self._where, self._user, self._secret, SECONDS) as connection:
            folder = drafts_folder(connection)
            if not folder:
                raise Refused("There is no folder for drafts in this mailbox at {host}: make one called Drafts there.",
                              host=self._where.host)
            yield connection, folder

    def _look(self, connection: imaplib.IMAP4, folder: str, word: str) -> Remote | None:
        sent = drafts_folder(connection, b"\\Sent")
        for place, status in ((folder, "draft"), (sent, "sent")):
            numbers = self._numbers(connection, place, word) if place else []
            if numbers:
                return self._read(connection, numbers[-1], status, word)
        return None

    def _numbers(self, connection: imaplib.IMAP4, folder: str, word: str,
                 headers: Sequence[str] = ("Message-ID", "References")) -> list[str]:
        """The numbers of the messages that carry a word in their Message-ID, or else in their References."""
        answered(connection.select(folder), self._where.host)
        for header in headers:
            lines = answered(connection.uid("SEARCH", "UNDELETED", "HEADER", header, f'"{word}"'), self._where.host)
            found = [number for number in (lines[0] or b"").decode("ascii", "replace").split() if number.isdigit()]
            if found:
                return found
        return []

    def _read(self, connection: imaplib.IMAP4, number: str, status: str, word: str) -> Remote:
        host = self._where.host
        size = _SIZE.search(b" ".join(_bytes(answered(connection.uid("FETCH", number, "(RFC822.SIZE)"), host))))
        if size is None or int(size[1]) > MAX_BYTES // 2:
            raise NetworkProblem("The message at {host} is larger than is taken in.", kind="too-big", host=host)
        lines = answered(connection.uid("FETCH", number, "(FLAGS BODY.PEEK[])"), host)
        data = next((line[1] for line in lines if isinstance(line, tuple) and isinstance(line[1], bytes)), b"")
        subject, words, mark, message_id = read_letter(data)
        found = _ID.search(message_id) or _ID.search(_references(data))
        validity = b" ".join(_bytes(list(connection.untagged_responses.get("UIDVALIDITY") or ())))
        digest = hashlib.sha256(f"{subject}\x1f{words}".encode()).hexdigest()[:12]
        return Remote(
            remote_id=found[0] if found and found[0].startswith(word) else word, url=f"imap://{host}/",
            edit_url=f"imap://{host}/", title=subject, html=words, status=status,
            version=f"{validity.decode('ascii', 'replace')}.{number} {digest}", imprint=mark)

    def _put(self, connection: imaplib.IMAP4, folder: str, draft: Rendered, remote_id: str,
             old: list[str] | None = None) -> Remote:
        host = self._where.host
        data = letter(draft, self._sender(), f"<{remote_id}@{_DOMAIN}>")
        if len(data) > _LARGEST:
            raise Refused("With its pictures “{title}” is a mail of {size} MB, and mailboxes take {most}. Make its "
                          "pictures smaller, or take some out.", title=draft.title, size=len(data) >> 20,
                          most=_LARGEST >> 20)
        answered(connection.append(folder, r"(\Draft \Seen)", imaplib.Time2Internaldate(time()), data), host)
        numbers = [number for number in self._numbers(connection, folder, remote_id) if number not in (old or ())]
        if not numbers:
            raise NetworkProblem("{host} took the draft and cannot show it: look there before sending it again.",
                                 host=host)
        remote = self._read(connection, numbers[-1], "draft", remote_id)
        if remote.imprint != self.imprint(draft):
            raise Refused("The draft stands at {url}, but not all of its words arrived there: look at it before you go "
                          "on.", url=host)
        return remote

    def _take_away(self, connection: imaplib.IMAP4, numbers: list[str]) -> None:
        if not numbers:
            return
        for number in numbers:
            answered(connection.uid("STORE", number, "+FLAGS", r"(\Deleted)"), self._where.host)
        able = b" ".join(_bytes(answered(connection.capability(), self._where.host)))  # more than before signing in
        if b"UIDPLUS" in able.upper().split():
            answered(connection.uid("EXPUNGE", ",".join(numbers)), self._where.host)
        # without it the old version stays marked as deleted: EXPUNGE would take other messages along


def _word(marker: str) -> str:
    return _UNSAFE.sub("-", marker.lower()).strip("-")[:110] or "pkm"


def _bytes(lines: list[object]) -> list[bytes]:
    return [piece for line in lines for piece in (line if isinstance(line, tuple) else (line,))
            if isinstance(piece, bytes)]


def _references(data: bytes) -> str:
    head = data.partition(b"\r\n\r\n")[0].decode("ascii", "replace")
    found = re.search(r"^References:(.*(?:\r?\n[ \t].*)*)", head, re.IGNORECASE | re.MULTILINE)
    return found[1] if found else ""
