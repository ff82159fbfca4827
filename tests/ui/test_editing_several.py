"""Several events edited at once: what they have in common, and one step for all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.test_editing import KEY, choose, leave, steps, write
from timeline_app.model.event import Flag
from timeline_app.session import edits
from timeline_app.ui.editing.form import EventForm
from timeline_app.ui.main_window import MainWindow


@pytest.fixture
def several(window: MainWindow) -> EventForm:
    """The form on the three events of 31 March."""
    window.activateWindow()
    first, *rest = [event for event in window.session.events if event.value and event.value.edtf == "2011-03-31"]
    window.commands.selection.select(first.id)
    for event in rest:
        window.commands.selection.toggle(event.id)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, KEY.Key_E)
    return window.source_panel.form


def test_several_are_counted_and_what_differs_is_said(several: EventForm) -> None:
    assert several.heading.text() == "EDIT 3 events"
    assert not several.title.isVisible()
    assert several.date.box.text() == "31 March 2011"
    assert several.category.currentIndex() == -1
    assert several.category.placeholderText() == "different"
    assert several.notes.text.isEnabled()


def test_a_change_of_several_is_one_step(window: MainWindow, several: EventForm) -> None:
    choose(several.category, "Life")
    several.flags.switches[Flag.DISPUTED].click()
    several.tags.box.setFocus()
    QTest.keyClicks(several.tags.box, "regime")
    QTest.keyClick(several.tags.box, KEY.Key_Return)
    write(several.date.box, "April 2011")
    leave(window)
    picked = list(window.shown.picked)
    assert {(event.category, event.flags, event.tags) for event in picked} == {
        ("Life", frozenset({Flag.DISPUTED}), ("regime",))
    }
    assert {event.value.edtf for event in picked if event.value} == {"2011-04"}
    assert steps(window) == ["Life: 3 events", "Disputed: 3 events", "Tags of 3 events", "Date 3 events 2011-04"]
    window.commands.history.undo()
    assert {event.value.edtf for event in window.shown.picked if event.value} == {"2011-03-31"}


def test_a_switch_that_differs_is_first_turned_on_for_all(window: MainWindow, several: EventForm) -> None:
    one = window.shown.picked[0]
    window.commands.editing.apply(edits.set_flag([one], Flag.KEY, on=True))
    switch = several.flags.switches[Flag.KEY]
    assert switch.checkState() is Qt.CheckState.PartiallyChecked
    switch.click()
    assert all(Flag.KEY in event.flags for event in window.shown.picked)
    switch.click()
    assert not any(Flag.KEY in event.flags for event in window.shown.picked)


def test_notes_that_differ_are_not_overwritten(window: MainWindow, several: EventForm) -> None:
    window.commands.editing.apply(edits.set_notes(window.shown.picked[0], "Mine"))
    assert not several.notes.text.isEnabled()
    assert "one by one" in several.notes.text.placeholderText()
