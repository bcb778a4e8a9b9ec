"""The line that credits a quotation, in a text of one's own: small and close below it, as where it is written."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from pkm_app.ui.look import Family, Look
from pkm_app.ui.reading_signs import QUOTE

_SMALL, _LINE, _ABOVE = 0.78, 1.5, 0.3  # in em: the letters; of those the line; of the text what lies above
_DASHES = ("— ", "– ", "―\u00a0", "—\u00a0")


def small_credits(document: QTextDocument, look: Look, size: int, family: Family, role: int) -> None:
    """Set them so; ``role`` is the property that names the colour of text which is not ink."""
    block = document.begin().next()
    while block.isValid():
        before = block.previous()
        if block.text().startswith(_DASHES) and before.blockFormat().property(QUOTE):
            _set_small(block, before, look, size, family, role)
        block = block.next()


def _set_small(block: QTextBlock, before: QTextBlock, look: Look, size: int, family: Family, role: int) -> None:
    font, cursor = look.font(family, round(size * _SMALL)), QTextCursor(block)
    near, low = QTextBlockFormat(), QTextBlockFormat()
    near.setBottomMargin(size * _ABOVE)
    low.setLineHeight(round(font.pixelSize() * _LINE), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor.mergeBlockFormat(low)
    QTextCursor(before).mergeBlockFormat(near)
    fragments, part = [], block.begin()
    while not part.atEnd():
        fragments.append(part.fragment())
        part += 1
    for fragment in fragments:
        form = QTextCharFormat(fragment.charFormat())
        form.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
        if not form.isAnchor():
            form.setForeground(look.color("ink2"))
            form.setProperty(role, "ink2")
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)
