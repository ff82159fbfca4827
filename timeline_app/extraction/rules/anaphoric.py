"""Dates counted from a date spoken of before: three days later, a year earlier, the day after."""

from __future__ import annotations

from timeline_app.extraction.meanings import Distance, From, Meaning, Step, Unplaced
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.parts import UNITS, always, amount
from timeline_app.extraction.rules.rule import Rule


def _later(found: Found) -> Meaning | None:
    code = found.value("unit")
    number = amount(found)
    fine = code if code.startswith("T") else ""
    forward = found.text("way") in {"later", "after", "afterwards", "afterward", "hence"}
    if found.text("way") in {"before", "after"} and found.after.isalpha():
        return None  # counted from an event, which the words that follow tell
    if number is None:
        return Unplaced("FUTURE_REF" if forward else "PAST_REF", vague=True)
    if UNITS[code] is Unit.YEAR and number == 1 and not fine and not forward:
        return Step(Unit.YEAR, -1, From.MENTION, like=True)
    return Distance(UNITS[code], int(number), forward=forward, origin=From.MENTION, fine=fine)


def _some_later(found: Found) -> Meaning | None:
    return Unplaced("FUTURE_REF" if found.text("way") in {"later", "after", "afterwards"} else "PAST_REF", vague=True)


def _neighbour(found: Found) -> Meaning | None:
    return Step(Unit.DAY, 1 if found.text("way") == "after" else -1, From.MENTION)


_YEAR_AGO = always(Step(Unit.YEAR, -1, From.EITHER, like=True))


RULES = (
    Rule(
        "later",
        "{@about}? {@count} -? {unit|units:unit} way=later|earlier|before|after|afterwards|afterward|previously|prior",
        _later,
        (
            ("On March 3 he came; [three days later] he left.", "2011-03-06"),
            ("In 1990 it rose; [two years earlier] it fell.", "1988"),
        ),
        "date",
    ),
    Rule(
        "some-later",
        "( only|just|a )? {units} way=later|earlier|before|after|afterwards",
        _some_later,
        (("It ended [years later].", "FUTURE_REF"),),
        "date",
    ),
    Rule(
        "same-day",
        "( later|earlier )? that same? day",
        always(Step(Unit.DAY, 0, From.MENTION)),
        (("On March 3 he came; [later that day] he left.", "2011-03-03"),),
        "day date",
    ),
    Rule(
        "day-after",
        "the day way=before|after",
        lambda found: None if found.after.isalpha() else _neighbour(found),
        (("On March 3 he came; [the day after], he left.", "2011-03-04"),),
        "day date",
    ),
    Rule(
        "year-ago-period",
        "( ( the|a )? year - ago|earlier ( {ordinal}? period|quarter )? | the quarter a year ago|earlier )",
        _YEAR_AGO,
        (("It rose from [the year-ago period].", "2010"),),
        "date",
    ),
)
