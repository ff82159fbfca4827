"""Dates as people type them keep what the words say, and words that are no one date are refused."""

from __future__ import annotations

import pytest

from timeline_app.extraction.dates_by_hand import DateWordsError, read_date


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("c. 520 BC", "-0519~"),
        ("spring 1848", "1848-21"),
        ("3–5 May 1968", "1968-05-03/1968-05-05"),
        ("between 1914 and 1918", "[1914..1918]"),
        ("from 1914 to 1918", "1914/1918"),
        ("1914–18", "1914/1918"),
        ("2011-03~", "2011-03~"),
        ("since 1985", "1985/.."),
        ("until May 1968", "../1968-05"),
        ("before 1500", "[..1500]"),
        ("after 3 March 2011", "[2011-03-03..]"),
        ("about 1300", "1300~"),
        ("about 520 BC", "-0519~"),
        ("May 1968?", "1968-05?"),
        ("3 may 1968", "1968-05-03"),
        ("the 19th century", "18XX"),
        ("13.8 billion years ago", "Y-13800000000S3"),
        ("14 July 1789, 5 pm", "1789-07-14T17:00"),
        ("Wednesday 3 May 1968", "1968-05-03"),
        ("  31st of March,\n2011 ", "2011-03-31"),
        ("March 31, 2011", "2011-03-31"),
        ("march 2011", "2011-03"),
        ("31/03/2011", "2011-03-31"),
    ],
)
def test_words_are_read_as_they_are_meant(words: str, edtf: str) -> None:
    assert read_date(words).edtf == edtf


def test_another_language_is_read_where_it_is_named() -> None:
    assert read_date("3. Mai 1968", "de").edtf == "1968-05-03"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "Write a date"),
        ("tomorrow", "“tomorrow” is not a date I can read"),
        ("rubbish", "is not a date I can read"),
        ("soon", "is not a date I can read"),
        ("Wednesday", "is not a date I can read"),
        ("in the year of our lord", "is not a date I can read"),
        ("31 April 2011x", "is not a date I can read"),
        ("3 May 1968 in Paris", "is not a date I can read"),
        ("3 May 1968 and 5 June 1969 and 1970", "is not a date I can read"),
        ("since between 1914 and 1918", "is not a date I can read"),
        ("4/5/2011", r"could be 5 April 2011 or 4 May 2011; write the month"),
    ],
)
def test_what_is_no_single_date_is_refused(words: str, reason: str) -> None:
    with pytest.raises(DateWordsError, match=reason):
        read_date(words)
