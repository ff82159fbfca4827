"""Where what is sought stands in a text: as the index finds it, without letter case and accents, in whole words."""

from __future__ import annotations

import pytest

from timeline_app.storage.sought import folded, places, terms_of


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("zurich ", "In ZÜRICH, not Zuricher", ["ZÜRICH"]),
        ("zurich", "In ZÜRICH, and Zuricher", ["ZÜRICH", "Zuricher"]),
        ('"north road" nor', "the north  ROAD, a northern road", ["north  ROAD", "northern"]),
        ('"north road', "by the north-road", ["north-road"]),
        ("cafe ", "Cafe\u0301 or Café, not cafés", ["Cafe\u0301", "Café"]),
        ("nor* road", "northward, roads, road", ["northward", "roads", "road"]),
        ("nor* road ", "northward, roads, road", ["northward", "road"]),
        ("1969 ", "in 1969, not 19690 or 21969", ["1969"]),
        ("a+b ", "a b, a+b, ab", ["a b", "a+b"]),
        ("(.*", "anything", []),
        ("", "anything", []),
        ("Ελλάδα ", "στην ελλαδα", ["ελλαδα"]),
    ],
)
def test_words_are_found_where_they_stand(typed: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places(terms_of(typed), text)] == found


@pytest.mark.parametrize("text", ["İstanbul", "ß", "ǅ", "ﬁ", "\U0001d400", "\u0345", "가나다"])
def test_folding_keeps_every_character_s_place(text: str) -> None:
    assert len(folded(text)) == len(text)
