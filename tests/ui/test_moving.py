"""Ways through the timeline: the overview, folds, dates to go to, panes, and what can be copied from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_app.layout.scale import ScaleKind
from timeline_app.ui.dialogs import GoToDialog
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def drag(window: MainWindow, start: float, end: float) -> None:
    strip = window.overview
    QTest.mousePress(strip, LEFT, pos=QPoint(round(start), 30))
    QTest.mouseMove(strip, QPoint(round((start + end) / 2), 30))
    QTest.mouseMove(strip, QPoint(round(end), 30))
    QTest.mouseRelease(strip, LEFT, pos=QPoint(round(end), 30))


@pytest.fixture
def stage(window: MainWindow) -> Stage:
    """The stage, zoomed to the last two days."""
    stage = window.stage
    right = stage.view.scale.right
    stage.set_view(stage.view.zoomed(3.0, right - 10))
    return stage


def test_dragging_the_window_on_the_overview_pans(window: MainWindow, stage: Stage) -> None:
    before, box = stage.view, window.overview.scene.window
    middle = (box.left + box.right) / 2
    drag(window, middle, middle - 60)
    assert stage.view.start < before.start
    assert stage.view.scale.zoom == pytest.approx(before.scale.zoom)


def test_dragging_an_edge_of_it_zooms(window: MainWindow, stage: Stage) -> None:
    before, box = stage.view, window.overview.scene.window
    drag(window, box.left, box.left - 80)
    assert stage.view.scale.zoom < before.scale.zoom
    assert stage.view.start < before.start


def test_a_click_beside_it_jumps(window: MainWindow, stage: Stage) -> None:
    strip = window.overview
    time = strip.scene.scale.time(60.0)
    QTest.mouseClick(strip, LEFT, pos=QPoint(60, 30))
    assert stage.view.start <= time <= stage.view.end


def test_a_drag_beside_it_makes_a_new_range(window: MainWindow, stage: Stage) -> None:
    scale = window.overview.scene.scale
    start, end = scale.time(20.0), scale.time(90.0)
    drag(window, 20, 90)
    assert stage.view.start <= start < end <= stage.view.end


def test_a_double_click_opens_a_fold(window: MainWindow) -> None:
    fold = window.stage.scene.folds[0]
    at = QPoint(round((fold.box.left + fold.box.right) / 2), round(fold.box.top + 20))
    QTest.mouseDClick(window.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert window.stage.scene.folds == ()
    assert len(window.stage.scene.marks) == 7
    assert window.stage.scene.chip.startswith("3 scales, no break: the largest is drawn ")


def test_folding_the_view_folds_what_it_shows(window: MainWindow, stage: Stage) -> None:
    window.actions_table["fold-view"].trigger()
    assert stage.view.kind is ScaleKind.FOLDED
    assert stage.view.start > 0  # 1969 is not in it any more


@pytest.fixture
def excerpt(window: MainWindow, stage: Stage) -> Stage:
    """The stage, folded for the last two days alone."""
    window.actions_table["fold-view"].trigger()
    assert stage.view.excerpt is not None
    return stage


def test_an_excerpt_stays_while_its_events_are_edited_and_the_window_is_resized(
    window: MainWindow, excerpt: Stage
) -> None:
    before = excerpt.view
    window.commands.review.accept_all()
    assert excerpt.view.scale.shape is before.scale.shape
    excerpt.resize(before.width - 100, before.height)
    assert excerpt.view.scale.shape is before.scale.shape
    assert excerpt.view.is_fitted


def test_an_event_beyond_an_excerpt_is_found_among_all(window: MainWindow, excerpt: Stage) -> None:
    before = excerpt.view
    old = next(event for event in window.session.events if event.value and event.value.edtf == "1969")
    window.session.select(old.id)
    excerpt.reveal(old.id)
    row = window.shown.row_of(old.id)
    assert row is not None
    assert excerpt.view.excerpt is None
    assert excerpt.scene.mark_of(row) is not None
    window.actions_table["view-back"].trigger()
    assert excerpt.view is not before  # of the same size, yet
    assert excerpt.view.scale.shape is before.scale.shape


def test_the_counter_on_the_overview_of_an_excerpt_shows_everything(window: MainWindow, excerpt: Stage) -> None:
    (counter,) = window.overview.scene.beyond
    at = QPoint(round(counter.box.left + 5), round(counter.box.top + 5))
    QTest.mouseClick(window.overview, LEFT, pos=at)
    assert excerpt.view.excerpt is None
    assert window.overview.scene.beyond == ()


def test_the_counter_at_the_edge_of_an_excerpt_leads_there(window: MainWindow, excerpt: Stage) -> None:
    (counter,) = excerpt.scene.counters
    at = QPoint(round(counter.box.left + 5), round(counter.box.top + 5))
    QTest.mouseClick(window.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert excerpt.view.excerpt is None
    assert excerpt.view.start < counter.time < excerpt.view.end


def test_the_time_of_an_excerpt_stays_in_view_at_true_scale(window: MainWindow, excerpt: Stage) -> None:
    before = excerpt.view
    window.commands.view.set_scale(ScaleKind.TRUE)
    excerpt.glide.finish()
    assert excerpt.view.start == pytest.approx(before.start, abs=86_400)
    assert excerpt.view.excerpt is None


def test_a_scale_that_is_being_switched_is_there_when_events_change(window: MainWindow, stage: Stage) -> None:
    stage.glide.milliseconds = 5000
    window.commands.view.set_scale(ScaleKind.TRUE)
    on_the_way = stage.glide.running
    window.commands.review.accept_all()
    assert on_the_way
    assert not stage.glide.running
    assert stage.view.kind is ScaleKind.TRUE


def test_what_was_thrown_stays_where_it_is_when_events_change(window: MainWindow, stage: Stage) -> None:
    stage.glide.milliseconds = 130
    window.commands.view.set_scale(ScaleKind.TRUE)
    stage.glide.finish()
    stage.zoom(4.0, 100.0)
    stage.glide.finish()
    before = stage.view
    stage.glide.throw(before, -3000.0)
    window.commands.review.accept_all()
    assert not stage.glide.running
    assert stage.view.start == pytest.approx(before.start, rel=1e-3)


def test_going_to_a_date_brings_it_into_the_middle(window: MainWindow) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, GoToDialog)
        dialog.date.setText("30 March 2011")
        dialog.accept()

    window.commands.view.set_scale(ScaleKind.TRUE)
    QTimer.singleShot(0, answer)
    window.actions_table["go-to-date"].trigger()
    assert window.stage.view.scale.x(1_301_443_200 + 43_200) == pytest.approx(window.stage.view.width / 2, abs=1)


def test_f_centres_the_selection_and_then_fits_it(window: MainWindow, stage: Stage) -> None:
    event = next(event for event in window.session.events if event.value and event.value.edtf == "2011-03-30")
    window.session.select(event.id)
    window.actions_table["fit-selection"].trigger()
    row = window.shown.row_of(event.id)
    assert row is not None
    start, end = 1_301_443_200, 1_301_529_600
    assert (stage.view.scale.x(start) + stage.view.scale.x(end)) / 2 == pytest.approx(stage.view.width / 2, abs=1)
    window.actions_table["fit-selection"].trigger()
    assert stage.view.scale.x(end) - stage.view.scale.x(start) > 0.9 * stage.view.width


def test_f6_walks_through_the_panes_and_back(window: MainWindow) -> None:
    window.canvas.setFocus()
    window.actions_table["pane-next"].trigger()
    assert QApplication.focusWidget() is window.overview
    window.actions_table["pane-next"].trigger()
    assert QApplication.focusWidget() is window.source_panel.text
    window.actions_table["pane-previous"].trigger()
    window.actions_table["pane-previous"].trigger()
    assert QApplication.focusWidget() is window.canvas


def test_the_selected_event_is_copied_with_its_source(window: MainWindow) -> None:
    window.actions_table["copy"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Wednesday 30 March 2011: ")
    assert "The Wire, 31 March 2011, paragraph 5" in copied


def test_the_picture_is_copied_at_twice_the_resolution(window: MainWindow) -> None:
    window.actions_table["copy-picture"].trigger()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2 * 1280
    assert len({image.pixelColor(x, y).name() for x in range(0, 2560, 40) for y in range(0, 800, 40)}) > 3


def test_tool_tips_say_what_is_under_the_pointer(window: MainWindow) -> None:
    mark = window.stage.scene.marks[0]
    words = window.stage.words_at(mark.body.left + 10, mark.body.top + 3)
    assert window.shown.event_at(mark.row).title in words
    fold = window.stage.scene.folds[0]
    assert "without events" in window.stage.words_at((fold.box.left + fold.box.right) / 2, fold.box.top + 20)


def test_a_screen_reader_is_told_the_selection(window: MainWindow) -> None:
    window.session.select(window.session.events[0].id)
    assert window.session.events[0].title in window.canvas.accessibleDescription()


def test_a_line_says_where_now_is_and_that_of_documents_only_while_they_are_few(window: MainWindow) -> None:
    window.commands.view.set_scale(ScaleKind.TRUE)
    now = window.session.clock
    window.stage.set_view(window.stage.view.showing(now - 10**9, now + 10**8))
    lines = {line.label.text: line.x for line in window.stage.scene.marker_lines}
    assert set(lines) == {"published", "now"}
    assert lines["now"] == pytest.approx(window.stage.view.scale.x(now), abs=1)
    assert lines["published"] < lines["now"]
