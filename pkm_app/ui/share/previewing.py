"""Showing a draft as it will stand at the chosen outlet."""

from __future__ import annotations

from pkm_app.share.kinds import is_by_hand
from pkm_app.share.preview import Preview
from pkm_app.share.richtext import RichText
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.share.panel import SharePanel


def show_preview(context: Context, draft: DraftPage, panel: SharePanel) -> None:
    """Show the open draft as the chosen outlet will get it; what comes when another is chosen by then is dropped."""
    share, path, outlet, audience = context.services.share, draft.keeper.path, panel.chosen_outlet(), panel.audience()

    def is_wanted() -> bool:
        return draft.keeper.path == path and panel.chosen_outlet() == outlet

    def made(preview: Preview) -> None:
        if is_wanted():
            draft.show_preview(preview, outlet)

    def pasted(rich: RichText) -> None:
        if outlet is not None and is_wanted():
            draft.show_pasted(rich, outlet)

    if outlet is not None and is_by_hand(outlet.kind):
        kind = outlet.kind
        context.relay.call(lambda: share.exporting.rich_text(path, audience, kind), pasted, context.notices.problem)
        return
    context.relay.start(share.publishing.preview(path, audience, outlet.name if outlet else ""), "", made,
                        context.notices.problem)
