"""The editor as Share uses it: it tells how much is quoted, takes whatever the drawer holds, and previews an outlet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from pkm_app.content.quotation import word_counts
from pkm_app.share.outline import meters
from pkm_app.ui.editor import Editor
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context


@dataclass(frozen=True, slots=True)
class Sum:
    """Words of a draft, own and quoted, and how many sources are credited."""

    own: int = 0
    quoted: int = 0
    sources: int = 0


class DraftEditor(Editor):
    """``dropped`` carries the id of what was dropped on the text, ``turned`` whether the preview is shown."""

    dropped = Signal(str)
    turned = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__(context, "share")

    def measure(self, text: str) -> object:
        counts = word_counts(text)
        return Sum(counts.own, counts.quoted, sum(1 for meter in meters(text) if meter.credit))

    def summed(self, found: object) -> str:
        assert isinstance(found, Sum)
        total = found.own + found.quoted
        share = round(100 * found.quoted / total) if total else 0
        said = [tr("%n word(s)", total), tr("{percent} % quoted", percent=share)]
        return " · ".join([*said, tr("%n source(s)", found.sources)] if found.sources else said)

    def quote(self, highlight_id: str) -> None:
        self.dropped.emit(highlight_id)

    def make_preview(self) -> None:
        """Nothing: the preview is that of an outlet, and whoever made it has put it there."""

    def turn(self, on: bool) -> None:
        super().turn(on)
        self.turned.emit(on)
