from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.cases import METRICS
from timeline_app.layout.metrics import Role
from timeline_app.layout.wrapping import ELLIPSIS, first_that_fits, shortened, wrap, wrap_at_most

texts = st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)


@given(texts, st.floats(20, 300))
def test_lines_hold_every_word_once_and_fit(text: str, width: float) -> None:
    lines = wrap(text, width, Role.TITLE, METRICS)
    if lines is not None:
        assert " ".join(lines) == text
        assert all(METRICS.width(line, Role.TITLE) <= width for line in lines)


@given(texts, st.floats(20, 300), st.integers(1, 4))
def test_shortened_text_ends_between_words_and_fits(text: str, width: float, lines: int) -> None:
    found = wrap_at_most(text, width, lines, Role.TITLE, METRICS)
    assert len(found) <= lines
    assert all(METRICS.width(line, Role.TITLE) <= width for line in found)


@pytest.mark.parametrize(
    ("width", "words"),
    [(200, "two three four"), (80, f"two three{ELLIPSIS}"), (40, f"two{ELLIPSIS}"), (14, f"t{ELLIPSIS}"), (2, "")],
)
def test_shortening(width: float, words: str) -> None:
    assert shortened("two three four", width, Role.TITLE, METRICS) == words


def test_the_first_that_fits() -> None:
    assert first_that_fits(("March 2011", "Mar 2011", "2011"), 55, Role.TICK, METRICS) == "Mar 2011"
    assert first_that_fits(("March",), 5, Role.TICK, METRICS) is None
