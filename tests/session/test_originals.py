"""The files of documents are kept in the project where the user says so, and go with what they belong to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.records import document, ingested
from timeline_app.model.document import Document, DocumentId
from timeline_app.readers import read_document
from timeline_app.session import edits
from timeline_app.session.session import Session
from timeline_app.storage.project import Project, ProjectError

WORDS = b"In 1969 he came to the harbour."


@pytest.fixture
def letter(tmp_path: Path) -> Document:
    path = tmp_path / "letter.txt"
    path.write_bytes(WORDS)
    return read_document(path)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session.open(tmp_path / "a.tlproj")
    yield session
    session.close()


def test_nobody_asked_so_nothing_is_kept(session: Session, letter: Document) -> None:
    session.add([ingested(letter)])
    assert not session.keeps_originals
    assert session.original(letter.id) is None


def test_files_are_kept_from_when_it_is_said_and_of_what_is_there(session: Session, letter: Document) -> None:
    session.add([ingested(letter)])
    session.keep_originals(on=True)
    assert session.original(letter.id) == WORDS
    session.keep_originals(on=False)
    assert session.original(letter.id) is None


def test_the_bytes_of_what_is_added_are_kept_through_undo_redo_and_compaction(
    session: Session, letter: Document
) -> None:
    session.keep_originals(on=True)
    session.add([ingested(letter)])
    Path(letter.path).unlink()
    session.undo()
    session.redo()
    session.compact()
    assert session.original(letter.id) == WORDS
    assert session.keeps_originals


def test_what_was_undone_for_good_goes_with_its_bytes(session: Session, letter: Document) -> None:
    session.keep_originals(on=True)
    session.add([ingested(letter)])
    session.undo()
    session.add([ingested(document())])
    assert _kept(session) == 0


def test_forgetting_takes_the_bytes_out_of_the_file(session: Session, letter: Document, tmp_path: Path) -> None:
    session.keep_originals(on=True)
    session.add([ingested(letter)])
    session.apply(edits.rename_document(letter, "Secret"))
    session.apply(session.binning(letter.id).change)
    session.forget([letter.id])
    assert b"harbour" not in b"".join(path.read_bytes() for path in tmp_path.glob("a.tlproj*"))


def test_a_file_that_is_another_now_is_not_kept_as_the_original(session: Session, letter: Document) -> None:
    session.add([ingested(letter)])
    Path(letter.path).write_bytes(WORDS[::-1])
    session.keep_originals(on=True)
    assert session.original(letter.id) is None


def test_two_documents_of_the_same_bytes_share_them(session: Session, letter: Document) -> None:
    session.keep_originals(on=True)
    other = replace(letter, id=DocumentId("other"))
    session.add([ingested(letter), ingested(other)])
    assert _kept(session) == 1
    session.apply(session.binning(letter.id).change)
    session.forget([letter.id])
    assert session.original(other.id) == WORDS


def test_bytes_of_others_are_not_given_out(session: Session, letter: Document) -> None:
    session.keep_originals(on=True)
    session.add([ingested(letter)])
    _connection(session).execute("UPDATE originals SET content = ?", (b"something else",))
    with pytest.raises(ProjectError, match="not the one it was"):
        session.original(letter.id)


def _kept(session: Session) -> int:
    return int(_connection(session).execute("SELECT count(*) FROM originals").fetchone()[0])


def _connection(session: Session) -> sqlite3.Connection:
    return session._project._connection


def test_a_document_is_added_even_where_its_bytes_find_no_room(
    session: Session, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_project: Project, _contents: object) -> None:
        raise ProjectError("The disk is full.")

    session.keep_originals(on=True)
    monkeypatch.setattr(Project, "keep_originals", full)
    session.add([ingested(letter)])
    assert session.documents == (letter,)
