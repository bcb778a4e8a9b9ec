"""What goes on between the check and the text: looking again, going to a place, mending it, trying addresses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from pkm_app.base.errors import NotFound, Problem
from pkm_app.content.quotation import read_quotations
from pkm_app.share.model import CheckResult, Finding, Mend
from pkm_app.ui.following import follow
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.share.newer_dialog import compare_newer
from pkm_app.ui.share.panel import SharePanel
from pkm_app.ui.share.spots import put_mend, show_spot

_QUIET = 400  # milliseconds after a save before the check looks again


class CheckDesk(QObject):
    """``open_file`` shows another file of the draft and says whether it could."""

    def __init__(self, context: Context, draft: DraftPage, panel: SharePanel,
                 open_file: Callable[[str], bool]) -> None:
        super().__init__(panel)
        self._context, self._draft, self._panel, self._open = context, draft, panel, open_file
        self._text = ""  # of the open file, when it was looked through
        self._path = ""
        self._turn = 0  # of several looks at once the last one counts
        self._result: CheckResult | None = None
        self._tried: tuple[Finding, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self.look)
        draft.settled.connect(self._timer.start)
        findings = panel.findings
        findings.go.connect(self.go)
        findings.mend.connect(self.mend)
        findings.try_addresses.connect(self.try_addresses)
        findings.changed.connect(self.look)

    def look(self) -> None:
        """Look through the draft that is open; what is none shows nothing."""
        self._timer.stop()
        self._turn += 1
        if self._draft.card is None or self._draft.card.type != "draft":
            self._result = None
            self._panel.set_open(False)
            self._panel.show_check(None)
            return
        self._panel.set_open(True)
        publishing, path = self._context.services.share.publishing, self._draft.keeper.path
        audience, outlet, text = self._panel.audience(), self._panel.outlet_name(), self._draft.pane.text()
        self._draft.editor.set_audience(audience)

        turn = self._turn

        def checked(result: CheckResult) -> None:
            if turn == self._turn and path == self._draft.keeper.path:
                if path != self._path:
                    self._tried = ()
                self._path, self._text, self._result = path, text, result
                self._show()

        def failed(problem: Problem) -> None:
            if turn == self._turn:
                self._failed(problem)

        self._context.relay.call(lambda: publishing.check(path, audience, outlet), checked, failed)

    def say_again(self) -> None:
        """Say what was found in the language that the window has now."""
        if self.result() is not None:
            self._show()

    def result(self) -> CheckResult | None:
        """What the last look at the open draft found, None where it was not looked at yet."""
        return self._result if self._path == self._draft.keeper.path else None

    def go(self, finding: Finding) -> None:
        """Show the place of a finding."""
        if self._arrive(finding):
            self._draft.show_writing()
            if finding.start >= 0:
                show_spot(self._draft.pane, self._draft.pane.text(), finding.start, finding.end)

    def mend(self, finding: Finding) -> None:
        """Put in what mends a finding, as one step that can be undone."""
        if finding.mend is None or not self._arrive(finding):
            return
        if finding.mend.kind == "source":  # nothing is written, so it matters not whether the text is another by now
            follow(self._context, finding.mend.text, self._draft.keeper.path, self._gone)
            return
        text = self._draft.pane.text()
        if finding.path == self._path and text != self._text:
            self._context.notices.warn(tr("The text is another by now. It is looked through again."))
            if self._draft.keeper.rest():
                self.look()
            return
        self._draft.show_writing()
        if finding.mend.field:
            self._mend_head(finding.mend)
            return
        if finding.mend.kind == "newer":
            compare_newer(self._context, self._draft, finding, self._put_in)
            return
        self._put_in(finding.mend, text)

    def _put_in(self, mend: Mend, text: str) -> None:
        """Put a mend into the text for which it was made; where that is another by now, only look again."""
        if self._draft.pane.text() == text:
            put_mend(self._draft.pane, text, mend)
        else:
            self._context.notices.warn(tr("The text is another by now. It is looked through again."))
        if self._draft.keeper.rest():
            self.look()

    def _gone(self, title: str) -> None:
        self._context.notices.warn(tr("There is no note called “{title}” yet.", title=title))

    def _mend_head(self, mend: Mend) -> None:
        """Have other words found for a title, or take something out of the front matter."""
        keeper = self._draft.keeper
        if mend.field == "title":
            self._draft.write_title(mend.text)
            return
        if not keeper.rest():
            return
        path, before = keeper.path, keeper.items(mend.field)
        after = [one for one in before if mend.text and one != mend.text]

        def put(items: list[str]) -> None:
            if keeper.path == path or self._open(path):
                keeper.set_field(mend.field, items or None)
                if keeper.rest():
                    self.look()

        put(after)
        gone = ", ".join(one for one in before if one not in after)
        self._context.notices.say(tr("Taken out of the head: {words}.", words=gone), lambda: put(before),
                                  lambda: put(after))

    def try_addresses(self) -> None:
        """Ask every address of the draft whether it still answers; only now, because the person wants it."""
        if self._result is None or not self._draft.keeper.rest():
            return
        share, path = self._context.services.share, self._draft.keeper.path
        self._panel.findings.set_busy(True)

        def tried(findings: tuple[Finding, ...]) -> None:
            self._panel.findings.set_busy(False)
            if path == self._path:
                self._tried = findings
                self._show()
            if not findings:
                self._context.notices.say(tr("Every address answers."))

        def failed(problem: Problem) -> None:
            self._panel.findings.set_busy(False)
            self._context.notices.problem(problem)

        self._context.relay.start(share.addresses.tried(path, self._panel.audience()), tr("Trying the addresses"),
                                  tried, failed)

    def _arrive(self, finding: Finding) -> bool:
        """Have the file of a finding open."""
        return not finding.path or finding.path == self._draft.keeper.path or self._open(finding.path)

    def _show(self) -> None:
        quotations = read_quotations(self._draft.pane.text())
        credits_ = tuple(dict.fromkeys(filter(None, (one.credit for one in quotations))))
        self._panel.show_check(self._result, credits_, self._tried)

    def _failed(self, problem: Problem) -> None:
        self._result = None
        self._panel.show_check(None)
        if not (isinstance(problem, NotFound) and "path" in problem.values):  # it went meanwhile, by who shows it
            self._context.notices.problem(problem)
