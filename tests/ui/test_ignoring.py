"""Dates like a certain one are left out: what goes is shown first, it is one step, and it holds for later documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.answers import answering
from tests.ui.conftest import OpenWindow
from timeline_app.model.arrangement import Likeness
from timeline_app.model.event import Event, Status
from timeline_app.ui.ignore_dialog import IgnoreDialog
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.rules_dialog import RulesDialog

FIRST = """Sent: On 30 March 2011 Ann Miller wrote to Paris.
On 28 March 2011 Bob Smith resigned.
Sent: On 31 March 2011 Carla Jones wrote to London.
"""
SECOND = """Sent: On 2 April 2011 Dora Brown wrote to Rome.
On 1 April 2011 the king died.
"""


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text)
    made = open_window(tmp_path / "first.txt", tmp_path / "second.txt")
    assert len(made.session.events) == 5
    return made


def about(window: MainWindow, words: str) -> Event:
    return next(event for event in window.session.events if words in event.citations[0].quote.exact)


def rejected(window: MainWindow) -> set[str]:
    people = ("Ann", "Bob", "Carla", "Dora", "king")
    return {name for name in people if about(window, name).status is Status.REJECTED}


def finish(dialog: IgnoreDialog) -> None:
    while not dialog.go.isEnabled():
        QTest.qWait(5)


def test_what_goes_is_shown_first_and_is_one_step(window: MainWindow) -> None:
    window.session.select(about(window, "Ann").id)

    def look(dialog: IgnoreDialog) -> None:
        finish(dialog)
        assert dialog.rule.likeness is Likeness.LINE_START
        assert dialog.go.text() == "Ignore 2 Events"
        assert dialog.tree.topLevelItemCount() == 2
        assert rejected(window) == set()
        dialog.accept()

    with answering(IgnoreDialog, look) as seen:
        window.actions_table["ignore-like"].trigger()
    assert seen
    assert rejected(window) == {"Ann", "Carla"}
    assert [rule.words for rule in window.session.ignore_rules] == ["Sent:"]
    window.commands.history.undo()
    assert rejected(window) == set()
    assert not window.session.ignore_rules


def test_the_whole_project_and_documents_read_later(window: MainWindow, tmp_path: Path) -> None:
    window.session.select(about(window, "Ann").id)

    def everywhere(dialog: IgnoreDialog) -> None:
        dialog.scope.setCurrentIndex(1)
        finish(dialog)
        assert dialog.go.text() == "Ignore 3 Events"
        dialog.accept()

    with answering(IgnoreDialog, everywhere):
        window.actions_table["ignore-like"].trigger()
    assert rejected(window) == {"Ann", "Carla", "Dora"}
    later = tmp_path / "later.txt"
    later.write_text("Sent: On 5 May 2011 Emma Stone wrote to Madrid.\nOn 4 May 2011 Fred White resigned.\n")
    window.commands.documents.open_paths([later])
    assert window.wait_until_idle(30)
    assert about(window, "Emma").status is Status.REJECTED
    assert about(window, "Fred").status is Status.PROPOSED
    assert window.status.line.text() == "1 event left out by your rules about dates to ignore."


def test_a_walk_goes_on_after_what_is_ignored(window: MainWindow) -> None:
    window.commands.review.begin()
    window.session.select(about(window, "Ann").id)

    def accept(dialog: IgnoreDialog) -> None:
        finish(dialog)
        dialog.accept()

    with answering(IgnoreDialog, accept):
        window.actions_table["ignore-like"].trigger()
    selected = window.session.selection
    assert selected is not None
    assert window.session.event(selected).status is Status.PROPOSED
    assert window.review.sentence.startswith("2 of 5 looked at")


def test_a_refused_dialog_changes_nothing(window: MainWindow) -> None:
    window.session.select(about(window, "Ann").id)
    with answering(IgnoreDialog, lambda dialog: dialog.reject()):
        window.actions_table["ignore-like"].trigger()
    assert rejected(window) == set()
    assert not window.session.ignore_rules


def test_the_menu_of_a_date_in_the_text_means_that_date(window: MainWindow) -> None:
    window.session.select(about(window, "Ann").id)
    text = window.source_panel.text
    at = _place_of(window, "28 March")
    QApplication.sendEvent(text.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, text.mapToGlobal(at)))
    menus = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMenu) and widget.isVisible()]
    assert any("Like This" in action.text() for menu in menus for action in menu.actions())
    for menu in menus:
        menu.close()
    words: list[str] = []

    def look(dialog: IgnoreDialog) -> None:
        words.extend(button.text() for button in dialog.kinds.buttons())
        dialog.reject()

    with answering(IgnoreDialog, look):
        window.actions_table["ignore-like"].trigger()
    assert words == ["Dates that read “28 March 2011”"]


def _place_of(window: MainWindow, words: str) -> QPoint:
    text = window.source_panel.text
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.toPlainText().index(words) + 2)
    return text.cursorRect(cursor).center()


def test_a_rule_can_be_removed_and_gives_its_events_back(window: MainWindow) -> None:
    window.session.select(about(window, "Ann").id)

    def accept(dialog: IgnoreDialog) -> None:
        finish(dialog)
        dialog.accept()

    with answering(IgnoreDialog, accept):
        window.actions_table["ignore-like"].trigger()

    def remove(dialog: RulesDialog) -> None:
        assert dialog.list.count() == 1
        assert dialog.list.item(0).text() == "Dates in lines that begin with “Sent:”, in “first”"
        dialog.remove.click()
        assert dialog.list.count() == 0
        assert not dialog.remove.isEnabled()
        dialog.reject()

    with answering(RulesDialog, remove) as seen:
        window.actions_table["ignore-rules"].trigger()
    assert seen
    assert rejected(window) == set()
    assert not window.session.ignore_rules


def test_without_a_date_it_says_what_to_do(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Nothing ever happened here.")
    window = open_window(path)
    window.actions_table["ignore-like"].trigger()
    assert window.status.line.text().startswith("Select an event, or a date in the text")
    assert window.actions_table["ignore-like"].shortcut().isEmpty()
