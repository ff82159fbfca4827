"""What became of a document's dated passages: accepted, proposed, rejected, or unread because no event uses them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.document import Document, DocumentId, Integrity, TextSpan, anchor_quote
from timeline_app.model.event import Citation, Event, EventId, Status, Tagging, Timex, TimexType

Locate = Callable[[Citation], tuple[TextSpan | None, Integrity]]


class Use(StrEnum):
    """What a dated passage is used for; where several events use it, the first of these that one of them is."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    REJECTED = "rejected"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Passage:
    """A date expression, or the quote of an event that none dates; ``events`` are those that use it."""

    span: TextSpan
    use: Use
    events: tuple[EventId, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """A document's passages in order of the text; of its ``dates`` expressions ``used`` date an event that stands."""

    passages: tuple[Passage, ...]
    used: int
    dates: int

    def count(self, use: Use) -> int:
        """How many passages are used so."""
        return sum(passage.use is use for passage in self.passages)


_USES = {Status.ACCEPTED: Use.ACCEPTED, Status.PROPOSED: Use.PROPOSED, Status.REJECTED: Use.REJECTED}
_ORDER, _STANDING = tuple(Use), frozenset({Use.ACCEPTED, Use.PROPOSED})


def coverage(document: Document, tagging: Tagging, events: Iterable[Event], locate: Locate | None = None) -> Coverage:
    """What became of the dates of ``tagging``; ``events`` cite the document, rejected ones too.

    ``locate`` finds a quote in the document's text, by default anew.
    """
    find = locate or (lambda citation: anchor_quote(citation.quote, document.text))
    dates = {timex.span for timex in tagging.expressions if is_date(timex)}
    users: dict[TextSpan, list[Event]] = {span: [] for span in dates}
    for event in events:
        for citation in citations_in(event, document.id):
            for span in _dated_by(citation, users, find):
                users.setdefault(span, []).append(event)
    passages = tuple(_passage(span, users[span]) for span in sorted(users))
    used = sum(passage.span in dates and passage.use in _STANDING for passage in passages)
    return Coverage(passages, used, len(dates))


def is_date(timex: Timex) -> bool:
    """Whether an expression points at the calendar, rather than giving a length of time or a habit."""
    return timex.type in {TimexType.DATE, TimexType.TIME}


def citations_in(event: Event, document: DocumentId) -> list[Citation]:
    """An event's citations of one document."""
    return [citation for citation in event.citations if citation.document == document]


def _dated_by(citation: Citation, known: dict[TextSpan, list[Event]], find: Locate) -> list[TextSpan]:
    """Where the words stand now that date a citation's event; its whole quote where none do."""
    at, integrity = find(citation)
    if at is None:
        return []
    if integrity is Integrity.CHANGED or not citation.expressions:
        return [at]
    shift = at.start - citation.quote.span.start
    spans = [TextSpan(timex.span.start + shift, timex.span.end + shift) for timex in citation.expressions]
    return [span for span in spans if span in known] or spans


def _passage(span: TextSpan, events: list[Event]) -> Passage:
    uses = {_USES[event.status] for event in events}
    use = next((use for use in _ORDER if use in uses), Use.UNREAD)
    return Passage(span, use, tuple(event.id for event in events))
