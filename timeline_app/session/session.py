"""The running program without a window: one project, the selection, and who wants to know.

The project's database holds the truth. The session holds its documents, and of the events a catalogue in the order in
which people see them; events are decoded when somebody asks. It tells its listeners what kind of thing changed, and is
used from one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.arrangement import Era, IgnoreRule, OwnCategory, SavedView
from timeline_app.model.change import Change
from timeline_app.model.document import Document, DocumentId, Integrity, anchor_quote
from timeline_app.model.event import Event, EventId, Tagging
from timeline_app.session import arranging, contents, drafts, edits, originals
from timeline_app.session.arrangements import Arrangements
from timeline_app.session.contents import Contents
from timeline_app.session.events import Events, Shelf
from timeline_app.session.found import Hits
from timeline_app.session.ingest import Ingested
from timeline_app.session.linking import Linking
from timeline_app.session.originals import OriginalState
from timeline_app.session.topics import Listener, Listeners, Topic, Unsubscribe
from timeline_app.storage.catalogue import Catalogue
from timeline_app.storage.links import Kind, Linked
from timeline_app.storage.project import Changed, Known, Project, ProjectError, StaleChangeError, Step
from timeline_app.storage.sort_words import Words

__all__ = ["Known", "ProjectError", "Session", "StaleChangeError", "UnknownRecordError"]

_KEEPS_ORIGINALS, _GROUND = "keeps originals", "ground"  # names of settings
_LONGEST_ID = 18  # digits
_Id = TypeVar("_Id")
_Found = TypeVar("_Found")


class UnknownRecordError(LookupError):
    """An id that no record of the session has; the message is a whole sentence."""


class Session:
    """A project, the events in it and the one that is selected. All is saved as soon as it is done."""

    def __init__(
        self,
        project: Project | Contents | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        who: str = "",
    ) -> None:
        """Hold a project, by default a new one in memory; ``now`` dates the steps, ``who`` signs them.

        Raises:
            ProjectError: it cannot be read; it is closed.

        """
        self._now = now
        self._who = who
        self._listeners = Listeners()
        self._selection: EventId | None = None
        self._take(project if isinstance(project, Contents) else contents.read(project or Project.in_memory()))

    @classmethod
    def open(cls, path: Path, who: str = "") -> Session:
        """A session on a project file, which is made if there is none.

        One that may not be written to, or is damaged, is opened for reading (``is_read_only``, ``remark``).

        Raises:
            ProjectError: it cannot be opened, and why.

        """
        return cls(Project.open(path), who=who)

    @classmethod
    def draft(cls, who: str = "") -> Session:
        """A session on a new draft.

        Raises:
            ProjectError: no draft can be kept.

        """
        return cls(drafts.new(), who=who)

    @property
    def path(self) -> Path | None:
        """The project's file; None where it is in memory only."""
        return self._project.path

    @property
    def is_draft(self) -> bool:
        """Whether the project has no name yet that the user gave it."""
        return self.path is None or drafts.is_draft(self.path)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._project.is_read_only

    @property
    def remark(self) -> str:
        """What was lost, in a sentence, where the file was damaged; else empty."""
        return self._project.remark

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever done in it, so that it need not be kept."""
        return not self._project.history() and not self._all_documents

    def sign(self, who: str) -> None:
        """Sign the steps from now on, with nothing if it is empty."""
        self._who = who

    def save_as(self, path: Path) -> None:
        """Go on under another name; a draft is left for it, another project stays where it was.

        Raises:
            ProjectError: it cannot be written, or is open elsewhere; the session is as it was.

        """
        self._project.copy_to(path)
        left = self._project
        self._take(Contents(Project.open(path), self._all_documents, self._catalogue))  # the copy is the same
        left.close()
        if left.path is not None:
            drafts.discard(left.path)
        for topic in (Topic.PROJECT, Topic.HISTORY):
            self._listeners.tell(topic)

    def duplicate(self, path: Path) -> None:
        """Put a copy of the project, history too, into another file, and go on in this one.

        Raises:
            ProjectError: it cannot be written, or is open elsewhere.

        """
        self._project.copy_to(path)

    def compact(self) -> None:
        """Give back the space of what was deleted.

        Raises:
            ProjectError: there is no room to do it; nothing is lost.

        """
        self._project.compact()

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

    def events_citing(self, document_id: DocumentId) -> tuple[Event, ...]:
        """The shown events with words of a document."""
        return tuple(event for event in self._project.events_citing(document_id) if not event.is_hidden)

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

    @property
    def first_cited(self) -> dict[DocumentId, int]:
        """How many shown events each document is the first source of."""
        counts = np.bincount(self._catalogue.document, minlength=1)
        numbers = self._project.document_numbers()
        return {name: int(counts[number]) for name, number in numbers.items() if number < len(counts)}

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
            self.index_of(event_id)
        if event_id != self._selection:
            self._selection = event_id
            self._listeners.tell(Topic.SELECTION)

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

    def apply(self, change: Change, merging: str = "") -> None:
        """Make a change, as one step that can be undone. One without edits does nothing.

        Consecutive changes with the same ``merging`` key are one step, such as those of one drag or of typing in a box.

        Raises:
            StaleChangeError: a record it replaces is no longer as the change found it; nothing is changed.
            ProjectError: it cannot be written; nothing is changed.

        """
        if change.edits:
            self._follow(self._project.apply(change, self._now(), self._who, merging))
            documents = [edit.after for edit in change.edits if isinstance(edit.after, Document)]
            if documents and self.keeps_originals:
                self._keep_originals(documents)

    def add(self, ingested: Iterable[Ingested], label: str = "", merging: str = "") -> None:
        """Add documents with their proposals; one that is there is left alone, one in the bin comes back.

        The step is called ``label``, by default after the documents; ``merging`` as in ``apply``.
        """
        found = list(ingested)
        known = [self._all_documents[one.document.id] for one in found if one.document.id in self._all_documents]
        taken = self._project.events_with(event.id for one in found for event in one.events)
        added = edits.add_documents(found, known, taken)
        back = [edits.restore_document(one, self._project.events_citing(one.id)) for one in known if one.binned]
        if back and not added.edits:
            added = replace(added, label=back[0].label if len(back) == 1 else f"Restore {len(back)} documents")
        whole = (*(edit for each in back for edit in each.edits), *added.edits)
        self.apply(replace(added, label=label or added.label, edits=whole), merging)

    def read_again(self, again: Ingested) -> Change:
        """The change to a document that was extracted again, for a preview (``edits.differences``) and ``apply``.

        With its new date, language or way of counting (``DocumentRequest``), or from its file (``RereadRequest``).

        Raises:
            UnknownRecordError: there is no such document.

        """
        before = self.document(again.document.id)
        known = self._project.events_citing(before.id)
        named = self._project.events_with(event.id for event in again.events)
        events = {event.id: event for event in (*known, *named)}
        return edits.read_again(before, self.tagging(before.id), again, events.values())

    def binning(self, *documents: DocumentId) -> edits.Binning:
        """The change that puts documents into the bin, with its numbers for the question whether to.

        Raises:
            UnknownRecordError: there is no such document.

        """
        citing = {event.id: event for name in documents for event in self._project.events_citing(name)}
        return edits.bin_documents([self.document(name) for name in documents], citing.values())

    @property
    def bin(self) -> tuple[tuple[Document, ...], tuple[Event, ...]]:
        """The documents and events in the bin."""
        documents = tuple(document for document in self._all_documents.values() if document.binned)
        return documents, self._project.binned_events()

    def forget(self, documents: Iterable[DocumentId] = (), events: Iterable[EventId] = ()) -> None:
        """Take what is in the bin out of the file for good, with its words and history. It cannot be undone.

        Raises:
            ProjectError: it cannot be written; nothing is changed.

        """
        gone = list(dict.fromkeys(documents))
        alone = [
            event.id for name in gone for event in self._project.events_citing(name) if _only_from(event, set(gone))
        ]
        self._follow(self._project.forget(gone, list(dict.fromkeys([*events, *alone]))))

    @property
    def keeps_originals(self) -> bool:
        """Whether the bytes of the files that documents are read from are kept in the project."""
        return self._project.setting(_KEEPS_ORIGINALS) == "yes"

    def keep_originals(self, *, on: bool) -> None:
        """Keep the files of documents from now on, and of those that are there as they were; or keep none any more.

        Raises:
            ProjectError: it cannot be written.

        """
        self._project.set_setting(_KEEPS_ORIGINALS, "yes" if on else "")
        if on:
            self._keep_originals(self._all_documents.values())
        else:
            self._project.drop_originals()
        self._listeners.tell(Topic.PROJECT)

    def original(self, document_id: DocumentId) -> bytes | None:
        """The bytes of the file a document was read from, where they are kept.

        Raises:
            UnknownRecordError: there is no such document.
            ProjectError: the project is damaged.

        """
        file = self.document(document_id).original
        return self._project.original(file.sha256) if file else None

    def original_state(self, document_id: DocumentId) -> OriginalState:
        """What has become of the file that a document was read from.

        Raises:
            UnknownRecordError: there is no such document.

        """
        return originals.original_state(self.document(document_id), self._folder)

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

    def changing_category(self, before: OwnCategory, after: OwnCategory) -> Change:
        """The change of an own category; all events that have it follow its name."""
        return arranging.change_category(before, after, self._project.events_in_category(before.name))

    def removing_category(self, category: OwnCategory) -> Change:
        """The change that takes an own category away; all events that have it become Other."""
        return arranging.remove_category(category, self._project.events_in_category(category.name))

    def setting(self, name: str) -> str:
        """What is kept in the project under a name beside its records, such as a view or a place in the review."""
        return self._project.setting(name)

    def keep_setting(self, name: str, value: str) -> None:
        """Keep something in the project; it is no step of the history.

        Raises:
            ProjectError: it cannot be written.

        """
        self._project.set_setting(name, value)

    def undo(self) -> None:
        """Take back the last step, if there is one that is somebody's work."""
        if self.here > self.ground and (changed := self._project.undo()):
            self._follow(changed)

    def redo(self) -> None:
        """Make the last undone step again, if there is one."""
        if changed := self._project.redo():
            self._follow(changed)

    def go_to(self, step_id: int) -> None:
        """Undo or redo until the step is the last that is done; 0 is as far back as one can. Listeners are told once.

        Raises:
            ProjectError: it cannot be written; what was undone or redone until then stays so.

        """
        moves: list[Changed] = []
        try:
            moves.extend(self._moves(step_id))  # where one fails, those before it are there
        finally:
            if moves:
                self._follow(_joined(moves))

    def _moves(self, step_id: int) -> Iterator[Changed]:
        """Undo or redo until a step is the last that is done."""
        ahead = [step.id for step in self.history_since(self.here + 1) if step.id <= step_id]
        while self.here > max(step_id, self.ground) and (back := self._project.undo()):
            yield back
        for _ in ahead:
            if on := self._project.redo():
                yield on

    def stand_here(self) -> None:
        """What was done up to now the program did by itself: it is nobody's work, and undo leaves it alone.

        Raises:
            ProjectError: it cannot be written.

        """
        self._project.set_setting(_GROUND, str(self.here))
        self._listeners.tell(Topic.HISTORY)

    @property
    def ground(self) -> int:
        """The id of the last step that undo leaves alone; 0 for none. The project remembers it."""
        kept = self._project.setting(_GROUND)
        return int(kept) if kept.isdecimal() and len(kept) < _LONGEST_ID else 0

    @property
    def here(self) -> int:
        """The id of the last step that is done; 0 before the first."""
        return self._project.here

    def history_since(self, step_id: int) -> tuple[Step, ...]:
        """The steps from one on, oldest first."""
        return self._project.history(step_id)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self._project.undo_label if self.here > self.ground else None

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
        """Close the project; the session is of no use afterwards. A draft in which nothing was done is removed."""
        path, is_empty = self.path, self.is_empty
        self._project.close()
        if path is not None and is_empty:
            drafts.discard(path)

    def _take(self, found: Contents) -> None:
        """Go on with another project."""
        self._project, self._all_documents, self._catalogue = found
        self._shelf = Shelf(self._project.events_numbered)
        self._taggings: dict[DocumentId, Tagging] = {}
        self._arrangements = Arrangements(self._project.arrangements)
        self._linking = Linking(self._project)
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

    def _follow(self, changed: Changed) -> None:
        """Bring what is in memory to where the project is, and tell what kinds of thing changed."""
        documents = [DocumentId(name) for name in changed.ids.get("document", ())]
        taggings = changed.ids.get("tagging", ())
        events = [EventId(name) for name in changed.ids.get("event", ())]
        if documents:
            now = {document.id: document for document in self._project.documents_with(documents)}
            for gone in set(documents) - set(now):
                self._all_documents.pop(gone, None)
            self._all_documents |= now
        for name in taggings:
            self._taggings.pop(DocumentId(name), None)
        if events:
            self._shelf.drop(changed.gone.tolist())
            new = self._project.catalogue(events, self._catalogue)
            self._catalogue = self._catalogue.replaced(changed.gone, new)
            self._linking.drop(np.append(changed.gone, new.number))
            self.__dict__.pop("_places", None)
        topics = [Topic.DOCUMENTS] if documents or taggings else []
        topics += [Topic.EVENTS] if events else []
        topics += [Topic.ARRANGEMENT] if self._arrangements.drop(changed.ids) else []
        if self._selection in events:
            topics.append(Topic.SELECTION)
            self._selection = self._selection if self._is_shown(self._selection) else None
        for topic in (*topics, Topic.HISTORY):
            self._listeners.tell(topic)

    def _keep_originals(self, documents: Iterable[Document]) -> None:
        """Of files that are still as they were read."""
        kept = self._project.originals()
        for document in documents:
            if (
                document.original
                and document.original.sha256 not in kept
                and (content := originals.content(document, self._folder))
            ):
                self._project.keep_originals([content])

    def _cited(self) -> Linked:
        return self.linked(Kind.DOCUMENT)

    @property
    def _folder(self) -> Path | None:
        """Where files with a relative path may be, too."""
        return None if self.path is None or self.is_draft else self.path.parent

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


def _joined(moves: Sequence[Changed]) -> Changed:
    """What several steps changed together."""
    kinds = dict.fromkeys(kind for move in moves for kind in move.ids)
    ids = {kind: tuple(dict.fromkeys(name for move in moves for name in move.ids.get(kind, ()))) for kind in kinds}
    return Changed(moves[-1].label, ids, np.unique(np.concatenate([move.gone for move in moves])))


def _only_from(event: Event, documents: set[DocumentId]) -> bool:
    return all(citation.document in documents for citation in event.citations)
