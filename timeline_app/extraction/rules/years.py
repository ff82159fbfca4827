"""Years and longer times in full: years of an era, decades, centuries; and numbers that are no years."""

from __future__ import annotations

import re

from timeline_app.extraction.meanings import Absolute, DecadeOfCentury, EarlyYear, Meaning
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.numbered import COUNTED, LEADS, SURE_LEADS, is_led, is_no_year
from timeline_app.extraction.rules.parts import words, year_of
from timeline_app.extraction.rules.rule import Rule

_COUNTING = words("twelve thirteen fourteen fifteen twenty two")  # more often the beginning of a count
_AFTER_YEAR = words("when the and he she they it a an with to but by was were his their on at in after before as")
_DECADES = re.compile(r"(?:[0-9]0s,? (?:and|or|to) |\b(?:mid|early|late|nineteen)-)$")
_SURE = range(1700, 2060)


def _long_year(found: Found) -> Meaning | None:
    years = found.number("grouped")
    return Absolute(Place(Unit.YEAR, 1 - years)) if found.value("era").startswith("B") else None


def _bare_year(found: Found) -> Meaning | None:
    """Four digits alone are a year after a word that leads to one, and never a count or a number of something."""
    year, before, after = int(found.word("year")), found.before, found.after
    if is_no_year(found):
        return None
    sure = year in _SURE and (before in LEADS or not after.isalpha() or not after.endswith("s"))
    return Absolute(Place(Unit.YEAR, year)) if sure or before in SURE_LEADS or is_led(found) else None


def _named_year(found: Found) -> Meaning | None:
    return None if found.before == "new" else _era_year(found)  # “Chinese New Year 2010”


def _era_year(found: Found) -> Meaning | None:
    year = year_of(found)
    return None if year is None else Absolute(Place(Unit.YEAR, year))


def _early_year(found: Found) -> Meaning | None:
    """Two or three digits: a year only near others of that time, which the anchoring knows."""
    year = int(found.word("early"))
    led = found.before in {"in", "by", "since", "until", "from", "of", "before", "after", "late", "early"}
    closed = not found.after.isalpha() or found.after in _AFTER_YEAR
    return EarlyYear(year) if led and closed and 10 <= year < 1000 else None  # noqa: PLR2004


def _decade(found: Found) -> Meaning | None:
    years = int(found.word("decade")[:4])
    if found.value("era").startswith("B"):
        return Absolute(Place(Unit.DECADE, -(years // 10) - 1))
    if years % 100 == 0 and years < 2000:  # noqa: PLR2004 - "the 1800s" is a century
        return Absolute(Place(Unit.CENTURY, years // 100), (Place(Unit.DECADE, years // 10),))
    return Absolute(Place(Unit.DECADE, years // 10))


def _bc_decade(found: Found) -> Meaning | None:
    years = int("".join(filter(str.isdecimal, found.word("years"))))
    return Absolute(Place(Unit.DECADE, -(years // 10) - 1)) if found.value("era").startswith("B") else None


def _short_decade(found: Found) -> Meaning | None:
    """'the 80s', 'the eighties'."""
    word = found.word("years")
    digits = "".join(filter(str.isdecimal, word))
    tens = int(digits) // 10 if digits else int(found.vocabulary.value(word, "tensdecade")) // 10
    led = found.has("the") or found.before in {"early", "mid", "late", "’", "'", "in", "of"}
    if not led and not _DECADES.search(found.tokens.text, max(0, found.span.start - 16), found.span.start):
        return None
    return DecadeOfCentury(tens)


def _century(found: Found) -> Meaning | None:
    number = found.number("nth") + (found.number("ones") if found.has("ones") else 0)
    before_christ = found.value("era").startswith("B")
    if not 1 <= number <= 60:  # noqa: PLR2004
        return None
    return Absolute(Place(Unit.CENTURY, -number if before_christ else number - 1))


def _era_year_of(found: Found) -> Meaning | None:
    """A year with its era, whatever comes first."""
    year = found.number("early")
    return Absolute(Place(Unit.YEAR, 1 - year if found.value("era").startswith("B") else year))


def _spelled(found: Found) -> Meaning | None:
    """“Nineteen sixty-eight”; "two thousand" and round hundreds are years only after a word that leads to one."""
    year, words = year_of(found), found.text("year").replace("-", " ").split()
    loose = words[0] in _COUNTING or "hundred" in words or "thousand" in words or len(words) < 3  # noqa: PLR2004
    led = found.before in {"in", "since", "by", "until", "till", "from", "of", "year"}
    if year is None or found.after in COUNTED or (loose and (not led or found.after.endswith("s"))):
        return None
    return Absolute(Place(Unit.YEAR, year))


RULES = (
    Rule(
        "era-year",
        "( the year )? ( {early} {era} | {era} {early} )",
        _era_year_of,
        (
            ("It fell in [480 BC].", "BC0480"),
            ("It fell in [AD 79].", "0079"),
        ),
        "whole date",
    ),
    Rule(
        "year",
        "{year}",
        _bare_year,
        (
            ("The [1969] coup.", "1969"),
            ("Reading 1984 by George Orwell in [1990].", "1990"),
            ("It came in [1990].", "1990"),
            ("John (fl. [1450]) wrote it.", "1450"),
        ),
        "whole date",
    ),
    Rule(
        "named-year",
        "the? year {@year}",
        _named_year,
        (
            ("[The year 2000] came.", "2000"),
            ("[The year two thousand] came.", "2000"),
        ),
        "whole date",
    ),
    Rule(
        "spelled-year",
        "{@yearwords:year}",
        _spelled,
        (
            ("In [nineteen ninety-seven] it rained.", "1997"),
            ("In [nineteen fourteen] it rained.", "1914"),
            ("In [nineteen hundred and five] it rained.", "1905"),
            ("In [two thousand and eight] it rained.", "2008"),
        ),
        "whole date",
    ),
    Rule(
        "decade",
        "the? {decade} {era}?",
        _decade,
        (
            ("In [the 1930s] it grew.", "193"),
            ("In [the 1800s] it grew.", "18"),
        ),
        "whole date",
    ),
    Rule(
        "decade-bc", "the? {bcdecade:years} {era}", _bc_decade, (("In [the 470s BC] it grew.", "BC047"),), "whole date"
    ),
    Rule(
        "early-year",
        "{early}",
        _early_year,
        (("In 490 BC they came; in [480] they came again.", "BC0480"),),
        "whole date",
    ),
    Rule("era-year-long", "{grouped} {era}", _long_year, (("In [10,000 BC] it was cold.", "BC10000"),), "whole date"),
    Rule(
        "short-decade",
        "the=the? {shortdecade|tensdecade:years}",
        _short_decade,
        (
            ("In [the ’80s] it grew.", "198"),
            ("In [the sixties] it grew.", "196"),
            ("In [the twenties] it grew.", "192"),
            ("In 1840 he came, and in [the fifties] he left.", "185"),
        ),
        "whole date",
    ),
    Rule(
        "century",
        "the? {ordnum|ordinal:nth} ( -? ones={ordinal} )? -? century|centuries {era}?",
        _century,
        (
            ("In [the 4th century BC] it grew.", "BC03"),
            ("In [the twentieth century] it grew.", "19"),
        ),
        "whole date",
    ),
)
