"""What a session holds of its project and gives out: documents, events, what a person arranged, and a search of all.

Of the events it holds a catalogue in the order in which people see them; they are decoded when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.arrangement import Era, IgnoreRule, OwnCategory, SavedView
from timeline_app.model.document import Document, DocumentId, Integrity, anchor_quote
from timeline_app.model.event import Event, EventId, Tagging
from timeline_app.session.arrangements import Arrangements
from timeline_app.session.contents import Contents
from timeline_app.session.events import Events, Shelf
from timeline_app.session.found import Hits
from timeline_app.session.linking import Linking
from timeline_app.storage.catalogue import Catalogue
from timeline_app.storage.links import Kind, Linked
from timeline_app.storage.project import Known
from timeline_app.storage.sort_words import Words

_Id = TypeVar("_Id")
_Found = TypeVar("_Found")


class UnknownRecordError(LookupError):
    """An id that no record of the session has; the message is a whole sentence."""


class Holdings:
    """What is known of an open project. Nothing here changes it."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents in the order they were added, without those in the bin."""
        return tuple(document for document in self._all_documents.values() if not document.binned)

    def document(self, document_id: DocumentId) -> Document:
        """The document of an id, also one in the bin.

        Raises:
            UnknownRecordError: there is none.

        """
        return _found(self._all_documents, document_id, "document")

    def tagging(self, document_id: DocumentId) -> Tagging:
        """The temporal expressions of a document.

        Raises:
            UnknownRecordError: there is no such document.

        """
        if document_id not in self._taggings and (found := self._project.tagging(document_id)):
            self._taggings[document_id] = found
        return _found(self._taggings, document_id, "document")

    @property
    def catalogue(self) -> Catalogue:
        """What is known of all events without decoding them, in the order of ``events``."""
        return self._catalogue

    def linked(self, kind: Kind) -> Linked:
        """The participants, tags or cited documents of all shown events, for filters and counts.

        They are kept until events change; of a million events each kind takes a second or two when it is first asked
        for.
        """
        return self._linking.of(kind, self._catalogue, self._places)

    @property
    def events(self) -> Events:
        """All events that are shown, rejected ones too: by time and by hand, then the undated in order of the text."""
        return Events(self._catalogue.number, self._shelf)

    def events_numbered(self, numbers: Sequence[int]) -> list[Event]:
        """The events that have these numbers in the catalogue, in this order.

        Raises:
            KeyError: one of them is no longer there.

        """
        return self._shelf.take(numbers)

    def sort_words(self, which: Words, after: int, most: int) -> list[tuple[int, str]]:
        """Numbers and words of at most ``most`` events whose number is above ``after``, by number, to put in order."""
        return self._project.sort_words(which, after, most)

    @property
    def numbered_documents(self) -> dict[int, Document]:
        """The documents by the numbers they have in the catalogue, those in the bin too."""
        return {number: self._all_documents[name] for name, number in self._project.document_numbers().items()}

    @property
    def undated(self) -> tuple[Event, ...]:
        """The events without a place in time, in order of the text."""
        return tuple(self.events[self._catalogue.placed :])

    def event(self, event_id: EventId) -> Event:
        """The event of an id, also a hidden one.

        Raises:
            UnknownRecordError: there is none.

        """
        return self._shelf.take([self._number(event_id)])[0]

    def events_citing(self, document_id: DocumentId, among: NDArray[np.bool_] | None = None) -> tuple[Event, ...]:
        """The shown events with words of a document; only those for whose places ``among`` is true, if it is given."""
        numbers = np.array(self._project.numbers_citing(document_id), dtype=np.int64)
        places = self._places[numbers[numbers < len(self._places)]]
        places = places[places >= 0]
        return tuple(self.events_at(places if among is None else places.compress(among.take(places))))

    def events_at(self, places: NDArray[np.int64]) -> list[Event]:
        """The events at some places in ``events``."""
        return self._shelf.take(self._catalogue.number[places].tolist())

    def quotes_found(self, document_id: DocumentId) -> Iterator[tuple[EventId, int, Integrity]]:
        """How well the words of each citation of a document are found in it: its event, its number there, and that.

        They come from the file a few hundred at a time; in between the session may be used and changed.
        """
        for event, number, quote in self._project.quotes(document_id):
            if (document := self._all_documents.get(document_id)) is None:
                return
            start, end = quote.span
            exact = document.text[start:end] == quote.exact
            yield event, number, Integrity.EXACT if exact else anchor_quote(quote, document.text)[1]

    def as_read(self, event_id: EventId) -> Event:
        """The event as it was before its date was set by hand; as it is, if that was never done.

        Raises:
            UnknownRecordError: there is no such event.

        """
        event = self.event(event_id)
        earlier = self._project.earlier_events(event_id) if event.set_by_hand else ()
        return next((version for version in reversed(earlier) if not version.set_by_hand), event)

    def dated_at(self, event_id: EventId) -> datetime | None:
        """When a person gave an event the date that it has; None where nobody did, or the history does not say."""
        return self._project.dated_at(event_id)

    @property
    def private_steps(self) -> frozenset[int]:
        """The ids of steps whose labels may name what is private."""
        return self._project.private_steps()

    def known(self, words: Known) -> tuple[str, ...]:
        """The participants, tags or lanes that events have, to complete what is typed; the most common first."""
        return self._project.known(words)

    def index_of(self, event_id: EventId) -> int:
        """Where an event stands in ``events``.

        Raises:
            UnknownRecordError: there is no such event.

        """
        number = self._number(event_id)
        at = int(self._places[number]) if number < len(self._places) else -1
        if at < 0:
            raise UnknownRecordError(f"The event “{event_id}” is not shown.")
        return at

    def id_at(self, index: int) -> EventId:
        """The id of ``events[index]``."""
        return self.events[index].id

    def search(self, text: str) -> Hits:
        """The shown events and documents that have all the words, as ``storage.search.query_of`` reads them."""
        return next(hits for hits in self.searching(text) if hits)

    def searching(self, text: str) -> Iterator[Hits | None]:
        """``search`` a slice at a time: None until all is found. In between the session may be used and changed."""
        for found in self._project.finding(text):
            yield Hits.of(found, self._catalogue, self._shown_numbers(), self._shelf, self._cited) if found else None

    def catch_up(self) -> None:
        """Bring the search index up to date while there is time; a search does so by itself."""
        self._project.catch_up()

    @property
    def bin(self) -> tuple[tuple[Document, ...], tuple[Event, ...]]:
        """The documents and events in the bin."""
        documents = tuple(document for document in self._all_documents.values() if document.binned)
        return documents, self._project.binned_events()

    def merged(self, event_id: EventId) -> tuple[Event, ...]:
        """The events that were merged into one, which ``edits.split`` brings back."""
        return self._project.merged_events(event_id)

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The saved views, by name."""
        return self._arrangements.of(SavedView)

    @property
    def eras(self) -> tuple[Era, ...]:
        """The named stretches of time behind the events, in order of time."""
        return self._arrangements.of(Era)

    @property
    def own_categories(self) -> tuple[OwnCategory, ...]:
        """The categories that a person made, by name."""
        return self._arrangements.of(OwnCategory)

    @property
    def ignore_rules(self) -> tuple[IgnoreRule, ...]:
        """Which dates are left out, by words."""
        return self._arrangements.of(IgnoreRule)

    def setting(self, name: str) -> str:
        """What is kept in the project under a name beside its records, such as a view or a place in the review."""
        return self._project.setting(name)

    def _take(self, found: Contents) -> None:
        """Go on with another project."""
        self._project, self._all_documents, self._catalogue, links = found
        self._shelf = Shelf(self._project.events_numbered)
        self._taggings: dict[DocumentId, Tagging] = {}
        self._arrangements = Arrangements(self._project.arrangements)
        self._linking = Linking(self._project, links)
        self.__dict__.pop("_places", None)

    @cached_property
    def _places(self) -> NDArray[np.int64]:
        """By number, where an event stands in the catalogue; -1 where it is not shown."""
        numbers = self._catalogue.number
        places = np.full(int(numbers.max()) + 1 if len(numbers) else 0, -1, dtype=np.int64)
        places[numbers] = np.arange(len(numbers))
        return places

    def _number(self, event_id: EventId) -> int:
        number = self._project.number_of(event_id)
        if number is None:
            raise UnknownRecordError(f"There is no event “{event_id}”.")
        return number

    def _cited(self) -> Linked:
        return self.linked(Kind.DOCUMENT)

    def _shown_numbers(self) -> dict[DocumentId, int]:
        """The numbers of the documents that are not in the bin."""
        numbers = self._project.document_numbers()
        return {document.id: numbers[document.id] for document in self.documents}

    def _is_shown(self, event_id: EventId | None) -> bool:
        found = self._project.events_with([event_id]) if event_id is not None else ()
        return any(not event.is_hidden for event in found)


def _found(records: Mapping[_Id, _Found], key: _Id, what: str) -> _Found:
    try:
        return records[key]
    except KeyError:
        raise UnknownRecordError(f"There is no {what} “{key}”.") from None
