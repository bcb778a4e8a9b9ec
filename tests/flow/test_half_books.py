"""A book or a chapter that cannot be written to its end leaves nothing half behind."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import StorageProblem
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.model import Saved
from tests.flow.desk import Desk

FULL = "The disk is full."


def test_a_book_whose_index_cannot_be_written_leaves_no_chapter(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    create = desk.vault.create

    def filling(folder: str, title: str, file: VaultFile) -> Saved:
        if title == "index":
            raise StorageProblem(FULL)
        return create(folder, title, file)

    with monkeypatch.context() as now:
        now.setattr(desk.vault, "create", filling)
        with pytest.raises(StorageProblem, match=FULL):
            desk.drafting.new_draft((), "Book", "ebook", "en")
    assert not any(path.startswith("drafts/") for path in desk.vault.files)
    assert desk.drafting.new_draft((), "Book", "ebook", "en")[1] == "drafts/Book/index.md"


def test_a_chapter_that_cannot_be_shown_is_not_left_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book = desk.drafting.new_draft((), "Book", "ebook", "en")[1]
    before = dict(desk.vault.files)

    def full(*_args: object) -> None:
        raise StorageProblem(FULL)

    with monkeypatch.context() as now:
        now.setattr(desk.vault, "save", full)
        with pytest.raises(StorageProblem, match=FULL):
            desk.drafting.add_chapter(book, (), "More")
    assert desk.vault.files == before
    assert desk.drafting.add_chapter(book, (), "More")[1] == "drafts/Book/2. More.md"
