"""A window's session leaves one project for another, or stays whole where it is."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.readers import document_from_text
from timeline_app.session import drafts
from timeline_app.session.desk import Desk
from timeline_app.session.ingest import INGEST, DocumentRequest
from timeline_app.session.topics import Topic
from timeline_app.storage.project import Project, ProjectError


@pytest.fixture
def desk() -> Desk:
    outcome = INGEST.attempt(DocumentRequest(document_from_text("The mayor resigned on 3 May 2011."))).outcome
    assert outcome is not None
    found = Desk()
    found.add([outcome])
    return found


def test_what_is_kept_is_the_same_in_a_draft(desk: Desk) -> None:
    events, history = tuple(desk.events), desk.history
    with closing(desk):
        desk.keep()
        assert drafts.is_draft(desk.path)
        assert (tuple(desk.events), desk.history) == (events, history)
        path = desk.path
        desk.keep()
        assert desk.path == path


def test_a_project_that_is_left_stays_and_every_view_is_told(desk: Desk, tmp_path: Path) -> None:
    told: list[Topic] = []
    with closing(desk):
        desk.keep()
        desk.select(desk.id_at(0))
        left = desk.path
        desk.subscribe(told.append)
        desk.go_to_project(Project.open(tmp_path / "other.tlproj"))
        assert (len(desk.events), desk.selection) == (0, None)
        assert set(told) == set(Topic)
        assert [draft.path for draft in drafts.left_behind()] == [left]


def test_a_draft_goes_only_when_that_is_asked(desk: Desk) -> None:
    with closing(desk):
        desk.keep()
        desk.go_to_project(Project.in_memory(), discard=True)
    assert drafts.left_behind() == ()


def test_a_project_that_cannot_be_read_leaves_all_as_it_was(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Project.open(tmp_path / "other.tlproj")

    def refuse() -> None:
        raise ProjectError("It cannot be read.")

    monkeypatch.setattr(other, "documents", refuse)
    with pytest.raises(ProjectError, match="cannot be read"):
        desk.go_to_project(other, discard=True)
    assert len(desk.events) == 1
    desk.undo()
    assert len(desk.events) == 0
    Project.open(tmp_path / "other.tlproj").close()
