"""What stands before a sentence without a full stop is no part of its title."""

from __future__ import annotations

import pytest

from tests.extraction.marked import titles_of

LINES = {
    "headline with a number": (
        "Blast in Lyon kills 14 A bomb killed fourteen on {Tuesday}.",
        ["A bomb killed fourteen"],
    ),
    "headline": ("Blast in Lyon shocks town An army left Paris on {Tuesday}.", ["An army left Paris"]),
    "credit": ("Photograph: Jo Low/AP Rebels killed fourteen on {Tuesday}.", ["Rebels killed fourteen"]),
    "credit of two": ("Photograph: Jo Low/AFP/Getty Images The army left on {Tuesday}.", ["The army left"]),
    "hour": ("09.33 GMT The army left Paris on {Tuesday}.", ["The army left Paris"]),
    "letter of a name": ("Influenza A (H1N1) reached Paris on {Tuesday}.", ["Influenza A reached Paris"]),
    "spaced letters": ("The record B O L T was sold in Lyon on {Tuesday}.", ["The record B O L T was sold in Lyon"]),
}


@pytest.mark.parametrize(("marked", "titles"), LINES.values(), ids=LINES)
def test_a_title_begins_where_its_sentence_does(marked: str, titles: list[str]) -> None:
    assert titles_of(marked) == titles
