"""Share as a service: the outlets a person set up. Sending itself crosses rooms and lives in flow.publishing."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit, urlunsplit

from pkm_app.base.errors import NotFound, Refused
from pkm_app.share.model import OutletSettings
from pkm_app.share.ports import Outlet, OutletFile, OutletMaker, Secrets

AUDIENCES = ("public", "community", "team")


class OutletService:
    """Adds, lists, opens and removes outlets. A secret goes to the keyring and nowhere else."""

    def __init__(self, file: OutletFile, secrets: Secrets, maker: OutletMaker) -> None:
        self._file = file
        self._secrets = secrets
        self._maker = maker

    def outlets(self) -> Sequence[OutletSettings]:
        """All outlets, in the order in which they were added."""
        return self._file.load()

    def find(self, name: str) -> OutletSettings:
        """Return an outlet by name. Raises NotFound with the names there are."""
        outlets = self._file.load()
        for outlet in outlets:
            if outlet.name == name:
                return outlet
        known = ", ".join(o.name for o in outlets)
        if known:
            raise NotFound("There is no outlet “{name}”. There are: {known}.", name=name, known=known)
        raise NotFound("There is no outlet yet. Add one with: pkm outlet add {name} …", name=name)

    def add(self, settings: OutletSettings, secret: str, keep_secret: bool = True) -> str:
        """Try an outlet and keep it; return the name it knows the person by.

        The credentials are tried before anything is kept, so a wrong password leaves nothing behind. Raises
        Refused and NetworkProblem.
        """
        settings = self._tidy(settings)
        if not secret:
            raise Refused("An outlet needs its password. Nothing was kept.")
        if any(outlet.name == settings.name for outlet in self._file.load()):
            raise Refused("There is an outlet “{name}” already. Remove it first, or choose another name.",
                          name=settings.name)
        who = self._maker.open(settings, secret).check()
        if keep_secret:
            self._secrets.put(settings, secret)
        self._file.save([*self._file.load(), settings])
        return who

    def remove(self, name: str) -> OutletSettings:
        """Forget an outlet and its secret; what stands there stays there."""
        outlet = self.find(name)
        self._file.save([other for other in self._file.load() if other.name != name])
        self._secrets.forget(outlet)
        return outlet

    def open(self, name: str, secret: str = "") -> tuple[OutletSettings, Outlet]:
        """Open an outlet with a secret given now, or the one in the keyring."""
        settings = self.find(name)
        known = secret or self._secrets.get(settings)
        if not known:
            raise Refused(
                "No password is kept for “{name}”. Give it with --secret-stdin, or remove the outlet and add it anew.",
                name=name)
        return settings, self._maker.open(settings, known)

    def _tidy(self, settings: OutletSettings) -> OutletSettings:
        if not settings.name.strip():
            raise Refused("An outlet needs a name.")
        if settings.audience not in AUDIENCES:
            raise Refused("“{audience}” is no audience: choose public, community or team.", audience=settings.audience)
        try:
            parts = urlsplit(settings.address.strip())
        except ValueError:
            raise Refused("“{address}” is no web address.", address=settings.address) from None
        if parts.username or parts.password:
            parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])  # a secret never reaches a file
        return OutletSettings(settings.name.strip(), settings.kind, urlunsplit(parts), settings.user.strip(),
                              settings.audience)
