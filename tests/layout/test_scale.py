from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.layout.cases import SAMPLE, scattered
from timeline_app.layout.columns import LIMIT, Columns
from timeline_app.layout.scale import Scale, ScaleKind, Shape
from timeline_app.layout.view import View

WIDTH = 1600.0
BIG_BANG = -435_000_000_000_000_000

spans = st.floats(0.0, 17.6).map(lambda power: max(1, int(10**power)))  # 1 s to 4e17 s
origins = st.integers(BIG_BANG, 10**11)
pixels = st.floats(0.0, WIDTH)
factors = st.floats(0.05, 20.0)


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """One to five stretches with folds between them, anywhere and of any length."""
    count = draw(st.integers(0, 4))
    lengths = draw(st.lists(spans, min_size=2 * count + 1, max_size=2 * count + 1))
    start = draw(origins)
    knots = np.array([start, *itertools.accumulate(lengths, initial=start)][1:], dtype=np.int64)
    knots = np.concatenate(([start], knots[1:])) if len(knots) == len(lengths) + 1 else knots
    widths = np.array(draw(st.lists(st.floats(64.0, 800.0), min_size=len(lengths), max_size=len(lengths))))
    folded = np.arange(len(lengths)) % 2 == 1
    kind = ScaleKind.FOLDED if count else ScaleKind.TRUE
    return Shape.of(kind, knots, np.where(folded, 40.0, widths), folded)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    shape = draw(shapes())
    scale = Scale(shape, 1.0, int(shape.knots[0]), 8.0)
    for factor, x in draw(st.lists(st.tuples(factors, pixels), max_size=6)):
        scale = scale.zoomed(factor, x)
    return scale.anchored(WIDTH / 2)


def tolerance(scale: Scale, x: float) -> float:
    """One second, or 1e-9 pixel where that is more."""
    return max(1.0, 1e-9 / scale.density(scale.segment_at(x)))


@given(scales(), pixels)
def test_a_time_comes_back_from_its_pixel(scale: Scale, x: float) -> None:
    time = scale.time(x)
    there = scale.x(time)  # which may lie on the border of a fold, where a pixel is ages
    assert abs(scale.time(there) - time) <= max(tolerance(scale, x), tolerance(scale, there))


@given(scales(), pixels)
def test_a_pixel_comes_back_from_its_time_within_a_second(scale: Scale, x: float) -> None:
    second = max(scale.density(index) for index in range(len(scale.shape)))
    if -4e17 < scale.time(x) < 4e17:
        assert scale.x(scale.time(x)) == pytest.approx(x, abs=second + 1e-6)


@given(scales(), st.lists(pixels, min_size=2, max_size=20))
def test_later_is_farther_right(scale: Scale, xs: list[float]) -> None:
    times = [scale.time(x) for x in sorted(xs)]
    assert times == sorted(times)
    places = [scale.x(time) for time in times]
    assert all(after >= before - 1e-6 for before, after in itertools.pairwise(places))


@given(scales(), factors, pixels)
def test_a_zoom_keeps_the_time_under_the_pointer(scale: Scale, factor: float, x: float) -> None:
    time = scale.time(x)
    assume(abs(time) < LIMIT)
    zoomed = scale.zoomed(factor, x)
    at = scale.segment_at(x)
    around = range(max(at - 1, 0), min(at + 2, len(scale.shape)))
    second = max(each.density(index) for each in (scale, zoomed) for index in around)
    assert abs(zoomed.x(time) - x) <= max(1e-6, second)  # times are whole seconds


@given(scales(), factors, pixels)
def test_a_zoom_taken_back_is_no_zoom(scale: Scale, factor: float, x: float) -> None:
    back = scale.zoomed(factor, x).zoomed(1 / factor, x)
    times = scale.times(np.array([0.0, 200.0, 900.0, WIDTH]))
    assert np.allclose(back.xs(times), scale.xs(times), atol=1e-3)


@given(scales())
def test_folds_keep_their_width_at_every_zoom(scale: Scale) -> None:
    for index in np.flatnonzero(scale.shape.folded).tolist():
        assert scale.border(index + 1) - scale.border(index) == pytest.approx(40.0, abs=1e-3)


@given(scales(), st.lists(pixels, min_size=1, max_size=12))
def test_many_at_once_are_the_same_as_one_by_one(scale: Scale, xs: list[float]) -> None:
    ascending = np.array(sorted(xs))
    times = scale.times(ascending)
    assert times.tolist() == [scale.time(x) for x in ascending.tolist()]
    assert scale.xs(times).tolist() == pytest.approx([scale.x(time) for time in times.tolist()], abs=1e-9)


@pytest.mark.parametrize("span", [1, 60, 86_400, 10**9, 4 * 10**17], ids=["second", "minute", "day", "decades", "all"])
@pytest.mark.parametrize("origin", [BIG_BANG, 0, 1_301_270_400], ids=["Big Bang", "1970", "2011"])
def test_neighbouring_seconds_stay_apart_however_far_from_now(origin: int, span: int) -> None:
    shape = Shape.of(ScaleKind.TRUE, np.array([origin, origin + span]), np.array([WIDTH]), np.zeros(1, dtype=np.bool_))
    scale = Scale(shape, 1.0, origin, 0.0)
    middle = origin + span // 2
    assert scale.x(middle + 1) - scale.x(middle) == pytest.approx(WIDTH / span, rel=1e-3, abs=1e-9)


def test_order_only_gives_every_date_the_same_width() -> None:
    view = View.fit(Columns.build(SAMPLE), 800.0, 500.0, ScaleKind.ORDER)
    slots = [segment for segment in view.scale.segments(0, 799) if not segment.folded]
    assert len({round(slot.right - slot.left, 3) for slot in slots}) == 1
    assert len(slots) == 5  # 1969 and four days


def test_order_only_holds_any_number_of_dates() -> None:
    view = View.fit(scattered(20_000), 800.0, 500.0, ScaleKind.ORDER)
    assert view.scale.left == pytest.approx(8.0)
    assert view.scale.right == pytest.approx(792.0)
