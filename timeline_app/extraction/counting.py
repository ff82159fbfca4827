"""What a whole document tells about how it counts its dates, before the first of them is placed.

News counts from its own date of publication; histories and reports count from the date they spoke of last. Which of
them a document is, which years it is about, and whether its dates in numbers put the day or the month first, is read
off all its readings together.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from timeline_app.extraction.meanings import Absolute, Distance, From, Reading, Step, Weekday
from timeline_app.extraction.options import Counting, Order
from timeline_app.extraction.places import Place, place_of_value
from timeline_app.model.document import Publication
from timeline_app.model.event import Anchor, AnchorOrigin

_SOME = 5  # years of the past that make a document a history where no word counts from the time of writing
_MANY = 8  # the same where some do, and its date of publication is known
_TOLD = 3  # years of the past, and no word from the time of writing, that make paragraphs of news a history
_NOW = 2  # words from the time of writing, and no year of the past, that make paragraphs of a history news
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_REACH = 1000  # code points in which the years on both sides hold


@dataclass(frozen=True, slots=True)
class Base:
    """A date to count from."""

    place: Place
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Which comes first in dates of numbers alone, day or month, and why; ``month_first`` None is not known."""

    month_first: bool | None
    reason: str


class Years:
    """The years a document names, and how often."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        absolute = ((reading.span.start, reading.meaning) for reading in readings)
        named = [(start, date.place.year) for start, date in absolute if isinstance(date, Absolute)]
        self._counts = Counter(year for _, year in named)
        self._places = [start for start, _ in named]
        self._years = [year for _, year in named]

    def around(self, position: int) -> int | None:
        """The year that the dates before and after a position are in, where both are near and agree."""
        after = bisect(self._places, position)
        if not 0 < after < len(self._places) or self._years[after - 1] != self._years[after]:
            return None
        near = position - self._places[after - 1] < _REACH and self._places[after] - position < _REACH
        return self._years[after] if near else None

    def count_near(self, year: int) -> int:
        """How many dates lie in the year or the two before and after it."""
        return sum(self._counts[near] for near in range(year - 2, year + 3))


def publication_base(published: Publication | None) -> Base | None:
    """The date of publication as something to count from."""
    place = place_of_value(published.value) if published else None
    return Base(place, Anchor(place.edtf, AnchorOrigin.PUBLICATION)) if place else None


def day_order(text: str, readings: Iterable[Reading], language: str, chosen: Order = Order.BY_ITSELF) -> DayOrder:
    """The order of a document's numbers: as chosen, else from those of its dates that can be read one way only."""
    if chosen:
        return DayOrder(chosen is Order.MONTH, f"{chosen} first, as you said for this document")
    sure: dict[str, str] = {}
    for reading in readings:
        if isinstance(reading.meaning, Absolute) and reading.meaning.note.endswith(" first"):
            sure.setdefault(reading.meaning.note, text[slice(*reading.span)])
    if len(sure) != 1:
        if language not in {"en", ""}:
            return DayOrder(month_first=False, reason="day first, as usual in this language")
        return DayOrder(None, "nothing here says which comes first; shown at both places until you choose")
    [(note, words)] = sure.items()
    return DayOrder(note == "month first", f"{note}, because this document also writes “{words}”")


def orders_to_try(order: DayOrder, readings: Iterable[Reading]) -> tuple[DayOrder, ...]:
    """The order itself; month first and day first where it is not known and some numbers can be read both ways."""
    meanings = (reading.meaning for reading in readings)
    if order.month_first is None and any(isinstance(each, Absolute) and each.note == "order" for each in meanings):
        return replace(order, month_first=True), replace(order, month_first=False)
    return (order,)


def is_history(readings: Iterable[Reading], publication: Base | None) -> bool:
    """Whether a document counts its dates from those it speaks of: it gives years, and hardly says "today"."""
    dated, deictic = _tally(readings, publication)
    many = _MANY if deictic else _SOME
    return dated > 2 * deictic and (dated >= many or publication is None)


class Telling:
    """How the passages of a document count their dates: ``history_at`` tells it for a place in the text.

    Where a person says nothing, the document as a whole decides, and stretches of its paragraphs that are plainly
    otherwise go their own way: the history section of a news feature, the afterword of a history.
    """

    def __init__(
        self, text: str, readings: Sequence[Reading], publication: Base | None, counting: Counting = Counting.BY_ITSELF
    ) -> None:
        self._history = counting is Counting.HISTORY
        self._starts: list[int] = []
        self._otherwise: list[bool] = []
        if counting is Counting.BY_ITSELF:
            self._history = is_history(readings, publication)
            self._read(text, readings, publication)

    def history_at(self, position: int) -> bool:
        """Whether a date at a position counts from the date spoken of last."""
        stretch = bisect(self._starts, position) - 1
        return self._history ^ (stretch >= 0 and self._otherwise[stretch])

    def _read(self, text: str, readings: Sequence[Reading], publication: Base | None) -> None:
        """Find the paragraphs that go their own way; without a date of publication there is none to count from."""
        if publication is None:
            return
        for stretch in _stretches(text, readings, publication):
            dated, deictic = sum(one.dated for one in stretch), sum(one.deictic for one in stretch)
            if self._history:
                self._note(stretch, [not dated and deictic >= _NOW and one.deictic > 0 for one in stretch])
            else:
                self._note(stretch, [not deictic and dated >= _TOLD and one.dated > 1 for one in stretch])

    def _note(self, stretch: Sequence[_Paragraph], otherwise: Iterable[bool]) -> None:
        self._starts += [one.start for one in stretch]
        self._otherwise += otherwise


class _Paragraph(NamedTuple):
    """Where a paragraph with dates begins; how many name a year of the past, and count from the time of writing."""

    start: int
    dated: int
    deictic: int


def _stretches(text: str, readings: Sequence[Reading], publication: Base) -> Iterator[list[_Paragraph]]:
    """Paragraphs that follow each other, parted where they begin or cease to count from the time of writing."""
    starts = [0, *(found.end() for found in _PARAGRAPH.finditer(text))]
    stretch: list[_Paragraph] = []
    for start, group in groupby(readings, key=lambda reading: starts[bisect(starts, reading.span.start) - 1]):
        paragraph = _Paragraph(start, *_tally(group, publication))
        if any((one.deictic > 0) != (paragraph.deictic > 0) for one in stretch[-1:]):
            yield stretch
            stretch = []
        stretch.append(paragraph)
    yield stretch


def _tally(readings: Iterable[Reading], publication: Base | None) -> tuple[int, int]:
    """How many readings name a year that is not the document's own, and how many count from the time of writing."""
    dated = deictic = 0
    for reading in readings:
        match reading.meaning:
            case Absolute(place=place) if publication is None or abs(place.year - publication.place.year) > 1:
                dated += 1
            case Weekday() | Step(origin=From.WRITING | From.EITHER) | Distance(origin=From.EITHER):
                deictic += 1
            case _:
                pass
    return dated, deictic
