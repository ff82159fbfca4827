"""A document extracted again, with another date, language, way of counting or text: what that changes.

Proposals that nobody touched are replaced by what was found now; each keeps its id where the same words still date it.
Whatever a person touched stays: its quotes follow their words to where these stand now, and those whose words have
changed or are gone are left as they are, which ``integrity`` tells. What a person accepted, rejected or merged is not
proposed again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from timeline_app.model.change import Edit
from timeline_app.model.document import Document, Integrity, TextSpan, anchor_quote, quote_at
from timeline_app.model.event import Citation, Event, Status, Tagging, Timex
from timeline_app.session.ingest import Ingested

Key = Callable[[Event], Hashable]


def reread(before: Document, tagging: Tagging, again: Ingested, events: Iterable[Event]) -> tuple[Edit, ...]:
    """The edits from what is there to what was extracted again; ``again`` has the document's id.

    ``events`` are all that have words of the document, hidden ones too, and all that have an id of a new proposal.
    """
    known = list(events)
    followed = {event.id: _followed(event, before, again.document) for event in known}
    partners = partners_of(list(followed.values()), again.events, again.document)
    edits = [Edit(before, again.document), Edit(tagging, again.tagging)]
    for event in known:
        found = partners.get(event.id)
        if not is_untouched(event, before):
            edits.append(Edit(event, followed[event.id]))
        else:
            edits.append(Edit(event, replace(found, id=event.id) if found else None))
    told = {proposal.id for proposal in partners.values()}
    edits += [Edit(None, proposal) for proposal in again.events if proposal.id not in told | followed.keys()]
    return tuple(edit for edit in edits if edit.before != edit.after)


def partners_of(events: Sequence[Event], proposals: Sequence[Event], document: Document) -> dict[str, Event]:
    """By the id of an event that was there the proposal that is the same: by id, by words and title, by words.

    The quotes of ``events`` stand where the words are in ``document`` now.
    """
    keys: tuple[Key, ...] = (
        lambda event: event.id,
        lambda event: (span, event.title) if (span := _dated_by(event, document)) else None,
        lambda event: _dated_by(event, document),
    )
    partners: dict[str, Event] = {}
    free = list(proposals)
    for key in keys:
        waiting: dict[Hashable, list[Event]] = {}
        for proposal in free:
            waiting.setdefault(key(proposal), []).append(proposal)
        for event in events:
            if event.id not in partners and (name := key(event)) is not None and waiting.get(name):
                partners[event.id] = waiting[name].pop(0)
        free = [proposal for left in waiting.values() for proposal in left]
    return partners


def is_untouched(event: Event, document: Document) -> bool:
    """A proposal from this document alone that no person has looked at."""
    only_here = all(citation.document == document.id for citation in event.citations)
    touched = event.edited or event.set_by_hand or event.is_hidden
    return event.status is Status.PROPOSED and not touched and only_here


def _dated_by(event: Event, document: Document) -> TextSpan | None:
    """Where the words stand in the document that date the event; None where they do not any more."""
    standing = (citation for citation in event.citations if _stands(citation, document))
    return next((timex.span for citation in standing for timex in citation.expressions), None)


def _stands(citation: Citation, document: Document) -> bool:
    start, end = citation.quote.span
    return citation.document == document.id and document.text[start:end] == citation.quote.exact


def _followed(event: Event, before: Document, after: Document) -> Event:
    """The event with its quotes of the document where they stand now."""
    if before.text == after.text:
        return event
    return replace(event, citations=tuple(_citations(event.citations, after)))


def _citations(citations: Iterable[Citation], document: Document) -> Iterator[Citation]:
    for citation in citations:
        if citation.document != document.id:
            yield citation
            continue
        span, integrity = anchor_quote(citation.quote, document.text)
        if span is None or integrity is Integrity.CHANGED:
            yield citation
            continue
        steps = span.start - citation.quote.span.start
        expressions = tuple(_moved(timex, steps) for timex in citation.expressions)
        yield replace(citation, quote=quote_at(document.text, span), expressions=expressions)


def _moved(timex: Timex, steps: int) -> Timex:
    return replace(timex, span=TextSpan(timex.span.start + steps, timex.span.end + steps))
