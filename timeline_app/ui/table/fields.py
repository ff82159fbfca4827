"""The columns of the table: what stands in each, how it is put in order, and which are there at first.

``Line`` is one row. A field's ``text`` is one line of words, whole; a cell shows as much of it as it has room for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Citation, Event, Flag
from timeline_app.model.wording import Style, in_words
from timeline_app.storage.sort_words import Words
from timeline_app.ui.table.order import By
from timeline_app.ui.wording import published_in_words, source_name

SEPARATOR = "; "
"""Between names and between tags; a comma may be part of one."""


@dataclass(frozen=True, slots=True)
class Line:
    """An event, its place among the shown ones in order of time, from 1, and the documents it may cite."""

    place: int
    event: Event
    documents: Mapping[DocumentId, Document]


Text = Callable[[Line], str]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: ``width`` px, and whether it is ``shown`` until a person chooses; ``tip`` says more than the text."""

    id: str
    title: str
    width: int
    text: Text
    order: By | Words
    shown: bool = True
    editable: bool = False
    tip: Text | None = None

    @property
    def is_number(self) -> bool:
        """Whether it is written to the right."""
        return self.id in {"number", "confidence"}


def date_text(event: Event) -> str:
    """The date in words, or why there is none."""
    if event.value is not None:
        return in_words(event.value, Style.SHORT)
    return str(event.undated) if event.undated else "not placed"


def source_text(citation: Citation, documents: Mapping[DocumentId, Document]) -> str:
    """Who says so and where in it: "The Wire, paragraph 5"."""
    document = documents.get(citation.document)
    return ", ".join(part for part in (source_name(document) if document else "", citation.locator) if part)


def _source_whole(citation: Citation, documents: Mapping[DocumentId, Document]) -> str:
    document = documents.get(citation.document)
    if document is None:
        return citation.locator
    names = (document.author, document.title, document.publisher, published_in_words(document), citation.locator)
    return ", ".join(dict.fromkeys(name for name in names if name))


def _sources(line: Line) -> str:
    return SEPARATOR.join(source_text(citation, line.documents) for citation in line.event.citations)


def _sources_whole(line: Line) -> str:
    return "\n".join(_source_whole(citation, line.documents) for citation in line.event.citations)


def _quotes(line: Line) -> str:
    return " ".join(f"“{' '.join(citation.quote.exact.split())}”" for citation in line.event.citations)


def _quotes_whole(line: Line) -> str:
    return "\n\n".join(f"“{citation.quote.exact.strip()}”" for citation in line.event.citations)


def _flags(line: Line) -> str:
    return SEPARATOR.join(str(flag) for flag in (Flag.KEY, Flag.DISPUTED, Flag.PRIVATE) if flag in line.event.flags)


FIELDS = (
    Field("number", "No.", 48, lambda line: f"{line.place:,}", By.TIME),
    Field("date", "Date", 190, lambda line: date_text(line.event), By.TIME, editable=True),
    Field("title", "Title", 300, lambda line: line.event.title, Words.TITLE, editable=True),
    Field("category", "Category", 118, lambda line: line.event.category, By.CATEGORY, editable=True),
    Field("factuality", "Factuality", 104, lambda line: str(line.event.factuality), By.FACTUALITY, editable=True),
    Field("status", "Status", 104, lambda line: str(line.event.status), By.STATUS, editable=True),
    Field("people", "People", 180, lambda line: SEPARATOR.join(line.event.participants), Words.PEOPLE, editable=True),
    Field("source", "Source", 170, _sources, By.SOURCE, tip=_sources_whole),
    Field("quote", "Quote", 360, _quotes, Words.QUOTE, tip=_quotes_whole),
    Field("confidence", "Confidence", 92, lambda line: f"{line.event.confidence:.0%}", By.CONFIDENCE, shown=False),
    Field("tags", "Tags", 120, lambda line: SEPARATOR.join(line.event.tags), Words.TAGS, shown=False, editable=True),
    Field("flags", "Flags", 110, _flags, By.FLAGS, shown=False),
    Field(
        "notes", "Notes", 220, lambda line: " ".join(line.event.notes.split()), Words.NOTES, shown=False,
        editable=True, tip=lambda line: line.event.notes,
    ),
)  # fmt: skip
INDEX = {field.id: index for index, field in enumerate(FIELDS)}
