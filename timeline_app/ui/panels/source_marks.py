"""What is marked in a document's text for the selected event, and which event stands where; spans only, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.model.document import Document, DocumentId, Integrity, TextSpan, anchor_quote
from timeline_app.model.event import Citation, Event, Timex
from timeline_app.session.coverage import citations_in, is_date


@dataclass(frozen=True, slots=True)
class Marks:
    """What to mark, in code points: the selected event's ``quotes`` and ``dates``, and every other date and quote."""

    quotes: tuple[TextSpan, ...] = ()
    dates: tuple[TextSpan, ...] = ()
    other_dates: tuple[TextSpan, ...] = ()
    other_quotes: tuple[TextSpan, ...] = ()


def marks_of(
    event: Event | None,
    document: Document,
    events: Iterable[Event],
    timexes: Iterable[Timex],
    looked: Timex | None = None,
) -> Marks:
    """The marks of a document's text while ``event`` is selected; ``events`` cite it, ``timexes`` are its own.

    ``looked`` is the date that is looked at while no event is.
    """
    quotes, dates = _spans(event, document) if event else ([], [looked.span] if looked else [])
    cited = [citation for other in events if other != event for citation in citations_in(other, document.id)]
    return Marks(
        tuple(quotes),
        tuple(dates),
        tuple(timex.span for timex in timexes if is_date(timex) and not _overlaps(timex.span, dates)),
        tuple(span for citation in cited if (span := found(citation, document)[0])),
    )


def found(citation: Citation, document: Document) -> tuple[TextSpan | None, Integrity]:
    """Where a citation's quote stands in the document now, and how well it was found."""
    return anchor_quote(citation.quote, document.text)


def event_at(position: int, document: DocumentId, events: Iterable[Event]) -> Event | None:
    """The event a click on a code point means: the one dated by the words there, else the shortest quote around it."""
    pairs = [(event, citation) for event in events for citation in citations_in(event, document)]
    for event, citation in pairs:
        if any(_holds(timex.span, position) for timex in citation.expressions):
            return event
    around = [pair for pair in pairs if _holds(pair[1].quote.span, position)]
    return min(around, key=lambda pair: len(pair[1].quote.exact))[0] if around else None


def dates_it(timex: Timex, event: Event) -> bool:
    """Whether an expression is one of those that date an event."""
    return any(timex.span == each.span for citation in event.citations for each in citation.expressions)


def _spans(event: Event, document: Document) -> tuple[list[TextSpan], list[TextSpan]]:
    """The event's quotes in the document as they stand now, and the words in them that date it, moved along."""
    quotes: list[TextSpan] = []
    dates: list[TextSpan] = []
    for citation in citations_in(event, document.id):
        span, integrity = found(citation, document)
        if span is None:
            continue
        quotes.append(span)
        if integrity is not Integrity.CHANGED:
            shift = span.start - citation.quote.span.start
            dates += [_words(timex, document, shift) for timex in citation.expressions]
    return quotes, dates


def _words(timex: Timex, document: Document, shift: int) -> TextSpan:
    """An expression's words as its derivation gives them: with the preposition, where that stands before it."""
    start, end = timex.span.start + shift, timex.span.end + shift
    words = timex.derivation.words
    before = start - (len(words) - len(timex.text))
    if words.endswith(timex.text) and before >= 0 and document.text[before:end] == words:
        start = before
    return TextSpan(start, end)


def _overlaps(span: TextSpan, others: Iterable[TextSpan]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _holds(span: TextSpan, position: int) -> bool:
    return span.start <= position < span.end
