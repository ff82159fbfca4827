"""Dates that leave out the year or more: month and day, month, weekday, day of the month, season, feast."""

from __future__ import annotations

from timeline_app.extraction.meanings import (
    Child,
    DayOfMonth,
    From,
    Meaning,
    Recurring,
    Shifted,
    Step,
    Unplaced,
    Way,
    Weekday,
    WeekdayOf,
    YearOfCentury,
)
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.parts import day_number, words
from timeline_app.extraction.rules.rule import Rule
from timeline_app.model import civil

WAYS = {
    "that": Way.THIS, "same": Way.THIS,
    "last": Way.LAST, "past": Way.LAST, "previous": Way.LAST, "preceding": Way.LAST, "next": Way.NEXT,
    "coming": Way.NEXT, "following": Way.NEXT, "this": Way.THIS, "current": Way.THIS, "upcoming": Way.NEXT,
}  # fmt: skip
_MENTIONED = frozenset({"previous", "preceding", "following", "that", "same"})
_LEADS = words(
    "in of since by until till from to during between and through early late mid last next this that before after"
    " for around about - – — , ( every each on starting beginning ending previous or past as both at the"
)
_SURE_LEADS = words(
    "in of since by until till to from during between through early late mid last next this that before after"
)
_NOT_AFTER_MAY = words("i you he she it we they be have not also the well god there this or as")
_NAMED_AFTER_SEASON = words(
    "palace olympics games garden gardens soldier collection school house hill river orchestra festival"
)
_ATTRIBUTED = words("house dress dresses clothes coat coats jacket boots tyres tires camp")
_STREETS = words("street avenue square road boulevard bridge plaza lane park")
_LEAP_YEAR = 2000


def way_of(found: Found) -> tuple[Way, From]:
    """Which of those that recur ``WAY`` names, and what it is counted from."""
    word = found.text("way").rsplit(" ", 1)[-1]
    return WAYS.get(word, Way.OPEN), From.MENTION if word in _MENTIONED else From.EITHER


def _month_day(found: Found) -> Meaning | None:
    month, day = found.number("month"), day_number(found)
    if day > civil.days_in_month(_LEAP_YEAR, month) or _is_nouns(found):
        return None
    name, text, end = found.word("month"), found.tokens.text, found.span.end
    if found.after in _STREETS and text[end + 1 : end + 2].isupper():
        return Unplaced("")  # “17 June Street”
    if name[-1] != "." and len(name) == 3 and name != "May" and found.after == ":":  # noqa: PLR2004
        return None
    way, origin = way_of(found)
    weekday = found.number("weekday") if found.has("weekday") else 0
    return Recurring(Unit.DAY, month, day, way, origin, weekday=weekday)


def _is_nouns(found: Found) -> bool:
    """Whether the number counts a noun: “at the end of April the first ship left”."""
    text, after = found.tokens.text[slice(*found.span)].lower().split(), found.after
    ordinal = text[-2:-1] == ["the"] and text[-1].isalpha()
    return ordinal and after.isalpha() and after not in _AFTER_DAY


def _month(found: Found) -> Meaning | None:
    """A month alone."""
    if found.word("month") == "April" and found.after in {"fool", "fools"}:
        return None
    if not found.has("way") and not (
        _stands_for_month(found.word("month"), found.before, found.after, named=_is_named(found)) or _amid_words(found)
    ):
        return None
    way, origin = way_of(found)
    return Recurring(Unit.MONTH, found.number("month"), 0, way, origin)


def _amid_words(found: Found) -> bool:
    """“The costly August battles”: between words in small letters only a month is capitalised."""
    text, (start, end) = found.tokens.text, found.span
    small = text[max(0, start - 2) : start - 1].islower() and text[end + 1 : end + 2].islower()
    return small and found.word("month") == "August" and text[end] == " "


def _is_named(found: Found) -> bool:
    """Whether a surname follows: "April Jones and May Smith"."""
    return found.tokens.text[found.span.end + 1 : found.span.end + 2].isupper()


def _stands_for_month(name: str, before: str, after: str, *, named: bool) -> bool:
    """Names that are also words or people's, and short forms, are months only after a word that leads to one."""
    short = len(name.rstrip(".")) <= 4 and name not in {"June", "July", "May"}  # noqa: PLR2004
    if not short and name.title() not in {"May", "March", "August", "April", "June"}:
        return True
    if before in _SURE_LEADS:
        return True
    return before in _LEADS and not short and not named and not (name == "May" and after in _NOT_AFTER_MAY)


def _season(found: Found) -> Meaning | None:
    way, origin = way_of(found)
    word, before = found.text("season"), found.before
    if found.word("season").istitle() and found.after in _NAMED_AFTER_SEASON:
        return None
    if found.after in _ATTRIBUTED and not found.has("way"):
        return None  # “the summer house”
    if not found.has("way") and not found.has("the"):
        leads = {"in", "by", "since", "until", "early", "late", "mid", "during"}
        if before not in leads or (word == "fall" and before not in {"in", "early", "late", "mid", "by", "since"}):
            return None
    if found.has("the") and word in {"fall", "spring"} and found.after in {"of", "in", "from", "to"}:
        return None
    return Recurring(Unit.SEASON, found.number("season"), 0, way, origin)


_NAMED_DAYS = words("black bloody good girl casual ash palm easter maundy holy sheffield super cyber ruby freaky man")
_PAPERS = words(
    "telegraph times mirror express mail herald post star tribune independent people mercury age sun business"
    " world sport mass school club group football night’s lights"
)


def _weekday(found: Found) -> Meaning | None:
    """A day of the week, not a name that has one ("Bloody Sunday", "the Sunday Telegraph")."""
    following = found.tokens.text[found.span.end + 1 : found.span.end + 2]
    if found.before in _NAMED_DAYS or (found.after in _PAPERS and following.isupper()):
        return None
    way, origin = way_of(found)
    text, end = found.tokens.text, found.span.end
    owning = way is Way.OPEN and text[end : end + 2] in {"'s", "’s"}
    return Weekday(found.number("weekday"), way, mentioned=origin is From.MENTION, owning=owning)


def _weekday_in(found: Found) -> Meaning | None:
    number, whole = -1 if found.has("last") else found.number("nth"), found.meaning("whole")
    if whole is None or number > 5:  # noqa: PLR2004 - weeks of a month
        return None
    return WeekdayOf(found.number("weekday"), number, whole)


def _day_of_month(found: Found) -> Meaning | None:
    after = found.after
    if found.has("way"):
        return DayOfMonth(found.number("day"), _MONTHS_ON.get(found.text("way"), 0))
    if found.before not in {"on", "by", "until", "from", "of", "to", "and", "since", "before", "after", "between"}:
        return None
    return DayOfMonth(found.number("day")) if not after.isalpha() or after in _AFTER_DAY else None


def _month_of_year(found: Found) -> Meaning | None:
    word = found.text("years").split()[-1]
    origin = From.MENTION if word in {"same", "following", "previous", "preceding", "that"} else From.EITHER
    years = {"last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1}.get(word, 0)
    day = found.number("day") if found.has("day") else 0
    unit = Unit.DAY if day else Unit.MONTH
    return Recurring(unit, found.number("month"), day, origin=origin, years=years)


_WEEKS_ON = {"last": -1, "this": 0, "next": 1}
_MONTHS_ON = {"next": 1, "following": 1, "last": -1, "previous": -1}
_AFTER_DAY = words("and to he she it they the a an but when with by at in when until as after where")


def _short_year(found: Found) -> Meaning | None:
    if found.before in {"’", "'", "“", '"'} or (found.after and found.after in "'’"):
        return None
    return YearOfCentury(int(found.word("shortyear")[1:]))


WAY = "way=( the? last|next|this|past|previous|preceding|following|coming|upcoming ( past|coming )? )?"
_WEEKDAY = "( {weekday} ,? )?"

RULES = (
    Rule(
        "month-day",
        f"{WAY} {_WEEKDAY} {{month}} the? {{@nthday:day}}",
        _month_day,
        (
            ("It closed on [March 30].", "2011-03-30"),
            ("It closed on [Tues., March 29].", "2011-03-29"),
            ("It closed on [March fifth].", "2011-03-05"),
        ),
        "day date",
    ),
    Rule(
        "day-month",
        f"{_WEEKDAY} the? {{@nthday:day}} of? {{month}}",
        _month_day,
        (
            ("It closed on [30 March].", "2011-03-30"),
            ("It closed on [the 30th of March].", "2011-03-30"),
            ("It closed on [the twenty-first of March].", "2011-03-21"),
        ),
        "day date",
    ),
    Rule(
        "month",
        f"{WAY} {{month}}",
        _month,
        (
            ("It closed in [February].", "2011-02"),
            ("It closed [last May].", "2010-05"),
            ("It opens [next May].", "2011-05"),
        ),
        "whole date",
    ),
    Rule(
        "month-of-that-year",
        "{month} {day|ordday:day}? ,? of?"
        " years=( this|last|next | the? same|following|previous|preceding | that ) year",
        _month_of_year,
        (
            ("It closed in [February this year].", "2011-02"),
            ("It opens in [April next year].", "2012-04"),
            ("In 1918 it closed; in [May of that year] it opened.", "1918-05"),
        ),
        "day whole date",
    ),
    Rule(
        "season",
        f"( {WAY} | the=the | way=( that same? | the same ) ) {{season}}",
        _season,
        (
            ("It closed [last fall].", "2010-FA"),
            ("It opens [this summer].", "2011-SU"),
            ("In March 1918 he came; [that autumn] he left.", "1918-FA"),
        ),
        "whole date",
    ),
    Rule(
        "weekday",
        f"{WAY} {{weekday}}",
        _weekday,
        (
            ("He resigned [Wednesday].", "2011-03-30"),
            ("He will resign on [Friday].", "2011-04-01"),
            ("He resigned [last Monday].", "2011-03-28"),
        ),
        "day date",
    ),
    Rule(
        "weekday-of-week",
        "( {weekday} ( of )? way=last|this|next week | way=last|this|next week on {weekday} )",
        lambda found: Child(Unit.DAY, found.number("weekday"), Step(Unit.WEEK, _WEEKS_ON[found.text("way")])),
        (("He left [Tuesday of last week].", "2011-03-22"), ("He left [last week on Tuesday].", "2011-03-22")),
        "day date",
    ),
    Rule(
        "weekday-in-month",
        "the? ( {ordinal|ordnum:nth} | last=last|final ) {weekday} ( of|in ) {@whole}",
        _weekday_in,
        (
            ("He left on [the first Monday in May 1990].", "1990-05-07"),
            ("He left on [the last Friday of June 2010].", "2010-06-25"),
            ("He left on [the second Sunday in March].", "2011-03-13"),
        ),
        "day date",
    ),
    Rule(
        "weekdays-ago",
        "{number} {weekdays} ago",
        lambda found: Shifted(
            Weekday(found.number("weekdays"), Way.LAST), Unit.WEEK, 1 - found.number("number"), exact=True
        ),
        (("He left [two Mondays ago].", "2011-03-21"),),
        "day date",
    ),
    Rule(
        "weekday-day",
        "{weekday} ,? the? {ordday:day}",
        lambda found: DayOfMonth(found.number("day"), weekday=found.number("weekday")),
        (("He plays on [Wednesday 6th].", "2011-04-06"), ("He died on [Friday the 18th].", "2011-03-18")),
        "day date",
    ),
    Rule(
        "day-of-month",
        "the {ordday:day} ( of way=( that|this|the|next|following|last|previous ) month )?",
        _day_of_month,
        (("It was March 3 and, on [the 28th], March still.", "2011-03-28"),),
        "day date",
    ),
    Rule("short-year", "{shortyear}", _short_year, (("In [’99] it closed.", "1999"),), "whole date"),
)
