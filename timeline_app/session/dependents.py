"""Events that count from the date of another event of their document ("three days later"), and where they go with it.

They are dated by expressions that are anchored at the other's, or at one that is. Where a person gives that event
another date, the document is read with this date in the place of the words; nothing is ever moved unasked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline_app.extraction.options import Options
from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Document, DocumentId, TextSpan
from timeline_app.model.event import Event, Status, Tagging
from timeline_app.model.temporal import TemporalValue
from timeline_app.session.ingest import DocumentRequest, Ingested
from timeline_app.session.preview import Effect, Preview, Row
from timeline_app.session.reading import counted_from
from timeline_app.session.rereading import partners_of


def dated_by(event: Event) -> tuple[DocumentId, TextSpan] | None:
    """The document and the place in it of the words that date an event; None where no words do."""
    return next(((each.document, timex.span) for each in event.citations for timex in each.expressions), None)


def counts_from(event: Event, other: Event) -> bool:
    """Whether the words of an event count from those that date the other."""
    dated, anchor = dated_by(event), event.expression.anchor if event.expression else None
    if dated is None or anchor is None or anchor.span is None:
        return False
    return dated_by(other) == (dated[0], anchor.span)


def followers(event: Event, tagging: Tagging, events: Iterable[Event]) -> list[Event]:
    """Those of ``events``, of the document of ``tagging``, that count from the event's date; hidden ones are not."""
    dated = dated_by(event)
    if dated is None:
        return []
    counted = {(tagging.id, span) for span in counted_from({dated[1]}, tagging)}
    there = (other for other in events if other.status is not Status.REJECTED and not other.is_hidden)
    return [other for other in there if dated_by(other) in counted] if counted else []


def requests(document: Document, event: Event, before: TemporalValue, after: TemporalValue) -> list[DocumentRequest]:
    """To read the document with the event at one date, and at another."""
    dated = dated_by(event)
    start = dated[1].start if dated else -1
    return [DocumentRequest(document, Options(given=((start, value.edtf),))) for value in (before, after)]


def preview(event: Event, events: Iterable[Event], then: Ingested, now: Ingested) -> Preview:
    """What becomes of the events that count from the event's date, read with it where it was and where it is.

    Those that did not stand where they would have stood, and those that a person accepted or edited, stay unless
    they are ticked.
    """
    waiting = list(events)
    before, after = (partners_of(waiting, found.events, found.document) for found in (then, now))
    rows = [
        _row(each, before[each.id].value, after[each.id])
        for each in waiting
        if each.id in before and each.id in after and after[each.id].value not in {None, each.value}
    ]
    moved = tuple(Edit(row.before, row.after) for row in rows if row.effect is Effect.MOVED)
    label = f"Move what counts from “{event.title}”"
    return Preview((then.document,), Change(label, moved), tuple(rows))


def _row(event: Event, then: TemporalValue | None, now: Event) -> Row:
    is_theirs = event.status is Status.ACCEPTED or event.edited or event.value != then
    after = replace(event, value=now.value, undated=None, set_by_hand=True)
    return Row(Effect.KEPT if is_theirs else Effect.MOVED, event, after)
