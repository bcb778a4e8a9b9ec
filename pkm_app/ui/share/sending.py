"""Sending a draft to the chosen outlet: as a draft there, or through the clipboard where a person pastes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from pkm_app.base.errors import Problem
from pkm_app.base.events import Operation
from pkm_app.share.clash import Clash
from pkm_app.share.kinds import KINDS, is_by_hand
from pkm_app.share.model import OutletSettings, Published
from pkm_app.share.richtext import RichText
from pkm_app.share.updating import ForeignEdit
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.clash_dialog import ClashDialog
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
        publishing, path, given = self._context.services.share.publishing, self._draft.keeper.path, [""]

        def act(secret: str) -> Operation[Published]:
            given[0] = secret  # for what belongs to the same act
            return publishing.publish(path, name, secret)

        def failed(problem: Problem) -> None:
            if isinstance(problem, ForeignEdit):
                self._show_clash(path, name, given[0], problem)
            else:
                self._not_sent(problem)

        start_asking(self._context, self._panel, act, tr("Saving as draft on {name}", name=name), self._sent, failed,
                     lambda: self._panel.set_busy(False))

    def _show_clash(self, path: str, outlet: str, secret: str, refused: ForeignEdit) -> None:
        """Show both versions, for the person to choose."""
        relay, publishing = self._context.relay, self._context.services.share.publishing

        def came(clash: Clash) -> None:
            self._panel.set_busy(False)
            dialog = ClashDialog(self._context, clash, self._panel)
            dialog.keep_theirs.connect(lambda: relay.call(lambda: publishing.keep_theirs(clash), self._kept,
                                                          self._context.notices.problem))
            dialog.send_mine.connect(lambda: mine(clash.version))
            dialog.open()

        def mine(version: str) -> None:
            self._panel.set_busy(True)
            relay.start(publishing.publish(path, outlet, secret, over=version),
                        tr("Saving as draft on {name}", name=outlet), self._sent, failed)

        def failed(problem: Problem) -> None:
            if isinstance(problem, ForeignEdit):  # changed once more, while the person looked
                self._show_clash(path, outlet, secret, problem)
            else:
                self._not_sent(problem)

        relay.start(publishing.clash(path, outlet, secret), tr("Asking {name} …", name=outlet), came,
                    lambda _problem: self._not_sent(refused))

    def _kept(self, path: str) -> None:
        self._context.relay.tell("drafts", path)
        self._context.notices.say(tr("What stands there is kept as a draft of its own."))
        self._context.go("draft", path)

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
        if done.left_out:
            self._context.notices.warn(tr("You may not make these there, so they stayed behind: {names}. Ask who keeps "
                                          "the site to make them; sending again adds them.",
                                          names=", ".join(done.left_out)))
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
