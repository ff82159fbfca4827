from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import OpenWindow
from timeline_app.layout.figures import LaneHead
from timeline_app.layout.lanes import LaneKind
from timeline_app.session.lanes import SETTING, Arranged, LaneChoice
from timeline_app.ui.lanes_dialog import LanesDialog
from timeline_app.ui.main_window import MainWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def lanes(window: MainWindow) -> MainWindow:
    """The window on the sample in lanes by category."""
    window.commands.lanes.choose(LaneKind.CATEGORY)
    return window


def names(window: MainWindow) -> list[str]:
    return [lane.label.name for lane in window.shown.lanes]


def head(window: MainWindow, name: str) -> LaneHead:
    return next(head for head in window.stage.scene.heads if head.name == name)


def drag(window: MainWindow, start: QPoint, end: QPoint) -> None:
    viewport = window.canvas.viewport()
    QTest.mousePress(viewport, LEFT, NONE, start)
    QTest.mouseMove(viewport, end)
    window.canvas._gesture.move(QPointF(end))  # type: ignore[union-attr]
    QTest.mouseRelease(viewport, LEFT, NONE, end)


def middle(head: LaneHead) -> QPoint:
    return QPoint(round(head.plate.right + 20), round((head.box.top + head.box.bottom) / 2))


def test_the_menu_draws_lanes_and_takes_them_away(window: MainWindow) -> None:
    window.actions_table["lanes-category"].trigger()
    assert names(window) == ["Conflict", "Contact", "Personnel"]
    assert window.actions_table["lanes-category"].isChecked()
    window.actions_table["lanes-none"].trigger()
    assert names(window) == []
    assert window.stage.scene.heads == ()


def test_a_key_goes_through_the_kinds_of_lanes(window: MainWindow) -> None:
    window.canvas.setFocus()
    seen = []
    for _ in LaneKind:
        QTest.keyClick(window.canvas, Qt.Key.Key_J)
        seen.append(window.shown.choice.kind)
    assert seen == [*list(LaneKind)[1:], LaneKind.NONE]


def test_the_triangle_folds_and_unfolds_a_lane(lanes: MainWindow) -> None:
    for folded in (True, False):
        box = head(lanes, "Contact").toggle
        place = QPoint(round(box.left + 8), round(box.top + 8))
        QTest.mouseClick(lanes.canvas.viewport(), LEFT, NONE, place)
        assert head(lanes, "Contact").folded is folded
    assert len(lanes.stage.scene.marks) == 7


def test_a_head_that_is_dragged_takes_its_lane_along(lanes: MainWindow) -> None:
    lanes.commands.lanes.toggle_all()
    top = head(lanes, "Conflict")
    drag(lanes, middle(head(lanes, "Personnel")), QPoint(200, round(top.box.top + 2)))
    assert names(lanes) == ["Personnel", "Conflict", "Contact"]
    drag(lanes, middle(head(lanes, "Personnel")), QPoint(200, round(head(lanes, "Contact").box.bottom + 30)))
    assert names(lanes) == ["Conflict", "Contact", "Personnel"]


def test_escape_leaves_a_dragged_lane_where_it_was(lanes: MainWindow) -> None:
    lanes.commands.lanes.toggle_all()
    viewport = lanes.canvas.viewport()
    QTest.mousePress(viewport, LEFT, NONE, middle(head(lanes, "Personnel")))
    QTest.mouseMove(viewport, QPoint(200, round(head(lanes, "Conflict").box.top)))
    lanes.commands.habits.escape()
    QTest.mouseRelease(viewport, LEFT, NONE, QPoint(200, 70))
    assert names(lanes) == ["Conflict", "Contact", "Personnel"]


def test_keys_move_the_lane_of_the_selected_event(lanes: MainWindow) -> None:
    koussa = next(event for event in lanes.session.events if "Koussa" in event.title)
    lanes.commands.selection.select(koussa.id)
    lanes.actions_table["lane-up"].trigger()
    assert names(lanes) == ["Conflict", "Personnel", "Contact"]
    lanes.actions_table["lane-fold"].trigger()
    assert lanes.shown.lanes[1].label.folded


def test_a_lane_is_renamed_and_the_project_keeps_it(lanes: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes.questions, "lane_name", lambda _name: "War")
    lanes.commands.lanes.rename("Conflict")
    assert names(lanes) == ["War", "Contact", "Personnel"]
    kept = LaneChoice.from_json(lanes.session.setting(SETTING))
    assert kept.kind is LaneKind.CATEGORY
    assert kept.arranged.names == {"Conflict": "War"}


def test_the_dialog_arranges_lanes_by_keyboard(lanes: MainWindow) -> None:
    labels = [lane.label for lane in lanes.shown.lanes]
    dialog = LanesDialog(labels, lanes.shown.choice.arranged, lanes)
    said: list[Arranged] = []
    dialog.arranged.connect(said.append)
    dialog.down.click()
    assert said[-1].order == ("Contact", "Conflict", "Personnel")
    assert dialog.list.currentItem().text() == "Conflict"
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert said[-1].folded == {"Contact"}
    dialog.list.item(1).setText("War")
    assert said[-1].names == {"Conflict": "War"}
    dialog.deleteLater()


def test_a_screen_reader_hears_each_lane_and_then_its_events(lanes: MainWindow) -> None:
    heard = [entry.name for entry in lanes.canvas.entries()]
    assert heard[0] == "Lane Conflict, 2 events"
    assert [name for name in heard if name.startswith("Lane")] == [
        "Lane Conflict, 2 events", "Lane Contact, 3 events", "Lane Personnel, 2 events",
    ]  # fmt: skip
    assert heard.index("Lane Contact, 3 events") == 3


def test_an_event_stands_in_the_lane_of_every_source_that_reports_it(open_window: OpenWindow, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"Paper {name}\n\nThe bridge was opened on 4 May 1930.", encoding="utf-8")
    window = open_window(tmp_path)
    window.commands.lanes.choose(LaneKind.SOURCE)
    assert len(window.shown.lanes) == 2
    assert {mark.lane for mark in window.stage.scene.marks} == {0, 1}


def test_a_filter_leaves_the_lanes_that_still_hold_something(lanes: MainWindow) -> None:
    from dataclasses import replace  # noqa: PLC0415

    from timeline_app.ui.sifting import Facet, Kind  # noqa: PLC0415

    wanted = replace(lanes.shown.filter, hidden=lanes.shown.filter.hidden | {Kind(Facet.CATEGORY, "Contact")})
    lanes.sieve.show(wanted)
    assert names(lanes) == ["Conflict", "Personnel"]
