"""The outlets as rows: what kind of place, what it is called, for whom."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from pkm_app.share.model import OutletSettings
from pkm_app.ui.apart import edge_chosen, ring
from pkm_app.ui.i18n import tr
from pkm_app.ui.look import Look
from pkm_app.ui.painting import line
from pkm_app.ui.share.outlet_form import AUDIENCES, place_words
from pkm_app.ui.widgets import tip

HEIGHT = 30
_ICONS = {"wordpress": "globe", "ghost": "globe", "micropub": "globe", "mediawiki": "book-open-text", "imap": "inbox",
          "confluence": "building-2", "confluence-page": "building-2", "viva-engage": "building-2",
          "sharepoint": "building-2", "teams": "users", "linkedin": "user", "substack": "newspaper"}


class OutletRow(QAbstractButton):
    """Pressing chooses it; ``forget`` fires when the person wants it gone (menu, or the Delete key), ``audience`` when
    it is to be for others from now on (menu)."""

    forget = Signal()
    audience = Signal(str)

    def __init__(self, look: Look, outlet: OutletSettings) -> None:
        super().__init__()
        self._look, self._outlet = look, outlet
        self._words = place_words(outlet)
        self.setText(f"{outlet.name} · {tr(AUDIENCES[outlet.audience])}".replace("&", "&&"))
        self.setAccessibleName(f"{self._words}, {tr(AUDIENCES[outlet.audience])}")
        tip(self, f"{outlet.name}: {outlet.address}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu_of_acts()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def menu_of_acts(self) -> QMenu:
        """Return what can be done with the outlet, the audience it has marked."""
        menu = QMenu(self)
        for key, words in AUDIENCES.items():
            action = menu.addAction(tr("For: {audience}", audience=tr(words)))
            action.setCheckable(True)
            action.setChecked(key == self._outlet.audience)
            action.triggered.connect(lambda _on=False, whom=key: self.audience.emit(whom))
        menu.addSeparator()
        menu.addAction(tr("Forget this outlet")).triggered.connect(self.forget)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box, on = self._look, QRectF(self.rect()), self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(look.theme.tint("share") if on else "panel"))
            painter.drawRoundedRect(box, 6, 6)
        if on:
            edge_chosen(painter, box, look, "share", 6)
        role = "share" if on else "ink"
        icon = _ICONS.get(self._outlet.kind, "folder")
        pixmap = look.icons.pixmap(icon, role if on else "ink2", 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(8, (HEIGHT - 16) / 2), pixmap)
        small = look.font("text", 12)
        whom = tr(AUDIENCES[self._outlet.audience]).lower()
        taken = line(painter, QRectF(box.right() - 98, 0, 90, HEIGHT), whom, small,
                     look.color("share" if on else "ink2"), True)
        line(painter, QRectF(32, 0, box.width() - 48 - taken, HEIGHT), self._words,
             look.font("text", 13, 600 if on else 400), look.color(role))
        if self.hasFocus():
            painter.setPen(ring(look, "share"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
