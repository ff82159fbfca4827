"""One pure function per user intent, each giving the ``Change`` that does it.

They look at values and make values; ``Session.apply`` makes them so. A change without edits has nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline_app.model.change import Change, Edit, Origin
from timeline_app.model.document import Document
from timeline_app.model.event import Event, EventId, Status, Tagging
from timeline_app.model.temporal import TemporalValue
from timeline_app.session.ingest import Ingested


def add_documents(
    ingested: Iterable[Ingested], documents: Iterable[Document] = (), events: Iterable[Event] = ()
) -> Change:
    """New documents with their proposals, beside the ``documents`` and ``events`` that there are.

    A document that is there already is left alone. An event's id that is taken (by a copy of its document elsewhere)
    gets a number.
    """
    there = {document.id for document in documents}
    new = {found.document.id: found for found in ingested if found.document.id not in there}
    used = {event.id for event in events}
    edits: list[Edit] = []
    for found in new.values():
        edits += [Edit(None, found.document), Edit(None, found.tagging)]
        edits += [Edit(None, _unique(event, used)) for event in found.events]
    titles = [found.document.title for found in new.values()]
    label = f"Add “{titles[0]}”" if len(titles) == 1 else f"Add {len(titles)} documents"
    return Change(label, tuple(edits), Origin.MACHINE)


def set_published(before: Document, tagging: Tagging, again: Ingested, events: Iterable[Event]) -> Change:
    """A document's new date (that of ``again``), and what was extracted with it in place of untouched proposals.

    ``tagging`` and ``events`` are what the session holds now.
    """
    published = again.document.published
    label = f"Date “{before.title}” {published.value.edtf}" if published else f"Remove the date of “{before.title}”"
    return Change(label, _differences(before, tagging, again, events))


def remove_document(document: Document, tagging: Tagging, events: Iterable[Event]) -> Change:
    """A document out, with the events only it reports; others lose its citations."""
    cited = [event for event in events if any(citation.document == document.id for citation in event.citations)]
    edits = [Edit(event, _without(event, document)) for event in cited]
    return Change(f"Remove “{document.title}”", (*edits, Edit(tagging, None), Edit(document, None)))


def accept(events: Iterable[Event]) -> Change:
    """A person says: so it is."""
    return _with_status("Accept", events, Status.ACCEPTED)


def reject(events: Iterable[Event]) -> Change:
    """A person says: this is no event, or not this date."""
    return _with_status("Reject", events, Status.REJECTED)


def reopen(events: Iterable[Event]) -> Change:
    """Back to being proposals."""
    return _with_status("Reopen", events, Status.PROPOSED)


def set_date(event: Event, value: TemporalValue) -> Change:
    """A date chosen by hand, such as a derivation's alternative; what the words give stays with the citation."""
    by_hand = replace(event, value=value, undated=None, set_by_hand=True)
    return Change(f"Date “{event.title}” {value.edtf}", _edit(event, by_hand))


def use_source_date(event: Event, as_read: Event) -> Change:
    """The date that the words give; ``as_read`` is the event before its date was set by hand (``Session.as_read``)."""
    dated = replace(event, value=as_read.value, undated=as_read.undated, set_by_hand=False)
    return Change(f"Date “{event.title}” as its source does", _edit(event, dated))


def _with_status(verb: str, events: Iterable[Event], status: Status) -> Change:
    edits = [edit for event in events for edit in _edit(event, replace(event, status=status))]
    titles = [edit.record.title for edit in edits if isinstance(edit.record, Event)]
    label = f"{verb} “{titles[0]}”" if len(titles) == 1 else f"{verb} {len(titles)} events"
    return Change(label, tuple(edits))


def _edit(before: Event, after: Event) -> tuple[Edit, ...]:
    return () if before == after else (Edit(before, after),)


def _unique(event: Event, used: set[EventId]) -> Event:
    """The event under an id that is not used yet; the id is used from now on."""
    name, number = event.id, 1
    while name in used:
        number += 1
        name = EventId(f"{event.id}-{number}")
    used.add(name)
    return event if name == event.id else replace(event, id=name)


def _differences(before: Document, tagging: Tagging, again: Ingested, events: Iterable[Event]) -> tuple[Edit, ...]:
    """From what is there to what was extracted again; whatever a person touched stays as it is."""
    known = {event.id: event for event in events}
    replaced = {name: event for name, event in known.items() if _is_untouched(event, before)}
    proposed = {event.id: event for event in again.events if event.id in replaced or event.id not in known}
    names = dict.fromkeys([*replaced, *proposed])
    edits = [Edit(before, again.document), Edit(tagging, again.tagging)]
    edits += [Edit(replaced.get(name), proposed.get(name)) for name in names]
    return tuple(edit for edit in edits if edit.before != edit.after)


def _is_untouched(event: Event, document: Document) -> bool:
    """A proposal from this document alone that no person has looked at."""
    only_here = all(citation.document == document.id for citation in event.citations)
    return event.status is Status.PROPOSED and not event.set_by_hand and only_here


def _without(event: Event, document: Document) -> Event | None:
    """The event as the other documents report it."""
    left = tuple(citation for citation in event.citations if citation.document != document.id)
    return replace(event, citations=left) if left else None
