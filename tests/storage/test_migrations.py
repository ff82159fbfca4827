"""Files of older versions open as they were. ``versions/N.tlproj`` was written by the program of version N."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests import records
from tests.records import dated, document, event
from timeline_app.model.event import Event, Flag, Status
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import arranging
from timeline_app.session.session import Session
from timeline_app.storage import migrations, schema
from timeline_app.storage.project import Project

VERSIONS = Path(__file__).with_name("versions")
LETTER = replace(dated(document(), "2011-03-31"), author="A", language="en")
DIARY = document("diary", "On Friday she came back to town. One day she will go.")
SHARED = replace(
    event(LETTER, "shared", "1914/1918"),
    participants=("Ann", "Bob"),
    citations=(*event(LETTER, "x").citations, *event(DIARY, "y").citations),
)
ONE = replace(event(LETTER, "one"), status=Status.ACCEPTED)
UNDATED = replace(event(LETTER, "undated", None), value=parse_edtf("[1969..1971]"), undated=None)
BY_HAND = replace(UNDATED, set_by_hand=True)
CIRCA = event(DIARY, "circa", "-0479~")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(VERSIONS / "1.tlproj", tmp_path / "old.tlproj"))


def _events(session: Session) -> dict[str, Event]:
    return {str(each.id): each for each in session.events}


def test_there_is_a_file_of_every_older_version() -> None:
    older = range(1, schema.VERSION)
    assert sorted(int(each.stem) for each in VERSIONS.iterdir()) == list(older) == sorted(migrations.SCHEMAS)


def test_a_file_of_version_1_is_as_it_was_with_its_history(path: Path) -> None:
    session = Session.open(path)
    assert session.documents == (LETTER, DIARY)
    assert _events(session) == {"shared": SHARED, "one": ONE, "undated": BY_HAND, "circa": CIRCA}
    assert [(step.label, step.done) for step in session.history] == [
        ("Add 2 documents", True),
        ("Accept “Event one”", True),
        ("Date “Event undated” [1969..1971]", True),
        ("Remove “Diary”", False),
        ("Reject 3 events", False),
    ]
    session.redo()
    session.redo()
    assert {each.status for each in session.events} == {Status.REJECTED}
    assert _events(session)["shared"].citations == SHARED.citations[:1]
    session.go_to(1)
    assert _events(session)["undated"] == event(LETTER, "undated", None)
    session.go_to(0)
    assert len(session.events) + len(session.documents) == 0
    session.go_to(3)
    assert _events(session) == {"shared": SHARED, "one": ONE, "undated": BY_HAND, "circa": CIRCA}
    assert len(session.search("event").events) == 4
    session.close()


def test_a_file_of_version_2_is_as_it_was_with_its_history(tmp_path: Path) -> None:
    path = Path(shutil.copy(VERSIONS / "2.tlproj", tmp_path / "old.tlproj"))
    first, second, third = event(LETTER, "one"), event(LETTER, "two", "1914/1918"), event(DIARY, "three", None)
    noted = replace(first, notes="Ask Ann", edited=True)
    keyed = replace(noted, flags=frozenset({Flag.KEY}))
    merged = replace(keyed, citations=(*first.citations, *second.citations))
    session = Session.open(path)
    assert session.documents == (LETTER,)
    assert session.bin == ((replace(DIARY, binned=True),), (replace(third, binned=True),))
    assert _events(session) == {"one": merged}
    assert session.merged(merged.id) == (replace(second, merged_into=merged.id),)
    assert (session.setting("view"), session.history[0].who, len(session.search("ann").events)) == ("1", "Ann", 1)
    assert (session.redo_label, session.views, session.keeps_originals) == ("Call “Letter” “Epistle”", (), False)
    session.redo()
    assert session.documents[0].title == "Epistle"
    session.go_to(3)
    assert _events(session) == {"one": keyed, "two": second, "three": third}
    session.go_to(1)
    assert _events(session) == {"one": first, "two": second, "three": third}
    session.apply(arranging.add(records.ARRANGED[0]))
    session.close()


def test_the_older_file_is_kept_beside_the_new_one(path: Path) -> None:
    Project.open(path).close()
    kept = path.with_name("old.tlproj.version-1")
    with sqlite3.connect(kept) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()
    again = Project.open(path)
    assert again._connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    again.close()


def test_an_older_file_is_read_without_being_written(path: Path) -> None:
    before = path.read_bytes()
    project = Project.open(path, read_only=True)
    assert len(project.events()) == 4
    project.close()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["old.tlproj"]
