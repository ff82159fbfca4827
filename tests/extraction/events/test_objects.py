"""A pronoun behind the verb of a title becomes a name where nothing else can be meant."""

from __future__ import annotations

import pytest

from tests.extraction.test_pipeline import document
from timeline_app.extraction.pipeline import extract

INSIDE = {
    "him": ("John Smith was glad. Voters made him president in 1996.", "Voters made John Smith president"),
    "his": ("John Smith was old. Rebels burnt his house in 1996.", "Rebels burnt John Smith's house"),
    "her": ("Mary Jones was old. Rebels burnt her house in 1996.", "Rebels burnt Mary Jones's house"),
    "her, of a man": ("John Smith was old. Rebels burnt her house in 1996.", "Rebels burnt her house"),
    "the subject's": ("John Smith was old. Tom Jones sold his house in 1996.", "Tom Jones sold his house"),
    "somebody's": ("John Smith was old. A clerk sold his house in 1996.", "A clerk sold his house"),
    "the singer, the other of two": (
        "Mary Jones forgave John Smith, who hit the singer in 1996.", "John Smith hit Mary Jones",
    ),
    "the singer, of three": (
        "Mary Jones and Ann Low forgave John Smith, who hit the singer in 1996.", "John Smith hit the singer",
    ),
    "the judge": ("Mary Jones forgave John Smith, who hit the judge in 1996.", "John Smith hit the judge"),
    "of two": ("John Smith met Tom Jones. Rebels burnt his house in 1996.", "Rebels burnt his house"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "title"), INSIDE.values(), ids=INSIDE)
def test_a_pronoun_inside_a_title_is_named_where_nothing_else_can_be_meant(text: str, title: str) -> None:
    assert [event.title for event in extract(document(text)).events] == [title]
