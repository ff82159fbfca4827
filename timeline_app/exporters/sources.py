"""The events of a table with their numbered sources: what every kind of table file is written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Citation, Event, Status
from timeline_app.model.publishing import publishable
from timeline_app.model.wording import in_words


@dataclass(frozen=True, slots=True, eq=False)
class Chronology:
    """``events`` in the order to be written; ``sources`` are the documents that they cite, as first mentioned."""

    title: str
    events: tuple[Event, ...]
    sources: Mapping[DocumentId, Document]

    @classmethod
    def of(cls, events: Iterable[Event], documents: Iterable[Document], title: str = "") -> Chronology:
        """Of some events, what may leave the program and was not rejected. Without a ``title`` a document names it."""
        found, public = publishable((event for event in events if event.status is not Status.REJECTED), documents)
        by_id = {document.id: document for document in public}
        cited = dict.fromkeys(citation.document for event in found for citation in event.citations)
        sources = {name: by_id[name] for name in cited}
        return cls(title or _title(sources), found, sources)

    def source(self, citation: Citation) -> str:
        """A citation's source in words, and where in it the words stand."""
        return ", ".join(part for part in (described(self.sources[citation.document]), citation.locator) if part)


def described(document: Document) -> str:
    """A document as a list of sources names it: author, title, publisher, date."""
    published = in_words(document.published.value) if document.published else ""
    parts = (document.author, document.title, document.publisher, published)
    return ", ".join(dict.fromkeys(" ".join(part.split()) for part in parts if part))


def _title(sources: Mapping[DocumentId, Document]) -> str:
    titles = [document.title for document in sources.values()]
    return titles[0] if len(titles) == 1 else "Chronology"
