"""The command palette: what fits comes first, and is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.palette import Entry, Palette, matching

_ENTRIES = [
    Entry("unfold", "View: Fold or Unfold", "G"),
    Entry("fit", "View: Fit All", "0"),
    Entry("find", "Edit: Find"),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("", ["unfold", "fit", "find"], id="everything for nothing"),
        pytest.param("fi", ["fit", "find"], id="beginnings"),
        pytest.param("all view", ["fit"], id="words in any order"),
        pytest.param("FOLD", ["unfold"], id="any letter case"),
        pytest.param("zoom", [], id="nothing fits"),
    ],
)
def test_entries_are_found_by_their_words(words: str, found: list[str]) -> None:
    assert [entry.id for entry in matching(words, _ENTRIES)] == found


def test_what_begins_with_the_letters_comes_first() -> None:
    entries = [Entry("a", "View: Unfold"), Entry("b", "View: Fold")]
    assert [entry.id for entry in matching("fold", entries)] == ["b", "a"]


def test_a_command_is_typed_and_done(window: MainWindow) -> None:
    window.actions_table["palette"].trigger()
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.field, "dark")
    assert palette.field.accessibleDescription() == "View: Dark"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.preferences.theme == "dark"


def test_only_what_can_be_done_is_offered_and_the_arrows_walk(window: MainWindow) -> None:
    names = {entry.id for entry in window.actions_table.available}
    assert "fit" in names
    assert "redo" not in names
    palette = Palette(_ENTRIES, window)
    chosen: list[str] = []
    palette.chosen.connect(chosen.append)
    palette.show()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen == ["fit"]
