"""Measuring between two events: by two clicks, by keys, of two that are selected; drawn, said, copied, ended."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits
from timeline_app.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
WORDS = "41 years 2 months to 42 years 3 months"


def place(window: MainWindow, number: int) -> QPoint:
    mark = window.stage.scene.mark_of(number)
    assert mark is not None
    return QPoint(round((mark.body.left + mark.body.right) / 2), round(mark.body.top + 3))


def click(window: MainWindow, number: int) -> None:
    QTest.mouseClick(window.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place(window, number))


def said(window: MainWindow) -> str:
    return window.measure_bar.words.text() if window.measure_bar.isVisible() else ""


def test_m_and_two_clicks_measure_between_two_events(window: MainWindow) -> None:
    before = window.canvas.grab().toImage()
    window.actions_table["measure"].trigger()
    assert said(window).startswith("Measure: click two events")
    click(window, 0)
    assert said(window).startswith("Measure from “Qaddafi's 1969 coup”")
    click(window, 3)
    assert said(window).startswith(f"{WORDS} — from “Qaddafi's 1969 coup” (1969) to “Moussa Koussa")
    assert window.stage.measured == (0, 3, WORDS)
    assert window.canvas.grab().toImage() != before


def test_two_events_that_are_selected_are_measured_at_once(window: MainWindow) -> None:
    click(window, 3)
    window.commands.selection.toggle(window.session.id_at(0))
    window.actions_table["measure"].trigger()
    assert said(window).startswith(WORDS)


def test_it_can_be_done_by_keys_alone(window: MainWindow) -> None:
    window.session.select(window.session.id_at(0))
    for name in ("measure", "next", "next", "next", "measure"):
        window.actions_table[name].trigger()
    assert window.stage.measured == (0, 3, WORDS)


def test_it_is_copied_and_ended_by_escape_before_the_selection_is(window: MainWindow) -> None:
    window.session.select(window.session.id_at(0))
    window.actions_table["measure"].trigger()
    click(window, 0)
    click(window, 4)
    window.measure_bar.copy_asked.emit()
    assert QGuiApplication.clipboard().text().startswith("41 years 2 months to 42 years 3 months — from")
    selected = window.session.selection
    window.actions_table["clear"].trigger()
    assert said(window) == ""
    assert window.stage.measured is None
    assert window.session.selection == selected
    window.actions_table["clear"].trigger()
    assert window.session.selection is None


def test_it_follows_the_events(window: MainWindow) -> None:
    first, other = window.session.id_at(0), window.session.id_at(3)
    window.commands.measuring.take(first)
    window.commands.measuring.take(other)
    window.session.apply(edits.set_date(window.session.event(first), parse_edtf("1970")))
    assert said(window).startswith("40 years 2 months to 41 years 3 months")
    window.commands.review.reject_these((first,))
    assert window.stage.measured is None  # it is said, but there is no mark to draw it at
    assert said(window).startswith("40 years 2 months")
