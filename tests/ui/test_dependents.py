"""Events that count from the date of another are offered to move along when that gets another date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.answers import answering
from tests.ui.conftest import OpenWindow
from timeline_app.model.event import Event
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits
from timeline_app.ui.difference_dialog import DifferenceDialog
from timeline_app.ui.main_window import MainWindow

TEXT = """On 14 July 1789 the crowd stormed the Bastille. Three days later the king visited Paris.
Two days later the assembly abolished the tax. On 5 October 1789 the women marched to Versailles.
"""
LATER = parse_edtf("1789-07-20")
ACCEPT: Callable[[QDialog], None] = QDialog.accept


@pytest.fixture
def story(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "story.txt"
    path.write_text(TEXT)
    return open_window(path)


def about(window: MainWindow, word: str) -> Event:
    return next(event for event in window.session.events if word in event.title)


def dates(window: MainWindow) -> list[str]:
    events = (about(window, word) for word in ("Bastille", "king", "assembly", "women"))
    return [event.value.edtf if event.value else "" for event in events]


def move(window: MainWindow, answer: Callable[[DifferenceDialog], None]) -> list[DifferenceDialog]:
    with answering(DifferenceDialog, answer) as seen:
        window.followers.open.click()
        assert window.wait_until_idle(30)
        QApplication.processEvents()
    return seen


def test_a_date_by_hand_offers_what_counts_from_it_and_moves_it_in_one_step(story: MainWindow) -> None:
    assert story.followers.isHidden()
    story.requests.choose.emit(about(story, "Bastille").id, LATER)
    assert story.followers.sentence.startswith("2 events count from the date of “")
    assert dates(story) == ["1789-07-20", "1789-07-17", "1789-07-19", "1789-10-05"], "nothing moves unasked"
    assert move(story, ACCEPT)
    assert dates(story) == ["1789-07-20", "1789-07-23", "1789-07-25", "1789-10-05"]
    assert story.followers.isHidden()
    assert about(story, "king").set_by_hand
    story.commands.history.undo()
    assert dates(story) == ["1789-07-20", "1789-07-17", "1789-07-19", "1789-10-05"]


def test_what_moved_along_is_offered_again_and_goes_back_too(story: MainWindow) -> None:
    first = about(story, "Bastille").id
    story.requests.choose.emit(first, LATER)
    move(story, ACCEPT)
    story.requests.choose.emit(first, parse_edtf("1789-07-14"))
    assert move(story, ACCEPT)
    assert dates(story) == ["1789-07-14", "1789-07-17", "1789-07-19", "1789-10-05"]


def test_what_a_person_decided_stays_unless_it_is_ticked(story: MainWindow) -> None:
    story.session.apply(edits.accept([about(story, "king")]))
    story.session.apply(edits.set_date(about(story, "assembly"), parse_edtf("1789-08-04")))
    story.requests.choose.emit(about(story, "Bastille").id, LATER)
    groups: list[tuple[str, Qt.CheckState]] = []

    def read(dialog: DifferenceDialog) -> None:
        tops = [dialog.tree.topLevelItem(number) for number in range(dialog.tree.topLevelItemCount())]
        groups.extend((top.text(0), top.checkState(0)) for top in tops if top)
        dialog.accept()

    assert move(story, read)
    assert [(words.partition(":")[0], state) for words, state in groups] == [("Yours", Qt.CheckState.Unchecked)]
    assert dates(story) == ["1789-07-20", "1789-07-17", "1789-08-04", "1789-10-05"]


def test_nothing_is_offered_where_nothing_counts_from_the_date(story: MainWindow) -> None:
    story.requests.choose.emit(about(story, "women").id, parse_edtf("1789-10-06"))
    assert story.followers.isHidden()


def test_the_offer_goes_when_the_date_is_taken_back(story: MainWindow) -> None:
    story.requests.choose.emit(about(story, "Bastille").id, LATER)
    story.commands.history.undo()
    assert story.followers.isHidden()


def test_the_card_says_so_only_of_what_is_offered(story: MainWindow) -> None:
    def result(word: str) -> str:
        story.requests.select.emit(about(story, word).id)
        card = story.source_panel.card
        return next(words.text() for name, words in card.labels if name.text() == "Result")

    assert "moves if that date changes" in result("king")
    assert "moves if that date changes" in result("assembly")
    assert "moves" not in result("Bastille")
    story.session.apply(edits.set_date(about(story, "king"), LATER))
    assert "moves" not in result("king")
