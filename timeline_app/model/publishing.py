"""What may leave the program. Every export, copy and table of rows for others takes its events and documents from here.

Private documents, with their words, and private events stay; so do notes, unless a person made them public. An event
that a private document reports among others goes with the words of the others; one that only private documents report
stays. What a person made without a source goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Event


class Publishable(NamedTuple):
    """Events and documents that may leave the program, in the order they were given."""

    events: tuple[Event, ...]
    documents: tuple[Document, ...]


def publishable(events: Iterable[Event], documents: Iterable[Document]) -> Publishable:
    """What of some events may leave, and which ``documents`` may. Words of documents not among these stay, too."""
    public = tuple(document for document in documents if not document.private)
    names = {document.id for document in public}
    found = (_without_private(event, names) for event in events)
    return Publishable(tuple(event for event in found if event is not None), public)


def _without_private(event: Event, public: set[DocumentId]) -> Event | None:
    """The event as others may see it; itself where nothing of it is private."""
    if event.is_private:
        return None
    citations = tuple(citation for citation in event.citations if citation.document in public)
    if event.citations and not citations:
        return None
    notes = event.notes if event.notes_public else ""
    if notes == event.notes and len(citations) == len(event.citations):
        return event
    return replace(event, citations=citations, notes=notes)
