"""Passwords in the system's keyring, keyed by kind, origin and user: a changed address asks again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pkm_app.base.errors import Refused
from pkm_app.share.model import OutletSettings

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

NAMED_BY = "PYTHON_KEYRING_BACKEND"
_OPEN_TO_ALL = ("keyrings.alt", "keyring.backends.fail", "keyring.backends.null", "keyring.backends.chainer")


class KeyringSecrets:
    """Implements share.ports.Secrets.

    A backend that a person named (in PYTHON_KEYRING_BACKEND or the keyring's own settings) is used as given.
    Without one, the best of those that keep a secret secret is taken, never one that writes plain text.
    """

    def get(self, settings: OutletSettings) -> str | None:
        """The secret, None where there is none. Raises Refused where there is no keyring."""
        with _told():
            return self._backend.get_password(*_key(settings))

    def put(self, settings: OutletSettings, secret: str) -> None:
        """Keep a secret. Raises Refused where there is no keyring that can keep it safely."""
        with _told():
            self._backend.set_password(*_key(settings), secret)

    def forget(self, settings: OutletSettings) -> None:
        """Delete a secret; nothing happens where there is none, or no keyring in which one could be."""
        from keyring.errors import PasswordDeleteError

        try:
            with _told():
                if self._backend.get_password(*_key(settings)) is not None:
                    self._backend.delete_password(*_key(settings))
        except PasswordDeleteError:
            return  # somebody else was quicker
        except NoKeyring:
            return

    @cached_property
    def _backend(self) -> KeyringBackend:
        from keyring import backend, core  # slow to import, and most verbs need no secret

        named = core.load_env() if os.environ.get(NAMED_BY) else core.load_config()
        if named is not None:
            return named
        safe = [known for known in backend.get_all_keyring()
                if known.priority >= 1 and not type(known).__module__.startswith(_OPEN_TO_ALL)]
        if not safe:
            raise NoKeyring("There is no keyring here that can keep a password.")
        return max(safe, key=lambda known: known.priority)


class NoKeyring(Refused):
    """No keyring that keeps a secret secret."""


@contextmanager
def _told() -> Iterator[None]:
    from keyring.errors import PasswordDeleteError

    try:
        yield
    except (Refused, PasswordDeleteError):
        raise
    except Exception as error:  # noqa: BLE001  foreign code
        # A backend speaks over a bus that raises what it likes: locked, dismissed, gone. What went wrong in
        # it may name the secret, so only its kind is told, also to whoever looks at what the error came from.
        raise Refused("The system’s keyring did not answer ({kind}). Perhaps it is locked.",
                      kind=type(error).__name__) from None


def _key(settings: OutletSettings) -> tuple[str, str]:
    # an address may be without its scheme; its host is part of the key all the same
    parts = urlsplit(settings.address if "://" in settings.address else f"//{settings.address}")
    host = parts.netloc.rpartition("@")[2].lower()
    return f"pkm {settings.kind} {parts.scheme.lower()}://{host}", settings.user
