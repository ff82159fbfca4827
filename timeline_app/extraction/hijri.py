"""Years after the Hijra on the calendar of Christian years.

The tabular calendar is used: months of 30 and 29 days in turn, a day more at the end of the years 2, 5, 7, 10, 13, 16,
18, 21, 24, 26 and 29 of every thirty, counted from 16 July 622 (Julian). Months begin with the moon that was seen, so
that a day may be one off; that is why a converted day is marked as about right.
"""

from __future__ import annotations

from dataclasses import replace

from timeline_app.extraction.calendars import GREGORIAN_REFORM, julian_numbers
from timeline_app.extraction.meanings import Hijri
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.resolved import Resolved, placed, stretch
from timeline_app.model.event import Alternative

MONTHS = (
    "Muharram", "Safar", "Rabi’ al-awwal", "Rabi’ al-thani", "Jumada al-ula", "Jumada al-thani", "Rajab", "Sha’ban",
    "Ramadan", "Shawwal", "Dhu al-Qi’dah", "Dhu al-Hijjah",
)  # fmt: skip
_EPOCH = 1_948_439  # the Julian day number before 1 Muharram of the year 1
_UNIX = 2_440_588  # that of 1970-01-01
_NOTE = "converted by the tabular Islamic calendar; where the moon was seen earlier or later, a day off"


def civil_day(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to a day after the Hijra, numbered in the calendar of its time."""
    months = (59 * (month - 1) + 1) // 2
    counted = day + months + 354 * (year - 1) + (3 + 11 * year) // 30 + _EPOCH - _UNIX
    return counted if counted >= GREGORIAN_REFORM else julian_numbers(counted)


def converted(meaning: Hijri) -> Resolved:
    """Where a day, month or year after the Hijra lies."""
    year, month, day = meaning.year, meaning.month, meaning.day
    if day:
        place = Place(Unit.DAY, civil_day(year, month, day))
        others = (
            Alternative(place.shifted(step).edtf, why) for step, why in ((-1, "a day earlier"), (1, "a day later"))
        )
        found = placed(place, f"{day} {MONTHS[month - 1]} of the year {year} after the Hijra", None, tuple(others))
        return replace(found, edtf=f"{place.edtf}~", note=_NOTE)
    ends = ((year, month, 1), _next(year, month)) if month else ((year, 1, 1), (year + 1, 1, 1))
    first, last = (civil_day(*end) for end in ends)
    name = f"{MONTHS[month - 1]} of the year {year}" if month else f"the year {year}"
    found = stretch(first, last - 1, Unit.MONTH if month else Unit.YEAR, f"{name} after the Hijra")
    return replace(found, note=_NOTE)


def _next(year: int, month: int) -> tuple[int, int, int]:
    return (year + month // 12, month % 12 + 1, 1)
