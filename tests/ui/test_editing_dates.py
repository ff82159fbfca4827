"""The date of an event in the form: as people write it, never lost, and who says so."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.test_editing import KEY, leave, opened, selected, steps, write
from timeline_app import assets
from timeline_app.ui.editing.form import EventForm
from timeline_app.ui.main_window import MainWindow


@pytest.fixture
def form(window: MainWindow) -> EventForm:
    """The form on the event of 30 March."""
    return opened(window)


@pytest.mark.parametrize(
    ("typed", "edtf", "said"),
    [
        ("spring 1848", "1848-21", ""),
        ("3-5 May 1968", "1968-05-03/1968-05-05", "= 3–5 May 1968"),
        ("c. 520 BC", "-0519~", "= about 520 BC"),
        ("between 1914 and 1918", "[1914..1918]", "= some time in 1914–1918"),
        ("2011-03~", "2011-03~", "= about March 2011"),
        ("31 March 2011", "2011-03-31", "= Thursday 31 March 2011"),
    ],
)
def test_a_date_is_taken_as_people_write_it(
    qtbot: QtBot, window: MainWindow, form: EventForm, typed: str, edtf: str, said: str
) -> None:
    write(form.date.box, typed)
    qtbot.waitUntil(lambda: form.date.reading.text() == said, timeout=4000)
    assert steps(window) == [], "half a date is no date"
    QTest.keyClick(form.date.box, KEY.Key_Tab)
    value = selected(window).value
    assert value is not None
    assert value.edtf == edtf
    assert len(steps(window)) == 1
    assert selected(window).set_by_hand


def test_words_that_are_no_date_stay_with_a_sentence_and_change_nothing(window: MainWindow, form: EventForm) -> None:
    event = selected(window)
    write(form.date.box, "some day")
    QTest.keyClick(form.date.box, KEY.Key_Return)
    assert form.is_open
    assert QApplication.focusWidget() is form.date.box
    assert form.date.box.text() == "some day"
    assert form.date.reading.text().startswith("“some day” is not a date I can read")
    assert selected(window) == event


def test_words_that_are_no_date_are_there_again_when_one_comes_back(window: MainWindow, form: EventForm) -> None:
    write(form.date.box, "some day")
    leave(window)
    assert not form.is_open
    again = opened(window)
    assert again.date.box.text() == "some day"
    assert steps(window) == []


def test_words_that_are_no_date_yet_are_kept_while_one_writes(
    qtbot: QtBot, window: MainWindow, form: EventForm
) -> None:
    write(form.date.box, "some day")
    qtbot.waitUntil(lambda: "some day" in window.session.setting("dates that were not understood"), timeout=4000)
    assert form.date.reading.text() == "", "one may still be writing it"
    write(form.date.box, "1970")
    leave(window)
    assert window.session.setting("dates that were not understood") == ""


def test_words_that_are_no_date_are_kept_in_the_project(open_window: OpenWindow) -> None:
    window = open_window(assets.sample())
    form = opened(window)
    write(form.date.box, "some day")
    leave(window)
    again = open_window(assets.sample())
    again.session.keep_setting(
        "dates that were not understood", window.session.setting("dates that were not understood")
    )
    form = opened(again)
    assert form.date.box.text() == "some day"
    write(form.date.box, "1970")
    leave(again)
    assert again.session.setting("dates that were not understood") == ""


def test_an_emptied_date_comes_back(window: MainWindow, form: EventForm) -> None:
    form.date.box.setFocus()
    form.date.box.selectAll()
    QTest.keyClick(form.date.box, KEY.Key_Delete)
    form.title.setFocus()
    assert form.date.box.text() == "30 March 2011"
    assert steps(window) == []


def test_a_date_set_by_hand_says_so_with_the_source_s_and_gives_it_back(window: MainWindow, form: EventForm) -> None:
    write(form.date.box, "29 March 2011")
    form.title.setFocus()
    words = form.date.by_hand.text()
    assert words.startswith("Set by hand on ")
    assert "The source’s words give 30 March 2011." in words
    form.date.by_hand.linkActivated.emit("source")
    assert window.wait_until_idle(30)
    assert [edit.value.edtf for edit in [selected(window)] if edit.value] == ["2011-03-30"]
    assert not selected(window).set_by_hand
    assert not form.date.by_hand.isVisible()
    assert form.date.box.text() == "30 March 2011"
