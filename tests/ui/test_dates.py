"""Dates as people type them."""

from __future__ import annotations

import pytest

from timeline_app.ui.dates import DateWordsError, read_date


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2011-03-31", "2011-03-31"),
        (" 2011-03-31 ", "2011-03-31"),
        ("31 March 2011", "2011-03-31"),
        ("March 31, 2011", "2011-03-31"),
        ("Thursday 31 March 2011", "2011-03-31"),
        ("31 march 2011", "2011-03-31"),
        ("march 2011", "2011-03"),
        ("1969", "1969"),
        ("31/03/2011", "2011-03-31"),
    ],
)
def test_a_typed_date_is_read(typed: str, edtf: str) -> None:
    assert read_date(typed).edtf == edtf


@pytest.mark.parametrize("typed", ["", "  ", "soon", "Wednesday", "in the year of our lord", "31 April 2011x"])
def test_other_words_are_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(DateWordsError, match=r"\.$"):
        read_date(typed)


def test_an_ambiguous_date_is_asked_about() -> None:
    with pytest.raises(DateWordsError, match="write the month as a word"):
        read_date("03/04/2011")
