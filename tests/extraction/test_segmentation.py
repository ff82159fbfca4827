"""Sentences and paragraphs keep every offset, and no date is split."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.segmentation import paragraphs, sentences, sentences_at


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He came. She went.", ["He came.", "She went."], id="two"),
        pytest.param(
            "It expires Nov. 13 at 5 p.m. EST. He left.", ["It expires Nov. 13 at 5 p.m. EST.", "He left."], id="date"
        ),
        pytest.param("Adm. Mike Mullen told the U.S. Senate.", ["Adm. Mike Mullen told the U.S. Senate."], id="titles"),
        pytest.param("He lives in the U.S. She does not.", ["He lives in the U.S.", "She does not."], id="opener"),
        pytest.param("Am 5. Mai 1945 endete er.", ["Am 5. Mai 1945 endete er."], id="German ordinal"),
        pytest.param("“Go!” he said. “No.” They went.", ["“Go!” he said.", "“No.”", "They went."], id="quotes"),
        pytest.param("TITLE\n\nThe text.", ["TITLE", "The text."], id="heading"),
        pytest.param("• He left in 1969.", ["He left in 1969."], id="list entry"),
        pytest.param("- One\n* Two\n## Three", ["One", "Two", "Three"], id="list entries and heading"),
        pytest.param("- - -\n•", ["- -", "•"], id="nothing but marks"),
        pytest.param(
            "• He is very old  In 1969 he left. So.", ["He is very old", "In 1969 he left.", "So."], id="head"
        ),
        pytest.param(
            "It fell. **Rome** rose.** *It* did.*", ["It fell.", "**Rome** rose.**", "*It* did.*"], id="stars"
        ),
        pytest.param("> He left.", ["He left."], id="quoted line"),
        pytest.param("• He came  and went again.", ["He came  and went again."], id="wide space"),
        pytest.param("• May 1914  War breaks out", ["May 1914  War breaks out"], id="dated list entry"),
        pytest.param("• Monday  Arrival in Rome", ["Monday  Arrival in Rome"], id="list entry dated by a word"),
        pytest.param("他来了。她走了。", ["他来了。", "她走了。"], id="Chinese"),
        pytest.param(" \n\t ", [], id="blank"),
    ],
)
def test_sentences_are_told_apart(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_lines_broken_by_their_width_are_one_paragraph_and_list_entries_are_not() -> None:
    wrapped = (
        "The council met in the old town hall on the fifth of\nMarch 1850 and chose a mayor.\n• One entry\n• Another"
    )
    assert [wrapped[a:b] for a, b in paragraphs(wrapped)] == [
        wrapped[: wrapped.index(chr(10) + chr(8226))],
        "• One entry",
        "• Another",
    ]


@given(st.text(alphabet=st.sampled_from('aB1 .!?\n\r"”)。•🕰'), max_size=80))
def test_spans_are_in_order_and_hold_everything_but_white_space_and_marks_of_list_entries(text: str) -> None:
    spans = sentences(text)
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()).replace("•", "") == "".join(text.split()).replace("•", "")
    assert all(after.start >= before.end for before, after in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@pytest.mark.parametrize("hostile", ["1", ",", "(", ".", ". ", "a. ", " ", "\n", "\r", " \n", "\u200f"])
def test_a_million_of_anything_is_segmented(hostile: str) -> None:
    assert len(sentences(hostile * 100_000)) <= 100_000


def test_sentences_may_be_asked_for_where_they_are_needed() -> None:
    text = "One. Two.\n\nThree. Four.\n\nFive. Six."
    assert [text[start:end] for start, end in sentences_at(text, [13])] == ["Three.", "Four."]
    assert sentences_at(text, []) == ()
    assert sentences_at(text, [1, 30]) == (*sentences(text)[:2], *sentences(text)[4:])
