"""Feasts and public holidays: named days of the year.

To add one, add a row: its words (a pattern), when it is (see ``extraction/feasts``), and an example.
"""

from __future__ import annotations

import re

from timeline_app.extraction.feasts import feast_day
from timeline_app.extraction.meanings import Absolute, Meaning, Recurring, Unplaced
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.partial import WAY, way_of
from timeline_app.extraction.rules.parts import words, year_of
from timeline_app.extraction.rules.rule import Rule
from timeline_app.model.document import TextSpan

_FEASTS = (
    ("christmas day?", "12-25", "He left on [Christmas Day].", "2010-12-25"),
    ("christmas eve", "12-24", "He left on [Christmas Eve 1914].", "1914-12-24"),
    ("boxing day", "12-26", "He left on [Boxing Day].", "2010-12-26"),
    ("new year 's day", "1-1", "He left on [New Year's Day].", "2011-01-01"),
    ("new year 's eve", "12-31", "He left on [New Year's Eve].", "2010-12-31"),
    ("epiphany", "1-6", "He left on [Epiphany].", "2011-01-06"),
    ("candlemas", "2-2", "He left on [Candlemas].", "2011-02-02"),
    ("valentine 's day", "2-14", "He left on [Valentine's Day].", "2011-02-14"),
    ("( st.|saint patrick 's day )", "3-17", "He left on [Saint Patrick's Day].", "2011-03-17"),
    ("lady day", "3-25", "He left on [Lady Day].", "2011-03-25"),
    ("ash wednesday", "easter-46", "He left on [Ash Wednesday].", "2011-03-09"),
    ("palm sunday", "easter-7", "He left on [Palm Sunday 2010].", "2010-03-28"),
    ("maundy thursday", "easter-3", "He left on [Maundy Thursday 2010].", "2010-04-01"),
    ("good friday", "easter-2", "He left on [Good Friday 2010].", "2010-04-02"),
    ("easter sunday|day?", "easter", "He left at [Easter 1916].", "1916-04-23"),
    ("easter monday", "easter+1", "He left on [Easter Monday 1916].", "1916-04-24"),
    ("ascension day", "easter+39", "He left on [Ascension Day 2010].", "2010-05-13"),
    ("whit sunday | pentecost", "easter+49", "He left at [Pentecost 2010].", "2010-05-23"),
    ("whit monday", "easter+50", "He left on [Whit Monday 2010].", "2010-05-24"),
    ("juneteenth", "6-19", "He left on [Juneteenth].", "2010-06-19"),
    ("martin luther king day", "1-1-3", "He left on [Martin Luther King Day 2010].", "2010-01-18"),
    ("presidents ' day", "2-1-3", "He left on [Presidents' Day 2010].", "2010-02-15"),
    ("april fool|fools 's|'? day", "4-1", "He left on [April Fools' Day 2010].", "2010-04-01"),
    ("anzac day", "4-25", "He left on [Anzac Day 1916].", "1916-04-25"),
    ("canada day", "7-1", "He left on [Canada Day 2010].", "2010-07-01"),
    ("australia day", "1-26", "He left on [Australia Day 2010].", "2010-01-26"),
    ("may day", "5-1", "He left on [May Day 1920].", "1920-05-01"),
    ("memorial day", "5-1--1", "He left on [Memorial Day 2010].", "2010-05-31"),
    ("midsummer day", "6-24", "He left on [Midsummer Day 2010].", "2010-06-24"),
    ("independence day | the? fourth of july", "7-4", "He left on [Independence Day 1976].", "1976-07-04"),
    ("bastille day", "7-14", "He left on [Bastille Day 1989].", "1989-07-14"),
    ("assumption day", "8-15", "He left on [Assumption Day 1989].", "1989-08-15"),
    ("labor day", "9-1-1", "He left on [Labor Day 2010].", "2010-09-06"),
    ("michaelmas", "9-29", "He left at [Michaelmas 1450].", "1450-09-29"),
    ("columbus day", "10-1-2", "He left on [Columbus Day 2010].", "2010-10-11"),
    ("halloween", "10-31", "He left on [Halloween 2010].", "2010-10-31"),
    ("all -? saints '? day", "11-1", "He left on [All Saints' Day 1954].", "1954-11-01"),
    ("all souls '? day", "11-2", "He left on [All Souls' Day 1954].", "1954-11-02"),
    ("guy fawkes night|day", "11-5", "He left on [Guy Fawkes Night 2010].", "2010-11-05"),
    ("armistice|veterans|remembrance day", "11-11", "He left on [Armistice Day 1920].", "1920-11-11"),
    ("martinmas", "11-11", "He left at [Martinmas 1450].", "1450-11-11"),
    ("thanksgiving day?", "11-4-4", "He left on [Thanksgiving 2010].", "2010-11-25"),
    ("election day", "11-1-1+1", "He won on [Election Day 1998].", "1998-11-03"),
    ("rosh hashanah|hashana", "1 tishri", "He left on [Rosh Hashanah 2010].", "2010-09-09"),
    ("yom kippur", "10 tishri", "The war began on [Yom Kippur 1973].", "1973-10-06"),
    ("sukkot|sukkoth", "15 tishri", "He left at [Sukkot 2010].", "2010-09-23"),
    ("hanukkah|chanukah|hanukah", "25 kislev", "He left at [Hanukkah 2009].", "2009-12-12"),
    ("purim", "14 adar", "He left on [Purim 2011].", "2011-03-20"),
    ("passover|pesach", "15 nisan", "He left at [Passover 1943].", "1943-04-20"),
    ("shavuot|shavuoth", "6 sivan", "He left at [Shavuot 2010].", "2010-05-19"),
    ("chinese|lunar new year", "chinese new year", "He left at [Chinese New Year 2010].", "2010-02-14"),
    ("dragon boat festival", "chinese dragon boat", "He left at [Dragon Boat Festival 2010].", "2010-06-16"),
    ("mid - autumn festival", "chinese mid-autumn", "He left at [Mid-Autumn Festival 2010].", "2010-09-22"),
    ("inauguration day", "1-20", "He left on [Inauguration Day 1961].", "1961-01-20"),
)

_NAMED_AFTER = words("agreement accord accords rising rebellion offensive island islands show market uprising massacre")


_ATTRIBUTED = words(
    "tree trees card cards party parties dinner dinners lunch shopping gift gifts present presents spirit song songs"
    " carol carols movie film market markets pudding lights stocking egg eggs bunny costume costumes extravaganza"
    " extravaganzas special album concert jumper list bonus cake dress decorations wishes message shoppers turkey"
)
_AT = words("in at on for by since until till before after this last next of during every around from")
_OF_A_COUNTRY = re.compile(r"independence|memorial|election|inauguration|labor|thanksgiving")
_ANOTHER = re.compile(r"(?<![.!?:“\"] )\b(?!On|Last|This|Since|Until|American|America[’']s|US)[A-Z][a-z]+(?:[’']s)? $")


def _feast(found: Found) -> Meaning | None:
    name, formula = next((f"feast{n}", row[1]) for n, row in enumerate(_FEASTS) if found.has(f"feast{n}"))
    if _is_no_feast(found, found.span_of(name)):
        return None
    if found.after in _NAMED_AFTER and found.tokens.text[found.span.end + 1].isupper():
        return Unplaced("")  # “the Good Friday Agreement”
    if found.has("year"):
        year = year_of(found)
        place = None if year is None else feast_day(formula, year)
        return None if place is None else Absolute(place)
    way, origin = way_of(found)
    return Recurring(Unit.DAY, 0, way=way, origin=origin, feast=formula)


def _is_no_feast(found: Found, name: TextSpan) -> bool:
    """“independence day” of any country, “India’s Independence Day”, “Easter Ross”, “a Christmas tree”."""
    text, words = found.tokens.text, found.tokens.text[slice(*name)]
    if words.islower():
        return True
    of_another = _ANOTHER.search(text, max(0, name.start - 24), name.start)
    if of_another and _OF_A_COUNTRY.match(words.lower()):
        return True
    is_named = " " not in words and found.before not in _AT and text[name.end + 1 : name.end + 2].isupper()
    return is_named or (found.after in _ATTRIBUTED and not found.has("year"))


_NAMES = " | ".join(
    f"feast{number}=( {words} )"
    for number, (words, *_) in sorted(
        enumerate(_FEASTS), key=lambda row: row[1][0].endswith("?")
    )  # “Easter Monday” first
)

RULES = (
    Rule("feast", f"{WAY} ( {_NAMES} ) ( ,|of? {{@year}} )?", _feast, tuple(row[2:] for row in _FEASTS), "day date"),
)
