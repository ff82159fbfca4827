"""When a text says in its first lines that it was written: "Published 5 May 2010", "By X | 5 May 2010".

Only a full day is taken, only from a line that is made for it, and only if no other such line follows: the entries of a
chronology or diary begin with dates, too. Whoever gives the document another date goes before.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from typing import NamedTuple

from timeline_app.extraction.tagging import tag
from timeline_app.model.document import Document, Publication
from timeline_app.model.event import Timex
from timeline_app.model.temporal import parse_edtf

_READ = 3000  # code points in which a second such line would show a chronology
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?!~)")
_FIRST = 8  # lines that are not blank
_LISTS = tomllib.loads(resources.files("timeline_app.extraction").joinpath("data/first_lines.toml").read_text("utf-8"))
_LABEL = "|".join(
    sorted((re.escape(label) for label in re.split(r"[|\n]", _LISTS["labels"]) if label), key=len, reverse=True)
)
_BY = rf"(?:{'|'.join(_LISTS['by'].split())})\s[^|·•\n]{{2,60}}?"
_BEFORE = (
    re.compile(rf"(?:{_BY}\s?[|·•,–—-]\s*)?(?:{_LABEL})\s?[:\uff1a]?\s*(?:on|at)?\s*", re.IGNORECASE),
    re.compile(rf"{_BY}\s?[|·•,–—-]\s*", re.IGNORECASE),
    re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,30}(?:, [A-Z][\w. ]{1,20})?,? "),  # LONDON, PARIS, Texas
    re.compile(r"(?:[A-ZÀ-Þ][\w’'-]+ ?){1,3}, (?:the |den |le )?"),  # a letter's place
    re.compile(r""),
)
_TIME = r"(?:[\s,|·•–—-]*(?:at\s)?[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?)?"
_AFTER = (
    re.compile(rf"{_TIME}\s*(?:$|[|·•(–—-].*$)", re.IGNORECASE),
    re.compile(rf"{_TIME}\s*(?:$|[|·•(].*$)", re.IGNORECASE),
    re.compile(r"\s*(?:\([^)]{2,30}\)\s*)?(?:--?|–|—|_).*$"),
    re.compile(r"[.,]?\s*$"),
    re.compile(rf"{_TIME}\.?\s*$", re.IGNORECASE),
)
"""What stands before and after the date in its line: a label, a writer, a dateline, a letter's place, nothing."""


def with_own_date(document: Document) -> Document:
    """The document, dated by its first lines if they say when it was written and nobody else does."""
    if document.published is not None:
        return document
    found = list(_lines_that_date(replace(document, text=document.text[:_READ])))
    if not found or found[0].number >= _FIRST or len({line.day for line in found}) > 1:
        return document
    day, _, words = found[0]
    return replace(document, published=Publication(parse_edtf(day), f"the text’s first lines: “{words}”"))


class _Line(NamedTuple):
    """A line made for a date: the day in ISO 8601, the number of the line, the words that say it."""

    day: str
    number: int
    words: str


def _lines_that_date(document: Document) -> Iterator[_Line]:
    text = document.text
    for timex in filter(_is_a_day, tag(document).expressions):
        start = text.rfind("\n", 0, timex.span.start) + 1
        end = text.find("\n", timex.span.end)
        lead, rest = text[start : timex.span.start].lstrip(" \t#>*_"), text[timex.span.end : end if end >= 0 else None]
        if any(b.fullmatch(lead) and a.match(rest.rstrip("\r *_")) for b, a in zip(_BEFORE, _AFTER, strict=True)):
            number = sum(1 for line in text[:start].split("\n") if line.strip())
            yield _Line(timex.value[:10], number, f"{lead}{timex.text}".strip())


def _is_a_day(timex: Timex) -> bool:
    """Whether it names one day in full, whose calendar is not in doubt."""
    value = timex.temporal
    return (
        value is not None
        and timex.anchor is None
        and bool(_DAY.match(timex.value))
        and _DAY.match(value.edtf) is not None
    )
