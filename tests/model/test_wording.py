"""Dates in words: a table, and that no words say more than the value knows."""

import pytest

from timeline_app.model import civil
from timeline_app.model.temporal import parse_edtf
from timeline_app.model.wording import Style, in_words, known_to, length_in_words, year_in_words

WORDS = [
    ("2011-03-30", "Wednesday 30 March 2011", "30 March"),
    ("1969", "1969", "1969"),
    ("2011-03", "March 2011", "March 2011"),
    ("2011-21", "spring 2011", "spring 2011"),
    ("2011-33", "1st quarter of 2011", "1st quarter of 2011"),
    ("2011-41", "2nd half of 2011", "2nd half of 2011"),
    ("199X", "the 1990s", "the 1990s"),
    ("18XX", "19th century (1800s)", "19th century (1800s)"),
    ("194X/195X", "the 1940s – the 1950s", "the 1940s – the 1950s"),
    ("18XX/1945", "19th century (1800s) – 1945", "19th century (1800s) – 1945"),
    ("1800/1899", "1800–1899", "1800–1899"),
    ("-04XX", "5th century BC", "5th century BC"),
    ("-05XX/-04XX", "6th century BC – 5th century BC", "6th century BC – 5th century BC"),
    ("-00XX/1945", "1st century BC – 1945", "1st century BC – 1945"),
    ("-0479", "480 BC", "480 BC"),
    ("-0043-03-15", "Friday 15 March 44 BC", "15 March"),
    ("0000", "1 BC", "1 BC"),
    ("Y-66E6S2", "66 million years ago", "66 million years ago"),
    ("Y-13800000000", "13.8 billion years ago", "13.8 billion years ago"),
    ("1914/1918", "1914–1918", "1914–1918"),
    ("[1914..1918]", "some time in 1914–1918", "some time in 1914–1918"),
    ("1985/..", "since 1985", "since 1985"),
    ("../1985", "until 1985", "until 1985"),
    ("[1914..]", "at the earliest 1914", "at the earliest 1914"),
    ("2011-03~", "about March 2011", "about March 2011"),
    ("1984?", "1984 (uncertain)", "1984 (uncertain)"),
    ("2011-03-28/2011-03-31", "28–31 March 2011", "28–31 March"),
    ("2011-03-28/2011-04-02", "28 March – 2 April 2011", "28 March – 2 April"),
    ("1982-03/1982-05", "March – May 1982", "March – May 1982"),
    ("2010-12-30/2011-01-02", "30 December 2010 – 2 January 2011", "30 December 2010 – 2 January 2011"),
    ("[2011-03-04,2011-04-03]", "4 March or 3 April 2011", "4 March or 3 April"),
    ("2011-03-31T10:30", "Thursday 31 March 2011, 10:30", "31 March, 10:30"),
    ("2011-03-31T10:30:00+02:00", "Thursday 31 March 2011, 10:30:00 UTC+02:00", "31 March, 10:30:00 UTC+02:00"),
]


@pytest.mark.parametrize(("edtf", "long", "without_year"), WORDS, ids=[row[0] for row in WORDS])
def test_a_value_in_words(edtf: str, long: str, without_year: str) -> None:
    value = parse_edtf(edtf)
    assert in_words(value, Style.LONG) == long
    assert in_words(value, year=False) == without_year


def test_the_short_style_keeps_the_weekday_in_three_letters() -> None:
    assert in_words(parse_edtf("2011-03-30"), Style.SHORT, year=False) == "Wed 30 March"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1970-01-01", "2011-03-28", "41 years 2 months"),
        ("2011-03-28", "2011-03-30", "2 days"),
        ("2011-03-31", "2011-04-30", "30 days"),
        ("2011-03-01", "2011-04-01", "1 month"),
        ("2010-03-01", "2011-03-01", "1 year"),
        ("Y-66000000", "2011", "66 million years"),
    ],
)
def test_a_length_is_rounded_down_to_two_units(start: str, end: str, words: str) -> None:
    one, other = parse_edtf(start).earliest, parse_edtf(end).earliest
    assert one is not None
    assert other is not None
    assert length_in_words(one, other) == words


def test_hours_and_minutes_below_a_day() -> None:
    assert length_in_words(0, 2 * civil.HOUR + 5 * civil.MINUTE) == "2 hours 5 minutes"
    assert length_in_words(0, 0) == "0 minutes"


def test_precision_is_said_as_known_to() -> None:
    assert known_to(parse_edtf("2011-03-30").precision) == "known to the day"
    assert known_to(parse_edtf("Y-66E6S2").precision) == "known to the million years"


@pytest.mark.parametrize(("year", "words"), [(1, "1"), (0, "1 BC"), (-479, "480 BC"), (-11_999, "12,000 BC")])
def test_there_is_no_year_zero(year: int, words: str) -> None:
    assert year_in_words(year) == words
