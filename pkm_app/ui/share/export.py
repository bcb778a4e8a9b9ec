"""Writing a draft to a file the person chose, in the form its name asks for."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.events import Operation, Progress
from pkm_app.share.formats import ENDINGS, TARGETS, Form, Wanted
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import CheckResult
from pkm_app.ui.dialogs import choose_kind_to_write
from pkm_app.ui.i18n import tr
from pkm_app.ui.relay import Job
from pkm_app.ui.room import Context
from pkm_app.ui.services import Share
from pkm_app.ui.share.draft_page import DraftPage


def file_kinds() -> dict[str, tuple[str, str]]:
    """Return what can be chosen: the ending of its name, and words. Several are a page, or Markdown."""
    programs = {kind.target: kind.name for kind in KINDS.values() if kind.target and kind.target != "plain"}
    return {
        "docx": ("docx", tr("Word (*.docx)")), "pdf": ("pdf", tr("PDF (*.pdf)")),
        "epub": ("epub", tr("eBook (*.epub)")),
        "html": ("html", tr("Web page (*.html)")), "fragment": ("html", tr("The text for a page of your own (*.html)")),
        "md": ("md", tr("Markdown (*.md)")),
        **{target: ("md", tr("Markdown for {program} (*.md)", program=programs[target])) for target in programs},
        "eml": ("eml", tr("E-mail (*.eml)")),
    }


def wanted(path: str, kind: str = "") -> Wanted:
    """Return what is to be made: the form that a file name asks for, and of that the ``kind`` that was chosen."""
    form = form_of(path)
    if form == "markdown":
        return Wanted(form, next((target for target in TARGETS if target == kind), "plain"))
    return Wanted(form, fragment=form == "html" and kind == "fragment")


def form_of(path: str) -> Form:
    """Return the form that a file name asks for; a web page where it says nothing."""
    name = path.lower()
    if name.endswith(".markdown"):
        return "markdown"
    return next((form for form, ending in ENDINGS.items() if name.endswith(ending)), "html")


def export_to_file(share: Share, draft: str, path: str, audience: str, kind: str = "") -> Operation[int]:
    """Make the file and write it; return how many private parts were cut. Stopped before its last step, it writes
    nothing, and the last step writes all or nothing."""
    done = yield from share.exporting.export(draft, wanted(path, kind), audience)
    yield Progress(2, 2)
    share.write_file(path, done.data)
    return done.cut


class ExportDesk:
    """Exports the draft that is open; ``audience`` tells for whom, ``checked`` what the check found for these (None
    where it has not looked yet)."""

    def __init__(self, context: Context, draft: DraftPage, audience: Callable[[], str],
                 checked: Callable[[], CheckResult | None]) -> None:
        self._context, self._draft, self._audience, self._checked = context, draft, audience, checked

    def choose(self) -> None:
        """Write the draft to a file the person chooses."""
        if not self._draft.keeper.rest():
            return
        title = self._draft.card.title if self._draft.card else ""
        chosen, kind = choose_kind_to_write(self._draft, tr("Export to a file"), title, file_kinds())
        if chosen:
            self.write(chosen, kind)

    def write(self, path: str, kind: str = "") -> Job:
        """Write the open draft to a file, in the form its name asks for and of the kind that was chosen; its progress
        is shown, and it can be stopped."""
        notices = self._context.notices
        result = self._checked()
        must = sum(one.level == "must" for one in result.findings) if result else 0

        def done(cut: int) -> None:
            left = " " + tr("%n private part(s) left out", cut) + "." if cut else ""
            said = tr("Written: {path}.", path=path) + left
            if must:  # it is their own disk, so it is written; a file is made to be given on, so it is said
                notices.warn(said + " " + tr("%n thing(s) must be mended before you give it on.", must))
            else:
                notices.say(said)

        operation = export_to_file(self._context.services.share, self._draft.keeper.path, path, self._audience(), kind)
        return self._context.relay.start(operation, tr("Writing {path}", path=path), done, notices.problem)
