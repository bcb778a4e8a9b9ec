"""An outlet that is opened with a secret which is kept nowhere: whoever asks for it gives it, and it is tried again."""

from __future__ import annotations

from pkm_app.base.errors import Problem, Refused


class SecretNeeded(Refused):
    """Nothing was asked or sent yet: the secret of an outlet has to be given. Values: the outlet's ``name``, and the
    ``reason`` where the keyring cannot give what it may hold."""

    @property
    def outlet(self) -> str:
        """The name of the outlet."""
        return str(self.values.get("name", ""))

    @property
    def reason(self) -> Problem | None:
        """What is wrong with the keyring; None where it merely holds no secret."""
        found = self.values.get("reason")
        return found if isinstance(found, Problem) else None


def not_kept(name: str) -> SecretNeeded:
    """Return what to say where no secret is kept."""
    return SecretNeeded(
        "No password is kept for “{name}”. Give it with --secret-stdin, or remove the outlet and add it anew.",
        name=name)


def not_given(name: str, reason: Problem) -> SecretNeeded:
    """Return what to say where the keyring does not give it, for this ``reason``."""
    return SecretNeeded("{reason} Give the password of “{name}” with --secret-stdin.", name=name, reason=reason)
