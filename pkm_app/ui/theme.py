"""Colours by role, from the text files in ``resources/themes``; the scheme is a parameter.

How to use it: never write a colour in a widget, ask the look for a role::

    painter.setPen(look.color("ink2"))
    look.changed.connect(self.update)      # painted widgets read the roles while painting

Roles: paper, panel, surface, line, edge (of fields, and the handles of scroll bars), ink, ink2, ink3, seek, sense,
share (``-tint`` of each lies under what is chosen, ``-mark`` under words that were found or differ), yellow, green,
blue, pink, ok, warning, error. ``theme.on("seek")`` is the role of text that stands on a fill of that role.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from pkm_app.base.resources import resources_folder

Scheme = Literal["light", "dark", "contrast", "system"]
Stage = Literal["today", "seek", "sense", "share"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast", "system")
THEMES = ("light", "dark", "contrast")
ROLES = (
    "paper", "panel", "surface", "line", "edge", "ink", "ink2", "ink3", "seek", "seek-tint", "seek-mark",
    "sense", "sense-tint", "sense-mark", "share", "share-tint", "share-mark",
    "yellow", "green", "blue", "pink", "ok", "warning", "error",
)
HIGHLIGHTS = ("yellow", "green", "blue", "pink")


@dataclass(frozen=True, slots=True)
class Theme:
    """One table of colour roles. ``name`` is ``light``, ``dark`` or ``contrast``."""

    name: str
    roles: Mapping[str, str]

    def color(self, role: str) -> QColor:
        """Return the colour of a role. Raises KeyError for a role that is none."""
        return QColor(self.roles[role])

    @property
    def edged(self) -> bool:
        """Whether states and marks are told apart by edges and patterns as well: no tint is seen by everybody."""
        return self.name == "contrast"

    def accent(self, stage: Stage) -> str:
        """Return the role of a stage's accent; Today belongs to no stage and takes ink."""
        return "ink" if stage == "today" else stage

    def tint(self, stage: Stage) -> str:
        """Return the role of the surface that carries a stage's accent."""
        return "line" if stage == "today" else f"{stage}-tint"

    def on(self, role: str) -> str:
        """Return the role (surface, paper or ink) that reads best on a fill of this role."""
        return max(("surface", "paper", "ink"), key=lambda name: contrast(self.color(name), self.color(role)))

    def swatch(self, highlight: str) -> QColor:
        """Return a highlight's colour as a dot to press: the same hue, strong on light and on dark."""
        color = self.color(highlight)
        return QColor.fromHslF(color.hslHueF(), 0.68, 0.74)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def load_theme(name: str, folder: Path | None = None) -> Theme:
    """Read a theme file. Raises ValueError when a role is missing, unknown or no colour."""
    path = (folder or resources_folder() / "themes") / f"{name}.toml"
    roles = tomllib.loads(path.read_text(encoding="utf-8"))["roles"]
    wrong = set(roles) ^ set(ROLES) | {role for role in roles if not QColor(roles[role]).isValid()}
    if wrong:
        raise ValueError(f"{path.name}: missing, unknown or unreadable roles: {', '.join(sorted(wrong))}")
    return Theme(name, roles)


def theme_name(scheme: Scheme) -> str:
    """Return the theme that a scheme means now; only ``system`` asks the desktop."""
    if scheme != "system":
        return scheme
    hints = QGuiApplication.styleHints()
    if hasattr(hints, "accessibility"):  # from Qt 6.10 on
        wish = hints.accessibility().contrastPreference()
        if wish == Qt.ContrastPreference.HighContrast:
            return "contrast"
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def palette(theme: Theme) -> QPalette:
    """Return the palette from which Fusion paints stock controls."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "paper"), (role.WindowText, "ink"), (role.Base, "surface"), (role.AlternateBase, "panel"),
        (role.Text, "ink"), (role.Button, "surface"), (role.ButtonText, "ink"), (role.BrightText, "error"),
        (role.ToolTipBase, "ink"), (role.ToolTipText, "surface"), (role.PlaceholderText, "ink3"),
        (role.Highlight, "seek"), (role.HighlightedText, theme.on("seek")), (role.Link, "seek"),
        (role.LinkVisited, "seek"), (role.Light, "surface"), (role.Midlight, "line"), (role.Mid, "line"),
        (role.Dark, "ink3"), (role.Shadow, "ink3"), (role.Accent, "seek"),
    ):
        made.setColor(target, theme.color(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, theme.color("ink3"))
    return made


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
