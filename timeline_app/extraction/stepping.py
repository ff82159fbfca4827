"""Dates counted in units of the calendar: "last week", "three days later", "the quarter".

Every function takes the passage, which knows what to count from, and a meaning.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.counting import Base
from timeline_app.extraction.meanings import Ahead, Distance, From, Lately, Onward, SameTime, Spoken, Step
from timeline_app.extraction.passage import MANY_YEARS, YEARS, Passage
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.resolved import (
    PER_YEAR,
    UNKNOWN,
    Resolved,
    counted,
    lasting,
    placed,
    qualified,
    step_rule,
    stretch,
    unknown,
)
from timeline_app.extraction.tense import Tense
from timeline_app.model.event import Alternative, TimexType

_TIME = re.compile(r"T([0-9]{2}):([0-9]{2})")
_MINUTES = {"TH": 60, "TM": 1}
_DAY = 24 * 60  # minutes
_YEAR = 365  # days
_DAYS_OR_WEEKS = frozenset({Unit.DAY, Unit.WEEK})
_FINER = {Unit.DAY: (), Unit.WEEK: (Unit.WEEK, Unit.WEEKEND), Unit.WEEKEND: (Unit.WEEK,)}


def step(passage: Passage, meaning: Step) -> Resolved:
    """“Last week”, "this year", "the following month"."""
    base = _beside(passage, meaning) or passage.base(meaning.origin)
    period = passage.compared
    if meaning.like and period is not None and not passage.history:
        place = period.place.shifted(meaning.steps * PER_YEAR[period.place.unit])
        return placed(place, f"the same {place.unit} of the year before", period.anchor)
    if base is None:
        return unknown(UNKNOWN[meaning.unit])
    if meaning.origin is From.MENTION and meaning.unit is Unit.DAY:
        base = passage.near_day(base)
    unit = base.place.unit
    if unit in MANY_YEARS and meaning.unit not in MANY_YEARS:
        return unknown(UNKNOWN[meaning.unit], vague=True)  # “that year” of a century
    if unit is not Unit.DAY and meaning.unit in _FINER and unit not in _FINER[meaning.unit]:
        return unknown(UNKNOWN[meaning.unit], vague=base is not passage.publication)
    if meaning.unit is Unit.WEEKEND:
        return _weekend(passage, meaning, base)
    place = base.place.within(meaning.unit).shifted(meaning.steps)
    return lasting(place, base) if meaning.lasting else placed(place, step_rule(meaning), base.anchor)


def _beside(passage: Passage, meaning: Step | Distance) -> Base | None:
    """The date its own sentence names in full, for what counts from a date spoken of."""
    return passage.beside(meaning.unit) if meaning.origin is From.MENTION else None


def _weekend(passage: Passage, meaning: Step, base: Base) -> Resolved:
    place = base.place.within(Unit.WEEKEND)
    day = base.place.first_day
    back = meaning.steps == 0 and day < place.first_day and passage.verb().tense is Tense.PAST
    return placed(place.shifted(meaning.steps - back), "the weekend that is meant", base.anchor)


def distance(passage: Passage, meaning: Distance) -> Resolved:
    """“Three days later”, "two years ago"."""
    base = _beside(passage, meaning) or passage.base(meaning.origin)
    if meaning.count is None:
        return unknown("FUTURE_REF" if meaning.forward else "PAST_REF", vague=True)
    if base is None:
        return unknown(UNKNOWN[meaning.unit])
    if meaning.origin is From.MENTION and meaning.unit in _DAYS_OR_WEEKS:
        base = passage.near_day(base)
    if meaning.fine and not passage.is_near(base):
        return unknown(UNKNOWN[meaning.unit], vague=True)
    found = so_far(meaning, base)
    return unknown(UNKNOWN[meaning.unit], vague=True) if _is_too_late(passage, meaning, found) else found


def _is_too_late(passage: Passage, meaning: Distance, found: Resolved) -> bool:
    """Whether news would tell as past what came after it: it counts from something else than the date spoken of."""
    if meaning.unit not in YEARS or meaning.origin is not From.MENTION or not meaning.forward:
        return False
    if found.place is None or passage.publication is None:
        return False
    written = passage.publication.place
    return found.place.first_day > written.last_day and passage.verb().tense is not Tense.FUTURE


def so_far(meaning: Distance, base: Base) -> Resolved:
    """So many units from a base; too vague where the base is coarser than the units counted."""
    unit, steps = meaning.unit, (meaning.count or 0) * (1 if meaning.forward else -1)
    rule = f"{counted(abs(steps), unit)} {'after' if steps > 0 else 'before'}"
    if meaning.fine and base.place.unit is Unit.DAY and meaning.fine in _MINUTES:
        return _within_days(meaning, base, steps * _MINUTES[meaning.fine])
    if meaning.fine or _is_coarse(base.place.unit, unit):
        return unknown(UNKNOWN[unit], vague=True)
    if unit is Unit.DECADE:
        year = base.place.within(Unit.YEAR).shifted(steps * 10)
        return qualified(placed(year, rule, base.anchor), "decade", "~")
    place = base.place.within(unit).shifted(steps)
    place = place.within(meaning.within or unit)
    others: tuple[Alternative, ...] = ()
    if place.unit is Unit.DAY and abs(steps) > 1:
        others = (Alternative(place.shifted(-1 if steps > 0 else 1).edtf, "counting the first day"),)
    return placed(place, rule, base.anchor, others)


def _within_days(meaning: Distance, base: Base, minutes: int) -> Resolved:
    """Hours or minutes from a time of day give another; from a day, one of the two days it may be."""
    name = ("hour" if meaning.fine == "TH" else "minute") + "s" * (abs(meaning.count or 0) != 1)
    rule = f"{abs(meaning.count or 0)} {name} {'after' if minutes > 0 else 'before'}"
    day = base.place.index
    if clock := _TIME.fullmatch(base.place.clock):
        days, rest = divmod(int(clock[1]) * 60 + int(clock[2]) + minutes, _DAY)
        place = Place(Unit.DAY, day + days, f"T{rest // 60:02}:{rest % 60:02}")
        return placed(place, rule, base.anchor, kind=TimexType.TIME)
    if meaning.fine != "TH":
        return unknown(UNKNOWN[Unit.DAY], vague=True)
    first, last = day + minutes // _DAY, day + -(-minutes // _DAY)
    found = stretch(first, last, Unit.DAY, rule, base.anchor)
    return replace(found, type=TimexType.TIME, value=f"{found.value}TXX")


def _is_coarse(base: Unit, counted_in: Unit) -> bool:
    """Whether a place is too coarse to count such units from."""
    if counted_in in _DAYS_OR_WEEKS:
        return base not in _DAYS_OR_WEEKS
    return base in (YEARS if counted_in is Unit.MONTH else MANY_YEARS) and counted_in in {Unit.MONTH, Unit.YEAR}


def ahead(passage: Passage, meaning: Ahead) -> Resolved:
    """“In three days” dates what is still to come; else it is how long something took."""
    if passage.verb().tense is Tense.FUTURE:
        return distance(passage, meaning.distance)
    return Resolved(TimexType.DURATION, meaning.length, "a length of time, no date")


def onward(passage: Passage, meaning: Onward) -> Resolved:
    """“In drei Tagen”, "через три дня"."""
    if passage.verb().tense is not Tense.PAST:
        return distance(passage, meaning.distance)
    if meaning.length:
        return Resolved(TimexType.DURATION, meaning.length, "a length of time, no date")
    return distance(passage, replace(meaning.distance, origin=From.MENTION))


def lately(passage: Passage, meaning: Lately) -> Resolved:
    """“Over the last year”, "within the next month"."""
    base = passage.base(meaning.step.origin)
    if meaning.history != passage.history:
        return Resolved(TimexType.DURATION, meaning.length, "a length of time, no date")
    if meaning.history or base is None or base.place.unit is not Unit.DAY:
        return step(passage, meaning.step)
    return replace(step(passage, meaning.step), edtf=_year_up_to(base.place), rule="the twelve months up to that day")


def _year_up_to(day: Place) -> str:
    """Some time in the year that ends with a day."""
    return f"[{Place(Unit.DAY, day.first_day - _YEAR).edtf}..{Place(Unit.DAY, day.first_day).edtf}]"


def same_time(passage: Passage, _: SameTime) -> Resolved:
    """The date spoken of; in news it must be near."""
    base = passage.mention if passage.history else passage.latest
    if base is None or base.anchor.span is None or not (passage.history or passage.is_near(base)):
        return Resolved(TimexType.DATE, "PAST_REF", "the words name no date")
    return placed(replace(base.place, clock=""), "the time spoken of", base.anchor)


def spoken(passage: Passage, meaning: Spoken) -> Resolved:
    """“The quarter”: the one spoken of if it has ended, else the one that ended last."""
    base, publication = passage.period, passage.publication
    ended = base is not None and (publication is None or base.place.last_day < publication.place.first_day)
    if base is not None and base.place.unit is meaning.unit and ended:
        return placed(base.place, f"the {meaning.unit} spoken of", base.anchor)
    if publication is None:
        return unknown(UNKNOWN[meaning.unit])
    place: Place = publication.place.within(meaning.unit).shifted(-1)
    return placed(place, f"the {meaning.unit} that ended last before it", publication.anchor)
