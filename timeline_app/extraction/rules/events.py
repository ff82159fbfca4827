"""Dates counted from things that happened: "two days after the invasion", "the first day of the siege"."""

from __future__ import annotations

from timeline_app.extraction.happenings import named_after
from timeline_app.extraction.meanings import FromEvent, PartOfEvent, Reading
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.durations import period
from timeline_app.extraction.rules.parts import UNITS, amount
from timeline_app.extraction.rules.rule import Rule
from timeline_app.model.document import TextSpan

_LASTS = frozenset({"for", "in", "within", "over", "during", "throughout"})  # before a length of time
_DATES = frozenset({"month", "weekday", "season"})
_LASTING = frozenset({"D", "W", "M", "Y"})


def _from_event(found: Found) -> list[Reading] | None:
    """So many units after something that the words behind name."""
    code, whole = found.value("unit"), found.has("count")
    number = amount(found) if whole else 1
    if _is_date(found) or number is None or number != int(number) or code not in _LASTING or found.before in _LASTS:
        return None
    thing = named_after(found.tokens.text, found.span.end)
    if thing is None:
        return None
    steps = int(number) * (-1 if found.text("way") == "before" else 1)
    length = period(number, code) if whole else ""
    alone = found.span_of("unit").end
    return [Reading(TextSpan(found.span.start, thing.end), FromEvent(thing, UNITS[code], steps, length, alone))]


def _is_date(found: Found) -> bool:
    """Whether a date follows, not a thing: "ten days after May 1990"."""
    classes = found.vocabulary.classes.get(found.after.title(), {})
    return found.after.isdecimal() or not _DATES.isdisjoint(classes)


def _eve(found: Found) -> list[Reading] | None:
    thing = named_after(found.tokens.text, found.span.end)
    if thing is None:
        return None
    return [Reading(TextSpan(found.span.start, thing.end), FromEvent(thing, Unit.DAY, -1, "", 0))]


def _part(found: Found) -> list[Reading] | None:
    thing = named_after(found.tokens.text, found.span.end)
    if thing is None or found.value("unit") not in _LASTING:
        return None
    number = -1 if found.has("last") else 1 if found.has("opening") else found.number("nth")
    return [Reading(TextSpan(found.span.start, thing.end), PartOfEvent(thing, UNITS[found.value("unit")], number))]


RULES = (
    Rule(
        "from-event",
        "( {@about}? {@count} -? {unit|units:unit} | the {unit|units:unit} ) way=after|before|following",
        _from_event,
        (
            ("On 3 March 1990 they invaded; he left [two days after the invasion].", "1990-03-05"),
            ("The attack came on 3 March 1990. [The day after the attack] he left.", "1990-03-04"),
            ("He left [a week before the election]. The vote was held on 8 May 1990.", "1990-W18"),
            ("He resigned [three days after the attack] of 5 May 1990.", "1990-05-08"),
            ("He left [two days] after the attack.", "P2D"),
            ("The war began on 3 March 1990. He left [two days after the war began].", "1990-03-05"),
            ("The war began on 3 March 1990. He left [two days] after the war.", "P2D"),
        ),
    ),
    Rule(
        "event-eve",
        "the? eve of",
        _eve,
        (("The invasion began on 3 March 1990; on [the eve of the invasion] he left.", "1990-03-02"),),
    ),
    Rule(
        "event-part",
        "the? ( {ordinal|ordnum:nth} | last=last|final|closing | opening=opening ) {unit} of",
        _part,
        (
            ("The siege began on 3 March 1990. On [the third day of the siege] he left.", "1990-03-05"),
            ("The siege ended on 3 March 1990. On [the last day of the siege] he left.", "1990-03-03"),
            ("The war began on 3 March 1990. In [the second year of the war] he left.", "1991"),
        ),
    ),
)
