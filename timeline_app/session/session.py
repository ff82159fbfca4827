"""The running program without a window: one project's records in memory, the selection, and who wants to know.

The project's database holds the truth; the session holds the same records as values, in the order people see them, and
tells its listeners what kind of thing changed. It is used from one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import NamedTuple, TypeVar

from timeline_app.model.change import Change, Record
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Event, EventId, Tagging
from timeline_app.session.topics import Listener, Listeners, Topic, Unsubscribe
from timeline_app.storage.project import Project, Step

_OPEN = 2**63  # beyond every second there is
_Id = TypeVar("_Id")
_Found = TypeVar("_Found")


class UnknownRecordError(LookupError):
    """An id that no record of the session has; the message is a whole sentence."""


class _Order(NamedTuple):
    """The events as people see them, and where each stands."""

    events: tuple[Event, ...]
    places: dict[EventId, int]


class Session:
    """A project, the events in it and the one that is selected."""

    def __init__(self, project: Project | None = None, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Hold a project, by default a new one in memory; ``now`` dates the steps of its history."""
        self._project = project or Project.in_memory()
        self._now = now
        self._listeners = Listeners()
        self._selection: EventId | None = None
        self._documents = {document.id: document for document in self._project.documents()}
        self._taggings = {tagging.id: tagging for tagging in self._project.taggings()}
        self._events = {event.id: event for event in self._project.events()}

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents in the order they were added."""
        return tuple(self._documents.values())

    def document(self, document_id: DocumentId) -> Document:
        """The document of an id.

        Raises:
            UnknownRecordError: there is none.

        """
        return _found(self._documents, document_id, "document")

    def tagging(self, document_id: DocumentId) -> Tagging:
        """The temporal expressions of a document.

        Raises:
            UnknownRecordError: there is no such document.

        """
        return _found(self._taggings, document_id, "document")

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, rejected ones too: by earliest and latest time, then the undated in order of the text."""
        return self._order.events

    @property
    def undated(self) -> tuple[Event, ...]:
        """The events without a place in time, in order of the text."""
        return tuple(event for event in self.events if event.value is None)

    def event(self, event_id: EventId) -> Event:
        """The event of an id.

        Raises:
            UnknownRecordError: there is none.

        """
        return _found(self._events, event_id, "event")

    def as_read(self, event_id: EventId) -> Event:
        """The event as it was before its date was set by hand; as it is, if that was never done.

        Raises:
            UnknownRecordError: there is no such event.

        """
        event = self.event(event_id)
        earlier = self._project.earlier_events(event_id) if event.set_by_hand else ()
        return next((version for version in reversed(earlier) if not version.set_by_hand), event)

    def index_of(self, event_id: EventId) -> int:
        """Where an event stands in ``events``.

        Raises:
            UnknownRecordError: there is no such event.

        """
        return _found(self._order.places, event_id, "event")

    def id_at(self, index: int) -> EventId:
        """The id of ``events[index]``."""
        return self.events[index].id

    @property
    def selection(self) -> EventId | None:
        """The selected event."""
        return self._selection

    def select(self, event_id: EventId | None) -> None:
        """Select an event, or none.

        Raises:
            UnknownRecordError: there is no such event.

        """
        if event_id is not None:
            self.event(event_id)
        if event_id != self._selection:
            self._selection = event_id
            self._listeners.tell(Topic.SELECTION)

    def apply(self, change: Change) -> None:
        """Make a change, as one step that can be undone. One without edits does nothing.

        Raises:
            StaleChangeError: a record it replaces is no longer as the change found it; nothing is changed.

        """
        if change.edits:
            self._project.apply(change, self._now())
            self._follow(change)

    def undo(self) -> None:
        """Take back the last step, if there is one."""
        if change := self._project.undo():
            self._follow(change)

    def redo(self) -> None:
        """Make the last undone step again, if there is one."""
        if change := self._project.redo():
            self._follow(change)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self._project.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would make again, or None."""
        return self._project.redo_label

    @property
    def history(self) -> tuple[Step, ...]:
        """Every step, oldest first; those undone are not ``done``."""
        return self._project.history()

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Call ``listener`` with each topic that is different from now on, until the returned function is called."""
        return self._listeners.subscribe(listener)

    def close(self) -> None:
        """Close the project; the session is of no use afterwards."""
        self._project.close()

    @cached_property
    def _order(self) -> _Order:
        places = {document: number for number, document in enumerate(self._documents)}
        events = tuple(sorted(self._events.values(), key=lambda event: _place(event, places)))
        return _Order(events, {event.id: number for number, event in enumerate(events)})

    def _follow(self, change: Change) -> None:
        """Bring the records in memory to where the project is, and tell what kinds of thing changed."""
        for edit in change.edits:
            if edit.after is None:
                self._drop(edit.record)
            else:
                self._put(edit.after)
        self.__dict__.pop("_order", None)
        touched = [edit.record for edit in change.edits]
        for topic in self._topics(touched):
            self._listeners.tell(topic)

    def _put(self, record: Record) -> None:
        match record:
            case Event():
                self._events[record.id] = record
            case Tagging():
                self._taggings[record.id] = record
            case Document():
                self._documents[record.id] = record

    def _drop(self, record: Record) -> None:
        match record:
            case Event():
                del self._events[record.id]
            case Tagging():
                del self._taggings[record.id]
            case Document():
                del self._documents[record.id]

    def _topics(self, touched: Iterable[Record]) -> list[Topic]:
        """What changed with these records; a selected event that is gone is selected no more."""
        events = {record.id for record in touched if isinstance(record, Event)}
        topics = [Topic.DOCUMENTS] if any(not isinstance(record, Event) for record in touched) else []
        topics += [Topic.EVENTS] if events else []
        if self._selection in events:
            topics.append(Topic.SELECTION)
            self._selection = self._selection if self._selection in self._events else None
        return [*topics, Topic.HISTORY]


def _found(records: Mapping[_Id, _Found], key: _Id, what: str) -> _Found:
    try:
        return records[key]
    except KeyError:
        raise UnknownRecordError(f"There is no {what} “{key}”.") from None


def _place(event: Event, documents: Mapping[DocumentId, int]) -> tuple[bool, int, int, int, int, str]:
    """Sorts events by time, the undated behind; within one time as the documents and their texts run."""
    value = event.value
    earliest = -_OPEN if value is None or value.earliest is None else value.earliest
    latest = _OPEN if value is None or value.latest is None else value.latest
    first = event.citations[0] if event.citations else None
    document = documents.get(first.document, len(documents)) if first else len(documents)
    return value is None, earliest, latest, document, first.quote.span.start if first else 0, event.id
