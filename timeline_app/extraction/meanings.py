"""What the words of a temporal expression mean, before it is known what they are counted from.

A rule reads words into one of these values; ``anchoring`` turns the value into a place on the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from timeline_app.extraction.places import Place, Unit
from timeline_app.model.document import TextSpan


class From(Enum):
    """What a relative expression is counted from."""

    WRITING = "writing"  # "yesterday": when the text was written
    MENTION = "mention"  # "the following day": the date spoken of before it
    EITHER = "either"  # "last week", "two years ago": when it was written, if that is known
    SCENE = "scene"  # "the end of the year", "in May": the time the passage is in


class Way(Enum):
    """Which one of those that recur: "last April", "this April", "next April", or April alone."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Absolute:
    """A place named in full ("14 July 1789", "the 1990s"). ``others`` are further readings of the same words."""

    place: Place
    others: tuple[Place, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A part of a year without its year: month, month and day, quarter, half, season, feast.

    ``part`` numbers the month, quarter, half or season from 1; ``day`` is the day of the month, 0 for none. ``years``
    counts from the anchor's year where the words say so ("next year's first quarter"); None where they do not.
    """

    unit: Unit
    part: int
    day: int = 0
    way: Way = Way.OPEN
    origin: From = From.EITHER
    years: int | None = None
    weekday: int = 0
    feast: str = ""  # the formula of a feast, instead of part and day


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day without its month ("the 28th"); ``months`` steps from the month spoken of.

    With a ``weekday`` ("Friday the 13th") it is the nearest day that has both; 0 is none.
    """

    day: int
    months: int = 0
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class YearOfCentury:
    """A year of two digits ("'99", or the second of "1914-18"); ``after`` is the full year it follows."""

    year: int
    after: int | None = None


@dataclass(frozen=True, slots=True)
class DecadeOfCentury:
    """A decade without its century ("the twenties"), by its tens from 0."""

    tens: int


@dataclass(frozen=True, slots=True)
class EarlyYear:
    """Two or three digits that are a year of the era and time the passage is in, and else no date at all."""

    year: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 1."""

    number: int
    way: Way = Way.OPEN
    mentioned: bool = False  # counted from the date spoken of ("the previous Friday")
    owning: bool = False  # "Thursday’s meeting"


@dataclass(frozen=True, slots=True)
class Step:
    """A calendar unit so many units from the one that holds the anchor ("this week" 0, "last year" -1)."""

    unit: Unit
    steps: int
    origin: From = From.EITHER
    lasting: bool = False  # "all week": the whole of it up to the anchor, not some time in it
    like: bool = False  # "a year earlier" than a quarter is a quarter


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units from the anchor ("three days later" 3, "two years ago" -2); ``count`` None is "a few"."""

    unit: Unit
    count: int | None
    forward: bool
    origin: From
    fine: str = ""  # "TH" where the unit is finer than a day
    within: Unit | None = None  # "two and a half years ago": so many months, in which year


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from a date named beside it ("the day after 14 July 1789"); ``exact`` keeps the day itself."""

    whole: Meaning
    unit: Unit
    steps: int
    exact: bool = False


@dataclass(frozen=True, slots=True)
class SameTime:
    """The time spoken of ("until then", "at that time")."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A thing that happened. ``words`` may speak of it; ``said`` are those that name it, up to ``end`` in the text;
    ``names`` tell it apart. ``marks`` are words for its beginning or end, where that is meant ("the war began").
    """  # noqa: D205 - one thought

    words: frozenset[str]
    said: str
    names: frozenset[str]
    end: int
    marks: frozenset[str] = frozenset()
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class FromEvent:
    """So many units from a thing that happened ("two days after the invasion"); ``steps`` may be negative.

    Where the text does not date it, the words up to ``alone`` are a length ("two days"), or none where that is empty.
    """

    thing: Happening
    unit: Unit
    steps: int
    length: str
    alone: int


@dataclass(frozen=True, slots=True)
class PartOfEvent:
    """The n-th unit of a thing that lasted ("the first day of the siege"); negative counts from its end."""

    thing: Happening
    unit: Unit
    number: int


@dataclass(frozen=True, slots=True)
class JulianLeapDay:
    """29 February of a year that has it only in the Julian calendar ("29 February 1500")."""

    year: int


@dataclass(frozen=True, slots=True)
class Hijri:
    """A year after the Hijra, or a month or day of it; 0 where the words name none."""

    year: int
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Between:
    """Some day of a stretch of time that is no unit of the calendar ("the 3rd year of Henry VIII")."""

    first: Place
    last: Place
    rule: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """“In three days”: so far ahead where the sentence looks ahead, else so long."""

    distance: Distance
    length: str


@dataclass(frozen=True, slots=True)
class Onward:
    """“In drei Tagen”, "через три дня": so far ahead, unless the sentence looks back. Then it is how long something
    took (``length``), or where that is empty so long after the date spoken of.
    """  # noqa: D205 - one thought

    distance: Distance
    length: str = ""


@dataclass(frozen=True, slots=True)
class Lately:
    """“Within the next year”, "in the past year": ``step`` in a history, or in news; in the other a ``length``."""

    step: Step
    length: str
    history: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day (``T10:35``, ``TMO``) on a day of its own words, or on the day spoken of."""

    clock: str
    whole: Meaning | None = None
    pinned: bool = False  # "last night", "this morning": the day is meant though not named


@dataclass(frozen=True, slots=True)
class Spoken:
    """The quarter the text is about ("the quarter", "the latest quarter"), or the one last ended."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Weeks:
    """A week or weekend that a day names ("the week of March 6")."""

    whole: Meaning
    unit: Unit = Unit.WEEK


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a longer time that is given in no finer unit ("early 2004", "the end of March")."""

    whole: Meaning
    part: str
    mark: str = ""  # "~" where the word says that the whole is only about right


@dataclass(frozen=True, slots=True)
class Child:
    """The n-th unit of a longer time ("the first quarter of 1989"); negative counts from its end."""

    unit: Unit
    number: int
    whole: Meaning


@dataclass(frozen=True, slots=True)
class Opening:
    """The first so many units of a longer time ("the first six months of 2008"); negative counts are its last."""

    unit: Unit
    count: int
    whole: Meaning


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """The n-th weekday of a month ("the first Monday in May"), Monday 1; -1 is its last."""

    weekday: int
    number: int
    whole: Meaning


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What has a TIMEX3 value but no date: "now" (``PRESENT_REF``), "some years later"."""

    value: str
    vague: bool = False  # points at the calendar, but too vaguely


@dataclass(frozen=True, slots=True)
class Deep:
    """So many years before now, of which the first ``digits`` are known ("66 million years ago")."""

    years: int
    digits: int


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts (``P2D``)."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often, or on which days, something happens (``XXXX-WXX-3``, ``P1D``)."""

    value: str


Meaning = (
    Absolute | Ahead | Between | Recurring | DayOfMonth | YearOfCentury | EarlyYear | Weekday | Step | Distance | Clock
    | Spoken | Weeks | Within | Child | Deep | Unplaced | Length | Repeated | SameTime | Shifted | FromEvent
    | PartOfEvent | JulianLeapDay | Hijri | Lately | Onward | DecadeOfCentury
    | Opening | WeekdayOf
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of the text and what they mean."""

    span: TextSpan
    meaning: Meaning
