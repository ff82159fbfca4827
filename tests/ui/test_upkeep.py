"""A project's file is compacted, keeps originals when asked, and says who did a step unless that is turned off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.ui.answers import answering
from tests.ui.conftest import OpenWindow
from timeline_app.session.preferences import load
from timeline_app.session.signing import system_user
from timeline_app.ui.commands.upkeep import size_in_words
from timeline_app.ui.main_window import MainWindow


def test_compacting_says_what_was_given_back(window: MainWindow, tmp_path: Path) -> None:
    window.session.save_as(tmp_path / "story.tlproj")
    document = window.session.documents[0].id
    window.session.apply(window.session.binning(document).change)
    window.session.forget([document])
    window.actions_table["compact"].trigger()
    said = window.status.line.text()
    assert said.startswith("The file has ")
    assert "given back." in said or "nothing to give back" in said


def test_without_a_file_there_is_nothing_to_compact(open_window: OpenWindow) -> None:
    window = open_window()
    window.actions_table["compact"].trigger()
    assert window.status.line.text() == "Nothing is written to a file yet."


def test_originals_are_kept_once_that_is_confirmed(window: MainWindow) -> None:
    row = window.actions_table["originals"]
    said: list[str] = []

    def answer(button: int) -> None:
        def press(box: QMessageBox) -> None:
            said.append(box.text())
            box.buttons()[button].click()

        with answering(QMessageBox, press):
            row.trigger()

    answer(1)
    assert not row.isChecked()
    assert said[-1] == "Keep 1 original file, 3.5 kB, in the project?"
    answer(0)
    assert row.isChecked()
    document = window.session.documents[0]
    assert window.session.original(document.id) == Path(document.path).read_bytes()
    answer(0)
    assert not row.isChecked()
    assert window.session.original(document.id) is None


def test_steps_are_signed_unless_that_is_turned_off(window: MainWindow) -> None:
    window.commands.review.accept_all()
    assert window.session.history[-1].who == system_user()
    window.actions_table["sign"].trigger()
    assert not load().signs
    window.commands.history.undo()
    window.commands.review.accept_all()
    assert window.session.history[-1].who == ""
    window.actions_table["sign"].trigger()
    assert load().signs


def test_a_system_without_a_user_signs_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert system_user() == ""


@pytest.mark.parametrize(("size", "words"), [(0, "0 bytes"), (3524, "3.5 kB"), (1_234_567, "1.2 MB")])
def test_sizes_are_said_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words
