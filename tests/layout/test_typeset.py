"""Words set in lines are kept from frame to frame for as long as they would be set like that again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.cases import METRICS
from timeline_app.layout.columns import Form
from timeline_app.layout.figures import Body
from timeline_app.layout.typeset import Setting, Words, typeset

SETTING = Setting(METRICS, 1000.0, compact=True)
WORDS = Words("The council besieged the old bridge", "23 December 469 BC")
LEFTS, WIDTHS = st.floats(-500, 1200), st.floats(1, 900)


@given(form=st.sampled_from(Form), lefts=st.tuples(LEFTS, LEFTS), widths=st.tuples(WIDTHS, WIDTHS))
def test_words_that_hold_elsewhere_are_those_that_would_be_set_there(
    form: Form, lefts: tuple[float, float], widths: tuple[float, float]
) -> None:
    before, after = ((left, left + wide) for left, wide in zip(lefts, widths, strict=True))
    words = typeset(SETTING, form, *before, WORDS)
    again = typeset(SETTING, form, *after, WORDS)
    assert words.holds(SETTING, form, *before)
    assert again == words or not words.holds(SETTING, form, *after)


@pytest.mark.parametrize("form", [Form.UNIT, Form.BETWEEN], ids=lambda form: form.name.lower())
@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param((300, 320), (300, 360), id="a card that grows, and still has no room for words"),
        pytest.param((-400, 60), (-700, 50), id="a card of which an edge leaves little"),
        pytest.param((300, 720), (100, 900), id="a card with more room than words may take"),
    ],
)
def test_words_that_would_be_set_alike_are_not_set_again(
    form: Form, before: tuple[float, float], after: tuple[float, float]
) -> None:
    assert typeset(SETTING, form, *before, WORDS).holds(SETTING, form, *after)


def test_words_in_a_card_that_an_edge_comes_to_cut_serve_until_all_is_laid_out_again() -> None:
    words = typeset(SETTING, Form.UNIT, 300, 600, WORDS)
    assert not words.holds(SETTING, Form.UNIT, 920, 1220)
    assert words.serves(920, 1220)
    assert not words.serves(920, 960)
    beside = typeset(SETTING, Form.UNIT, 920, 1220, WORDS)
    assert (beside.body, beside.beside) == (Body.CARD, True)
    assert not beside.serves(300, 600)
