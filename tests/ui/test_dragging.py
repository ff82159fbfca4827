"""Dates that are dragged by handles, and undated events that are dropped on the axis."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import OpenWindow
from timeline_app.layout.figures import Grip, Handle
from timeline_app.layout.scale import ScaleKind
from timeline_app.model.event import Event
from timeline_app.ui.main_window import MainWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def named(window: MainWindow, word: str) -> Event:
    return next(event for event in window.session.events if word in event.title)


def select(window: MainWindow, word: str) -> dict[Grip, Handle]:
    window.commands.selection.select(named(window, word).id)
    return {handle.grip: handle for handle in window.stage.scene.handles}


def middle(handle: Handle) -> QPoint:
    return QPoint(round((handle.box.left + handle.box.right) / 2), round((handle.box.top + handle.box.bottom) / 2))


def hold(window: MainWindow, handle: Handle, to: float) -> None:
    """Press on a handle and move until it stands at a pixel."""
    start = middle(handle)
    QTest.mousePress(window.canvas.viewport(), LEFT, NONE, start)
    gesture = window.canvas._gesture
    assert gesture is not None
    gesture.move(QPointF(start.x() + to - handle.x, start.y()))


def release(window: MainWindow, handle: Handle, to: float) -> None:
    start = middle(handle)
    place = QPoint(round(start.x() + to - handle.x), start.y())
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, place)


def x_of(window: MainWindow, day: str) -> float:
    """The pixel of noon of a day of March 2011."""
    return window.stage.view.scale.x(1_301_227_200 + (int(day) - 27) * 86_400)


def test_only_the_selected_event_has_handles(window: MainWindow) -> None:
    window.commands.selection.select(None)
    assert window.stage.scene.handles == ()
    assert set(select(window, "Koussa")) == {Grip.DATE}
    assert set(select(window, "forces")) == {Grip.START, Grip.END}
    window.commands.view.set_scale(ScaleKind.ORDER)
    assert window.stage.scene.handles == ()


def test_what_is_drawn_as_a_handle_is_what_is_hit(window: MainWindow) -> None:
    for word in ("Koussa", "forces"):
        for handle in select(window, word).values():
            assert window.stage.hit(handle.box.left + 1, handle.box.top + 1) == handle
            assert window.stage.hit(handle.box.right - 1, handle.box.bottom - 1) == handle


def test_an_event_is_dragged_to_another_day_in_one_step(window: MainWindow) -> None:
    handle = select(window, "Koussa")[Grip.DATE]
    steps = len(window.session.history)
    hold(window, handle, x_of(window, "28"))
    assert window.canvas._dragged is not None
    assert window.canvas._dragged.edtf == "2011-03-28"
    release(window, handle, x_of(window, "28"))
    event = named(window, "Koussa")
    assert event.value is not None
    assert (event.value.edtf, event.set_by_hand) == ("2011-03-28", True)
    assert len(window.session.history) == steps + 1
    window.actions_table["undo"].trigger()
    again = named(window, "Koussa")
    assert again.value is not None
    assert (again.value.edtf, again.set_by_hand) == ("2011-03-30", False)


@pytest.mark.parametrize(
    ("grip", "day", "edtf"),
    [(Grip.START, "30", "2011-03-30/2011-03-31"), (Grip.END, "29", "2011-03-28/2011-03-29")],
    ids=["beginning", "end"],
)
def test_one_end_of_a_period_is_dragged(window: MainWindow, grip: Grip, day: str, edtf: str) -> None:
    handle = select(window, "forces")[grip]
    hold(window, handle, x_of(window, day))
    release(window, handle, x_of(window, day))
    value = named(window, "forces").value
    assert value is not None
    assert value.edtf == edtf


def test_escape_leaves_the_date_as_it_was(window: MainWindow) -> None:
    before = named(window, "Koussa")
    handle = select(window, "Koussa")[Grip.DATE]
    hold(window, handle, x_of(window, "28"))
    window.commands.habits.escape()
    assert window.canvas._dragged is None
    release(window, handle, x_of(window, "28"))
    assert named(window, "Koussa").value == before.value
    assert not named(window, "Koussa").set_by_hand


def test_a_hand_that_only_presses_a_handle_changes_nothing(window: MainWindow) -> None:
    handle = select(window, "Koussa")[Grip.DATE]
    steps = len(window.session.history)
    QTest.mouseClick(window.canvas.viewport(), LEFT, NONE, middle(handle))
    assert len(window.session.history) == steps


def test_an_end_that_is_not_moved_far_stays_the_same_day(window: MainWindow) -> None:
    steps = len(window.session.history)
    for grip in (Grip.START, Grip.END):
        handle = select(window, "forces")[grip]
        inward = 12.0 if grip is Grip.START else -12.0
        hold(window, handle, handle.x + inward)
        release(window, handle, handle.x + inward)
    assert len(window.session.history) == steps


def drop(window: MainWindow, data: QMimeData, x: float) -> QDropEvent:
    """Drag something over the axis and let it go there; offscreen platforms have no drags of their own."""
    place = QPoint(round(x), 200)
    copy = Qt.DropAction.CopyAction
    for kind in (QDragEnterEvent, QDragMoveEvent):
        over = kind(place, copy, data, LEFT, NONE)
        QApplication.sendEvent(window.canvas.viewport(), over)
    event = QDropEvent(QPointF(place), copy, data, LEFT, NONE)
    QApplication.sendEvent(window.canvas.viewport(), event)
    return event


def test_an_event_of_the_shelf_that_is_dropped_on_the_axis_is_placed_there(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    text = "The bridge was opened on 4 May 1930. It was closed on 9 May 1930. The mayor resigned last Wednesday."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    window = open_window(tmp_path / "one.txt")
    waiting = window.session.undated[0]
    group = window.shelf.list.topLevelItem(0)
    row = group.child(0) if group else None
    assert row is not None
    data = window.shelf.list.mimeData([row])
    drop(window, data, window.stage.view.scale.x(-1_251_400_000))  # 7 May 1930
    placed = window.session.event(waiting.id)
    assert placed.value is not None
    assert (placed.value.edtf, placed.set_by_hand, window.session.undated) == ("1930-05-07", True, ())


def test_what_is_no_event_is_left_to_the_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted: list[str] = []
    monkeypatch.setattr(window.commands.documents, "add_text", pasted.append)
    data = QMimeData()
    data.setText("Some words")
    drop(window, data, 300.0)
    QApplication.processEvents()  # the window waits for the other program to be done
    assert window.canvas._dragged is None
    assert pasted == ["Some words"]
