"""The file under a project: locked, copied, compacted, and what happens when the disk does not play along."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import records
from tests.records import document, event, ingested
from timeline_app.model.change import Change, Edit
from timeline_app.model.event import EventId
from timeline_app.session import arranging, edits
from timeline_app.session.session import Session
from timeline_app.storage import files
from timeline_app.storage.project import Project, ProjectError
from timeline_app.storage.salvage import salvage

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, tzinfo=UTC)
LETTER = document()
EVENTS = [event(LETTER, f"e{number}", f"19{number:02}") for number in range(40)]
ADD = edits.add_documents([ingested(LETTER, *EVENTS)])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "one.tlproj"
    project = Project.open(made)
    project.apply(ADD, NOW)
    project.close()
    return made


def test_a_second_window_is_refused_in_a_sentence(path: Path) -> None:
    first = Project.open(path)
    with pytest.raises(ProjectError, match=r"“one\.tlproj” is open in another window"):
        Project.open(path)
    first.apply(Change("Accept", edits.accept([EVENTS[0]]).edits), NOW)
    first.close()
    assert len(Project.open(path).history()) == 2


def test_a_second_program_is_refused_until_the_first_is_gone(path: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from timeline_app.storage.project import Project\n"
        "project = Project.open(pathlib.Path(sys.argv[1]))\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == "open\n"
        with pytest.raises(ProjectError, match="is open in another window"):
            Project.open(path)
        program.kill()
    project = Project.open(path)
    assert not project.is_read_only
    project.close()


def test_a_project_is_read_without_being_written(path: Path) -> None:
    before = path.read_bytes()
    project = Project.open(path, read_only=True)
    assert len(project.events()) == 40
    assert project.find("event").events.size == 0  # it was never searched, so never indexed
    for step in (project.undo, project.compact, lambda: project.apply(edits.accept([EVENTS[0]]), NOW)):
        with pytest.raises(ProjectError, match="can only be read"):
            step()
    project.close()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["one.tlproj"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_file_that_may_not_be_written_to_is_opened_for_reading(path: Path) -> None:
    path.chmod(0o444)
    project = Project.open(path)
    assert project.is_read_only
    project.close()


def test_what_a_killed_program_left_beside_the_file_is_read_too(path: Path, tmp_path: Path) -> None:
    project = Project.open(path)
    project.apply(edits.accept([EVENTS[0]]), NOW)
    left = tmp_path / "left"
    left.mkdir()
    for each in path.parent.glob("one.tlproj*"):
        shutil.copyfile(each, left / each.name)
    project.close()
    assert (left / "one.tlproj-wal").stat().st_size > 0
    again = Project.open(left / "one.tlproj", read_only=True)
    assert [step.label for step in again.history()] == ["Add “Letter”", "Accept “Event e0”"]
    again.close()


def test_a_full_disk_costs_the_step_and_nothing_else(path: Path) -> None:
    session = Session.open(path)
    [[pages]] = session._project._connection.execute("PRAGMA page_count")
    session._project._connection.execute(f"PRAGMA max_page_count = {pages}")
    while session._project._connection.execute("PRAGMA freelist_count").fetchone() != (0,):
        session.apply(edits.new_event(EventId(f"new {len(session.events)}"), "x" * 5000, None))
    done = len(session.events)
    large = edits.new_event(EventId("large"), "x" * 500_000, None)
    with pytest.raises(ProjectError, match="The disk is full"):
        session.apply(large)
    assert len(session.events) == done
    session._project._connection.execute("PRAGMA max_page_count = 100000")
    session.apply(edits.new_event(EventId("after"), "y", None))
    session.close()
    again = Session.open(path)
    assert len(again.events) == done + 1
    again.close()


def test_a_project_whose_drive_is_gone_says_so_and_can_be_saved_elsewhere(path: Path, tmp_path: Path) -> None:
    session = Session.open(path)
    path.rename(tmp_path / "taken away")
    with pytest.raises(ProjectError, match="is no longer where it was"):
        session.apply(edits.accept(session.events))
    session.save_as(tmp_path / "other.tlproj")
    session.apply(edits.accept(session.events))
    session.close()
    again = Session.open(tmp_path / "other.tlproj")
    assert [step.label for step in again.history] == ["Add “Letter”", "Accept 40 events"]
    again.close()


def test_a_clock_that_goes_backwards_changes_no_order(path: Path) -> None:
    project = Project.open(path)
    project.apply(edits.accept([EVENTS[0]]), datetime(1970, 1, 1, tzinfo=UTC))
    assert [step.at.year for step in project.history()] == [2026, 1970]
    project.undo()
    assert project.redo_label == "Accept “Event e0”"
    project.close()


def test_a_copy_takes_its_place_as_a_whole(path: Path, tmp_path: Path) -> None:
    session = Session.open(path)
    target = tmp_path / "copy.tlproj"
    session.duplicate(target)
    assert session.path == path
    with pytest.raises(ProjectError, match="is this project itself"):
        session.save_as(path)
    with pytest.raises(ProjectError, match=r"cannot be saved as “x\.tlproj”"):
        session.save_as(tmp_path / "nowhere" / "x.tlproj")
    other = Session.open(target)
    assert other.events == session.events
    with pytest.raises(ProjectError, match=r"“copy\.tlproj” is open in another window"):
        session.duplicate(target)
    other.undo()
    assert (len(other.events), len(session.events)) == (0, 40)
    other.close()
    session.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.tlproj", "one.tlproj"]


def test_compacting_gives_space_back(path: Path) -> None:
    project = Project.open(path)
    long = replace(document("long"), text="word " * 100_000)
    project.apply(Change("Add", (Edit(None, long),)), NOW)
    project.undo()
    project.apply(edits.accept([EVENTS[0]]), NOW)
    project.compact()
    project.close()
    assert path.stat().st_size < 300_000


@pytest.mark.parametrize("cut", [0.3, 0.5, 0.7, 0.9])
def test_a_damaged_file_is_opened_for_reading_with_what_can_be_saved(path: Path, cut: float) -> None:
    project = Project.open(path)
    more = [event(LETTER, f"m{number}") for number in range(400)]
    project.apply(Change("More", tuple(Edit(None, one) for one in more)), NOW)
    project.close()
    data = bytearray(path.read_bytes())
    at = int(len(data) * cut) // 4096 * 4096
    data[at : at + 8192] = b"\x5a" * 8192
    path.write_bytes(data)
    session = Session.open(path)
    assert session.is_read_only
    assert 0 < len(session.events) <= 440
    assert "could be saved" in session.remark
    assert {each.id for each in session.events} <= {each.id for each in (*EVENTS, *more)}
    with pytest.raises(ProjectError, match="can only be read"):
        session.apply(edits.accept([session.events[0]]))
    count = len(session.events)
    session.save_as(path.with_name("saved.tlproj"))
    session.apply(edits.accept([session.events[0]]))
    assert (len(session.events), session.remark, session.is_read_only) == (count, "", False)
    session.close()
    assert path.read_bytes() == bytes(data)


def test_what_a_person_arranged_is_saved_from_a_damaged_file_too(path: Path) -> None:
    session = Session.open(path)
    for record in records.ARRANGED:
        session.apply(arranging.add(record))
    session.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE eras SET hue = 'no hue!'")
    connection.commit()
    connection.close()
    with pytest.raises(ProjectError, match="a stored era is malformed"):
        Session.open(path)
    saved, remark = salvage(path)
    assert "40 events and 1 documents" in remark
    tables = ("views", "eras", "own_categories", "ignore_rules")
    found = [saved.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608 - ours
    assert found == [1, 0, 1, 1]
    saved.close()


def test_a_file_cut_short_is_opened_with_what_can_be_saved_or_refused(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:5000])
    with pytest.raises(ProjectError, match=r"“one\.tlproj” is damaged, and nothing of it could be saved"):
        Project.open(path)


def test_a_text_beyond_every_measure_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE events SET title = ? WHERE id = 'e7'", ("x" * 50_000,))
    connection.commit()
    connection.close()
    monkeypatch.setattr(files, "LONGEST", 30_000)
    session = Session.open(path)
    with pytest.raises(ProjectError, match="damaged"):
        session.event(EventId("e7"))
    assert session.event(EventId("e8")).title == "Event e8"
    session.close()
