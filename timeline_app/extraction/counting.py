"""What a whole document tells about how it counts its dates, before the first of them is placed.

News counts from its own date of publication; histories and reports count from the date they spoke of last. Which of
them a document is, which years it is about, and whether its dates in numbers put the day or the month first, is read
off all its readings together.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.extraction.meanings import Absolute, Distance, From, Reading, Step, Weekday
from timeline_app.extraction.places import Place, place_of_value
from timeline_app.model.document import Publication
from timeline_app.model.event import Anchor, AnchorOrigin

_SOME = 5  # years of the past that make a document a history where no word counts from the time of writing
_MANY = 8  # the same where some do, and its date of publication is known
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


def day_order(text: str, readings: Iterable[Reading], language: str) -> DayOrder:
    """The order of a document's numbers, from those of its dates that can be read one way only."""
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


def is_history(readings: Iterable[Reading], publication: Base | None) -> bool:
    """Whether a document counts its dates from those it speaks of: it gives years, and hardly says "today"."""
    dated = deictic = 0
    for reading in readings:
        match reading.meaning:
            case Absolute(place=place) if publication is None or abs(place.year - publication.place.year) > 1:
                dated += 1
            case Weekday() | Step(origin=From.WRITING | From.EITHER) | Distance(origin=From.EITHER):
                deictic += 1
            case _:
                pass
    many = _MANY if deictic else _SOME
    return dated > 2 * deictic and (dated >= many or publication is None)
