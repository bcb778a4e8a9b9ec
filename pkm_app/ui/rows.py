"""A list model over plain rows that changes by inserts, removals and data changes, never by a reset.

How to use it: subclass with ``key(row)`` and ``sentence(row)``; a delegate reads one row object::

    class NoteRows(KeyedRows[FileCard]): ...
    model.update_rows(services.sense.cards())        # only what differs is touched
    card = index.data(ROW)                           # in the delegate
    view.setUniformItemSizes(True)                   # and one delegate, one column

``sentence`` is what a screen reader says of a row. Selection and scroll place survive ``update_rows``.
"""

from __future__ import annotations

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
        keys = [self.key(row) for row in wanted]
        self._drop_all_but(set(keys))
        at = 0
        while at < len(wanted):
            if at < len(self.rows) and self.key(self.rows[at]) == keys[at]:
                if self.rows[at] != wanted[at]:
                    self.rows[at] = wanted[at]
                    self.dataChanged.emit(self.index(at), self.index(at))
                at += 1
                continue
            at = self._insert_run(wanted, keys, at)

    def _insert_run(self, wanted: Sequence[T], keys: Sequence[Hashable], at: int) -> int:
        """Insert the rows that are missing from ``at`` on; one that stands further down is moved up."""
        here = {self.key(row): place for place, row in enumerate(self.rows)}
        end = at
        while end < len(wanted) and keys[end] not in here:
            end += 1
        if end == at:
            place = here[keys[at]]
            self._drop(place, place)
            end = at + 1
        self.beginInsertRows(QModelIndex(), at, end - 1)
        self.rows[at:at] = wanted[at:end]
        self.endInsertRows()
        return end

    def _drop_all_but(self, keys: set[Hashable]) -> None:
        last = len(self.rows) - 1
        while last >= 0:
            if self.key(self.rows[last]) in keys:
                last -= 1
                continue
            first = last
            while first > 0 and self.key(self.rows[first - 1]) not in keys:
                first -= 1
            self._drop(first, last)
            last = first - 1

    def _drop(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        del self.rows[first:last + 1]
        self.endRemoveRows()
