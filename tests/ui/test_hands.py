"""What hands do on the timeline: throw it, pinch it, draw around events, rest on one; and what stands still."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from timeline_app.layout.scale import ScaleKind
from timeline_app.model.event import EventId, Status
from timeline_app.session.preferences import load
from timeline_app.ui.gestures import speed_of
from timeline_app.ui.glide import reshaped
from timeline_app.ui.main_window import MainWindow

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def place(window: MainWindow, number: int) -> QPoint:
    """A point inside the mark of an event, counted in time."""
    mark = window.stage.scene.mark_of(number)
    assert mark is not None
    return QPoint(round((mark.body.left + mark.body.right) / 2), round(mark.body.top + 3))


def click(window: MainWindow, number: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(window.canvas.viewport(), LEFT, modifiers, place(window, number))


def picked(window: MainWindow) -> list[EventId]:
    return [event.id for event in window.shown.picked]


def ids(window: MainWindow, numbers: Iterable[int]) -> list[EventId]:
    return [window.session.id_at(number) for number in numbers]


def wheel(window: MainWindow, *, angle: QPoint, pixels: QPoint, phase: Qt.ScrollPhase) -> None:
    at = QPointF(300, 200)
    event = QWheelEvent(at, at, pixels, angle, Qt.MouseButton.NoButton, NONE, phase, False)  # noqa: FBT003 - Qt's call
    QApplication.sendEvent(window.canvas.viewport(), event)


def test_ctrl_click_takes_events_in_and_out_again(window: MainWindow) -> None:
    click(window, 0)
    click(window, 2, CTRL)
    click(window, 3, CTRL)
    assert picked(window) == ids(window, (0, 2, 3))
    assert [mark.row for mark in window.stage.scene.marks if mark.selected] == [0, 2, 3]
    click(window, 2, CTRL)
    assert picked(window) == ids(window, (0, 3))
    click(window, 3, CTRL)
    assert picked(window) == []
    assert window.session.selection == window.session.id_at(0)


def test_shift_click_selects_all_between(window: MainWindow) -> None:
    click(window, 1)
    click(window, 4, SHIFT)
    assert picked(window) == ids(window, range(1, 5))


def test_ctrl_a_selects_all_and_escape_none(window: MainWindow) -> None:
    window.canvas.setFocus()
    window.actions_table["select-all"].trigger()
    assert len(picked(window)) == 7
    window.actions_table["clear"].trigger()
    assert picked(window) == []
    assert window.session.selection is None


def test_another_selection_ends_that_of_several(window: MainWindow) -> None:
    window.actions_table["select-all"].trigger()
    window.actions_table["next"].trigger()
    assert picked(window) == []


def test_ctrl_drag_selects_what_the_rectangle_touches(window: MainWindow) -> None:
    window.commands.selection.select(None)
    start, end = place(window, 4) - QPoint(50, 12), place(window, 6) + QPoint(2, 2)
    viewport = window.canvas.viewport()
    QTest.mousePress(viewport, LEFT, CTRL, start)
    for point in (start + QPoint(8, 8), end):
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, LEFT, CTRL, end)
    assert set(ids(window, (4, 5, 6))) <= set(picked(window))
    assert window.session.id_at(0) not in picked(window)


def test_the_panel_says_how_many_and_decides_on_all(window: MainWindow) -> None:
    click(window, 0)
    click(window, 3, CTRL)
    title = window.findChild(QLabel, "event_title")
    assert title is not None
    assert title.text() == "2 events selected"
    window.source_panel.footer.accept.click()
    accepted = [event.id for event in window.session.events if event.status is Status.ACCEPTED]
    assert accepted == picked(window) == ids(window, (0, 3))
    window.actions_table["undo"].trigger()
    assert all(event.status is Status.PROPOSED for event in window.session.events)


def test_several_are_rejected_by_key_and_copied_with_their_sources(window: MainWindow) -> None:
    click(window, 2)
    click(window, 3, CTRL)
    window.actions_table["copy"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("The Wire") == 2
    window.actions_table["reject"].trigger()
    assert len(window.shown.columns) == 5


@pytest.mark.parametrize(
    ("trace", "speed"),
    [
        ([], 0.0),
        ([(0.95, 10.0)], 0.0),
        ([(0.94, 0.0), (0.99, 50.0)], 1000.0),
        ([(0.94, 50.0), (0.99, 0.0)], -1000.0),
        ([(0.94, 0.0), (0.99, 2.0)], 0.0),
        ([(0.50, 0.0), (0.55, 50.0)], 0.0),
    ],
    ids=["never moved", "moved once", "right", "left", "slowly", "stood before it let go"],
)
def test_a_hand_throws_by_how_fast_it_was_at_last(trace: list[tuple[float, float]], speed: float) -> None:
    assert speed_of(trace, 1.0) == pytest.approx(speed)


def test_a_thrown_timeline_slides_on_until_it_is_touched(window: MainWindow) -> None:
    stage = window.stage
    stage.set_view(stage.view.zoomed(4.0, stage.view.width / 2))
    stage.glide.milliseconds = 130
    before = stage.view.start
    window.canvas.throw(-900.0)
    QTest.qWait(120)
    assert stage.glide.running
    assert stage.view.start > before
    QTest.mousePress(window.canvas.viewport(), LEFT, NONE, QPoint(200, 300))
    assert not window.stage.glide.running
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, QPoint(200, 300))


def test_nothing_slides_for_whoever_wants_no_animation(window: MainWindow) -> None:
    window.stage.glide.milliseconds = 130
    window.actions_table["still"].trigger()
    before = window.stage.view
    window.canvas.throw(-900.0)
    assert not window.stage.glide.running
    window.commands.view.zoom(1)
    assert not window.stage.glide.running
    assert window.stage.view.scale.zoom > before.scale.zoom
    assert load().still


def test_pinching_zooms_at_the_fingers(window: MainWindow) -> None:
    stage, at = window.stage, QPointF(300, 200)
    time = stage.view.scale.time(300)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at, at, 0.25, QPointF()
    )
    before = stage.view.scale.zoom
    QApplication.sendEvent(window.canvas.viewport(), event)
    assert stage.view.scale.zoom == pytest.approx(1.25 * before)
    assert stage.view.scale.x(time) == pytest.approx(300, abs=1)


def test_two_fingers_pan_by_the_pixel(window: MainWindow) -> None:
    stage = window.stage
    stage.set_view(stage.view.zoomed(4.0, stage.view.width / 2))
    time, zoom = stage.view.scale.time(300), stage.view.scale.zoom
    wheel(window, angle=QPoint(-60, 0), pixels=QPoint(-30, 0), phase=Qt.ScrollPhase.ScrollUpdate)
    assert stage.view.scale.x(time) == pytest.approx(270, abs=1)
    assert stage.view.scale.zoom == zoom


def test_a_plain_wheel_zooms_or_scrolls_rows_as_preferred(window: MainWindow) -> None:
    before = window.stage.view.scale.zoom
    notch = {"angle": QPoint(0, 120), "pixels": QPoint(), "phase": Qt.ScrollPhase.NoScrollPhase}
    wheel(window, **notch)  # type: ignore[arg-type]
    zoomed = window.stage.view.scale.zoom
    assert zoomed > before
    window.actions_table["wheel"].trigger()
    wheel(window, **notch)  # type: ignore[arg-type]
    assert window.stage.view.scale.zoom == zoomed
    assert load().wheel_scrolls


def test_resting_on_an_event_says_title_date_and_first_words(window: MainWindow) -> None:
    event = window.session.events[3]
    at = place(window, 3)
    QTest.mouseMove(window.canvas.viewport(), at)
    assert not QToolTip.isVisible()
    QTest.qWait(550)
    card = window.stage.card_at(at.x(), at.y())
    assert "<b>Moussa Koussa" in card
    assert "Wednesday 30 March 2011" in card
    assert event.citations[0].quote.exact.strip()[:20] in card
    assert QToolTip.text() == f"<qt>{card}</qt>"
    QTest.mouseMove(window.canvas.viewport(), QPoint(4, window.canvas.height() - 4))
    QTest.qWait(50)
    assert window.canvas._hover.said == ""


def test_the_scale_changes_step_by_step_from_what_was_to_what_will_be(window: MainWindow) -> None:
    view = window.stage.view
    goal = view.rescaled(window.shown.columns, ScaleKind.TRUE)
    knots = view.scale.shape.knots
    begin, half, end = (reshaped(view, goal, progress) for progress in (0.0, 0.5, 1.0))
    assert begin.scale.xs(knots) == pytest.approx(view.scale.xs(knots), abs=0.1)
    assert half.scale.xs(knots) == pytest.approx((view.scale.xs(knots) + goal.scale.xs(knots)) / 2, abs=0.1)
    assert end is goal


def test_another_scale_keeps_the_selected_event_where_it_is(window: MainWindow) -> None:
    stage = window.stage
    stage.set_view(stage.view.zoomed(3.0, stage.view.scale.right - 10))
    event = window.session.events[3]
    window.session.select(event.id)
    assert event.value is not None
    assert event.value.earliest is not None
    middle = event.value.earliest + 43_200
    before = stage.view.scale.x(middle)
    assert 0 < before < stage.view.width
    window.commands.view.set_scale(ScaleKind.TRUE)
    assert stage.view.scale.x(middle) == pytest.approx(before, abs=2)
