"""A program that is killed while it writes loses no step it had finished, and leaves no half one.

``pytest --kills 200 tests/storage/test_killed.py`` kills it more often than the few times of every day.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline_app.model.event import Status
from timeline_app.session.session import Session

ROOT = Path(__file__).parents[2]
EVENTS = 50
PARTS = 3  # of the kills, which may run beside each other
IN_FILES = 36  # kills of all parts, after which new files keep their history short
SCRIPT = """
import sys
from dataclasses import replace
from pathlib import Path
from tests import records
from tests.records import document, event, ingested
from timeline_app import importers
from timeline_app.session import arranging, edits
from timeline_app.session.session import Session

session = Session.open(Path(sys.argv[1]))
letter = document()
table = Path(sys.argv[1]).with_suffix(".csv")
if not session.documents:
    session.keep_originals(on=True)
    session.add([ingested(letter, *(event(letter, f"e{number}") for number in range(50)))])
print("ready", flush=True)
number = int(session.setting("round") or 0)
while True:
    number += 1
    session.apply(edits.accept(session.events))
    session.apply(edits.reject(session.events))
    session.undo()
    session.redo()
    more = document(f"more {number}", f"On Friday {number} came. " * 300)
    session.add([ingested(more, *(event(more, f"m{number} {each}") for each in range(20)))])
    session.search("friday")
    again = replace(more, text="Later. " + more.text, sha256=document("", "Later. " + more.text).sha256)
    found = [event(again, f"m{number} {each}", start=10, end=19) for each in range(20)]
    session.apply(session.read_again(ingested(again, *found)))
    for record in records.ARRANGED:
        session.apply(arranging.add(replace(record, id=arranging.new_id())))
    session.apply(session.binning(more.id).change)
    table.write_text(chr(10).join(["date,title", *[f"1969,Number {number}"] * 20]), encoding="utf-8")
    imported = importers.read(table).ingested
    session.add([imported], label="Import")
    session.apply(session.binning(imported.document.id).change)
    if number % 4 == 0:
        session.forget([each.id for each in session.bin[0]])
    if number % 3 == 0:
        session.compact()
    session.undo()
    session.redo()
    session.keep_setting("round", str(number))
    print(number, flush=True)
"""


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path, pytestconfig: pytest.Config, part: int) -> None:
    draw = random.Random(20261122 + part)  # noqa: S311 - not for secrets
    finished = 0
    for kill in range(part, pytestconfig.getoption("--kills"), PARTS):
        path = tmp_path / f"killed {kill // IN_FILES}.tlproj"
        finished = finished if path.exists() else 0
        told = _killed_after(path, draw.uniform(0, 0.4))
        finished = max([finished, *told])
        _require_whole(path, finished)


def _killed_after(path: Path, seconds: float) -> list[int]:
    """What the program told before it was killed, so long after it had begun."""
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", SCRIPT, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
        time.sleep(seconds)
        program.kill()
        return [int(line) for line in program.stdout.read().splitlines() if line.isdigit()]


def _require_whole(path: Path, finished: int) -> None:
    """Whole steps only, and an index and a history that agree with them."""
    session = Session.open(path)
    connection = session._project._connection
    assert (session.is_read_only, session.remark) == (False, "")
    assert [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    kept = [each for each in session.events if each.title.startswith("Event e")]
    assert len(kept) == EVENTS
    assert len({each.status for each in kept}) == 1
    assert int(session.setting("round") or 0) in {finished, finished + 1}
    assert not finished or kept[0].status is not Status.PROPOSED
    for document in session.documents:
        assert len(session.events_citing(document.id)) in {EVENTS, 20}
        words = "number" if document.path.endswith(".csv") else "friday on"
        assert document.title == "Letter" or document.id in session.search(words).documents
    now, place = set(session.events), [step.done for step in session.history]
    while session.undo_label:
        session.undo()
    while session.redo_label and [step.done for step in session.history] != place:
        session.redo()
    assert set(session.events) == now
    session.close()
