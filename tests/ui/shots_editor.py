"""Pictures of the editor: styled text, completion, preview, former versions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from pkm_app.sense.notes import NewNote
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.shell import Shell
from pkm_app.ui.writing import WritingPane

RICH = """## Wat er nodig is

Een *echte* vraag, een **plek** en `iemand` die antwoordt. Dit is een gewoone zin met een foutje.

- een punt
    - een punt eronder
- [ ] nog te doen
- [x] gedaan

1. eerst
2. dan

> Social Learning is about the conversations that surround this
>
> — [[Julian Stodd - What is Social Learning?|Julian Stodd, What is Social Learning?]]

| wie | wat |
| --- | --- |
| Anne | vraagt |
| Bo | antwoordt |

```python
print("leren")
```

Zie [[Yammer als leerplek]] en #netwerk/leren, of https://example.org/ergens.

![[Informal ≠ social]]
"""


_BEGUN = "\nSee [["


def _page(shell: Shell) -> SensePage:
    page = shell.findChild(SensePage)
    assert page is not None
    return page


def editor_rich(shell: Shell) -> None:
    """Everything that Markdown has, styled."""
    shell.show_room("sense")
    sense = shell.context.services.sense
    known = [card.path for card in sense.cards() if card.title == "Wat Markdown kan"]
    path = known[0] if known else sense.new_note(NewNote("Wat Markdown kan", RICH, lang="nl"))[1]
    shell.relay.tell("notes", path)
    shell.go("note", path)


def editor_preview(shell: Shell) -> None:
    """The same as it reads."""
    editor_rich(shell)
    _page(shell).note.editor.show_preview(True)


def editor_completion(shell: Shell) -> None:
    """Names offered after two brackets."""
    shell.show_room("sense")
    shell.go("note", next(c.path for c in shell.context.services.sense.cards() if c.title == "Informal ≠ social"))
    page = _page(shell)
    page.note.editor.show_preview(False)
    pane = page.note.pane
    pane.setFocus()
    pane.moveCursor(QTextCursor.MoveOperation.End)
    pane.insertPlainText(_BEGUN)
    shell.notices.undone.connect(lambda: _take_out(pane), Qt.ConnectionType.SingleShotConnection)  # as it is left


def _take_out(pane: WritingPane) -> None:
    if pane.toPlainText().endswith(_BEGUN):
        cursor = pane.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(_BEGUN))
        cursor.removeSelectedText()


def editor_history(shell: Shell) -> None:
    """A former version beside the text of now."""
    shell.show_room("sense")
    sense = shell.context.services.sense
    path = next(c.path for c in sense.cards() if c.title == "Conditions, not design")
    loaded = sense.load(path)
    if not sense.history(path)[1]:
        sense.save(path, loaded.file.body.replace("design social learning", "plan social learning at all"), loaded)
    shell.relay.tell("notes", path)
    shell.go("note", path)
    _page(shell).acts.history()


def sense_links(shell: Shell) -> None:
    """A note with everything around it."""
    shell.show_room("sense")
    sense = shell.context.services.sense
    if not any(card.title == "Leren van elkaar" for card in sense.cards()):
        sense.new_note(NewNote("Leren van elkaar", "Zie [[Conditions, not design]] over voorwaarden.\n", lang="nl"))
        sense.new_note(NewNote("Zonder link", "In conditions, not design, staat het al.\n", lang="nl"))
        path = next(card.path for card in sense.cards() if card.title == "Conditions, not design")
        loaded = sense.load(path)
        sense.save(path, loaded.file.body + "\nAlso [[Informal ≠ social]] and [[Something not written yet]].\n", loaded)
    shell.go("note", next(card.path for card in sense.cards() if card.title == "Conditions, not design"))


def sense_waiting(shell: Shell) -> None:
    """Highlights that wait for words, each with its line."""
    shell.show_room("sense")
    _page(shell).back.show_waiting()


def sense_review(shell: Shell) -> None:
    """Notes that ask to be looked at again."""
    shell.show_room("sense")
    sense, review = shell.context.services.sense, shell.context.services.writing.review
    review.mark(next(card.path for card in sense.cards() if card.title == "Informal ≠ social"), True)
    old = next(card.path for card in sense.cards() if card.title == "What counts as working out loud")
    sense.set_field(old, "created", "2025-11-15T10:00:00+01:00")
    sense.set_field(next(card.path for card in sense.cards() if card.title.startswith("Social MOOC")), "updated",
                    "2026-01-15T10:00:00+01:00")
    _page(shell).back.show_review()


EDITOR: tuple[Callable[[Shell], None], ...] = (editor_rich, editor_preview, editor_completion, sense_links,
                                               sense_waiting, sense_review, editor_history)
