"""From services to a window.

How to use it (app.py does)::

    application = make_application()
    shell = make_window(application, services)
    shell.show()
    application.exec()
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from pkm_app.base.resources import resources_folder
from pkm_app.ui.app_id import APP_ID, name_process
from pkm_app.ui.ease import scaled
from pkm_app.ui.i18n import Language
from pkm_app.ui.look import Look
from pkm_app.ui.seek.room import SeekRoom
from pkm_app.ui.sense.room import SenseRoom
from pkm_app.ui.services import Services
from pkm_app.ui.share.room import ShareRoom
from pkm_app.ui.shell import Shell
from pkm_app.ui.theme import SCHEMES, Scheme
from pkm_app.ui.today.room import TodayRoom


def make_application(arguments: list[str] | None = None, size: str = "") -> QApplication:
    """Return the one QApplication, named so that desktops and screen readers know it.

    ``size`` is that of all text and all that goes with it, in per cent (100 to 200), beside what the screen asks for;
    it holds for the whole run.
    """
    name_process()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        with scaled(size):
            application = QApplication(arguments if arguments is not None else sys.argv[:1])
    application.setApplicationName("pkm")
    application.setApplicationDisplayName("PKM")
    application.setDesktopFileName(APP_ID)
    application.setWindowIcon(QIcon(str(resources_folder() / "app" / "pkm.svg")))
    return application


def make_window(application: QApplication, services: Services, scheme: Scheme | None = None,
                language: str = "") -> Shell:
    """Build the window, of its rooms the one that will be seen; not shown yet. What is not given comes from the
    settings."""
    kept = services.settings.get("scheme", "system")
    chosen = scheme or (kept if kept in SCHEMES else "system")
    look = Look(application, chosen)
    look.motion.set_still(services.settings.get("motion", "system") == "none")
    words = Language(application, language or services.settings.get("language"))
    shell = Shell(services, look, words)
    for room in (TodayRoom(shell.context), SeekRoom(shell.context), SenseRoom(shell.context),
                 ShareRoom(shell.context)):
        shell.add_room(room)
    shell.begin()
    return shell
