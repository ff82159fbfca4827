"""The guard against PySide6 6.12 on Python 3.11, and the table of actions."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QKeySequence

from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.menus import MENUS, ROWS, Where
from timeline_app.ui.state import State

_GUARDED = """
import sys, PySide6
PySide6.__version_info__ = {version}
from timeline_app.ui.app import guard_reference_counts
guard_reference_counts()
guard_reference_counts()
print(sys.getrefcount(None) > 1 << 39)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
@pytest.mark.parametrize(("version", "guarded"), [((6, 12, 0), "True"), ((6, 11, 3), "False")])
def test_the_guard_acts_on_the_broken_version_only(version: tuple[int, ...], guarded: str) -> None:
    code = _GUARDED.format(version=version)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == guarded


@pytest.mark.parametrize("place", [Where.CANVAS, Where.TABLE], ids=lambda place: place.name)
def test_no_two_actions_share_a_key_where_the_focus_is(place: Where) -> None:
    reached = {Where.WINDOW, Where.EITHER, place}
    keys = [QKeySequence(key).toString() for row in ROWS if row.where in reached for key in row.keys]
    assert sorted(keys) == sorted(set(keys))
    assert "" not in keys


@pytest.mark.parametrize("menu", MENUS)
def test_no_two_entries_of_a_menu_share_a_letter(menu: str) -> None:
    rows = MENUS[menu]
    for under in {row.under for row in rows}:
        inside = [row.text for row in rows if row.under == under]
        names = [*inside, *{row.under for row in rows if row.under}] if not under else inside
        letters = [name[name.index("&") + 1].lower() for name in names if "&" in name]
        assert sorted(letters) == sorted(set(letters)), under or menu


def test_an_ampersand_in_what_can_be_undone_is_no_letter_to_press(window: MainWindow) -> None:
    window.actions_table.refresh(State(undo="Accept “Smith & Co”"))
    assert window.actions_table["undo"].text() == "&Undo Accept “Smith && Co”"


def test_ids_are_unique_and_every_row_is_in_a_menu(window: MainWindow) -> None:
    ids = [row.id for row in ROWS]
    assert len(ids) == len(set(ids))
    menus = [action.menu() for action in window.menuBar().actions()]
    assert len(menus) == len(MENUS)
    assert all(window.actions_table[row.id].text() for row in ROWS)


@pytest.mark.parametrize("row", [row for row in ROWS if row.checked is None], ids=lambda row: row.id)
def test_every_condition_can_be_asked(row: object) -> None:
    assert row.when(State()) in {True, False}  # type: ignore[attr-defined]


def test_nothing_can_be_done_with_an_empty_timeline_but_opening(open_window: object) -> None:
    window = open_window()  # type: ignore[operator]
    enabled = {row.id for row in ROWS if row.id != "recent" and window.actions_table[row.id].isEnabled()}
    assert {"open", "paste", "quit", "keys"} <= enabled
    assert not enabled & {"export", "undo", "accept", "fit", "copy"}
