"""Several panels at one side of the window: one at a time, under tabs, as they were left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.panels import PANELS, Side
from timeline_app.ui.side import SideColumn


def left(window: MainWindow) -> SideColumn:
    return window.sides[Side.LEFT]


def shown(window: MainWindow) -> list[str]:
    return [kind.id for kind in PANELS if window.panels[kind.id].isVisible()]


def tabs(window: MainWindow) -> list[str]:
    bar = left(window).tabs
    return [bar.tabText(at) for at in range(bar.count()) if bar.isTabVisible(at)]


def test_one_panel_of_each_side_is_seen(window: MainWindow) -> None:
    assert shown(window) == ["sources", "source"]
    window.actions_table["panel-history"].trigger()
    assert shown(window) == ["history", "source"]
    assert window.actions_table["panel-history"].isChecked()
    assert not window.actions_table["panel-sources"].isChecked()


def test_the_panel_in_front_hides_its_side_and_shows_it_again(window: MainWindow) -> None:
    window.actions_table["panel-sources"].trigger()
    assert shown(window) == ["source"]
    window.actions_table["panel-history"].trigger()
    assert shown(window) == ["history", "source"]


def test_results_have_a_tab_only_while_something_is_sought(window: MainWindow) -> None:
    assert tabs(window) == ["Sources", "History"]
    window.commands.finding.search("fled")
    window.commands.finding.finish()
    assert tabs(window) == ["Sources", "Found", "History"]
    assert left(window).front == "found"
    window.commands.finding.search("")
    assert tabs(window) == ["Sources", "History"]
    assert left(window).front == "sources"


def test_who_turned_to_another_panel_stays_there_when_the_search_ends(window: MainWindow) -> None:
    window.commands.finding.search("fled")
    window.commands.finding.finish()
    window.actions_table["panel-history"].trigger()
    window.commands.finding.search("fledgling")
    window.commands.finding.finish()
    assert left(window).front == "history"
    window.commands.finding.search("")
    assert left(window).front == "history"


def test_tabs_are_turned_by_key(window: MainWindow) -> None:
    left(window).tabs.setFocus()
    QTest.keyClick(left(window).tabs, Qt.Key.Key_Right)
    assert left(window).front == "history"


@pytest.mark.parametrize("hidden", [False, True], ids=["seen", "hidden"])
def test_what_was_in_front_is_so_in_the_next_window(window: MainWindow, open_window: object, hidden: bool) -> None:  # noqa: FBT001
    window.actions_table["panel-history"].trigger()
    if hidden:
        window.actions_table["panel-history"].trigger()
    window.close()
    again = open_window()  # type: ignore[operator]
    assert left(again).front == "history"
    assert left(again).isVisible() is not hidden


def test_the_panes_are_gone_through_by_key(window: MainWindow) -> None:
    window.actions_table["panel-history"].trigger()
    window.search.setFocus()
    window.actions_table["pane-next"].trigger()
    focused = window.panels["history"].focusProxy()
    assert focused is not None
    assert focused.hasFocus()
