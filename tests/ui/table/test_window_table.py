"""The table in the real window on the sample: in step with the timeline, copied, remembered."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QProgressDialog

from tests.ui.table.cells import NONE, column, enter
from timeline_app import assets
from timeline_app.session import edits
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.middle import Look
from timeline_app.ui.sifting import Facet, Kind
from timeline_app.ui.table.fields import FIELDS, INDEX
from timeline_app.ui.table.ranges import selection_of
from timeline_app.ui.table.view import ChronologyView

# What it shows


def test_l_puts_the_table_in_place_of_the_timeline(window: MainWindow) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_L)
    assert window.table.isVisible()
    assert not window.canvas.isVisible()
    assert QApplication.focusWidget() is window.table


@pytest.mark.parametrize(
    ("look", "timeline", "table"),
    [(Look.TIMELINE, True, False), (Look.TABLE, False, True), (Look.BOTH, True, True)],
    ids=str,
)
def test_the_switch_shows_timeline_table_or_both(window: MainWindow, look: Look, timeline: bool, table: bool) -> None:  # noqa: FBT001 - from the table above
    window.actions_table[f"look-{look}"].trigger()
    assert (window.canvas.isVisible(), window.table.isVisible()) == (timeline, table)
    assert window.actions_table[f"look-{look}"].isChecked()


def test_rows_stand_in_order_of_time_with_date_category_and_source_in_words(table: ChronologyView) -> None:
    assert column(table, "number") == ["1", "2", "3", "4", "5", "6", "7"]
    assert column(table, "date")[:4] == ["1969", "28–31 March 2011", "Tue 29 March 2011", "Wed 30 March 2011"]
    assert set(column(table, "category")) == {"Conflict", "Contact", "Personnel"}
    assert column(table, "source")[3].startswith("The Wire, paragraph")
    assert column(table, "quote")[3].startswith("“On Wednesday")


def test_the_undated_stand_last_and_say_why(open_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("In 1969 Anna founded a school. On Wednesday Anna left for Rome.", encoding="utf-8")
    window = open_window(letter)
    window.commands.table.show(Look.TABLE)
    for descending in (False, True):
        window.table.go_to(window.table.rows.index(0, INDEX["date"]))
        window.commands.table.sort(descending=descending)
        assert column(window.table, "date")[-1] == "needs the document's date"


def test_a_cell_tells_its_column_and_all_its_words(table: ChronologyView) -> None:
    at = table.rows.index(3, INDEX["quote"])
    assert table.rows.data(at, Qt.ItemDataRole.AccessibleTextRole).startswith("Quote: “On Wednesday")
    assert "London" in table.rows.data(at, Qt.ItemDataRole.ToolTipRole)
    assert table.accessibleName() == "Chronology"


def test_a_hidden_table_looks_at_no_event(window: MainWindow) -> None:
    assert window.table.rows.rowCount() == 0


# In step


def test_what_is_selected_on_the_timeline_is_selected_in_the_table(window: MainWindow, table: ChronologyView) -> None:
    window.commands.selection.select(window.session.events[5].id)
    assert table.selected_rows().tolist() == [5]
    assert table.currentIndex().row() == 5


def test_a_click_on_a_row_selects_its_event_and_shows_its_source(window: MainWindow, table: ChronologyView) -> None:
    enter(table, 1, "title")
    assert window.session.selection == window.session.events[1].id
    assert window.stage.scene.marks


def test_several_rows_are_several_events(window: MainWindow, table: ChronologyView) -> None:
    enter(table, 1, "title")
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert window.shown.picked.ordinals.tolist() == [1, 2, 3]
    assert window.session.selection == window.session.events[3].id
    window.commands.selection.select(window.session.events[0].id)
    assert table.selected_rows().tolist() == [0]


def test_all_can_be_selected_and_decided_on(window: MainWindow, table: ChronologyView) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(window.shown.picked) == 7
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert set(column(table, "status")) == {"accepted"}
    assert len(window.shown.picked) == 7
    assert table.selected_rows().tolist() == list(range(7))


def test_filters_leave_the_same_events_in_both(window: MainWindow, table: ChronologyView) -> None:
    hidden = window.shown.filter.with_values(Facet.CATEGORY, ["Contact"])
    window.commands.finding.filter(hidden)
    assert set(column(table, "category")) == {"Conflict", "Personnel"}
    assert column(table, "number") == ["1", "2", "3", "4"]
    assert Kind(Facet.CATEGORY, "Contact") in window.shown.filter.hidden


def test_what_a_search_found_is_marked(window: MainWindow, table: ChronologyView) -> None:
    window.commands.finding.search("London")
    window.wait_until_idle()
    found = [row for row in range(7) if table.is_found(row)]
    assert 3 in found
    assert len(found) < 7
    window.commands.finding.search("")
    window.wait_until_idle()
    assert not any(map(table.is_found, range(7)))


def test_undo_is_seen_at_once(window: MainWindow, table: ChronologyView) -> None:
    window.commands.editing.apply(edits.set_title(window.session.events[0], "Another title"))
    assert column(table, "title")[0] == "Another title"
    window.commands.history.undo()
    assert column(table, "title")[0] != "Another title"


def test_an_event_that_is_gone_is_gone_from_the_table(window: MainWindow, table: ChronologyView) -> None:
    first = window.session.events[0]
    enter(table, 0, "title")
    window.commands.editing.apply(edits.put_in_bin([first]))
    assert table.rows.rowCount() == 6
    assert first.title not in column(table, "title")


@pytest.mark.parametrize("selected", [None, 2], ids=["nothing selected", "something out of sight selected"])
def test_what_one_reads_stays_where_it_is_when_events_come_and_go(
    window: MainWindow, table: ChronologyView, selected: int | None
) -> None:
    window.commands.selection.select(None if selected is None else window.session.events[selected].id)
    table.setFixedHeight(4 * 30)
    bar = table.verticalScrollBar()
    bar.setValue(3)
    fourth = window.session.events[3]
    window.commands.editing.apply(edits.set_title(window.session.events[0], "Another"))
    assert bar.value() == 3
    window.commands.editing.apply(edits.put_in_bin(list(window.session.events[:2])))
    assert table.rows.line(table.rowAt(0)) is not None
    assert table.rows.line(table.rowAt(0)).event.id == fourth.id  # type: ignore[union-attr]
    window.commands.history.undo()
    assert table.rows.line(table.rowAt(0)).event.id == fourth.id  # type: ignore[union-attr]


# In order


def test_a_click_on_a_header_sorts_and_another_turns_it_round(table: ChronologyView) -> None:
    section = table.columns.sectionViewportPosition(INDEX["title"]) + 20
    at = QPoint(section, table.columns.height() // 2)
    QTest.mouseClick(table.columns.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    titles = column(table, "title")
    assert titles == sorted(titles, key=str.casefold)
    QTest.mouseClick(table.columns.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    assert column(table, "title") == titles[::-1]


@pytest.mark.parametrize("name", [field.id for field in FIELDS])
def test_every_column_sorts_by_key_and_keeps_what_is_selected(
    window: MainWindow, table: ChronologyView, name: str
) -> None:
    window.commands.selection.select(window.session.events[2].id)
    table.setFocus()
    table.go_to(table.rows.index(table.currentIndex().row(), INDEX[name]))
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (table.rows.field.id, table.rows.descending) == (name, True)
    assert window.session.selection == window.session.events[2].id
    assert table.line is not None
    assert table.line.event.id == window.session.selection
    assert sorted(column(table, "number")) == ["1", "2", "3", "4", "5", "6", "7"]


# For other programs


def test_ctrl_c_copies_the_rows_as_text_csv_and_html(window: MainWindow, table: ChronologyView) -> None:
    enter(table, 0, "title")
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clip = QGuiApplication.clipboard().mimeData()
    assert clip is not None
    assert len(clip.text().splitlines()) == 3
    assert clip.hasHtml()
    assert window.session.events[0].title in unescape(clip.html())


def test_a_quote_is_copied_with_its_source(window: MainWindow, table: ChronologyView) -> None:
    enter(table, 3, "title")
    window.actions_table["copy-quotes"].trigger()
    assert "The Wire" in QGuiApplication.clipboard().text()
    assert "resigned and fled to London" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("suffix", [".csv", ".html"])
def test_the_table_is_saved_in_its_order(
    window: MainWindow, table: ChronologyView, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"table{suffix}"
    monkeypatch.setattr(window.questions, "table_file", lambda: path)
    table.go_to(table.rows.index(0, INDEX["title"]))
    window.commands.table.sort(descending=False)
    window.actions_table["export-table"].trigger()
    text = unescape(path.read_text(encoding="utf-8-sig"))
    first, second, *_ = column(table, "title")
    assert -1 < text.find(first[:20]) < text.find(second[:20])


def test_what_cannot_be_saved_is_said(
    window: MainWindow, table: ChronologyView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.questions, "table_file", lambda: tmp_path / "no" / "table.csv")
    window.commands.table.export()
    assert window.messages.isVisible()
    assert table.isVisible()


def test_too_many_events_are_no_table(
    window: MainWindow, table: ChronologyView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.ui.commands.table.MOST_EXPORTED", 6)
    window.commands.table.export()
    assert window.messages.isVisible()
    assert table.isVisible()


def test_an_export_that_was_cancelled_leaves_no_file(
    window: MainWindow, table: ChronologyView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "table.csv"
    monkeypatch.setattr(window.questions, "table_file", lambda: path)
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _: True)
    window.commands.table.export()
    assert not path.exists()
    assert window.messages.isVisible()
    assert table.isVisible()


# Remembered, found


def test_the_window_opens_as_it_was_left(open_window: Callable[..., MainWindow]) -> None:
    first = open_window(assets.sample())
    first.commands.table.show(Look.BOTH)
    first.table.columns.showSection(INDEX["notes"])
    first.close()
    again = open_window(assets.sample())
    assert again.middle.look is Look.BOTH
    assert not again.table.columns.isSectionHidden(INDEX["notes"])
    again.commands.table.show(Look.TIMELINE)


def test_the_menu_of_a_row_offers_what_can_be_done(window: MainWindow, table: ChronologyView) -> None:
    window.commands.table.menu(QPoint(10, 10))
    menu = table.findChild(QMenu)
    assert isinstance(menu, QMenu)
    texts = {action.text().replace("&", "") for action in menu.actions()}
    assert {"Accept", "Reject", "Edit Cell", "Columns"} <= texts
    menu.close()


def test_the_panes_include_the_table(window: MainWindow, table: ChronologyView) -> None:
    window.search.setFocus()
    seen = []
    for _ in range(6):
        window.next_pane(1)
        seen.append(QApplication.focusWidget())
    assert table in seen
    assert table.currentIndex().isValid()


def test_a_selection_of_very_many_stretches_is_not_shown_whole(
    table: ChronologyView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.ui.table.ranges.MOST", 2)
    rows = table.rows.rows_of(table.rows.ordinals[::2])
    table.selectionModel().select(selection_of(table.rows, rows), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert table.selected_rows().tolist() == [0, 2]


def test_many_rows_are_selected_without_telling_each(
    window: MainWindow, table: ChronologyView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.ui.table.view._TOLD", 2)
    table.selectAll()
    assert len(window.shown.picked) == 7
    table.clearSelection()
    assert len(window.shown.picked) == 0
