"""A project: records and their whole history in one SQLite database, in memory or a ``.tlproj`` file.

Each change is one transaction: all of it is there or nothing. The history keeps, per edit, only the side that is not
in the tables now, and of that only what differs; undo and redo swap the two. So a value is stored once, and the
position in the history is part of the file.
"""

from __future__ import annotations

import hashlib
import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np

from timeline_app.model.change import Change, Origin, Record
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import EventId
from timeline_app.storage import SUFFIX, files, forgetting, search, steps, tables
from timeline_app.storage.catalogue import Numbers
from timeline_app.storage.errors import DamagedError, ProjectError, StaleChangeError, gone_error, write_error
from timeline_app.storage.records import Known, Records
from timeline_app.storage.salvage import salvage
from timeline_app.storage.steps import Changed, Step, sides_of
from timeline_app.storage.tables import AMONG, json_names, uncollected

__all__ = ["SUFFIX", "Changed", "Found", "Known", "Project", "ProjectError", "StaleChangeError", "Step"]

_FORGET_TEXTS = """
DELETE FROM texts WHERE sha256 NOT IN (
    SELECT sha256 FROM documents UNION
    SELECT other_side ->> '$.documents[0][3]' FROM edits WHERE kind = 'document' AND other_side IS NOT NULL
)"""
_FORGET_ORIGINALS = """
DELETE FROM originals WHERE sha256 NOT IN (
    SELECT file_sha256 FROM documents WHERE file_sha256 IS NOT NULL UNION
    SELECT other_side ->> '$.documents[0][14]' FROM edits
    WHERE kind = 'document' AND other_side ->> '$.documents[0][14]' IS NOT NULL
)"""
_KEEP_ORIGINAL = """
INSERT OR IGNORE INTO originals SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM documents WHERE file_sha256 = ?1)"""
_UNDONE_DOCUMENTS = """
SELECT EXISTS (SELECT 1 FROM changes CROSS JOIN edits ON change = id WHERE NOT done AND kind = 'document')"""
_HERE = "SELECT ifnull((SELECT id FROM changes WHERE done ORDER BY id DESC LIMIT 1), 0)"
_LAST = "SELECT id, label FROM changes WHERE id <= ? ORDER BY id DESC LIMIT 1"
_NEXT = "SELECT id, label FROM changes WHERE id > ? ORDER BY id LIMIT 1"
_READ_ONLY = "The project can only be read, so this step was not made. Save it under another name to go on."
_SLICE = 250_000  # hits that are found in a few frames; the beginning of a word is looked up anew for each slice


class Found(NamedTuple):
    """What a search found: the numbers of events and of documents, ascending."""

    events: Numbers
    documents: Numbers


class Project(Records):
    """The records of a project and its history. Used from one thread at a time: another may open it and hand it on."""

    def __init__(self, opened: files.Opened, path: Path | None, remark: str = "") -> None:
        self._connection = opened.connection
        self.path = path
        self.is_read_only = opened.read_only
        self.remark = remark  # a sentence about what was lost, where the file was damaged
        self._identity = files.identity(path)
        self._here: int | None = None  # the id of the last step that is done, once it is known
        self._merging: tuple[str, int] | None = None  # the key of the last step, and its id
        weakref.finalize(self, self._connection.close)  # a project that is dropped is closed, too

    @classmethod
    def in_memory(cls) -> Project:
        """A new project that is gone when closed."""
        return cls(files.in_memory(), None)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Project:
        """The project in a file, which is made if there is none.

        A file that may not be written to is opened for reading; of a damaged one a copy in memory of what can be saved,
        for reading too, with a ``remark``.

        Raises:
            ProjectError: it is no project file, is one of a newer version, is open elsewhere, or cannot be opened.

        """
        try:
            return cls(files.open_file(path, read_only=read_only), path)
        except DamagedError:
            connection, remark = salvage(path)
            return cls(files.Opened(connection, read_only=True), path, remark)
        except ProjectError as error:
            sentence = str(error)
            raise ProjectError(f"“{path.name}” {sentence}" if sentence[0].islower() else sentence) from None
        except (OSError, sqlite3.Error) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise ProjectError(f"“{path.name}” cannot be opened as a project: {reason}.") from None

    def find(self, text: str) -> Found:
        """The events and documents that have the words, in the language of ``search.query_of``."""
        return next(found for found in self.finding(text) if found)

    def finding(self, text: str) -> Iterator[Found | None]:
        """``find`` a slice at a time: None until all is found. In between the project may be used and changed."""
        query = search.query_of(text)
        if query:
            self.catch_up()
        found: dict[str, list[Numbers]] = {"event": [], "document": []}
        for kind in found if query else ():
            after = 0
            while after >= 0:
                part = search.find(self._connection, kind, query, after, _SLICE)
                found[kind].append(part)
                after = int(part[-1]) if len(part) == _SLICE else -1
                yield None
        yield Found(*(np.concatenate([*parts, np.zeros(0, dtype=np.int64)]) for parts in found.values()))

    def catch_up(self) -> None:
        """Bring the search index up to date; a search does so by itself."""
        if not self.is_read_only and not search.is_up_to_date(self._connection):
            with self._transaction():
                search.catch_up(self._connection)

    def apply(self, change: Change, at: datetime, who: str = "", merging: str = "") -> Changed:
        """Make a change and note it as the last step; steps that were undone are forgotten.

        A change with the same ``merging`` key as the one before it becomes part of that step: typing, dragging.

        Raises:
            StaleChangeError: a record is not as the change found it; nothing is changed.
            ProjectError: the database refuses; nothing is changed.

        """
        with self._transaction():
            before, after, touched = sides_of(change)
            found = {kind: tables.read(self._connection, kind, names, touched[kind]) for kind, names in before.items()}
            if found != before:
                raise StaleChangeError(f"“{change.label}” is out of date: something it changes has changed meanwhile.")
            gone = steps.numbers_of(self._connection, tuple(before.get("event", ())))
            number = self._step(change, at, who, merging)
            steps.keep(self._connection, number, before, after)
            self._keep_texts(edit.after for edit in change.edits)
            for kind, records in after.items():
                tables.write(self._connection, kind, before[kind], records, touched[kind])
        self._merging, self._here = (merging, number) if merging else None, number
        return Changed(change.label, {kind: tuple(records) for kind, records in after.items()}, gone)

    def undo(self) -> Changed | None:
        """Take the last step back; what that changed, or None if there is no step."""
        return self._swap(_LAST, done=False)

    def redo(self) -> Changed | None:
        """Make the first undone step again; what that changed, or None if there is none."""
        return self._swap(_NEXT, done=True)

    @property
    def undo_label(self) -> str | None:
        """What ``undo`` would take back."""
        return self._label(_LAST)

    @property
    def redo_label(self) -> str | None:
        """What ``redo`` would make again."""
        return self._label(_NEXT)

    @property
    def here(self) -> int:
        """The id of the last step that is done; 0 before the first."""
        if self._here is None:
            [last] = self._connection.execute(_HERE).fetchone()
            self._here = int(last)
        return self._here

    def history(self, since: int = 0) -> tuple[Step, ...]:
        """Every step, or those from an id on, oldest first."""
        query = "SELECT id, label, origin, at, done, who FROM changes WHERE id >= ? ORDER BY id"
        rows = self._connection.execute(query, (since,))
        return tuple(
            Step(number, label, Origin(origin), datetime.fromisoformat(at), bool(done), who)
            for number, label, origin, at, done, who in rows
        )

    def forget(self, documents: Sequence[DocumentId], events: Sequence[EventId]) -> Changed:
        """Take documents and events out of the file for good: their texts, words and history. It cannot be undone.

        Every event that only these documents report must be among ``events``; other events lose their citations of
        them, also in the past.

        Raises:
            ProjectError: the file cannot be written, or another record needs these; nothing is changed.

        """
        merged = [found.id for name in events for found in self.merged_events(name)]
        events = list(dict.fromkeys([*events, *merged]))
        others = [event.id for name in documents for event in self.events_citing(name) if event.id not in set(events)]
        gone = steps.numbers_of(self._connection, list(dict.fromkeys([*events, *others])))
        query = f"SELECT id FROM ignore_rules WHERE document {AMONG}"  # noqa: S608 - our own names
        rules = [rule for (rule,) in self._connection.execute(query, (json_names(documents),))]
        with self._transaction():
            forgetting.forget(self._connection, documents, events)
            self._here = None
            self._forget_contents()
            search.rebuild(self._connection)
        self.compact()
        ids = {"document": documents, "event": [*events, *others], **({"ignore_rule": rules} if rules else {})}
        return Changed("Forget for good", ids, gone)

    def keep_originals(self, contents: Iterable[bytes]) -> None:
        """Keep files that documents were read from; those that none of them was read from are not kept.

        It is no step of the history: with what it belongs to it goes.

        Raises:
            ProjectError: they cannot be written; none is kept.

        """
        with self._transaction():
            rows = ((hashlib.sha256(content).hexdigest(), content) for content in contents)
            self._connection.executemany(_KEEP_ORIGINAL, rows)

    def drop_originals(self) -> None:
        """Keep no files any more.

        Raises:
            ProjectError: the project cannot be written.

        """
        with self._transaction():
            self._connection.execute("DELETE FROM originals")

    def set_setting(self, name: str, value: str) -> None:
        """Keep something under a name; it is no step of the history. An empty value keeps nothing."""
        with self._transaction():
            self._connection.execute("DELETE FROM settings WHERE name = ?", (name,))
            if value:
                self._connection.execute("INSERT INTO settings VALUES (?, ?)", (name, value))

    def copy_to(self, target: Path) -> None:
        """A copy of the whole project, history too, in another file: whole or not at all.

        Raises:
            ProjectError: it cannot be written, or is open elsewhere.

        """
        if self.path is not None and files.identity(target) == files.identity(self.path) is not None:
            raise ProjectError(f"“{target.name}” is this project itself; choose another name.")
        files.copy_to(self._connection, target)

    def compact(self) -> None:
        """Give back the space of what was deleted.

        Raises:
            ProjectError: there is no room to do it; nothing is lost.

        """
        self._require_writable()
        try:
            files.compact(self._connection)
        except sqlite3.Error as error:
            raise write_error(error) from error

    def close(self) -> None:
        """Close the database; a project in memory is gone."""
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; what SQLite refuses becomes a sentence."""
        self._require_writable()
        self._merging, merging = None, self._merging
        try:
            with uncollected():
                self._connection.execute("BEGIN IMMEDIATE")
                self._merging = merging
                yield
                self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise write_error(error) from error
            raise

    def _require_writable(self) -> None:
        if self.is_read_only:
            raise ProjectError(_READ_ONLY)
        if self.path is not None and files.identity(self.path) != self._identity:
            raise gone_error(self.path)

    def _step(self, change: Change, at: datetime, who: str, merging: str) -> int:
        """The id of the step that a change belongs to: a new one, or the last where it goes on."""
        if merging and self._merging and self._merging[0] == merging:
            number = self._merging[1]
            self._connection.execute(
                "UPDATE changes SET label = ?, at = ? WHERE id = ?", (change.label, at.isoformat(), number)
            )
            return number
        self._forget_undone()
        step = (change.label, change.origin, who, at.isoformat())
        query = "INSERT INTO changes (label, origin, who, at, done) VALUES (?, ?, ?, ?, 1)"
        return self._connection.execute(query, step).lastrowid or 0

    def _swap(self, step: str, *, done: bool) -> Changed | None:
        """Exchange the kept sides of a step's edits with what is in the tables."""
        found = self._connection.execute(step, (self.here,)).fetchone()
        if found is None:
            return None
        number, label = found
        with self._transaction():
            gone, ids = steps.swap(self._connection, number)
            self._connection.execute("UPDATE changes SET done = ? WHERE id = ?", (int(done), number))
        self._merging, self._here = None, number if done else self._before(number)
        return Changed(label, ids, gone)

    def _before(self, step: int) -> int:
        """The id of the step before one; 0 before the first."""
        found = self._connection.execute(_LAST, (step - 1,)).fetchone()
        return int(found[0]) if found else 0

    def _keep_texts(self, records: Iterable[Record | None]) -> None:
        texts = [(record.sha256, record.text) for record in records if isinstance(record, Document)]
        self._connection.executemany("INSERT OR IGNORE INTO texts VALUES (?, ?)", texts)

    def _forget_undone(self) -> None:
        """Drop the steps that were undone, and what nothing refers to any more, which takes a look at all edits."""
        [had_documents] = self._connection.execute(_UNDONE_DOCUMENTS).fetchone()
        self._connection.execute("DELETE FROM changes WHERE NOT done")
        if had_documents:
            self._forget_contents()

    def _forget_contents(self) -> None:
        """Drop texts and originals that nothing refers to any more."""
        self._connection.execute(_FORGET_TEXTS)
        self._connection.execute(_FORGET_ORIGINALS)

    def _label(self, query: str) -> str | None:
        found = self._connection.execute(query, (self.here,)).fetchone()
        return str(found[1]) if found else None
