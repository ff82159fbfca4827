"""A program that is killed while it writes loses no step it had finished, and leaves no half one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline_app.session.session import Session
from timeline_app.storage.project import Project

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from tests.records import document, event, ingested
from timeline_app.session import edits
from timeline_app.session.session import Session
from timeline_app.storage.project import Project

session = Session(Project.open(Path(sys.argv[1])))
letter = document()
session.apply(edits.add_documents([ingested(letter, *(event(letter, f"e{number}") for number in range(50)))]))
print("ready", flush=True)
while True:
    session.apply(edits.accept(session.events))
    session.apply(edits.reject(session.events))
    session.undo()
    session.redo()
    print(len(session.history), flush=True)
"""


@pytest.mark.parametrize("milliseconds", [1, 7, 23, 60, 150])
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path, milliseconds: int) -> None:
    path = tmp_path / "killed.tlproj"
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", SCRIPT, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
        time.sleep(milliseconds / 1000)
        program.kill()
        told = [int(line) for line in program.stdout.read().splitlines() if line]
    project = Project.open(path)
    assert [row[0] for row in project._connection.execute("PRAGMA integrity_check")] == ["ok"]
    session = Session(project)
    finished = max(told, default=1)
    assert finished <= len(session.history) <= finished + 2
    assert len({event.status for event in session.events}) == 1
    assert len(session.events) == 50
    while session.undo_label:
        session.undo()
    assert (len(session.events), session.documents) == (0, ())
    session.close()
