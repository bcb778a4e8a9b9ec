"""The part of the style sheet that only high contrast has: edges where light and dark make do with a tint."""

from __future__ import annotations

from pkm_app.ui.theme import Theme


def edge_sheet(theme: Theme) -> str:
    """Return the rules for what is chosen in lists and menus, and for what lies over something else; "" for a theme
    whose tints are seen by everybody."""
    if not theme.edged:
        return ""
    ink = theme.roles["ink"]
    return f"""
QListView#offers {{ border: 1px solid {ink}; }}
QListWidget::item:selected, QListView#offers::item:selected {{ border: 1px solid {ink}; border-left: 4px solid {ink};
  padding: 3px 6px 3px 3px; }}
QComboBox QAbstractItemView {{ border: 1px solid {ink}; }}
QComboBox QAbstractItemView::item:selected {{ border: 1px solid {ink}; border-left: 4px solid {ink};
  padding: 4px 6px 4px 3px; }}
QMenuBar::item:selected {{ border: 1px solid {ink}; padding: 3px 8px; }}
QPushButton:hover {{ border-color: {ink}; }}
QPushButton:focus {{ border-color: {ink}; }}
QMenu {{ border: 1px solid {ink}; }}
QMenu::item:selected {{ border: 1px solid {ink}; border-left: 4px solid {ink}; padding: 5px 17px 5px 14px; }}
QLineEdit:disabled, QComboBox:disabled, QTextEdit#field:disabled, QPlainTextEdit#field:disabled {{
  border-style: dashed; }}
QFrame#card[over="true"] {{ border: 1px solid {ink}; }}
"""
