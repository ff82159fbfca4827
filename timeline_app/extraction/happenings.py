"""What a text says happened on which day, for dates that count from it: "two days after the invasion".

Things that happen are known by rows of words (``data/happenings.en.toml``): "invasion", "invaded". ``Happenings``
collects the dates of a text and says which of them are a thing's own: those that stand near it in its sentence, where
it is not what something else is counted from. The words around a date are searched once for each row, so that time is
linear in the text.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from timeline_app.extraction.counting import Base
from timeline_app.extraction.meanings import Happening
from timeline_app.extraction.places import Unit
from timeline_app.model.document import TextSpan

_LISTS = tomllib.loads(
    resources.files("timeline_app.extraction").joinpath("data/happenings.en.toml").read_text("utf-8")
)
_ROWS = tuple(frozenset(row.split()) for row in _LISTS["rows"].splitlines() if row)
_KNOWN = frozenset().union(*_ROWS)
BEGIN, END, _LASTING, _ASIDE, _UNSURE, _CLOSE, _SUBJECTS = (
    frozenset(_LISTS[name].split()) for name in ("begin", "end", "lasting", "aside", "unsure", "close", "subjects")
)
_WORD = re.compile(r"\s{1,2}([^\W_][\w’'-]{0,30}(?:\.[A-Z]\.?)*)")
_NAME = re.compile(r"\b[A-Z][\w-]+")
_WORDS = re.compile(r"[\w-]+")
_COMPLEMENT = re.compile(r" of(?: the)?(?: [A-Z][\w’'-]+){1,3}")
_APPOSED = re.compile(r"\s?[,(–—-]\s?(?:and |exactly |just |only )?")
_WRITTEN_AFTER = re.compile(r",? (?:of|on|in)(?: the)? | \(")
_MOST = 9  # words up to the one that names a thing
_OBJECT = 4  # words of what a verb is done to
_LED = 4  # words before a thing in which one says that it is spoken of aside
_REACH = 120  # code points between a thing and its date
_NEAREST = 20  # dates before and after that are looked at
_FINENESS = {Unit.DAY: 0, Unit.WEEK: 1, Unit.MONTH: 2, Unit.YEAR: 3}


def named_after(text: str, at: int) -> Happening | None:
    """The thing that the words from ``at`` name, a phrase or a short clause; None where none is known."""
    head, end = "", at
    for _ in range(_MOST):
        found = _WORD.match(text, end)
        if found is None or (head and found[1] not in _KNOWN):
            break
        word, end = found[1], found.end()
        if word in _KNOWN:
            head = word
        elif word.lower() in _CLOSE and word.lower() not in _SUBJECTS:
            return None
    if not head:
        return None
    end = _completed(text, end, head)
    turn = _WORD.match(text, end)
    marks = next((marks for marks in (BEGIN, END) if turn and turn[1] in marks), frozenset[str]())
    end = turn.end() if turn and marks else end
    said = " ".join(text[at:end].split())
    words = frozenset().union(*(row for row in _ROWS if head in row))
    return Happening(words, said, frozenset(_NAME.findall(said)), end, marks, head in _LASTING)


def _completed(text: str, end: int, head: str) -> int:
    """Where the words end that go with a thing: "invasion of Poland", "crossed the border"."""
    if complement := _COMPLEMENT.match(text, end):
        return complement.end()
    for _ in range(_OBJECT if head.endswith("ed") else 0):
        found = _WORD.match(text, end)
        if found is None or found[1].lower() in _CLOSE:
            break
        end = found.end()
    return end


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date, and the words around it that are of its sentence."""

    base: Base
    span: TextSpan
    around: TextSpan


@dataclass(slots=True)
class Happenings:
    """The dates of a text read so far."""

    text: str
    _dated: list[_Dated] = field(default_factory=list)
    _owned: defaultdict[frozenset[str], list[_Dated]] = field(default_factory=lambda: defaultdict(list))
    _nearest: dict[TextSpan, str] = field(default_factory=dict)
    _searched: defaultdict[frozenset[str], int] = field(default_factory=lambda: defaultdict(int))

    def add(self, base: Base, span: TextSpan, sentence: TextSpan) -> None:
        """One more date of the text."""
        around = TextSpan(max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH))
        self._dated.append(_Dated(base, span, around))

    def beside(self, span: TextSpan) -> Base | None:
        """The date that an expression only explains: "on 27 June 1950, two days after …"."""
        at = bisect(self._dated, span.start, key=lambda dated: dated.span.start) - 1
        if at < 0 or not _APPOSED.fullmatch(self.text, self._dated[at].span.end, span.start):
            return None
        return self._dated[at].base

    def follows(self, thing: Happening) -> Base | None:
        """The date that is written after a thing: "two days after the attack of 5 May"."""
        at = bisect(self._dated, thing.end, key=lambda dated: dated.span.start)
        near = self._dated[at : at + 1]
        return near[0].base if near and _WRITTEN_AFTER.fullmatch(self.text, thing.end, near[0].span.start) else None

    def dates_of(self, thing: Happening, at: int, coarsest: Unit, marks: frozenset[str] = frozenset()) -> list[Base]:
        """The dates of a thing, the last before ``at`` first, each once, and none coarser than asked.

        With ``marks``, only those that one of these words stands with: the earliest first for a beginning, the latest
        for an end.
        """
        owned = self._dates_with(thing.words)
        middle = bisect(owned, at, key=lambda dated: dated.span.start)
        before, after = owned[max(0, middle - _NEAREST) : middle], owned[middle : middle + _NEAREST]
        suited = [dated.base for dated in (*reversed(before), *after) if self._suits(dated, thing, marks)]
        fine = [base for base in suited if _FINENESS.get(base.place.unit, 9) <= _FINENESS[coarsest]]
        if marks:
            fine.sort(key=lambda base: base.place.first_day, reverse=marks is END)
        return [base for i, base in enumerate(fine) if base.place not in [other.place for other in fine[:i]]]

    def _dates_with(self, words: frozenset[str]) -> list[_Dated]:
        """The dates that have one of the words near them for their own."""
        owned = self._owned[words]
        owned += [dated for dated in self._dated[self._searched[words] :] if self._owns(words, dated)]
        self._searched[words] = len(self._dated)
        return owned

    def _owns(self, words: frozenset[str], dated: _Dated) -> bool:
        """Whether the thing named nearest to a date is one that the words speak of."""
        if dated.span not in self._nearest:
            self._nearest[dated.span] = self._nearest_to(dated)
        return self._nearest[dated.span] in words

    def _nearest_to(self, dated: _Dated) -> str:
        """The word for a thing that stands nearest to a date and is not spoken of aside; empty where none does."""
        named: list[tuple[int, str]] = []
        for found in _any_of(_KNOWN).finditer(self.text, *dated.around):
            lead, then = self._beside(found, dated)
            outside = found.end() <= dated.span.start or found.start() >= dated.span.end
            if outside and _ASIDE.isdisjoint(lead) and _UNSURE.isdisjoint((*lead, *then)):
                named.append((max(dated.span.start - found.end(), found.start() - dated.span.end), found[0]))
        return min(named, default=(0, ""))[1]

    def _beside(self, found: re.Match[str], dated: _Dated) -> tuple[list[str], list[str]]:
        """The words before and after one that stands near a date."""
        start, end = dated.around
        lead, then = self.text[start : found.start()], self.text[found.end() : end]
        return _WORDS.findall(lead.lower())[-_LED:], _WORDS.findall(then.lower())[:_LED]

    def _suits(self, dated: _Dated, thing: Happening, marks: frozenset[str]) -> bool:
        if thing.names and thing.names.isdisjoint(_NAME.findall(self.text, *dated.around)):
            return False
        things = _any_of(thing.words).finditer(self.text, *dated.around)
        return not marks or any(
            not marks.isdisjoint([*lead, *then]) for lead, then in (self._beside(f, dated) for f in things)
        )


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b")
