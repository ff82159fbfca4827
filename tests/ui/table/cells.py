"""What a person does in the cells of the table, and what stands there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.table.editors import ChoiceEditor
from timeline_app.ui.table.fields import INDEX
from timeline_app.ui.table.view import ChronologyView

NONE = Qt.KeyboardModifier.NoModifier


def column(table: ChronologyView, name: str) -> list[str]:
    return [table.rows.data(table.rows.index(row, INDEX[name])) for row in range(table.rows.rowCount())]


def enter(table: ChronologyView, row: int, name: str) -> None:
    """Click a cell."""
    at = table.visualRect(table.rows.index(row, INDEX[name])).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, at)


def edit(table: ChronologyView, row: int, name: str) -> None:
    table.scrollTo(table.rows.index(row, INDEX[name]))
    enter(table, row, name)
    QTest.keyClick(table, Qt.Key.Key_F2)
    QApplication.processEvents()


def editor(table: ChronologyView) -> QLineEdit:
    found = next(each for each in table.viewport().findChildren(QLineEdit) if each.isVisible())
    assert isinstance(found, QLineEdit)
    return found


def write(table: ChronologyView, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    field = editor(table)
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, key)
    QApplication.processEvents()


def choose(table: ChronologyView, words: str, qtbot: QtBot) -> None:
    """Take an entry of the list that has opened."""
    box = table.viewport().findChild(ChoiceEditor)
    assert isinstance(box, ChoiceEditor)
    qtbot.waitUntil(box.view().isVisible)
    box.view().setCurrentIndex(box.model().index(box.findData(words), 0))
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    QApplication.processEvents()


def steps(window: MainWindow) -> int:
    return len([step for step in window.session.history if step.done])
