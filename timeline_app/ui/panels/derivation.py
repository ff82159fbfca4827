"""The derivation card in words: Words · Counted from · Rule · Result · Could also be.

Pure wording, no Qt. A part with a ``link`` is something to click; links are addresses:

``published`` ask for the document's date · ``show:START-END`` go to the words counted from · ``choose:EDTF`` take
another date · ``order:day`` read all numbers of the document so · ``another`` ask for one · ``source`` go back to the
date the source's words give · ``make`` make an event of words that date none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from timeline_app.extraction.options import Order
from timeline_app.model import civil
from timeline_app.model.document import Document, paragraph_number, paragraph_starts, quote_at
from timeline_app.model.event import Anchor, AnchorOrigin, Citation, Event, EventId, Tagging, Timex, Undated
from timeline_app.model.temporal import EdtfError, Precision, TemporalValue, day_edtf, parse_edtf
from timeline_app.model.wording import WEEKDAYS, Style, in_words, known_to
from timeline_app.session.dependents import counts_from
from timeline_app.session.reading import changed_by, other_orders
from timeline_app.ui.wording import on_day

MOST_COUNTED = 20_000  # date expressions of a document that are looked through for a card
_LONGEST_RANGE = 40  # code points from the first end of a range to where the last one ends
_NOT_GIVEN = {Precision.YEAR: "month and day not given here", Precision.MONTH: "day not given here"}
_FOLLOWS = "moves if that date changes"
_ORIGINS = {"you": "given by you", "command line": "from the command line"}


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a row; ``link`` is what a click on them asks for, ``choice`` whether they are one of several."""

    text: str
    link: str = ""
    choice: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the card."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What the rows say of other dates of the document.

    ``changing`` has for each other order of day and month how many dates it would change, 0 where nobody counted;
    ``follows`` is whether the event is offered to move along where the date that it counts from changes.
    """

    changing: Mapping[Order, int] = field(default_factory=dict)
    follows: bool = False


def around(event: Event, tagging: Tagging, others: Iterable[Event]) -> Around:
    """What there is to say of other dates, by the tagging and the events of the event's document."""
    timex = event.expression
    orders = other_orders(timex) if timex else ()
    is_long = len(tagging.expressions) > MOST_COUNTED
    changing = {order: 0 if is_long else changed_by(order, tagging) for order in orders}
    return Around(changing, not event.set_by_hand and any(counts_from(event, other) for other in others))


def derivation_rows(
    event: Event, document: Document | None, at: datetime | None = None, said: Around | None = None
) -> tuple[Row, ...]:
    """The rows that say how the event got its date; ``document`` is the one of its first citation.

    ``at`` is when its date was set by hand, where that is known; ``said`` what there is to say of other dates.
    """
    timex = event.expression
    by_hand = (Row("Rule", (Part(f"set by hand{on_day(at)}"),)),)
    if timex is None or document is None:
        result = Row("Result", (Part(_value_in_words(event.value)),))
        return (*by_hand, result) if event.set_by_hand else (result,)
    by_rule = Row("Counted from", _counted_from(timex, document)), Row("Rule", (Part(timex.derivation.rule),))
    return (
        Row("Words", (Part(f"“{_words(event, timex, document)}”"),)),
        *(by_hand if event.set_by_hand else by_rule),
        Row("Result", _result(event, timex, said or Around())),
        Row("Could also be", tuple(_alternatives(event, timex, said or Around()))),
    )


def reading_rows(timex: Timex, document: Document, said: Around | None = None) -> tuple[Row, ...]:
    """The rows that say how an expression was read that dates no event; a date that is chosen makes one."""
    rows = derivation_rows(looked_at(timex, document), document, None, said)
    return (*rows, Row("Event", (Part("none; these words date nothing here"), Part("Make one…", "make"))))


def looked_at(timex: Timex, document: Document) -> Event:
    """What the card shows of an expression that dates no event, as if it were the date of one."""
    citation = Citation(document.id, quote_at(document.text, timex.span), (timex,))
    return Event(EventId(""), f"“{timex.text}”", timex.temporal, (citation,), undated=timex.undated)


def value_result(value: TemporalValue) -> str:
    """A value and how well it is known: "Wed 30 March 2011, known to the day"; a week of days names their weekdays."""
    if value.is_period:
        return _days_in_words(value) or in_words(value, Style.SHORT)
    words = in_words(value, Style.SHORT)
    return words if value.edtf.startswith("[") else f"{words}, {known_to(value.precision)}"


def date_in_words(event: Event) -> str:
    """The date under the title, or why there is none."""
    if event.value is not None:
        return in_words(event.value, Style.LONG)
    return f"not placed: {event.undated}" if event.undated else "not placed"


def _words(event: Event, timex: Timex, document: Document) -> str:
    """The words that date the event: from the first end to the last where two give a range."""
    words = timex.derivation.words or timex.text
    ends = event.citations[0].expressions if event.citations else ()
    if len(ends) < 2 or event.value is None or not event.value.is_period:  # noqa: PLR2004 - both ends
        return words
    between = document.text[timex.span.end : ends[-1].span.end]
    return f"{words}{between}" if len(between) <= _LONGEST_RANGE else words


def _counted_from(timex: Timex, document: Document) -> tuple[Part, ...]:
    anchor = timex.anchor
    if timex.undated is Undated.NEEDS_PUBLICATION:
        return Part("the document’s date, not known yet"), Part("Give it…", "published")
    if anchor is None:
        return (Part("nothing, written in the text"),)
    if anchor.origin is AnchorOrigin.PUBLICATION:
        return Part(_publication(anchor, document)), Part("Change…", "published")
    if anchor.span is None:
        return (Part(f"{_date(anchor.edtf)}, set by you"),)
    words = document.text[anchor.span.start : anchor.span.end]
    place = f"paragraph {paragraph_number(paragraph_starts(document.text), anchor.span.start)}"
    what = "the date of that event" if anchor.origin is AnchorOrigin.EVENT else "the date before it"
    return Part(f"“{words}”, {what} ({place})"), Part("Show", f"show:{anchor.span.start}-{anchor.span.end}")


def _publication(anchor: Anchor, document: Document) -> str:
    origin = document.published.origin if document.published else ""
    source = _ORIGINS.get(origin, f"from {origin}") if origin else ""
    return ", ".join(filter(None, (_date(anchor.edtf), "publication date", source)))


def _result(event: Event, timex: Timex, around: Around) -> tuple[Part, ...]:
    if event.value is None:
        return (Part(date_in_words(event)),)
    if event.set_by_hand:
        theirs = f"; the source’s words give {in_words(timex.temporal)}" if timex.temporal else ""
        back = (Part("use the source’s date", "source"),) if timex.temporal else ()
        return Part(f"{in_words(event.value)}{theirs}"), *back
    note = timex.derivation.note or (_NOT_GIVEN.get(event.value.precision, "") if not event.value.is_period else "")
    follows = _FOLLOWS if around.follows else ""
    return (Part("; ".join(part for part in (value_result(event.value), note, follows) if part)),)


def _alternatives(event: Event, timex: Timex, around: Around) -> Iterator[Part]:
    others = [other for other in timex.derivation.alternatives if event.value is None or other.edtf != event.value.edtf]
    for other in others:
        order = next((each for each in Order if each.here == other.reason), Order.BY_ITSELF)
        said = "" if order in around.changing else other.reason
        yield Part(_alternative(other.edtf, said, None if order else event.value), f"choose:{other.edtf}", choice=True)
        if order in around.changing:
            yield Part(_order_offer(order, around.changing[order]), f"order:{order}")
    coarse = event.value is not None and event.value.precision in _NOT_GIVEN
    if timex.temporal and "," in timex.temporal.edtf:
        yield Part("both, first in review", f"choose:{timex.temporal.edtf}", choice=True)
    another = "add a more exact date from another source…" if coarse and not others else "another date…"
    yield Part(another, "another", choice=bool(others))


def _order_offer(order: Order, number: int) -> str:
    """To read all numbers of the document so; ``number`` of dates that would change, 0 where nobody counted."""
    change = f": {number:,} {'date changes' if number == 1 else 'dates change'}" if number else ""
    return f"[{order.here}{change}…]"


def _alternative(edtf: str, reason: str, value: TemporalValue | None) -> str:
    """The date in words, without the year where it is the result's own."""
    try:
        other = parse_edtf(edtf)
    except EdtfError:
        return edtf
    words = in_words(other, year=value is None or _year(other) != _year(value))
    return f"{words} ({reason})" if reason else words


def _year(value: TemporalValue) -> int | None:
    return None if value.earliest is None else civil.from_seconds(value.earliest).year


def _date(edtf: str) -> str:
    try:
        return in_words(parse_edtf(edtf), Style.SHORT)
    except EdtfError:
        return edtf


def _value_in_words(value: TemporalValue | None) -> str:
    return "not placed" if value is None else value_result(value)


def _days_in_words(value: TemporalValue) -> str:
    """A period of at most a fortnight between two known days, with weekdays: "Mon 28 – Thu 31 March 2011"."""
    first, last = value.start.earliest, value.end.latest
    if first is None or last is None or last - first > 2 * civil.WEEK or not _known_to_the_day(value):
        return ""
    one, other = civil.from_seconds(first), civil.from_seconds(last - 1)
    left = f"{WEEKDAYS[civil.weekday(first)][:3]} {one.day}"
    right = in_words(parse_edtf(day_edtf(last - 1)), Style.SHORT)
    if one.month != other.month:
        left = in_words(parse_edtf(day_edtf(first)), Style.SHORT, year=one.year != other.year)
    return f"{left} – {right}"


def _known_to_the_day(value: TemporalValue) -> bool:
    ends = (value.start, value.end)
    return all(end.latest is not None and end.latest - (end.earliest or 0) == civil.DAY for end in ends)
