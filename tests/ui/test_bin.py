"""Documents are asked about with numbers, go to the bin, come back, or are forgotten for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QMessageBox
from shiboken6 import isValid

from tests.ui.answers import answering
from tests.ui.conftest import OpenWindow
from timeline_app import assets
from timeline_app.model.change import Change
from timeline_app.session.edits import Binning
from timeline_app.ui.bin_dialog import BinDialog
from timeline_app.ui.commands.bin import loss_in_words
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.panels.source_list import SourceList


def press(box: QMessageBox, words: str) -> None:
    next(button for button in box.buttons() if button.text().replace("&", "") == words).click()


@pytest.mark.parametrize(
    ("alone", "others", "words"),
    [
        (9, 4, "9 events lose their only source and go along, 4 keep others."),
        (1, 1, "1 event loses its only source and goes along, 1 keeps others."),
        (0, 3, "3 events keep other sources."),
        (2, 0, "2 events lose their only source and go along."),
        (0, 0, "No event depends on it."),
    ],
)
def test_the_cost_is_said_in_numbers(alone: int, others: int, words: str) -> None:
    assert loss_in_words(Binning(Change("", ()), alone, others)) == words


def test_removing_asks_with_numbers_and_can_be_refused(window: MainWindow) -> None:
    said: list[str] = []

    def refuse(box: QMessageBox) -> None:
        said.extend((box.text(), box.informativeText()))
        press(box, "Cancel")

    window.panels["sources"].list.setFocus()  # type: ignore[attr-defined]
    window.panels["sources"].list.setCurrentRow(0)  # type: ignore[attr-defined]
    with answering(QMessageBox, refuse):
        QTest.keyClick(window.panels["sources"].list, Qt.Key.Key_Delete)  # type: ignore[attr-defined]
    assert said[0] == "Put “What Libyan Defections Mean for Muammar Qaddafi” in the bin?"
    assert said[1].startswith("7 events lose their only source and go along.")
    assert len(window.session.events) == 7


def bin_it(window: MainWindow) -> None:
    with answering(QMessageBox, lambda box: press(box, "Put in the Bin")):
        window.actions_table["remove"].trigger()
    assert len(window.session.events) == 0


def test_the_bin_gives_back_one_event_or_all(window: MainWindow) -> None:
    bin_it(window)

    def one_event(dialog: BinDialog) -> None:
        events = dialog.tree.topLevelItem(1)
        assert events is not None
        assert events.text(0) == "Events (7)"
        first = events.child(0)
        assert first is not None
        dialog.tree.setCurrentItem(first)
        dialog.restore.click()
        assert len(window.session.events) == 1
        assert dialog.tree.topLevelItemCount() == 1, "its document came back too"
        rest = dialog.tree.topLevelItem(0)
        assert rest is not None
        dialog.tree.setCurrentItem(rest)
        dialog.restore.click()
        assert dialog.tree.topLevelItemCount() == 0
        assert not dialog.restore.isEnabled()
        dialog.reject()

    with answering(BinDialog, one_event) as seen:
        window.actions_table["show-bin"].trigger()
    assert seen
    assert len(window.session.events) == 7


def test_what_was_chosen_stays_so_where_one_rather_does_not_forget_it(window: MainWindow) -> None:
    bin_it(window)

    def rather_not(dialog: BinDialog) -> None:
        dialog.tree.selectAll()
        chosen = dialog.chosen
        with answering(QMessageBox, lambda box: press(box, "Cancel")):
            dialog.forget.click()
        assert dialog.chosen == chosen
        assert any(chosen)
        dialog.reject()

    with answering(BinDialog, rather_not) as seen:
        window.actions_table["show-bin"].trigger()
    assert seen


def test_a_document_is_called_what_one_types(window: MainWindow) -> None:
    def type_it(dialog: QInputDialog) -> None:
        assert dialog.width() >= 400, "titles are long"
        dialog.setTextValue("  Libya ")
        dialog.accept()

    with answering(QInputDialog, type_it):
        window.actions_table["rename-document"].trigger()
    assert window.session.documents[0].title == "Libya"


def test_the_card_of_a_private_document_says_so(window: MainWindow) -> None:
    window.actions_table["private-document"].trigger()
    cards = window.findChild(SourceList)
    assert cards is not None
    card = cards.item(0)
    assert "private · " in str(card.data(Qt.ItemDataRole.AccessibleTextRole))


def test_forgetting_warns_and_takes_the_words_out_of_the_file(window: MainWindow, tmp_path: Path) -> None:
    window.session.save_as(tmp_path / "story.tlproj")
    bin_it(window)
    warned: list[str] = []

    def forget(dialog: BinDialog) -> None:
        def sure(box: QMessageBox) -> None:
            warned.append(box.informativeText())
            press(box, "Forget for Good")

        documents = dialog.tree.topLevelItem(0)
        assert documents is not None
        dialog.tree.setCurrentItem(documents)
        with answering(QMessageBox, sure):
            dialog.forget.click()
        assert dialog.tree.topLevelItemCount() == 0
        dialog.reject()

    with answering(BinDialog, forget):
        window.actions_table["show-bin"].trigger()
    assert "cannot be undone" in warned[0]
    assert window.session.bin == ((), ())
    window.close()
    files = list(tmp_path.glob("story.tlproj*"))
    assert files
    assert not any(b"Koussa" in path.read_bytes() for path in files)


def test_a_document_is_renamed_and_marked_private_from_its_menu(window: MainWindow) -> None:
    cards = window.panels["sources"].list  # type: ignore[attr-defined]
    centre = cards.visualItemRect(cards.item(0)).center()
    at = cards.viewport().mapToGlobal(centre)
    QApplication.sendEvent(cards.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, at))
    menu = window.findChild(QMenu, "document_menu")
    assert menu is not None
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert {"Rename…", "Remove…", "Private, Never Exported or Copied"} <= set(texts)

    def name(dialog: QInputDialog) -> None:
        dialog.setTextValue("  Defections  ")
        dialog.accept()

    with answering(QInputDialog, name):
        next(action for action in menu.actions() if action.objectName() == "rename-document").trigger()
    if isValid(menu):
        menu.close()
    assert window.session.documents[0].title == "Defections"
    private = window.actions_table["private-document"]
    assert not private.isChecked()
    private.trigger()
    assert private.isChecked()
    assert window.session.documents[0].private
    assert window.source_panel.line.sentence.endswith("private")
    window.commands.history.undo()
    assert not private.isChecked()


def test_a_document_in_the_bin_that_is_opened_again_comes_back(open_window: OpenWindow) -> None:
    window = open_window(assets.sample())
    bin_it(window)
    window.commands.documents.open_paths([assets.sample()])
    assert window.wait_until_idle(30)
    assert len(window.session.events) == 7
