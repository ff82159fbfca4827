"""What reading a document again would change, event by event, for a person to accept all of it, some or none.

What nobody touched follows by default; what a person accepted, edited or dated stays unless they tick it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Document, Quote
from timeline_app.model.event import Event, EventId, Status
from timeline_app.session import edits
from timeline_app.session.ingest import Ingested
from timeline_app.session.rereading import is_untouched, partners_of
from timeline_app.session.session import Session


class Effect(StrEnum):
    """What becomes of an event."""

    MOVED = "moved"
    PLACED = "placed"
    NEW = "new"
    GONE = "gone"
    KEPT = "kept"  # a person touched it; ticked, it takes the date that its words give now


@dataclass(frozen=True, slots=True)
class Row:
    """One event before and after; not both are None."""

    effect: Effect
    before: Event | None
    after: Event | None

    @property
    def event(self) -> Event:
        """The side that is there, after before before."""
        event = self.after or self.before
        if event is None:
            raise ValueError("A row needs an event before or after.")
        return event


@dataclass(frozen=True, slots=True)
class Preview:
    """``change`` is all that reading ``documents`` again does; ``rows`` are the events of it that people see.

    Of the quotes of events that a person touched ``lost`` stood in the text, and have no place in the new one.
    """

    documents: tuple[Document, ...]
    change: Change
    rows: tuple[Row, ...]
    lost: int = 0

    @property
    def is_at_stake(self) -> bool:
        """Whether an event that has a place would lose or change it, or one that a person touched would differ."""
        return bool(self.lost) or any(
            row.effect is Effect.KEPT or (row.before and row.before.value) for row in self.rows
        )

    @property
    def usual(self) -> frozenset[EventId]:
        """The events that follow unless a person says otherwise."""
        return frozenset(row.event.id for row in self.rows if row.effect is not Effect.KEPT)

    def count(self, effect: Effect) -> int:
        """How many events have an effect."""
        return sum(row.effect is effect for row in self.rows)

    def chosen(self, ticked: Iterable[EventId]) -> Change:
        """The change with only these of the rows' events; the document and what nobody sees change in any case."""
        wanted = set(ticked)
        seen = {row.event.id for row in self.rows if row.effect is not Effect.KEPT}
        taken = {row.event.id: row for row in self.rows if row.event.id in wanted and row.effect is Effect.KEPT}
        kept = [edit for edit in self.change.edits if _is_wanted(edit, seen, wanted, taken.keys())]
        return replace(self.change, edits=(*kept, *(Edit(row.before, row.after) for row in taken.values())))


def preview(session: Session, again: Ingested) -> Preview:
    """What would become of a document's events; ``again`` has its id.

    Raises:
        UnknownRecordError: there is no such document.

    """
    before = session.document(again.document.id)
    change = session.read_again(again)
    changed = {edit.record.id: edit.after for edit in change.edits if isinstance(edit.record, Event)}
    touched = [event for event in session.events_citing(before.id) if not is_untouched(event, before)]
    followed = {event.id: now for event in touched if isinstance(now := changed.get(event.id, event), Event)}
    partners = partners_of(list(followed.values()), again.events, again.document)
    rows = [row for found in edits.differences(change) if (row := _row(*found, followed.keys()))]
    for event in touched:
        partner = partners.get(event.id)
        is_seen = event.status is not Status.REJECTED and not event.is_hidden
        if partner and is_seen and _reads_otherwise(event, partner):
            rows.append(Row(Effect.KEPT, event, _redated(followed[event.id], partner)))
    return Preview((before,), change, tuple(sorted(rows, key=_order)), _lost(touched, followed, before, again.document))


def joined(previews: Iterable[Preview]) -> tuple[Preview, ...]:
    """The previews of several documents as one, as far as none of their changes touches what another does."""
    groups: list[list[Preview]] = []
    taken: set[str] = set()
    for found in previews:
        touched = _touched(found)
        if groups and not taken & touched:
            groups[-1].append(found)
            taken |= touched
        else:
            groups.append([found])
            taken = touched
    return tuple(map(_together, groups))


def summary(found: Preview) -> str:
    """The numbers in a sentence: "12 events move, 2 are new, 1 goes, 3 stay as you left them"."""
    words = {
        Effect.MOVED: ("moves", "move"),
        Effect.PLACED: ("is placed", "are placed"),
        Effect.NEW: ("is new", "are new"),
        Effect.GONE: ("goes", "go"),
        Effect.KEPT: ("stays as you left it", "stay as you left them"),
    }
    counts = [(found.count(effect), words[effect]) for effect in Effect if found.count(effect)]
    if not counts:
        return "No event changes"
    parts = [f"{number:,} {one if number == 1 else many}" for number, (one, many) in counts]
    first = f"{counts[0][0]:,} event{'' if counts[0][0] == 1 else 's'}"
    return ", ".join([parts[0].replace(f"{counts[0][0]:,}", first, 1), *parts[1:]])


def _touched(found: Preview) -> set[str]:
    """The ids of all that a change, or a row of it, would replace."""
    return {edit.record.id for edit in found.change.edits} | {row.event.id for row in found.rows}


def _together(previews: Sequence[Preview]) -> Preview:
    if len(previews) == 1:
        return previews[0]
    documents = tuple(document for each in previews for document in each.documents)
    whole = tuple(edit for each in previews for edit in each.change.edits)
    change = replace(previews[0].change, label=f"Read {len(documents):,} documents again", edits=whole)
    rows = sorted((row for each in previews for row in each.rows), key=_order)
    return Preview(documents, change, tuple(rows), sum(each.lost for each in previews))


def _lost(touched: Iterable[Event], followed: Mapping[EventId, Event], before: Document, after: Document) -> int:
    """How many quotes of a document stood in it, and do not in its new text."""
    pairs = (
        (then.quote, now.quote)
        for event in touched
        if event.id in followed
        for then, now in zip(event.citations, followed[event.id].citations, strict=True)
        if then.document == before.id
    )
    return sum(_stands(then, before.text) and not _stands(now, after.text) for then, now in pairs)


def _stands(quote: Quote, text: str) -> bool:
    return text[slice(*quote.span)] == quote.exact


def _is_wanted(edit: Edit, seen: set[EventId], wanted: set[EventId], taken: Iterable[EventId]) -> bool:
    if not isinstance(edit.record, Event):
        return True
    name = edit.record.id
    return name not in taken and (name not in seen or name in wanted)


def _row(before: Event | None, after: Event | None, touched: Iterable[EventId]) -> Row | None:
    """A row for what people see; None where only an explanation or a quote's place differs, or nothing is shown."""
    if before is None or after is None:
        event = before or after
        shown = event is not None and event.status is not Status.REJECTED
        return Row(Effect.NEW if before is None else Effect.GONE, before, after) if shown else None
    if before.id in touched or not _differs(before, after):
        return None
    return Row(Effect.MOVED if before.value else Effect.PLACED, before, after)


def _differs(one: Event, other: Event) -> bool:
    """Whether two events have different dates."""
    return (one.value.edtf if one.value else None) != (other.value.edtf if other.value else None)


def _reads_otherwise(event: Event, partner: Event) -> bool:
    """Whether the words of an event give another date now than they did when it got the one it has."""
    if not event.set_by_hand:
        return _differs(event, partner)
    then = event.expression.temporal if event.expression else None
    return (then.edtf if then else None) != (partner.value.edtf if partner.value else None)


def _redated(event: Event, partner: Event) -> Event:
    """A touched event with the date that its words give now, and with why they do."""
    read = partner.expression
    citations = tuple(
        replace(citation, expressions=partner.citations[0].expressions)
        if read and citation.expressions and citation.expressions[0].span == read.span
        else citation
        for citation in event.citations
    )
    return replace(event, value=partner.value, undated=partner.undated, citations=citations, set_by_hand=False)


def _order(row: Row) -> tuple[int, int, str]:
    value = row.event.value
    earliest = value.earliest if value and value.earliest is not None else -(2**63)
    return list(Effect).index(row.effect), earliest, row.event.title
