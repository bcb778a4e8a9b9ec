"""The editor as Share uses it: it tells how much of what leaves is quoted, takes whatever the drawer holds, and
previews an outlet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from pkm_app.content.private import cut_private
from pkm_app.content.quotation import word_counts
from pkm_app.share.outline import meters
from pkm_app.ui.editor import Editor
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context


@dataclass(frozen=True, slots=True)
class Sum:
    """Words of a draft that leave, own and quoted, and how many sources are credited there."""

    own: int = 0
    quoted: int = 0
    sources: int = 0


class DraftEditor(Editor):
    """``dropped`` carries the id of what was dropped on the text, ``turned`` whether the preview is shown."""

    dropped = Signal(str)
    turned = Signal(bool)

    def __init__(self, context: Context) -> None:
        self._audience = "public"
        super().__init__(context, "share")

    def set_audience(self, audience: str) -> None:
        """Say for whom the text is: what stays in for them is not counted, here as in the check."""
        if audience != self._audience:
            self._audience = audience
            self.look_again()

    def measure(self, text: str) -> object:
        leaving = cut_private(text, self._audience).text
        counts = word_counts(leaving)
        return Sum(counts.own, counts.quoted, sum(1 for meter in meters(leaving) if meter.credit))

    def summed(self, found: object) -> str:
        assert isinstance(found, Sum)
        total = found.own + found.quoted
        share = round(100 * found.quoted / total) if total else 0
        said = [tr("%n word(s)", total), tr("{percent}% quoted", percent=share)]
        return " · ".join([*said, tr("%n source(s)", found.sources)] if found.sources else said)

    def quote(self, highlight_id: str) -> None:
        self.dropped.emit(highlight_id)

    def make_preview(self) -> None:
        """Nothing: the preview is that of an outlet, and whoever made it has put it there."""

    def turn(self, on: bool) -> None:
        super().turn(on)
        self.turned.emit(on)
