"""Editing an event in the form: every field, one step for each intent, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.model.event import Category, Event, Factuality, Flag
from timeline_app.ui.editing.form import EventForm
from timeline_app.ui.main_window import MainWindow

KEY = Qt.Key
NAMES = (
    "title_field", "event_date_field", "category_field", "factuality_field", "participants_field", "tags_field",
    "flag_key", "flag_disputed", "flag_private", "lane_field", "notes_field", "notes_public",
)  # fmt: skip


@pytest.fixture
def form(window: MainWindow) -> EventForm:
    """The form on the event of 30 March, opened by key."""
    return opened(window)


def opened(window: MainWindow, key: Qt.Key = KEY.Key_E) -> EventForm:
    window.activateWindow()
    window.commands.selection.select(dated(window, "2011-03-30").id)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key)
    return window.source_panel.form


def dated(window: MainWindow, edtf: str) -> Event:
    return next(event for event in window.session.events if event.value and event.value.edtf == edtf)


def selected(window: MainWindow) -> Event:
    assert window.session.selection is not None
    return window.session.event(window.session.selection)


def steps(window: MainWindow) -> list[str]:
    """What was done since the sample was opened."""
    return [step.label for step in window.session.history if step.done][1:]


def write(field: QWidget, text: str) -> None:
    """As a person does who selects all first."""
    field.setFocus()
    QTest.keyClick(field, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def leave(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, KEY.Key_Escape)


# Opening and leaving


def test_e_opens_the_form_and_the_quote_stays_in_sight(window: MainWindow, form: EventForm) -> None:
    assert form.is_open
    assert QApplication.focusWidget() is form.title
    assert form.title.text() == "Moussa Koussa resigned and fled to London"
    assert not window.source_panel.card.isVisible()
    QApplication.processEvents()
    assert window.source_panel.text.viewport().height() > 150


def test_f2_writes_the_title_anew(window: MainWindow) -> None:
    form = opened(window, KEY.Key_F2)
    assert form.title.selectedText() == form.title.text()
    QTest.keyClicks(form.title, "He left")
    QTest.keyClick(form.title, KEY.Key_Return)
    assert not form.is_open
    assert QApplication.focusWidget() is window.canvas
    assert selected(window).title == "He left"


def test_a_double_click_on_an_event_edits_it(window: MainWindow) -> None:
    event = dated(window, "1969")
    row = window.shown.row_of(event.id)
    assert row is not None
    mark = window.stage.scene.mark_of(row)
    assert mark is not None
    at = QPoint(round((mark.body.left + mark.body.right) / 2), round(mark.body.top + 4))
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.source_panel.form.is_open
    assert window.source_panel.form.title.text() == event.title


def test_the_button_in_the_panel_edits(window: MainWindow) -> None:
    window.source_panel.edit_button.click()
    assert window.source_panel.form.is_open


def test_esc_leaves_and_changes_nothing_that_was_not_touched(window: MainWindow, form: EventForm) -> None:
    before = steps(window)
    leave(window)
    assert not form.is_open
    assert window.source_panel.card.isVisible()
    assert QApplication.focusWidget() is window.canvas
    assert steps(window) == before


@pytest.mark.usefixtures("form")
def test_a_screen_reader_knows_every_field(window: MainWindow) -> None:
    fields = {name: window.findChild(QWidget, name) for name in NAMES}
    known = [name for name, field in fields.items() if field and field.isVisible() and field.accessibleName()]
    assert known == list(NAMES)


def test_the_form_follows_what_is_selected(window: MainWindow, form: EventForm) -> None:
    window.commands.selection.step(-1)
    assert form.is_open
    assert form.title.text() == selected(window).title != "Moussa Koussa resigned and fled to London"
    window.commands.selection.select(None)
    assert not form.is_open


# Title


def test_what_is_typed_is_written_as_one_types_and_is_one_step(
    qtbot: QtBot, window: MainWindow, form: EventForm
) -> None:
    before = selected(window).title
    write(form.title, "He left")
    qtbot.waitUntil(lambda: selected(window).title == "He left", timeout=2000)
    QTest.keyClicks(form.title, " for London")
    leave(window)
    assert selected(window).title == "He left for London"
    assert steps(window) == [f"Call “{before}” “He left for London”"]
    window.commands.history.undo()
    assert selected(window).title == before


def test_two_visits_are_two_steps(window: MainWindow, form: EventForm) -> None:
    write(form.title, "He left")
    form.date.box.setFocus()
    write(form.title, "He went")
    leave(window)
    assert len(steps(window)) == 2


def test_an_event_is_never_left_without_a_title(window: MainWindow, form: EventForm) -> None:
    before = selected(window).title
    write(form.title, "")
    QTest.keyClick(form.title, KEY.Key_Delete)
    form.date.box.setFocus()
    assert form.title.text() == before == selected(window).title
    assert steps(window) == []


def test_what_was_typed_for_one_event_is_not_written_into_the_next(
    qtbot: QtBot, window: MainWindow, form: EventForm
) -> None:
    one = selected(window)
    write(form.title, "He left")
    window.commands.selection.step(-1)
    other = selected(window)
    qtbot.waitUntil(lambda: window.session.event(one.id).title == "He left", timeout=2000)
    assert window.session.event(other.id) == other
    assert form.title.text() == other.title


def test_undo_by_key_acts_on_the_project_where_nothing_was_typed(window: MainWindow, form: EventForm) -> None:
    before = selected(window).title
    write(form.title, "He left")
    form.date.box.setFocus()
    QTest.keyClick(form.date.box, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert selected(window).title == before == form.title.text()


def test_closing_the_window_keeps_what_was_just_typed(window: MainWindow, form: EventForm) -> None:
    name = selected(window).id
    write(form.title, "He left")
    form.flush()
    assert window.session.event(name).title == "He left"


# Kinds, names, marks, lanes, notes


def choose(box: QComboBox, words: str) -> None:
    box.setFocus()
    index = next(at for at in range(box.count()) if words in box.itemText(at))
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_category_and_factuality_are_chosen(window: MainWindow, form: EventForm) -> None:
    choose(form.category, "Movement")
    choose(form.factuality, "alleged")
    event = selected(window)
    assert (event.category, event.factuality) == (Category.MOVEMENT, Factuality.ALLEGED)
    assert len(steps(window)) == 2
    window.commands.history.undo()
    assert form.factuality.currentText().endswith("happened")


def test_participants_are_taken_off_and_added(window: MainWindow, form: EventForm) -> None:
    first, *rest = selected(window).participants
    form.people.chips[0].click()
    assert selected(window).participants == tuple(rest)
    form.people.box.setFocus()
    QTest.keyClicks(form.people.box, "Ann Smith")
    QTest.keyClick(form.people.box, KEY.Key_Return)
    assert form.is_open
    assert selected(window).participants == (*rest, "Ann Smith")
    assert [chip.name for chip in form.people.chips] == [*rest, "Ann Smith"]
    QTest.keyClicks(form.people.box, first)
    form.title.setFocus()
    assert selected(window).participants == (*rest, "Ann Smith", first)
    assert len(steps(window)) == 3


def test_names_are_completed_from_those_there_are(window: MainWindow, form: EventForm) -> None:
    form.people.box.setFocus()
    completer = form.people.box.completer()
    completer.setCompletionPrefix("mull")
    assert "Mullen" in completer.currentCompletion()
    assert window.isVisible()


def test_a_chip_is_taken_off_by_key(window: MainWindow, form: EventForm) -> None:
    form.tags.box.setFocus()
    QTest.keyClicks(form.tags.box, "defection")
    QTest.keyClick(form.tags.box, KEY.Key_Return)
    assert selected(window).tags == ("defection",)
    QTest.keyClick(form.tags.box, KEY.Key_Backspace)
    chip = QApplication.focusWidget()
    assert chip is form.tags.chips[0]
    assert chip.accessibleName() == "defection, take off"
    QTest.keyClick(chip, KEY.Key_Delete)
    assert selected(window).tags == ()
    assert QApplication.focusWidget() is form.tags.box


def test_marks_are_switched(window: MainWindow, form: EventForm) -> None:
    form.flags.switches[Flag.KEY].click()
    form.flags.switches[Flag.PRIVATE].click()
    assert selected(window).flags == {Flag.KEY, Flag.PRIVATE}
    form.flags.switches[Flag.KEY].click()
    assert selected(window).flags == {Flag.PRIVATE}
    leave(window)
    chip = window.findChild(QLabel, "event_chip")
    assert chip is not None
    assert "PRIVATE" in chip.text()


def test_a_lane_is_written_when_its_field_is_left(window: MainWindow, form: EventForm) -> None:
    form.lane.setFocus()
    QTest.keyClicks(form.lane, "Defections")
    assert selected(window).lane == ""
    form.title.setFocus()
    assert selected(window).lane == "Defections"
    assert len(steps(window)) == 1


def test_notes_are_one_step_and_private_until_a_person_says_otherwise(window: MainWindow, form: EventForm) -> None:
    form.notes.text.setFocus()
    QTest.keyClicks(form.notes.text, "Ask Ann.")
    QTest.keyClick(form.notes.text, KEY.Key_Return)
    QTest.keyClicks(form.notes.text, "Twice.")
    form.title.setFocus()
    event = selected(window)
    assert (event.notes, event.notes_public) == ("Ask Ann.\nTwice.", False)
    assert len(steps(window)) == 1
    form.notes.public.click()
    assert selected(window).notes_public


def test_the_place_among_the_events_of_a_date_is_changed_by_button_and_key(window: MainWindow) -> None:
    window.activateWindow()
    titles = [event.title for event in window.session.events if event.value and event.value.edtf == "2011-03-31"]
    window.commands.selection.select(dated(window, "2011-03-31").id)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    def now() -> list[str]:
        return [event.title for event in window.session.events if event.value and event.value.edtf == "2011-03-31"]

    assert now() == [titles[1], titles[0], titles[2]]
    QTest.keyClick(window.canvas, KEY.Key_E)
    order = window.source_panel.form.order
    assert order.words.text() == "2 of 3 on this date"
    order.earlier.click()
    assert now() == titles
    assert not order.earlier.isEnabled()
    assert len(steps(window)) == 2
    assert {event.value.edtf for event in window.session.events if event.value and event.title in titles} == {
        "2011-03-31"
    }


def test_an_event_alone_on_its_date_has_no_order(form: EventForm) -> None:
    assert not form.order.isVisible()


def test_every_field_is_reached_by_tab(form: EventForm) -> None:
    names = [form.people.chips[0], form.people.chips[1], form.people.box, form.tags.box]
    order = [
        form.title,
        form.date.box,
        form.category,
        form.factuality,
        *names,
        form.flags.switches[Flag.KEY],
        form.lane,
    ]
    seen: list[QWidget | None] = [QApplication.focusWidget()]
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or form, KEY.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert [seen.index(field) for field in order] == sorted(seen.index(field) for field in order)
    for name in NAMES:
        field = form.findChild(QWidget, name)
        assert field in seen, name


def test_fields_do_not_answer_when_they_are_shown(window: MainWindow, form: EventForm) -> None:
    for field in form.findChildren(QLineEdit):
        assert not field.isModified() or field is form.date.box
    window.commands.selection.step(1)
    window.commands.selection.step(-1)
    assert steps(window) == []
