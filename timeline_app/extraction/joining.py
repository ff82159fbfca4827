"""Which expressions of a text point at the calendar, and which two of them are the ends of one range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from timeline_app.model.event import Timex, TimexType, Undated
from timeline_app.model.temporal import EdtfError, TemporalValue, parse_edtf

_RANGE_WORDS = re.compile(
    r"\s*(?:to|until|till|through|and|bis|à|au|a|al|até|tot|do|по|до|[-–—]{1,2})\s*$", re.IGNORECASE
)


def dates(timex: Timex) -> bool:
    """Whether the expression points at a place on the calendar."""
    calendar = timex.type in {TimexType.DATE, TimexType.TIME}
    return calendar and (timex.temporal is not None or timex.undated not in {None, Undated.TOO_VAGUE})


def joined_ranges(text: str, expressions: Sequence[Timex]) -> Iterator[tuple[tuple[Timex, ...], TemporalValue | None]]:
    """Expressions alone, or two that are the ends of one range, with the value of either."""
    skip = False
    for timex, following in zip_longest(expressions, expressions[1:]):
        if skip:
            skip = False
            continue
        value = _range_value(text, timex, following) if following else None
        if following is not None and value is not None:
            skip = True
            yield (timex, following), value
        else:
            yield (timex,), timex.temporal


def _range_value(text: str, first: Timex, last: Timex) -> TemporalValue | None:
    """The value of "from 1914 to 1918", "between 1914 and 1918", "in June or July"; None for two dates apart."""
    link = text[first.span.end : last.span.start]
    alternatives = link.strip().lower() == "or"
    if not first.temporal or not last.temporal or not (alternatives or _RANGE_WORDS.fullmatch(link)):
        return None
    if set("/[") & set(first.temporal.edtf + last.temporal.edtf):
        return None
    opening = re.search(r"(\w+)\W*$", text[max(0, first.span.start - 12) : first.span.start])
    word = opening[1].lower() if opening else ""
    if "and" in link.lower().split() and word != "between" and not _is_next(first.temporal, last.temporal):
        return None
    ends = first.temporal.edtf, last.temporal.edtf
    try:
        return parse_edtf("[{}..{}]".format(*ends) if alternatives or word == "between" else "{}/{}".format(*ends))
    except EdtfError:
        return None


def _is_next(first: TemporalValue, last: TemporalValue) -> bool:
    """Whether a day, month or year is followed by the other: "on April 24 and 25"."""
    same = first.precision is last.precision and first.precision is not None
    return same and first.latest is not None and first.latest == last.earliest
