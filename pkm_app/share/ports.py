"""What Share needs of the world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from pkm_app.share.model import Begun, OutletSettings, Remote, Rendered

if TYPE_CHECKING:
    from pkm_app.share.preview import Preview


class Outlet(Protocol):
    """A place that takes drafts. There is no publish: a person finishes there.

    Where ``can_find`` is False a draft cannot be looked for there: ``find`` knows of none, and after a lost answer
    a person has to look.
    """

    @property
    def can_find(self) -> bool:
        """Whether ``find`` can be believed when it finds nothing."""

    def check(self) -> str:
        """Try the credentials; give the name the outlet knows the person by. Raises NetworkProblem, Refused."""

    def find(self, marker: str) -> Remote | None:
        """The draft sent earlier under this marker (a retry after a lost answer must not make a second)."""

    def get(self, remote_id: str) -> Remote | None:
        """The post as it stands there now; None when it is gone."""

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Make a draft. Raises NetworkProblem, Refused."""

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Change a post; Refused when it changed there since ``seen_version``."""

    def imprint(self, draft: Rendered) -> str:
        """The ``Remote.imprint`` that a draft leaves as long as nobody changes it there; nothing is asked."""

    def preview(self, draft: Rendered) -> Preview:
        """What a draft will be there; nothing is asked."""


class OutletMaker(Protocol):
    """Opens an outlet of the right kind (net.outlets)."""

    def open(self, settings: OutletSettings, secret: str) -> Outlet:
        """Give the outlet. Raises Refused for an unknown kind or an address that will not do."""


class OutletFile(Protocol):
    """.pkm/outlets.toml in the vault (library.choices)."""

    def load(self, unasked: bool = False) -> Sequence[OutletSettings]:
        """All outlets; ``unasked``, a file that is online only is not fetched, and holds none."""

    def save(self, outlets: Sequence[OutletSettings]) -> None:
        """Write them, never with a secret."""


class Secrets(Protocol):
    """The system's keyring (library.secrets), keyed by kind, origin and user."""

    def get(self, settings: OutletSettings) -> str | None:
        """The secret, None where there is none. Raises Refused where there is no keyring."""

    def put(self, settings: OutletSettings, secret: str) -> None:
        """Keep a secret. Raises Refused where there is no keyring that can keep it safely."""

    def forget(self, settings: OutletSettings) -> None:
        """Delete a secret; nothing happens where there is none."""


class SendJournal(Protocol):
    """Notes each intent to send before it is carried out (library.journal)."""

    def intend(self, draft_id: str, outlet: str, begun: Begun) -> None:
        """Remember that a sending begins, and by what it is known again should its answer get lost."""

    def pending(self, draft_id: str, outlet: str) -> Begun | None:
        """The sending that began and was not settled."""

    def forget(self, draft_id: str, outlet: str) -> None:
        """What began is settled by a person who looked there: nothing is pending any more."""

    def settle(self, draft_id: str, outlet: str, remote_id: str, version: str, digest: str) -> None:
        """The sending ended well: what stands there now, and a digest of what we sent."""

    def last(self, draft_id: str, outlet: str) -> tuple[str, str, str] | None:
        """(remote_id, version, digest) of the last sending that ended well."""


class Turns(Protocol):
    """Keeps two windows or commands from sending one draft at the same moment (library.turns)."""

    def take(self, name: str) -> AbstractContextManager[None]:
        """Wait for one's turn with ``name``, then have it for the time of a ``with``; not to be taken twice at once.

        Raises Refused when that takes too long, StorageProblem.
        """


class Pictures(Protocol):
    """The pictures of the vault (library.pictures)."""

    def read(self, target: str, from_path: str) -> bytes | None:
        """The bytes of the picture that is named ``target`` in a file; None where there is none in the vault."""


class TemplateShelf(Protocol):
    """Templates as files: those that come along, and a person's own in .pkm/templates (library.templates)."""

    def names(self) -> Sequence[str]:
        """A person's own, by name."""

    def read(self, name: str, language: str) -> str:
        """The text of a template. Raises NotFound with the names there are."""

    def about(self, name: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
        """The language and the tags that the front matter of a template gives to its drafts, filled with ``values``."""
