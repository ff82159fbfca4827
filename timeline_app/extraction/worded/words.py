"""What single words and parts of a pattern give: numbers, years, ways and steps, by the classes they are in."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.extraction.meanings import From, Meaning, Reading, Step, Way
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.parts import UNITS

# Id of a rule, what its words mean, and the kinds it is readable as inside others.
Rows = tuple[tuple[str, Callable[[Found], Meaning | list[Reading] | None], str], ...]

UNITS_OF = {**UNITS, "WE": Unit.WEEKEND}
STEPS = {"last": -1, "this": 0, "next": 1, "coming": 1, "previous": -1, "same": 0, "following": 1}
MENTIONED = frozenset({"previous", "same", "following"})
HUNDRED = 100
_WAYS = {
    **dict.fromkeys(("last", "previous"), Way.LAST), **dict.fromkeys(("this", "same"), Way.THIS),
    **dict.fromkeys(("next", "coming", "following"), Way.NEXT),
}  # fmt: skip
_STEP = re.compile(r"([A-Z]+)([+-][0-9])(m?)")


def numbers(found: Found, name: str) -> list[int | None]:
    """The numbers of a part, word by word; None for "a few"."""
    place = found.at(name)
    if place is None:
        return []
    words = [found.tokens.word(index) for index in range(*place)]
    known = [(word, found.vocabulary.classes.get(word, {})) for word in words]
    return [
        None if "vaguely" in classes else int(classes.get("number", "".join(filter(str.isdecimal, word)) or "0"))
        for word, classes in known
        if "vaguely" in classes or "number" in classes or word[:1].isdecimal()
    ]


def amount(found: Found) -> int | None:
    """How many the part ``count`` says; None for "a few"."""
    total = 0
    for number in numbers(found, "count"):
        if number is None:
            return None
        total = (total or 1) * number if number >= HUNDRED > total and total else total + number
    return total


def year_of(found: Found, name: str = "year") -> int | None:
    """The astronomical year of a part ``{@year}``; None where it names none."""
    place = found.at(name)
    if place is None:
        return None
    words = [found.tokens.word(index) for index in range(*place)]
    eras = [era for word in words if (era := found.vocabulary.classes.get(word, {}).get("era"))]
    digits = next((word for word in words if word.isdecimal()), "") or _spelled(numbers(found, name))
    if not digits:
        return None
    return 1 - int(digits) if eras and eras[0] == "BC" else int(digits)


def _spelled(parts: list[int | None]) -> str:
    """Digits in words one after the other (二〇一一)."""
    return "".join(map(str, parts)) if len(parts) == 4 and all(n is not None and n < 10 for n in parts) else ""  # noqa: PLR2004 - a year


def nth_of(found: Found) -> int:
    """The number of a century."""
    parts = [number for number in numbers(found, "nth") if number]
    return sum(parts) if parts and not found.value("nth") else found.number("nth")


def way_of(found: Found) -> tuple[Way, From]:
    """Which of those that recur the part ``way`` names, and what it is counted from."""
    value = found.value("way")
    return _WAYS.get(value, Way.OPEN), From.MENTION if value in MENTIONED else From.EITHER


def step_of(value: str) -> Step:
    """A step as vocabulary writes it: ``D-1`` yesterday, ``W+1`` next week, ``D+1m`` the day after one spoken of."""
    unit, steps, mentioned = _STEP.findall(value)[0]
    origin = From.MENTION if mentioned else From.WRITING if unit == "D" else From.EITHER
    return Step(UNITS_OF[unit], int(steps), origin)
