"""Words that place something in the past, the present or the future and no closer."""

from __future__ import annotations

from timeline_app.extraction.meanings import Meaning, Unplaced
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.rules.parts import always
from timeline_app.extraction.rules.rule import Rule

_PAST, _PRESENT, _FUTURE = (Unplaced(f"{time}_REF") for time in ("PAST", "PRESENT", "FUTURE"))


def _now(found: Found) -> Meaning | None:
    return None if found.after == "that" else _PRESENT


def _soon(found: Found) -> Meaning | None:
    return None if found.after in {"after", "as"} else _FUTURE


def _past(found: Found) -> Meaning | None:
    """“The past” as a noun, not “the past president”."""
    return None if found.after.isalpha() and found.before not in {"in", "from", "of"} else _PAST


RULES = (
    Rule("now", "( right|until|till|just|even|by )? now", _now, (("He is in London [now].", "PRESENT_REF"),)),
    Rule(
        "present",
        "currently|nowadays | at|the present | these days | the present|current|modern time|day|moment"
        " | the time being | at? this|the moment | at? this time | present|modern - day",
        always(_PRESENT),
        (
            ("He is [currently] in London.", "PRESENT_REF"),
            ("[These days] he sleeps.", "PRESENT_REF"),
        ),
    ),
    Rule(
        "recently",
        "recently|lately|formerly | just? recently",
        always(_PAST),
        (("He [recently] left.", "PAST_REF"),),
    ),
    Rule("past", "the ( distant|recent )? past", _past, (("In [the past] he slept.", "PAST_REF"),)),
    Rule(
        "recent-units",
        "recent {units} ( and {units} )?",
        always(_PAST),
        (("It rained in [recent days].", "PAST_REF"),),
    ),
    Rule(
        "future",
        "( the|near|foreseeable|immediate )? ( near|foreseeable|immediate )? future",
        always(_FUTURE),
        (("In [the near future] he sleeps.", "FUTURE_REF"),),
    ),
    Rule(
        "soon",
        "as soon as possible | the near|long|short term",
        _soon,
        (("He will leave [as soon as possible].", "FUTURE_REF"),),
    ),
)
