"""Share as a service: the outlets a person set up. Sending itself crosses rooms and lives in flow.publishing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlsplit

from pkm_app.base.errors import NotFound, Problem, Refused
from pkm_app.content.address import absolute, is_web
from pkm_app.share.kinds import KINDS, is_by_hand, wants_secret
from pkm_app.share.model import Audience, OutletSettings, Rendered
from pkm_app.share.ports import Outlet, OutletFile, OutletMaker, Secrets
from pkm_app.share.secret_needed import not_given, not_kept

if TYPE_CHECKING:
    from pkm_app.share.preview import Preview

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
_CREDENTIALS = re.compile(r"^([a-z][a-z0-9+.-]*://)?[^/?#]*@", re.IGNORECASE)


class OutletService:
    """Adds, lists, opens and removes outlets. A secret goes to the keyring and nowhere else; one that a person wants
    to give once only is held in memory until the program ends."""

    def __init__(self, file: OutletFile, secrets: Secrets, maker: OutletMaker) -> None:
        self._file = file
        self._secrets = secrets
        self._maker = maker
        self._held: dict[tuple[str, str, str, str], str] = {}

    def outlets(self, unasked: bool = False) -> Sequence[OutletSettings]:
        """All outlets, in the order in which they were added; ``unasked``, none of a file that is online only."""
        return self._file.load(unasked)

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

        The credentials are tried before anything is kept, so a wrong password leaves nothing behind. With
        ``keep_secret`` False the outlet is added also where no keyring takes its secret. Raises Refused and
        NetworkProblem.
        """
        settings = self._tidy(settings)
        kind = KINDS.get(settings.kind)
        if kind is not None and kind.user and not settings.user:
            raise Refused("An outlet of this kind needs your user name there. Nothing was kept.")
        if not secret and wants_secret(settings.kind):
            raise Refused("An outlet needs its password. Nothing was kept.")
        if any(outlet.name == settings.name for outlet in self._file.load()):
            raise Refused("There is an outlet “{name}” already. Remove it first, or choose another name.",
                          name=settings.name)
        if kind is not None and kind.by_hand:
            if not is_web(absolute(settings.address) or ""):
                raise Refused("“{address}” is no web address, so nothing can be opened there.",
                              address=settings.address)
            self._file.save([*self._file.load(), settings])
            return ""
        who = self._maker.open(settings, secret).check()
        try:
            if wants_secret(settings.kind):
                self._secrets.put(settings, secret)
        except Refused as problem:
            if keep_secret:
                raise Refused("{reason} Give it with --secret-stdin at each use. Nothing was kept.",
                              reason=problem) from problem
        try:
            self._file.save([*self._file.load(), settings])
        except Problem:
            self._forget(settings)
            raise
        return who

    def hold(self, name: str, secret: str) -> None:
        """Hold the secret of an outlet in memory until the program ends; it is written nowhere."""
        self._held[_login(self.find(name))] = secret

    def keeps_secret(self, name: str) -> bool:
        """Say whether the secret of an outlet is in the keyring, or held in memory, or not needed."""
        settings = self.find(name)
        if not wants_secret(settings.kind) or _login(settings) in self._held:
            return True
        try:
            return bool(self._secrets.get(settings))
        except Refused:
            return False

    def set_audience(self, name: str, audience: str) -> OutletSettings:
        """Say for whom an outlet is from now on; what was sent stays as it left. Raises NotFound, Refused."""
        outlet = replace(self.find(name), audience=_audience(audience))
        self._file.save([outlet if other.name == name else other for other in self._file.load()])
        return outlet

    def remove(self, name: str) -> OutletSettings:
        """Forget an outlet and its secret; what stands there stays there.

        Raises Refused when the keyring does not answer; the outlet is forgotten all the same then.
        """
        outlet = self.find(name)
        self._held.pop(_login(outlet), None)
        try:
            self._forget(outlet)
        except Refused as problem:
            self._drop(name)
            raise Refused("“{name}” is forgotten. {reason} If its password is in there, take it out there.", name=name,
                          reason=problem) from problem
        self._drop(name)
        return outlet

    def _drop(self, name: str) -> None:
        self._file.save([other for other in self._file.load() if other.name != name])

    def _forget(self, gone: OutletSettings) -> None:
        """Take a secret out of the keyring, unless another outlet signs in with the same one."""
        if not wants_secret(gone.kind):
            return
        if all(other.name == gone.name or _login(other) != _login(gone) for other in self._file.load()):
            self._secrets.forget(gone)

    def open(self, name: str, secret: str = "") -> tuple[OutletSettings, Outlet]:
        """Open an outlet with a secret given now, the one held in memory, or the one in the keyring.

        Raises SecretNeeded where there is none of them; NotFound, Refused.
        """
        settings = self.find(name)
        if is_by_hand(settings.kind):
            raise Refused("What you pasted at “{outlet}” by hand cannot be asked for there.", outlet=name)
        return settings, self._maker.open(settings, secret or self._known(settings))

    def _known(self, settings: OutletSettings) -> str:
        if not wants_secret(settings.kind):
            return ""
        known = self._held.get(_login(settings), "")
        try:
            known = known or self._secrets.get(settings) or ""
        except Refused as problem:
            raise not_given(settings.name, problem) from problem
        if not known:
            raise not_kept(settings.name)
        return known

    def preview(self, name: str, draft: Rendered) -> Preview:
        """Return what a draft will be at an outlet; nothing is asked there, so no secret is needed."""
        return self._maker.open(self.find(name), "").preview(draft)

    def _tidy(self, settings: OutletSettings) -> OutletSettings:
        if not settings.name.strip():
            raise Refused("An outlet needs a name.")
        _audience(settings.audience)
        # a secret never reaches a file, a keyring's key or an error: it goes before anybody reads the address
        address = settings.address.strip()
        if wants_secret(settings.kind) or "://" in address:
            address = _CREDENTIALS.sub(r"\1", address)
        if not address and settings.kind in KINDS:
            address = KINDS[settings.kind].composer
        if not address:
            raise Refused("An outlet needs an address.")
        try:
            urlsplit(address)
        except ValueError:
            raise Refused("“{address}” is no web address.", address=address) from None
        return OutletSettings(" ".join(settings.name.split()), settings.kind, address, settings.user.strip(),
                              settings.audience)


def _audience(said: str) -> Audience:
    found = next((one for one in AUDIENCES if one == said), None)
    if found is None:
        raise Refused("“{audience}” is no audience: choose public, community or team.", audience=said)
    return found


def _login(settings: OutletSettings) -> tuple[str, str, str, str]:
    """What a secret belongs to: kind, origin and user."""
    address = settings.address if "://" in settings.address else f"//{settings.address}"
    parts = urlsplit(address)
    return settings.kind, parts.scheme.lower(), parts.netloc.lower(), settings.user
