"""Beside the text: what became of each dated passage, the way there by click and key, and how the text was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.answers import answering
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Event, EventId
from timeline_app.session.coverage import Coverage, Passage, Use
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.panels.marked_scroll_bar import MarkedScrollBar, Stroke

BarWith = Callable[..., MarkedScrollBar]
GREY, BLUE = QColor("#777777"), QColor("#0000ff")


def dated_at(event: Event) -> int:
    return event.expression.span.start if event.expression else -1


@pytest.fixture
def bar_with(qtbot: QtBot) -> BarWith:
    def make(*strokes: Stroke) -> MarkedScrollBar:
        bar = MarkedScrollBar()
        qtbot.addWidget(bar)
        bar.resize(14, 400)
        bar.show()
        bar.set_strokes(strokes, GREY, BLUE)
        return bar

    return make


def test_the_strip_shows_every_date_with_what_became_of_it(window: MainWindow) -> None:
    first = window.session.events[0]
    window.commands.review.reject_these((first.id,))
    window.commands.review.accept_these((window.session.events[3].id,))
    strokes = {stroke.position: stroke.use for _, stroke in window.source_panel.text.strip.drawn}
    assert strokes[dated_at(first)] is Use.REJECTED
    assert strokes[dated_at(window.session.events[3])] is Use.ACCEPTED
    assert list(strokes.values()).count(Use.PROPOSED) == 4, "two dates of one line are one stroke"


def test_the_line_over_the_text_says_how_much_is_used_and_how_it_was_read(window: MainWindow) -> None:
    assert window.source_panel.line.sentence == "7 of 7 date expressions used · English, as news"
    window.commands.review.reject_these((window.session.events[0].id,))
    assert window.source_panel.line.sentence.startswith("6 of 7 date expressions used")
    legend = window.source_panel.text.strip.legend
    assert legend == "6 of 7 date expressions used\n□  6 proposed\n×  1 rejected"
    assert window.source_panel.text.strip.accessibleDescription() == legend


def test_a_choice_of_language_is_said_to_be_one(window: MainWindow) -> None:
    panel = window.source_panel
    document = replace(window.session.documents[0], chosen_language="de", counting="history", private=True)
    panel.line.show_document(document, window.session.tagging(document.id), Coverage((), 0, 1))
    assert panel.line.sentence == (
        "0 of 1 date expression used · German (your choice), as history (your choice) · private"
    )


def test_a_click_on_a_stroke_shows_the_passage_and_selects_its_event(window: MainWindow) -> None:
    window.session.select(None)
    strip = window.source_panel.text.strip
    strip.setValue(0)
    middle, stroke = strip.drawn[-1]
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, round(middle)))
    QTest.qWait(20)
    selected = window.session.event(window.session.selection or EventId(""))
    assert dated_at(selected) == stroke.position
    assert strip.value() > 0


def test_keys_go_from_passage_to_passage_and_around(window: MainWindow) -> None:
    in_text = sorted(window.session.events, key=dated_at)
    window.session.select(in_text[0].id)
    window.actions_table["next-passage"].trigger()
    assert window.session.selection == in_text[1].id
    for _ in range(2):
        window.actions_table["previous-passage"].trigger()
    assert window.session.selection == in_text[-1].id


def test_strokes_on_one_place_give_way_to_what_asks_most(bar_with: BarWith) -> None:
    bar = bar_with(*(Stroke(0.5, at, use) for at, use in enumerate((Use.ACCEPTED, Use.PROPOSED, Use.REJECTED))))
    assert [stroke.use for _, stroke in bar.drawn] == [Use.PROPOSED]
    bar.set_strokes([Stroke(0.5, 0, Use.PROPOSED), Stroke(0.5, 1, Use.ACCEPTED, selected=True)], GREY, BLUE)
    assert [stroke.position for _, stroke in bar.drawn] == [1]


def test_a_text_with_many_dates_has_no_more_strokes_than_there_is_room_for(bar_with: BarWith) -> None:
    bar = bar_with(*(Stroke(number / 50_000, number, Use.UNREAD) for number in range(50_000)))
    assert len(bar.drawn) <= 400 / 6 + 1
    bar.resize(14, 200)
    assert len(bar.drawn) <= 200 / 6 + 1
    assert all(0 <= middle <= 200 for middle, _ in bar.drawn)


def test_each_use_has_its_own_form(bar_with: BarWith) -> None:
    pictures = set()
    for use in Use:
        bar = bar_with(Stroke(0.5, 0, use))
        image = bar.grab().toImage()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(Use)


def test_a_drag_that_begins_on_a_stroke_scrolls(window: MainWindow) -> None:
    strip = window.source_panel.text.strip
    strip.setValue(0)
    middle, _ = strip.drawn[0]
    window.session.select(None)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, round(middle)))
    QTest.mouseMove(strip, QPoint(7, round(middle) + 40))
    QTest.mouseMove(strip, QPoint(7, round(middle) + 80))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, round(middle) + 80))
    assert strip.value() > 0
    assert window.session.selection is None


def test_without_a_document_nothing_is_said(window: MainWindow) -> None:
    window.source_panel.text.cover(Coverage((Passage(TextSpan(0, 1), Use.UNREAD),), 0, 1))
    assert window.source_panel.text.strip.legend
    with answering(QMessageBox, lambda box: box.buttons()[0].click()):
        window.actions_table["remove"].trigger()
    assert window.source_panel.text.strip.legend == ""
    assert window.source_panel.line.isHidden()
