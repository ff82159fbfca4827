"""Dates of a text that date no event: clicked they say how they were read, and a choice makes an event of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from timeline_app.model.event import Timex
from timeline_app.model.temporal import parse_edtf
from timeline_app.session.coverage import is_date
from timeline_app.ui.main_window import MainWindow

TEXT = "The exhibition Art of 1650 opens in spring 2012. Ann Miller left for Paris on Wednesday.\n"


@pytest.fixture
def letter(tmp_path: Path, open_window: OpenWindow) -> MainWindow:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT)
    (tmp_path / "documents.csv").write_text("file,published\nletter.txt,2011-03-31\n")
    return open_window(path)


def free(window: MainWindow) -> Timex:
    """A date that dates no event."""
    [document] = window.session.documents
    used = {timex.span for event in window.session.events for each in event.citations for timex in each.expressions}
    expressions = window.session.tagging(document.id).expressions
    return next(timex for timex in expressions if is_date(timex) and timex.span not in used)


def look(window: MainWindow) -> Timex:
    timex = free(window)
    window.source_panel.text.clicked.emit(timex.span.start)
    return timex


def rows(window: MainWindow) -> dict[str, str]:
    shown = (pair for pair in window.source_panel.card.labels if not pair[0].isHidden())
    return {name.text(): words.text() for name, words in shown}


def test_a_date_without_an_event_says_how_it_was_read(letter: MainWindow) -> None:
    timex = look(letter)
    panel = letter.source_panel
    assert panel.title.text() == f"“{timex.text}”"
    assert panel.card.isVisible()
    assert panel.citations.isHidden()
    assert panel.footer.isHidden()
    assert letter.session.selection is None
    said = rows(letter)
    assert list(said) == ["Words", "Counted from", "Rule", "Result", "Could also be", "Event"]
    assert timex.derivation.rule in said["Rule"]
    assert "make" in said["Event"]


def test_the_words_that_date_an_event_lead_to_it(letter: MainWindow) -> None:
    look(letter)
    [event] = [event for event in letter.session.events if "Paris" in event.title]
    assert event.expression
    letter.source_panel.text.clicked.emit(event.expression.span.start)
    assert letter.session.selection == event.id
    assert letter.source_panel.title.text() == event.title
    assert "Event" not in rows(letter)
    assert not letter.source_panel.footer.isHidden()


def test_a_click_on_other_words_looks_at_the_date_no_longer(letter: MainWindow) -> None:
    look(letter)
    letter.source_panel.text.clicked.emit(len(TEXT) - 1)
    assert letter.source_panel.card.isHidden()
    assert letter.source_panel.title.text() == letter.session.documents[0].title


def test_an_event_is_made_of_the_sentence_of_a_date(letter: MainWindow) -> None:
    timex = look(letter)
    letter.source_panel.card.followed.emit("make")
    entry = letter.commands.editing.entry
    assert entry
    assert entry.citations[0].quote.exact == "The exhibition Art of 1650 opens in spring 2012."
    assert entry.citations[0].expressions == (timex,)
    assert entry.value == timex.temporal
    assert not entry.set_by_hand


def test_a_date_that_is_chosen_makes_an_event_of_that_date(letter: MainWindow, qtbot: QtBot) -> None:
    look(letter)
    letter.source_panel.card.followed.emit("another")
    assert letter.source_panel.box.isVisible()
    letter.source_panel.box.given.emit(parse_edtf("1651"))
    entry = letter.commands.editing.entry
    assert entry
    assert entry.value == parse_edtf("1651")
    assert entry.set_by_hand
    qtbot.wait(1)


def test_a_document_that_is_asked_for_shows_its_own_text(letter: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("A page without any event. It is dull.\n")
    letter.commands.documents.open_paths([tmp_path / "other.txt"])
    assert letter.wait_until_idle(30)
    for document in letter.session.documents:
        letter.requests.select.emit(None)
        letter.source_panel.show_document(document.id)
        assert letter.source_panel.text.toPlainText().strip() == document.text.strip()
