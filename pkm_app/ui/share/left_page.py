"""The page of what left: its words, where it went, what became of it there, who answered, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.content.clean import clean_html
from pkm_app.content.markdown import to_html
from pkm_app.share.aftermath import Left, Piece
from pkm_app.ui.boxes import Pages
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.reading_document import make_document
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.share.compared_html import as_html
from pkm_app.ui.share.credit_cards import CreditCards
from pkm_app.ui.share.draft_rows import FATE_ICONS
from pkm_app.ui.share.fate_words import fate_words, stamped
from pkm_app.ui.share.outlet_form import AUDIENCES
from pkm_app.ui.share.replies import Replies
from pkm_app.ui.share.secret_dialog import start_asking
from pkm_app.ui.share.true_preview import facts_of
from pkm_app.ui.traces import Traces
from pkm_app.ui.widgets import Button, Icon, Label, Panel

_LEAST = 170  # pixels of what stands below the head
_TABS = (noop("As it left"), noop("What changed there"), noop("Replies"), noop("Credit back"), noop("Trace"))


class LeftPage(Worded, Panel):
    """``opened`` fires with the path of a file to go to, ``known`` when more is known of the record."""

    opened = Signal(str)
    known = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.record: Left | None = None
        look = context.look
        self._title = Label(look, "ink", 22, 600, wrap=True, family="reading")
        self._where = Label(look, "ink2", 12, wrap=True)
        self._icon = Icon(look, "circle-dashed", "ink2")
        self._fate = Label(look, "ink", 13, wrap=True)
        self._at = Label(look, "ink2", 13)
        self._look_now = self._button("refresh-cw", self.look)
        self.say(self._look_now.setText, "Look now")
        self._go = self._button("external-link", self._open_there)
        self.say(self._go.setText, "Open there")
        self._copy = self._button("copy", self._copy_address)
        self.say(self._copy.setText, "Copy the address")
        self._draft = self._button("file-text", self._to_draft)
        self.say(self._draft.setText, "Its draft")
        self.address = QLineEdit()
        self.address.setProperty("stage", "share")
        self.say(self.address.setPlaceholderText, "Where can it be read? https://…")
        self.say(self.address.setAccessibleName, "Where can it be read?")
        self.address.returnPressed.connect(self._say_where)
        self._keep = self._button("check", self._say_where)
        self.say(self._keep.setText, "Keep")
        self.reading = ReadingPane(look, "share")
        self.say(self.reading.setAccessibleName, "As it left")
        self._make_whence()
        self.replies = Replies(context)
        self.replies.opened.connect(self.opened)
        self.replies.kept.connect(self._answered)
        self.credits = CreditCards(context)
        self.traces = Traces(context)
        self.traces.opened.connect(lambda _kind, name: self.opened.emit(name))
        self._stack = Pages()
        for page in (self.reading, self.replies, self.credits, self.traces):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head = self._make_head()
        self._stack.setMinimumHeight(_LEAST)
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head)
        box.addWidget(self._stack, 1)
        outer.addWidget(scrolling(column))  # in a low window the head alone fills it

    def show_record(self, path: str) -> None:
        """Show the record in this file."""
        if self.record is None or self.record.path != path:
            self.record = None
            for part in (self._head, self._stack):  # nothing of another record is seen meanwhile
                part.hide()
        afterwards = self._context.services.share.afterwards
        self._context.relay.call(lambda: (afterwards.find(path), afterwards.sent_text(path)), self._show,
                                 self._context.notices.problem)

    def look(self) -> None:
        """Ask the outlet what became of it, and show what is otherwise there."""
        self._tabs[1].setChecked(True)
        self._choose(1)

    def words_changed(self) -> None:
        if self.record is not None:
            self._say_record(self.record)

    def _show(self, found: tuple[Left, str]) -> None:
        record, text = found
        again = self.record is not None and self.record.path == record.path
        self.record, self._text = record, text
        self._say_record(record)
        for part in (self._head, self._stack):
            part.show()
        if not again:
            self.address.clear()
            self._tabs[0].setChecked(True)
            self._choose(0)

    def _say_record(self, record: Left) -> None:
        now = self._context.services.now()
        self._title.setText(record.title)
        audience = next((words for key, words in AUDIENCES.items() if key == record.audience), "")
        self._where.setText(" · ".join(filter(None, (record.outlet, tr(audience) if audience else "",
                                                     stamped(record.sent, now)))))
        self._icon.show_icon(*FATE_ICONS[record.fate])
        self._fate.setText(fate_words(record, now))
        self._at.setText(record.url)
        self._at.setVisible(bool(record.url))
        self._look_now.setVisible(bool(record.remote_id))
        for button in (self._go, self._copy):
            button.setVisible(bool(record.url or record.placed_url))
        self._draft.setVisible(bool(record.draft_id))
        # a site of files knows no address, nor does a place into which one pastes
        asked = not record.url and not (record.remote_id and record.fate == "placed")
        self.address.setVisible(asked)
        self._keep.setVisible(asked)
        self._tabs[2].setText(f"{tr(_TABS[2])} · {record.replies}" if record.replies else tr(_TABS[2]))

    def _choose(self, tab: int) -> None:
        if self.record is None:
            return
        self.whence.hide()  # another text holds no selection
        if tab == 0:
            self._show_html(facts_of(self.record.along) + to_html(self._text).replace(" data-pkm-src=", " src="))
        elif tab == 1:
            self._compare(self.record)
        elif tab == 2:
            self.replies.show_record(self.record)
            self._stack.setCurrentWidget(self.replies)
        else:
            page = self.credits if tab == 3 else self.traces
            if tab == 3:
                self.credits.show_record(self.record)
            else:
                self.traces.show_record(self.record.path)
            self._stack.setCurrentWidget(page)

    def _show_html(self, html: str) -> None:
        self.reading.show_document(make_document(clean_html(html), self._context.look, 18, None, "share"))
        self._stack.setCurrentWidget(self.reading)

    def _compare(self, record: Left) -> None:
        if not record.remote_id:
            self._show_html(f"<p>{escape(tr('What you pasted there by hand cannot be asked for.'))}</p>")
            return
        self._show_html(f"<p>{escape(tr('Asking {name} …', name=record.outlet))}</p>")

        def compared(found: tuple[Left, tuple[Piece, ...]]) -> None:
            if self.record is not None and self.record.path == found[0].path:
                self.record = found[0]
                self._say_record(found[0])
                self._show_html(as_html(found[1]) if found[0].fate != "gone" else "")
                self.known.emit()

        def failed(problem: Problem) -> None:
            self._show_html(f"<p>{escape(problem_text(problem))}</p>")

        def rejected() -> None:
            self._show_html(f"<p>{escape(tr('Without its password {name} was not asked.', name=record.outlet))}</p>")

        afterwards = self._context.services.share.afterwards
        start_asking(self._context, self, lambda secret: afterwards.compared(record.path, secret),
                     tr("Asking {name} …", name=record.outlet), compared, failed, rejected)

    def _say_where(self) -> None:
        record, address = self.record, self.address.text().strip()
        if record is None or not address:
            return
        afterwards = self._context.services.share.afterwards

        def noted(now: Left) -> None:
            self.record = now
            self._say_record(now)
            self._context.notices.say(tr("Noted: it can be read at {address}.", address=now.url))
            self.known.emit()

        self._context.relay.call(lambda: afterwards.published_at(record.path, address), noted,
                                 self._context.notices.problem)

    def _answered(self) -> None:
        """Count the answers anew."""
        self.known.emit()
        record, afterwards = self.record, self._context.services.share.afterwards
        if record is not None:
            self._context.relay.call(lambda: afterwards.find(record.path), self._counted, self._context.notices.problem)

    def _counted(self, record: Left) -> None:
        if self.record is not None and self.record.path == record.path:
            self.record = record
            self._say_record(record)

    def _there(self) -> str:
        return (self.record.url or self.record.placed_url) if self.record else ""

    def _open_there(self) -> None:
        url = QUrl(self._there())
        if url.scheme() in ("http", "https", "file"):
            QDesktopServices.openUrl(url)

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._there())
        self._context.notices.say(tr("The address is copied."))

    def _trace_words(self) -> None:
        """Look up the words that are selected; of several paragraphs the longest."""
        lines = self.reading.textCursor().selectedText().split("\u2029")
        self._context.go("trace", " ".join(max(lines, key=len).replace("\ufffc", "").split()))

    def _to_draft(self) -> None:
        if self.record is not None:
            self.opened.emit(self.record.draft_id)

    def _button(self, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self._context.look, icon, "outlined", "share")
        button.clicked.connect(lambda: act())
        return button

    def _make_whence(self) -> None:
        """The button for words that are selected."""
        self.whence = self._button("quote", self._trace_words)
        self.say(self.whence.setText, "Where does this come from?")
        self.whence.hide()
        self.reading.selected.connect(self.whence.setVisible)

    def _make_head(self) -> QWidget:
        head = Panel(self._context.look, "surface", "b")
        box = QVBoxLayout(head)
        box.setContentsMargins(24, 20, 24, 10)
        box.setSpacing(8)
        fate = QHBoxLayout()
        fate.setSpacing(8)
        fate.addWidget(self._icon)
        fate.addWidget(self._fate, 1)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (self._look_now, self._go, self._copy, self._draft, self.whence):
            flow.addWidget(button)
        where = QHBoxLayout()
        where.addWidget(self.address, 1)
        where.addWidget(self._keep)
        box.addWidget(self._title)
        box.addWidget(self._where)
        box.addLayout(fate)
        box.addWidget(self._at)
        box.addWidget(acts)
        box.addLayout(where)
        tabs = QWidget()
        row = FlowLayout(tabs, 4)
        self._tabs: list[Button] = []
        for number, words in enumerate(_TABS):
            tab = Button(self._context.look, stage="share")
            self.say(tab.setText, words)
            tab.one_of()
            tab.clicked.connect(lambda _on=False, chosen=number: self._choose(chosen))
            self._tabs.append(tab)
            row.addWidget(tab)
        box.addWidget(tabs)
        return head
