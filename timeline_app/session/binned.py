"""What comes back from the bin together, as one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Event, EventId
from timeline_app.session import edits


def restore(
    documents: Collection[DocumentId],
    events: Collection[EventId],
    bin_: tuple[Iterable[Document], Iterable[Event]],
) -> Change:
    """Some of what is in the bin back: documents with the events that went with them, events with their documents.

    An event whose only documents are in the bin brings these back, without their other events.
    """
    binned, waiting = {document.id: document for document in bin_[0]}, list(bin_[1])
    found: dict[object, Edit] = {}
    for document in (binned[name] for name in documents if name in binned):
        found |= _by_id(edits.restore_document(document, waiting))
    chosen = [event for event in waiting if event.id in set(events)]
    found |= _by_id(edits.restore(chosen))
    for event in chosen:
        sources = {citation.document for citation in event.citations}
        if sources and sources <= binned.keys():
            needed = (binned[name] for name in sources)
            found |= _by_id(Change("", tuple(edit for one in needed for edit in edits.restore_document(one, ()).edits)))
    return Change(_label(list(found.values())), tuple(found.values()))


def _by_id(change: Change) -> dict[object, Edit]:
    return {(type(edit.record), edit.record.id): edit for edit in change.edits}


def _label(found: list[Edit]) -> str:
    """The one thing that comes back, or how many of each kind."""
    records = [edit.record for edit in found]
    if len(records) == 1 and isinstance(records[0], Document | Event):
        return f"Restore “{records[0].title}”"
    numbers = [
        (sum(isinstance(record, kind) for record in records), name)
        for kind, name in ((Document, "document"), (Event, "event"))
    ]
    parts = [f"{number:,} {name}{'s' * (number != 1)}" for number, name in numbers if number]
    return f"Restore {' and '.join(parts)}"
