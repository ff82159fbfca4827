"""Cells of the table in the real window: each way to write in one, and by which keys one goes from one to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.table.cells import NONE, choose, column, edit, editor, enter, steps, write
from timeline_app import assets
from timeline_app.model.change import Change
from timeline_app.model.event import Status
from timeline_app.session import edits
from timeline_app.ui.editing.unread import SETTING
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.middle import Look
from timeline_app.ui.table.editors import ChoiceEditor, DateEditor
from timeline_app.ui.table.fields import FIELDS, INDEX
from timeline_app.ui.table.view import ChronologyView


def test_a_title_is_written_anew_in_one_step(window: MainWindow, table: ChronologyView) -> None:
    before = steps(window)
    edit(table, 3, "title")
    write(table, "  Koussa leaves ")
    assert column(table, "title")[3] == "Koussa leaves"
    assert steps(window) == before + 1
    assert not table.cells.editing


@pytest.mark.parametrize("words", ["", "   "], ids=["nothing", "blanks"])
def test_a_title_is_never_empty(table: ChronologyView, words: str) -> None:
    before = column(table, "title")
    edit(table, 3, "title")
    editor(table).setText(words)
    QTest.keyClick(editor(table), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert column(table, "title") == before


def test_escape_leaves_a_cell_as_it_was(window: MainWindow, table: ChronologyView) -> None:
    before, done = column(table, "title"), steps(window)
    edit(table, 3, "title")
    write(table, "not this", Qt.Key.Key_Escape)
    assert (column(table, "title"), steps(window)) == (before, done)


def test_a_date_is_read_as_people_write_it_and_moves_the_row(window: MainWindow, table: ChronologyView) -> None:
    moved = window.session.events[3]
    edit(table, 3, "date")
    write(table, "spring 1848")
    assert column(table, "date")[0] == "spring 1848"
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, INDEX["date"])
    assert window.session.event(moved.id).set_by_hand


def test_while_a_date_is_written_it_is_said_how_it_is_read(table: ChronologyView, qtbot: QtBot) -> None:
    edit(table, 3, "date")
    field = editor(table)
    assert isinstance(field, DateEditor)
    field.selectAll()
    QTest.keyClicks(field, "3 May 1968")
    qtbot.waitUntil(field.reading.isVisible, timeout=20_000)
    assert field.reading.text() == "= Friday 3 May 1968"


def test_what_is_no_date_stays_in_its_cell_with_a_sentence(window: MainWindow, table: ChronologyView) -> None:
    done = steps(window)
    edit(table, 3, "date")
    write(table, "some fine day")
    field = editor(table)
    assert isinstance(field, DateEditor)
    assert field.text() == "some fine day"
    assert "is not a date" in field.reading.text()
    window.search.setFocus()
    assert field.isVisible()
    assert steps(window) == done


def test_nothing_that_is_being_written_is_lost_when_other_events_come(
    window: MainWindow, table: ChronologyView
) -> None:
    edit(table, 3, "title")
    QTest.keyClicks(editor(table), "half a ti")
    others = window.session.events[:2]
    window.session.apply(edits.put_in_bin(list(others)))
    assert editor(table).text() == "half a ti"
    QTest.keyClick(editor(table), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert column(table, "title")[1] == "half a ti"
    assert table.rows.rowCount() == 5


def test_what_is_being_written_is_taken_when_the_window_closes(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(assets.sample())
    window.commands.table.show(Look.TABLE)
    made: list[Change] = []
    monkeypatch.setattr(window.commands.table, "apply", made.append)
    edit(window.table, 3, "title")
    QTest.keyClicks(editor(window.table), "almost done")
    window.close()
    assert [change.label.endswith("“almost done”") for change in made] == [True]


def test_a_date_that_is_none_is_kept_for_the_form(window: MainWindow, table: ChronologyView) -> None:
    edit(table, 3, "date")
    QTest.keyClicks(editor(table), "some fine day")
    table.finish_editing()
    assert "some fine day" in window.session.setting(SETTING)
    assert not table.cells.editing


@pytest.mark.parametrize(
    ("name", "words", "read"),
    [("people", "Ana; Ben Smith, Jr.; ; Ana", ("Ana", "Ben Smith, Jr.")), ("tags", "one;two", ("one", "two"))],
    ids=["people", "tags"],
)
def test_names_stand_between_semicolons(
    window: MainWindow, table: ChronologyView, name: str, words: str, read: tuple[str, ...]
) -> None:
    table.columns.showSection(INDEX[name])
    edit(table, 3, name)
    write(table, words)
    event = window.session.events[3]
    assert (event.participants if name == "people" else event.tags) == read


def test_notes_may_have_several_lines(window: MainWindow, table: ChronologyView) -> None:
    table.columns.showSection(INDEX["notes"])
    edit(table, 3, "notes")
    field = table.viewport().findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "two")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.session.events[3].notes == "one\ntwo"


@pytest.mark.parametrize(
    ("name", "words"),
    [("category", "Justice"), ("factuality", "alleged"), ("status", "accepted"), ("status", "rejected")],
)
def test_a_kind_is_chosen_from_a_list(
    window: MainWindow, table: ChronologyView, name: str, words: str, qtbot: QtBot
) -> None:
    event, done = window.session.events[3], steps(window)
    edit(table, 3, name)
    choose(table, words, qtbot)
    assert str(getattr(window.session.event(event.id), name)) == words
    assert steps(window) == done + 1


def test_what_is_chosen_is_for_all_selected_events(window: MainWindow, table: ChronologyView, qtbot: QtBot) -> None:
    done = steps(window)
    enter(table, 0, "title")
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_F2)
    choose(table, "Justice", qtbot)
    assert column(table, "category")[:5] == ["Justice"] * 4 + ["Personnel"]
    assert steps(window) == done + 1


def test_a_list_that_is_left_changes_nothing(window: MainWindow, table: ChronologyView, qtbot: QtBot) -> None:
    done = steps(window)
    edit(table, 3, "category")
    box = table.viewport().findChild(ChoiceEditor)
    assert isinstance(box, ChoiceEditor)
    qtbot.waitUntil(box.view().isVisible)
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not table.cells.editing)
    assert steps(window) == done


def test_keys_go_from_cell_to_cell_and_to_the_ends(window: MainWindow, table: ChronologyView) -> None:
    def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> tuple[int, str]:
        QTest.keyClick(table, key, held)
        return table.currentIndex().row(), FIELDS[table.currentIndex().column()].id

    enter(table, 3, "title")
    assert press(Qt.Key.Key_Right) == (3, "category")
    assert press(Qt.Key.Key_End) == (6, "category")
    assert window.session.selection == window.session.events[6].id
    assert press(Qt.Key.Key_Home) == (0, "category")
    assert window.session.selection == window.session.events[0].id
    assert press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier) == (0, "quote")
    assert press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier) == (0, "number")
    assert press(Qt.Key.Key_Left) == (0, "number")
    enter(table, 3, "title")
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_rows().tolist() == [3, 4, 5, 6]


def test_typing_in_the_table_neither_searches_nor_acts(window: MainWindow, table: ChronologyView) -> None:
    enter(table, 3, "title")
    QTest.keyClicks(table, "koqlar")
    assert window.session.selection == window.session.events[3].id
    assert all(event.status is Status.PROPOSED for event in window.session.events)
    assert table.isVisible()
