"""New events: by key, from the canvas, from words in a document; nothing of one that is discarded is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.conftest import OpenWindow
from timeline_app import assets
from timeline_app.layout.customs import Customs
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.scene import build_scene
from timeline_app.model import civil
from timeline_app.model.document import Document, DocumentId, TextSpan
from timeline_app.model.event import Event, Flag, Stance, Status, Tagging
from timeline_app.model.temporal import parse_edtf
from timeline_app.render.fonts import QtMetrics
from timeline_app.ui.editing.entry import entry_from_words, nearest_date
from timeline_app.ui.editing.form import EventForm
from timeline_app.ui.editing.kept_entry import SETTING, entry_of
from timeline_app.ui.editing.pointed import date_at, unit_value
from timeline_app.ui.main_window import MainWindow

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def form(window: MainWindow) -> EventForm:
    window.activateWindow()
    window.canvas.setFocus()
    return window.source_panel.form


def new_ones(window: MainWindow) -> list[Event]:
    return [event for event in window.session.events if event.status is Status.ACCEPTED]


def steps(window: MainWindow) -> list[str]:
    return [step.label for step in window.session.history if step.done][1:]


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def select_words(window: MainWindow, words: str) -> None:
    """Select words of the document as a person does."""
    text = window.source_panel.text
    start = text.toPlainText().index(words)
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()


def empty_place(window: MainWindow, words: str) -> QPoint:
    """A place on the canvas under the tick of a label where nothing is drawn."""
    scene = window.stage.scene
    label = next(text for text in scene.tick_texts if text.text == words)
    at = QPoint(round(label.x + 8), round(scene.content_bottom - 60))
    assert scene.hit(at.x(), at.y()) is None
    return at


def test_n_opens_an_entry_that_enter_saves(window: MainWindow, form: EventForm) -> None:
    press(window, KEY.Key_N)
    assert form.heading.text() == "NEW EVENT"
    assert form.save.isVisible()
    assert not window.source_panel.footer.isVisible()
    QTest.keyClicks(form.title, "The bank opens")
    form.date.box.setFocus()
    QTest.keyClicks(form.date.box, "2 May 2011")
    form.flags.switches["key"].click()  # type: ignore[index]
    assert steps(window) == []
    form.date.box.setFocus()
    press(window, KEY.Key_Return)
    [made] = new_ones(window)
    assert (made.title, made.value, made.status) == ("The bank opens", parse_edtf("2011-05-02"), Status.ACCEPTED)
    assert [str(flag) for flag in made.flags] == ["key"]
    assert steps(window) == ["New event “The bank opens”"]
    assert window.session.selection == made.id
    assert not form.is_open
    assert QApplication.focusWidget() is window.canvas
    window.commands.history.undo()
    assert new_ones(window) == []


def test_esc_discards_an_entry_without_a_trace(window: MainWindow, form: EventForm) -> None:
    before, selected = window.session.history, window.session.selection
    press(window, KEY.Key_N)
    QTest.keyClicks(form.title, "The bank opens")
    press(window, KEY.Key_Escape)
    assert not form.is_open
    assert window.session.history == before
    assert window.session.selection == selected
    press(window, KEY.Key_N)
    assert form.title.text() == ""


def test_an_entry_needs_a_title_and_a_date_that_can_be_read(window: MainWindow, form: EventForm) -> None:
    press(window, KEY.Key_N)
    form.date.box.setFocus()
    QTest.keyClicks(form.date.box, "some day")
    form.save.click()
    assert form.is_open
    assert QApplication.focusWidget() is form.date.box
    form.date.box.selectAll()
    QTest.keyClicks(form.date.box, "1970")
    form.save.click()
    assert form.is_open
    assert QApplication.focusWidget() is form.title
    assert "needs a title" in window.status.line.text()
    assert steps(window) == []
    QTest.keyClicks(form.title, "The bank opens")
    form.save.click()
    assert [event.value.edtf for event in new_ones(window) if event.value] == ["1970"]


def test_an_event_without_a_date_waits_on_the_shelf(window: MainWindow, form: EventForm) -> None:
    press(window, KEY.Key_N)
    QTest.keyClicks(form.title, "The bank opens")
    press(window, KEY.Key_Return)
    assert [event.title for event in window.session.undated] == ["The bank opens"]
    assert not window.shelf.isHidden()


@pytest.mark.parametrize(("label", "edtf"), [("Tue 29", "2011-03-29"), ("the year", "1969")])
def test_a_double_click_beside_the_events_begins_one_as_exact_as_the_ticks(
    window: MainWindow, form: EventForm, label: str, edtf: str
) -> None:
    at = empty_place(window, label)
    QTest.mouseDClick(window.canvas.viewport(), LEFT, pos=at)
    assert form.heading.text() == "NEW EVENT"
    QTest.keyClicks(form.title, "The bank opens")
    press(window, KEY.Key_Return)
    assert [event.value.edtf for event in new_ones(window) if event.value] == [edtf]


def test_a_double_click_on_an_empty_timeline_begins_an_event(open_window: OpenWindow) -> None:
    window = open_window()
    QTest.mouseDClick(window.canvas.viewport(), LEFT, pos=QPoint(100, 100))
    form = window.source_panel.form
    assert form.is_open
    QTest.keyClicks(form.title, "The bank opens")
    form.date.box.setFocus()
    QTest.keyClicks(form.date.box, "spring 1848")
    press(window, KEY.Key_Return)
    assert [event.title for event in window.session.events] == ["The bank opens"]
    assert not window.stage.is_empty


def test_an_event_is_made_of_selected_words_with_the_nearest_date(window: MainWindow, form: EventForm) -> None:
    select_words(window, "Tripoli is awash in rumors of other defections")
    press(window, KEY.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert form.title.selectedText() == "Tripoli is awash in rumors of other defections"
    assert form.date.box.text() == "31 March 2011"
    press(window, KEY.Key_Return)
    [made] = new_ones(window)
    [citation] = made.citations
    assert citation.quote.exact == "Tripoli is awash in rumors of other defections"
    assert [timex.text for timex in citation.expressions] == ["Today"]
    assert citation.locator.startswith("paragraph ")
    assert not made.set_by_hand
    assert window.source_panel.card.isVisible()


def test_the_menu_of_the_text_has_what_can_be_done_with_words(window: MainWindow) -> None:
    text = window.source_panel.text
    texts = [action.text() for action in text.actions()]
    assert [words for words in texts if "Selected" in words.title()]
    assert not window.actions_table["new-from-words"].isEnabled()
    select_words(window, "Tripoli")
    assert window.actions_table["new-from-words"].isEnabled()
    assert window.actions_table["cite-words"].isEnabled()
    assert not window.findChildren(QMenu, "unlikely")


def test_what_is_selected_meanwhile_does_not_touch_the_entry(window: MainWindow, form: EventForm) -> None:
    press(window, KEY.Key_N)
    QTest.keyClicks(form.title, "The bank opens")
    window.commands.selection.step(1)
    assert form.title.text() == "The bank opens"
    assert form.heading.text() == "NEW EVENT"
    form.save.click()
    assert [event.title for event in new_ones(window)] == ["The bank opens"]
    assert len(steps(window)) == 1


def test_beginning_another_one_saves_the_first(window: MainWindow, form: EventForm) -> None:
    press(window, KEY.Key_N)
    QTest.keyClicks(form.title, "The bank opens")
    window.commands.editing.new_at(parse_edtf("1970"))
    assert [event.title for event in new_ones(window)] == ["The bank opens"]
    assert form.title.text() == ""
    assert form.date.box.text() == "1970"


def test_a_stance_is_chosen_for_the_words_of_an_entry_too(window: MainWindow, form: EventForm) -> None:
    select_words(window, "Tripoli is awash")
    window.commands.editing.new_from_selected_words()
    assert window.source_panel.text.selected_span is None
    window.source_panel.citations.rows[0].stance.choices[Stance.PROVING].trigger()
    form.save.click()
    assert [citation.stance for event in new_ones(window) for citation in event.citations] == [Stance.PROVING]


# What a crash leaves


def _made(window: MainWindow, path: Path) -> None:
    """A project in a file with an entry under way, as if the program ended now."""
    window.session.save_as(path)
    select_words(window, "Tripoli is awash")
    window.commands.editing.new_from_selected_words()
    form = window.source_panel.form
    form.flags.switches[Flag.KEY].click()
    form.notes.text.setFocus()
    QTest.keyClicks(form.notes.text, "Ask Ann")
    form.flush()


def test_an_entry_under_way_survives_a_crash(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(assets.sample())
    path, copy = tmp_path / "one.tlproj", tmp_path / "two.tlproj"
    _made(window, path)
    window.session.duplicate(copy)
    again = open_window(copy)
    form = again.source_panel.form
    assert form.heading.text() == "NEW EVENT"
    form.save.click()
    [made] = new_ones(again)
    assert (made.title, made.notes, made.flags) == ("Tripoli is awash", "Ask Ann", frozenset({Flag.KEY}))
    assert [citation.quote.exact for citation in made.citations] == ["Tripoli is awash"]
    assert again.session.setting(SETTING) == ""


def test_an_entry_that_was_discarded_does_not_come_back(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(assets.sample())
    _made(window, tmp_path / "one.tlproj")
    window.source_panel.form.discard.click()
    assert window.session.setting(SETTING) == ""


@pytest.mark.parametrize("text", ["", "[]", '{"title": 1}', '{"title": "x", "edtf": "no"}', '{"title": "\\ud800'])
def test_what_a_stranger_wrote_there_is_left_out(text: str) -> None:
    assert entry_of(text, lambda _: None) is None


def test_words_that_are_not_in_the_document_any_more_are_left_out() -> None:
    text = '{"title": "x", "document": "d", "span": [5, 900]}'
    document = Document(DocumentId("d"), "", "D", "short", "0")
    entry = entry_of(text, lambda _: (document, Tagging(document.id, ())))
    assert entry is not None
    assert entry.citations == ()


# The nearest date


TEXT = "In 1950 he was born. She came.\n\nIn 1969 he left; they stayed until May 1970. All was well.\n\nNothing."


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("he left", "In 1969"),  # before it in its paragraph
        ("they stayed until May 1970", "May 1970"),  # among the words themselves
        ("All was well", "May 1970"),
        ("She came", "In 1950"),
        ("Nothing", "May 1970"),  # nothing in its paragraph
    ],
)
def test_words_are_dated_by_the_nearest_date(open_window: OpenWindow, words: str, date: str) -> None:
    from timeline_app.extraction.tagging import tag  # noqa: PLC0415 - heavy

    assert callable(open_window)
    document = Document(DocumentId("d"), "", "D", TEXT, "0")
    tagging = tag(document)
    start = TEXT.index(words)
    entry = entry_from_words(document, tagging, TextSpan(start, start + len(words)))
    [timex] = entry.citations[0].expressions
    assert date.endswith(timex.text)
    assert entry.value == timex.temporal
    assert nearest_date(TEXT, (), TextSpan(start, start + 2)) == []


# What one points at


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2011-03-29", "2011-03-29", "2011-03-29"),
        ("2011-03", "2011-03", "2011-03"),
        ("1969", "1969", "1969"),
        ("1960", "1969", "196X"),
        ("1900", "1999", "19XX"),
        ("1970", "1974", "[1970..1974]"),
        ("-0499", "-0490", "[-0499..-0490]"),
        ("2011-01", "2011-03", "[2011-01..2011-03]"),
        ("2011-03-28", "2011-04-03", "[2011-03-28..2011-04-03]"),
        ("2011-03-28T14", "2011-03-28T14", "2011-03-28T14"),
        ("2011-03-28T12", "2011-03-28T17", "2011-03-28"),
        ("2011-03-28T14:30", "2011-03-28T14:30", "2011-03-28T14:30"),
    ],
)
def test_a_unit_that_is_pointed_at_is_no_more_exact_than_it_is(start: str, end: str, edtf: str) -> None:
    first, last = parse_edtf(start).earliest, parse_edtf(end).latest
    assert first is not None
    assert last is not None
    assert unit_value(first, last).edtf == edtf


@pytest.mark.parametrize("kind", list(ScaleKind))
def test_every_place_beside_a_fold_has_a_date_that_holds_it(window: MainWindow, kind: ScaleKind) -> None:
    window.commands.view.set_scale(kind)
    scene = window.stage.scene
    for x in range(10, int(scene.view.width) - 10, 7):
        value = date_at(scene, float(x))
        if value is None:
            assert kind is not ScaleKind.TRUE
            continue
        time = scene.view.scale.time(float(x))
        assert value.earliest is not None
        assert value.latest is not None
        assert value.earliest <= time <= value.latest


@pytest.mark.parametrize(("first", "begins"), [(0, "2011-03-28"), (5, "2011-03-26"), (6, "2011-03-27")])
def test_a_week_that_is_pointed_at_begins_where_the_axis_says(window: MainWindow, first: int, begins: str) -> None:
    window.commands.view.set_scale(ScaleKind.TRUE)
    tuesday = parse_edtf("2011-03-29").earliest
    assert tuesday is not None
    view = window.stage.view.showing(tuesday - 25 * civil.DAY, tuesday + 25 * civil.DAY)
    shown = window.shown
    scene = build_scene(shown.columns, shown.texts, view, QtMetrics(window.theme), customs=Customs(first))
    value = date_at(scene, view.scale.x(tuesday + civil.DAY // 2))
    assert value is not None
    assert value.edtf.startswith(f"[{begins}..")


def test_the_sample_is_only_looked_at(window: MainWindow) -> None:
    assert assets.sample().exists()
    assert steps(window) == []
