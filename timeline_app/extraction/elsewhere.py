"""Events of texts that are not in English: unit, quote and a plain title from the words around the date.

No grammar is assumed: what stands between two points of punctuation is taken for a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_app.extraction.lexicon import word_sets
from timeline_app.extraction.units import dates, joined_ranges
from timeline_app.extraction.writing import plain
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Timex
from timeline_app.model.temporal import TemporalValue

_BREAK = re.compile(r"[,;:()\[\]«»„“”\"\u3001\uff0c\uff1b\uff1a]|\s[–—-]\s")
_SHORT = 12  # code points of a part that says too little alone
_LAST_WORD = re.compile(r"(\w+)['’\s]*$")

Dated = tuple[tuple[Timex, ...], TemporalValue | None, str]


def dated_parts(text: str, sentence: TextSpan, expressions: Sequence[Timex]) -> Iterator[Dated]:
    """For each date of a sentence: its expressions, its value, and a title."""
    seen: set[str] = set()
    for group, value in joined_ranges(text, [timex for timex in expressions if dates(timex)]):
        title = _title(text, sentence, TextSpan(group[0].span.start, group[-1].span.end))
        key = value.edtf if value else title
        if title and key not in seen:
            seen.add(key)
            yield group, value, title


def _title(text: str, sentence: TextSpan, date: TextSpan) -> str:
    """The part of the sentence around the date without it, or the sentence where that is too little."""
    small = word_sets("elsewhere")["small_words"]
    start = max((found.end() for found in _BREAK.finditer(text, sentence.start, date.start)), default=sentence.start)
    ends = _BREAK.search(text, date.end, sentence.end)
    end = ends.start() if ends else sentence.end
    lead = _before_date(text, start, date.start)
    if lead <= start and ends is None:
        return plain(text[start:end], small)  # "Im Jahr 1848 war …": nothing can be left out
    words = f"{text[start:lead]} {text[date.end : end]}"
    if len(words.strip()) < _SHORT:
        words = f"{text[sentence.start : lead]} {text[date.end : sentence.end]}"
    return plain(words.strip(" ,;:"), small)


def _before_date(text: str, start: int, date: int) -> int:
    """Where the small words right before the date begin."""
    small = word_sets("elsewhere")["small_words"]
    at = date
    while (found := _LAST_WORD.search(text, start, at)) and found[1].lower() in small:
        at = found.start()
    return at
