"""Titles of texts without spaces between words (Chinese): what stands between two marks of punctuation is a clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline_app.extraction.events.abroad.lexicon import Lexicon
from timeline_app.extraction.events.writing import LONGEST
from timeline_app.model.document import TextSpan

_PARTS = re.compile(r"[\uff0c,\uff1b;\uff1a:。\uff01\uff1f!?、\n\uff08\uff09()《》〈〉“”「」『』\"—–|]+")
_CLAUSES = re.compile(r"[\uff0c,\uff1b;\uff1a:。\uff01\uff1f!?\n\uff08\uff09()—–|]+")
_EDGES = " \t\n\uff0c,\uff1b;\uff1a:。、\uff01\uff1f!?—–-|·\uff08\uff09()"
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("\uff08", "\uff09"), ("(", ")"))
_SHORT = 5  # characters that say too little alone
_ROOM = 34  # as wide as some 60 letters


class Told(NamedTuple):
    """The title of the clause at ``span``; ``whole`` says that all of it is in the title."""

    title: str
    span: TextSpan
    whole: bool


def told(text: str, sentence: TextSpan, date: TextSpan, lexicon: Lexicon) -> Told:
    """The clause around a date, and a title of it without the date."""
    start, end = _clause(text, sentence, date)
    lead = _trimmed(text[start : date.start], lexicon, at_end=True)
    rest = _trimmed(text[date.end : end], lexicon, at_end=False)
    while len(lead + rest.strip(_EDGES)) < _SHORT and end < sentence.end:
        mark = text[end]
        start_next = end + 1
        end = next((m.start() for m in _CLAUSES.finditer(text, start_next, sentence.end)), sentence.end)
        rest += (mark if rest.strip(_EDGES) else "") + text[start_next:end]
    words = _opened((lead + rest).strip(_EDGES), lexicon)
    short = _shortened(words)
    return Told(_paired(short), TextSpan(start, end), whole=short == words)


def _clause(text: str, sentence: TextSpan, date: TextSpan) -> tuple[int, int]:
    start = max((m.end() for m in _CLAUSES.finditer(text, sentence.start, date.start)), default=sentence.start)
    ends = _CLAUSES.search(text, date.end, sentence.end)
    return start, ends.start() if ends else sentence.end


def _trimmed(words: str, lexicon: Lexicon, *, at_end: bool) -> str:
    """The words without those that only lead to the date beside them ("于", "自", "起")."""
    lists = lexicon.lists.get("prepositions" if at_end else "after_dates", ())
    for small in sorted(lists, key=len, reverse=True):
        if at_end and words.endswith(small):
            return words.removesuffix(small)
        if not at_end and words.startswith(small):
            return words.removeprefix(small)
    return words


def _opened(words: str, lexicon: Lexicon) -> str:
    for opening in sorted(lexicon.lists.get("openings", ()), key=len, reverse=True):
        if words.startswith(opening) and len(words) > len(opening) + _SHORT:
            return words.removeprefix(opening).strip(_EDGES)
    return words


def _shortened(words: str) -> str:
    if len(words) <= _ROOM:
        return words
    breaks = [m.start() for m in _PARTS.finditer(words, _SHORT, _ROOM + 1)]
    room = LONGEST if not breaks else _ROOM
    return words[: breaks[-1]].strip(_EDGES) if breaks else words[:room].strip(_EDGES)


def _paired(words: str) -> str:
    """The words without quotation marks and brackets that have no partner."""
    for opening, closing in _PAIRS:
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words.strip(_EDGES)
