"""The part of the style sheet that tells what is chosen beside its tint: bars, and in high contrast edges."""

from __future__ import annotations

from pkm_app.ui.theme import Theme

_STRAIGHT = "border-top-left-radius: 0; border-bottom-left-radius: 0;"  # else the bar is bent like a bracket


def edge_sheet(theme: Theme) -> str:
    """Return the rules for what is chosen in lists and menus; in high contrast for what lies over something else too.
    """
    if not theme.edged:
        return _bars(theme.roles["seek"])
    ink = theme.roles["ink"]
    return f"""
QListView#offers {{ border: 1px solid {ink}; }}
QListWidget::item:selected, QListView#offers::item:selected {{ border: 1px solid {ink}; border-left: 4px solid {ink};
  padding: 3px 6px 3px 3px; {_STRAIGHT} }}
QComboBox QAbstractItemView {{ border: 1px solid {ink}; }}
QComboBox QAbstractItemView::item:selected {{ border: 1px solid {ink}; border-left: 4px solid {ink};
  padding: 4px 6px 4px 3px; {_STRAIGHT} }}
QMenuBar::item:selected {{ border: 1px solid {ink}; padding: 3px 8px; }}
QPushButton:hover {{ border-color: {ink}; }}
QPushButton:focus {{ border-color: {ink}; }}
QMenu {{ border: 1px solid {ink}; }}
QMenu::item:selected {{ border: 1px solid {ink}; border-left: 4px solid {ink}; padding: 5px 17px 5px 14px;
  {_STRAIGHT} }}
QLineEdit:disabled, QComboBox:disabled, QTextEdit#field:disabled, QPlainTextEdit#field:disabled {{
  border-style: dashed; }}
QFrame#card[over="true"] {{ border: 1px solid {ink}; }}
"""


def _bars(color: str) -> str:
    return f"""
QListWidget::item:selected, QListView#offers::item:selected, QComboBox QAbstractItemView::item:selected {{
  border-left: 3px solid {color}; padding-left: 4px; {_STRAIGHT} }}
QMenuBar::item:selected {{ border-bottom: 2px solid {color}; padding-bottom: 2px; }}
QMenu::item:selected {{ border-left: 3px solid {color}; padding-left: 15px; {_STRAIGHT} }}
"""
