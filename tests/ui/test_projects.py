"""Projects in the window: opened, named, copied, kept as drafts, left, and offered again; what is said is true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from timeline_app import assets
from timeline_app.readers import document_from_text
from timeline_app.session import contents, drafts, edits, preferences
from timeline_app.session.ingest import INGEST, DocumentRequest
from timeline_app.session.session import Session
from timeline_app.storage import schema
from timeline_app.ui import app
from timeline_app.ui.dialogs import DraftDialog, Leaving
from timeline_app.ui.main_window import MainWindow

TEXT = "The mayor resigned on 3 May 2011. The bridge collapsed on 7 June 2012."


def fill(session: Session) -> None:
    outcome = INGEST.attempt(DocumentRequest(document_from_text(TEXT, "Letter"))).outcome
    assert outcome is not None
    session.add([outcome])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.tlproj"
    with closing(Session.open(path)) as session:
        fill(session)
    return path


@pytest.fixture
def untouched(open_window: OpenWindow) -> MainWindow:
    """A window on the sample that the program opened by itself."""
    window = open_window()
    window.commands.documents.open_sample()
    assert window.wait_until_idle(30)
    return window


@pytest.fixture
def started() -> Iterator[Callable[..., MainWindow]]:
    """Starts the program's window, and closes all at the end."""
    made: list[MainWindow] = []

    def start(*paths: Path) -> MainWindow:
        window = app.create_window(paths, resume=True)
        made.append(window)
        assert window.wait_until_idle(60)
        return window

    yield start
    for window in made:
        window.close()
        window.deleteLater()


def answer(window: MainWindow, monkeypatch: pytest.MonkeyPatch, leaving: Leaving) -> list[bool]:
    asked: list[bool] = []

    def about_draft(*, can_keep: bool) -> Leaving:
        asked.append(can_keep)
        return leaving

    monkeypatch.setattr(window.questions, "about_draft", about_draft)
    return asked


def name(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(window.questions, "project_name", lambda _title, _suggested: path)


def closed_by_the_user(window: MainWindow) -> bool:
    """What the system does when the × in the title bar is pressed; whether the window is gone."""
    QApplication.sendEvent(window.windowHandle(), QCloseEvent())
    return not window.isVisible()


def kept() -> list[Path]:
    return sorted(drafts.folder().glob("*"))


def titles(window: MainWindow) -> list[str]:
    return [document.title for document in window.session.documents]


def said(window: MainWindow) -> str:
    return window.status.saved.text()


def test_a_project_is_opened_in_place_of_the_sample(untouched: MainWindow, project: Path) -> None:
    untouched.commands.selection.select(untouched.session.id_at(0))
    untouched.commands.documents.open_paths([project])
    assert titles(untouched) == ["Letter"]
    assert len(untouched.shown.columns) == 2
    assert untouched.session.selection is None
    assert said(untouched) == "Saved · bridge.tlproj"
    assert untouched.windowTitle() == "Saved · bridge.tlproj – Timeline"
    assert untouched.preferences.recent[0] == str(project)
    assert untouched.messages.sentences == ()
    assert kept() == []


def test_a_large_project_is_read_beside_the_window(
    untouched: MainWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "LARGE", 0)
    untouched.commands.documents.open_paths([project])
    assert titles(untouched) == ["Letter"]
    untouched.session.apply(edits.accept(untouched.session.events))
    assert untouched.session.undo_label == "Accept 2 events"
    assert not untouched.projects.open(project.with_name("none.tlproj"))


def test_documents_named_with_a_project_are_added_to_it(open_window: OpenWindow, project: Path) -> None:
    window = open_window(project, assets.sample())
    assert titles(window)[0] == "Letter"
    assert len(window.session.documents) == 2
    window.close()
    with closing(Session.open(project)) as again:
        assert len(again.documents) == 2


def test_a_dropped_project_is_opened(open_window: OpenWindow, project: Path, qtbot: QtBot) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(project))])
    at, button, action = QPointF(400, 300), Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(at, action, mime, button, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: titles(window) == ["Letter"])


def test_the_recent_list_opens_a_project(open_window: OpenWindow, project: Path) -> None:
    open_window(project).close()
    window = open_window()
    window.actions_table.recent.actions()[0].trigger()
    assert window.session.path == project


def _not_one(path: Path) -> None:
    path.write_bytes(b"no project at all, only words")


def _newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (schema.VERSION + 1).to_bytes(4, "big")
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [(_not_one, "is not a project file"), (_newer, "newer version"), (Path.unlink, "There is no project")],
    ids=["not a project", "newer", "gone"],
)
def test_what_cannot_be_opened_gets_a_sentence_and_the_window_goes_on(
    untouched: MainWindow, project: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(project)
    untouched.commands.documents.open_paths([project])
    assert sentence in untouched.messages.sentences[0]
    assert len(untouched.session.events) == 7
    untouched.commands.review.accept_all()
    assert untouched.session.undo_label is not None


def test_a_project_that_is_open_elsewhere_is_refused(untouched: MainWindow, project: Path) -> None:
    with closing(Session.open(project)):
        untouched.commands.documents.open_paths([project])
    assert "is open in another window" in untouched.messages.sentences[0]
    assert said(untouched) == "Not saved"


def test_a_damaged_project_is_shown_to_read(untouched: MainWindow, project: Path) -> None:
    content = bytearray(project.read_bytes())
    content[-3 * 4096 :] = b"\xff" * (3 * 4096)
    project.write_bytes(content)
    untouched.commands.documents.open_paths([project])
    assert said(untouched) == "Read only · bridge.tlproj"
    assert untouched.messages.sentences == (untouched.session.remark,)
    assert untouched.session.remark


def test_the_sample_alone_leaves_no_draft(untouched: MainWindow) -> None:
    assert said(untouched) == "Not saved"
    assert untouched.windowTitle() == "Timeline"
    assert closed_by_the_user(untouched)
    assert kept() == []


def test_the_first_edit_goes_into_a_draft_that_a_crash_leaves(untouched: MainWindow) -> None:
    before = untouched.session.events[0].id
    untouched.commands.selection.select_all()
    untouched.commands.review.accept()
    assert said(untouched) == "Saved as a draft"
    assert untouched.windowTitle() == "Saved as a draft – Timeline"
    assert len(untouched.shown.picked) == 7
    assert untouched.session.events[0].id == before
    untouched.commands.history.undo()
    assert untouched.commands.history.undo_label is None, "the sample is not for undo"
    untouched.commands.history.redo()
    untouched.close()
    [left] = drafts.left_behind()
    assert (left.documents, left.events) == (1, 7)


def test_opened_documents_go_into_a_draft(window: MainWindow) -> None:
    assert said(window) == "Saved as a draft"
    assert drafts.is_draft(window.session.path)


def test_without_a_place_for_drafts_it_is_said_once_and_not_called_saved(untouched: MainWindow) -> None:
    drafts.folder().parent.mkdir(parents=True, exist_ok=True)
    drafts.folder().write_text("in the way")
    untouched.commands.review.accept_all()
    untouched.commands.selection.select(untouched.session.id_at(0))
    untouched.commands.review.reject()
    [sentence] = untouched.messages.sentences
    assert "No draft can be kept" in sentence
    assert (said(untouched), untouched.windowTitle()) == ("Not saved", "Not saved – Timeline")
    assert untouched.projects.holds_work


def test_a_draft_that_was_left_is_offered_and_opened(started: Callable[..., MainWindow]) -> None:
    with closing(Session.draft()) as session:
        fill(session)
        path = session.path
    window = started()
    assert not window.offer.isHidden()
    assert window.offer.sentence.startswith("A draft was left: 1 document, 2 events, last changed ")
    window.offer.open.click()
    assert window.session.path == path
    assert titles(window) == ["Letter"]
    assert window.offer.isHidden()
    assert preferences.load().project == ""


def test_a_draft_that_was_left_is_discarded_when_sure(
    started: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Session.draft()) as session:
        fill(session)
    window = started()
    monkeypatch.setattr(window.questions, "really_discard", lambda _what: False)
    window.offer.discard.click()
    assert len(kept()) == 1
    monkeypatch.setattr(window.questions, "really_discard", lambda _what: True)
    window.offer.discard.click()
    assert kept() == []
    assert window.offer.isHidden()


def test_ctrl_s_names_a_draft_and_then_says_that_it_is_saved(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name(window, monkeypatch, tmp_path / "mine")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    path = tmp_path / "mine.tlproj"
    assert window.session.path == path
    assert said(window) == "Saved · mine.tlproj"
    assert kept() == []
    assert window.preferences.project == str(path)
    name(window, monkeypatch, None)
    window.actions_table["save"].trigger()
    assert window.status.line.text() == "“mine.tlproj” is saved, as is everything you do."
    window.commands.review.accept_all()
    assert window.session.history[-1].label == window.session.undo_label


def test_a_name_without_its_ending_takes_no_other_files_place(
    window: MainWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = project.read_bytes()
    name(window, monkeypatch, project.with_suffix(""))
    window.actions_table["save-as"].trigger()
    assert "already" in window.messages.sentences[0]
    assert project.read_bytes() == before
    assert window.session.is_draft


def test_a_name_that_cannot_be_written_gets_a_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name(window, monkeypatch, tmp_path / "no such folder" / "x.tlproj")
    window.actions_table["save-as"].trigger()
    assert "cannot be saved" in window.messages.sentences[0]
    assert said(window) == "Saved as a draft"


def test_a_copy_is_another_file_and_the_window_stays(
    open_window: OpenWindow, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(project)
    name(window, monkeypatch, tmp_path / "copy.tlproj")
    window.actions_table["save-copy"].trigger()
    window.commands.review.accept_all()
    assert window.session.path == project
    with closing(Session.open(tmp_path / "copy.tlproj")) as copy:
        assert len(copy.history) == 1


def test_a_copy_is_offered_a_name_of_its_own(
    open_window: OpenWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, offered = open_window(project), []
    monkeypatch.setattr(window.questions, "project_name", lambda _title, suggested: offered.append(Path(suggested)))
    window.actions_table["save-copy"].trigger()
    window.actions_table["save-as"].trigger()
    assert offered == [project.with_stem(f"{project.stem} copy"), project]


@pytest.mark.parametrize(
    ("leaving", "closes", "stays"),
    [(Leaving.KEEP, True, True), (Leaving.DISCARD, True, False), (Leaving.CANCEL, False, True)],
    ids=lambda value: value.name if isinstance(value, Leaving) else "",
)
def test_closing_a_draft_asks(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, leaving: Leaving, *, closes: bool, stays: bool
) -> None:
    asked = answer(window, monkeypatch, leaving)
    path = window.session.path
    assert closed_by_the_user(window) is closes
    assert asked == [True]
    assert path is not None
    assert path.exists() is stays


def test_quitting_a_draft_can_name_it(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(window, monkeypatch, Leaving.NAME)
    name(window, monkeypatch, None)
    window.actions_table["quit"].trigger()
    assert window.isVisible(), "no name, no end"
    name(window, monkeypatch, tmp_path / "named.tlproj")
    window.actions_table["quit"].trigger()
    assert not window.isVisible()
    assert kept() == []
    with closing(Session.open(tmp_path / "named.tlproj")) as again:
        assert len(again.events) == 7


def test_a_named_project_closes_without_a_question(
    open_window: OpenWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(project)
    window.commands.review.accept_all()
    asked = answer(window, monkeypatch, Leaving.CANCEL)
    assert closed_by_the_user(window)
    assert asked == []


def test_opening_another_project_asks_about_a_draft_first(
    window: MainWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(window, monkeypatch, Leaving.CANCEL)
    window.commands.documents.open_paths([project])
    assert window.session.is_draft
    answer(window, monkeypatch, Leaving.DISCARD)
    window.commands.documents.open_paths([project])
    assert window.session.path == project
    assert kept() == []


def test_a_new_project_is_empty_and_leaves_the_other_in_its_file(open_window: OpenWindow, project: Path) -> None:
    window = open_window(project)
    window.actions_table["new"].trigger()
    assert (window.session.documents, window.session.path) == ((), None)
    assert window.canvas.empty_words.startswith("Open a document")
    assert window.preferences.project == ""


@pytest.mark.parametrize("leaving", list(Leaving), ids=lambda value: value.name)
def test_the_question_has_an_answer_for_each_button(window: MainWindow, leaving: Leaving) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DraftDialog)
        dialog.buttons_of[leaving].click()

    QTimer.singleShot(0, press)
    assert window.questions.about_draft(can_keep=True) is leaving


def test_the_last_project_is_opened_at_the_next_start(started: Callable[..., MainWindow], project: Path) -> None:
    started(project).close()
    assert started().session.path == project


def test_a_window_asked_for_without_files_shows_the_sample_whatever_was_open_last(
    started: Callable[..., MainWindow], project: Path
) -> None:
    started(project).close()
    window = app.create_window([])
    assert window.wait_until_idle(60)
    assert titles(window) == ["What Libyan Defections Mean for Muammar Qaddafi"]
    assert window.commands.history.undo_label is None
    window.close()
    window.deleteLater()


def test_a_last_project_that_vanished_gives_the_sample_and_a_sentence(
    started: Callable[..., MainWindow], project: Path
) -> None:
    started(project).close()
    project.unlink()
    window = started()
    assert len(window.session.events) == 7
    assert "no longer there" in window.messages.sentences[0]
    window.close()
    assert started().messages.sentences == ()
