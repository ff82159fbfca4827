"""Patterns that many rules share, and how their words are read."""

from __future__ import annotations

from timeline_app.extraction.meanings import Absolute, Distance, From, JulianLeapDay, Meaning, Recurring
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.rule import Read
from timeline_app.model import civil

PARTS = {
    # how many: None in ``amount`` is "some"
    "count": (
        "( {int} {fraction} | {decimal} | {grouped} | {int} | {int|number} and a|one half | {number} -? {number}?"
        " | a few|couple|number|dozen of? | few | several | many | some | half a|an | a half -? | a|an"
        " | a hundred|thousand | dozens|hundreds|thousands of )"
    ),
    "number": "( {int} | {number} -? {number}? )",
    # words that make an amount or a date less sharp, and belong to the expression
    "about": (
        "( about|around|approximately|roughly|nearly|almost|some|only|just|over|barely|within|another | {approx}"
        " | not? more|less|fewer than | at least|most | up to | as many|much|little as | a little more|less than"
        " | no later than )"
    ),
    "nthday": "( {day|ordday} | {ordinal} | twenty|thirty -? {ordinal} )",
    "year": "( {early} {era} | {era} {early} | {year} | {@yearwords:_} )",
    "yearwords": (
        "( fourteen|fifteen|sixteen|seventeen|eighteen|nineteen hundred ( and {number} -? {number}? )?"
        " | twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty {number} -? {number}?"
        " | two thousand ( and {number} -? {number}? )? )"
    ),
}  # fmt: skip


def words(text: str) -> frozenset[str]:
    """A list of words, written with spaces between them."""
    return frozenset(text.split())


def always(meaning: Meaning) -> Read:
    """A reading that is the same for all words a pattern finds."""
    return lambda _: meaning


UNITS = {
    "D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Q": Unit.QUARTER, "Y": Unit.YEAR, "DE": Unit.DECADE,
    "CE": Unit.CENTURY, "ML": Unit.MILLENNIUM, "TH": Unit.DAY, "TM": Unit.DAY, "TS": Unit.DAY,
}  # fmt: skip
_VAGUE = frozenset({"few", "several", "many", "some", "number", "dozens", "hundreds", "thousands"})
_FULL = 100
_LEAP_YEAR = 2000


def amount(found: Found, name: str = "count") -> float | None:
    """The number a ``{@count}`` gives, None for "a few"."""
    words = found.text(name).replace("-", " ").split()
    if _VAGUE.intersection(words):
        return None
    if "couple" in words:
        return 2
    if "dozen" in words:
        return 12
    if words[0] == "half" or words == ["a", "half"]:
        return 0.5
    total = 0.0
    for word in words:
        total = _added(total, word, found)
    return total + 0.5 * ("half" in words)


_PARTS = {Unit.WEEK: (Unit.DAY, 7), Unit.MONTH: (Unit.DAY, 30), Unit.YEAR: (Unit.MONTH, 12),
          Unit.DECADE: (Unit.YEAR, 10), Unit.CENTURY: (Unit.YEAR, 100)}  # fmt: skip


def distance(unit: Unit, number: float | None, *, forward: bool, origin: From, fine: str = "") -> Distance:
    """So many units from somewhere; halves are counted in the next finer unit, and no finer than the words."""
    if fine == "TH" and number is not None and number != int(number):
        number, fine = number * 60, "TM"
    if number is None or number == int(number) or unit not in _PARTS or fine:
        return Distance(unit, None if number is None else int(number), forward, origin, fine)
    part, times = _PARTS[unit]
    below = Unit.WEEK if part is Unit.DAY else part
    return Distance(part, round(number * times), forward, origin, within=unit if number > 1 else below)


def _added(total: float, word: str, found: Found) -> float:
    if word in {"a", "an"}:
        return total or 1
    digits = word.replace(",", "")
    if digits.isdecimal():
        return float(digits)
    if "/" in digits:
        over, _, under = digits.partition("/")
        return total + float(over) / (float(under) or 1)
    if digits.replace(".", "").isdecimal():
        return float(digits)
    known = found.vocabulary.classes.get(word, {}).get("number")
    if known is None:
        return total
    value = int(known)
    return (total or 1) * value if value >= _FULL else total + value


def year_of(found: Found, name: str = "year") -> int | None:
    """The astronomical year a ``{@year}`` gives; None for digits that can be no year."""
    words = found.text(name).replace("-", " ").split()
    digits = next((word for word in words if word.isdecimal()), "")
    if not digits:
        return _spelled(words, found)
    year = int(digits)
    if any(word.startswith("b") for word in words):
        return 1 - year
    return year


def _spelled(words: list[str], found: Found) -> int | None:
    """A year in words: "nineteen sixty-eight", "nineteen hundred and five", "two thousand and eight"."""
    first, *rest = [int(found.vocabulary.classes.get(word, {}).get("number", "0")) for word in words if word != "and"]
    if rest[:1] in ([100], [1000]):
        year = first * rest[0] + sum(rest[1:])
        return year if sum(rest[1:]) < _FULL else None
    tens, ones = (rest or [0])[0], sum(rest[1:])
    pair = tens % 10 == 0 and 20 <= tens < _FULL and ones < 10  # noqa: PLR2004 - twenty to ninety, and one to nine
    return first * _FULL + tens + ones if pair or (10 <= tens < _FULL and not ones) else None  # noqa: PLR2004


def day_number(found: Found, name: str = "day") -> int:
    """The day of the month that a ``{@nthday}`` gives, in digits or in words."""
    words = found.text(name).replace("-", " ").split()
    digits = "".join(filter(str.isdecimal, words[0]))
    if digits:
        return int(digits)
    known = [found.vocabulary.classes.get(word, {}) for word in words]
    return sum(int(classes.get("ordinal") or classes.get("number", "0")) for classes in known)


def day_place(year: int | None, month: int, day: int) -> Meaning | None:
    """A day in a year, or the month where it has no such day; without a year, a day of some year."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:  # noqa: PLR2004 - months and days
        return None
    if year is None:
        return Recurring(Unit.DAY, month, day) if day <= civil.days_in_month(_LEAP_YEAR, month) else None
    if day > civil.days_in_month(year, month):
        whole = Absolute(Place(Unit.MONTH, year * 12 + month - 1), note=f"that month has no day {day}")
        return JulianLeapDay(year) if day == 29 and year % 4 == 0 else whole  # noqa: PLR2004 - of February
    return Absolute(Place(Unit.DAY, civil.days_from_civil(year, month, day)))
