"""Two dates that are the ends of one time, and one date that something lasted from or until, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from timeline_app.extraction.events.abroad.lexicon import Lexicon
from timeline_app.model.event import Timex
from timeline_app.model.temporal import EdtfError, TemporalValue, parse_edtf

Group = tuple[tuple[Timex, ...], TemporalValue | None]
_DASH = re.compile(r"\s*[-–—]{1,2}\s*")
_LIFE = re.compile(r"[^\d()\n;.]{0,30}\s[-–—]\s[^\d()\n;*†]{0,30}")
_OPENS = re.compile(r"\([^\d()*†]{0,30}$")
_CLOSES = re.compile(r"[^\d()]{0,30}\)")
_ARTICLE = 4  # code points of a word between "since" and its date
_LEAD = 30  # code points before a date in which a range is opened


def grouped(text: str, expressions: Sequence[Timex], lexicon: Lexicon) -> Iterator[Group]:
    """Expressions alone, or two that are the ends of one range, with the value of either."""
    skip = False
    for timex, following in zip_longest(expressions, expressions[1:]):
        if skip:
            skip = False
            continue
        value = _range(text, timex, following, lexicon) if following else None
        skip = value is not None
        if following is not None and value is not None:
            yield (timex, following), value
        else:
            yield (timex,), _open_ended(text, timex, lexicon)


def _range(text: str, first: Timex, last: Timex, lexicon: Lexicon) -> TemporalValue | None:
    if not _is_simple(first) or not _is_simple(last):
        return None
    link = text[first.span.end : last.span.start].lower()
    lead = text[max(0, first.span.start - _LEAD) : first.span.start].lower()
    if _LIFE.fullmatch(link) and _OPENS.search(lead) and _CLOSES.match(text, last.span.end):
        return _value(first, last, between=False)
    between = _ends_with(lexicon.phrases("between"), lead) and _spans(lexicon.phrases("and"), link)
    if not between and not _DASH.fullmatch(link) and not _spans(lexicon.phrases("to"), link):
        return None
    return _value(first, last, between=between)


def _value(first: Timex, last: Timex, *, between: bool) -> TemporalValue | None:
    ends = [timex.temporal.edtf.split("T")[0] for timex in (first, last) if timex.temporal]
    try:
        value = parse_edtf("{}/{}".format(*ends)) if not between else parse_edtf("[{}..{}]".format(*ends))
    except EdtfError:
        return None
    return value


def _open_ended(text: str, timex: Timex, lexicon: Lexicon) -> TemporalValue | None:
    """The value of "since 1990" or "until 1990", else the date's own."""
    lead = text[max(0, timex.span.start - _LEAD) : timex.span.start].lower()
    if not _is_simple(timex) or timex.temporal is None:
        return timex.temporal
    if _ends_with(lexicon.phrases("since"), lead):
        return parse_edtf(f"{timex.temporal.edtf}/..")
    return parse_edtf(f"../{timex.temporal.edtf}") if _ends_with(lexicon.phrases("until"), lead) else timex.temporal


def _is_simple(timex: Timex) -> bool:
    return timex.temporal is not None and not set("/[") & set(timex.temporal.edtf)


def _ends_with(phrases: re.Pattern[str] | None, lead: str) -> bool:
    """Whether one of the phrases ends the words before a date, but for an article."""
    return phrases is not None and any(
        len(rest.split()) <= 1 and len(rest.strip()) <= _ARTICLE
        for rest in (lead[m.end() :] for m in phrases.finditer(lead))
    )


def _spans(phrases: re.Pattern[str] | None, link: str) -> bool:
    """Whether the words between two dates are one of the phrases, with an article or "the year" at most."""
    found = phrases.search(link) if phrases else None
    if not found or "," in link or "." in link.strip(" ."):
        return False
    rest = (link[: found.start()] + link[found.end() :]).split()
    return len(rest) <= 1 and not link[: found.start()].strip()
