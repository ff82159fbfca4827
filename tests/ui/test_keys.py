"""Keys: every one is listed, can be changed and turned off, and acts where the keyboard writes another script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.session.preferences import Preferences, load
from timeline_app.ui.keys_dialog import KeysDialog
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.menus import ROWS
from timeline_app.ui.menus.keys import key_list, keys_of, owner_of, plain
from timeline_app.ui.middle import Look
from timeline_app.ui.panels.value_row import ValueRow
from timeline_app.ui.physical_keys import by_place

_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ROW = {row.id: row for row in ROWS}


def _event(key: int, code: int, held: Qt.KeyboardModifier = _NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, code, code, 0, chr(key) if key < 0x10000 else "")


def test_the_key_list_names_every_action_and_every_key() -> None:
    listed = key_list(Preferences())
    assert ("View", "Fit All", "0") in [(menu, plain(row), keys) for menu, row, keys in listed]
    assert len(listed) == len(ROWS)
    assert sum(len(keys.split(", ")) for _, _, keys in listed if keys) == sum(len(row.keys) for row in ROWS)


def test_letters_can_be_turned_off() -> None:
    preferences = Preferences(letters=False)
    assert keys_of(_ROW["fit"], preferences) == ()
    assert keys_of(_ROW["keys"], preferences) == ("F1",)
    assert keys_of(_ROW["undo"], preferences) == ("Ctrl+Z",)


def test_a_key_that_was_changed_belongs_to_its_new_action() -> None:
    preferences = Preferences().with_keys("fit", ("Ctrl+0",))
    assert owner_of("0", preferences) is None
    assert owner_of("Ctrl+0", preferences) is _ROW["fit"]
    assert preferences.with_keys("fit", None) == Preferences()


@pytest.mark.parametrize(
    ("key", "code", "platform", "expected"),
    [
        pytest.param(0x0439, 24, "linux", "Q", id="Cyrillic on X11"),
        pytest.param(0x0436, 39 + 8, "linux", None, id="a key without a Latin letter"),
        pytest.param(0x0426, 17, "win32", "W", id="Cyrillic on Windows"),
        pytest.param(0x05E9, 0, "darwin", "A", id="Hebrew on macOS"),
        pytest.param(0x03B1, 38, "linux", "A", id="Greek"),
        pytest.param(ord("Q"), 24, "linux", None, id="Latin is left alone"),
        pytest.param(0xE9, 11, "linux", None, id="Latin with an accent is left alone"),
        pytest.param(int(Qt.Key.Key_F6), 72, "linux", None, id="keys that write nothing are left alone"),
    ],
)
def test_keys_of_other_scripts_act_by_their_place(key: int, code: int, platform: str, expected: str | None) -> None:
    found = by_place(_event(key, code), platform)
    assert (found.toString() if found else None) == expected


def _menu_of_the_table(window: MainWindow) -> None:
    window.commands.table.menu(window.mapToGlobal(window.rect().center()))


def _menu_of_the_head(window: MainWindow) -> None:
    _right_click(window.table.columns)


def _menu_of_the_text(window: MainWindow) -> None:
    _right_click(window.source_panel.text)


def _menu_of_a_filter(window: MainWindow) -> None:
    _right_click(window.findChildren(ValueRow)[0])


def _menu_of_an_event(window: MainWindow) -> None:
    mark = next(mark for mark in window.stage.scene.marks if mark.box)
    window.commands.pointing.menu(QPointF((mark.box.left + mark.box.right) / 2, (mark.box.top + mark.box.bottom) / 2))


def _right_click(widget: QWidget) -> None:
    at = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at), _NONE)
    widget.contextMenuEvent(event)


@pytest.mark.parametrize(
    "open_menu",
    [_menu_of_the_table, _menu_of_the_head, _menu_of_the_text, _menu_of_a_filter, _menu_of_an_event],
    ids=["table", "its head", "text", "filter", "event"],
)
def test_letters_pressed_in_an_open_menu_are_the_menu_s(
    window: MainWindow, open_menu: Callable[[MainWindow], None]
) -> None:
    window.activateWindow()
    window.canvas.setFocus()
    open_menu(window)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for each in (menu, *menu.findChildren(QMenu)):
        key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_L, _NONE)
        key.ignore()
        QApplication.sendEvent(each, key)
        assert key.isAccepted()
    menu.close()


def test_a_letter_acts_again_once_the_menu_is_closed(window: MainWindow) -> None:
    window.activateWindow()
    window.canvas.setFocus()
    menu = QMenu(window)
    menu.addAction("Letter")
    give_keys(menu)
    menu.popup(window.mapToGlobal(window.rect().center()))
    handle = window.windowHandle()
    assert handle is not None
    looks = []
    for _ in range(2):
        QTest.keyClick(handle, Qt.Key.Key_L)
        looks.append(window.state.look)
        menu.close()
    assert looks == [Look.TIMELINE, Look.TABLE]


def test_a_cyrillic_keyboard_hides_the_source_and_undoes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    window.activateWindow()
    window.canvas.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.canvas)
    QApplication.sendEvent(window.canvas, _event(0x0439, 24))
    assert not window.source_panel.isVisible()
    window.commands.review.accept_all()
    QApplication.sendEvent(window.canvas, _event(0x044F, 52, _CTRL))
    assert window.state.proposed == len(window.session.events)


def test_single_keys_act_on_the_timeline_only_by_place_too(window: MainWindow) -> None:
    window.search.setFocus()
    assert not window.actions_table.press(QKeySequence("Q"))
    assert not window.source_panel.isHidden()


def test_keys_chosen_in_the_dialog_act_at_once_and_after_a_restart(window: MainWindow, qtbot: QtBot) -> None:
    dialog = KeysDialog(window.preferences)
    qtbot.addWidget(dialog)
    dialog.preferred.connect(window.remembered.prefer)
    dialog.tree.setCurrentItem(dialog._items["fit"])
    dialog.key.setKeySequence(QKeySequence("Ctrl+0"))
    dialog.take.click()
    assert window.actions_table["fit"].shortcut().toString() == "Ctrl+0"
    assert keys_of(_ROW["fit"], load()) == ("Ctrl+0",)
    dialog.usual.click()
    assert window.actions_table["fit"].shortcut().toString() == "0"


def test_a_key_that_is_taken_is_refused_with_its_owner(qtbot: QtBot) -> None:
    dialog = KeysDialog(Preferences())
    qtbot.addWidget(dialog)
    told: list[Preferences] = []
    dialog.preferred.connect(told.append)
    dialog.tree.setCurrentItem(dialog._items["fit"])
    dialog.key.setKeySequence(QKeySequence("Ctrl+Z"))
    dialog.take.click()
    assert told == []
    assert "Ctrl+Z is the key of “Undo” already." in dialog._said.text()
    dialog.letters.toggle()
    assert told == [replace(Preferences(), letters=False)]
