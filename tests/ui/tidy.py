"""Puts away what a screen opened beside its work, between two screens that are drawn or walked."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from pkm_app.ui.seek.filter_bar import FilterBar
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.side_ask import SideAsk
from pkm_app.ui.share.composing import Composing
from pkm_app.ui.share.outlet_form import OutletForm
from pkm_app.ui.shell import Shell


def tidy(shell: Shell) -> None:
    """Put away what a screen opened beside its work, so that it does not stand in the next one."""
    for dialog in shell.findChildren(QDialog):
        dialog.close()
    shell.finder.close_list()
    shell.finder.field.clear()
    page = shell.findChild(SeekPage)
    if page is not None:
        _tidy_seek(page)
    for kind in (SideAsk, OutletForm):
        for form in shell.findChildren(kind):
            form.hide()
    for composing in shell.findChildren(Composing):
        composing.show_check()
    shell.notices.undone.emit()


def _tidy_seek(page: SeekPage) -> None:
    page.add.cancel()
    page.view.finding.close_bar()
    narrowing = page.findChild(FilterBar)
    if narrowing is not None and narrowing.isVisible():
        page.keeping.toggle_filter()


def seek_of(shell: Shell) -> SeekPage:
    """Return the page of Seek, where one was already."""
    page = shell.findChild(SeekPage)
    if page is None:
        raise LookupError("nobody was in Seek yet")
    return page
