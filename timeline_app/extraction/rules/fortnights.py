"""Fortnights: two weeks as a length, and dates that are counted in them."""

from __future__ import annotations

from timeline_app.extraction.meanings import Ahead, Distance, From, Length, Meaning, Reading, Repeated
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.parts import amount
from timeline_app.extraction.rules.rule import Rule


def _weeks(found: Found) -> int | None:
    number = amount(found) if found.has("count") else 1
    return None if number is None else round(2 * number)


def _fortnight(found: Found) -> Meaning | None:
    weeks, way = _weeks(found), found.text("way")
    if not way or (way in {"before", "after"} and found.after.isalpha()):  # an event follows, from which it counts
        return None if way else Length("PXW" if weeks is None else f"P{weeks}W")
    origin = From.EITHER if way == "ago" else From.MENTION
    return Distance(Unit.WEEK, weeks, way in {"later", "after", "afterwards"}, origin)


def _ahead(found: Found) -> list[Reading] | None:
    weeks = _weeks(found)
    if weeks is None:
        return None
    distance = Distance(Unit.WEEK, weeks, forward=True, origin=From.EITHER)
    return [Reading(found.span_of("time"), Ahead(distance, f"P{weeks}W"))]


RULES = (
    Rule(
        "in-fortnights",
        "in time=( {@about}? {@count} fortnight|fortnights ( 's time )? )",
        _ahead,
        (("He will leave in [a fortnight].", "2011-W15"),),
    ),
    Rule(
        "every-fortnight",
        "every fortnight | fortnightly",
        lambda _: Repeated("P2W"),
        (("He comes [every fortnight].", "P2W"),),
    ),
    Rule(
        "fortnight",
        "( {@about}? {@count} | the? ( last|past|next|first|final|previous|following|coming|whole )? )"
        " fortnight|fortnights way=ago|later|earlier|before|after|afterwards?",
        _fortnight,
        (
            ("It took [a fortnight].", "P2W"),
            ("[The last fortnight] was wet.", "P2W"),
            ("He left [a fortnight ago].", "2011-W11"),
            ("On March 3 he came; [a fortnight later] he left.", "2011-W11"),
        ),
        "date",
    ),
)
