"""The window's small sentences."""

from __future__ import annotations

import pytest

from tests.records import document, event
from timeline_app.ui.wording import citation_text, counted, range_in_words, status_text

LETTER = document()


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 documents"), (1, "1 document"), (7, "7 documents"), (4210, "4,210 documents")]
)
def test_a_count_has_its_unit(number: int, words: str) -> None:
    assert counted(number, "document") == words


@pytest.mark.parametrize(
    ("edtfs", "words"),
    [
        (["1969", "2011-03-31"], "1969 – 31 March 2011"),
        (["1969"], "1969"),
        (["2011-03-28/2011-03-31"], "28 March 2011 – 31 March 2011"),
        (["-0479", "1914/1918"], "480 BC – 1918"),
        (["-05XX", "1918"], "6th century BC – 1918"),
        (["[-0488..-0479]", "[1914..1918]"], "489 BC – 1918"),
        ([], ""),
    ],
)
def test_a_range_is_as_exact_as_its_ends(edtfs: list[str], words: str) -> None:
    assert range_in_words([event(LETTER, edtf, edtf) for edtf in edtfs]) == words


def test_the_status_line_says_how_many_are_not_placed() -> None:
    assert status_text(1, 2, 1, "1969", 1) == "1 of 2 events · 1 source · 1969 · 1 not placed"


def test_an_event_is_copied_with_its_quote_and_source() -> None:
    text = citation_text(event(LETTER, "a", "2011-03-30"), {LETTER.id: LETTER})
    assert text.startswith("Wednesday 30 March 2011: Event a\n“")
    assert text.endswith("— Letter, paragraph 1")
