"""A highlight that lost its place is put on what is selected; the version that was read stands beside the article."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from pkm_app.ui.edit_highlights import edit_highlights
from pkm_app.ui.i18n import tr
from pkm_app.ui.read_version import ReadVersionWindow
from pkm_app.ui.room import Context
from pkm_app.ui.seek.article_view import ArticleView


class ByHand(QObject):
    """Belongs to one view."""

    def __init__(self, context: Context, view: ArticleView) -> None:
        super().__init__(view)
        self._context, self._view = context, view
        view.comments.by_hand.connect(self.place)
        view.comments.version.connect(self.show_version)

    def place(self, highlight_id: str) -> None:
        """Let a highlight stand for what is selected; its comment and id stay, and it can be undone."""
        article, place = self._view.article, self._view.acts.selected_place()
        if self._view.former.shown:
            self._context.notices.warn(tr("This is a former version. Highlight in the article as it is now."))
            return
        if article is None or place is None:
            self._context.notices.warn(tr("Select the words in the article first, then put the highlight on them."))
            return
        edits = self._context.services.reading.edits
        edit_highlights(self._context, partial(edits.reshape, article, highlight_id, *place),
                        tr("The highlight has its place again."))

    def show_version(self, highlight_id: str) -> None:
        """Show the version that was read, beside the article."""
        ReadVersionWindow(self._context, highlight_id, self._view).show()
