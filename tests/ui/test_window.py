"""The real window on the sample article: what it shows, and what clicks and keys do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollBar, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.layout.scale import ScaleKind
from timeline_app.model.event import Event, Status
from timeline_app.model.temporal import parse_edtf
from timeline_app.session.preferences import load
from timeline_app.ui.app import create_window
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.sifting import Facet, Filter, Kind

NAMES = (
    "timeline_canvas", "overview_strip", "source_panel", "source_text", "event_title", "event_date",
    "derivation_card", "source_list", "undated_shelf", "search_field", "status_line",
)  # fmt: skip
EDTF = ["1969", "2011-03-28/2011-03-31", "2011-03-29", "2011-03-30", "2011-03-31", "2011-03-31", "2011-03-31"]


def label(window: MainWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text()


def event_dated(window: MainWindow, edtf: str) -> Event:
    return next(event for event in window.session.events if event.value and event.value.edtf == edtf)


def point_of(window: MainWindow, event: Event) -> QPoint:
    row = window.shown.row_of(event.id)
    assert row is not None
    mark = window.stage.scene.mark_of(row)
    assert mark is not None
    return QPoint(round((mark.body.left + mark.body.right) / 2), round(mark.body.top + 4))


def click(window: MainWindow, at: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(window.canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, at)


def wheel(window: MainWindow, at: QPoint, turn: int, modifiers: Qt.KeyboardModifier) -> None:
    viewport = window.canvas.viewport()
    where = QPointF(at)
    event = QWheelEvent(
        where, QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def selected(window: MainWindow) -> str:
    assert window.session.selection is not None
    event = window.session.event(window.session.selection)
    return event.value.edtf if event.value else ""


def test_the_window_that_programs_make_shows_the_sample() -> None:
    window = create_window([])
    try:
        assert window.wait_until_idle(60)
        assert [event.value.edtf if event.value else None for event in window.session.events] == EDTF
    finally:
        window.close()
        window.deleteLater()


def test_widgets_are_found_by_their_names(window: MainWindow) -> None:
    found = {name: window.findChild(QWidget, name) for name in NAMES}
    assert [name for name, widget in found.items() if widget is None] == []
    assert {name for name, widget in found.items() if widget and not widget.isVisible()} <= {"undated_shelf"}


def test_everything_a_person_can_reach_has_an_accessible_name(window: MainWindow) -> None:
    reachable = [
        child
        for child in window.findChildren(QWidget)
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus
        and child.isVisible()
        and not child.objectName().startswith("qt_")
    ]
    nameless = [child for child in reachable if not (child.accessibleName() or getattr(child, "text", str)())]
    assert nameless == []


def test_all_seven_events_stand_in_the_first_view(window: MainWindow) -> None:
    scene = window.stage.scene
    assert len(scene.marks) == 7
    assert scene.content_height <= window.stage.view.height
    assert all(mark.box.left >= 0 and mark.box.right <= window.stage.view.width for mark in scene.marks)
    assert not [
        1 for one in scene.marks for other in scene.marks if one.row < other.row and one.box.overlaps(other.box)
    ]


def test_the_status_line_counts(window: MainWindow) -> None:
    assert label(window, "status_line") == "7 of 7 events · 1 source · 1969 – 31 March 2011 · 0 not placed"


def test_the_event_that_the_document_reports_first_is_selected(window: MainWindow) -> None:
    assert selected(window) == "2011-03-30"


@pytest.mark.parametrize("edtf", ["1969", "2011-03-28/2011-03-31", "2011-03-29", "2011-03-30"])
def test_a_click_on_an_event_selects_it(window: MainWindow, edtf: str) -> None:
    window.session.select(None)
    click(window, point_of(window, event_dated(window, edtf)))
    assert selected(window) == edtf


def test_arrow_keys_walk_through_the_events_in_time(window: MainWindow) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Home)
    walked = [selected(window)]
    for _ in range(6):
        QTest.keyClick(window.canvas, Qt.Key.Key_Right)
        walked.append(selected(window))
    assert walked == EDTF


def test_up_and_down_walk_through_a_stack_of_one_day(window: MainWindow) -> None:
    window.canvas.setFocus()
    window.session.select(event_dated(window, "2011-03-31").id)
    QTest.keyClick(window.canvas, Qt.Key.Key_Down)
    assert selected(window) == "2011-03-31"


def test_the_panel_says_who_says_so(window: MainWindow) -> None:
    window.session.select(event_dated(window, "2011-03-30").id)
    panel = window.source_panel
    assert "resigned and fled to London" in panel.title.text()
    assert panel.date.text() == "Wednesday 30 March 2011"
    rows = {name.text(): words.accessibleName() for name, words in panel.card.labels}
    assert rows["Words"] == "Words: “On Wednesday”"
    assert "Thu 31 March 2011, publication date, from documents.csv" in rows["Counted from"]
    assert "last Wednesday before" in rows["Rule"]
    assert rows["Result"] == "Result: Wed 30 March 2011, known to the day"
    assert "23 March" in rows["Could also be"]
    assert "another date…" in rows["Could also be"]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("1969", "1969"), ("2011-03-30", "On Wednesday"), ("2011-03-28/2011-03-31", "all week")],
)
def test_the_highlight_is_on_the_right_words(window: MainWindow, edtf: str, words: str) -> None:
    event = event_dated(window, edtf)
    window.session.select(event.id)
    shown = [selection.cursor.selectedText() for selection in window.source_panel.text.extraSelections()]
    assert words in shown
    assert event.citations[0].quote.exact.replace("\n", "\u2029") in shown


def test_the_quote_is_scrolled_into_sight(window: MainWindow, qtbot: QtBot) -> None:
    text = window.findChild(QTextEdit, "source_text")
    assert text is not None
    window.session.select(event_dated(window, "2011-03-29").id)
    QApplication.processEvents()
    qtbot.wait(20)
    quote = next(s for s in text.extraSelections() if "Mullen" in s.cursor.selectedText())
    place = text.cursorRect(quote.cursor)
    assert place.top() >= 0
    assert place.bottom() <= text.viewport().height()


def test_a_click_on_words_of_another_event_selects_it(window: MainWindow) -> None:
    text = window.source_panel.text
    at = window.session.documents[0].text.index("Today")
    cursor = text.textCursor()
    cursor.setPosition(at + 1)
    rect = text.cursorRect(cursor)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(1, 0))
    event = window.session.event(window.session.selection or event_dated(window, "1969").id)
    assert event.expression is not None
    assert event.expression.text == "Today"


def test_accepting_is_one_step_that_can_be_undone(window: MainWindow) -> None:
    event = event_dated(window, "1969")
    window.session.select(event.id)
    window.source_panel.footer.accept.click()
    assert window.session.event(event.id).status is Status.ACCEPTED
    window.actions_table["undo"].trigger()
    assert window.session.event(event.id).status is Status.PROPOSED


def test_accept_all_empties_the_review_bar(window: MainWindow) -> None:
    assert window.review.isVisible()
    window.actions_table["accept-all"].trigger()
    assert not window.review.isVisible()
    assert {event.status for event in window.session.events} == {Status.ACCEPTED}


def test_a_rejected_event_leaves_the_timeline_and_can_be_shown_again(window: MainWindow) -> None:
    event = event_dated(window, "1969")
    window.commands.review.reject_these((event.id,))
    assert window.shown.row_of(event.id) is None
    assert label(window, "status_line").startswith("6 of 7 events")
    window.requests.filter.emit(Filter(frozenset()))
    assert window.shown.row_of(event.id) is not None


def test_a_filter_hides_a_category_and_keeps_the_folds(window: MainWindow) -> None:
    shape = window.stage.view.scale.shape
    category = event_dated(window, "1969").category
    group = window.panels["sources"].groups[Facet.CATEGORY]  # type: ignore[attr-defined]
    group.boxes[Kind(Facet.CATEGORY, category)].click()
    assert all(event.category != category for event in window.shown.events)
    assert window.stage.view.scale.shape is shape


def test_an_alternative_date_is_one_click_and_the_source_s_date_one_back(window: MainWindow) -> None:
    event = event_dated(window, "2011-03-30")
    window.session.select(event.id)
    window.source_panel.card.followed.emit("choose:2011-03-23")
    changed = window.session.event(event.id)
    assert changed.value is not None
    assert (changed.value.edtf, changed.set_by_hand) == ("2011-03-23", True)
    window.source_panel.card.followed.emit("source")
    assert window.wait_until_idle(10)
    assert window.session.event(event.id) == event


@pytest.mark.parametrize("kind", ScaleKind)
@pytest.mark.parametrize("edtf", ["2011-04-06", "1815", "1990", "2011-03-23"])
def test_an_event_given_another_date_is_drawn_there_with_ticks_and_undo_draws_it_where_it_was(
    window: MainWindow, edtf: str, kind: ScaleKind
) -> None:
    window.commands.view.set_scale(kind)
    event = event_dated(window, "2011-03-30")
    window.commands.selection.select(event.id)
    date = parse_edtf(edtf)
    changes: tuple[Callable[[], None], ...] = (
        lambda: window.commands.editing.choose_date(event.id, date),
        window.commands.history.undo,
    )
    for change in changes:
        change()
        scene = window.stage.scene
        row = window.shown.row_of(event.id)
        assert row is not None
        mark = scene.mark_of(row)
        assert mark is not None
        assert 0 <= mark.body.left <= mark.body.right <= window.stage.view.width
        shape = window.stage.view.scale.shape
        start = window.shown.columns.earliest[row]
        assert not shape.folded[shape.segment(int(start))]
        assert kind is ScaleKind.TRUE or shape.knots[0] <= start < shape.knots[-1]


@pytest.mark.parametrize(("edtf", "words"), [("1815", "begins after 1815"), ("2030", "ends before 2030")])
def test_going_to_a_date_beyond_the_folded_timeline_goes_to_its_end_and_says_so(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, edtf: str, words: str
) -> None:
    monkeypatch.setattr(window.questions, "date", lambda: parse_edtf(edtf))
    window.commands.view.go_to_date()
    assert label(window, "status_line") == f"The timeline {words}."
    scale, middle = window.stage.view.scale, window.stage.view.width / 2
    assert min(abs(scale.left - middle), abs(scale.right - middle)) < 1


@pytest.mark.parametrize("turn", [120, 360], ids=["one notch", "three"])
def test_the_wheel_zooms_and_the_time_under_the_pointer_stays(window: MainWindow, turn: int) -> None:
    at = QPoint(500, 300)
    time, zoom = window.stage.view.scale.time(500.0), window.stage.view.scale.zoom
    wheel(window, at, turn, Qt.KeyboardModifier.NoModifier)
    assert window.stage.view.scale.zoom > zoom
    assert abs(window.stage.view.scale.x(time) - 500.0) < 0.01


def test_control_and_wheel_zoom_too(window: MainWindow) -> None:
    zoom = window.stage.view.scale.zoom
    wheel(window, QPoint(500, 300), 120, Qt.KeyboardModifier.ControlModifier)
    assert window.stage.view.scale.zoom > zoom


def test_alt_and_wheel_scroll_the_rows_where_they_overflow(window: MainWindow) -> None:
    bar = window.canvas.findChild(QScrollBar, "rows_bar")
    assert bar is not None
    assert not bar.isVisible()
    window.resize(1280, 560)
    assert bar.isVisible()
    wheel(window, QPoint(500, 200), -120, Qt.KeyboardModifier.AltModifier)
    assert window.stage.view.scroll > 0
    assert bar.value() == round(window.stage.view.scroll)


def test_space_shows_the_next_screen_of_the_text(window: MainWindow) -> None:
    window.canvas.setFocus()
    before = window.source_panel.text.verticalScrollBar().value()
    QTest.keyClick(window.canvas, Qt.Key.Key_Space)
    assert window.source_panel.text.verticalScrollBar().value() > before


def test_shift_and_wheel_pan_in_time(window: MainWindow) -> None:
    wheel(window, QPoint(500, 300), 240, Qt.KeyboardModifier.NoModifier)
    before = window.stage.view
    wheel(window, QPoint(500, 300), -120, Qt.KeyboardModifier.ShiftModifier)
    assert window.stage.view.scale.zoom == before.scale.zoom
    assert window.stage.view.start > before.start


def test_a_drag_pans_and_escape_takes_it_back(window: MainWindow) -> None:
    wheel(window, QPoint(500, 300), 240, Qt.KeyboardModifier.NoModifier)
    before, viewport = window.stage.view, window.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(400, 450))
    QTest.mouseMove(viewport, QPoint(340, 450))
    assert window.stage.view.start > before.start
    window.actions_table["clear"].trigger()
    assert window.stage.view.start == before.start
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(340, 450))


def test_shift_and_drag_zoom_to_the_range(window: MainWindow) -> None:
    viewport, shift = window.canvas.viewport(), Qt.KeyboardModifier.ShiftModifier
    scale = window.stage.view.scale
    start, end = scale.time(300.0), scale.time(500.0)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, shift, QPoint(300, 450))
    QTest.mouseMove(viewport, QPoint(500, 450))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, shift, QPoint(500, 450))
    assert window.stage.view.start <= start < end <= window.stage.view.end
    assert window.stage.view.end - window.stage.view.start < 2 * (end - start)
    window.actions_table["view-back"].trigger()
    assert window.stage.view.is_fitted


def test_one_key_shows_true_scale_and_one_shows_all(window: MainWindow) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_G)
    assert window.stage.view.kind is ScaleKind.TRUE
    assert window.scale_row.words.text() == "True scale"
    QTest.keyClick(window.canvas, Qt.Key.Key_G)
    QTest.keyClick(window.canvas, Qt.Key.Key_Plus)
    assert not window.stage.view.is_fitted
    QTest.keyClick(window.canvas, Qt.Key.Key_0)
    assert window.stage.view.is_fitted


def test_letters_typed_into_the_search_field_are_only_letters(window: MainWindow) -> None:
    field = window.findChild(QLineEdit, "search_field")
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "gqu0")
    assert field.text() == "gqu0"
    assert window.stage.view.kind is ScaleKind.FOLDED
    assert window.source_panel.isVisible()


def test_search_counts_and_steps_through_what_it_finds(window: MainWindow) -> None:
    window.commands.finding.search("congress")
    window.commands.finding.finish()
    assert window.commands.finding.found == 1
    window.actions_table["find-next"].trigger()
    assert selected(window) == "2011-03-29"
    window.commands.finding.search("no such words")
    window.commands.finding.finish()
    assert window.commands.finding.found == 0


def test_the_theme_is_changed_and_remembered(window: MainWindow) -> None:
    window.actions_table["theme-dark"].trigger()
    assert window.theme.name == "dark"
    assert window.palette().window().color() == window.theme.color("window")
    assert load().theme == "dark"


def test_a_panel_can_be_hidden_and_stays_hidden_in_the_next_window(window: MainWindow, open_window: object) -> None:
    window.actions_table["panel-source"].trigger()
    assert not window.source_panel.isVisible()
    window.close()
    again = open_window()  # type: ignore[operator]
    assert not again.source_panel.isVisible()


def test_more_than_two_hundred_redraws_end_well(window: MainWindow) -> None:
    viewport = window.canvas.viewport()
    for number in range(220):
        window.stage.set_view(window.stage.view.zoomed(1.05 if number % 2 else 1 / 1.04, 300.0 + number))
        viewport.repaint()
    assert len(window.stage.scene.marks) > 0
