"""The date that somebody points at: the calendar unit between the ticks around a pixel, and never anything finer.

What is not a unit of its own, such as five years or a week, is "some time in" it. No Qt.
"""

from __future__ import annotations

from itertools import pairwise
from math import log

from timeline_app.layout.scale import ScaleKind, Segment
from timeline_app.layout.scene import Scene
from timeline_app.layout.ticks import Step, Unit, ladder_of
from timeline_app.model import civil
from timeline_app.model.temporal import TemporalValue, day_edtf, parse_edtf, year_edtf

_DECADE, _CENTURY = 10, 100
_NEAR = 0.5  # px


def date_at(scene: Scene, x: float) -> TemporalValue | None:
    """The date of the unit that stands at a pixel of a scene; None in a fold."""
    segment = scene.view.scale.segments(x, x)[0]
    if segment.folded:
        return None
    if scene.view.kind is ScaleKind.ORDER:
        return unit_value(segment.start, segment.end)
    step = _visible_step(scene, segment)
    if step is None:
        return unit_value(segment.start, segment.end)
    start = step.floor(scene.view.scale.time(x))
    return unit_value(start, step.after(start))


def unit_value(start: int, end: int) -> TemporalValue:
    """Some time in ``[start, end)`` seconds, which begins and ends with calendar units."""
    first, last = civil.from_seconds(start), civil.from_seconds(end - 1)
    if end - start < civil.DAY:
        return parse_edtf(_clock(start, end))
    if end - start == civil.DAY:
        return parse_edtf(day_edtf(start))
    whole_months = first.day == 1 and civil.from_seconds(end).day == 1
    whole_years = whole_months and first.month == 1 and civil.from_seconds(end).month == 1
    years = last.year - first.year + 1
    if whole_years:
        named = _years(first.year, years)
        return parse_edtf(named or f"[{year_edtf(first.year)}..{year_edtf(last.year)}]")
    if whole_months:
        one, other = _month(first), _month(last)
        return parse_edtf(one if one == other else f"[{one}..{other}]")
    return parse_edtf(f"[{day_edtf(start)}..{day_edtf(end - 1)}]")


def _visible_step(scene: Scene, segment: Segment) -> Step | None:
    """The step of the ladder that the ticks in a stretch are apart; None where there are none."""
    inside = [tick.x for tick in scene.ticks if segment.left - _NEAR <= tick.x <= segment.right + _NEAR]
    borders = sorted({round(at, 2) for at in (segment.left, *inside, segment.right)})
    if len(inside) == 0:
        return None
    gaps = [(right - left) / segment.density for left, right in pairwise(borders)]
    apart = max(gaps[1:-1] or gaps)
    return min(ladder_of(scene.customs), key=lambda step: abs(log(step.seconds / apart)))


def _clock(start: int, end: int) -> str:
    """A minute or an hour; of longer parts of a day the day, for nothing finer is meant."""
    moment = civil.from_seconds(start)
    day = day_edtf(start)
    if end - start == Unit.HOUR.value:
        return f"{day}T{moment.hour:02}"
    if end - start <= Unit.MINUTE.value:
        return f"{day}T{moment.hour:02}:{moment.minute:02}"
    return day if end - start > Unit.HOUR.value else f"{day}T{moment.hour:02}"


def _years(year: int, years: int) -> str:
    """The EDTF of a year, decade or century that begins with a year; "" for any other number of years."""
    if years == 1:
        return year_edtf(year)
    if years in {_DECADE, _CENTURY} and year % years == 0 and 0 < year < 10_000:  # noqa: PLR2004 - four digits
        digits = year_edtf(year)
        return f"{digits[:3]}X" if years == _DECADE else f"{digits[:2]}XX"
    return ""


def _month(moment: civil.Civil) -> str:
    return f"{year_edtf(moment.year)}-{moment.month:02}"
