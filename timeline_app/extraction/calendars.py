"""In which calendar a day is written, and what it is in the other: Julian before 15 October 1582, Gregorian from then.

A day keeps the numbers it is written with; only the note of its derivation converts. Marks at the date ("O.S.", "New
Style", "Julian") and a statement of the document about its dates go before the rule. Years are astronomical.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import Enum

from timeline_app.extraction.meanings import JulianLeapDay
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.resolved import Resolved, placed
from timeline_app.model import civil
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Alternative
from timeline_app.model.wording import in_words

_CALENDAR = r"(?: calendar\b|(?=[)\]]))"
_STYLES = (
    rf"(?:(?P<julian>O\. ?S\.|OS(?=[)\]])|Old Style\b|Julian{_CALENDAR})"
    rf"|(?P<gregorian>N\. ?S\.|NS(?=[)\]])|New Style\b|Gregorian{_CALENDAR}))"
)
_AFTER = re.compile(rf",?\s?[(\[]?(?:in the )?{_STYLES}")
_BEFORE = re.compile(rf"{_STYLES}:?\s?$")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STATED = re.compile(rf"\b[Dd]ates\b[^.\n]{{0,60}}?\b{_STYLES}")
_MENTIONS = ("Style", "Julian", "Gregorian", "O.S.", "N.S.")  # looked for first, which is fast
_LONGEST = 12  # code points of a mark before a date
_UNIX = 2_440_588  # the Julian day number of 1970-01-01
_JULIAN_EPOCH = 2_472_671  # days from 1 March 4801 BC (Julian), less the day's own number, to 1970-01-01


class Calendar(Enum):
    """The calendars of Christian years."""

    JULIAN = "Julian"
    GREGORIAN = "Gregorian"


GREGORIAN_REFORM = civil.days_from_civil(1582, 10, 15)


def gregorian(day: int) -> int:
    """A day that is numbered as in the Julian calendar, numbered as in the Gregorian; days from 1970-01-01."""
    year, month, number = civil.civil_from_days(day)
    shifted = year + 4800 - (month <= 2)  # noqa: PLR2004 - the year starts in March
    return number + (153 * ((month + 9) % 12) + 2) // 5 + 365 * shifted + shifted // 4 - _JULIAN_EPOCH


def julian_numbers(day: int) -> int:
    """The inverse: a day as its numbers in the Julian calendar are read in the Gregorian."""
    since = day + _UNIX + 32_082  # days from 1 March 4801 BC (Julian)
    year = (4 * since + 3) // 1461
    of_year = since - 1461 * year // 4
    month = (5 * of_year + 2) // 153
    number = of_year - (153 * month + 2) // 5 + 1
    return civil.days_from_civil(year - 4800 + month // 10, month + 3 - 12 * (month // 10), number)


def leap_day(meaning: JulianLeapDay) -> Resolved:
    """29 February of 1500: it lies between two days that can be written."""
    year = meaning.year
    after = Place(Unit.DAY, civil.days_from_civil(year, 3, 1))
    other = Place(Unit.DAY, gregorian(after.index) - 1)
    note = f"a day of the Julian calendar only; {in_words(other.value)} in the Gregorian"
    found = placed(after, "the day as written, between 28 February and 1 March")
    value = after.timex3.replace("-03-01", "-02-29")
    return replace(found, value=value, edtf=f"[{after.shifted(-1).edtf}..{after.edtf}]", note=note)


def weekday(day: int) -> int:
    """The day of the week, Monday 0, of a day as usually written: before the reform of the calendar in the Julian."""
    return civil.weekday((gregorian(day) if day < GREGORIAN_REFORM else day) * civil.DAY)


def stated_calendar(text: str) -> Calendar | None:
    """The calendar that a document says its dates are in; None where it says nothing."""
    return _marked(_STATED.search(text)) if any(word in text for word in _MENTIONS) else None


def in_its_calendar(resolved: Resolved, text: str, span: TextSpan, stated: Calendar | None) -> Resolved:
    """The same day with a note of what it is in the calendar of today, where it is a Julian one."""
    place = resolved.place
    if place is None or place.unit is not Unit.DAY or resolved.note:
        return resolved
    lead = max(0, span.start - _LONGEST)
    mark = _marked(_AFTER.match(text, span.end)) or _marked(_BEFORE.search(text, lead, span.start))
    early = place.index < GREGORIAN_REFORM and not _ISO.match(text, span.start)
    if (mark or stated or (Calendar.JULIAN if early else None)) is not Calendar.JULIAN:
        return resolved
    other = Place(Unit.DAY, gregorian(place.index))
    note = f"in the Julian calendar; {in_words(other.value)} in the Gregorian"
    others = () if mark is None else (Alternative(other.edtf, "New Style"),)
    return replace(resolved, note=note, alternatives=resolved.alternatives + others)


def _marked(found: re.Match[str] | None) -> Calendar | None:
    if found is None:
        return None
    return Calendar.JULIAN if found["julian"] else Calendar.GREGORIAN
