"""The records of an open project, read: documents, expressions, events and what a person arranged.

Nothing here changes anything. What a file holds is not trusted: a record that is none is a ``ProjectError``.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import Enum
from typing import TypeVar

import msgspec

from timeline_app.model.arrangement import Arrangement
from timeline_app.model.change import Record
from timeline_app.model.document import Document, DocumentId, Quote, TextSpan
from timeline_app.model.event import Event, EventId, Tagging
from timeline_app.storage import catalogue, links, sort_words, tables
from timeline_app.storage.catalogue import Catalogue, Numbers
from timeline_app.storage.errors import ProjectError
from timeline_app.storage.links import Kind, Links
from timeline_app.storage.rows import Rows, record_of
from timeline_app.storage.tables import AMONG, json_names, rows_from_json, uncollected

_Kind = TypeVar("_Kind", Document, Tagging, Event)
_EARLIER = """
SELECT other_side, at FROM edits JOIN changes ON changes.id = edits.change
WHERE record = ? AND kind = 'event' AND done ORDER BY changes.id DESC"""
_KNOWN = """
SELECT word FROM (SELECT {1} AS word FROM {0} LIMIT 100000) WHERE word <> ''
GROUP BY word ORDER BY count(*) DESC, word LIMIT 2000"""
_CITING = "SELECT DISTINCT event FROM citations WHERE document = ?"
_NUMBERS_CITING = f"SELECT number FROM events WHERE id IN ({_CITING}) ORDER BY number"  # noqa: S608 - our own names
_QUOTES = """
SELECT event, ordinal, start, "end", exact, prefix, suffix FROM citations
WHERE document = ? AND (event, ordinal) > (?, ?) ORDER BY event, ordinal LIMIT 500"""
_PRIVATE_STEPS = """
SELECT DISTINCT change FROM edits WHERE record IN (
    SELECT id FROM documents WHERE private
    UNION SELECT id FROM events WHERE ' ' || flags || ' ' LIKE '% private %'
    UNION SELECT event FROM citations WHERE document IN (SELECT id FROM documents WHERE private))"""
_MALFORMED = (ValueError, LookupError, TypeError, OverflowError, msgspec.MsgspecError)


class Known(Enum):
    """What people complete as they type it: the table and column in which it stands."""

    PARTICIPANTS = ("participants", "name")
    TAGS = ("tags", "tag")
    LANES = ("events", "lane")


class Records:
    """What can be asked of a project. Used from one thread at a time."""

    _connection: sqlite3.Connection

    def documents(self) -> tuple[Document, ...]:
        """All documents in the order they were added, those in the bin too."""
        return self._all("document", Document)

    def documents_with(self, ids: Iterable[DocumentId]) -> tuple[Document, ...]:
        """Those of some ids that are there."""
        return self._decoded("document", tables.read(self._connection, "document", ids).values(), Document)

    def counts(self) -> tuple[int, int]:
        """How many documents and events are shown."""
        [documents] = self._connection.execute("SELECT count(*) FROM documents WHERE NOT binned").fetchone()
        shown = f"SELECT count(*) FROM events WHERE {catalogue.SHOWN}"  # noqa: S608 - our own names
        [events] = self._connection.execute(shown).fetchone()
        return documents, events

    def document_numbers(self) -> dict[DocumentId, int]:
        """The numbers of all documents, which a catalogue and a search use."""
        return {
            DocumentId(name): number for name, number in self._connection.execute("SELECT id, number FROM documents")
        }

    def taggings(self) -> tuple[Tagging, ...]:
        """The temporal expressions of all documents."""
        return self._all("tagging", Tagging)

    def tagging(self, document: DocumentId) -> Tagging | None:
        """The temporal expressions of a document."""
        rows = tables.read(self._connection, "tagging", [document])[document]
        found = self._record("tagging", rows)
        return found if isinstance(found, Tagging) else None

    def events(self) -> tuple[Event, ...]:
        """All events, hidden ones too, in no order."""
        return self._all("event", Event)

    def catalogue(self, ids: Iterable[EventId] | None = None, known: Catalogue | None = None) -> Catalogue:
        """What is known of all shown events, or of some, without decoding them; codes of ``known`` are kept."""
        categories, lanes = (known.categories, known.lanes) if known else ((), ())
        try:
            with uncollected():
                return catalogue.load(self._connection, ids, categories, lanes)
        except _MALFORMED as error:
            raise ProjectError(f"The project is damaged: a stored event is malformed ({error!r}).") from error

    def all_links(self, kind: Kind, catalogue: Catalogue) -> Links:
        """Participants, tags or cited documents of all events of a catalogue."""
        with uncollected():
            if kind is Kind.DOCUMENT:
                return links.load_documents(self._connection, catalogue)
            return links.load(self._connection, kind)

    def links(self, kind: Kind, numbers: Numbers, names: Sequence[str]) -> Links:
        """Participants, tags or cited documents of the numbered events; ``names`` keep their codes."""
        return links.load(self._connection, kind, numbers, names)

    def events_with(self, ids: Iterable[EventId]) -> tuple[Event, ...]:
        """Those of some ids that are there, hidden ones too."""
        rows = tables.read(self._connection, "event", ids)
        return self._decoded("event", rows.values(), Event)

    def events_numbered(self, numbers: Iterable[int]) -> dict[int, Event]:
        """The events that have some numbers."""
        query = f"SELECT id, number FROM events WHERE number {AMONG}"  # noqa: S608 - our own names
        known = {EventId(name): number for name, number in self._connection.execute(query, (json_names(numbers),))}
        return {known[event.id]: event for event in self.events_with(known)}

    def sort_words(self, which: sort_words.Words, after: int, most: int) -> list[tuple[int, str]]:
        """Words of at most ``most`` events whose number is above ``after``, by number, hidden events too."""
        return sort_words.read(self._connection, which, after, most)

    def events_citing(self, document: DocumentId) -> tuple[Event, ...]:
        """The events with words of a document, hidden ones too."""
        return self.events_with(EventId(name) for (name,) in self._connection.execute(_CITING, (document,)))

    def numbers_citing(self, document: DocumentId) -> list[int]:
        """The numbers of the events with words of a document, hidden ones too, ascending."""
        return [number for (number,) in self._connection.execute(_NUMBERS_CITING, (document,))]

    def events_in_category(self, category: str) -> tuple[Event, ...]:
        """The events of a category, hidden ones too."""
        found = self._connection.execute("SELECT id FROM events WHERE category = ?", (category,))
        return self.events_with([EventId(name) for (name,) in found])

    def arrangements(self, kind: str) -> tuple[Arrangement, ...]:
        """All views, eras, own categories or rules, as ``storage.arranged`` calls the kind, in order of being made."""
        records = (self._record(kind, rows) for rows in tables.read_all(self._connection, kind).values())
        return tuple(record for record in records if isinstance(record, Arrangement))

    def quotes(self, document: DocumentId) -> Iterator[tuple[EventId, int, Quote]]:
        """The quotes of a document, with their event and their number in it, read a few hundred at a time."""
        last: tuple[str, int] = ("", -1)
        while rows := self._connection.execute(_QUOTES, (document, *last)).fetchall():
            for event, number, start, end, *words in rows:
                yield EventId(event), number, Quote(TextSpan(start, end), *words)
            last = rows[-1][:2]

    def binned_events(self) -> tuple[Event, ...]:
        """The events in the bin."""
        found = self._connection.execute("SELECT event FROM bin")
        return self.events_with([EventId(name) for (name,) in found])

    def merged_events(self, event: EventId) -> tuple[Event, ...]:
        """The events that were merged into another."""
        found = self._connection.execute("SELECT id FROM events WHERE merged_into = ? ORDER BY number", (event,))
        return self.events_with([EventId(name) for (name,) in found])

    def number_of(self, event: EventId) -> int | None:
        """The number that names an event in a catalogue."""
        found = self._connection.execute("SELECT number FROM events WHERE id = ?", (event,)).fetchone()
        return int(found[0]) if found else None

    def earlier_events(self, event_id: EventId) -> tuple[Event, ...]:
        """What an event was before each of the steps that are done and changed it, oldest first."""
        versions = [rows for rows, _ in self._versions(event_id) if rows is not None]
        return self._decoded("event", reversed(versions), Event)

    def dated_at(self, event_id: EventId) -> datetime | None:
        """When a person gave the event the date that it has; None where nobody did, or the history does not say."""
        for event in self.events_with([event_id]):
            for rows, at in self._versions(event_id) if event.set_by_hand else ():
                before = self._decoded("event", [rows], Event)
                if not before or before[0].value != event.value or not before[0].set_by_hand:
                    return at
        return None

    def private_steps(self) -> frozenset[int]:
        """The steps that changed what is private now, or an event with words of a private document."""
        return frozenset(step for (step,) in self._connection.execute(_PRIVATE_STEPS))

    def known(self, words: Known) -> tuple[str, ...]:
        """What events have as participants, tags or lanes, the most common first; of very many events some."""
        found = self._connection.execute(_KNOWN.format(*words.value))
        return tuple(name for (name,) in found)

    def original(self, sha256: str) -> bytes | None:
        """The bytes of a document's file, where they are kept; what is kept under the name of others is damaged.

        Raises:
            ProjectError: the file is damaged.

        """
        found = self._connection.execute("SELECT content FROM originals WHERE sha256 = ?", (sha256,)).fetchone()
        if found is not None and hashlib.sha256(found[0]).hexdigest() != sha256:
            raise ProjectError("The project is damaged: the file that is kept with a document is not the one it was.")
        return bytes(found[0]) if found else None

    def originals(self) -> frozenset[str]:
        """The ``sha256`` of all files that are kept."""
        return frozenset(name for (name,) in self._connection.execute("SELECT sha256 FROM originals"))

    def setting(self, name: str) -> str:
        """What the window keeps in the project beside the records, such as a view; empty where nothing is kept."""
        found = self._connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def _all(self, kind: str, type_: type[_Kind]) -> tuple[_Kind, ...]:
        return self._decoded(kind, tables.read_all(self._connection, kind).values(), type_)

    def _versions(self, event_id: EventId) -> Iterator[tuple[Rows | None, datetime]]:
        """What an event was before each step that changed it, the last first, and when that step was; None: nothing."""
        rows = tables.read(self._connection, "event", [event_id])[event_id] or {}
        for side, at in self._connection.execute(_EARLIER, (event_id,)).fetchall():
            rows = {**rows, **rows_from_json(side)} if side is not None else {}
            yield rows or None, datetime.fromisoformat(at)

    def _decoded(self, kind: str, found: Iterable[Rows | None], type_: type[_Kind]) -> tuple[_Kind, ...]:
        records = (self._record(kind, rows) for rows in found)
        return tuple(record for record in records if isinstance(record, type_))

    def _record(self, kind: str, rows: Rows | None) -> Record | None:
        try:
            return None if rows is None else record_of(kind, rows, self._text)
        except _MALFORMED as error:
            raise ProjectError(f"The project is damaged: a stored {kind} is malformed ({error}).") from error

    def _text(self, sha256: str) -> str:
        [text] = self._connection.execute("SELECT text FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
        return str(text)
