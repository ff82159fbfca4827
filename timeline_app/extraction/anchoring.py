"""From what words mean to a place on the calendar: what a relative date counts from, and why.

``Anchoring`` reads the meanings in text order, keeps what was mentioned, and gives for each a ``Resolved`` with the
reason in plain words and the other dates it could be. Nothing here knows today's date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from timeline_app.extraction import recurring, stepping
from timeline_app.extraction.calendars import leap_day
from timeline_app.extraction.counting import Base
from timeline_app.extraction.eventual import from_event, part_of_event, undated_length, unknown_part
from timeline_app.extraction.feasts import weekday_of_month
from timeline_app.extraction.happenings import Happenings
from timeline_app.extraction.hijri import converted
from timeline_app.extraction.meanings import (
    Absolute,
    Ahead,
    Between,
    Child,
    Clock,
    DayOfMonth,
    DecadeOfCentury,
    Deep,
    Distance,
    EarlyYear,
    FromEvent,
    Hijri,
    JulianLeapDay,
    Lately,
    Length,
    Meaning,
    Onward,
    Opening,
    PartOfEvent,
    Reading,
    Recurring,
    Repeated,
    SameTime,
    Shifted,
    Spoken,
    Step,
    Unplaced,
    Weekday,
    WeekdayOf,
    Weeks,
    Within,
    YearOfCentury,
)  # fmt: skip
from timeline_app.extraction.options import Order
from timeline_app.extraction.passage import Passage
from timeline_app.extraction.places import Place, Unit, place_of_day
from timeline_app.extraction.resolved import (
    UNKNOWN,
    Resolved,
    between,
    counted,
    deep,
    opening,
    placed,
    qualified,
    shifted,
    unknown,
    week_of,
)
from timeline_app.model import civil
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Alternative, Anchor, AnchorOrigin, TimexType, Undated

_DAY = re.compile(r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}")
_MONTHS = re.compile(r"P[0-9]+M")
_ORDERS = frozenset({"order", "day first", "month first"})  # notes on numbers alone, for the document


class Anchoring:
    """Reads one document; feed it the readings in text order."""

    def __init__(self, passage: Passage, given: Mapping[int, Place] | None = None) -> None:
        """``given`` are dates to count from instead of what the words give, by where these start."""
        self._passage = passage
        self._given = given or {}
        self._things = Happenings(passage.text)

    def resolve(self, reading: Reading, sentence: TextSpan) -> Resolved:
        """Resolve one reading, and remember its date for those that follow."""
        self._passage.goes_to(reading.span, sentence)
        resolved = self._resolve(reading.meaning)
        place = self._given.get(reading.span.start, resolved.place)
        if place is not None:
            base = Base(place, Anchor(place.edtf, AnchorOrigin.MENTION, reading.span))
            written = resolved.anchor is not None and resolved.anchor.origin is AnchorOrigin.PUBLICATION
            self._passage.remember(reading, base, from_writing=written)
            self._things.add(base, reading.span, sentence)
        return resolved

    def resolve_again(self, reading: Reading) -> Resolved | None:
        """Where a date lies that counts from a thing, now that the whole text is read; None where it stays unknown."""
        return self._from_thing(reading.meaning, reading.span)

    def _from_thing(self, meaning: Meaning, span: TextSpan) -> Resolved | None:
        if isinstance(meaning, FromEvent):
            return from_event(self._things, meaning, span)
        return part_of_event(self._things, meaning, span) if isinstance(meaning, PartOfEvent) else None

    def _resolve(self, meaning: Meaning) -> Resolved:
        if found := self._from_thing(meaning, self._passage.span):
            return found
        whole = getattr(meaning, "whole", None)
        if whole is not None:
            return _PARTS[type(meaning)](self._resolve(whole), meaning)
        return _ALONE[type(meaning)](self._passage, meaning)


def _absolute(passage: Passage, meaning: Absolute) -> Resolved:
    if meaning.note == "order" and meaning.others:
        return _in_numbers(passage, meaning.place, meaning.others[0])
    others = tuple(Alternative(place.edtf) for place in meaning.others)
    note = "" if meaning.note in _ORDERS else meaning.note
    return replace(placed(meaning.place, f"the {meaning.place.unit} as written", None, others), note=note)


def _in_numbers(passage: Passage, month_first: Place, day_first: Place) -> Resolved:
    """03/04/2011: in the order in which the document is read now."""
    order = passage.order
    both = Alternative(month_first.edtf, Order.MONTH.here), Alternative(day_first.edtf, Order.DAY.here)
    chosen, other = (month_first, both[1]) if order.month_first else (day_first, both[0])
    return placed(chosen, order.reason, None, (other,))


def _unplaced(_: Passage, meaning: Unplaced) -> Resolved:
    undated = Undated.TOO_VAGUE if meaning.vague else None
    return Resolved(TimexType.DATE, meaning.value, "the words name no date", undated=undated)


def _length(passage: Passage, meaning: Length) -> Resolved:
    if _MONTHS.fullmatch(meaning.value):
        passage.compared = None
    return Resolved(TimexType.DURATION, meaning.value, "a length of time, no date")


def _repeated(_: Passage, meaning: Repeated) -> Resolved:
    return Resolved(TimexType.SET, meaning.value, "something that recurs, no single date")


def _time_on(day: Resolved, meaning: Clock) -> Resolved:
    """A time of a day that the words name."""
    if day.place is None or day.place.unit is not Unit.DAY:
        return replace(day, type=TimexType.TIME, value=f"{day.value}{meaning.clock}")
    timed = meaning.clock if meaning.clock[1:2].isdecimal() else ""
    others = (replace(other, edtf=f"{other.edtf}{timed}") for other in day.alternatives if _DAY.fullmatch(other.edtf))
    return placed(day.place.at(meaning.clock), day.rule, day.anchor, tuple(others), TimexType.TIME)


def _time_now(passage: Passage, meaning: Clock) -> Resolved:
    """A time of the day spoken of, or of the day of writing."""
    base = passage.publication if meaning.pinned else passage.day_now(on_clock=meaning.clock[1:2].isdecimal())
    if base is None or base.place.unit is not Unit.DAY:
        return replace(unknown(f"XXXX-XX-XX{meaning.clock}"), type=TimexType.TIME, undated=None)
    written = base is passage.publication
    rule = "that time of the day it was written" if written else "that time of the day spoken of"
    return placed(base.place.at(meaning.clock), rule, base.anchor, kind=TimexType.TIME)


def _shifted(whole: Resolved, meaning: Shifted) -> Resolved:
    place = whole.place and shifted(whole.place, meaning)
    if place is None:
        return replace(unknown(UNKNOWN[meaning.unit], vague=whole.place is not None), anchor=whole.anchor)
    way = "after" if meaning.steps > 0 else "before"
    return placed(place, f"{counted(abs(meaning.steps), meaning.unit)} {way} {whole.rule}", whole.anchor)


def _week_of(day: Resolved, meaning: Weeks) -> Resolved:
    if day.place is None or day.place.unit is not Unit.DAY:
        return replace(day, value=UNKNOWN[meaning.unit])
    return placed(day.place.within(meaning.unit), f"the {meaning.unit} of {day.rule}", day.anchor)


def _child(whole: Resolved, meaning: Child) -> Resolved:
    if whole.place is None:
        return replace(whole, value=UNKNOWN[meaning.unit])
    if meaning.unit is Unit.WEEK:
        return week_of(whole, whole.place, meaning.number)
    first = place_of_day(whole.place.first_day, meaning.unit)
    last = place_of_day(whole.place.last_day, meaning.unit)
    place = first.shifted(meaning.number - 1) if meaning.number > 0 else last.shifted(meaning.number + 1)
    if place.index > last.index:
        return unknown(UNKNOWN[meaning.unit], vague=True)
    return placed(place, f"that {meaning.unit} of {whole.rule}", whole.anchor)


def _opening(whole: Resolved, meaning: Opening) -> Resolved:
    if whole.place is None:
        return whole
    which = "first" if meaning.count > 0 else "last"
    named = replace(whole, rule=f"the {which} {counted(abs(meaning.count), meaning.unit)} of {whole.rule}")
    return opening(named, whole.place, meaning.unit, meaning.count)


def _weekday_of(whole: Resolved, meaning: WeekdayOf) -> Resolved:
    if whole.place is None or whole.place.unit is not Unit.MONTH:
        return (
            replace(whole, value=UNKNOWN[Unit.DAY]) if whole.place is None else unknown(UNKNOWN[Unit.DAY], vague=True)
        )
    year, month, _ = civil.civil_from_days(whole.place.first_day)
    day = Place(Unit.DAY, weekday_of_month(year, month, meaning.weekday, meaning.number))
    if not whole.place.first_day <= day.index <= whole.place.last_day:
        return unknown(UNKNOWN[Unit.DAY], vague=True)
    return placed(day, f"that weekday of {whole.rule}", whole.anchor)


_ALONE: dict[type, Callable[[Passage, Any], Resolved]] = {
    Absolute: _absolute,
    Ahead: stepping.ahead,
    Between: lambda _, meaning: between(meaning),
    Clock: _time_now,
    DayOfMonth: recurring.day_of_month,
    Deep: lambda _, meaning: deep(meaning),
    Distance: stepping.distance,
    EarlyYear: recurring.early_year,
    FromEvent: lambda _, meaning: undated_length(meaning),
    Hijri: lambda _, meaning: converted(meaning),
    JulianLeapDay: lambda _, meaning: leap_day(meaning),
    Lately: stepping.lately,
    Length: _length,
    Onward: stepping.onward,
    PartOfEvent: lambda _, meaning: unknown_part(meaning),
    Recurring: recurring.part_of_year,
    Repeated: _repeated,
    SameTime: stepping.same_time,
    Spoken: stepping.spoken,
    Step: stepping.step,
    Unplaced: _unplaced,
    Weekday: recurring.day_of_week,
    YearOfCentury: recurring.year_of_century,
    DecadeOfCentury: recurring.decade_of_century,
}
"""How meanings are placed that hold no other meaning."""
_PARTS: dict[type, Callable[[Resolved, Any], Resolved]] = {
    Child: _child,
    Clock: _time_on,
    Opening: _opening,
    Shifted: _shifted,
    WeekdayOf: _weekday_of,
    Weeks: _week_of,
    Within: lambda whole, meaning: qualified(whole, meaning.part, meaning.mark),
}
"""How those are placed that are a part of another, given where that one is."""
