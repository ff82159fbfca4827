from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.cases import SAMPLE, event
from timeline_app.layout.columns import Columns
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.view import INSET, View

COLUMNS = Columns.build(SAMPLE)
KINDS = st.sampled_from(list(ScaleKind))


@given(KINDS, st.floats(1.0, 50.0), st.floats(0, 800))
def test_zooming_in_and_out_at_one_place_comes_back_to_all(kind: ScaleKind, factor: float, x: float) -> None:
    view = View.fit(COLUMNS, 800, 500, kind).zoomed(factor, x).zoomed(1 / factor, x)
    assert view.scale.left == pytest.approx(INSET, abs=0.01)
    assert view.scale.right == pytest.approx(800 - INSET, abs=0.01)


@pytest.mark.parametrize("kind", [ScaleKind.FOLDED, ScaleKind.ORDER])
def test_zooming_out_stops_where_all_is_shown(kind: ScaleKind) -> None:
    view = View.fit(COLUMNS, 800, 500, kind).zoomed(4, 700).zoomed(1e-9, 300)
    assert view.is_fitted


def test_true_scale_zooms_out_beyond_the_age_of_the_universe_and_in_to_a_second() -> None:
    view = View.fit(COLUMNS, 800, 500, ScaleKind.TRUE)
    wide, narrow = view.zoomed(1e-30, 400), view.zoomed(1e30, 400)
    assert wide.end - wide.start == pytest.approx(6e17, rel=1e-3)
    assert 1 <= narrow.end - narrow.start <= 2


@given(KINDS, st.floats(1.0, 1e6), st.floats(-3000, 3000))
def test_something_of_the_whole_stays_in_view_while_panning(kind: ScaleKind, factor: float, dx: float) -> None:
    view = View.fit(COLUMNS, 800, 500, kind).zoomed(factor, 400).panned(dx)
    if kind is not ScaleKind.TRUE:
        assert view.scale.left <= 401
        assert view.scale.right >= 399


@given(st.floats(1.0, 40.0), st.floats(-200, 200))
def test_a_pan_moves_every_time_by_the_same(factor: float, dx: float) -> None:
    view = View.fit(COLUMNS, 800, 500, ScaleKind.TRUE).zoomed(factor, 400)
    times = [view.start, view.scale.time(400), view.end]
    moved = view.panned(dx)
    assert [moved.scale.x(t) - view.scale.x(t) for t in times] == pytest.approx([dx] * 3, abs=1e-6)


def test_a_range_is_shown_as_wide_as_the_view_allows() -> None:
    start, end = 1_301_443_200, 1_301_529_600  # 30 March 2011
    view = View.fit(COLUMNS, 800, 500).showing(start, end)
    assert view.scale.x(start) == pytest.approx(INSET, abs=2)
    assert view.scale.x(end) == pytest.approx(800 - INSET, abs=2)


@pytest.mark.parametrize("span", [2, 60, 86_400, 10**9, 10**14, 10**17])
def test_any_range_is_found_from_anywhere(span: int) -> None:
    everything = View.fit(COLUMNS, 800, 500, ScaleKind.TRUE).zoomed(1e-30, 400)
    view = everything.showing(1_301_443_200 - span // 2, 1_301_443_200 + span // 2)
    assert view.end - view.start == pytest.approx(span * 800 / 784, rel=0.01, abs=1.1)
    assert view.scale.x(1_301_443_200) == pytest.approx(400, abs=0.001)


def test_what_was_shown_whole_stays_whole_in_another_size() -> None:
    view = View.fit(COLUMNS, 800, 500).resized(1200, 700)
    assert view.is_fitted
    assert view.scale.right == pytest.approx(1200 - INSET)


def test_what_was_zoomed_stays_as_it_is_in_another_size() -> None:
    view = View.fit(COLUMNS, 800, 500).zoomed(3, 500)
    assert view.resized(900, 500).scale is view.scale


def test_scrolling_ends_with_the_content() -> None:
    view = View.fit(COLUMNS, 800, 500)
    assert view.scrolled(10_000, 620).scroll == 120
    assert view.scrolled(-50, 620).scroll == 0


@pytest.mark.parametrize("events", [(), (event("only", "1969"),)], ids=["none", "one"])
def test_there_is_a_view_of_little(events: tuple[()]) -> None:
    view = View.fit(Columns.build(events), 800, 500)
    assert view.end > view.start


def test_a_lone_year_stands_between_its_neighbours() -> None:
    view = View.fit(Columns.build([event("only", "1969")]), 800, 500)
    thirds = [view.scale.x(int(t)) for t in (-63_158_400, -31_536_000, 0, 31_536_000)]  # 1968, 1969, 1970, 1971
    assert thirds == pytest.approx([8, 269.6, 530.8, 792], abs=2)
