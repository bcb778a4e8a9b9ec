"""The line below a room: what was done (with Undo), what went wrong, and the work under way with its stop button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.ui.i18n import Worded, problem_text, tr
from pkm_app.ui.look import Look
from pkm_app.ui.notices import Notice, Notices
from pkm_app.ui.relay import Job, Relay
from pkm_app.ui.spoken import SpokenLabel
from pkm_app.ui.widgets import Button, Icon, Label, Panel, name

_ICONS = {"ok": "circle-check", "warning": "triangle-alert", "error": "circle-alert"}
_STAYS = 8000  # milliseconds; what went wrong stays until it is closed


class NoticeLine(Worded, QWidget):
    """Shows the newest notice; ``cleared`` fires when it goes."""

    cleared = Signal()

    def __init__(self, look: Look, notices: Notices) -> None:
        super().__init__()
        self._notices = notices
        self._icon = Icon(look, "circle-check", "ok", 16)
        self._text = SpokenLabel(look)
        self._undo = Button(look, "undo-2")
        self._close = Button(look, "x")
        self.say(self._undo.setText, "Undo")
        self.say(lambda words: name(self._close, words), "Close")
        self._undo.clicked.connect(notices.undo)
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 8, 3)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self.clear)
        notices.said.connect(self._show)
        notices.undone.connect(self.clear)
        notices.taken_back.connect(self._taken_back)
        self.hide()

    def clear(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self.hide()
        self.cleared.emit()

    def _taken_back(self, step: Notice) -> None:
        if step.text:
            self._show(Notice(tr("Undone: {words}", words=step.text)))

    def _show(self, notice: Notice) -> None:
        self._icon.show_icon(_ICONS[notice.kind], notice.kind)
        self._text.tell(notice.text, urgent=notice.kind == "error")  # the focus is elsewhere
        self.setAccessibleName(notice.text)
        self._undo.setVisible(notice.undo is not None)
        self.show()
        if notice.kind == "ok":
            self._timer.start()
        else:
            self._timer.stop()


class Bar(QWidget):
    """How far work is. Painted by ourselves: Qt's own bar repaints the window at once with every step."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.setFixedSize(180, 4)

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1, at the next turn."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("line"))
        painter.drawRoundedRect(whole, 2, 2)
        painter.setBrush(self._look.color("seek"))
        painter.drawRoundedRect(QRectF(0, 0, whole.width() * self._share, whole.height()), 2, 2)


class JobLine(Worded, QWidget):
    """Shows one piece of work: label, what it is at, a bar, and Stop."""

    def __init__(self, look: Look, relay: Relay, job: Job) -> None:
        super().__init__()
        self._text = Label(look, "ink2", 13)
        self._text.setText(job.label)
        self._bar = Bar(look)
        stop = Button(look, "circle-x")
        self.say(stop.setText, "Stop")
        stop.clicked.connect(lambda: relay.stop(job))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 8, 3)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(stop)

    def show_job(self, job: Job) -> None:
        """Show how far the work is."""
        progress = job.progress
        if progress.total:
            self._bar.show_share(progress.done / progress.total)
        parts = [job.label, f"{progress.done}/{progress.total}" if progress.total else "", progress.label]
        self._text.setText(" · ".join(part for part in parts if part))


class Strip(Panel):
    """Notices and work, each on its own line; hidden while there is neither."""

    def __init__(self, look: Look, relay: Relay, notices: Notices) -> None:
        super().__init__(look, "paper", "t")
        self._look, self._relay, self._notices = look, relay, notices
        self._jobs: dict[Job, JobLine] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 1, 0, 0)
        self._box.setSpacing(0)
        self._notice = NoticeLine(look, notices)
        self._box.addWidget(self._notice)
        relay.job_started.connect(self._started)
        relay.job_changed.connect(self._changed)
        relay.job_ended.connect(self._ended)
        relay.unheard.connect(notices.problem)
        notices.said.connect(lambda notice: self.show())
        notices.taken_back.connect(lambda step: self._maybe_hide())
        self._notice.cleared.connect(self._maybe_hide)
        self.hide()

    def _started(self, job: Job) -> None:
        line = self._jobs[job] = JobLine(self._look, self._relay, job)
        self._box.addWidget(line)
        self.show()

    def _maybe_hide(self) -> None:
        self.setVisible(bool(self._jobs) or not self._notice.isHidden())

    def _changed(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs[job].show_job(job)

    def _ended(self, job: Job) -> None:
        line = self._jobs.pop(job, None)
        if line is not None:
            line.hide()
            line.deleteLater()
        self._maybe_hide()
        if job.failures:
            more = len(job.failures) - 1
            text = problem_text(job.failures[0])
            self._notices.warn(f"{text} {tr('And %n more like it.', more)}" if more else text)
