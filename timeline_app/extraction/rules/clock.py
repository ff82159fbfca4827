"""Times of day: on the clock or by name, on a day of their own or on the day spoken of."""

from __future__ import annotations

import re

from timeline_app.extraction.meanings import Clock, From, Meaning, Repeated, Step, Unplaced, Weekday
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.parts import words
from timeline_app.extraction.rules.rule import Rule

_TIME = (
    "( {clock} {meridiem}? | {hour} {meridiem} | {ampm} | {hour} o ' said=clock"
    " | {number:spelled} o ' said=clock | {military} | {dotted} {meridiem} | {dotted} {zone:sure}"
    " | {hhmm:military} hours | {hhmm:military} {zone:sure} | {clockword} ) {zone}? ( local time )?"
)
_LEADS = words("at by from until till to and around about approximately since before after between past than")
_SCORE = re.compile(
    r"(?<!at)(?<!by)(?<!from)(?<!between)(?<!and)(?<!to) [0-9]{1,2}:[0-9]{2} (?:to|and) $"
)  # “won 3:15 to 2:10”
_ADJECTIVAL = words("papers paper rush news shift session sky prayer prayers edition headlines light sun star")
_OPENING = re.compile(  # “between 11 am and 5 pm Monday to Friday”
    r" ?(?:(?:and|to|-|–) ?[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m\.?)?,?"
    r" Mon(?:day)? ?(?:to|through|[-–]) ?(?:Thu|Fri|Sat)"
)
_OPEN = re.compile(r" ?(?:to|through|till|[-–]) ?(?:Thu|Fri|Sat)")
_NOT = re.compile(r"(?:\bnot|n[’']t|\bnever|\bhardly) (?:\w+ ){1,3}$")
_NOON, _HOURS, _MINUTES = 12, 24, 60


def clock_of(found: Found) -> str | None:
    """The TIMEX3 time of day that the words give (``T17:00``); None where they are no time."""
    for name in ("clock", "dotted", "ampm", "military", "clockword", "hour", "spelled"):
        if found.has(name):
            return _clock(found, name)
    return None


def _clock(found: Found, name: str) -> str | None:
    if name == "clockword":
        return f"T{int(found.value(name)):02}:00"
    word = found.value(name) if name == "spelled" else found.text(name)
    numbers = re.findall(r"[0-9]+", word)
    if name == "military":
        numbers = [numbers[0][:2], numbers[0][2:]]
    hour, rest = int(numbers[0]), numbers[1:] or ["00"]
    if hour > _HOURS or int(rest[0]) >= _MINUTES:
        return None
    half = found.value("meridiem") or (re.findall(r"[ap]m", word) or [""])[0]
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + _NOON * (half == "pm")
    return f"T{hour:02}:{':'.join(rest)}" if hour < _HOURS else f"T24:{':'.join(rest)}"


def _alone(found: Found) -> Meaning | None:
    """A bare "10:57" is a time only after a word that leads to one; "3:15" may be a score or a verse."""
    clock = clock_of(found)
    if found.before == "high" or _OPENING.match(found.tokens.text, found.span.end):
        return None
    if found.has("daypart") and found.has("hour"):
        afternoon = found.value("daypart") in {"AF", "EV"} and found.number("hour") < _NOON
        return Clock(f"T{found.number('hour') + _NOON * afternoon:02}:00")
    sure = (
        found.has("meridiem")
        or found.has("ampm")
        or found.has("zone")
        or found.has("sure")
        or found.has("said")
        or "hrs" in found.text("clock")
    )
    if _SCORE.search(found.tokens.text, max(0, found.span.start - 30), found.span.start) and not sure:
        return None
    if clock is None or not (sure or found.has("clockword") or found.before in _LEADS or found.has("military")):
        return None
    if found.has("hour") and not sure and found.before not in _LEADS:
        return None
    return Clock(clock)


def _on_day(found: Found) -> Meaning | None:
    clock, day = clock_of(found), found.meaning("day")
    hours = isinstance(day, Weekday) and _OPEN.match(found.tokens.text, found.span.end)  # “5 pm Monday to Friday”
    return None if clock is None or day is None or hours else Clock(clock, day)


def _on_written_day(found: Found) -> Meaning | None:
    clock = clock_of(found)
    return (
        None if clock is None else Clock(clock, Step(Unit.DAY, -1 if found.text("way") == "last" else 0, From.WRITING))
    )


def _part_on_day(found: Found) -> Meaning | None:
    day = found.meaning("day")
    text, end = found.tokens.text, found.span.end
    if found.word("daypart").istitle() and found.before.isalpha() and text[end + 1 : end + 2].isupper():
        return Unplaced("")  # “Saturday Night Live”
    return None if day is None else Clock(f"T{found.value('daypart')}", day)


def _pinned(found: Found) -> Meaning | None:
    """“Last night”, "this morning", "tonight": a day is meant though not named."""
    part, way = found.value("daypart") or "NI", found.text("way")
    if way in {"this", "tonight"}:
        return Clock(f"T{part}", pinned=True)
    if way == "last":
        return Clock(f"T{part}", Step(Unit.DAY, -1, From.WRITING))
    step = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0}[way.split()[-1]]
    return Clock(f"T{part}", Step(Unit.DAY, step, From.MENTION))


def _is_idiom(found: Found) -> bool:
    """“The night that he left”, “the morning papers”, “it will not happen overnight”."""
    if found.has("the"):
        following = found.tokens.text[found.span.end + 1 : found.span.end + 2]
        if found.word("daypart").istitle() and following.isupper():
            return True  # “The Night Manager”
        return found.after in _ADJECTIVAL | {"the", "of", "that", "when", "he", "she", "they", "before", "after"}
    text, start = found.tokens.text, found.span.start
    return found.word("daypart").lower() == "overnight" and bool(_NOT.search(text, max(0, start - 40), start))


def _part(found: Found) -> Meaning | None:
    """A part of the day alone: "at night", "in the morning"."""
    word = found.word("daypart").lower()
    if word.endswith("s") and word != "overnight":
        return Repeated(f"XXXX-XX-XXT{found.value('daypart')}")
    if not found.has("the") and found.before not in {"at", "by", "all", "every", "during"} and word != "overnight":
        return None
    if _is_idiom(found):
        return None
    if found.before == "every":
        return Repeated(f"XXXX-XX-XXT{found.value('daypart')}")
    return Clock(f"T{found.value('daypart')}")


RULES = (
    Rule(
        "clock-day",
        f"{{@about}}? {_TIME} ,? ( on | in the {{daypart}} of | of )? {{@day}} ( {{daypart:_}} )?",
        _on_day,
        (
            ("He left at [10 p.m. Wednesday].", "2011-03-30T22:00"),
            ("It ends [5 p.m. EST April 9].", "2011-04-09T17:00"),
            ("He left at [noon on Wednesday].", "2011-03-30T12:00"),
            ("He left at [6:30 p.m. local time on Wednesday].", "2011-03-30T18:30"),
            ("He left at [0900 GMT on Wednesday].", "2011-03-30T09:00"),
            ("He left at [11.30pm on Wednesday night].", "2011-03-30T23:30"),
            ("He left at [14.37 BST on Wednesday].", "2011-03-30T14:37"),
        ),
    ),
    Rule(
        "clock-this-part",
        f"{{@about}}? {_TIME} ,? ( way=this|last {{daypart}} | way=tonight )",
        _on_written_day,
        (
            ("On March 3 he came; he left at [6 a.m. this morning].", "2011-03-31T06:00"),
            ("He left at [10.30pm last night].", "2011-03-30T22:30"),
        ),
    ),
    Rule(
        "day-clock",
        f"{{@day}} ,? ( at|around|about|by )? {_TIME}",
        _on_day,
        (("He left [Wednesday at 10:30 a.m.].", "2011-03-30T10:30"),),
    ),
    Rule(
        "day-part",
        "( early|late )? {@day} ( in|during the )? early|late|mid? -? {daypart}",
        _part_on_day,
        (
            ("He left [Wednesday night].", "2011-03-30TNI"),
            ("He left [yesterday afternoon].", "2011-03-30TAF"),
        ),
    ),
    Rule(
        "part-of-day",
        "( the|on|early|late|mid )? ( early|late )? -? {weekday}? {daypart} ( hours )? ( of|on|, )? {@day}",
        _part_on_day,
        (
            ("At [Sunday dawn of 25 June 1950] they crossed.", "1950-06-25TMO"),
            ("On [the night of March 13] he left.", "2011-03-13TNI"),
            ("In [the early morning hours of November 1, 1954] he left.", "1954-11-01TMO"),
        ),
    ),
    Rule(
        "this-part",
        "( early|late|later|earlier )? ( way=this|last|that|tonight | the? way=next|following|previous|same"
        " | that way=same ) {daypart}",
        _pinned,
        (
            ("He left [last night].", "2011-03-30TNI"),
            ("He left [this morning].", "2011-03-31TMO"),
        ),
    ),
    Rule(
        "part-before-last",
        "the {daypart} before last",
        lambda found: Clock(f"T{found.value('daypart')}", Step(Unit.DAY, -2, From.WRITING)),
        (("He left [the night before last].", "2011-03-29TNI"),),
    ),
    Rule("tonight", "( late|later|earlier )? way=tonight", _pinned, (("He leaves [tonight].", "2011-03-31TNI"),)),
    Rule(
        "clock",
        f"{{@about}}? ( {_TIME} | {{hour}} in the {{daypart}} )",
        _alone,
        (
            ("Today he left at [10:35 a.m.].", "2011-03-31T10:35"),
            ("Today he left at [noon].", "2011-03-31T12:00"),
        ),
    ),
    Rule(
        "part",
        "( early|late|later|earlier in )? the=the? ( early|late )? {daypart}",
        _part,
        (("Today, in [the morning], he left.", "2011-03-31TMO"),),
    ),
)
