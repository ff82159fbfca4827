"""Leaving out dates that are like a certain one: what a rule means among events, and the changes that follow from it.

A rule only ever rejects proposals that nobody has touched. They are kept and counted, and can be proposed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from timeline_app.model.arrangement import IgnoreRule, Likeness
from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Citation, Event, Status
from timeline_app.session import likeness
from timeline_app.session.ingest import Ingested

DocumentOf = Callable[[DocumentId], Document]


def meant(rules: Sequence[IgnoreRule], events: Iterable[Event], document_of: DocumentOf) -> tuple[Event, ...]:
    """The events that are dated only by words which one of the rules means, whatever was decided on them."""
    return tuple(event for event in events if _is_meant(rules, event, document_of))


def left_out(rules: Sequence[IgnoreRule], events: Iterable[Event], document_of: DocumentOf) -> tuple[Event, ...]:
    """Of the events those that new rules reject: proposals that nobody has touched."""
    waiting = (event for event in events if event.status is Status.PROPOSED and not _is_touched(event))
    return meant(rules, waiting, document_of)


def ignore(rule: IgnoreRule, events: Sequence[Event]) -> Change:
    """A new rule, and these events rejected by it."""
    rejected = [Edit(event, replace(event, status=Status.REJECTED)) for event in events]
    return Change(f"Ignore dates {likeness.in_words(rule)}", (Edit(None, rule), *rejected))


def heed_no_more(rule: IgnoreRule, events: Sequence[Event]) -> Change:
    """A rule away, and these events that it rejected proposed again."""
    back = [Edit(event, replace(event, status=Status.PROPOSED)) for event in events]
    return Change(f"No longer ignore dates {likeness.in_words(rule)}", (Edit(rule, None), *back))


def brought_back(
    rule: IgnoreRule, rules: Iterable[IgnoreRule], events: Iterable[Event], document_of: DocumentOf
) -> tuple[Event, ...]:
    """Of the events those that a rule rejects, and no other of the ``rules`` does."""
    others = [other for other in rules if other.id != rule.id]
    rejected = (event for event in events if event.status is Status.REJECTED and not _is_touched(event))
    found = meant([rule], rejected, document_of)
    return tuple(event for event in found if not _is_meant(others, event, document_of))


def heed(rules: Sequence[IgnoreRule], ingested: Ingested) -> Ingested:
    """What was read, with the events rejected that the rules mean."""
    if not rules:
        return ingested
    known = {ingested.document.id: ingested.document}
    gone = {event.id for event in left_out(rules, ingested.events, known.__getitem__)}
    events = tuple(replace(event, status=Status.REJECTED) if event.id in gone else event for event in ingested.events)
    return replace(ingested, events=events)


def may_hold(rule: IgnoreRule, document: Document) -> bool:
    """Whether a document can have dates that a rule means, told from its text alone, so that few need be looked at."""
    if rule.document not in {None, document.id}:
        return False
    if rule.likeness in {Likeness.LINE_SHAPE, Likeness.PLACE}:
        return True
    first = rule.words.split()[0].casefold()
    return first in document.text.casefold()


def _is_meant(rules: Sequence[IgnoreRule], event: Event, document_of: DocumentOf) -> bool:
    """Whether each of its citations is dated by words that a rule means."""
    return bool(event.citations) and all(_dates_like(rules, citation, document_of) for citation in event.citations)


def _dates_like(rules: Sequence[IgnoreRule], citation: Citation, document_of: DocumentOf) -> bool:
    if not citation.expressions:
        return False
    document, timex = document_of(citation.document), citation.expressions[0]
    stands = document.text[timex.span.start : timex.span.end] == timex.text
    return stands and likeness.is_ignored(rules, document, timex.span)


def _is_touched(event: Event) -> bool:
    return event.edited or event.set_by_hand or event.is_hidden
