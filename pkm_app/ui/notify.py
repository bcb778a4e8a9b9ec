"""Notifications of the system, for who asked for them: that articles came in while the window was not looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from pkm_app.seek.model import RefreshResult
from pkm_app.ui.i18n import tr
from pkm_app.ui.services import Settings

SETTING = "notify"  # "on" or "off", which is what it is until somebody asks


class Notifier(QObject):
    """Tells through the tray, which appears with the first notification and goes when the window is looked at.

    ``tray`` may be given by who tests. Where the system has none, nothing is said and nothing is missed: the articles
    stand in the list.
    """

    def __init__(self, window: QWidget, settings: Settings, tray: QSystemTrayIcon | None = None) -> None:
        super().__init__(window)
        self._window, self._settings, self._tray = window, settings, tray
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.seen()
        return False

    def refreshed(self, results: Sequence[RefreshResult]) -> None:
        """Tell how many articles came in, if that was asked for and the person is elsewhere."""
        number = sum(one.new for one in results)
        if not number or self._settings.get(SETTING, "off") != "on" or self._window.isActiveWindow():
            return
        tray = self._shown_tray()
        if tray is not None:
            tray.showMessage("PKM", tr("%n new article(s).", number))

    def seen(self) -> None:
        """The window is looked at: take the tray away."""
        if self._tray is not None:
            self._tray.hide()

    def _shown_tray(self) -> QSystemTrayIcon | None:
        if self._tray is None:
            if not QSystemTrayIcon.isSystemTrayAvailable():
                return None
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.setToolTip("PKM")
            self._tray.messageClicked.connect(self._come_forward)
            self._tray.activated.connect(self._come_forward)
        self._tray.show()
        return self._tray

    def _come_forward(self, *_how: object) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self.seen()
