"""A project keeps what it was given, all of it or nothing, and remembers how to go back."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import records
from tests.records import document, event, events, ingested
from timeline_app.model.arrangement import Arrangement
from timeline_app.model.change import Change, Edit, Origin, Record
from timeline_app.model.document import Original
from timeline_app.model.event import Category, Event, EventId, Factuality, Flag, Stance, Status, Tagging, Undated
from timeline_app.storage import schema
from timeline_app.storage.arranged import COLUMNS
from timeline_app.storage.project import Project, ProjectError, StaleChangeError
from timeline_app.storage.rows import kind_of, record_of, rows_of

NOW = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
LETTER = document()
ARRIVAL = event(LETTER, "e1")
TAGGING = ingested(LETTER, ARRIVAL).tagging
ADD = Change("Add “Letter”", (Edit(None, LETTER), Edit(None, TAGGING), Edit(None, ARRIVAL)), Origin.MACHINE)
ACCEPTED = replace(ARRIVAL, status=Status.ACCEPTED)
ACCEPT = Change("Accept “Event e1”", (Edit(ARRIVAL, ACCEPTED),))


def _records(project: Project) -> tuple[tuple[Record, ...], ...]:
    return project.documents(), project.taggings(), project.events()


FULL = replace(
    ACCEPTED,
    value=None,
    citations=(replace(ARRIVAL.citations[0], stance=Stance.PROVING), *event(LETTER, "x", "1969").citations),
    category=Category.LIFE,
    factuality=Factuality.DENIED,
    confidence=0.25,
    importance=0.75,
    undated=Undated.TOO_VAGUE,
    set_by_hand=True,
    participants=("Ann", "Bob"),
    notes="Ask Ann",
    tags=("harbour", "night"),
    flags=frozenset({Flag.KEY, Flag.PRIVATE}),
    lane="Ships",
    place=2,
    binned=True,
    merged_into=ARRIVAL.id,
    edited=True,
    notes_public=True,
)
FULL_LETTER = replace(
    records.dated(LETTER, "2011"),
    author="A",
    publisher="P",
    url="U",
    language="en",
    private=True,
    binned=True,
    chosen_language="de",
    counting="news",
    day_order="day",
    original=Original("5" * 64, 12, 1_700_000_000_123_456_789),
)


@pytest.mark.parametrize("record", [FULL, FULL_LETTER], ids=["event", "document"])
def test_every_field_is_kept(record: Record) -> None:
    for field in fields(record):
        assert getattr(record, field.name) != field.default, f"Give the example a {field.name} that is not the default."
    project = Project.in_memory()
    project.apply(ADD, NOW)
    project.apply(Change("Fill in", (Edit(ARRIVAL if record is FULL else LETTER, record),)), NOW)
    assert record in (*project.documents(), *project.events())


@pytest.mark.parametrize("record", records.ARRANGED, ids=lambda each: type(each).__name__)
def test_what_a_person_arranges_is_kept_and_undone(record: Arrangement) -> None:
    kind = kind_of(record)
    project = Project.in_memory()
    project.apply(ADD, NOW)
    changed = project.apply(Change("Arrange", (Edit(None, record),)), NOW)
    assert (changed.ids, project.arrangements(kind)) == ({kind: (record.id,)}, (record,))
    assert record_of(kind, rows_of(record), str) == record
    project.apply(Change("Remove", (Edit(record, None),)), NOW)
    assert project.arrangements(kind) == ()
    project.undo()
    assert project.arrangements(kind) == (record,)
    project.undo()
    assert project.arrangements(kind) == ()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("views", "filters", "[]"),
        ("views", "filters", "{"),
        ("views", "position", "[" * 100_000),
        ("views", "name", "a" * 1001),
        ("eras", "edtf", "soon"),
        ("eras", "hue", "url(x)"),
        ("own_categories", "letter", "a" * 9),
        ("ignore_rules", "likeness", "pattern"),
        ("ignore_rules", "words", " "),
    ],
)
def test_what_a_stranger_arranged_is_refused_where_it_is_malformed(table: str, column: str, value: str) -> None:
    project = Project.in_memory()
    project.apply(ADD, NOW)
    project.apply(Change("Arrange", tuple(Edit(None, record) for record in records.ARRANGED)), NOW)
    project._connection.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - names of this test
    kind = next(kind for kind, (name, _) in COLUMNS.items() if name == table)
    with pytest.raises(ProjectError, match="damaged"):
        project.arrangements(kind)


@given(st.data())
def test_every_record_comes_back_from_its_rows(data: st.DataObject) -> None:
    source = data.draw(records.documents())
    expressions = tuple(data.draw(st.lists(records.timexes(source), max_size=3)))
    for record in (source, Tagging(source.id, expressions), data.draw(events(source, "e"))):
        texts = {source.sha256: source.text}
        assert record_of(kind_of(record), rows_of(record), texts.__getitem__) == record


@given(st.data())
def test_every_record_comes_back_from_the_tables(data: st.DataObject) -> None:
    source = data.draw(records.documents())
    found = data.draw(events(source, "e"))
    tagging = Tagging(source.id, tuple(data.draw(st.lists(records.timexes(source), max_size=3))))
    project = Project.in_memory()
    project.apply(Change("Add", (Edit(None, source), Edit(None, tagging), Edit(None, found))), NOW)
    assert _records(project) == ((source,), (tagging,), (found,))
    project.undo()
    assert _records(project) == ((), (), ())
    project.redo()
    assert _records(project) == ((source,), (tagging,), (found,))
    project.close()


def test_a_file_keeps_records_history_and_the_place_in_it(tmp_path: Path) -> None:
    path = tmp_path / "one.tlproj"
    project = Project.open(path)
    project.apply(ADD, NOW)
    project.apply(ACCEPT, NOW)
    project.undo()
    project.close()
    again = Project.open(path)
    assert _records(again) == ((LETTER,), (TAGGING,), (ARRIVAL,))
    assert [(step.label, step.origin, step.at, step.done) for step in again.history()] == [
        ("Add “Letter”", Origin.MACHINE, NOW, True),
        ("Accept “Event e1”", Origin.HAND, NOW, False),
    ]
    assert (again.undo_label, again.redo_label) == (ADD.label, ACCEPT.label)
    changed = again.redo()
    assert changed is not None
    assert (changed.label, changed.ids) == (ACCEPT.label, {"event": (ARRIVAL.id,)})
    assert again.events() == (ACCEPTED,)
    again.close()


def test_undo_and_redo_say_what_they_changed() -> None:
    project = Project.in_memory()
    assert project.undo() is None
    assert project.redo() is None
    project.apply(ADD, NOW)
    project.apply(ACCEPT, NOW)
    number = project.number_of(ARRIVAL.id)
    undone = project.undo()
    assert undone is not None
    assert (undone.label, undone.ids, undone.gone.tolist()) == (ACCEPT.label, {"event": (ARRIVAL.id,)}, [number])
    undone = project.undo()
    assert undone is not None
    assert undone.ids == {"document": (LETTER.id,), "tagging": (LETTER.id,), "event": (ARRIVAL.id,)}
    assert [step.origin for step in project.history()] == [Origin.MACHINE, Origin.HAND]


def test_a_new_change_forgets_what_was_undone_and_its_texts() -> None:
    project = Project.in_memory()
    project.apply(ADD, NOW)
    project.undo()
    other = document("other", "Other text")
    project.apply(Change("Add", (Edit(None, other),)), NOW)
    assert project.redo_label is None
    assert [step.label for step in project.history()] == ["Add"]
    assert project._connection.execute("SELECT text FROM texts").fetchall() == [("Other text",)]


def test_a_removed_documents_text_is_kept_for_undo() -> None:
    project = Project.in_memory()
    project.apply(Change("Add", (Edit(None, LETTER),)), NOW)
    project.apply(Change("Remove", (Edit(LETTER, None),)), NOW)
    project.apply(Change("Add", (Edit(None, document("x")),)), NOW)
    project.undo()
    project.undo()
    assert project.documents() == (LETTER,)


def test_an_import_is_stored_once() -> None:
    project = Project.in_memory()
    project.apply(ADD, NOW)
    kept = project._connection.execute("SELECT other_side FROM edits").fetchall()
    assert kept == [(None,)] * 3


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(ADD, id="adds what is there"),
        pytest.param(Change("x", (Edit(ACCEPTED, ARRIVAL),)), id="changes an older value"),
        pytest.param(Change("x", (Edit(replace(ARRIVAL, id=EventId("e9")), None),)), id="removes what is not there"),
        pytest.param(Change("x", (Edit(ARRIVAL, ACCEPTED), Edit(ARRIVAL, None))), id="changes one event twice"),
        pytest.param(
            Change("x", (Edit(ARRIVAL, ACCEPTED), Edit(LETTER, None), Edit(None, LETTER))), id="twice at once"
        ),
    ],
)
def test_a_change_made_from_other_values_is_refused_as_a_whole(change: Change) -> None:
    project = Project.in_memory()
    project.apply(ADD, NOW)
    with pytest.raises(StaleChangeError):
        project.apply(change, NOW)
    assert _records(project) == ((LETTER,), (TAGGING,), (ARRIVAL,))
    assert len(project.history()) == 1


def test_a_change_that_would_leave_a_citation_without_its_document_is_refused_as_a_whole() -> None:
    project = Project.in_memory()
    project.apply(ADD, NOW)
    with pytest.raises(ProjectError, match="cannot be written"):
        project.apply(Change("Remove", (Edit(LETTER, None), Edit(TAGGING, None))), NOW)
    assert _records(project) == ((LETTER,), (TAGGING,), (ARRIVAL,))


def test_documents_keep_their_order_when_they_change() -> None:
    project = Project.in_memory()
    other = document("other")
    project.apply(Change("Add", (Edit(None, LETTER), Edit(None, other))), NOW)
    project.apply(Change("Date", (Edit(LETTER, records.dated(LETTER, "2011-03-31")),)), NOW)
    assert [each.title for each in project.documents()] == ["Letter", "Other"]


def _broken(path: Path, *statements: str) -> Path:
    Project.open(path).close()
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        pytest.param("PRAGMA user_version = 99", "written by a newer version", id="newer"),
        pytest.param("PRAGMA application_id = 7", "is not a project file", id="another program's"),
        pytest.param("CREATE VIEW v AS SELECT 1", "tables that do not belong", id="a view"),
        pytest.param(
            "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM texts; END", "do not belong", id="a trigger"
        ),
        pytest.param("DROP TABLE edits", "do not belong", id="a table missing"),
    ],
)
def test_a_strange_file_is_refused_and_left_as_it_is(tmp_path: Path, statement: str, reason: str) -> None:
    path = _broken(tmp_path / "odd.tlproj", statement)
    before = path.read_bytes()
    with pytest.raises(ProjectError, match=rf"“odd\.tlproj” .*{reason}"):
        Project.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"words, not a database" * 99, "is not a project file", id="text"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 200, "is not a project file", id="a damaged head"),
    ],
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "odd.tlproj"
    path.write_bytes(data)
    with pytest.raises(ProjectError, match=reason):
        Project.open(path)


def test_a_place_where_no_file_can_be_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be opened as a project"):
        Project.open(tmp_path / "none" / "x.tlproj")
    with pytest.raises(ProjectError, match="cannot be opened as a project"):
        Project.open(tmp_path)


def test_a_malformed_record_is_a_sentence(tmp_path: Path) -> None:
    project = Project.open(tmp_path / "a.tlproj")
    project.apply(ADD, NOW)
    project._connection.execute("UPDATE events SET edtf = 'some day'")
    with pytest.raises(ProjectError, match="The project is damaged: a stored event is malformed"):
        project.events()
    project.close()


def test_the_file_is_known_by_its_application_id(tmp_path: Path) -> None:
    Project.open(tmp_path / "a.tlproj").close()
    head = (tmp_path / "a.tlproj").read_bytes()[:100]
    assert head[:16] == b"SQLite format 3\x00"
    assert head[68:72] == schema.APPLICATION_ID.to_bytes(4, "big") == b"TLPR"


def test_the_outer_bounds_stand_beside_the_date_for_queries() -> None:
    project = Project.in_memory()
    project.apply(ADD, NOW)
    found = project._connection.execute("SELECT edtf, earliest, latest FROM events").fetchall()
    assert found == [("2011-03-30", 1301443200, 1301529600)]
    assert isinstance(project.events()[0], Event)


def test_the_format_is_described_as_it_is() -> None:
    described = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")
    tables = re.findall(r"^\| `(\w+)` \| (.*?) \|", described, re.MULTILINE)
    words = re.search(r"\*expression\* stands for (.*?)\n\n", described, re.DOTALL)
    assert words
    expression = re.findall(r"`(\w+)`", words[1])[:9]
    columns = {name: re.findall(r"`(\w+)`", cell) + expression * ("*expression*" in cell) for name, cell in tables}
    project = Project.in_memory()
    names = [row[0] for row in project._connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    names = [name for name in names if not re.match("(event|document)_words", name)]
    assert columns == {
        name: [row[1] for row in project._connection.execute(f"PRAGMA table_info({name})")] for name in names
    }
