"""The password of an outlet that no keyring keeps: asked for when it is needed, and written nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.base.events import Operation
from pkm_app.share.secret_needed import SecretNeeded
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Label

T = TypeVar("T")
_WIDE = 420


class SecretDialog(Dialog):
    """``given`` carries what was typed, and whether it may be held until the program ends."""

    given = Signal(str, bool)

    def __init__(self, context: Context, needed: SecretNeeded, parent: QWidget) -> None:
        super().__init__(parent)
        look = context.look
        self.setWindowTitle(tr("Password for {name}", name=needed.outlet))
        self.setAccessibleName(tr("Password for {name}", name=needed.outlet))
        title = Label(look, "ink", 15, 600, wrap=True)
        title.setText(tr("Password for {name}", name=needed.outlet))
        why = Label(look, "ink2", 13, wrap=True)
        reason = problem_text(needed.reason) if needed.reason else tr("No password is kept for it.")
        why.setText(f"{reason} {tr('What you type here is written nowhere.')}")
        self.field = QLineEdit()
        self.field.setProperty("stage", "share")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(tr("Password, key or token"))
        self.field.setAccessibleName(tr("Password, key or token"))
        self.hold = Button(look, "clock", "chip", "share")
        self.hold.setCheckable(True)
        self.hold.setText(tr("Remember it until PKM closes"))
        self.use = Button(look, "check", "filled", "share")
        self.use.setText(tr("Go on"))
        self.use.setEnabled(False)
        never = Button(look)
        never.setText(tr("Cancel"))
        never.clicked.connect(self.reject)
        self.use.clicked.connect(self._give)
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(never)
        acts.addWidget(self.use)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for part in (title, why, self.field):
            box.addWidget(part)
        box.addWidget(self.hold, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(acts)
        self.setFixedWidth(min(_WIDE, parent.window().width() - 40))
        self.finished.connect(self._forget)
        self.field.setFocus()

    def _give(self) -> None:
        secret, held = self.field.text().strip(), self.hold.isChecked()
        if not secret:
            return
        self.accept()
        self.given.emit(secret, held)

    def _forget(self, _result: int) -> None:
        self.field.clear()
        self.deleteLater()


def start_asking(context: Context, parent: QWidget, act: Callable[[str], Operation[T]], label: str,
                 on_result: Callable[[T], None], on_problem: Callable[[Problem], None],
                 on_rejected: Callable[[], None]) -> None:
    """Run ``act("")``, and where it needs a secret that no keyring gives, ask for it and run ``act(secret)``.

    A secret that may be held is held once the act succeeded with it, so that a wrong one is asked for again.
    ``on_rejected`` is called where the person thinks better of it: nothing was asked at the outlet then.
    """
    def failed(problem: Problem) -> None:
        if not isinstance(problem, SecretNeeded):
            on_problem(problem)
            return
        dialog = SecretDialog(context, problem, parent)
        dialog.given.connect(lambda secret, held: again(problem.outlet, secret, held))
        dialog.rejected.connect(on_rejected)
        dialog.open()

    def again(name: str, secret: str, held: bool) -> None:
        def done(result: T) -> None:
            if held:
                context.relay.call(lambda: context.services.share.outlets.hold(name, secret), None,
                                   context.notices.problem)
            on_result(result)

        context.relay.start(act(secret), label, done, on_problem)

    context.relay.start(act(""), label, on_result, failed)
