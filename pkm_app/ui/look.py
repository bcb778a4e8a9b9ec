"""The look: theme, icons and fonts in one object that every widget is given.

How to use it: take a ``Look`` in the constructor; ``look.color(role)``, ``look.icon(name, role)``,
``look.font("text", 13)``. ``look.set_scheme("dark")`` switches live. Painted widgets connect ``look.changed`` to
``update``; stock widgets follow the palette and the style sheet below by their object names and properties:
``plain`` (QFrame "card"), ``stage`` (seek, sense, share) of fields, lists, or what is around them, for their accent.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from pkm_app.base.resources import resources_folder
from pkm_app.ui.ease import Motion
from pkm_app.ui.edge_sheet import edge_sheet
from pkm_app.ui.icons import Icons
from pkm_app.ui.staging import NEUTRAL
from pkm_app.ui.theme import THEMES, Scheme, Stage, Theme, load_theme, palette, theme_name

Family = Literal["text", "reading"]
FAMILIES: dict[Family, tuple[str, ...]] = {
    "text": ("Inter", "Segoe UI", "Cantarell", "Helvetica Neue", "sans-serif"),
    "reading": ("Literata", "Georgia", "serif"),
}
TEXT_SIZE = 13


class Look(QObject):
    """Theme, icons and fonts of the window.

    ``changed`` fires after colours changed, with palette and style sheet already in place.
    """

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = "system", folder: Path | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._folder = folder or resources_folder()
        self._themes = {name: load_theme(name, self._folder / "themes") for name in THEMES}
        self._scheme: Scheme = scheme
        self.theme: Theme = self._themes[theme_name(scheme)]
        self.icons = Icons(self._folder / "icons", self.color)
        self.motion = Motion(application)
        load_fonts(self._folder / "fonts")
        application.setStyle("Fusion")
        application.setFont(self.font("text", TEXT_SIZE))
        self._apply()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def scheme(self) -> Scheme:
        """What the person chose: light, dark, or as the system."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch live."""
        self._scheme = scheme
        self.theme = self._themes[theme_name(scheme)]
        self._apply()
        self.changed.emit()

    def color(self, role: str) -> QColor:
        """Return the colour of a role now."""
        return self.theme.color(role)

    def icon(self, name: str, role: str = "ink2") -> QIcon:
        """Return an icon that follows the theme."""
        return self.icons.icon(name, role)

    def font(self, family: Family = "text", size: int = TEXT_SIZE, weight: int = 400, italic: bool = False) -> QFont:
        """Return a font by use, in pixels, unhinted so that it is the same on every platform."""
        font = QFont()
        font.setFamilies(list(FAMILIES[family]))
        font.setPixelSize(size)
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _system_changed(self) -> None:
        if self._scheme == "system":
            self.set_scheme("system")

    def _apply(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme))


def load_fonts(folder: Path) -> list[str]:
    """Register the bundled fonts; return their families. Raises FileNotFoundError when one cannot be read."""
    families: list[str] = []
    for path in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FileNotFoundError(f"{path.name} is no font Qt can read")
        families += QFontDatabase.applicationFontFamilies(number)
    return families


def style_sheet(theme: Theme) -> str:
    """Return the one short style sheet: fields, cards, lists, scroll bars, splitters, menus."""
    r = theme.roles
    return f"""
QFrame#card {{ background: {r["surface"]}; border: 1px solid {r["line"]}; border-radius: 12px; }}
QFrame#popup {{ background: {r["surface"]}; border: 1px solid {r["line"]}; }}
QLineEdit, QTextEdit#field {{ background: {r["surface"]}; border: 1px solid {r["edge"]}; border-radius: 8px;
  padding: 6px 9px; }}
QLineEdit:focus, QTextEdit#field:focus {{ border: 2px solid {r["seek"]}; padding: 5px 8px; }}
QPlainTextEdit#field, QPlainTextEdit[stage="share"] {{ background: {r["surface"]};
  border: 1px solid {r["edge"]}; border-radius: 8px; padding: 5px 7px; }}
QPlainTextEdit#field:focus, QPlainTextEdit[stage="share"]:focus {{ border: 2px solid {r["seek"]}; padding: 4px 6px; }}
QPushButton {{ background: {r["surface"]}; color: {r["ink"]}; border: 1px solid {r["line"]}; border-radius: 8px;
  padding: 6px 12px; }}
QPushButton:hover, QPushButton:pressed {{ background: {r["panel"]}; }}
QPushButton:focus {{ border: 2px solid {r["seek"]}; padding: 5px 11px; }}
QLineEdit:disabled {{ color: {r["ink3"]}; }}
QListView, QTableView, QScrollArea {{ background: transparent; border: 0; outline: 0; }}
QListWidget {{ background: {r["surface"]}; border: 1px solid {r["edge"]}; border-radius: 8px; padding: 3px; }}
QListWidget:focus {{ border: 2px solid {r["seek"]}; padding: 2px; }}
QListWidget::item, QListView#offers::item {{ padding: 4px 7px; border-radius: 6px; color: {r["ink"]}; }}
QListWidget::item:selected, QListView#offers::item:selected {{ background: {r["seek-tint"]}; color: {r["seek"]}; }}
QListView#offers {{ background: {r["surface"]}; border: 1px solid {r["line"]}; padding: 2px; }}
QSplitter::handle {{ background: {r["line"]}; }}
QComboBox {{ background: {r["surface"]}; border: 1px solid {r["edge"]}; border-radius: 8px; padding: 6px 2px 6px 11px;
  combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {r["surface"]}; border: 1px solid {r["line"]}; padding: 3px; }}
QComboBox QAbstractItemView::item {{ padding: 5px 7px; border-radius: 6px; color: {r["ink"]}; }}
QComboBox::drop-down {{ border: 0; width: 18px; }}
QComboBox:focus {{ border: 2px solid {r["seek"]}; padding: 5px 1px 5px 10px; }}
QToolTip {{ background: {r["ink"]}; color: {r["surface"]}; border: 0; padding: 4px 7px; }}
QMenuBar {{ background: {r["panel"]}; color: {r["ink"]}; border-bottom: 1px solid {r["line"]}; padding: 1px 6px; }}
QMenuBar::item {{ background: transparent; padding: 4px 9px; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {r["seek-tint"]}; color: {r["seek"]}; }}
QMenu::item:disabled {{ color: {r["ink3"]}; }}
QMenu {{ background: {r["surface"]}; border: 1px solid {r["line"]}; padding: 4px; }}
QMenu::item {{ padding: 6px 18px; border-radius: 6px; }}
QMenu::separator {{ height: 1px; background: {r["line"]}; margin: 4px 8px; }}
QMenu::item:selected {{ background: {r["seek-tint"]}; color: {r["seek"]}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {r["edge"]}; border-radius: 3px; min-height: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {r["ink3"]}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {r["edge"]}; border-radius: 3px; min-width: 32px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
{_accents(theme, "seek")}{_accents(theme, "sense")}{_accents(theme, "share")}{edge_sheet(theme)}"""


def _accents(theme: Theme, stage: Stage) -> str:
    """Return the rules for fields and lists that stand in a stage, or say it of themselves; these come later and win.
    """
    r = theme.roles
    inside = "" if stage == NEUTRAL else f'*[stage="{stage}"] '
    itself = f'[stage="{stage}"]'
    bar = "" if theme.edged else f"border-left-color: {r[stage]}; "  # high contrast has edges of its own

    def of(*kinds: str, state: str = "") -> str:
        own = [f"{kind}{itself}{state}" for kind in kinds]
        return ", ".join([f"{inside}{kind}{state}" for kind in kinds] + own)

    fields = ("QLineEdit", "QTextEdit#field", "QPlainTextEdit#field")
    return f"""
{of(*fields)} {{ selection-background-color: {r[stage]}; selection-color: {r[theme.on(stage)]}; }}
{of(*fields, "QComboBox", "QListWidget", "QPushButton", state=":focus")}, QPlainTextEdit{itself}:focus {{
  border-color: {r[stage]}; }}
{of("QListWidget", state="::item:selected")}, {inside}QComboBox QAbstractItemView::item:selected {{
  background: {r[f"{stage}-tint"]}; color: {r[stage]}; {bar}}}
"""
