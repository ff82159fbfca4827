"""One pure function per user intent, each giving the ``Change`` that does it.

They look at values and make values; ``Session.apply`` makes them so. A change without edits has nothing to do. What a
person chose for an event marks it as edited, and no reading of its document replaces it any more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from timeline_app.model.change import Change, Edit, Origin
from timeline_app.model.document import Document, DocumentId, Publication, TextSpan, quote_at
from timeline_app.model.event import Citation, Event, EventId, Factuality, Flag, Stance, Status, Tagging, Timex
from timeline_app.model.temporal import TemporalValue
from timeline_app.session import rereading
from timeline_app.session.ingest import Ingested


def add_documents(
    ingested: Iterable[Ingested], documents: Iterable[Document] = (), events: Iterable[Event] = ()
) -> Change:
    """New documents with their proposals, beside the ``documents`` and ``events`` that there are.

    A document that is there already is left alone. An event's id that is taken (by a copy of its document elsewhere)
    gets a number.
    """
    there = {document.id for document in documents}
    new = {found.document.id: found for found in ingested if found.document.id not in there}
    used = {event.id for event in events}
    edits: list[Edit] = []
    for found in new.values():
        edits += [Edit(None, found.document), Edit(None, found.tagging)]
        edits += [Edit(None, _unique(event, used)) for event in found.events]
    titles = [found.document.title for found in new.values()]
    label = f"Add “{titles[0]}”" if len(titles) == 1 else f"Add {len(titles)} documents"
    return Change(label, tuple(edits), Origin.MACHINE)


def read_again(before: Document, tagging: Tagging, again: Ingested, events: Iterable[Event]) -> Change:
    """A document as it was extracted again, with its new date, language, way of counting, order of numbers or text.

    ``tagging`` and ``events`` are what the session holds now; ``rereading`` says what becomes of them.
    """
    return Change(_read_label(before, again.document), rereading.reread(before, tagging, again, events))


def accept(events: Iterable[Event]) -> Change:
    """A person says: so it is."""
    return _with_status("Accept", events, Status.ACCEPTED)


def reject(events: Iterable[Event]) -> Change:
    """A person says: this is no event, or not this date."""
    return _with_status("Reject", events, Status.REJECTED)


def reopen(events: Iterable[Event]) -> Change:
    """Back to being proposals."""
    return _with_status("Reopen", events, Status.PROPOSED)


def set_date(event: Event, value: TemporalValue) -> Change:
    """A date chosen by hand, such as a derivation's alternative; what the words give stays with the citation."""
    return _replaced(f"Date “{event.title}” {value.edtf}", [event], value=value, undated=None, set_by_hand=True)


def use_source_date(event: Event, as_read: Event) -> Change:
    """The date that the words give; ``as_read`` is the event before its date was set by hand (``Session.as_read``)."""
    dated = replace(event, value=as_read.value, undated=as_read.undated, set_by_hand=False)
    return Change(f"Date “{event.title}” as its source does", _edit(event, dated))


def set_title(event: Event, title: str) -> Change:
    """What to call it."""
    return _by_hand(f"Call “{event.title}” “{title}”", [event], title=title)


def set_notes(event: Event, notes: str) -> Change:
    """A person's notes, which are private."""
    return _by_hand(f"Notes on “{event.title}”", [event], notes=notes)


def set_notes_public(events: Iterable[Event], *, on: bool) -> Change:
    """Whether the notes of events go into exports and copies."""
    return _by_hand(f"{'Public' if on else 'Private'} notes: {{}}", events, notes_public=on)


def set_category(events: Iterable[Event], category: str) -> Change:
    """What kind of event it is."""
    return _by_hand(f"{category}: {{}}", events, category=category)


def set_factuality(events: Iterable[Event], factuality: Factuality) -> Change:
    """Whether it happened, was said, planned, denied or alleged."""
    return _by_hand(f"{factuality.capitalize()}: {{}}", events, factuality=factuality)


def set_lane(events: Iterable[Event], lane: str) -> Change:
    """The group it stands in; none where empty."""
    return _by_hand(f"Lane “{lane}” for {{}}" if lane else "No lane for {}", events, lane=lane)


def set_participants(event: Event, participants: Sequence[str]) -> Change:
    """Who took part."""
    return _by_hand(f"Participants of “{event.title}”", [event], participants=_names(participants))


def set_tags(event: Event, tags: Sequence[str]) -> Change:
    """A person's own words for it."""
    return _by_hand(f"Tags of “{event.title}”", [event], tags=_names(tags))


def set_flag(events: Iterable[Event], flag: Flag, *, on: bool) -> Change:
    """Mark events as disputed, key or private, or no longer so."""
    edits = [_by_hand("", [event], flags=event.flags | {flag} if on else event.flags - {flag}) for event in events]
    return _named(f"{'' if on else 'Not '}{flag}: {{}}".capitalize(), [edit for each in edits for edit in each.edits])


def arrange(events: Sequence[Event]) -> Change:
    """Events of one date in this order."""
    edits = [edit for place, event in enumerate(events, 1) for edit in _by_hand("", [event], place=place).edits]
    return _named("Arrange {}", edits)


def new_event(event_id: EventId, title: str, value: TemporalValue | None, citations: Sequence[Citation] = ()) -> Change:
    """An event that a person made. It is accepted, for nobody else proposed it."""
    made = Event(event_id, title, value, tuple(citations), Status.ACCEPTED, set_by_hand=True, edited=True)
    return Change(f"New event “{title}”", (Edit(None, made),))


def merge(event: Event, others: Sequence[Event]) -> Change:
    """Make several events one: ``event``, with the others' citations and participants. ``split`` takes it back."""
    citations = (*event.citations, *(citation for other in others for citation in other.citations))
    people = _names([*event.participants, *(name for other in others for name in other.participants)])
    whole = replace(event, citations=citations, participants=people, edited=True)
    parts = [Edit(other, replace(other, merged_into=event.id)) for other in others]
    return Change(f"Merge {len(others) + 1} events into “{event.title}”", (*_edit(event, whole), *parts))


def split(event: Event, parts: Sequence[Event]) -> Change:
    """Bring back events that were merged into one (``Session.merged``); their citations go back with them."""
    left = list(event.citations)
    for citation in (citation for part in reversed(parts) for citation in reversed(part.citations)):
        at = [place for place, other in enumerate(left) if _same_words(citation, other)]
        if at:
            del left[at[-1]]
    rest = replace(event, citations=tuple(left), edited=True)
    edits = [Edit(part, replace(part, merged_into=None)) for part in parts]
    return Change(f"Split “{event.title}”", (*_edit(event, rest), *edits))


def cite(
    event: Event, document: Document, span: TextSpan, locator: str = "", expressions: Sequence[Timex] = ()
) -> Change:
    """One more place in a document that reports the event, with the ``expressions`` there that date it."""
    citation = Citation(document.id, quote_at(document.text, span), tuple(expressions), locator)
    return _by_hand(f"Cite “{document.title}” for “{event.title}”", [event], citations=(*event.citations, citation))


def cite_without_file(
    event: Event, title: str, words: str, *, who: str, when: TemporalValue | None, where: str
) -> Change:
    """A source that is no file (an interview, a call, a shelfmark): who, when, where in it, and its words.

    It becomes a document of its own, whose text are the words.
    """
    sha256 = hashlib.sha256(words.encode()).hexdigest()
    parts = [event.id, title, who, when.edtf if when else "", where, sha256]
    name = DocumentId(hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:16])
    published = Publication(when, "you") if when else None
    source = Document(name, "", title, words, sha256, published, who)
    cited = cite(event, source, TextSpan(0, len(words)), where)
    return replace(cited, edits=(Edit(None, source), Edit(None, Tagging(name, ())), *cited.edits))


def remove_citation(event: Event, number: int) -> Change:
    """Take a citation, counted from 0, off the event."""
    left = event.citations[:number] + event.citations[number + 1 :]
    return _by_hand(f"Remove a source of “{event.title}”", [event], citations=left)


def set_stance(event: Event, number: int, stance: Stance) -> Change:
    """What a citation, counted from 0, does for the event."""
    cited = replace(event.citations[number], stance=stance)
    citations = (*event.citations[:number], cited, *event.citations[number + 1 :])
    return _by_hand(f"{stance.capitalize()}: a source of “{event.title}”", [event], citations=citations)


def put_in_bin(events: Iterable[Event]) -> Change:
    """Events out of sight, until they are restored or forgotten for good."""
    return _replaced("Put {} in the bin", events, binned=True)


def restore(events: Iterable[Event]) -> Change:
    """Events back from the bin."""
    return _replaced("Restore {}", events, binned=False)


class Binning(NamedTuple):
    """What putting documents into the bin does: the change, and of shown events how many go along and how many stay.

    ``alone`` lose their only source and go into the bin too, ``others`` keep one that is left.
    """

    change: Change
    alone: int
    others: int


def bin_documents(documents: Sequence[Document], citing: Iterable[Event]) -> Binning:
    """Documents into the bin with the events that only they report; others lose their citations.

    ``citing`` are all events with words of them, hidden ones too, each once.
    """
    names = {document.id for document in documents}
    edits = [Edit(event, _without(event, names) or replace(event, binned=True)) for event in citing]
    shown = [edit.after for edit in edits if isinstance(edit.before, Event) and not edit.before.is_hidden]
    alone = sum(isinstance(event, Event) and event.binned for event in shown)
    binned = [Edit(document, replace(document, binned=True)) for document in documents]
    named = f"“{documents[0].title}”" if len(documents) == 1 else f"{len(documents)} documents"
    changed = tuple(edit for edit in (*edits, *binned) if edit.before != edit.after)
    return Binning(Change(f"Put {named} in the bin", changed), alone, len(shown) - alone)


def restore_document(document: Document, binned: Iterable[Event]) -> Change:
    """A document back from the bin, and of the ``binned`` events those that only it reports."""
    alone = [event for event in binned if event.binned and _without(event, {document.id}) is None]
    edits = [Edit(event, replace(event, binned=False)) for event in alone]
    return Change(f"Restore “{document.title}”", (Edit(document, replace(document, binned=False)), *edits))


def rename_document(document: Document, title: str) -> Change:
    """What to call a document."""
    return Change(f"Call “{document.title}” “{title}”", _edit(document, replace(document, title=title)))


def set_private(document: Document, *, on: bool) -> Change:
    """Whether a document is kept out of exports and copies."""
    label = f"{'Private' if on else 'Not private'}: “{document.title}”"
    return Change(label, _edit(document, replace(document, private=on)))


class Difference(NamedTuple):
    """What a change does to one event: new (``before`` None), gone (``after`` None) or different."""

    before: Event | None
    after: Event | None


def differences(change: Change) -> tuple[Difference, ...]:
    """What a change does to events, for a preview: a document's new date, or a document read again."""
    events = [(edit.before, edit.after) for edit in change.edits if isinstance(edit.record, Event)]
    return tuple(
        Difference(before if isinstance(before, Event) else None, after if isinstance(after, Event) else None)
        for before, after in events
    )


def only(change: Change, events: Iterable[EventId]) -> Change:
    """The part of a change that concerns documents, and of events only some."""
    chosen = set(events)
    edits = [edit for edit in change.edits if not isinstance(edit.record, Event) or edit.record.id in chosen]
    return replace(change, edits=tuple(edits))


def _with_status(verb: str, events: Iterable[Event], status: Status) -> Change:
    return _replaced(f"{verb} {{}}", events, status=status)


def _by_hand(label: str, events: Iterable[Event], **fields: Any) -> Change:  # noqa: ANN401 - fields of an event
    """The same values for all events, chosen by a person; those that have them already are left alone."""
    changed = [event for event in events if any(getattr(event, name) != value for name, value in fields.items())]
    return _named(label, [Edit(event, replace(event, **fields, edited=True)) for event in changed])


def _replaced(label: str, events: Iterable[Event], **fields: Any) -> Change:  # noqa: ANN401 - fields of an event
    return _named(label, [edit for event in events for edit in _edit(event, replace(event, **fields))])


def _named(label: str, edits: Sequence[Edit]) -> Change:
    """A change whose label names the one event that it edits, or says how many these are."""
    first = edits[0].record if edits else None
    named = f"“{first.title}”" if len(edits) == 1 and isinstance(first, Event) else f"{len(edits)} events"
    return Change(label.replace("{}", named), tuple(edits))


def _names(names: Iterable[str]) -> tuple[str, ...]:
    """Each once, in their order, without the empty ones."""
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _same_words(one: Citation, other: Citation) -> bool:
    return (one.document, one.quote) == (other.document, other.quote)


def _edit(before: Event | Document, after: Event | Document) -> tuple[Edit, ...]:
    return () if before == after else (Edit(before, after),)


def _read_label(before: Document, after: Document) -> str:
    """What is different about it, as the user would say."""
    title = before.title
    if after.published != before.published:
        value = after.published.value.edtf if after.published else ""
        return f"Date “{title}” {value}" if value else f"Remove the date of “{title}”"
    if after.chosen_language != before.chosen_language:
        return f"Read “{title}” as written in “{after.chosen_language or after.language}”"
    if after.counting != before.counting:
        return f"Count the dates of “{title}” {f'as in {after.counting}' if after.counting else 'by themselves'}"
    if after.day_order != before.day_order:
        return f"Read numbers of “{title}” {f'{after.day_order} first' if after.day_order else 'by themselves'}"
    return f"Read “{title}” again"


def _unique(event: Event, used: set[EventId]) -> Event:
    """The event under an id that is not used yet; the id is used from now on."""
    name, number = event.id, 1
    while name in used:
        number += 1
        name = EventId(f"{event.id}-{number}")
    used.add(name)
    return event if name == event.id else replace(event, id=name)


def _without(event: Event, documents: set[DocumentId]) -> Event | None:
    """The event as other documents report it."""
    left = tuple(citation for citation in event.citations if citation.document not in documents)
    return replace(event, citations=left) if left else None
