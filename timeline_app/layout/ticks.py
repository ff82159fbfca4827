"""Ticks: calendar steps from a second to ten thousand million years, with their labels.

A step cuts time into cells; ``cells`` are their starts. There is no year zero: round BC years count down to 1 BC, then
AD 1 follows. Weeks begin where the reader's do; months and days have the reader's names. Labels come long and short;
those that open a larger unit ("1 April", "2011") are marked strong. To add a step put it into ``LADDER``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from timeline_app.layout.customs import ENGLISH, Customs, Names
from timeline_app.model import civil

_YEAR_SECONDS = 31_556_952  # mean Gregorian year
_MONTH_SECONDS = _YEAR_SECONDS // 12
_BILLION, _MILLION, _DEEP = 10**9, 10**6, 10**4


class Unit(IntEnum):
    """A calendar unit, as the seconds it lasts in the mean."""

    SECOND = 1
    MINUTE = civil.MINUTE
    HOUR = civil.HOUR
    DAY = civil.DAY
    WEEK = civil.WEEK
    MONTH = _MONTH_SECONDS
    YEAR = _YEAR_SECONDS


class Label(NamedTuple):
    """What to write in or at a cell, from long to short."""

    variants: tuple[str, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Every ``count`` units."""

    unit: Unit
    count: int
    first: int = 0  # the weekday that weeks begin with, Monday 0 to Sunday 6
    names: Names = ENGLISH

    @property
    def seconds(self) -> int:
        """Mean length of a cell."""
        return self.unit * self.count

    @property
    def named(self) -> bool:
        """Whether a label names the whole cell (a day, a month, a year) rather than the moment it begins."""
        return self.unit in {Unit.DAY, Unit.MONTH, Unit.YEAR} and self.count == 1

    def floor(self, time: int) -> int:
        """Start of the cell that holds ``time``."""
        if self.unit is Unit.WEEK:
            return time - time % civil.DAY - (civil.weekday(time) - self.first) % 7 * civil.DAY
        moment = civil.from_seconds(time)
        if self.unit is Unit.YEAR:
            return civil.to_seconds(_floor_year(moment.year, self.count))
        if self.unit is Unit.MONTH:
            return civil.to_seconds(moment.year, (moment.month - 1) // self.count * self.count + 1)
        return time - time % self.seconds

    def after(self, start: int) -> int:
        """Start of the cell after the one that begins at ``start``."""
        return _after(self, start)

    def cells(self, start: int, end: int) -> list[int]:
        """Starts of the cells that touch ``[start, end)``, then the start of the next."""
        starts = [self.floor(start)]
        while starts[-1] < end:
            starts.append(self.after(starts[-1]))
        return starts

    def label(self, start: int) -> Label:
        """The label of the cell that begins at ``start``."""
        return _label(self, start)

    @property
    def in_words(self) -> str:
        """Its length: "1 day", "5 years", "2 million years"."""
        return f"{_large(self.count)} {self.unit.name.lower()}{'s' * (self.count != 1)}"


@lru_cache(maxsize=8192)  # while one pans the same cells come again in every frame
def _after(step: Step, start: int) -> int:
    moment = civil.from_seconds(start)
    if step.unit is Unit.YEAR:
        return civil.to_seconds(_next_year(moment.year, step.count))
    if step.unit is Unit.MONTH:
        return civil.to_seconds(moment.year, moment.month + step.count)
    return start + step.seconds


LADDER = (
    *(Step(Unit.SECOND, count) for count in (1, 5, 15, 30)),
    *(Step(Unit.MINUTE, count) for count in (1, 5, 15, 30)),
    *(Step(Unit.HOUR, count) for count in (1, 3, 6, 12)),
    Step(Unit.DAY, 1),
    Step(Unit.WEEK, 1),
    *(Step(Unit.MONTH, count) for count in (1, 3)),
    *(Step(Unit.YEAR, factor * 10**power) for power in range(11) for factor in (1, 2, 5)),
)


@lru_cache(maxsize=8)
def ladder_of(customs: Customs) -> tuple[Step, ...]:
    """All steps, from the finest, with weeks and names as they are there."""
    return tuple(replace(step, first=customs.first, names=customs.names) for step in LADDER)


def year_label(year: int) -> tuple[str, ...]:
    """An astronomical year as the axis writes it, long and short: "1969", "480 BC", "66 million years ago"."""
    before = 1 - year
    if year >= _MILLION:
        ahead, size, short = _deep(year)
        return f"in {ahead} {size} years", f"+{ahead} {short}"
    if year >= _DEEP:
        return (f"AD {year:,}",)
    if year > 0:
        return (f"AD {year}",) if year < 100 else (str(year),)  # noqa: PLR2004 - two digits could be anything
    if before < _MILLION:
        return (f"{before:,} BC" if before >= _DEEP else f"{before} BC",)
    ago, size, short = _deep(before)
    return f"{ago} {size} years ago", f"{ago} {short[0]}ya"


def _deep(years: int) -> tuple[str, str, str]:
    """A million years and more: a number, what it counts, and what that is in short."""
    size, name, short = (_BILLION, "billion", "Gyr") if years >= _BILLION else (_MILLION, "million", "Myr")
    return f"{round(years / size, 6):,g}", name, short


def _large(number: int) -> str:
    for size, name in ((_BILLION, "billion"), (_MILLION, "million")):
        if number >= size:
            return f"{number / size:g} {name}"
    return f"{number:,}"


def _floor_year(year: int, count: int) -> int:
    if year >= 1:
        return max(1, year // count * count)
    return 1 - -(-(1 - year) // count) * count


def _next_year(year: int, count: int) -> int:
    return (year // count + 1) * count if year >= 1 else min(1, year + count)


@lru_cache(maxsize=8192)
def _label(step: Step, start: int) -> Label:
    moment = civil.from_seconds(start)
    if step.unit is Unit.YEAR:
        present = moment.year == 1 and step.count >= _MILLION  # two thousand years are less than a pixel here
        return Label(("present",) if present else year_label(moment.year), strong=False)
    if step.unit is Unit.MONTH:
        return _month_label(moment, step.names)
    weekday = step.names.weekdays[civil.weekday(start)]
    if step.unit in {Unit.WEEK, Unit.DAY}:
        return _day_label(moment, weekday, step)
    return _clock_label(moment, weekday, step.names)


def _month_label(moment: civil.Civil, names: Names) -> Label:
    month = names.of_month(moment.month)
    if moment.month > 1:
        return Label((month, names.of_month(moment.month, short=True)), strong=False)
    years = year_label(moment.year)
    return Label((*(names.month.format(m=month, y=year) for year in years), *years), strong=True)


def _day_label(moment: civil.Civil, weekday: str, step: Step) -> Label:
    day, month, names = moment.day, moment.month, step.names
    long, short = names.of_day(month, day), names.of_day(month, day, short=True)
    if step.unit is Unit.WEEK:
        return Label((long, short), strong=day <= 7)  # noqa: PLR2004 - days of a week
    if day == 1:
        return Label((f"{weekday} {long}", long, short, names.of_month(month, short=True)), strong=True)
    return Label((f"{weekday} {day}", str(day)), strong=False)


def _clock_label(moment: civil.Civil, weekday: str, names: Names) -> Label:
    if moment[3:] == (0, 0, 0):
        return Label((f"{weekday} {names.of_day(moment.month, moment.day)}", f"{weekday} {moment.day}"), strong=True)
    clock = f"{moment.hour:02}:{moment.minute:02}"
    return Label((f"{clock}:{moment.second:02}",) if moment.second else (clock,), strong=False)
