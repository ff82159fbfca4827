"""The history panel: every step with when and by whom, back to any of them, and the way out as text or CSV."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.records import document, event, ingested
from timeline_app.model.change import Origin
from timeline_app.model.event import Flag, Status
from timeline_app.session import edits
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.storage.project import Step
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.panels.history import HistoryPanel
from timeline_app.ui.steps import START, Steps, as_table, as_text, day_in_words, publishable

LETTER = document()
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def session() -> Session:
    """Three steps on two days."""
    times = iter([NOON, NOON + timedelta(days=1), NOON + timedelta(days=1, hours=1), *[NOON + timedelta(days=2)] * 99])
    session = Session(now=lambda: next(times), who="Ada")
    session.add([ingested(LETTER, event(LETTER, "old", "1969"), event(LETTER, "new", "2011-03-30"))])
    session.apply(edits.accept([session.events[0]]))
    session.apply(edits.reject([session.events[1]]))
    return session


def labels(steps: Steps) -> list[str]:
    return [row.label if isinstance(row, Step) else str(row) for row in map(steps.row, range(steps.row_count))]


def test_steps_stand_newest_first_under_their_days(session: Session) -> None:
    steps = Steps()
    steps.follow(session, anew=True)
    day = (NOON + timedelta(days=1)).astimezone().date()
    assert labels(steps) == [
        str(day), "Reject “Event new”", "Accept “Event old”", str(day - timedelta(days=1)), "Add “Letter”", START,
    ]  # fmt: skip


def test_no_row_leads_back_to_before_what_undo_leaves_alone(session: Session) -> None:
    steps = Steps()
    session.stand_here()
    steps.follow(session, anew=True)
    assert START not in labels(steps)


def test_following_reads_only_what_is_new_and_sees_the_same(session: Session) -> None:
    steps, anew = Steps(), Steps()
    steps.follow(session)
    moves = (
        session.undo, session.undo, session.redo, session.undo,
        lambda: session.apply(edits.accept([session.events[1]])),
        lambda: session.apply(edits.set_title(session.events[0], "A"), "typing"),
        lambda: session.apply(edits.set_title(session.events[0], "AB"), "typing"),
        lambda: session.go_to(0), session.redo,
    )  # fmt: skip
    for move in moves:
        move()
        steps.follow(session)
        anew.follow(session, anew=True)
        assert list(steps) == list(anew) == list(session.history)
        assert labels(steps) == labels(anew)


def test_going_to_a_step_tells_listeners_once(session: Session) -> None:
    told: list[Topic] = []
    session.subscribe(told.append)
    session.go_to(0)
    assert session.events == []
    assert told.count(Topic.EVENTS) == told.count(Topic.HISTORY) == 1
    session.go_to(session.history[-1].id)
    assert [event.status for event in session.events] == [Status.ACCEPTED, Status.REJECTED]
    assert told.count(Topic.EVENTS) == 2


def test_the_history_leaves_as_text_and_as_a_table(session: Session) -> None:
    session.undo()
    first, _, last = as_text(session.history).splitlines()
    assert first.endswith("Add “Letter”  (from the machine, Ada)")
    assert last.endswith("Reject “Event new”  (undone, by hand, Ada)")
    header, *rows = csv.reader(io.StringIO(as_table(session.history)))
    assert header == ["step", "when", "what", "who", "origin", "state"]
    assert [row[-1] for row in rows] == ["done", "done", "undone"]
    assert datetime.fromisoformat(rows[0][1]) == NOON


def test_a_table_holds_no_formula() -> None:
    step = Step(1, "=cmd()", Origin.HAND, NOON, done=True)
    [_, row] = csv.reader(io.StringIO(as_table([step])))
    assert not row[2].startswith("=")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "Today"),
        (date(2026, 11, 21), "Yesterday"),
        (date(2026, 11, 20), "Friday 20 November 2026"),
        (date(2026, 11, 23), "Monday 23 November 2026"),
    ],
)
def test_days_are_called_as_people_call_them(day: date, words: str) -> None:
    assert day_in_words(day, date(2026, 11, 22)) == words


# In the window


def panel(window: MainWindow) -> HistoryPanel:
    found = window.panels["history"]
    assert isinstance(found, HistoryPanel)
    return found


def shown(window: MainWindow) -> list[str]:
    model = panel(window).list.model()
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_it_follows_what_is_done_and_a_click_goes_back(window: MainWindow) -> None:
    window.actions_table["panel-history"].trigger()
    titles = [event.title for event in window.session.events]
    window.commands.review.accept_these((window.session.events[0].id,))
    window.commands.review.reject_these((window.session.events[1].id,))
    assert shown(window)[:3] == ["Today", f"Reject “{titles[1]}”", f"Accept “{titles[0]}”"]
    rows = panel(window).list
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(2, 0)).center())
    assert [event.status for event in window.session.events[:2]] == [Status.ACCEPTED, Status.PROPOSED]
    assert len(shown(window)) == 5  # what was undone stays in the list
    rows.setCurrentIndex(rows.model().index(1, 0))
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert window.session.events[1].status is Status.REJECTED


def test_it_reads_nothing_while_nobody_looks(window: MainWindow) -> None:
    window.commands.review.accept_these((window.session.events[0].id,))
    assert len(panel(window).steps) == 0
    window.actions_table["panel-history"].trigger()
    assert len(panel(window).steps) == len(window.session.history)


def test_undo_keeps_the_place_in_a_long_list(window: MainWindow) -> None:
    window.actions_table["panel-history"].trigger()
    for number in range(40):
        window.session.apply(edits.set_title(window.session.events[0], f"Title {number}"))
    QApplication.processEvents()
    bar = panel(window).list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    window.commands.history.undo()
    assert bar.value() == before > 0


def test_it_is_copied(window: MainWindow) -> None:
    window.actions_table["panel-history"].trigger()
    window.commands.review.accept_these((window.session.events[0].id,))
    panel(window).list.setFocus()
    window.actions_table["copy"].trigger()
    assert "Accept" in QGuiApplication.clipboard().text().splitlines()[-1]
    window.requests.copy_history.emit("csv")
    assert QGuiApplication.clipboard().text().startswith("step,when,what")


def test_a_copied_history_names_nothing_private(session: Session) -> None:
    session.apply(edits.set_flag([session.events[1]], Flag.PRIVATE, on=True))
    labels = [step.label for step in publishable(session.history, session.private_steps)]
    assert labels[1] == "Accept “Event old”"
    assert not any("Event new" in label for label in labels)
    session.apply(edits.set_private(session.documents[0], on=True))
    told = as_text(publishable(session.history, session.private_steps))
    assert "Event" not in told
    assert "Letter" not in told


def test_the_panel_shows_no_title_that_was_forgotten(window: MainWindow) -> None:
    window.actions_table["panel-history"].trigger()
    document = window.session.documents[0]
    window.session.apply(edits.rename_document(document, "Secret"))
    window.session.apply(window.session.binning(document.id).change)
    assert any("Secret" in words for words in shown(window))
    window.session.forget([document.id])
    assert not any("Secret" in words for words in shown(window))
