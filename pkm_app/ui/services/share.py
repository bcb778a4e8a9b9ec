"""What the window needs of Share: drafts, checks, outlets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pkm_app.base.events import Operation
from pkm_app.share.model import CheckResult, OutletSettings, Published, Rendered


class Drafting(Protocol):
    """flow.drafting."""

    def new_draft(self, names: Sequence[str], title: str = "", template: str = "post") -> tuple[str, str]:
        """Compose a draft; its (id, path)."""


class Publishing(Protocol):
    """flow.publishing."""

    def check(self, name: str, audience: str) -> CheckResult:
        """What must or should be mended before a draft leaves."""

    def rendered(self, name: str, audience: str) -> Rendered:
        """A draft as it would leave."""

    def export(self, name: str, form: str, audience: str = "public") -> tuple[bytes, int]:
        """A draft as the bytes of a file, and how many private parts were cut."""

    def publish(self, name: str, outlet_name: str, secret: str = "", dry_run: bool = False) -> Operation[Published]:
        """Send a draft as a draft."""


class Outlets(Protocol):
    """share.service."""

    def outlets(self) -> Sequence[OutletSettings]:
        """Quick. All outlets."""

    def add(self, settings: OutletSettings, secret: str, keep_secret: bool = True) -> str:
        """Try an outlet and keep it; the name it knows the person by."""

    def remove(self, name: str) -> OutletSettings:
        """Forget an outlet and its secret."""


@dataclass(frozen=True, slots=True)
class Share:
    """Everything of Share. ``write_file(path, bytes)`` writes a file the person chose, never inside the vault."""

    drafting: Drafting
    publishing: Publishing
    outlets: Outlets
    write_file: Callable[[str, bytes], int]
