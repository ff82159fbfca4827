"""Civil calendar arithmetic on plain integers: any year, no time zone, no leap second.

Proleptic Gregorian with astronomical years (year 0 is 1 BC). ``datetime`` stops at the years 1 and 9999; these
functions are exact as far as integers go. The day algorithms are Howard Hinnant's ``days_from_civil`` and
``civil_from_days``.
"""

from __future__ import annotations

from typing import NamedTuple

MINUTE = 60
HOUR = 3_600
DAY = 86_400
WEEK = 7 * DAY
_FEBRUARY = 2
_DAYS_OF_ERA = 146_097  # days in 400 years
_EPOCH_SHIFT = 719_468  # days from 0000-03-01 to 1970-01-01
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Civil(NamedTuple):
    """A moment as calendars and clocks write it; ``year`` is astronomical."""

    year: int
    month: int = 1
    day: int = 1
    hour: int = 0
    minute: int = 0
    second: int = 0


def is_leap(year: int) -> bool:
    """Whether the Gregorian ``year`` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Number of days in a month, 28 to 31."""
    return 29 if month == _FEBRUARY and is_leap(year) else _LENGTHS[month - 1]


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to the given day; days past the month's end run on into the next month."""
    shifted = year - (month <= _FEBRUARY)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_OF_ERA + day_of_era - _EPOCH_SHIFT


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Year, month and day of the day ``days`` after 1970-01-01."""
    era, day_of_era = divmod(days + _EPOCH_SHIFT, _DAYS_OF_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9  # noqa: PLR2004 - the year starts in March
    return era * 400 + year_of_era + (month <= _FEBRUARY), month, day_of_year - (153 * shifted_month + 2) // 5 + 1


def to_seconds(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """Seconds from 1970-01-01T00:00:00 to the given civil moment. ``month`` may run past 12 (13 is next January)."""
    extra_years, month_index = divmod(month - 1, 12)
    days = days_from_civil(year + extra_years, month_index + 1, day)
    return days * DAY + hour * HOUR + minute * MINUTE + second


def from_seconds(seconds: int) -> Civil:
    """The civil moment ``seconds`` after 1970-01-01T00:00:00."""
    days, rest = divmod(seconds, DAY)
    return Civil(*civil_from_days(days), rest // HOUR, rest % HOUR // MINUTE, rest % MINUTE)


def weekday(seconds: int) -> int:
    """Day of the week, Monday 0 to Sunday 6."""
    return (seconds // DAY + 3) % 7


def iso_week(seconds: int) -> tuple[int, int]:
    """ISO 8601 year and week number of the day that holds ``seconds``."""
    thursday = seconds // DAY - weekday(seconds) + 3
    year = civil_from_days(thursday)[0]
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1
