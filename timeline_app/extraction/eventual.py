"""Dates counted from things that happened: "two days after the invasion", "the first day of the siege".

What a text dates only further on is asked again at its end; ``None`` says that it is not dated so far.
"""

from __future__ import annotations

from dataclasses import replace

from timeline_app.extraction.counting import Base
from timeline_app.extraction.happenings import BEGIN, END, Happenings
from timeline_app.extraction.meanings import Distance, From, FromEvent, PartOfEvent
from timeline_app.extraction.places import Unit
from timeline_app.extraction.resolved import UNKNOWN, Resolved, counted, placed, stretch
from timeline_app.extraction.stepping import so_far
from timeline_app.model import civil
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Alternative, AnchorOrigin, TimexType, Undated
from timeline_app.model.wording import in_words

_FINE = {Unit.DAY: (Unit.DAY,), Unit.WEEK: (Unit.DAY, Unit.WEEK), Unit.MONTH: (Unit.DAY, Unit.WEEK, Unit.MONTH)}
_MOST = 3  # other dates of a thing that are offered
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def from_event(things: Happenings, meaning: FromEvent, span: TextSpan) -> Resolved | None:
    """So long after or before a thing; a date that it only explains goes before all else."""
    explained, written = things.beside(span), things.follows(meaning.thing)
    if explained and explained.place.unit in _FINE.get(meaning.unit, (explained.place.unit,)):
        place = explained.place.within(meaning.unit)
        return placed(place, f"the date it is set beside: {_told(meaning)}", explained.anchor)
    dates = [written] if written else things.dates_of(meaning.thing, span.start, meaning.unit, _turn(meaning))
    counts = [_counted(meaning, base) for base in dates]
    if not counts or counts[0].place is None:
        return None
    first = counts[0]
    rest = zip(dates[1 : _MOST + 1], counts[1:], strict=False)
    others = (
        Alternative(count.edtf, f"counting from {in_words(base.place.value)}") for base, count in rest if count.edtf
    )
    return replace(first, rule=_told(meaning), alternatives=(*first.alternatives, *others))


def _turn(meaning: FromEvent) -> frozenset[str]:
    """Words for the end of a thing that it counts from: what comes after a war counts from where that ended."""
    thing = meaning.thing
    return thing.marks if thing.marks or not thing.lasting else END if meaning.steps > 0 else BEGIN


def _counted(meaning: FromEvent, base: Base) -> Resolved:
    forward = meaning.steps > 0
    anchor = replace(base.anchor, origin=AnchorOrigin.EVENT)
    return so_far(Distance(meaning.unit, abs(meaning.steps), forward, From.MENTION), Base(base.place, anchor))


def _told(meaning: FromEvent) -> str:
    way = "after" if meaning.steps > 0 else "before"
    return f"{counted(abs(meaning.steps), meaning.unit)} {way} {meaning.thing.said}"


def undated_length(meaning: FromEvent) -> Resolved:
    """What is left where nothing dates the thing: a length of time, or nothing."""
    return Resolved(TimexType.DURATION, meaning.length, "a length of time, no date", until=meaning.alone)


def part_of_event(things: Happenings, meaning: PartOfEvent, span: TextSpan) -> Resolved | None:
    """The n-th day, week, month or year of a thing, counted from where its sentence says that it began or ended."""
    coarsest = Unit.DAY if meaning.unit in _DAYS else Unit.MONTH if meaning.unit is Unit.MONTH else Unit.YEAR
    dates = things.dates_of(meaning.thing, span.start, coarsest, BEGIN if meaning.number > 0 else END)
    if not dates:
        return None
    anchor = replace(dates[0].anchor, origin=AnchorOrigin.EVENT)
    rule = f"the {_nth(meaning.number)} {meaning.unit} of {meaning.thing.said}"
    first, last = _ends(meaning, dates[0])
    if first == last:
        return placed(dates[0].place.shifted(first - dates[0].place.index), rule, anchor)
    return stretch(first, last, meaning.unit, rule, anchor)


def _nth(number: int) -> str:
    if number == -1:
        return "last"
    return _ORDINALS[number] if 0 < number < len(_ORDINALS) else f"{number}th"


def _ends(meaning: PartOfEvent, base: Base) -> tuple[int, int]:
    """The first and last day of the n-th unit; as wide again as the day is uncertain that it counts from."""
    opening, closing = base.place.first_day, base.place.last_day
    if (length := _DAYS.get(meaning.unit)) is not None:
        if meaning.number > 0:
            return opening + length * (meaning.number - 1), closing + length * meaning.number - 1
        return opening + length * meaning.number + 1, closing + length * (meaning.number + 1)
    months = _MONTHS[meaning.unit]
    if meaning.number > 0:
        return _later(opening, months * (meaning.number - 1)), _later(closing, months * meaning.number) - 1
    return _later(opening, months * meaning.number) + 1, _later(closing, months * (meaning.number + 1))


def _later(day: int, months: int) -> int:
    """A day so many months later, the last of a month that is too short for it."""
    year, month, number = civil.civil_from_days(day)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return civil.days_from_civil(year, month + 1, min(number, civil.days_in_month(year, month + 1)))


def unknown_part(meaning: PartOfEvent) -> Resolved:
    """A part of a thing that the text does not date."""
    rule = "counts from something that has no date here"
    return Resolved(TimexType.DATE, UNKNOWN[meaning.unit], rule, undated=Undated.TOO_VAGUE)
