"""What a text has spoken of so far, and what a date at the place now read counts from.

A ``Passage`` is the state of reading one document in text order. It knows no kind of date: those ask it for a base to
count from, for the verb that rules the place, and how near what was spoken of is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from timeline_app.extraction.counting import Base, DayOrder, Telling, Years
from timeline_app.extraction.meanings import Absolute, From, Reading, Recurring, Step, Way, Weekday
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.resolved import in_year
from timeline_app.extraction.tense import Tense, Verb, Verbs, governing_verb, verbs_of
from timeline_app.extraction.verbs import nearest_verb
from timeline_app.model.document import TextSpan

YEARS = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM})
MANY_YEARS = YEARS - {Unit.YEAR}
_FINE = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH})
_OPENING = 12  # code points before a date that opens its sentence, at most one word: "In 1954, …"
_SPOKEN = 500  # code points in which a day is still spoken of
_ONWARD = 200  # code points in which a past is told on
_NEAR = 80  # code points in which a year holds for what follows in its sentence
_OTHER = re.compile(r", or (?:the|those|that) ")  # what follows is of another time than the year before it
_ORDER = tuple(Unit)
_NOWHERE = TextSpan(0, 0)


@dataclass(slots=True)
class Passage:
    """``publication`` and what was spoken of, each as a base to count from; None where there is none yet."""

    text: str
    publication: Base | None
    telling: Telling
    years: Years
    order: DayOrder
    language: str = "en"
    mention: Base | None = None  # the date the passage is at
    latest: Base | None = None  # the date spoken of last
    named: Base | None = None  # the date given last that counts from no other
    day: Base | None = None  # the day spoken of last
    period: Base | None = None  # the last quarter or half-year spoken of
    compared: Base | None = None  # the same, unless months were spoken of after it
    placed_before: dict[tuple[object, ...], Base] = field(default_factory=dict)  # by what recurs, its last place
    history: bool = False  # whether dates count here from those spoken of
    sentence: TextSpan = _NOWHERE
    span: TextSpan = _NOWHERE
    _verbs: Verbs | None = None  # those of the sentence, once asked for

    def goes_to(self, span: TextSpan, sentence: TextSpan) -> None:
        """Read on to an expression in its sentence."""
        if sentence != self.sentence:
            self._verbs = None
        self.sentence, self.span = sentence, span
        history = self.telling.history_at(span.start)
        if history and not self.history:
            self.mention = None  # what news spoke of before is not what a history goes on from
        self.history = history

    def verb(self) -> Verb:
        """The verb that rules the expression now read."""
        if self.language != "en":
            return nearest_verb(self.language, self.text, self.sentence, self.span)
        if self._verbs is None:
            self._verbs = verbs_of(self.text, self.sentence)
        return governing_verb(self.text, self.sentence, self.span, self._verbs)

    def base(self, origin: From) -> Base | None:
        """What to count from."""
        if origin is From.MENTION or (origin is From.SCENE and self.history):
            return self._year_spoken_of() or self.publication
        if origin is From.EITHER and self.history:
            return self.publication or self.mention
        return self.publication

    def _year_spoken_of(self) -> Base | None:
        """The date the passage is at; where that is a decade or more, one of a year that was spoken of near by."""
        if self.mention is None or self.mention.place.unit not in MANY_YEARS:
            return self.mention
        known = self.latest is not None and self.latest.place.unit not in MANY_YEARS and self.is_near(self.latest)
        return self.latest if known else self.mention

    def near_day(self, base: Base) -> Base:
        """The day spoken of a little before, where the date spoken of last is none."""
        if base.place.unit is Unit.DAY or self.day is None or not self.is_near(self.day):
            return base
        return self.day

    def is_near(self, base: Base) -> bool:
        """Whether a date of the text is still spoken of."""
        at = base.anchor.span
        return at is not None and self.span.start - at.start < _SPOKEN

    def day_now(self, *, on_clock: bool) -> Base | None:
        """The day that a time of day without one is on; in news an hour may be one of the day of writing."""
        near = self.mention is not None and (self.history or self.is_near(self.mention))
        if self.mention and near and self.mention.place.unit is Unit.DAY:
            return Base(Place(Unit.DAY, self.mention.place.index), self.mention.anchor)
        return self.publication if on_clock and not self.history else None

    def beside(self, unit: Unit) -> Base | None:
        """The date given in full last in the same sentence, if such units can be counted from it."""
        at = self.named.anchor.span if self.named else None
        if self.named is None or at is None or at.start < self.sentence.start:
            return None
        return self.named if _ORDER.index(self.named.place.unit) <= _ORDER.index(unit) else None

    def again(self, meaning: Recurring | Weekday, *, near: bool = True) -> Base | None:
        """Where the same words lay that were read before, in news, unless the verb speaks against it here."""
        before = self.placed_before.get(_key(meaning))
        if before is None or self.history or self.publication is None or (near and not self.is_near(before)):
            return None
        verb, now = self.verb(), self.publication.place
        if before.place.last_day < now.first_day:
            against = verb.tense is Tense.FUTURE
        else:
            against = verb.tense is Tense.PAST and verb.sure and before.place.first_day > now.last_day
        return None if against else before

    def latest_beside(self) -> Base | None:
        """The date spoken of last, where that was in the same sentence."""
        at = self.latest.anchor.span if self.latest else None
        return self.latest if at is not None and at.start >= self.sentence.start else None

    def is_told_on(self, meaning: Recurring) -> bool:
        """Whether a year spoken of just before holds for a part of a year without one, in news."""
        if self.latest is None or self.latest.anchor.span is None or self.publication is None or self.history:
            return False
        if self.latest.place.year < self.publication.place.year and self.verb().tense is Tense.FUTURE:
            return False
        at = self.latest.anchor.span.start
        other = _OTHER.search(self.text, at, self.span.start)
        beside = self.sentence.start <= at and self.span.start - at < _NEAR and not other
        told = self.years.around(self.span.start) == self.latest.place.year
        onward = beside or told or self._goes_on(meaning, self.latest)
        return onward and abs(self.latest.place.year - self.publication.place.year) > 1

    def _goes_on(self, meaning: Recurring, latest: Base) -> bool:
        """“He was arrested in March 1998. He was convicted in May”: told on from a full date in the sentence before."""
        place, span = in_year(meaning, latest.place.year), latest.anchor.span
        if place is None or span is None or latest.place.unit not in _FINE or place.first_day <= latest.place.last_day:
            return False
        between = self.text[span.end : self.sentence.start] if self.span.start - span.end < _ONWARD else "\n\n"
        return "\n\n" not in between and between.count(". ") <= 1 and self.verb().tense is Tense.PAST

    def remember(self, reading: Reading, base: Base, *, from_writing: bool = False) -> None:
        """Keep a date for those that count from it, unless it only looks aside ("as Napoleon did in 1812").

        What counts from the time of writing is never what a history goes on from.
        """
        place = base.place
        if isinstance(reading.meaning, Step) and reading.meaning.like:
            return
        if place.unit in {Unit.QUARTER, Unit.HALF}:
            self.period = self.compared = base
        if place.unit is Unit.DAY:
            self.day = base
        if isinstance(reading.meaning, Absolute):
            self.named = base
        if isinstance(reading.meaning, Recurring | Weekday) and reading.meaning.way is Way.OPEN:
            self.placed_before[_key(reading.meaning)] = base
        self.latest = base
        if not (from_writing and self.history) and self._sets_the_scene(reading, place):
            self.mention = base

    def _sets_the_scene(self, reading: Reading, place: Place) -> bool:
        """Whether the passage goes on from a date: years named in passing leave it where it is."""
        lead = self.text[self.sentence.start : min(reading.span.start, self.sentence.start + _OPENING)]
        opens = reading.span.start <= self.sentence.start + _OPENING and len(lead.split()) <= 1
        if place.unit not in YEARS or opens or self.mention is None:
            return True
        back = isinstance(reading.meaning, Step) and reading.meaning.steps < 0
        onward = place.year > self.mention.place.year or self.mention.place.unit in YEARS
        return onward and not back and self.years.count_near(place.year) > 1


def _key(meaning: Recurring | Weekday) -> tuple[object, ...]:
    """What recurs."""
    if isinstance(meaning, Weekday):
        return (meaning.number,)
    return meaning.unit, meaning.part, meaning.day, meaning.feast
