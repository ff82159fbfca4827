"""Customs: how the axis writes the calendar where its reader lives: how weeks are, what months and days are called.

Names stand in patterns, so that each people has day, month and year in its own order. Years, BC, deep time and lengths
are written as everywhere in the program. Which customs a reader has, the toolkit knows; pictures that have to be alike
everywhere are made with ``USUAL`` ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_app.model import civil
from timeline_app.model.wording import MONTHS, WEEKDAYS, year_in_words

_YEAR, _MONTH, _DAY = "{y}", "{m}", "{d}"


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Months from January and weekdays from Monday, as they are written alone and ``beside`` a day; some are inflected.

    ``date``, ``day`` and ``month`` are patterns of a day with its month and year, with its month, and of a month with
    its year.
    """

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    beside: tuple[str, ...]
    short_beside: tuple[str, ...]
    weekdays: tuple[str, ...]
    date: str = f"{_DAY} {_MONTH} {_YEAR}"
    day: str = f"{_DAY} {_MONTH}"
    month: str = f"{_MONTH} {_YEAR}"

    def of_month(self, month: int, *, short: bool = False) -> str:
        """A month alone: "March"."""
        return (self.short_months if short else self.months)[month - 1]

    def of_day(self, month: int, day: int | str, *, short: bool = False) -> str:
        """A day with its month: "30 March"."""
        return self.day.format(d=day, m=self._beside(month, short=short))

    def of_months(self, first: civil.Civil, last: civil.Civil, *, short: bool = False) -> str:
        """From one month to another, what they share said once: "March 2011", "March – April 2011"."""
        one, other = (self.of_month(each.month, short=short) for each in (first, last))
        if first.year == last.year:
            both = one if first.month == last.month else f"{one} – {other}"
            return self.month.format(m=both, y=year_in_words(first.year))
        ends = ((one, first), (other, last))
        return " – ".join(self.month.format(m=name, y=year_in_words(each.year)) for name, each in ends)

    def of_days(self, first: civil.Civil, last: civil.Civil, *, short: bool = False) -> str:
        """From one day to another, what they share said once: "28–31 March 2011", "28 March – 2 April 2011"."""
        if first[:2] == last[:2]:
            dot = "." if f"{_DAY}. " in self.date else ""  # 28.–31. März
            days = str(first.day) if first.day == last.day else f"{first.day}{dot}–{last.day}"
            return self._whole(first, days, short=short)
        one, other = (self._whole(each, str(each.day), short=short) for each in (first, last))
        if first.year == last.year and self.date.startswith(_YEAR):
            other = self.of_day(last.month, last.day, short=short)
        elif first.year == last.year:
            one = self.of_day(first.month, first.day, short=short)
        return f"{one} – {other}"

    def _whole(self, moment: civil.Civil, day: str, *, short: bool) -> str:
        month = self._beside(moment.month, short=short)
        return self.date.format(d=day, m=month, y=year_in_words(moment.year))

    def _beside(self, month: int, *, short: bool) -> str:
        return (self.short_beside if short else self.beside)[month - 1]


_SHORT = tuple(month[:3] for month in MONTHS)
ENGLISH = Names(MONTHS, _SHORT, MONTHS, _SHORT, tuple(day[:3] for day in WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Customs:
    """How weeks are, the ``first`` day and those of the ``weekend``, Monday 0 to Sunday 6; and what all is called."""

    first: int = 0
    weekend: tuple[int, ...] = (5, 6)
    names: Names = field(default=ENGLISH)


USUAL = Customs()
