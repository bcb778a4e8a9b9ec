"""A draft that somebody changed where it stands: both versions, and the two ways on."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from pkm_app.base.errors import Problem
from pkm_app.cli.context import Settings, plain_value, tell, write_json
from pkm_app.share.aftermath import difference

if TYPE_CHECKING:
    from pkm_app.app.parts import App
    from pkm_app.share.clash import Clash
    from pkm_app.share.updating import ForeignEdit

_MARKS = {"same": " ", "out": "-", "in": "+"}


def show_clash(settings: Settings, app: App, refused: ForeignEdit, draft: str, outlet: str, secret: str) -> None:
    """Say that nothing was sent and why, with both versions on standard error; with ``--json`` its document has them
    beside ``error``. Where they cannot be read any more, raises what was refused."""
    try:
        clash = settings.run(app.publishing.clash(draft, outlet, secret))
    except Problem as problem:
        raise refused from problem
    if settings.json:
        write_json({"error": str(refused), "version": clash.version, "url": clash.url, "theirs": clash.theirs,
                    "mine": clash.mine, "beside": plain_value(clash.beside)})
    tell(f"{refused}\n{_both(clash)}\nKeep what stands there as a draft of its own: pkm publish {quote(draft)} "
         f"--outlet {quote(outlet)} --keep-theirs\nSend yours all the same (what stands there is kept here first): pkm "
         f"publish {quote(draft)} --outlet {quote(outlet)} --over {quote(clash.version)}")


def keep_theirs(settings: Settings, app: App, draft: str, outlet: str, secret: str) -> None:
    """Keep what stands at an outlet as a draft of its own."""
    path = app.publishing.keep_theirs(settings.run(app.publishing.clash(draft, outlet, secret)))
    settings.show({"path": path}, f"What stands at {outlet} is kept: {path}")


def _both(clash: Clash) -> str:
    lines = [f"--- as it stands at {clash.outlet} ({clash.url})", "+++ as it would be sent"]
    for one in clash.beside:
        lines += [f"{sign} {one.what}: {words}" for sign, words in (("-", one.theirs), ("+", one.mine)) if words]
    return "\n".join([*lines, *(f"{_MARKS[one.kind]} {one.words}" for one in difference(clash.theirs, clash.mine))])
