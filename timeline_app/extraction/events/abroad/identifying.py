"""Dates that date nothing: of a law, a paper or a picture, of when a text was put out, of what a noun is called by."""

from __future__ import annotations

import re

from timeline_app.extraction.events.abroad.reading import DATE, INNER, STOP, WORD, Word
from timeline_app.extraction.events.abroad.sentence import Sentence
from timeline_app.model.temporal import Precision

_COARSE = frozenset(Precision) - {Precision.DAY, Precision.SECOND, Precision.MINUTE, Precision.HOUR}
_DATELINE = re.compile(r"\W*(?:[^\W\d_]+[\s,./()-]{1,3}){1,5}$")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)\n]{2,30}\)|[-/][^\W\d_]+[-/])?\s*(?:[–—]|--?\s|\()")
_BULLETS = frozenset("|•▪©")
_YEAR = 5  # code points of a year, or of one with a sign
_APART = 4  # words between a law and its date


def is_apparatus(text: str, sentence: Sentence, at: int) -> bool:
    """Whether the date only says when a text was put out, written or pictured."""
    words, lexicon = sentence.words, sentence.lexicon
    line = text[words[0].start : words[at].start]
    if {"©", "(c)", "copyright"} & {word.lower for word in words} or _BULLETS & {word.lower for word in words}:
        return True
    rights, stamps = lexicon.phrases("rights"), lexicon.phrases("stamps")
    if rights and rights.search(line[:60]):
        return True
    near = line[-45:]
    offset = words[at].start - len(near)
    if stamps and any(_is_stamp(words, at, offset + m.start(), offset + m.end()) for m in stamps.finditer(near)):
        return True
    return (
        bool(_DATELINE.fullmatch(line))
        and line.strip()[:3].isupper()
        and bool(_AFTER_DATELINE.match(text, words[at].end))
    )


def _is_stamp(words: tuple[Word, ...], at: int, start: int, end: int) -> bool:
    """Whether words at ``[start, end)`` open a line or stand behind a mark, with only small words up to the date."""
    between = [word for word in words[:at] if word.start >= end]
    before = [word for word in words[:at] if word.end <= start]
    opens = not before or before[-1].kind in {DATE, STOP} or before[-1].kind == INNER
    return opens and all(word.kind != WORD or word.is_a("prepositions", "articles", "before_dates") for word in between)


def is_reference(sentence: Sentence, at: int, precision: Precision | None) -> bool:
    """Whether the date stands in brackets as a source's does: "(1953)", "(Müller 1998)", "(Reuters, 3 mai)"."""
    depth = sentence.words[at].within
    if not depth or next((w.lower for w in sentence.words if w.start == depth[-1]), "") not in "([":
        return False
    inside = [word for word in sentence.words if word.within[: len(depth)] == depth and word.kind == WORD]
    names = all(word.capital or word.is_a("prepositions", "articles", "conjunctions") for word in inside)
    return names and (precision in _COARSE or bool(inside))


def names_law(sentence: Sentence, at: int) -> bool:
    """Whether the date is a part of what a law, a resolution or an edition is called."""
    i, seen = at - 1, 0
    lead = next((word for word in reversed(sentence.words[:at]) if not word.is_a("articles", "before_dates")), None)
    year = len(sentence.words[at].lower) <= _YEAR
    if not year and not (lead and lead.is_a("of", "dated_by")):
        return False
    while i >= 0 and seen < _APART:
        word = sentence.words[i]
        if word.is_a("identified"):
            return True
        if word.kind == DATE or sentence.is_finite(i, 0) or word.lower in ",;:":
            return False
        seen += word.kind != INNER and not word.is_a("prepositions", "articles", "before_dates")
        i -= 1
    return False


def owner_of(sentence: Sentence, at: int, precision: Precision | None) -> int:
    """The noun that a date tells apart from others of its kind ("la révolution de 1848"), or -1."""
    words, i = sentence.words, at - 1
    if precision not in _COARSE or i < 0:
        return -1
    linked = words[i].is_a("of")
    while i >= 0 and words[i].is_a("of", "articles", "before_dates"):
        linked = linked or words[i].is_a("of")
        i -= 1
    plain = "genitive_dates" in sentence.lexicon.flags and i == at - 1
    if i < 0 or not (linked or plain) or words[i].kind != WORD or i not in sentence.region:
        return -1
    closed = words[i].is_a("prepositions", "conjunctions", "participles", "degrees", "openings", "adverbs", "pronouns")
    if closed or sentence.is_finite(i, i - 1) or words[i].lower[0].isdigit():
        return -1
    return i
