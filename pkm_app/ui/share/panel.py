"""The side of Share: for whom and where to, what to look at before it leaves, and the one button that places it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.share.kinds import is_by_hand
from pkm_app.share.model import CheckResult, Finding, OutletSettings
from pkm_app.ui.boxes import clear
from pkm_app.ui.dialogs import ask
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.share.findings_list import FindingsList
from pkm_app.ui.share.outlet_form import AUDIENCES, OutletForm
from pkm_app.ui.share.outlet_rows import OutletRow
from pkm_app.ui.widgets import Button, Card, Label, Panel

_NARROWEST = 244
_SIDE = 14  # pixels beside the cards and the button


class SharePanel(Worded, Panel):
    """``send`` fires with the outlet's name, ``chosen`` with the audience when the outlet is another, ``added`` when a
    new one is ready."""

    send = Signal(str)
    chosen = Signal(str)
    added = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper", "l")
        self._context = context
        self.setMinimumWidth(_NARROWEST)
        self._outlets: Sequence[OutletSettings] = ()
        self._asked = 0  # how often they were asked for
        self._current = context.services.settings.get("share.outlet")
        self._first = 0
        self._checked = False  # whether a draft that can leave is shown
        self._open = False  # whether a draft is open at all
        self._busy = False
        self._top = QHBoxLayout()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._form = OutletForm(context)
        self._form.hide()
        self._form.added.connect(self._added)
        self._form.closed.connect(self._form.hide)
        self.findings = FindingsList(context)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        self._area = self._make_area()
        outer.addWidget(self._area, 1)
        outer.addWidget(self._make_foot())
        self._area.verticalScrollBar().rangeChanged.connect(self._area_changed)
        self._show_button()  # with words from the first moment, whenever the outlets come
        self.load()

    def put_at_top(self, button: QWidget) -> None:
        """Let a button stand at the end of the first line."""
        self._top.addWidget(button)

    def load(self) -> None:
        """Read the outlets."""
        self._asked += 1
        asked, outlets = self._asked, self._context.services.share.outlets

        def came(found: Sequence[OutletSettings]) -> None:
            if asked == self._asked:  # an answer to an earlier question, come late, says how it was before
                before = self._outlet()
                self._show_outlets(found)
                if self._outlet() != before:  # what was looked at before was for another place
                    self.chosen.emit(self.audience())

        self._context.relay.call(lambda: outlets.outlets(unasked=True), came, self._context.notices.problem)

    def audience(self) -> str:
        """Return the audience of the chosen outlet; without one the strictest, public."""
        outlet = self._outlet()
        return outlet.audience if outlet else "public"

    def outlet_name(self) -> str:
        """Return the name of the chosen outlet, "" where there is none."""
        outlet = self._outlet()
        return outlet.name if outlet else ""

    def chosen_outlet(self) -> OutletSettings | None:
        """Return the chosen outlet."""
        return self._outlet()

    def show_check(self, result: CheckResult | None, credits_: Sequence[str] = (),
                   tried: Sequence[Finding] = ()) -> None:
        """Show what was found, what is fine, and who is credited."""
        self._checked = result is not None
        self._first = sum(one.level == "must" for one in result.findings) if result else 0
        self.findings.show_result(result, credits_, tried)
        self._show_button()

    def set_open(self, is_open: bool) -> None:
        """Say whether a draft is open; where none is, that is what the button waits for."""
        self._open = is_open
        self._show_button()

    def set_busy(self, busy: bool) -> None:
        """Let the button rest while something is being sent."""
        self._busy = busy
        self._show_button()

    def words_changed(self) -> None:
        self._show_outlets(self._outlets)

    def _make_foot(self) -> QWidget:
        look = self._context.look
        self._button = Button(look, "send", "filled", "share")
        self._button.clicked.connect(self.press)
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hint = Label(look, "ink2", 12, wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        panel = Panel(look, "paper", "t")
        self._foot = QVBoxLayout(panel)
        self._foot.setContentsMargins(_SIDE, 11, _SIDE, 12)
        self._foot.addWidget(self._button)
        self._foot.addWidget(self._hint)
        return panel

    def _area_changed(self) -> None:
        """Keep the button as wide as the cards, which the bar makes narrower; keep an open form in view as it grows."""
        taken = self._area.viewportMargins().right()
        self._foot.setContentsMargins(_SIDE, 11, _SIDE + taken, 12)
        if self._form.isVisible() and self._form.isAncestorOf(QApplication.focusWidget() or self):
            self._show_form()

    def _show_form(self) -> None:
        """Bring the form into view; where it is too tall for that, the field that is written in."""
        self._area.ensureWidgetVisible(self._form, 0, 12)
        field = QApplication.focusWidget()
        if field is not None and self._form.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, 12)

    def _make_area(self) -> QScrollArea:
        look = self._context.look
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(_SIDE, 20, _SIDE, 16)
        box.setSpacing(8)
        where = Label(look, "ink2", 11, 600)
        self.say(where.setText, "For whom, and where to")
        card = Card(6, 2)
        card.box.addLayout(self._rows)
        add = Button(look, "plus", stage="share")
        self.say(add.setText, "Add an outlet")
        add.clicked.connect(self.begin_form)
        self._top.addWidget(where, 1)
        box.addLayout(self._top)
        box.addWidget(card)
        box.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._form)
        box.addSpacing(8)
        box.addWidget(self.findings)
        box.addStretch(1)
        return scrolling(column)

    def _show_outlets(self, outlets: Sequence[OutletSettings]) -> None:
        self._outlets = outlets
        clear(self._rows)
        if self._outlet() is None:
            self._current = outlets[0].name if outlets else ""
        for outlet in outlets:
            row = OutletRow(self._context.look, outlet)
            row.setChecked(outlet.name == self._current)
            row.clicked.connect(lambda _on, one=outlet.name: self._choose(one))
            row.forget.connect(lambda one=outlet.name: self._forget(one))
            row.audience.connect(lambda whom, one=outlet: self._say_for_whom(one.name, whom, one.audience))
            self._rows.addWidget(row)
        if not outlets:
            empty = Label(self._context.look, "ink2", 13, wrap=True)
            empty.setContentsMargins(8, 5, 8, 3)  # in line with the row below
            empty.setText(tr("No place to share yet. A WordPress site takes your drafts directly."))
            self._rows.addWidget(empty)
        file = Button(self._context.look, "file-down", stage="share", left=True)
        file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        file.setText(tr("File · Word, PDF, EPUB"))
        file.set_ink("ink")  # in grey beside the outlets it would seem to be out of use
        file.setFont(self._context.look.font("text", 13))
        file.clicked.connect(lambda: self._context.commands.run("share.export"))
        self._rows.addWidget(file)
        self._show_button()

    def _show_button(self) -> None:
        chosen = self._outlet()
        by_hand = chosen is not None and is_by_hand(chosen.kind)
        words = tr("Save as draft")
        if chosen is not None:
            words = tr("Copy for {name}", name=chosen.name) if by_hand else tr("Save as draft on {name}",
                                                                               name=chosen.name)
        self._button.setText(tr("%n thing(s) first", self._first) if self._first else words)
        self._button.set_icon("circle-alert" if self._first else "copy" if by_hand else "send")
        self._button.setEnabled(chosen is not None and self._checked and not self._busy)
        where = tr("It is copied, and the page opens where you paste it.") if by_hand else tr(
            "Nothing is published. You finish it there.")
        self._hint.setText(where if self._open else tr("Open a draft first."))

    def _choose(self, name: str) -> None:
        self._current = name
        self._context.services.settings.put("share.outlet", name)
        self._show_outlets(self._outlets)
        self.chosen.emit(self.audience())

    def _outlet(self) -> OutletSettings | None:
        return next((outlet for outlet in self._outlets if outlet.name == self._current), None)

    def begin_form(self) -> None:
        """Open the form for a new outlet."""
        self._form.show()
        self._form.begin()
        self._show_form()

    def _added(self, name: str) -> None:
        self._form.hide()
        self._current = name
        self._context.services.settings.put("share.outlet", name)
        self.load()
        self.added.emit()

    def is_held_up(self) -> bool:
        """Return whether something must be mended before the draft can leave."""
        return self._first > 0

    def press(self) -> None:
        """Send to the chosen outlet; say what stands in the way."""
        outlet = self._outlet()
        if self._first:
            self._context.notices.warn(tr("Mend first what is marked at the right; then it can leave."))
        elif outlet is None:
            self.begin_form()
        elif not self._busy:
            self.send.emit(outlet.name)

    def _say_for_whom(self, name: str, audience: str, before: str) -> None:
        """Let an outlet be for others from now on; that can be taken back."""
        if audience != before:
            whom = next(tr(words) for key, words in AUDIENCES.items() if key == audience)
            self._put_audience(name, audience, before, tr("“{name}” is for: {audience}.", name=name, audience=whom))

    def _put_audience(self, name: str, audience: str, before: str, words: str = "") -> None:
        outlets, notices = self._context.services.share.outlets, self._context.notices

        def done(_outlet: OutletSettings) -> None:
            if words:
                notices.say(words, lambda: self._put_audience(name, before, audience),
                            lambda: self._put_audience(name, audience, before, words))
            self._context.relay.call(outlets.outlets, came, notices.problem)

        def came(found: Sequence[OutletSettings]) -> None:
            self._show_outlets(found)
            if name == self._current:
                self.chosen.emit(self.audience())  # the check asks for others now

        self._context.relay.call(lambda: outlets.set_audience(name, audience), done, notices.problem)

    def _forget(self, name: str) -> None:
        """Forget an outlet with its password; that cannot be undone, so it is asked."""
        if not ask(self, tr("Forget “{name}” with its password? What stands there stays there.", name=name),
                   tr("Forget")):
            return
        outlets = self._context.services.share.outlets
        self._context.relay.call(lambda: outlets.remove(name), lambda _gone: self.load(),
                                 self._context.notices.problem)
