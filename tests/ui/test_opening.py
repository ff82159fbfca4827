"""Documents on their way in: without a date, dropped, pasted, unreadable, cancelled."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.answers import answering
from tests.ui.conftest import OpenWindow, OwnProcessJobs
from timeline_app import assets
from timeline_app.model.event import Undated
from timeline_app.session.desk import Desk
from timeline_app.session.preferences import load
from timeline_app.ui.dialogs import PasteDialog
from timeline_app.ui.job_reports import JobReports
from timeline_app.ui.main_window import MainWindow

LETTER = "On Monday the bridge collapsed. The mayor resigned on 3 May 2011."


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """The sample article without its metadata."""
    copy = tmp_path / "article.txt"
    copy.write_bytes(assets.sample().read_bytes())
    return copy


def placed(window: MainWindow) -> int:
    return sum(event.value is not None for event in window.session.events)


def dropped(window: MainWindow, mime: QMimeData, action: Qt.DropAction = Qt.DropAction.CopyAction) -> None:
    at, button = QPoint(400, 300), Qt.MouseButton.LeftButton
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its successor came with Qt 6.12
        enter = QDragEnterEvent(at, action, mime, button, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(at), action, mime, button, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(drop)
    moved = drop.isAccepted() and drop.dropAction() is Qt.DropAction.MoveAction
    assert not moved, "the other program would remove its own"
    QApplication.processEvents()


def answer_paste_dialog(written_on: str = "") -> Callable[[], None]:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasteDialog)
        dialog.date.setText(written_on)
        dialog.accept()

    return answer


def test_without_a_date_one_event_is_placed_and_six_wait_on_the_shelf(open_window: OpenWindow, undated: Path) -> None:
    window = open_window(undated)
    assert (placed(window), len(window.session.undated)) == (1, 6)
    assert window.shelf.isVisible()
    assert window.shelf.toggle.text().endswith("6 not placed")
    assert window.status.line.text().endswith("6 not placed")


@pytest.mark.parametrize("typed", ["2011-03-31", "31 March 2011", "March 31, 2011"])
def test_the_date_that_was_asked_for_places_all_at_once(open_window: OpenWindow, undated: Path, typed: str) -> None:
    window = open_window(undated)
    field = window.shelf.findChild(QLineEdit, "date_field")
    assert field is not None
    assert field.isVisible()
    field.setFocus()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.wait_until_idle(30)
    assert (placed(window), len(window.session.undated)) == (7, 0)
    assert not window.shelf.isVisible()
    assert window.canvas.hasFocus()
    window.actions_table["undo"].trigger()
    assert placed(window) == 1


def test_words_that_are_no_date_get_a_sentence_beside_the_field(open_window: OpenWindow, undated: Path) -> None:
    window = open_window(undated)
    window.shelf.box.field.setFocus()
    QTest.keyClicks(window.shelf.box.field, "soon")
    QTest.keyClick(window.shelf.box.field, Qt.Key.Key_Return)
    assert "“soon” is not a date" in window.shelf.box.reading
    assert placed(window) == 1


def test_the_shelf_shows_each_quote_and_selects_its_event(open_window: OpenWindow, undated: Path) -> None:
    window = open_window(undated)
    window.shelf.set_open(is_open=True)
    group = window.shelf.list.topLevelItem(0)
    assert group is not None
    assert group.childCount() == 6
    row = group.child(0)
    assert row is not None
    assert "resigned and fled to London" in row.text(2)
    window.shelf.list.itemClicked.emit(row, 0)
    assert window.session.selection is not None
    assert window.session.event(window.session.selection).value is None
    assert window.source_panel.date.text().startswith("not placed")


def test_the_shelf_names_the_reasons_that_its_question_does_not(open_window: OpenWindow, undated: Path) -> None:
    window = open_window(undated)
    assert window.shelf.toggle.accessibleName() == "6 events not placed"
    first, *others = window.session.undated
    vague = replace(first, undated=Undated.TOO_VAGUE)
    window.shelf.show_events((vague, *others), window.session.documents)
    assert window.shelf.toggle.accessibleName() == "6 events not placed · 1 too vague"
    window.shelf.show_events((vague, *others), ())
    assert window.shelf.toggle.accessibleName() == "6 events not placed · 5 need the document’s date · 1 too vague"


def test_the_card_can_change_the_date_of_the_document(open_window: OpenWindow, undated: Path) -> None:
    window = open_window(undated)
    window.session.select(window.session.undated[0].id)
    window.source_panel.card.followed.emit("published")
    QTest.keyClicks(window.source_panel.box.field, "31 March 2011")
    QTest.keyClick(window.source_panel.box.field, Qt.Key.Key_Return)
    assert window.wait_until_idle(30)
    assert placed(window) == 7


@pytest.mark.parametrize("action", [Qt.DropAction.CopyAction, Qt.DropAction.MoveAction], ids=["copied", "moved"])
def test_dropped_files_are_opened(open_window: OpenWindow, undated: Path, action: Qt.DropAction) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(undated))])
    dropped(window, mime, action)
    assert window.wait_until_idle(30)
    assert len(window.session.documents) == 1
    assert window.preferences.recent == (str(undated),)


def test_pasted_text_becomes_a_document(open_window: OpenWindow) -> None:
    window = open_window()
    QGuiApplication.clipboard().setText(LETTER)
    QTimer.singleShot(0, answer_paste_dialog("5 May 2011"))
    window.canvas.setFocus()
    window.actions_table["paste"].trigger()
    assert window.wait_until_idle(30)
    assert [event.value.edtf for event in window.session.events if event.value] == ["2011-05-02", "2011-05-03"]


def test_dropped_text_becomes_a_document(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setText(LETTER)
    QTimer.singleShot(50, answer_paste_dialog())
    dropped(window, mime)
    qtbot.waitUntil(lambda: len(window.session.documents) == 1)


def test_an_empty_clipboard_gets_a_sentence(open_window: OpenWindow) -> None:
    window = open_window()
    QGuiApplication.clipboard().clear()
    window.actions_table["paste"].trigger()
    assert window.messages.sentences == ("There is no text on the clipboard.",)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.txt", b"", "“empty.txt” is empty."),
        ("photo.txt", bytes(range(256)) * 64, "photo.txt"),
        ("gone.txt", None, "There is no file"),
    ],
    ids=["empty", "binary", "missing"],
)
def test_a_bad_file_gets_a_sentence_and_the_window_goes_on(
    open_window: OpenWindow, tmp_path: Path, name: str, content: bytes | None, expected: str
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    window = open_window(bad, assets.sample())
    assert len(window.messages.sentences) == 1
    assert expected in window.messages.sentences[0]
    assert window.messages.isVisible()
    assert placed(window) == 7


def test_the_same_file_twice_is_said_and_not_added(window: MainWindow) -> None:
    window.commands.documents.open_paths([assets.sample()])
    assert window.wait_until_idle(30)
    assert len(window.session.documents) == 1
    assert "already" in window.messages.sentences[0]


def test_reading_can_be_cancelled(open_window: OpenWindow, jobs: OwnProcessJobs, undated: Path) -> None:
    window = open_window()
    jobs.held = True
    window.commands.documents.open_paths([undated])
    assert window.status.progress_shown
    window.status.cancel_asked.emit()
    jobs.held = False
    assert window.wait_until_idle(5)
    assert window.session.documents == ()
    assert not window.status.progress_shown


def test_undo_leaves_the_sample_that_the_program_opened_alone(open_window: OpenWindow) -> None:
    window = open_window()
    window.commands.documents.open_sample()
    assert window.wait_until_idle(30)
    undo = window.actions_table["undo"]
    assert not undo.isEnabled()
    window.commands.review.accept_all()
    assert undo.isEnabled()
    undo.trigger()
    assert not undo.isEnabled()
    window.commands.history.undo()
    assert placed(window) == 7


def test_the_example_can_be_taken_off_once_there_is_a_document_of_ones_own(
    open_window: OpenWindow, undated: Path
) -> None:
    window = open_window()
    window.commands.documents.open_sample()
    assert window.wait_until_idle(30)
    assert window.example.isHidden()
    window.commands.documents.open_paths([undated])
    assert window.wait_until_idle(30)
    assert window.example.sentence == "The example article is still on this timeline."
    window.example.open.click()
    assert window.example.isHidden()
    assert [document.path for document in window.session.documents] == [str(undated)]
    window.commands.history.undo()
    assert len(window.session.documents) == 2


def test_nobody_offers_to_take_off_what_one_opened_oneself(window: MainWindow, undated: Path) -> None:
    window.commands.documents.open_paths([undated])
    assert window.wait_until_idle(30)
    assert window.example.isHidden()


def test_an_opened_document_can_be_removed_and_brought_back(window: MainWindow) -> None:
    with answering(QMessageBox, lambda box: box.buttons()[0].click()):
        window.actions_table["remove"].trigger()
    assert window.session.events == ()
    assert window.source_panel.title.text() == ""
    assert window.canvas.empty_words.startswith("Open a document")
    window.actions_table["undo"].trigger()
    assert placed(window) == 7


def test_the_example_can_be_read_before_its_events_are_found(open_window: OpenWindow, jobs: OwnProcessJobs) -> None:
    jobs.held = True
    window = open_window()
    window.commands.documents.open_sample()
    panel, sample = window.source_panel, assets.sample().read_text(encoding="utf-8")
    assert panel.text.toPlainText().split() == sample.split()
    assert panel.title.text()
    assert not window.session.documents
    jobs.held = False
    assert window.wait_until_idle(30)
    assert len(window.session.documents) == 1
    assert panel.text.toPlainText().split() == sample.split()


def test_a_project_without_documents_shows_the_example_no_more(open_window: OpenWindow, jobs: OwnProcessJobs) -> None:
    jobs.held = True
    window = open_window()
    window.commands.documents.open_sample()
    window.projects.new()
    assert window.source_panel.text.toPlainText() == ""


def test_the_timeline_is_made_when_the_window_has_been_painted(qapp: QApplication, jobs: OwnProcessJobs) -> None:
    window = MainWindow(Desk(), JobReports(jobs, qapp), load())  # type: ignore[arg-type]
    try:
        assert "canvas" not in vars(window)
        window.commands.documents.open_sample()
        window.show()
        assert window.reports.is_held
        QApplication.processEvents()
        deadline = monotonic() + 10
        while (window.hung is None or window.reports.busy) and monotonic() < deadline:
            QApplication.processEvents()
        assert window.hung is not None
        assert window.hung.isVisible()
        assert window.focusWidget() is window.hung, "also while another program is in front"
        assert len(window.session.documents) == 1
    finally:
        window.close()
        window.deleteLater()
