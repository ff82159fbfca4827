"""Quotes find their words again, and say honestly how well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.document import Integrity, TextSpan, anchor_quote, paragraph_number, paragraph_starts, quote_at

TEXT = "He came in May. Later he came in June. Then he came in May, again, and left."


def test_a_quote_that_stands_where_it_stood_is_exact() -> None:
    quote = quote_at(TEXT, TextSpan(16, 38))
    assert quote.exact == "Later he came in June."
    assert anchor_quote(quote, TEXT) == (TextSpan(16, 38), Integrity.EXACT)


def test_a_moved_quote_is_told_from_its_twin_by_what_stands_around_it() -> None:
    start = TEXT.rindex("came in May")
    quote = quote_at(TEXT, TextSpan(start, start + 11))
    moved = "A new first line.\n" + TEXT
    assert anchor_quote(quote, moved) == (TextSpan(start + 18, start + 29), Integrity.MOVED)


def test_changed_words_between_the_old_neighbours_are_changed() -> None:
    start = TEXT.index("June")
    quote = quote_at(TEXT, TextSpan(start, start + 4))
    span, integrity = anchor_quote(quote, TEXT.replace("June", "July 1998"))
    assert span is not None
    assert (TEXT.replace("June", "July 1998")[span.start : span.end], integrity) == ("July 1998", Integrity.CHANGED)


def test_a_quote_whose_words_and_neighbours_are_gone_is_missing() -> None:
    assert anchor_quote(quote_at(TEXT, TextSpan(16, 38)), "Something else.") == (None, Integrity.MISSING)


@given(st.text(min_size=1), st.text(), st.data())
def test_text_put_before_a_quote_moves_it_and_nothing_more(text: str, before: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_at(text, TextSpan(start, end))
    span, integrity = anchor_quote(quote, before + text)
    assert span is not None
    assert (before + text)[span.start : span.end] == quote.exact
    assert integrity in {Integrity.EXACT, Integrity.MOVED}


@pytest.mark.parametrize(("position", "number"), [(0, 1), (4, 1), (7, 2), (11, 2), (19, 3), (25, 3)])
def test_paragraphs_are_counted_from_one(position: int, number: int) -> None:
    assert paragraph_number(paragraph_starts("Title\n\nFirst\n  \n\n  • Second"), position) == number
