"""Dates as people type them: "c. 520 BC", "spring 1848", "3–5 May 1968", "between 1914 and 1918", "before 1500", EDTF.

What the words leave open stays open; words that are no date, or could mean several, are refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline_app.extraction.options import Options
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Timex
from timeline_app.model.temporal import EdtfError, TemporalValue, parse_edtf
from timeline_app.model.wording import in_words

_SMALL = frozenset(
    ["and", "at", "between", "during", "from", "in", "of", "on", "the", "to", "until", "till", "a", "ad"]
)
_ABOUT = (re.compile(r"(?:about|around|circa|ca?\.?|approximately|roughly|~)\s*(?=\S)", re.IGNORECASE), "{}~")
_LEADS = (
    (re.compile(r"(?:since|from|starting)\s+", re.IGNORECASE), "{}/.."),
    (re.compile(r"(?:until|till|up to)\s+", re.IGNORECASE), "../{}"),
    (re.compile(r"(?:before|by)\s+", re.IGNORECASE), "[..{}]"),
    (re.compile(r"after\s+", re.IGNORECASE), "[{}..]"),
)
"""Words before a date that change what it says, and how EDTF writes that."""
_DOUBT = re.compile(r"\s*\(?\?\)?$")
_WORD = re.compile(r"\w+")


class DateWordsError(ValueError):
    """Words that are no single date; the message is a whole sentence."""


class SeveralDatesError(DateWordsError):
    """Words that could be one of several dates."""


class _Reading(NamedTuple):
    """What some words mean, and the expressions that say so."""

    expressions: tuple[Timex, ...]
    value: TemporalValue


def read_date(text: str, language: str = "") -> TemporalValue:
    """The date that the words mean by themselves, in a language (ISO 639-1) or in English or what they look like.

    Raises:
        DateWordsError: they mean none, or could mean several.

    """
    words = " ".join(text.split())
    if not words:
        raise DateWordsError("Write a date, such as 31 March 2011, spring 1848 or 2011-03-31.")
    value = _read(words, language)
    if value is None:
        raise DateWordsError(f"“{words}” is not a date I can read; try 31 March 2011, spring 1848 or 2011-03-31.")
    return value


def _read(words: str, language: str) -> TemporalValue | None:
    if value := _edtf(words) or _led(words, language, *_LEADS):
        return value
    if found := _whole(words, language):
        return _single(words, found)
    if doubt := _DOUBT.search(words):
        return _with("{}?", _read(words[: doubt.start()], language))
    return _led(words, language, _ABOUT)


def _led(words: str, language: str, *leads: tuple[re.Pattern[str], str]) -> TemporalValue | None:
    """A date after one of some words."""
    for lead, pattern in leads:
        if begun := lead.match(words):
            return _with(pattern, _read(words[begun.end() :], language))
    return None


def _edtf(words: str) -> TemporalValue | None:
    try:
        return parse_edtf(words)
    except EdtfError:
        return None


def _with(pattern: str, value: TemporalValue | None) -> TemporalValue | None:
    """A date with what the words around it say, where EDTF can say both."""
    return _edtf(pattern.format(value.edtf)) if value else None


def _whole(words: str, language: str) -> _Reading | None:
    """What the words mean as a whole."""
    for spelling in dict.fromkeys((words, words.title())):  # names of months need their capital
        for asked in dict.fromkeys((language or "en", "")):
            for found in _readings(spelling, asked):
                if not _left_over(spelling, found.expressions):
                    return found
    return None


def _readings(words: str, language: str) -> Iterator[_Reading]:
    from timeline_app.extraction.joining import joined_ranges  # noqa: PLC0415
    from timeline_app.extraction.tagging import tag  # noqa: PLC0415 - heavy, and most people write digits

    document = Document(DocumentId("typed"), "", "", words, "")
    dated = [timex for timex in tag(document, Options(language)).expressions if timex.temporal is not None]
    for group, value in joined_ranges(words, dated):
        if value is not None:
            yield _Reading(group, value)


def _left_over(words: str, expressions: tuple[Timex, ...]) -> bool:
    """Whether there are words that the date does not account for."""
    spans = [timex.span for timex in expressions]
    outside = (word for word in _WORD.finditer(words) if not any(a <= word.start() < b for a, b in spans))
    return bool({word[0].lower() for word in outside} - _SMALL) or words.rstrip().endswith("?")


def _single(words: str, found: _Reading) -> TemporalValue:
    """The one date that the words mean."""
    others = [parse_edtf(other.edtf) for timex in found.expressions for other in timex.derivation.alternatives]
    if others:
        first = () if found.value.edtf.startswith("[") else (found.value,)
        values = dict.fromkeys(in_words(value) for value in (*first, *others))
        raise SeveralDatesError(f"“{words}” could be {' or '.join(values)}; write the month as a word.")
    return found.value
