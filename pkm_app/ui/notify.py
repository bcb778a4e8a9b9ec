"""Notifications of the system, for who asked for them: that articles came in while the window was not looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from pkm_app.seek.model import RefreshResult
from pkm_app.ui.i18n import tr
from pkm_app.ui.relay import Relay
from pkm_app.ui.services import Desktop, Settings

SETTING = "notify"  # "on" or "off", which is what it is until somebody asks


class Notifier(QObject):
    """Tells through the desktop where that has a service for it (Linux, where GNOME has no tray), else through the
    tray, which appears with the first notification. Both go when the window is looked at.

    ``tray`` may be given by who tests. Where the system has neither, the settings say so: see ``heard``.
    """

    def __init__(self, window: QWidget, settings: Settings, relay: Relay, desktop: Desktop | None = None,
                 tray: QSystemTrayIcon | None = None) -> None:
        super().__init__(window)
        self._window, self._settings, self._relay, self._tray = window, settings, relay, tray
        self._desktop, self._told = desktop, False
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
        words, desktop = tr("%n new article(s).", number), self._desktop
        if desktop is None:
            self._tell_by_tray(words)
            return
        self._told = True
        self._relay.call(lambda: desktop.tell("PKM", words), lambda took: self._took(took, words))

    def seen(self) -> None:
        """The window is looked at: take away what was told."""
        if self._tray is not None:
            self._tray.hide()
        if self._told and self._desktop is not None:
            self._told = False
            self._relay.call(self._desktop.take_back)

    def _took(self, took: bool, words: str) -> None:
        if self._window.isActiveWindow():  # looked at while the desktop was slow
            self.seen()
        elif not took:
            self._tell_by_tray(words)

    def _tell_by_tray(self, words: str) -> None:
        tray = self._shown_tray()
        if tray is not None:
            tray.showMessage("PKM", words)

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


def heard(relay: Relay, desktop: Desktop | None, then: Callable[[bool], None]) -> None:
    """Find out whether a notification would be seen here, by the desktop or a tray, and tell ``then``."""
    if QSystemTrayIcon.isSystemTrayAvailable():
        then(True)
    elif desktop is None:
        then(False)
    else:
        relay.call(desktop.works, then)
