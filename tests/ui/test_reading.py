"""Documents are read again: what that changes is shown first where something would move, and can be taken in part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.answers import answering
from tests.ui.conftest import OpenWindow
from timeline_app import assets
from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Publication
from timeline_app.model.event import Status
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits
from timeline_app.ui.difference_dialog import DifferenceDialog
from timeline_app.ui.document_dialog import DocumentDialog
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.quotes_dialog import QuotesDialog

NEXT_WEEK = parse_edtf("2011-04-07")
TEXT = "Ann Miller left for Paris on Wednesday. Bob Smith resigned on Tuesday.\nThe war ended in 1969.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT)
    (tmp_path / "documents.csv").write_text("file,published\nletter.txt,2011-03-31\n")
    return path


def settle(window: MainWindow) -> None:
    assert window.wait_until_idle(30)
    QApplication.processEvents()


def values(window: MainWindow) -> dict[str, str]:
    return {event.title: event.value.edtf for event in window.session.events if event.value}


def test_another_date_is_shown_with_old_and_new_before_it_is_taken(window: MainWindow) -> None:
    before = values(window)
    told: list[tuple[str, str, str]] = []

    def read(dialog: DifferenceDialog) -> None:
        group = dialog.tree.topLevelItem(0)
        assert group is not None
        lines = [group.child(number) for number in range(group.childCount())]
        told.extend((line.text(0), line.text(1), line.text(2)) for line in lines if line)
        assert values(window) == before, "nothing is done yet"
        dialog.accept()

    with answering(DifferenceDialog, read) as seen:
        window.requests.publish.emit(window.session.documents[0].id, NEXT_WEEK)
        settle(window)
    assert seen
    assert len(told) == 6
    koussa = next(title for title in before if "Koussa" in title)
    assert (koussa, "Wednesday 30 March 2011", "Wednesday 6 April 2011") in told
    assert values(window)[koussa] == "2011-04-06"
    assert window.status.line.text() == "6 events move. Ctrl+Z takes it back."
    window.commands.history.undo()
    assert values(window) == before


def test_refusing_the_difference_leaves_everything(window: MainWindow) -> None:
    before = values(window)
    with answering(DifferenceDialog, lambda dialog: dialog.reject()):
        window.requests.publish.emit(window.session.documents[0].id, NEXT_WEEK)
        settle(window)
    assert values(window) == before
    assert window.session.documents[0].published != Publication(NEXT_WEEK, "you")
    assert window.commands.history.undo_label == "Add “What Libyan Defections Mean for Muammar Qaddafi”"


def test_only_what_is_ticked_moves(window: MainWindow) -> None:
    before = values(window)

    def untick(dialog: DifferenceDialog) -> None:
        group = dialog.tree.topLevelItem(0)
        assert group is not None
        group.setCheckState(0, Qt.CheckState.Unchecked)
        assert dialog.accept_words == "Accept, Leave All Events"
        first = group.child(0)
        assert first is not None
        first.setCheckState(0, Qt.CheckState.Checked)
        assert dialog.accept_words == "Accept 1 Change"
        dialog.accept()

    with answering(DifferenceDialog, untick):
        window.requests.publish.emit(window.session.documents[0].id, NEXT_WEEK)
        settle(window)
    assert sum(before[title] != value for title, value in values(window).items()) == 1


def test_what_a_person_accepted_is_listed_apart_and_not_ticked(window: MainWindow) -> None:
    accepted = next(event for event in window.session.events if "Koussa" in event.title)
    window.session.apply(edits.accept([accepted]))
    groups: list[tuple[str, Qt.CheckState]] = []

    def read(dialog: DifferenceDialog) -> None:
        tops = [dialog.tree.topLevelItem(number) for number in range(dialog.tree.topLevelItemCount())]
        groups.extend((top.text(0), top.checkState(0)) for top in tops if top)
        dialog.accept()

    with answering(DifferenceDialog, read):
        window.requests.publish.emit(window.session.documents[0].id, NEXT_WEEK)
        settle(window)
    assert groups[0] == ("Another date (5)", Qt.CheckState.Checked)
    assert groups[1][0].startswith("Yours")
    assert groups[1][1] is Qt.CheckState.Unchecked
    now = window.session.event(accepted.id)
    assert (now.value, now.status) == (accepted.value, Status.ACCEPTED)


def test_a_date_that_only_places_what_waited_is_taken_at_once(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_bytes(assets.sample().read_bytes())
    window = open_window(path)
    window.requests.publish.emit(window.session.documents[0].id, parse_edtf("2011-03-31"))
    settle(window)
    assert window.status.line.text() == "6 events are placed. Ctrl+Z takes it back."
    assert len(values(window)) == 7


def test_the_date_that_it_has_changes_nothing(window: MainWindow) -> None:
    window.requests.publish.emit(window.session.documents[0].id, parse_edtf("2011-03-31"))
    settle(window)
    assert window.status.line.text() == "That is the date it has."


def test_language_and_counting_can_be_chosen_and_show_their_effect(open_window: OpenWindow, letter: Path) -> None:
    letter.write_text("The war began on 3 May 1940. Bob Smith resigned on Wednesday.")
    window = open_window(letter)

    def choose(dialog: DocumentDialog) -> None:
        assert dialog.language.itemText(0) == "As found: English"
        assert dialog.counting.itemText(0) == "The program decides (as news)"
        dialog.counting.setCurrentIndex(dialog.counting.findData("history"))
        dialog.accept()

    accept: Callable[[QDialog], None] = QDialog.accept
    with answering(DocumentDialog, choose) as asked, answering(DifferenceDialog, accept) as told:
        window.source_panel.line.change.click()
        settle(window)
    assert asked
    assert told
    assert values(window)["Bob Smith resigned"].startswith("1940-05")
    assert "as history (your choice)" in window.source_panel.line.sentence


ORDERS = "Bob Smith resigned on 03/04/2010. Three days later he left London.\nAnn Miller died on 05/06/2010.\n"


def test_the_card_offers_to_read_all_numbers_of_the_document_so(open_window: OpenWindow, letter: Path) -> None:
    letter.write_text(ORDERS)
    window = open_window(letter)
    first = next(event for event in window.session.events if "resigned" in event.title)
    window.requests.select.emit(first.id)
    row = next(words.text() for name, words in window.source_panel.card.labels if name.text() == "Could also be")
    assert "[day first in this document: 3 dates change…]" in row
    before = values(window)

    accept: Callable[[QDialog], None] = QDialog.accept
    with answering(DifferenceDialog, accept) as told:
        window.source_panel.card.followed.emit("order:day")
        settle(window)
    assert told
    assert sorted(values(window).values()) == ["2010-04-03", "2010-04-06", "2010-06-05"]
    assert window.session.documents[0].day_order == "day"
    assert "day first (your choice)" in window.source_panel.line.sentence
    row = next(words.text() for name, words in window.source_panel.card.labels if name.text() == "Could also be")
    assert "[month first in this document: 3 dates change…]" in row
    window.commands.history.undo()
    assert values(window) == before
    assert window.session.documents[0].day_order == ""


def test_the_order_of_numbers_can_be_chosen_in_the_dialog(open_window: OpenWindow, letter: Path) -> None:
    letter.write_text(ORDERS + "On 03/31/2010 the war ended.\n")
    window = open_window(letter)
    document = window.session.documents[0]
    dialog = DocumentDialog(document, window.session.tagging(document.id), window)
    assert dialog.day_order.itemText(0) == "The program decides (month first)"
    dialog.day_order.setCurrentIndex(dialog.day_order.findData("day"))
    assert dialog.document == replace(document, day_order="day")
    dialog.deleteLater()


def test_the_dialog_offers_nothing_until_something_differs_and_refuses_what_is_no_date(window: MainWindow) -> None:
    document = window.session.documents[0]
    dialog = DocumentDialog(document, window.session.tagging(document.id), window)
    assert not dialog._show.isEnabled()
    dialog.date.setText("next blue moon")
    assert not dialog._show.isEnabled()
    dialog.date.setText("")
    assert dialog.document == replace(document, published=None)
    dialog.date.setText("31 March 2011")
    assert dialog.document == document, "the origin of a date that stays is kept"
    dialog.deleteLater()


def test_a_file_that_changed_is_offered_to_be_read_again_and_quotes_follow(
    open_window: OpenWindow, letter: Path, tmp_path: Path
) -> None:
    window = open_window(letter)
    window.session.apply(edits.accept([event for event in window.session.events if "Ann" in event.title]))
    window.session.save_as(tmp_path / "story.tlproj")
    window.close()
    letter.write_text("Dear reader, here is what happened. " + TEXT.replace("Bob Smith resigned on Tuesday.", ""))
    again = open_window(tmp_path / "story.tlproj")
    finish_check(again)
    assert again.changed.isVisible()
    assert again.changed.sentence == "The file of “letter” has changed since it was read."
    with answering(DifferenceDialog, lambda dialog: dialog.accept()) as told:
        again.changed.open.click()
        settle(again)
    assert told
    assert again.changed.isHidden()
    assert not [event for event in again.session.events if "Bob" in event.title]
    [ann] = [event for event in again.session.events if "Ann" in event.title]
    start, end = ann.citations[0].quote.span
    assert again.session.documents[0].text[start:end] == ann.citations[0].quote.exact
    assert ann.status is Status.ACCEPTED


def test_a_file_named_from_where_the_project_is_is_found_from_elsewhere(
    open_window: OpenWindow, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    window = open_window(Path("letter.txt"))
    window.session.save_as(tmp_path / "story.tlproj")
    window.close()
    monkeypatch.chdir("/")
    letter.write_text(TEXT + "The king died on 3 May 1971.\n")
    again = open_window(tmp_path / "story.tlproj")
    finish_check(again)
    with answering(DifferenceDialog, QDialog.accept) as told:
        again.changed.open.click()
        settle(again)
    assert told
    assert "1971-05-03" in values(again).values()


def finish_check(window: MainWindow) -> None:
    check = window.commands.reading.check
    for _ in range(500):
        if not check.is_running:
            return
        QTest.qWait(10)
    raise AssertionError


def test_finding_events_again_changes_nothing_where_nothing_is_new(window: MainWindow) -> None:
    window.actions_table["find-again"].trigger()
    settle(window)
    assert window.status.line.text() == (
        "“What Libyan Defections Mean for Muammar Qaddafi” reads as before; nothing changes."
    )


def test_quotes_are_checked_on_demand(window: MainWindow) -> None:
    window.actions_table["check-quotes"].trigger()
    finish_check(window)
    assert window.status.line.text() == "All 7 quotes stand exactly where they did."


def test_quotes_that_do_not_stand_are_listed_with_the_way_there(window: MainWindow) -> None:
    event = window.session.events[2]
    citation = event.citations[0]
    lost = replace(citation, quote=replace(citation.quote, exact="Never said.", prefix="", suffix=""))
    changed = replace(event, citations=(lost,))
    window.session.apply(Change("Lose a quote", (Edit(event, changed),)))
    rows: list[list[str]] = []

    def read(dialog: QuotesDialog) -> None:
        for number in range(dialog.tree.topLevelItemCount()):
            row = dialog.tree.topLevelItem(number)
            assert row is not None
            rows.append([row.text(column) for column in range(3)])
        dialog.accept()

    with answering(QuotesDialog, read):
        window.actions_table["check-quotes"].trigger()
        finish_check(window)
    assert rows == [["missing", event.title, "Never said."]]
    assert window.session.selection == event.id


def test_a_document_without_a_file_cannot_be_read_again(window: MainWindow) -> None:
    document = window.session.documents[0]
    pasted = replace(document, path="")
    window.session.apply(Change("Paste it", (Edit(document, pasted),)))
    window.commands.reading.read_again(document.id)
    assert window.messages.sentences[-1].endswith("was not read from a file.")
