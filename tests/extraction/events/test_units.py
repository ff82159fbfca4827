"""One event for each thing that happened at a date, and none for a date that only identifies."""

from __future__ import annotations

import pytest

from tests.extraction.marked import parsed, units_of
from timeline_app.extraction.english.clauses import clauses
from timeline_app.extraction.english.words import parse
from timeline_app.extraction.events.units import units
from timeline_app.model.document import TextSpan

NUMBERS = {
    "two clauses": ("The army left on {Tuesday} and the rebels came on {Wednesday}.", 2),
    "one date said twice": ("The army left on {Tuesday}, {29 March}.", 1),
    "two dates of one verb": ("They met on {Friday} and {Tuesday}.", 2),
    "days that follow each other": ("They met on {Tuesday} and {Wednesday}.", 1),
    "paper": ("The picture was passed to the Mail on {Sunday} by a friend.", 0),
    "programme": ("He left the {Today} programme for good.", 0),
    "than in": ("Guns, more lethal than in {the 1980s}, won the war.", 0),
    "range": ("He ruled from {1969} to {1998}.", 1),
    "range with a dash": ("The war ({1969}-{1998}) was long.", 1),
    "duration": ("He ruled for {two days}.", 0),
    "law": ("It broke the {1951} convention.", 0),
    "resolution": ("They voted for resolution 1973 of {2011}.", 0),
    "citation": ("This was shown before (Smith {1998}).", 0),
    "copyright": ("Copyright {2011} The Paper. All rights reserved.", 0),
    "amended": ("This article was amended on {Tuesday}.", 0),
    "dateline": ("LONDON, {29 March} (AP) -- The army left.", 0),
    "baseline": ("Sales were ten million, up from nine million in {1998}.", 0),
    "could be": ("The army could leave on {Tuesday}.", 0),
    "condition": ("They will fight if he resigns on {Tuesday}.", 0),
    "from a time": ("Smith disclosed songs from {the 1980s}.", 0),
    "of the year": ("The song was named album of {the year}.", 0),
    "a noun's date": ("They gave no reason for the {Jan. 14} deadline.", 0),
    "comment's stamp": ("At 07:56 am on {29 March}, Smith wrote: they left.", 0),
    "changed": ("This post was last changed at {29 March}.", 0),
    "between now and": ("He will not be sent home between now and {Friday}.", 0),
    "decade of the present": ("The answer seems a step back to {the 1980s}.", 0),
    "since a decade": ("The answer has changed since {the 1980s}.", 1),
    "due": ("The bank issued bonds due {1993}.", 0),
    "than": ("Sales were higher than {last week}.", 0),
    "ahead of": ("Fears rise ahead of {Friday}.", 0),
    "only which": ("The report describes the many gains these shares made {last week}.", 0),
    "would if": ("If the war had ended, the army would have left in {2002}.", 0),
    "one of two years": ("The army left in {1969} or {1998}.", 1),
    "a noun of another's date": ("He banned {Friday}'s show.", 0),
    "subject of another's date": ("The place for {Friday}'s party was chosen by the mayor.", 0),
    "compound": ("The {1998}-page report says that they left.", 0),
    "well before": ("The army had left well before {1998}.", 0),
    "the first in": ("It was the first coup in {40 years}.", 0),
    "from a number in a year": ("Their number rose from 100,000 in {1980} to more than 300,000.", 0),
    "citation of a day": ("In an article (Opinion, {29 March}), Smith praised the army.", 0),
    "up on": ("Labour has the support of 39% of voters (up one point on {last year}).", 0),
    "a year before": ("In the year-ago {January} the army had ten tanks.", 0),
    "caption": ("Photo: A mayor walks past a house on arrival at the airport of Lyon {April 28, 2009}.", 0),
    "heading with an event": ("The {1969} coup", 1),
    "heading without": ("Spring {1969}", 0),
}


@pytest.mark.parametrize(("sentence", "number"), NUMBERS.values(), ids=NUMBERS)
def test_what_happened_is_counted(sentence: str, number: int) -> None:
    assert len(units_of(sentence)) == number


def test_the_ends_of_a_range_give_one_interval() -> None:
    values = [unit.value for unit in units_of("He ruled from {1969} to {1998}.")]
    assert [value.edtf for value in values if value] == ["1969/1998"]


def test_between_is_one_moment_between() -> None:
    values = [unit.value for unit in units_of("He died between {1969} and {1998}.")]
    assert [value.edtf for value in values if value] == ["[1969..1998]"]


def test_a_range_that_ends_before_it_starts_is_two_dates() -> None:
    assert all(unit.value and "/" not in unit.value.edtf for unit in units_of("It ran from {1998} to {1969}."))


def test_the_more_exact_of_two_expressions_gives_the_value() -> None:
    (unit,) = units_of("On {Tuesday} in {2011} the army left.")
    assert unit.value is not None
    assert unit.value.edtf == "2011-03-29"
    assert len(unit.expressions) == 2


def test_every_word_of_a_parse_is_where_it_says() -> None:
    words, _ = parsed("On {Tuesday}, he said: \"We’re done—don't ask.\" (Really?) U.S. Gen. Smith's $4.5m…")
    assert len(words.words) == len(words.tags)
    assert all(words.text[word.start : word.end].lower() in {word.lower, ""} for word in words.words)
    assert "".join(words.text[word.start : word.end] for word in words.words) == "".join(words.text.split())


@pytest.mark.parametrize(
    "text", ["", "   ", '"', "''", "—", "Tuesday", "and", ")(", "who that which", "was been being to"]
)
def test_no_text_is_too_odd(text: str) -> None:
    words = parse(text, TextSpan(0, len(text)), [])
    assert units(words, clauses(words), []) == ()
