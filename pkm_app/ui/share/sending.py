"""Sending a draft to the chosen outlet: as a draft there, or through the clipboard where a person pastes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from pkm_app.base.errors import Problem
from pkm_app.share.kinds import KINDS, is_by_hand
from pkm_app.share.model import OutletSettings, Published
from pkm_app.share.richtext import RichText
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.share.panel import SharePanel
from pkm_app.ui.share.secret_dialog import start_asking


class Sending(QObject):
    """``sent`` is called when something left."""

    def __init__(self, context: Context, draft: DraftPage, panel: SharePanel, sent: Callable[[], None]) -> None:
        super().__init__(panel)
        self._context, self._draft, self._panel, self._after = context, draft, panel, sent

    def send(self, name: str) -> None:
        """Send the open draft to an outlet."""
        outlet = self._panel.chosen_outlet()
        if outlet is None or outlet.name != name or not self._draft.keeper.rest():
            return
        self._panel.set_busy(True)
        if is_by_hand(outlet.kind):
            self._hand_over(outlet)
            return
        publishing, path = self._context.services.share.publishing, self._draft.keeper.path
        start_asking(self._context, self._panel, lambda secret: publishing.publish(path, name, secret),
                     tr("Saving as draft on {name}", name=name), self._sent, self._not_sent,
                     lambda: self._panel.set_busy(False))

    def _hand_over(self, outlet: OutletSettings) -> None:
        share, path = self._context.services.share, self._draft.keeper.path

        def made(rich: RichText) -> None:
            operation = share.publishing.publish(path, outlet.name)
            self._context.relay.start(operation, "", lambda done: self._handed(outlet, rich, done), self._not_sent)

        self._context.relay.call(lambda: share.exporting.rich_text(path, outlet.audience, outlet.kind), made,
                                 self._not_sent)

    def _handed(self, outlet: OutletSettings, rich: RichText, done: Published) -> None:
        self._panel.set_busy(False)
        copy_rich(rich, outlet.kind)
        QDesktopServices.openUrl(QUrl(outlet.address))
        kind = KINDS[outlet.kind]
        self._context.notices.say(tr(
            "Your text is copied: paste it at {name}. Once it is published there, say where under “Shared”.",
            name=kind.name))
        self._after()

    def _sent(self, done: Published) -> None:
        self._panel.set_busy(False)
        words = {
            "created": tr("Your draft stands there now. Finish it there: {address}", address=done.edit_url or done.url),
            "updated": tr("Your draft there is up to date: {address}", address=done.edit_url or done.url),
            "unchanged": tr("Your draft there is the same already: {address}", address=done.edit_url or done.url),
        }
        self._context.notices.say(words[done.action])
        if done.lost:
            self._context.notices.warn(tr("%n picture(s) stayed behind: you may not place them there. Their words "
                                          "stand in their place.", done.lost))
        self._after()

    def _not_sent(self, problem: Problem) -> None:
        self._panel.set_busy(False)
        self._context.notices.problem(problem)


def copy_rich(rich: RichText, kind: str) -> None:
    """Put a draft on the clipboard: as HTML and as words, for LinkedIn as words only."""
    data = QMimeData()
    data.setText(rich.plain)
    if kind != "linkedin":
        data.setHtml(rich.html)
    QGuiApplication.clipboard().setMimeData(data)
