"""How a project of many events opens, is searched, edited and undone; prints JSON.

    python benchmarks/project_file.py [--events 1000000] [--file made.tlproj]

Makes the file first unless it is there (minutes for a million events), then measures it in a new process.
``bare`` holds what SQLite alone takes for the same rows in the same run. Times are seconds, sizes bytes. The file
that is made has documents of 1,000 events, each with a title, a quote of twelve words, one date expression and one of
2,000 people; every fifth has a tag and a lane, every tenth is quoted a second time from the document's beginning.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from timeline_app.model.change import Change, Edit, Record
from timeline_app.model.document import Document, DocumentId, TextSpan, quote_at
from timeline_app.model.event import Category, Citation, Derivation, Event, EventId, Tagging, Timex, TimexType
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits
from timeline_app.session.integrity import check
from timeline_app.session.session import Session
from timeline_app.storage.links import Kind
from timeline_app.storage.project import Project
from timeline_app.storage.search import query_of

Result = TypeVar("Result")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
PER_DOCUMENT = 1000
DELETED = 30_000
EDITS = 25
PEOPLE = 64
QUERIES = ("river", '"north road"', "har", "council bridge")
WORDS = (
    "river", "bridge", "council", "harbour", "north", "road", "letter", "treaty", "school", "market",
    "winter", "summer", "minister", "captain", "village", "tower", "library", "station", "garden", "island",
    "printer", "painter", "signed", "opened", "burned", "founded", "closed", "moved", "crossed", "repaired",
    "elected",
)  # fmt: skip


def main() -> None:
    """Make, measure, print."""
    given = asked(__doc__, measured)
    if given is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = given.file or Path(folder) / "large.tlproj"
        made = None if path.exists() else made_project(path, given.events)
        command = [sys.executable, __file__, "--measure", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this script
        print(json.dumps({"made": made, **json.loads(done.stdout), "bare": bare(path, Path(folder))}, indent=2))


def asked(description: str | None, measure: Callable[[Path], object]) -> argparse.Namespace | None:
    """What was asked for: ``events`` and ``file``; None in the process that was started to measure, and has done so."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--file", type=Path, help="keep the project here, or measure the one that is here")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure)))
    return None if given.measure else given


def made_project(path: Path, count: int) -> dict[str, float]:
    """A project of so many events, written as an import writes it, in one step."""
    draw = random.Random(7)  # noqa: S311 - not for secrets
    started = time.perf_counter()
    with closing(Project.open(path)) as project:
        for number in range(0, count, PER_DOCUMENT):
            document, events = _document(draw, number, min(PER_DOCUMENT, count - number))
            records: tuple[Record, ...] = (document, Tagging(document.id, ()), *events)
            project.apply(Change("Import", tuple(Edit(None, record) for record in records)), NOW, merging="import")
        written = time.perf_counter()
        project.catch_up()
        indexed = time.perf_counter()
        project.compact()
    return {"write": written - started, "index": indexed - written, "compact": time.perf_counter() - indexed}


def _document(draw: random.Random, first: int, count: int) -> tuple[Document, list[Event]]:
    sentences = [f"{' '.join(draw.choices(WORDS, k=10)).capitalize()} in {_edtf(draw)[:4]}." for _ in range(count)]
    text = "\n".join(sentences)
    name = DocumentId(f"{first:016x}")
    document = Document(name, f"{first}.txt", f"Document {first}", text, hashlib.sha256(text.encode()).hexdigest())
    events, start = [], 0
    for number, sentence in enumerate(sentences, first):
        events.append(_event(draw, document, TextSpan(start, start + len(sentence)), number))
        start += len(sentence) + 1
    return document, events


def _event(draw: random.Random, document: Document, span: TextSpan, number: int) -> Event:
    value = parse_edtf(_edtf(draw))
    words = TextSpan(span.end - 5, span.end - 1)
    said = Derivation(document.text[slice(*words)], "the year as written")
    timex = Timex(words, said.words, TimexType.DATE, value.edtf, value, "year", said)
    citation = Citation(document.id, quote_at(document.text, span), (timex,), f"paragraph {number % PER_DOCUMENT}")
    title = " ".join(draw.choices(WORDS, k=5)).capitalize()
    again = Citation(document.id, quote_at(document.text, TextSpan(0, document.text.index("\n"))))
    return Event(
        EventId(f"{number:016x}"),
        title,
        value,
        (citation, again)[: 1 + (number % 10 == 0)],
        category=draw.choice(list(Category)),
        confidence=draw.random(),
        participants=(f"{draw.choice(WORDS).title()} {draw.randrange(PEOPLE)}",),
        tags=(draw.choice(WORDS),) if number % 5 == 0 else (),
        lane=draw.choice(WORDS) if number % 5 == 0 else "",
    )


def _edtf(draw: random.Random) -> str:
    year, month, day = draw.randint(1000, 2025), draw.randint(1, 12), draw.randint(1, 28)
    return draw.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}"))


def measured(path: Path) -> dict[str, object]:
    """What a user would wait for, and the memory it takes."""
    size, texts = path.stat().st_size, _texts(path)
    opening, session = _timed(lambda: Session.open(path))
    count = len(session.events)
    found: dict[str, object] = {"events": count, "file": size, "file_per_event_above_texts": (size - texts) / count}
    found |= {"open": opening, "memory_open": _memory()}
    found["first_screen"] = _timed(lambda: list(session.events[:200]))[0]
    found["search"] = {query: _searched(session, query) for query in QUERIES}
    found["links"] = {kind.name.lower(): _timed(partial(session.linked, kind))[0] for kind in Kind}
    found["counts_by_source"] = _timed(lambda: session.search("river").by_source)[0]
    found["integrity"] = _checked(session)
    found["edit"] = _edited(session)
    found |= _deleted(session)
    found["memory"] = _memory()
    session.close()
    return found


def _searched(session: Session, query: str) -> dict[str, float]:
    """Seconds to the count and the first 200, cold and warm."""
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        hits = session.search(query)
        list(hits.events[:200])
        seconds.append(time.perf_counter() - started)
    return {"hits": len(hits.events), "first": seconds[0], "again": min(seconds)}


def _checked(session: Session) -> dict[str, float]:
    """Every quote looked up in its document, and the longest that a window would have to wait in between."""
    started = last = time.perf_counter()
    longest, count = 0.0, 0
    for count, _ in enumerate(check(session), 1):  # noqa: B007 - the last is how many there are
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return {"quotes": count, "seconds": last - started, "longest_wait": longest}


def _edited(session: Session) -> dict[str, float]:
    """The median of edits that leave an event where it is, and of some that move it."""
    step = len(session.events) // (2 * EDITS)
    there = [session.events[number * step] for number in range(EDITS)]
    stays = _each(session, [edits.accept([event]) for event in there])
    titles = _each(session, [edits.set_title(session.event(event.id), "Another") for event in there])
    moves = _each(session, [edits.set_date(session.event(event.id), parse_edtf("1500")) for event in there])
    undone = sorted(_timed(session.undo)[0] for _ in range(EDITS))
    after_edit = _timed(lambda: session.search("another"))[0]
    for _ in range(2 * EDITS):
        session.undo()
    named = {"status": stays, "title": titles, "date": moves, "undo": undone}
    return {name: seconds[EDITS // 2] for name, seconds in named.items()} | {"search_after": after_edit}


def _each(session: Session, changes: list[Change]) -> list[float]:
    """How long each change takes, ascending."""
    return sorted(_timed(partial(session.apply, change))[0] for change in changes)


def _deleted(session: Session) -> dict[str, float]:
    """Many events put in the bin, and many removed with their rows, and both undone."""
    chosen = list(session.events[1000 : 1000 + DELETED])
    binning = _timed(lambda: session.apply(edits.put_in_bin(chosen)))[0]
    back = _timed(session.undo)[0]
    removal = Change("Remove", tuple(Edit(event, None) for event in chosen))
    removing = _timed(lambda: session.apply(removal))[0]
    returned = _timed(session.undo)[0]
    return {"bin": binning, "undo_bin": back, "remove": removing, "undo_remove": returned}


def bare(path: Path, folder: Path) -> dict[str, float]:
    """SQLite alone: the same rows read, written and searched."""
    with closing(sqlite3.connect(path)) as there, closing(sqlite3.connect(folder / "bare.db")) as copy:
        reading, rows = _timed(lambda: there.execute("SELECT * FROM events").fetchall())
        copy.execute("PRAGMA journal_mode = WAL").fetchall()
        names = [name for _, name, *_ in there.execute("PRAGMA table_info(events)")]
        copy.execute(f"CREATE TABLE events ({', '.join(names)}, PRIMARY KEY (number))")
        insert = f"INSERT INTO events VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own names
        writing = _timed(partial(_inserted, copy, insert, rows))[0]
        match = "SELECT rowid FROM event_words WHERE event_words MATCH ?"
        search = {query: _timed(partial(_found, there, match, query))[0] for query in QUERIES}
        copy.execute("CREATE INDEX by_id ON events (id)")
        again = rows[1000 : 1000 + DELETED]
        copy.executemany("DELETE FROM events WHERE number = ?", [row[:1] for row in again])
        copy.commit()
        back = _timed(partial(_inserted, copy, insert, again))[0]
    return {"read_events": reading, "write_events": writing, "insert_30000_rows": back} | {
        f"search {query}": seconds for query, seconds in search.items()
    }


def _found(connection: sqlite3.Connection, match: str, query: str) -> int:
    return len(connection.execute(match, (query_of(query),)).fetchall())


def _inserted(connection: sqlite3.Connection, insert: str, rows: list[tuple[object, ...]]) -> None:
    connection.executemany(insert, rows)
    connection.commit()


def _texts(path: Path) -> int:
    """Bytes of documents, titles and quotes."""
    with closing(sqlite3.connect(path)) as there:
        queries = ("text FROM texts", "title FROM events", "exact FROM citations")
        sums = [f"SELECT sum(length(CAST({query.replace(' FROM', ' AS BLOB))) FROM')}" for query in queries]
        return sum(there.execute(query).fetchone()[0] or 0 for query in sums)


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def _memory() -> int:
    """The most resident memory so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
