"""A list model over plain rows that changes by inserts, removals and data changes, never by a reset.

How to use it: subclass with ``key(row)`` and ``sentence(row)``; a delegate reads one row object::

    class NoteRows(KeyedRows[FileCard]): ...
    model.update_rows(services.sense.cards())        # only what differs is touched
    card = index.data(ROW)                           # in the delegate
    view.setUniformItemSizes(True)                   # and one delegate, one column

``sentence`` is what a screen reader says of a row. Selection and scroll place survive ``update_rows``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
T = TypeVar("T")


class KeyedRows(QAbstractListModel, Generic[T]):
    """Rows told apart by a key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[T] = []

    def key(self, row: T) -> Hashable:
        """Return what makes a row the same row after a change; for overriding."""
        raise NotImplementedError

    def sentence(self, row: T) -> str:
        """Return a row as one sentence; for overriding."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        if role == ROW:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sentence(self.rows[index.row()])
        return None

    def find(self, key: Hashable) -> int:
        """Return the place of the row with this key, -1 when there is none."""
        return next((at for at, row in enumerate(self.rows) if self.key(row) == key), -1)

    def append(self, rows: Sequence[T]) -> None:
        """Add rows at the end."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows.extend(rows)
            self.endInsertRows()

    def update_row(self, row: T) -> None:
        """Replace the row with the same key, if it is here."""
        at = self.find(self.key(row))
        if at >= 0:
            self.rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def remove(self, key: Hashable) -> None:
        """Take a row out, if it is here."""
        at = self.find(key)
        if at >= 0:
            self._drop(at, at)

    def update_rows(self, wanted: Sequence[T]) -> None:
        """Become these rows, touching only what differs."""
        if self.rows == list(wanted):
            return
        keys = [self.key(row) for row in wanted]
        places = {key: at for at, key in enumerate(keys)}
        stays = rising([places.get(self.key(row), -1) for row in self.rows])
        for first, last in reversed(runs([not stay for stay in stays])):
            self._drop(first, last)
        here = {self.key(row) for row in self.rows}
        for first, last in runs([key not in here for key in keys]):
            self.beginInsertRows(QModelIndex(), first, last)
            self.rows[first:first] = wanted[first:last + 1]
            self.endInsertRows()
        for first, last in runs([row != other for row, other in zip(self.rows, wanted, strict=True)]):
            self.rows[first:last + 1] = wanted[first:last + 1]
            self.dataChanged.emit(self.index(first), self.index(last))

    def _drop(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        del self.rows[first:last + 1]
        self.endRemoveRows()


def runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """Return first and last of each run of true ones."""
    found: list[tuple[int, int]] = []
    for at, flag in enumerate(flags):
        if flag and found and found[-1][1] == at - 1:
            found[-1] = (found[-1][0], at)
        elif flag:
            found.append((at, at))
    return found


def rising(numbers: Sequence[int]) -> list[bool]:
    """Mark a longest part of different numbers that rises; negative ones are never in it."""
    lowest: list[int] = []  # for each length, the lowest number with which a rising part of that length ends
    lengths = [0] * len(numbers)
    for at, number in enumerate(numbers):
        if number >= 0:
            shorter = bisect_left(lowest, number)
            lowest[shorter:shorter + 1] = [number]
            lengths[at] = shorter + 1
    marks, wanted, limit = [False] * len(numbers), len(lowest), max(numbers, default=0) + 1
    for at in range(len(numbers) - 1, -1, -1):
        if lengths[at] == wanted > 0 and numbers[at] < limit:
            marks[at], wanted, limit = True, wanted - 1, numbers[at]
    return marks
