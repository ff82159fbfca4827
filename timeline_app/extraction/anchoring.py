"""From what words mean to a place on the calendar: what a relative date counts from, and why.

``Anchoring`` reads the meanings in text order, keeps what was mentioned, and gives for each a ``Resolved`` with the
reason in plain words and the other dates it could be. Nothing here knows today's date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from timeline_app.extraction.calendars import weekday
from timeline_app.extraction.counting import Base, DayOrder, Years
from timeline_app.extraction.meanings import (
    Absolute,
    Ahead,
    Between,
    Child,
    Clock,
    DayOfMonth,
    Deep,
    Distance,
    EarlyYear,
    From,
    Length,
    Meaning,
    Reading,
    Recurring,
    Repeated,
    SameTime,
    Shifted,
    Spoken,
    Step,
    Unplaced,
    Way,
    Weekday,
    Weeks,
    Within,
    YearOfCentury,
)  # fmt: skip
from timeline_app.extraction.places import Place, Unit, place_of_day
from timeline_app.extraction.resolved import (
    NO_DATE,
    PER_YEAR,
    UNKNOWN,
    Resolved,
    between,
    counted,
    day_in_month,
    deep,
    in_year,
    lasting,
    on_day,
    placed,
    qualified,
    shifted,
    step_rule,
    unknown,
    week_of,
    without_year,
)
from timeline_app.extraction.tense import Tense, Verb, governing_verb
from timeline_app.extraction.verbs import nearest_verb
from timeline_app.extraction.years import choose_year, day_of_weekday
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Alternative, Anchor, AnchorOrigin, TimexType, Undated
from timeline_app.model.wording import WEEKDAYS

_WEEK = 7
_MONTHS = re.compile(r"P[0-9]+M")
_YEARS = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM})
_FINE = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH})
_OPENING = 12  # code points before a date that opens its sentence, at most one word: "In 1954, …"
_AGE = 150  # years from those spoken of in which two or three digits are a year
_WILL = frozenset({"will", "shall", "’ll", "'ll"})  # even a history says this of what is ahead of its writing
_PASSAGE = 500  # code points in which a day is still spoken of
_ONWARD = 200  # code points in which a past is told on
_NEAR = 80  # code points in which a year holds for what follows in its sentence
_ORDERS = frozenset({"order", "day first", "month first"})  # notes on numbers alone, for the document
_NOWHERE = TextSpan(0, 0)


@dataclass(slots=True)
class Anchoring:
    """The state of reading one document; feed it the readings in text order."""

    text: str
    publication: Base | None
    history: bool
    years: Years
    order: DayOrder
    language: str = "en"
    mention: Base | None = None  # the date the passage is at
    latest: Base | None = None  # the date spoken of last
    day: Base | None = None  # the day spoken of last
    period: Base | None = None  # the last quarter or half-year spoken of
    compared: Base | None = None  # the same, unless months were spoken of after it
    _sentence: TextSpan = _NOWHERE
    _span: TextSpan = _NOWHERE

    def resolve(self, reading: Reading, sentence: TextSpan) -> Resolved:
        """Resolve one reading, and remember its date for those that follow."""
        self._sentence, self._span = sentence, reading.span
        resolved = self._resolve(reading.meaning)
        if resolved.place is not None:
            anchor = Anchor(resolved.place.edtf, AnchorOrigin.MENTION, reading.span)
            self._remember(reading, Base(resolved.place, anchor))
        return resolved

    def _remember(self, reading: Reading, base: Base) -> None:
        """Keep a date for those that count from it, unless it only looks aside ("as Napoleon did in 1812")."""
        place = base.place
        if isinstance(reading.meaning, Step) and reading.meaning.like:
            return
        if place.unit in {Unit.QUARTER, Unit.HALF}:
            self.period = self.compared = base
        if place.unit is Unit.DAY:
            self.day = base
        self.latest = base
        if self._sets_the_scene(reading, place):
            self.mention = base

    def _sets_the_scene(self, reading: Reading, place: Place) -> bool:
        """Whether the passage goes on from a date: years named in passing leave it where it is."""
        lead = self.text[self._sentence.start : min(reading.span.start, self._sentence.start + _OPENING)]
        opens = reading.span.start <= self._sentence.start + _OPENING and len(lead.split()) <= 1
        if place.unit not in _YEARS or opens or self.mention is None:
            return True
        back = isinstance(reading.meaning, Step) and reading.meaning.steps < 0
        onward = place.year > self.mention.place.year or self.mention.place.unit in _YEARS
        return onward and not back and self.years.count_near(place.year) > 1

    def _resolve(self, meaning: Meaning) -> Resolved:  # noqa: C901, PLR0911, PLR0912 - one line a meaning
        match meaning:
            case Absolute():
                return self._absolute(meaning)
            case Recurring():
                return self._recurring(meaning)
            case EarlyYear():
                return self._early_year(meaning)
            case Weekday():
                return self._weekday(meaning)
            case DayOfMonth():
                return self._day_of_month(meaning)
            case YearOfCentury():
                return self._year_of_century(meaning)
            case Step():
                return self._step(meaning)
            case Distance():
                return self._distance(meaning)
            case Clock():
                return self._clock(meaning)
            case Spoken():
                return self._spoken(meaning)
            case Weeks():
                return self._week_of(meaning)
            case Within():
                return qualified(self._resolve(meaning.whole), meaning.part, meaning.mark)
            case Child():
                return self._child(meaning)
            case Ahead():
                return self._ahead(meaning)
            case Shifted():
                return self._shifted(meaning)
            case SameTime():
                return self._same_time()
            case Between():
                return between(meaning)
            case Deep():
                return deep(meaning)
            case Unplaced():
                undated = Undated.TOO_VAGUE if meaning.vague else None
                return Resolved(TimexType.DATE, meaning.value, "the words name no date", undated=undated)
            case Length():
                if _MONTHS.fullmatch(meaning.value):
                    self.compared = None
                return Resolved(TimexType.DURATION, meaning.value, "a length of time, no date")
            case Repeated():
                return Resolved(TimexType.SET, meaning.value, "something that recurs, no single date")

    def _verb(self) -> Verb:
        if self.language != "en":
            return nearest_verb(self.language, self.text, self._sentence, self._span)
        return governing_verb(self.text, self._sentence, self._span)

    def _base(self, origin: From) -> Base | None:
        """What to count from."""
        if origin is From.MENTION or (origin is From.SCENE and self.history):
            return self.mention or self.publication
        if origin is From.EITHER and self.history:
            return self.publication or self.mention
        return self.publication

    def _absolute(self, meaning: Absolute) -> Resolved:
        if meaning.note == "order" and meaning.others:
            return self._in_numbers(meaning.place, meaning.others[0])
        others = tuple(Alternative(place.edtf) for place in meaning.others)
        note = "" if meaning.note in _ORDERS else meaning.note
        return replace(placed(meaning.place, f"the {meaning.place.unit} as written", None, others), note=note)

    def _in_numbers(self, month_first: Place, day_first: Place) -> Resolved:
        """03/04/2011: in the document's order, or at both places while that is not known."""
        order = self.order
        if order.month_first is None:
            both = tuple(Alternative(place.edtf) for place in (month_first, day_first))
            edtf = f"[{','.join(sorted(place.edtf for place in (month_first, day_first)))}]"
            return replace(placed(month_first, order.reason, None, both), edtf=edtf)
        chosen, other = (month_first, day_first) if order.month_first else (day_first, month_first)
        reason = "day first in this document" if order.month_first else "month first in this document"
        return placed(chosen, order.reason, None, (Alternative(other.edtf, reason),))

    def _weekday(self, meaning: Weekday) -> Resolved:
        base = self._near_day(self.mention) if meaning.mentioned and self.mention else None
        base = base or self._base(From.SCENE if meaning.way is Way.OPEN else From.EITHER)
        name = WEEKDAYS[meaning.number - 1]
        if base is None or base.place.unit not in {Unit.DAY, Unit.WEEK}:
            base = base and self.publication
        if base is None:
            return unknown(f"XXXX-WXX-{meaning.number}")
        return self._weekday_from(base, meaning, name)

    def _weekday_from(self, base: Base, meaning: Weekday, name: str) -> Resolved:
        day, verb = base.place.first_day, self._verb()
        ahead = (meaning.number - 1 - weekday(day)) % _WEEK
        decided = f" (“{verb.word}”)" if verb.word else ""
        if meaning.way is Way.LAST:
            found, rule = day + ahead - _WEEK, f"the last {name} before it"
        elif meaning.way is Way.NEXT:
            found, rule = day + (ahead or _WEEK), f"the next {name} after it"
        elif meaning.way is Way.THIS:
            found, rule = day - weekday(day) + meaning.number - 1, f"the {name} of that week"
        elif ahead == 0:
            rule = "the same day: news names its own weekday" if base is self.publication else "the same day"
            return on_day(day, rule, base, (day - _WEEK,))
        elif base is not self.publication:
            found, rule = day + ahead - _WEEK * (ahead > _WEEK // 2), f"the {name} nearest to it"
        elif verb.tense is Tense.FUTURE:
            found, rule = day + ahead, f"the next {name} after it{decided}"
        else:
            found, rule = day + ahead - _WEEK, f"the last {name} before it{decided}"
        return on_day(found, rule, base, (found - _WEEK, found + _WEEK))

    def _recurring(self, meaning: Recurring) -> Resolved:
        base = self._year_base(meaning)
        if base is None:
            return unknown(without_year(meaning))
        if meaning.years is not None:
            year, rule = base.place.year + meaning.years, "in the year the words count"
        else:
            tense = self._verb().tense if base is self.publication else None
            year, rule = choose_year(meaning, base.place, tense)
        place = in_year(meaning, year)
        if place is None:
            return unknown(without_year(meaning))
        others = tuple(Alternative(p.edtf) for y in (year - 1, year + 1) if (p := in_year(meaning, y)))
        return placed(place, rule, base.anchor, others)

    def _year_base(self, meaning: Recurring) -> Base | None:
        if meaning.way is Way.OPEN and meaning.years is None and self._latest_rules(meaning):
            return self.latest
        if meaning.way is Way.OPEN and meaning.years is None and meaning.origin is From.EITHER:
            ahead = self.history and self._verb().word.lower() in _WILL
            return self._base(From.EITHER if ahead else From.SCENE)
        return self._base(meaning.origin)

    def _latest_rules(self, meaning: Recurring) -> bool:
        """Whether a year spoken of just before holds for a date without one."""
        if self.latest is None or self.latest.anchor.span is None or self.publication is None or self.history:
            return False
        at = self.latest.anchor.span.start
        beside = self._sentence.start <= at and self._span.start - at < _NEAR
        told = self.years.around(self._span.start) == self.latest.place.year
        onward = beside or told or self._goes_on(meaning, self.latest)
        return onward and abs(self.latest.place.year - self.publication.place.year) > 1

    def _goes_on(self, meaning: Recurring, latest: Base) -> bool:
        """“He was arrested in March 1998. He was convicted in May”: told on from a full date in the sentence before."""
        place, span = in_year(meaning, latest.place.year), latest.anchor.span
        if place is None or span is None or latest.place.unit not in _FINE or place.first_day <= latest.place.last_day:
            return False
        between = self.text[span.end : self._sentence.start] if self._span.start - span.end < _ONWARD else "\n\n"
        return "\n\n" not in between and between.count(". ") <= 1 and self._verb().tense is Tense.PAST

    def _day_of_month(self, meaning: DayOfMonth) -> Resolved:
        base = self.mention or self.publication
        if base is None or base.place.unit not in {Unit.DAY, Unit.MONTH, Unit.WEEK}:
            base = self.publication
        if base is None:
            return unknown(f"XXXX-XX-{meaning.day:02}")
        month = base.place.within(Unit.MONTH).shifted(meaning.months)
        place = day_of_weekday(meaning, month) if meaning.weekday else day_in_month(month, meaning.day)
        if place is None:
            return unknown(f"XXXX-XX-{meaning.day:02}")
        return placed(place, "that day of the month spoken of", base.anchor)

    def _year_of_century(self, meaning: YearOfCentury) -> Resolved:
        if meaning.after is not None:
            year = meaning.after // 100 * 100 + meaning.year
            return placed(Place(Unit.YEAR, year), "the year as written, in the century of the year before it")
        base = self.mention if self.history or self.publication is None else self.publication
        base = base or self.publication
        if base is None:
            return unknown(f"XX{meaning.year:02}")
        years = [base.place.year // 100 * 100 + meaning.year + step for step in (-100, 0, 100)]
        if base is self.publication:
            year = max(y for y in years if y <= base.place.year + 10)
        else:
            year = min(years, key=lambda y: abs(y - base.place.year))
        return placed(Place(Unit.YEAR, year), "the year nearest to it with these last digits", base.anchor)

    def _early_year(self, meaning: EarlyYear) -> Resolved:
        """The year of those digits in the time spoken of; a number that is no year has no value."""
        base = self.mention
        years = (1 - meaning.year, meaning.year)
        near = [year for year in years if base is not None and abs(year - base.place.year) < _AGE]
        if base is None or not near:
            return NO_DATE
        return placed(Place(Unit.YEAR, near[0]), "the year as written, in the era spoken of", base.anchor)

    def _step(self, meaning: Step) -> Resolved:
        base = self._base(meaning.origin)
        period = self.compared
        if meaning.like and period is not None and not self.history:
            place = period.place.shifted(meaning.steps * PER_YEAR[period.place.unit])
            return placed(place, f"the same {place.unit} of the year before", period.anchor)
        if base is None:
            return unknown(UNKNOWN[meaning.unit])
        if meaning.origin is From.MENTION and meaning.unit is Unit.DAY:
            base = self._near_day(base)
        if base.place.unit is not Unit.DAY and meaning.unit in {Unit.DAY, Unit.WEEK, Unit.WEEKEND}:
            finer = {Unit.DAY: (), Unit.WEEK: (Unit.WEEK, Unit.WEEKEND), Unit.WEEKEND: (Unit.WEEK,)}[meaning.unit]
            if base.place.unit not in finer:
                return unknown(UNKNOWN[meaning.unit], vague=base is not self.publication)
        if meaning.unit is Unit.WEEKEND:
            return self._weekend(meaning, base)
        place = base.place.within(meaning.unit).shifted(meaning.steps)
        if meaning.lasting:
            return lasting(place, base)
        return placed(place, step_rule(meaning), base.anchor)

    def _near_day(self, base: Base) -> Base:
        """The day spoken of a little before, where the date spoken of last is none."""
        day = self.day
        if base.place.unit is Unit.DAY or day is None or day.anchor.span is None:
            return base
        return day if self._span.start - day.anchor.span.start < _PASSAGE else base

    def _weekend(self, meaning: Step, base: Base) -> Resolved:
        place = base.place.within(Unit.WEEKEND)
        day = base.place.first_day
        back = meaning.steps == 0 and day < place.first_day and self._verb().tense is Tense.PAST
        return placed(place.shifted(meaning.steps - back), "the weekend that is meant", base.anchor)

    def _distance(self, meaning: Distance) -> Resolved:
        base = self._base(meaning.origin)
        if meaning.count is None:
            return unknown("FUTURE_REF" if meaning.forward else "PAST_REF", vague=True)
        if base is None:
            return unknown(UNKNOWN[meaning.unit])
        if meaning.origin is From.MENTION and meaning.unit in {Unit.DAY, Unit.WEEK}:
            base = self._near_day(base)
        steps = meaning.count if meaning.forward else -meaning.count
        return self._counted(meaning, base, steps)

    def _counted(self, meaning: Distance, base: Base, steps: int) -> Resolved:
        way = "after" if steps > 0 else "before"
        unit = meaning.unit
        rule = f"{counted(abs(steps), unit)} {way} it"
        if meaning.fine or (unit in {Unit.DAY, Unit.WEEK} and base.place.unit not in {Unit.DAY, Unit.WEEK}):
            return unknown(UNKNOWN[unit], vague=True)
        if unit is Unit.MONTH and base.place.unit in _YEARS:
            return unknown(UNKNOWN[unit], vague=True)
        if unit is Unit.DECADE:
            unit, steps = Unit.YEAR, steps * 10
        if base.place.unit in {Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM} and unit is Unit.YEAR:
            return unknown(UNKNOWN[unit], vague=True)
        place = base.place.within(unit).shifted(steps)
        place = place.within(meaning.within or unit)
        others: tuple[Alternative, ...] = ()
        if place.unit is Unit.DAY and abs(steps) > 1:
            others = (Alternative(place.shifted(-1 if steps > 0 else 1).edtf, "counting the first day"),)
        return placed(place, rule, base.anchor, others)

    def _shifted(self, meaning: Shifted) -> Resolved:
        whole = self._resolve(meaning.whole)
        place = whole.place and shifted(whole.place, meaning)
        if place is None:
            return replace(unknown(UNKNOWN[meaning.unit], vague=whole.place is not None), anchor=whole.anchor)
        way = "after" if meaning.steps > 0 else "before"
        return placed(place, f"{counted(abs(meaning.steps), meaning.unit)} {way} {whole.rule}", whole.anchor)

    def _same_time(self) -> Resolved:
        """The date spoken of; in news it must be near."""
        base = self.mention if self.history else self.latest
        at = base.anchor.span if base else None
        if base is None or at is None or (not self.history and self._span.start - at.start > _PASSAGE):
            return Resolved(TimexType.DATE, "PAST_REF", "the words name no date")
        return placed(replace(base.place, clock=""), "the time spoken of", base.anchor)

    def _ahead(self, meaning: Ahead) -> Resolved:
        """“In three days” dates what is still to come; else it is how long something took."""
        if self._verb().tense is Tense.FUTURE:
            return self._distance(meaning.distance)
        return Resolved(TimexType.DURATION, meaning.length, "a length of time, no date")

    def _clock(self, meaning: Clock) -> Resolved:
        if meaning.day is not None:
            day = self._resolve(meaning.day)
            if day.place is None or day.place.unit is not Unit.DAY:
                return replace(day, type=TimexType.TIME, value=f"{day.value}{meaning.clock}")
            return placed(day.place.at(meaning.clock), day.rule, day.anchor, kind=TimexType.TIME)
        base = self.publication if meaning.pinned else self._clock_base()
        if base is None or base.place.unit is not Unit.DAY:
            return replace(unknown(f"XXXX-XX-XX{meaning.clock}"), type=TimexType.TIME, undated=None)
        rule = "that time of the day it was written" if base is self.publication else "that time of the day spoken of"
        return placed(base.place.at(meaning.clock), rule, base.anchor, kind=TimexType.TIME)

    def _clock_base(self) -> Base | None:
        mention = self.mention
        if mention and mention.place.unit is Unit.DAY:
            return Base(Place(Unit.DAY, mention.place.index), mention.anchor)
        return None if self.history else self.publication

    def _spoken(self, meaning: Spoken) -> Resolved:
        base = self.period
        ended = base is not None and (
            self.publication is None or base.place.last_day < self.publication.place.first_day
        )
        if base is not None and base.place.unit is meaning.unit and ended:
            return placed(base.place, f"the {meaning.unit} spoken of", base.anchor)
        if self.publication is None:
            return unknown(UNKNOWN[meaning.unit])
        place = self.publication.place.within(meaning.unit).shifted(-1)
        return placed(place, f"the {meaning.unit} that ended last before it", self.publication.anchor)

    def _week_of(self, meaning: Weeks) -> Resolved:
        day = self._resolve(meaning.day)
        if day.place is None or day.place.unit is not Unit.DAY:
            return replace(day, value="XXXX-WXX")
        return placed(day.place.within(Unit.WEEK), f"the week of {day.rule}", day.anchor)

    def _child(self, meaning: Child) -> Resolved:
        whole = self._resolve(meaning.whole)
        if whole.place is None:
            return replace(whole, value=UNKNOWN[meaning.unit])
        if meaning.unit is Unit.WEEK:
            return week_of(whole, whole.place, meaning.number)
        first = place_of_day(whole.place.first_day, meaning.unit)
        last = place_of_day(whole.place.last_day, meaning.unit)
        place = first.shifted(meaning.number - 1) if meaning.number > 0 else last.shifted(meaning.number + 1)
        if place.index > last.index:
            return unknown(UNKNOWN[meaning.unit], vague=True)
        return placed(place, f"that {meaning.unit} of {whole.rule}", whole.anchor)
