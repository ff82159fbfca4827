"""The calendar as it is written where the program runs: how weeks are, and what the axis calls months and days.

Only the axis says them in the reader's language: sentences are English, and so are the dates on cards that stand beside
English words. Names that no font of this computer has are English, too.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout

from timeline_app.layout.customs import ENGLISH, Customs, Names

_LONG, _SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
_TOKEN = re.compile(r"'((?:[^']|'')*)'|(d{3,4})|(d{1,2})|(M{1,4})|(y{1,4})|([^dMy']+)")
_IN_DIGITS = 2  # letters of a month that is written as a number


def customs_of(locale: QLocale) -> Customs:
    """Those of a locale."""
    working = {_number(day) for day in locale.weekdays()}
    free = [day for day in range(7) if day not in working]
    names = names_of(locale)
    known = names if _can_be_written("".join((*names.months, *names.short_months, *names.weekdays))) else ENGLISH
    return Customs(_number(locale.firstDayOfWeek()), _in_a_row(free), known)


@cache
def customs_here() -> Customs:
    """Those of whoever uses this computer."""
    return customs_of(QLocale())


def names_of(locale: QLocale) -> Names:
    """What a locale calls months and days, and how it writes dates; English where that is nothing to go by."""
    months, patterns = range(1, 13), _patterns(locale.dateFormat(_LONG))
    alone = tuple(locale.standaloneMonthName(month, _LONG) for month in months)
    if alone == ENGLISH.months or patterns is None:
        return ENGLISH
    short = tuple(locale.standaloneMonthName(month, _SHORT) for month in months)
    beside = tuple(locale.monthName(month, _LONG) for month in months)
    short_beside = tuple(locale.monthName(month, _SHORT) for month in months)
    if patterns.unit:
        alone = short = beside = short_beside = tuple(f"{month}{patterns.unit}" for month in months)
    days = tuple(locale.standaloneDayName(day, _SHORT) for day in range(1, 8))
    return _known(alone, short, beside, short_beside, days, patterns.date, patterns.day, patterns.month)


def _number(day: Qt.DayOfWeek) -> int:
    return int(day.value) - 1


def _in_a_row(days: list[int]) -> tuple[int, ...]:
    """The days in the order in which they follow each other, around the end of the week."""
    first = next((day for day in days if (day - 1) % 7 not in days), None)
    return () if first is None else tuple((first + number) % 7 for number in range(len(days)))


@lru_cache(maxsize=64)
def _known(*parts: Any) -> Names:  # noqa: ANN401 - as in ``Names``
    """One object for equal names, for they are told apart by that."""
    return Names(*parts)


def _can_be_written(text: str) -> bool:
    """Whether some font has every letter; True where nobody can tell."""
    if QGuiApplication.instance() is None:
        return True
    layout = QTextLayout(text, QFont())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())


class _Patterns(NamedTuple):
    """As in ``Names``; ``unit`` is what stands behind the number of a month where months are numbers."""

    date: str
    day: str
    month: str
    unit: str


class _Piece(NamedTuple):
    """Day, month or year, and what stands between it and the next, or is its own where it is the last."""

    name: str
    after: str


def _patterns(format_of_dates: str) -> _Patterns | None:
    """The patterns in how a locale writes dates, without the day of the week; None if there is none."""
    pieces: list[_Piece] = []
    unit = ""
    for quoted, weekday, day, month, year, words in _TOKEN.findall(format_of_dates):
        name = "{d}" if day else "{m}" if month else "{y}" if year else ""
        if name:
            pieces.append(_Piece(name, ""))
            unit = unit or ("?" if month and len(month) <= _IN_DIGITS else "")
        elif not weekday and pieces:
            pieces[-1] = pieces[-1]._replace(after=pieces[-1].after + (words or quoted.replace("''", "'")))
    if sorted(piece.name for piece in pieces) != ["{d}", "{m}", "{y}"]:
        return None
    pieces[-1] = pieces[-1]._replace(after=re.split(r"[\s,،]", pieces[-1].after)[0])
    if unit:
        at = next(number for number, piece in enumerate(pieces) if piece.name == "{m}")
        unit, pieces[at] = pieces[at].after, pieces[at]._replace(after="")
        if not unit.strip() or unit.strip() in "./-":
            return None  # 3/30 is no name of a month
    return _Patterns(_joined(pieces), _joined(_without("{y}", pieces)), _joined(_without("{d}", pieces)), unit)


def _without(name: str, pieces: list[_Piece]) -> list[_Piece]:
    """The other two, with what stood between them, or a space where the third did."""
    first, middle, last = pieces
    if first.name == name:
        return [middle, last]
    return [first._replace(after=" "), last] if middle.name == name else [first, middle._replace(after="")]


def _joined(pieces: list[_Piece]) -> str:
    return "".join(piece.name + piece.after.replace("{", "{{").replace("}", "}}") for piece in pieces)
