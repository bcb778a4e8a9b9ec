"""The end of a window of a journey: taken away whole, so that none of it answers in a later test."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent

from pkm_app.ui.shell import Shell


def take_away(shell: Shell) -> None:
    shell.close()
    shell.context.language.stop()
    shell.context.look.deleteLater()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
