"""The list models: they change by inserts, removals and data changes, and what is chosen stays chosen."""

from __future__ import annotations

from collections.abc import Hashable

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from pkm_app.seek.lists import place_of
from pkm_app.ui.find_row import FindRow
from pkm_app.ui.finder import FindModel
from pkm_app.ui.look import Look
from pkm_app.ui.rows import Index, KeyedRows
from pkm_app.ui.seek.article_rows import PAGE, ArticleList, ArticleRows
from pkm_app.ui.seek.side_rows import SideRow, SideRows, side_rows
from tests.ui.demo import DemoSeek, now
from tests.ui.demo_follow import DemoOrganising


class Pairs(KeyedRows[tuple[int, int]]):
    """Rows of (key, value)."""

    def key(self, row: tuple[int, int]) -> Hashable:
        return row[0]

    def sentence(self, row: tuple[int, int]) -> str:
        return f"{row[0]} is {row[1]}"


ROWS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 2)), max_size=12, unique_by=lambda row: row[0])


@settings(max_examples=150, deadline=None)
@given(ROWS, ROWS)
def test_rows_become_those_wanted_without_a_reset(first: list[tuple[int, int]], then: list[tuple[int, int]]) -> None:
    model = Pairs()
    shadow: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: shadow.append((-1, -1)))
    model.rowsInserted.connect(lambda _, a, b: shadow.__setitem__(slice(a, a), model.rows[a:b + 1]))
    model.rowsRemoved.connect(lambda _, a, b: shadow.__delitem__(slice(a, b + 1)))
    model.dataChanged.connect(
        lambda a, b: shadow.__setitem__(slice(a.row(), b.row() + 1), model.rows[a.row():b.row() + 1]))
    model.update_rows(first)
    assert shadow == first
    model.update_rows(then)
    assert shadow == then == model.rows


def test_the_chosen_row_stays_chosen(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = Pairs()
    qtmodeltester.check(model)
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.update_rows([(number, 0) for number in range(10)])
    view.selectionModel().setCurrentIndex(model.index(5), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.update_rows([(20, 0), (4, 0), (5, 1), (21, 0), (9, 0)])
    assert model.rows[view.currentIndex().row()] == (5, 1)


def test_articles_load_while_they_are_scrolled(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    seek = DemoSeek(more=450)
    model = ArticleRows(now)
    model.show(lambda limit, before: seek.articles("inbox", limit=limit, before=before))
    assert len(model.rows) == PAGE
    assert model.canFetchMore(model.index(-1))
    qtmodeltester.check(model)
    while model.canFetchMore(model.index(-1)):
        model.fetchMore()
    assert [row.article_id for row in model.rows] == [a.article_id for a in seek.articles("inbox", limit=10_000)]


def test_what_comes_in_is_inserted_and_what_is_read_stays(qtbot: QtBot) -> None:
    seek = DemoSeek()
    model = ArticleRows(now)
    model.show(lambda limit, before: seek.articles("inbox", limit=limit, before=before))
    first, second = model.rows[0], model.rows[1]
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    seek.mark([second.article_id, first.article_id], "done", True)
    model.hold = second.article_id
    model.look_again()
    assert [row.article_id for row in model.rows[:1]] == [second.article_id]
    model.hold = ""
    model.look_again()
    assert second.article_id not in [row.article_id for row in model.rows]
    assert not resets


def test_a_row_is_one_sentence(english: object) -> None:
    seek = DemoSeek()
    model = ArticleRows(now)
    model.show(lambda limit, before: seek.articles("inbox", limit=limit, before=before))
    assert model.sentence(model.rows[0]) == "Julian Stodd, What is Social Learning?, 12 min, unread"


def test_the_side_list_names_ill_feeds_and_groups_by_folder(qtmodeltester: ModelTester, english: object) -> None:
    placements = DemoOrganising(DemoSeek()).placements()
    rows = side_rows(placements, counts=False)
    model = SideRows()
    model.update_rows(rows)
    qtmodeltester.check(model)
    assert [row.text for row in rows if row.kind == "folder"] == ["Social Learning eBook", "Werkplekleren"]
    ill = next(row for row in rows if row.id == "learnnovators")
    assert ill.icon == "triangle-alert"
    assert "cannot be reached" in model.sentence(ill)
    assert all(row.count == 0 for row in rows if row.kind != "page")
    assert next(row for row in side_rows(placements, counts=True) if row.id == "inbox").count == 80
    assert SideRow("heading", "x", "y") not in rows


def test_the_model_under_the_search_field(qtmodeltester: ModelTester) -> None:
    model = FindModel()
    model.show([FindRow("rss", "A", "b", "article", "1"), FindRow("send", "C", "", "draft", "2")])
    qtmodeltester.check(model)


def test_trap_22_a_paint_asks_few_times_and_lays_out_by_one_height(qtbot: QtBot, look: Look) -> None:
    """A table of several columns asks a Python model hundreds of times a paint, and rows of their own heights are
    each asked for before the first is shown: one delegate, one column, one height."""
    seek = DemoSeek(more=190)

    class Counting(ArticleRows):
        asked = 0

        def data(self, index: Index, role: int = 0) -> object:
            Counting.asked += 1
            return super().data(index, role)

    view = ArticleList(look, now)
    qtbot.addWidget(view)
    counting = Counting(now)
    counting.show(lambda limit, before: seek.articles("inbox", limit=limit, before=before))
    view.setModel(counting)
    view.resize(340, 600)
    view.show()
    qtbot.waitExposed(view)
    Counting.asked = 0
    view.grab()
    rows = 600 // view.sizeHintForRow(0) + 2
    assert view.uniformItemSizes()
    assert 0 < Counting.asked <= rows * 12, f"{Counting.asked} questions for {rows} rows"


def test_a_list_that_takes_time_is_read_on_beside_the_window(qtbot: QtBot) -> None:
    seek = DemoSeek(more=450)
    model = ArticleRows(now)
    asked: list[int] = []
    model.short.connect(lambda: asked.append(1))
    model.begin(lambda limit, before: seek.articles("inbox", limit=limit, before=before))
    model.take(model.reading()())
    assert len(model.rows) == PAGE
    model.fetchMore()
    assert len(model.rows) == PAGE, "read on the main thread"
    assert asked == [1]
    assert not model.canFetchMore(model.index(-1)), "asked for once, not again and again"
    further = model.reading_on()(None)
    model.begin(lambda limit, before: [])
    model.go_on(further)
    assert not model.rows, "what was read for another list is not for this one"
    model.begin(further.load)  # type: ignore[arg-type]
    model.take(model.reading()())
    model.fetchMore()
    model.stop_waiting()
    assert model.canFetchMore(model.index(-1)), "what failed may be tried again"
    model.go_on(model.reading_on()(None))
    assert len(model.rows) == 2 * PAGE


def test_reading_on_stops_at_a_place(qtbot: QtBot) -> None:
    seek = DemoSeek(more=450)
    model = ArticleRows(now)
    model.show(lambda limit, before: seek.articles("inbox", limit=limit, before=before))
    whole = seek.articles("inbox", limit=10_000)
    model.go_on(model.reading_on(100)(place_of(whole[PAGE + 9])))
    assert [row.article_id for row in model.rows] == [row.article_id for row in whole[:PAGE + 10]]
    assert model.has_more()
