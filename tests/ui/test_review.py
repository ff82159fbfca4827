"""The walk through proposals in the window: by keys, by the bar, stopped and resumed, with filters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from timeline_app import assets
from timeline_app.model.event import Status
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.sifting import Facet


def press(window: MainWindow, key: Qt.Key) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key)


def selected(window: MainWindow) -> str:
    return window.session.event(window.session.selection).title if window.session.selection else ""


def statuses(window: MainWindow) -> list[Status]:
    return [event.status for event in window.session.events]


def test_review_begins_with_the_first_in_time_and_each_decision_moves_on(window: MainWindow) -> None:
    in_time = [event.title for event in window.session.events]
    window.review.review.click()
    assert selected(window) == in_time[0]
    assert window.review.sentence.startswith("0 of 7 looked at")
    press(window, Qt.Key.Key_A)
    assert selected(window) == in_time[1]
    press(window, Qt.Key.Key_R)
    assert selected(window) == in_time[2]
    press(window, Qt.Key.Key_S)
    assert selected(window) == in_time[3]
    assert statuses(window)[:4] == [Status.ACCEPTED, Status.REJECTED, Status.PROPOSED, Status.PROPOSED]
    assert window.review.sentence == "3 of 7 looked at, 1 left for later"


def test_ctrl_enter_and_ctrl_backspace_decide_from_the_source_text(window: MainWindow) -> None:
    window.commands.review.begin()
    window.source_panel.text.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window.source_panel.text, Qt.Key.Key_Return, control)
    QTest.keyClick(window.source_panel.text, Qt.Key.Key_Backspace, control)
    assert statuses(window)[:3] == [Status.ACCEPTED, Status.REJECTED, Status.PROPOSED]
    assert window.review.sentence.startswith("2 of 7")


def test_the_buttons_of_the_panel_move_on_while_reviewing(window: MainWindow) -> None:
    window.commands.review.begin()
    window.source_panel.footer.accept.click()
    assert selected(window) == window.session.events[1].title


def test_the_end_is_reached_and_the_bar_goes(window: MainWindow) -> None:
    window.commands.review.begin()
    for _ in range(7):
        press(window, Qt.Key.Key_A)
    assert set(statuses(window)) == {Status.ACCEPTED}
    assert window.review.isHidden()


def test_the_last_that_waits_can_be_left(window: MainWindow) -> None:
    window.commands.review.accept_these(tuple(event.id for event in window.session.events[1:]))
    window.commands.review.begin()
    press(window, Qt.Key.Key_S)
    assert selected(window) == window.session.events[0].title
    assert window.status.line.text() == "Nothing else waits for a decision."


def test_stopping_keeps_the_place(window: MainWindow) -> None:
    window.commands.review.begin()
    press(window, Qt.Key.Key_A)
    window.review.close_link.click()
    assert window.review.isVisible()
    assert window.review.review.text() == "Go on"
    assert window.review.sentence == "6 proposed events from 1 document · 1 of 7 looked at"
    window.session.select(None)
    window.actions_table["review"].trigger()
    assert selected(window) == window.session.events[1].title
    window.review.close_link.click()
    window.review.close_link.click()
    assert window.review.isHidden()


def test_it_is_resumed_after_the_program_was_ended(window: MainWindow, open_window: OpenWindow, tmp_path: Path) -> None:
    window.commands.review.begin()
    press(window, Qt.Key.Key_A)
    path = tmp_path / "story.tlproj"
    window.session.save_as(path)
    window.close()
    again = open_window(path)
    again.actions_table["review"].trigger()
    assert selected(again) == again.session.events[1].title
    assert again.review.sentence.startswith("1 of 7 looked at")


def test_accept_all_means_what_is_shown_and_says_how_many(window: MainWindow) -> None:
    assert window.review.accept_all.text() == "Accept all"
    hidden = window.session.events[0]
    window.requests.filter.emit(window.shown.filter.with_values(Facet.CATEGORY, {hidden.category}))
    text = window.review.accept_all.text()
    window.review.accept_all.click()
    left = [event for event in window.session.events if event.status is Status.PROPOSED]
    assert {event.category for event in left} == {hidden.category}
    assert text == f"Accept {7 - len(left)} shown"


def test_a_button_says_how_many_wait_and_brings_the_bar_back(window: MainWindow, qtbot: QtBot) -> None:
    button = next(button for button in window.toolbar.findChildren(QPushButton) if button.text() == "Review 7")
    window.review.close_link.click()
    assert window.review.isHidden()
    button.click()
    assert window.review.is_walking
    window.commands.review.accept_all()
    qtbot.waitUntil(lambda: not button.isVisible())


def test_a_decision_can_be_taken_back_to_a_proposal(window: MainWindow) -> None:
    window.commands.review.accept_all()
    assert window.review.isHidden()
    window.session.select(window.session.events[2].id)
    window.actions_table["propose-again"].trigger()
    assert statuses(window).count(Status.PROPOSED) == 1
    assert window.review.isVisible()


def test_what_was_rejected_can_be_seen_again_and_proposed_again_from_the_panel(window: MainWindow) -> None:
    event = window.session.events[3]
    window.commands.review.reject_these((event.id,))
    assert window.shown.row_of(event.id) is None
    window.requests.filter.emit(window.shown.filter.with_values(Facet.STATUS, set()))
    assert window.shown.row_of(event.id) is not None
    window.session.select(event.id)
    reject = window.source_panel.footer.reject
    assert reject.text() == "Propose Again"
    reject.click()
    assert window.session.event(event.id).status is Status.PROPOSED
    assert reject.text() == "Reject"


def test_without_anything_shown_that_waits_it_says_where_the_rest_is(window: MainWindow) -> None:
    window.requests.filter.emit(window.shown.filter.with_values(Facet.STATUS, {Status.PROPOSED, Status.REJECTED}))
    window.commands.review.begin()
    assert window.status.line.text() == "7 proposed events are hidden by the filters at the left."
    assert not window.review.is_walking
    assert not window.review.accept_all.isEnabled()


def test_the_menu_of_an_event_decides_on_it(window: MainWindow) -> None:
    event = window.session.events[3]
    mark = next(mark for mark in window.stage.scene.marks if window.shown.event_at(mark.row).id == event.id)
    window.commands.pointing.menu(QPointF(mark.body.left + 5, mark.body.top + 5))
    menu = window.canvas.findChild(QMenu)
    assert menu is not None
    assert window.session.selection == event.id
    actions = {action.objectName(): action for action in menu.actions() if action.objectName()}
    assert {"edit", "accept", "reject", "ignore-like", "bin"} <= set(actions)
    assert "merge" not in actions, "what cannot be done is not offered"
    actions["reject"].trigger()
    assert window.session.event(event.id).status is Status.REJECTED
    menu.close()


def test_another_project_has_a_walk_of_its_own(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.commands.review.begin()
    monkeypatch.setattr(window.projects, "may_leave", lambda: True)
    window.projects.new()
    window.commands.documents.open_paths([assets.sample()])
    assert window.wait_until_idle(30)
    assert window.review.sentence == "7 proposed events from 1 document"
