"""Events as a whole and their sources: joining, splitting, the bin, stances, words and sources that are no file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from tests.ui.test_new_events import press, select_words, steps
from timeline_app.model.arrangement import CategoryId, OwnCategory
from timeline_app.model.event import Event, Flag, Stance
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import arranging, edits
from timeline_app.ui.editing.category_dialog import CategoryDialog
from timeline_app.ui.editing.source_dialog import SourceDialog
from timeline_app.ui.main_window import MainWindow

KEY = Qt.Key


def dated(window: MainWindow, edtf: str) -> list[Event]:
    return [event for event in window.session.events if event.value and event.value.edtf == edtf]


def pick(window: MainWindow, events: list[Event]) -> None:
    window.activateWindow()
    window.commands.selection.select(events[0].id)
    for event in events[1:]:
        window.commands.selection.toggle(event.id)
    window.canvas.setFocus()


def selected(window: MainWindow) -> Event:
    assert window.session.selection is not None
    return window.session.event(window.session.selection)


def answer(window: MainWindow, kind: type[QDialog], does: Callable[[QDialog], None]) -> None:
    """Fill in the next dialog as soon as it is there."""

    def fill() -> None:
        dialog = next(found for found in window.findChildren(kind) if found.isVisible())
        does(dialog)

    QTimer.singleShot(0, fill)


def test_selected_events_become_one_and_part_again(window: MainWindow) -> None:
    events = dated(window, "2011-03-31")
    pick(window, events)
    lead = selected(window)
    press(window, KEY.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.events) == 5
    whole = selected(window)
    assert whole.id == lead.id
    assert len(whole.citations) == 3
    assert steps(window) == [f"Merge 3 events into “{lead.title}”"]
    rows = [row for row in window.source_panel.citations.rows if row.isVisible()]
    assert len(rows) == 3
    high = window.source_panel.citations.height()
    window.commands.editing.edit()
    assert window.source_panel.citations.height() < high, "the text keeps its room"
    window.commands.editing.finish()
    press(window, KEY.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(window.session.events) == 7
    assert selected(window).citations == lead.citations
    assert not window.actions_table["split"].isEnabled()
    window.commands.history.undo()
    window.commands.history.undo()
    assert dated(window, "2011-03-31") == events


def test_one_event_is_not_merged(window: MainWindow) -> None:
    pick(window, dated(window, "1969"))
    assert not window.actions_table["merge"].isEnabled()
    window.commands.events.merge()
    assert steps(window) == []


def test_delete_puts_all_that_are_selected_into_the_bin_and_undo_brings_them_back(window: MainWindow) -> None:
    pick(window, dated(window, "2011-03-31"))
    press(window, KEY.Key_Delete)
    assert len(window.session.events) == 4
    assert window.status.line.text() == "3 events are in the bin. Ctrl+Z brings them back."
    assert len(window.session.bin[1]) == 3
    assert steps(window) == ["Put 3 events in the bin"]
    assert selected(window) == dated(window, "2011-03-30")[0]
    press(window, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.events) == 7


def test_delete_acts_in_the_table_too(window: MainWindow) -> None:
    pick(window, dated(window, "2011-03-29"))
    window.actions_table["look-both"].trigger()
    window.table.setFocus()
    press(window, KEY.Key_Delete)
    assert len(window.session.events) == 6


def test_after_one_event_went_the_next_in_time_is_selected(window: MainWindow) -> None:
    pick(window, dated(window, "2011-03-29"))
    press(window, KEY.Key_Delete)
    assert selected(window) == dated(window, "2011-03-30")[0]
    assert "Ctrl+Z brings it back" in window.status.line.text()


@pytest.mark.parametrize("flag", list(Flag))
def test_flags_are_switched_from_the_menu_for_all(window: MainWindow, flag: Flag) -> None:
    pick(window, dated(window, "2011-03-31"))
    window.actions_table[f"flag-{flag}"].trigger()
    assert all(flag in event.flags for event in window.shown.picked)
    window.actions_table[f"flag-{flag}"].trigger()
    assert not any(flag in event.flags for event in window.shown.picked)
    assert len(steps(window)) == 2


# Sources


def test_selected_words_become_another_source(window: MainWindow) -> None:
    pick(window, dated(window, "2011-03-30"))
    event = selected(window)
    select_words(window, "Today, former Libyan foreign minister")
    press(window, KEY.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    cited = selected(window).citations
    assert len(cited) == 2
    assert cited[1].quote.exact == "Today, former Libyan foreign minister"
    assert [timex.text for timex in cited[1].expressions] == ["Today"]
    assert len(steps(window)) == 1
    assert selected(window).title == event.title


def test_sources_that_disagree_about_the_date_say_so(window: MainWindow) -> None:
    conflict = window.findChild(QLabel, "conflict")
    assert conflict is not None
    pick(window, dated(window, "2011-03-30"))
    assert not conflict.isVisible()
    select_words(window, "Today, former Libyan foreign minister")
    window.commands.citing.cite_selected_words()
    assert conflict.isVisible()
    assert conflict.text() == "Sources disagree about the date: 30 March 2011 (1) · 31 March 2011 (2)"
    window.commands.editing.edit()
    assert conflict.isVisible()


def test_a_source_s_stance_is_chosen_in_its_row_and_it_is_taken_off(window: MainWindow) -> None:
    pick(window, dated(window, "2011-03-30"))
    select_words(window, "Today, former Libyan foreign minister")
    window.commands.citing.cite_selected_words()
    row = window.source_panel.citations.rows[1]
    assert row.stance.accessibleName() == "Stance: neutral"
    row.stance.choices[Stance.DISPUTING].trigger()
    assert [citation.stance for citation in selected(window).citations] == [Stance.NEUTRAL, Stance.DISPUTING]
    assert row.stance.text() == "disputes"
    assert row.stance.accessibleName() == "Stance: disputing"
    row.stance.removal.trigger()
    assert len(selected(window).citations) == 1
    assert not row.isVisible()
    assert len(steps(window)) == 3


def test_a_source_without_a_file_is_asked_for(window: MainWindow) -> None:
    pick(window, dated(window, "2011-03-30"))

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SourceDialog)
        assert not dialog.add.isEnabled()
        for field, words in (
            (dialog.title, "Interview"), (dialog.who, "Ann Smith"),
            (dialog.when, "some day"), (dialog.where, "minute 14"),
        ):  # fmt: skip
            QTest.keyClicks(field, words)
        assert not dialog.add.isEnabled()
        dialog.when.setText("2 May 2012")
        dialog.words.setPlainText("He had packed.")
        assert all(field.accessibleName() for field in (dialog.title, dialog.who, dialog.when, dialog.where))
        dialog.add.click()

    answer(window, SourceDialog, fill)
    window.commands.citing.cite_without_file()
    cited = selected(window).citations[1]
    source = window.session.document(cited.document)
    assert (source.title, source.author, source.text, source.path) == ("Interview", "Ann Smith", "He had packed.", "")
    assert source.published is not None
    assert source.published.value == parse_edtf("2012-05-02")
    assert (cited.locator, cited.quote.exact) == ("minute 14", "He had packed.")
    assert len(steps(window)) == 1
    window.commands.history.undo()
    assert len(window.session.documents) == 1


# Categories


def test_a_category_of_one_s_own_is_made_and_taken_in_one_step(window: MainWindow) -> None:
    pick(window, dated(window, "2011-03-30"))
    window.commands.editing.edit()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, CategoryDialog)
        QTest.keyClicks(dialog.name, "movement")
        assert not dialog.make.isEnabled()
        dialog.name.clear()
        QTest.keyClicks(dialog.name, "Defections")
        assert dialog.letter.placeholderText() not in {"", "C", "J"}
        dialog.hues.buttons()[2].click()
        dialog.make.click()

    answer(window, CategoryDialog, fill)
    box = window.source_panel.form.category
    box.activated.emit(box.count() - 1)
    [own] = window.session.own_categories
    assert own.name == "Defections"
    assert selected(window).category == "Defections"
    assert box.currentText() == "Defections"
    assert steps(window) == ["New category “Defections”"]
    assert window.theme.category("Defections") == window.theme.category(own.hue)
    window.commands.history.undo()
    assert window.session.own_categories == ()
    assert selected(window).category == "Personnel"
    assert QApplication.focusWidget() is not None


def test_a_category_of_one_s_own_is_changed_with_its_events_and_taken_away(window: MainWindow) -> None:
    pick(window, dated(window, "2011-03-31"))
    ships = OwnCategory(CategoryId("s"), "Ship", "Life", "S")
    window.commands.editing.apply(arranging.add(ships))
    window.commands.editing.apply(edits.set_category(window.shown.picked, "Ship"))
    window.commands.editing.edit()
    box = window.source_panel.form.category

    def rename(dialog: QDialog) -> None:
        assert isinstance(dialog, CategoryDialog)
        assert (dialog.name.text(), dialog.letter.text(), dialog._hue) == ("Ship", "S", "Life")
        dialog.name.setText("Ships")
        dialog.make.click()

    def remove(dialog: QDialog) -> None:
        assert isinstance(dialog, CategoryDialog)
        dialog.removal.click()

    answer(window, CategoryDialog, rename)
    assert box.itemText(box.count() - 1) == "Change “Ship”…"
    box.activated.emit(box.count() - 1)
    assert [category.name for category in window.session.own_categories] == ["Ships"]
    assert {event.category for event in window.shown.picked} == {"Ships"}
    assert box.currentText() == "Ships"
    answer(window, CategoryDialog, remove)
    box.activated.emit(box.count() - 1)
    assert window.session.own_categories == ()
    assert {event.category for event in window.shown.picked} == {"Other"}
    assert box.itemText(box.count() - 1) == "New category…"
    assert len(steps(window)) == 4
