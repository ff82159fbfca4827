"""Where the sources of an event disagree about its date: what each says, and whether all can be right.

Two dates disagree if no moment fits both, so that "1969" and "May 1969" agree. Sources that give no date say nothing.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from timeline_app.model.event import Citation, Event
from timeline_app.model.temporal import TemporalValue


class Report(NamedTuple):
    """The date that the words of one citation give."""

    citation: Citation
    value: TemporalValue


def reports(event: Event) -> tuple[Report, ...]:
    """What each citation says of the date, in their order; of one with several dates the first."""
    found = ((citation, _value(citation)) for citation in event.citations)
    return tuple(Report(citation, value) for citation, value in found if value is not None)


def disagreement(event: Event) -> tuple[Report, ...]:
    """What the citations say, if two of them cannot both be right; else nothing."""
    said = reports(event)
    apart = any(_are_apart(one.value, other.value) for one, other in combinations(said, 2))
    return said if apart else ()


def _value(citation: Citation) -> TemporalValue | None:
    return next((timex.temporal for timex in citation.expressions if timex.temporal is not None), None)


def _are_apart(one: TemporalValue, other: TemporalValue) -> bool:
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: TemporalValue, other: TemporalValue) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest <= other.earliest
