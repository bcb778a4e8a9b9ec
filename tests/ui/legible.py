"""Whether the words of a screen can be read: the contrast of every text with what lies under it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from pkm_app.ui.theme import contrast
from pkm_app.ui.widgets import Label
from tests.ui.careful import shown
from tests.ui.walk import Painted, Screen, ground_of

AA = 4.5
_SLIVER = 8  # pixels: of less no ground can be told, as of the foot of a button where what scrolls ends


def hard_to_read(screen: Screen, least: float = AA) -> list[str]:
    """Every text in the window and over it whose colour has less than ``least`` of contrast with what lies under it."""
    look, found = screen.shell.context.look, set()
    plain = [look.color(role) for role in ("paper", "panel", "surface")]
    for one in screen.painted:
        for ground in _grounds(screen, one, plain):
            if (ratio := contrast(_over(one.color, ground), ground)) < least:
                found.add(f"{screen.name}: {one.text[:40]!r} in {one.paper}: {one.color.name()} on {ground.name()} "
                          f"is {ratio:.2f}")
    for window, picture in screen.pictures.items():
        for widget in (window, *window.findChildren(QWidget)):
            if widget.window() is window and widget.isEnabled() and shown(widget):
                found |= {f"{screen.name}: {line}" for line in _pairs(widget, window, picture, least)}
    return sorted(found)


def _grounds(screen: Screen, one: Painted, plain: list[QColor]) -> list[QColor]:
    if not one.grounds:
        picture = screen.pictures.get(one.window) if one.window is not None else None
        return [ground_of(picture, one.box)] if picture and one.box.width() > 2 and one.box.height() >= _SLIVER else []
    return [_over(ground, under) for ground in one.grounds for under in (plain if ground.alpha() < 255 else plain[:1])]


def _over(color: QColor, ground: QColor) -> QColor:
    share = color.alphaF()
    return QColor.fromRgbF(*(share * top + (1 - share) * under for top, under in (
        (color.redF(), ground.redF()), (color.greenF(), ground.greenF()), (color.blueF(), ground.blueF()))))


def _pairs(widget: QWidget, window: QWidget, picture: QImage, least: float) -> Iterator[str]:
    seen = widget.visibleRegion().boundingRect()  # the rest lies outside what scrolls
    box = QRect(widget.mapTo(window, seen.topLeft()), seen.size()).intersected(picture.rect())
    if box.height() < 6:
        return
    role = QPalette.ColorRole
    colors: list[tuple[str, QColor, QColor]] = []
    if isinstance(widget, Label) and widget.wordWrap() and widget.text():
        colors = [(widget.text(), widget.palette().color(widget.foregroundRole()), ground_of(picture, box))]
    elif isinstance(widget, QLineEdit):
        ground, palette = ground_of(picture, box.adjusted(4, 4, -4, -4)), widget.palette()
        colors = [("text", palette.color(role.Text), ground), ("hint", palette.color(role.PlaceholderText), ground)]
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        under = ground_of(picture, box)
        colors = list(_of_document(widget.document(), widget.palette().color(role.Text), under))
        colors += [("found", one.format.foreground().color(), one.format.background().color())
                   for one in widget.extraSelections()
                   if one.format.hasProperty(one.format.Property.ForegroundBrush)
                   and one.format.hasProperty(one.format.Property.BackgroundBrush)]
    elif isinstance(widget, QComboBox) and widget.currentText():
        colors = [_as_drawn(widget.currentText(), picture, box.adjusted(6, 5, -26, -5))]
    elif isinstance(widget, QMenu):
        colors = [_as_drawn(one.text(), picture, widget.actionGeometry(one).adjusted(4, 3, -4, -3))
                  for one in widget.actions() if one.isVisible() and one.isEnabled() and not one.isSeparator()]
    for text, color, ground in colors:
        if not color.alpha():
            continue  # marks of Markdown that are shown only where the caret is
        if (ratio := contrast(_over(color, ground), ground)) < least:
            yield (f"{text[:40]!r} in {type(widget).__name__}: {color.name()} on {ground.name()} is {ratio:.2f}")


def _as_drawn(text: str, picture: QImage, box: QRect) -> tuple[str, QColor, QColor]:
    """What Qt draws with colours of its own: the ground, and of all that stands on it what differs most from it."""
    ground, inner = ground_of(picture, box), box.intersected(picture.rect())
    drawn = {picture.pixel(x, y) for x in range(inner.left(), inner.right() + 1)
             for y in range(inner.top(), inner.bottom() + 1)}
    inks = (QColor.fromRgba(one) for one in drawn)
    return text, max(inks, key=lambda ink: contrast(ink, ground), default=ground), ground


def _of_document(document: QTextDocument, ink: QColor, under: QColor) -> Iterator[tuple[str, QColor, QColor]]:
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            part = place.fragment()
            form = part.charFormat()
            color = form.foreground().color() if form.foreground().style() != Qt.BrushStyle.NoBrush else ink
            ground = form.background().color() if form.background().style() != Qt.BrushStyle.NoBrush else under
            if part.text().strip() and not form.isImageFormat():
                yield part.text(), color, ground
            place += 1
        for found in block.layout().formats():  # as the writing pane colours what is Markdown
            if found.format.foreground().style() != Qt.BrushStyle.NoBrush:
                yield block.text()[found.start:found.start + found.length], found.format.foreground().color(), under
        block = block.next()
