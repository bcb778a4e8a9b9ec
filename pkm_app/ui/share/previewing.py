"""Showing a draft as it will stand at the chosen outlet."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.share.kinds import is_by_hand
from pkm_app.share.preview import Preview
from pkm_app.share.richtext import RichText
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.share.panel import SharePanel


def show_preview(context: Context, draft: DraftPage, panel: SharePanel, again: Callable[[], None]) -> None:
    """Show the open draft as the chosen outlet will get it. What comes when another is chosen by then is dropped;
    ``again`` is called where there was none, for the outlets may be read only after the draft is open."""
    share, path, outlet, audience = context.services.share, draft.keeper.path, panel.chosen_outlet(), panel.audience()

    def came(show: Callable[[], None]) -> None:
        if draft.keeper.path != path:
            return
        if panel.chosen_outlet() == outlet:
            show()
        elif outlet is None and not draft.is_preview():
            again()

    def made(preview: Preview) -> None:
        came(lambda: draft.show_preview(preview, outlet))

    def pasted(rich: RichText) -> None:
        if outlet is not None:
            came(lambda: draft.show_pasted(rich, outlet))

    if outlet is not None and is_by_hand(outlet.kind):
        kind = outlet.kind
        context.relay.call(lambda: share.exporting.rich_text(path, audience, kind), pasted, context.notices.problem)
        return
    context.relay.start(share.publishing.preview(path, audience, outlet.name if outlet else ""), "", made,
                        context.notices.problem)
