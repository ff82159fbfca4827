"""Places on the calendar: the n-th day, week, month, … century, with arithmetic, TIMEX3 and EDTF.

A place is a calendar unit and its running number, so that stepping is adding and a coarser unit is a conversion. It is
never finer than the words that named it. Years are astronomical (1 BC is 0); decades and centuries before Christ count
as people do (the 470s BC are 479 to 470 BC).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.model import civil
from timeline_app.model.temporal import TemporalValue, parse_edtf, year_edtf


class Unit(StrEnum):
    """The calendar units an expression can name, finest first."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


_PER_YEAR = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.SEASON: 4, Unit.HALF: 2}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_SEASON_CODES = ("SP", "SU", "FA", "WI")
_DIGITS = {Unit.DECADE: 3, Unit.CENTURY: 2, Unit.MILLENNIUM: 1}
_HOURS = frozenset(f"{hour:02}" for hour in range(24))
_MARCH = 3


@dataclass(frozen=True, slots=True)
class Place:
    """The ``index``-th ``unit``; ``clock`` is a time of day of that day in TIMEX3 (``T10:35``, ``TMO``), or empty."""

    unit: Unit
    index: int
    clock: str = ""

    @property
    def first_day(self) -> int:
        """Days from 1970-01-01 to its first day."""
        if self.unit is Unit.DAY:
            return self.index
        if self.unit is Unit.WEEK:
            return self.index * 7 - 3
        if self.unit is Unit.WEEKEND:
            return self.index * 7 + 2
        if (parts := _PER_YEAR.get(self.unit)) is not None:
            year, part = divmod(self.index, parts)
            month = part * (12 // parts) + 1 + (2 if self.unit is Unit.SEASON else 0)
            return civil.days_from_civil(year, month, 1)
        return civil.days_from_civil(_first_year(self.unit, self.index), 1, 1)

    @property
    def last_day(self) -> int:
        """Days from 1970-01-01 to its last day."""
        if self.unit is Unit.WEEKEND:
            return self.first_day + 1
        if self.unit in _YEARS:
            return civil.days_from_civil(_last_year(self.unit, self.index) + 1, 1, 1) - 1
        return self.shifted(1).first_day - 1

    @property
    def year(self) -> int:
        """The year of its first day, astronomical."""
        return civil.civil_from_days(self.first_day)[0]

    def shifted(self, units: int) -> Place:
        """The place as many of its own units later; the time of day is dropped."""
        return Place(self.unit, self.index + units)

    def at(self, clock: str) -> Place:
        """The same place with a time of day."""
        return replace(self, clock=clock)

    def within(self, unit: Unit) -> Place:
        """The ``unit`` that holds its first day (for a season or week: most of it)."""
        if unit is self.unit:
            return Place(unit, self.index)
        return place_of_day(self.first_day + (3 if self.unit is Unit.WEEK else 0), unit)

    @property
    def timex3(self) -> str:
        """Its TIMEX3 value."""
        if self.unit is Unit.DAY:
            year, month, day = civil.civil_from_days(self.index)
            return f"{_timex_year(year)}-{month:02}-{day:02}{self.clock}"
        if self.unit in {Unit.WEEK, Unit.WEEKEND}:
            year, week = civil.iso_week((self.index * 7) * civil.DAY)
            return f"{_timex_year(year)}-W{week:02}{'-WE' * (self.unit is Unit.WEEKEND)}"
        if (parts := _PER_YEAR.get(self.unit)) is not None:
            year, part = divmod(self.index, parts)
            codes = {
                Unit.MONTH: f"{part + 1:02}", Unit.QUARTER: f"Q{part + 1}", Unit.HALF: f"H{part + 1}",
                Unit.SEASON: _SEASON_CODES[part % 4],
            }  # fmt: skip
            return f"{_timex_year(year)}-{codes[self.unit]}"
        if self.unit is Unit.YEAR:
            return _timex_year(self.index)
        digits = _DIGITS[self.unit]
        return f"{self.index:0{digits}}" if self.index >= 0 else f"BC{-self.index - 1:0{digits}}"

    @property
    def edtf(self) -> str:
        """Its EDTF text: a unit that EDTF cannot name is "some time between its first and last day or year"."""
        if self.unit is Unit.DAY:
            return _day(self.index) + (self.clock if self.clock[1:3] in _HOURS else "")
        if self.unit in {Unit.WEEK, Unit.WEEKEND}:
            return f"[{_day(self.first_day)}..{_day(self.last_day)}]"
        if (parts := _PER_YEAR.get(self.unit)) is not None:
            year, part = divmod(self.index, parts)
            first = {Unit.MONTH: 1, Unit.QUARTER: 33, Unit.SEASON: 21, Unit.HALF: 40}[self.unit]
            return f"{year_edtf(year)}-{part + first:02}"
        return year_edtf(self.index) if self.unit is Unit.YEAR else _years_edtf(self.unit, self.index)

    @property
    def value(self) -> TemporalValue:
        """Its value in the model."""
        return parse_edtf(self.edtf)


def place_of_day(day: int, unit: Unit) -> Place:
    """The ``unit`` that holds a day, counted from 1970-01-01."""
    if unit is Unit.DAY:
        return Place(unit, day)
    if unit in {Unit.WEEK, Unit.WEEKEND}:
        return Place(unit, (day + 3) // 7)
    year, month, _ = civil.civil_from_days(day)
    if unit is Unit.SEASON:
        return Place(unit, (year * 12 + month - _MARCH) // 3)
    if (parts := _PER_YEAR.get(unit)) is not None:
        return Place(unit, year * parts + (month - 1) * parts // 12)
    return Place(unit, _count_years(unit, year))


def place_of_value(value: TemporalValue) -> Place | None:
    """The place of a publication date; None where its start is open."""
    if value.earliest is None:
        return None
    day = value.earliest // civil.DAY
    length = (value.latest or value.earliest) - value.earliest
    if length <= civil.DAY:
        return Place(Unit.DAY, day)
    return place_of_day(day, Unit.MONTH if length <= 31 * civil.DAY else Unit.YEAR)


def _count_years(unit: Unit, year: int) -> int:
    """Running number of the year, decade, … that holds an astronomical year."""
    length = _YEARS[unit]
    if year > 0 or unit is Unit.YEAR:
        return year // length
    return -((1 - year) // length if unit is Unit.DECADE else -year // length) - 1


def _first_year(unit: Unit, index: int) -> int:
    """Astronomical first year of the ``index``-th year, decade, century.

    Before Christ the 480s are 489 to 480 BC, but the fifth century is 500 to 401 BC.
    """
    length = _YEARS[unit]
    if unit is Unit.YEAR:
        return index
    if index >= 0:
        return max(index * length, 1)
    return index * length + (2 if unit is Unit.DECADE else 1)


def _last_year(unit: Unit, index: int) -> int:
    """Astronomical last year of the ``index``-th year, decade, century; 1 BC and AD 1 are never in one."""
    length = _YEARS[unit]
    if unit is Unit.YEAR:
        return index
    return (index + 1) * length - 1 if index >= 0 else min(_first_year(unit, index) + length - 1, 0)


def _years_edtf(unit: Unit, index: int) -> str:
    """EDTF of a decade, century, millennium; a decade before Christ is not the one that EDTF can name."""
    if unit is Unit.DECADE and index < 0:
        return f"[{year_edtf(_first_year(unit, index))}..{year_edtf(_last_year(unit, index))}]"
    digits = f"{index if index >= 0 else -index - 1:0{_DIGITS[unit]}}"
    return ("-" if index < 0 else "") + digits.ljust(4, "X")


def _day(day: int) -> str:
    year, month, number = civil.civil_from_days(day)
    return f"{year_edtf(year)}-{month:02}-{number:02}"


def _timex_year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"
