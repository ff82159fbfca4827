"""A project without a name is kept all the same, and asks for nothing when nothing was done in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records import document, event, ingested
from timeline_app.session import drafts
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.storage.project import ProjectError

LETTER = document()


def _worked_in() -> Session:
    session = Session.draft()
    session.add([ingested(LETTER, event(LETTER, "one"))])
    return session


def test_a_draft_is_on_disk_from_the_first_step_on() -> None:
    session = _worked_in()
    assert session.is_draft
    assert session.path is not None
    assert session.path.parent == drafts.folder()
    assert drafts.left_behind() == ()  # nobody left it: it is open
    session._project.close()  # as a crash would
    [left] = drafts.left_behind()
    assert (left.path, left.documents, left.events, left.last_step) == (session.path, 1, 1, "Add “Letter”")
    again = Session.open(left.path)
    assert again.is_draft
    assert len(again.events) == 1
    again.close()
    assert len(drafts.left_behind()) == 1


def test_a_draft_in_which_nothing_was_done_leaves_nothing() -> None:
    Session.draft().close()
    crashed = Session.draft()
    crashed._project.close()
    assert drafts.left_behind() == ()
    assert list(drafts.folder().iterdir()) == []


def test_a_draft_that_is_named_is_no_draft_any_more(tmp_path: Path) -> None:
    session = _worked_in()
    heard: list[Topic] = []
    session.subscribe(heard.append)
    session.save_as(tmp_path / "named.tlproj")
    assert heard == [Topic.PROJECT, Topic.HISTORY]
    assert (session.is_draft, session.path) == (False, tmp_path / "named.tlproj")
    session.undo()
    session.close()
    assert list(drafts.folder().iterdir()) == []
    assert (tmp_path / "named.tlproj").exists()


def test_a_name_that_cannot_be_had_leaves_the_draft_as_it_is(tmp_path: Path) -> None:
    session = _worked_in()
    with pytest.raises(ProjectError, match="cannot be saved"):
        session.save_as(tmp_path / "nowhere" / "named.tlproj")
    session.undo()
    assert session.is_draft
    session.close()


def test_a_draft_is_discarded_and_another_file_is_not(tmp_path: Path) -> None:
    session = _worked_in()
    session.close()
    assert session.path is not None
    drafts.discard(session.path)
    other = tmp_path / "other.tlproj"
    Session.open(other).close()
    drafts.discard(other)
    assert (drafts.left_behind(), other.exists()) == ((), True)


def test_no_place_for_drafts_is_told_in_a_sentence() -> None:
    drafts.folder().parent.mkdir(parents=True, exist_ok=True)
    drafts.folder().write_text("in the way")
    with pytest.raises(ProjectError, match="No draft can be kept"):
        Session.draft()
