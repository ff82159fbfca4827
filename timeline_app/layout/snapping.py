"""Snapping: the date that a place on the axis stands for, no more exact than the axis shows there.

A *cut* is how fine a date is written: to the second, day, month, season, year, to ten or a million years. What is dated
anew by hand keeps its own cut where that is coarser than the axis': no gesture makes a date more exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from timeline_app.layout.axis import step_at
from timeline_app.layout.customs import USUAL, Customs
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.ticks import Step, Unit
from timeline_app.layout.view import View
from timeline_app.model import civil
from timeline_app.model.temporal import EdtfError, Precision, TemporalValue, day_edtf, parse_edtf, year_edtf

_WINTER = 2  # months of a year that belong to the winter before
_DIGITS = 4  # of a year that is written with X
_SEASONS = {12: 24, 1: 24, 2: 24, 3: 21, 4: 21, 5: 21, 6: 22, 7: 22, 8: 22, 9: 23, 10: 23, 11: 23}


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """How fine: about so many ``seconds``, in a calendar ``unit``, for years in tens to the ``power``.

    ``group`` names the months that are taken together.
    """

    seconds: int
    unit: str
    power: int = 0
    group: str = ""

    def edtf(self, time: int) -> str:
        """The EDTF text of the piece of time that holds a second."""
        moment = civil.from_seconds(time)
        if self.unit == Unit.YEAR.name:
            return _years(moment.year, self.power)
        if self.group:
            last_winter = self.group == "season" and moment.month <= _WINTER
            return f"{year_edtf(moment.year - last_winter)}-{_grouped(moment.month, self.group)}"
        if self.unit == Unit.MONTH.name:
            return f"{year_edtf(moment.year)}-{moment.month:02}"
        clock = f"T{moment.hour:02}:{moment.minute:02}:{moment.second:02}"
        return day_edtf(time) + clock[: _CLOCK[self.unit]]


_CLOCK = {"DAY": 0, "HOUR": 3, "MINUTE": 6, "SECOND": 9}
_YEAR = Unit.YEAR.value
_OF_PRECISION = {
    Precision.SECOND: Cut(1, "SECOND"),
    Precision.MINUTE: Cut(civil.MINUTE, "MINUTE"),
    Precision.HOUR: Cut(civil.HOUR, "HOUR"),
    Precision.DAY: Cut(civil.DAY, "DAY"),
    Precision.WEEK: Cut(civil.DAY, "DAY"),
    Precision.MONTH: Cut(Unit.MONTH.value, "MONTH"),
    Precision.SEASON: Cut(3 * Unit.MONTH.value, "MONTH", group="season"),
    Precision.QUARTER: Cut(3 * Unit.MONTH.value, "MONTH", group="quarter"),
    Precision.HALF: Cut(6 * Unit.MONTH.value, "MONTH", group="half"),
    Precision.YEAR: Cut(_YEAR, "YEAR"),
    Precision.DECADE: Cut(10 * _YEAR, "YEAR", 1),
    Precision.CENTURY: Cut(100 * _YEAR, "YEAR", 2),
    Precision.MILLENNIUM: Cut(1000 * _YEAR, "YEAR", 3),
}


def cut_at(view: View, finest: int, metrics: Metrics, x: float, customs: Customs = USUAL) -> Cut:
    """How fine the axis is at a pixel; ``finest`` as in ``Columns``."""
    return cut_of(step_at(view, finest, metrics, x, customs))


def cut_of(step: Step) -> Cut:
    """How fine dates between ticks of a step can be told: years by tens, days in weeks."""
    if step.unit is Unit.YEAR:
        power = int(log10(step.count))
        return Cut(_YEAR * 10**power, "YEAR", power)
    unit = Unit.DAY if step.unit is Unit.WEEK else step.unit
    return Cut(unit.value, unit.name)


def cut_of_value(value: TemporalValue) -> Cut:
    """How fine a date is; what is coarser than a thousand years by its own length."""
    if value.precision in _OF_PRECISION:
        return _OF_PRECISION[value.precision]
    earliest, latest = value.start.earliest, value.start.latest
    length = latest - earliest if earliest is not None and latest is not None else _YEAR
    power = max(0, round(log10(max(length, _YEAR) / _YEAR)))
    return Cut(_YEAR * 10**power, "YEAR", power)


def moved(value: TemporalValue, time: int, cut: Cut) -> TemporalValue:
    """A date put at another time; it stays "circa" or uncertain, and as coarse as it was."""
    mark = {(True, True): "%", (True, False): "?", (False, True): "~"}.get((value.uncertain, value.approximate), "")
    return parse_edtf(max(cut, cut_of_value(value)).edtf(time) + mark)


def stretched(value: TemporalValue, time: int, cut: Cut, *, start: bool) -> TemporalValue | None:
    """A period or choice with one end at another time; None where it would end before it begins."""
    opening, between, closing = ("[", "..", "]") if value.edtf.startswith("[") else ("", "/", "")
    one, other = value.edtf.strip("[]").split(between)
    old = parse_edtf(one if start else other) if (one if start else other) not in {"", ".."} else None
    new = (max(cut, cut_of_value(old)) if old else cut).edtf(time)
    one, other = (new, other) if start else (one, new)
    try:
        return parse_edtf(one if one == other and opening else f"{opening}{one}{between}{other}{closing}")
    except EdtfError:
        return None


def _years(year: int, power: int) -> str:
    """A year to tens, hundreds, … of years."""
    if power == 0:
        return year_edtf(year)
    digits = f"{abs(year):0{_DIGITS}}"
    if power < _DIGITS and len(digits) == _DIGITS:
        return f"{'-' if year < 0 else ''}{digits[:-power]}{'X' * power}"
    return f"Y{year}S{max(len(digits) - power, 1)}" if abs(year) >= 10**_DIGITS else f"{year_edtf(year)}S1"


def _grouped(month: int, group: str) -> int:
    """The EDTF number of the months that a month is taken together with."""
    if group == "season":
        return _SEASONS[month]
    return 33 + (month - 1) // 3 if group == "quarter" else 40 + (month - 1) // 6
