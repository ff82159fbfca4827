"""The week as it is where the program runs: which day it begins with, and which days are its weekend.

Names of months and days are those of the interface, which is English: they stand in sentences with English words.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt

from timeline_app.layout.ticks import Week


def week_of(locale: QLocale) -> Week:
    """The week of a locale."""
    working = {_number(day) for day in locale.weekdays()}
    free = [day for day in range(7) if day not in working]
    return Week(_number(locale.firstDayOfWeek()), _in_a_row(free))


def _number(day: Qt.DayOfWeek) -> int:
    return int(day.value) - 1


def _in_a_row(days: list[int]) -> tuple[int, ...]:
    """The days in the order in which they follow each other, around the end of the week."""
    first = next((day for day in days if (day - 1) % 7 not in days), None)
    return () if first is None else tuple((first + number) % 7 for number in range(len(days)))
