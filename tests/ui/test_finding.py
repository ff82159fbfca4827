"""Searching as one types: what is listed, marked and veiled, and the way through the hits by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from timeline_app.model.document import TextSpan
from timeline_app.session import edits
from timeline_app.storage.sought import terms_of
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.panels import Side
from timeline_app.ui.panels.found import FoundPanel
from timeline_app.ui.panels.found_list import Entry, FoundList
from timeline_app.ui.passages import Passage, passage_of, places_in


def found(window: MainWindow) -> FoundPanel:
    panel = window.panels["found"]
    assert isinstance(panel, FoundPanel)
    return panel


def entries(shown: FoundList) -> list[Entry]:
    model = shown.model()
    rows = [model.data(model.index(row, 0), Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    return [row for row in rows if isinstance(row, Entry)]


def marked(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.spans]


def search(window: MainWindow, words: str) -> None:
    window.search.setFocus()
    window.search.clear()
    QTest.keyClicks(window.search, words)
    QTest.qWait(200)
    window.commands.finding.finish()


@pytest.mark.parametrize(
    ("text", "typed", "shown", "words"),
    [
        ("a short line", "short ", "a short line", ["short"]),
        ("two\nlines", "lines ", "two lines", ["lines"]),
        ("x" * 20 + " " + "y " * 60 + "the END of it", "end ", None, ["END"]),
        ("nothing here", "absent ", "nothing here", []),
        ("b" * 300, "absent ", "b" * 160 + "…", []),
        ("😀 " * 30 + "smile 😀", "smile ", None, ["smile"]),
    ],
    ids=["all of it", "one line", "the part around it", "not there", "its beginning", "beyond the basic plane"],
)
def test_a_passage_is_the_part_of_a_text_around_what_is_found(
    text: str, typed: str, shown: str | None, words: list[str]
) -> None:
    passage = passage_of(text, terms_of(typed))
    assert marked(passage) == words
    if shown is not None:
        assert passage.text == shown
    if words:
        assert text[passage.start :].casefold().startswith(words[0].casefold())


def test_events_and_texts_are_listed_with_the_words_marked(window: MainWindow) -> None:
    search(window, "fled")
    assert window.sides[Side.LEFT].front == "found"
    [event] = entries(found(window).events)
    assert (event.above, event.title) == ("30 March 2011", "Moussa Koussa resigned and fled to London")
    assert marked(event.passage) == ["fled"]
    [text] = entries(found(window).texts)
    assert text.above == "1 event · 2 places"
    assert marked(text.passage) == ["fled"]


def test_the_words_are_marked_in_the_text_of_the_source(window: MainWindow) -> None:
    search(window, "fled")
    document = window.source_panel.document
    assert document is not None
    places = places_in(document, terms_of("fled"), 9)
    grounds = [selection.format.background().color() for selection in window.source_panel.text.extraSelections()]
    assert grounds.count(window.theme.color("found")) == len(places) == 2


def test_hits_stand_out_until_nothing_is_sought(window: MainWindow) -> None:
    search(window, "fled")
    matched = window.stage.matched
    assert matched is not None
    assert matched.mask.tolist() == [row == window.shown.row_of(window.session.events[3].id) for row in range(7)]
    before = window.canvas.grab().toImage()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.stage.matched is None
    assert window.search.text() == ""
    assert window.canvas.grab().toImage() != before
    assert window.sides[Side.LEFT].front == "sources"


def test_only_hits_are_shown_if_one_wants_and_follow_other_words(window: MainWindow) -> None:
    search(window, "fled")
    found(window).only.click()
    assert len(window.shown.columns) == 1
    search(window, "congress")
    assert [event.value.edtf for event in window.shown.events if event.value] == ["2011-03-29"]
    window.commands.finding.clear_filter()
    assert not found(window).only.isChecked()
    assert len(window.shown.columns) == 7


def test_the_hits_are_gone_through_by_key_and_opened(window: MainWindow) -> None:
    window.session.select(None)
    search(window, "spokesman")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.session.selection == window.session.events[-1].id
    assert window.search.hasFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.source_panel.text.hasFocus()
    search(window, "qaddafi")
    window.session.select(window.session.events[2].id)
    window.actions_table["find-next"].trigger()
    assert window.session.selection == window.session.events[3].id
    window.actions_table["find-previous"].trigger()
    window.actions_table["find-previous"].trigger()
    assert window.session.selection == window.session.events[1].id


def test_the_list_is_walked_by_arrows_and_opened_by_enter(window: MainWindow) -> None:
    search(window, "qaddafi")
    shown = found(window).events
    shown.setFocus()
    window.session.select(window.session.events[0].id)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert window.session.selection == window.session.events[1].id
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert window.source_panel.text.hasFocus()


def test_a_text_is_shown_where_it_has_the_words(window: MainWindow) -> None:
    search(window, "archive")
    assert len(entries(found(window).events)) == 0
    texts = found(window).texts
    QTest.mouseClick(
        texts.viewport(), Qt.MouseButton.LeftButton, pos=texts.visualRect(texts.model().index(0, 0)).center()
    )
    document = window.source_panel.document
    assert document is not None
    assert window.session.selection is None
    span, *_ = places_in(document, terms_of("archive"), 9)
    assert document.text[slice(*span)] == "archive"
    assert isinstance(span, TextSpan)


def test_a_search_follows_what_is_edited(window: MainWindow) -> None:
    search(window, "zanzibar")
    assert window.commands.finding.found == 0
    window.session.apply(edits.set_title(window.session.events[0], "Zanzibar"))
    QTest.qWait(300)
    window.commands.finding.finish()
    assert window.commands.finding.found == 1


def test_other_words_end_a_search_that_is_being_made(window: MainWindow) -> None:
    finding = window.commands.finding
    finding.search("qaddafi")
    finding.search("fled")
    finding.finish()
    assert finding.found == 1
    finding.search("")
    assert not finding.is_running
    assert finding.found == 0
