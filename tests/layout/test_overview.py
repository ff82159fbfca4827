from __future__ import annotations

import numpy as np
import pytest

from tests.layout.cases import METRICS, SAMPLE, event, overlaps, scattered, text_box
from timeline_app.layout.columns import Columns
from timeline_app.layout.overview import OverviewScene, build_overview
from timeline_app.layout.scale import ScaleKind, Shape
from timeline_app.layout.view import View, fitted_scale
from timeline_app.model import civil

COLUMNS = Columns.build(SAMPLE)


def overview(kind: ScaleKind = ScaleKind.FOLDED, columns: Columns = COLUMNS) -> OverviewScene:
    return build_overview(columns, View.fit(columns, 816, 500, kind), 816, 112, METRICS)


def test_it_counts_every_event_once() -> None:
    scene = overview()
    counted = sum(round(float(histogram.bars[:, 3].sum()) / 14) for histogram in scene.bars)
    assert counted + len(scene.strips) == len(SAMPLE)


def test_a_bar_stands_in_the_middle_of_its_day() -> None:
    scene = overview()
    middles = {round(float(left + wide / 2)) for each in scene.bars for left, _, wide, _ in each.bars}
    assert middles == {64, 403, 565, 727}


def test_the_rail_shows_where_each_stretch_lies_at_true_scale() -> None:
    scene = overview()
    assert scene.rail is not None
    spans = [(span.box.left, span.box.right) for span in scene.rail_spans]
    assert spans[0] == pytest.approx((8.0, 26.9), abs=0.1)  # one of 42.2 years
    assert spans[1] == pytest.approx((805.0, 808.0))  # four days, drawn 3 px wide
    assert len(scene.lines) == 4


@pytest.mark.parametrize("kind", [ScaleKind.TRUE])
def test_at_true_scale_there_is_no_rail(kind: ScaleKind) -> None:
    assert overview(kind).rail is None


def test_folds_wider_than_everything_still_give_an_overview_of_its_width() -> None:
    shape = View.fit(COLUMNS, 816, 500).scale.shape
    widths = np.diff(shape.elastic) + np.diff(shape.rigid)
    wide = Shape.of(shape.kind, shape.knots, np.where(shape.folded, 6e10, widths), shape.folded)
    view = View(fitted_scale(wide, 816), 816, 500)
    scene = build_overview(COLUMNS, view, 816, 112, METRICS)
    assert scene.scale.right == pytest.approx(808.0)
    assert build_overview(COLUMNS, view, 816, 112, METRICS, scene).bars is scene.bars


def test_dates_in_order_only_stand_under_what_they_date() -> None:
    columns = scattered(300, span=10**8)
    scene = overview(ScaleKind.ORDER, columns)
    assert scene.rail is None
    for text in scene.texts:
        box = text_box(text)
        time = scene.scale.time((box.left + box.right) / 2)
        assert text.text.endswith(str(civil.from_seconds(time).year))


@pytest.mark.parametrize("kind", list(ScaleKind))
def test_its_labels_touch_nothing(kind: ScaleKind) -> None:
    boxes = [(text.text, text_box(text)) for text in overview(kind).texts]
    assert boxes
    assert not overlaps(boxes)
    assert all(box.left >= 0 and box.right <= 816 for _, box in boxes)


def test_the_window_follows_the_view_while_the_counts_are_kept() -> None:
    view = View.fit(COLUMNS, 816, 500)
    first = build_overview(COLUMNS, view, 816, 112, METRICS)
    moved = build_overview(COLUMNS, view.zoomed(4, 700), 816, 112, METRICS, first)
    assert moved.bars is first.bars
    assert moved.window.left > first.window.left
    assert moved.window.width == pytest.approx(816 / 4, rel=0.1)


def test_other_events_are_counted_anew() -> None:
    view = View.fit(COLUMNS, 816, 500)
    first = build_overview(COLUMNS, view, 816, 112, METRICS)
    fewer = Columns.build(SAMPLE[2:])
    assert build_overview(fewer, view, 816, 112, METRICS, first).bars is not first.bars


def test_bars_of_many_events_stay_inside() -> None:
    scene = overview(columns=scattered(5000))
    bars = np.concatenate([histogram.bars for histogram in scene.bars])
    assert bars[:, 1].min() >= 0
    assert (bars[:, 0] + bars[:, 2]).max() <= 809


DAYS = (civil.to_seconds(2011, 3, 1), civil.to_seconds(2011, 5, 1))


def test_that_of_an_excerpt_counts_what_is_in_it_and_says_how_much_is_beyond() -> None:
    view = View.fit(COLUMNS, 816, 500).folded_anew(COLUMNS, *DAYS)
    scene = build_overview(COLUMNS, view, 816, 112, METRICS)
    counted = sum(round(float(histogram.bars[:, 3].sum()) / 14) for histogram in scene.bars)
    assert [counter.label.text for counter in scene.beyond] == ["◀ 1"]
    assert counted + len(scene.strips) + scene.beyond[0].count == len(SAMPLE)


def test_its_rail_shows_where_the_excerpt_lies_among_all_events() -> None:
    view = View.fit(COLUMNS, 816, 500).folded_anew(COLUMNS, *DAYS)
    scene = build_overview(COLUMNS, view, 816, 112, METRICS)
    assert scene.rail is not None
    assert [(span.box.left, span.box.right) for span in scene.rail_spans] == [pytest.approx((805.0, 808.0))]


@pytest.mark.parametrize("count", [500, 30_000])
def test_every_event_of_an_excerpt_is_counted_or_beyond(count: int) -> None:
    columns = scattered(count)
    start, end = civil.to_seconds(1980), civil.to_seconds(1985)
    scene = build_overview(columns, View.fit(columns, 816, 500).folded_anew(columns, start, end), 816, 112, METRICS)
    inside = columns.touching(scene.scale.time(0.0), scene.scale.time(816.0))
    assert sum(counter.count for counter in scene.beyond) == count - inside
    assert all(counter.box.left >= 0 and counter.box.right <= 816 for counter in scene.beyond)


def test_what_is_drawn_smaller_than_on_the_rail_looks_another_way_there() -> None:
    years = [event(str(year), str(year)) for year in range(1000, 2000, 40)]
    days = [event(f"{day}", f"2011-03-{day:02}") for day in range(1, 31)]
    spans = overview(columns=Columns.build([*years, *days])).rail_spans
    assert [span.larger for span in spans] == [False, True]


@pytest.mark.parametrize("count", [40, 3000, 30_000])
def test_what_a_filter_hides_stands_faint_behind_what_it_shows(count: int) -> None:
    columns = scattered(count)
    kept = np.arange(count) % 3 == 0
    view = View.fit(columns, 816, 500, ScaleKind.TRUE)
    shown, hidden = columns.taken(kept), columns.spans(~kept)
    scene = build_overview(shown, view, 816, 112, METRICS, filtered=hidden)
    assert scene.faint is not None
    strong = {round(left): high for bars in scene.bars for left, _, _, high in bars.bars.tolist()}
    assert all(high >= strong.get(round(left), 0.0) - 1e-6 for left, _, _, high in scene.faint.bars.tolist())
    assert scene.faint.bars[:, 1].min() >= 0
    assert build_overview(shown, view, 816, 112, METRICS, scene, filtered=hidden).bars is scene.bars
    assert build_overview(columns, view, 816, 112, METRICS, scene).faint is None


def test_without_what_it_shows_the_hidden_ones_are_still_there() -> None:
    nothing = np.zeros(len(COLUMNS), dtype=np.bool_)
    view = View.fit(COLUMNS, 816, 500)
    scene = build_overview(COLUMNS.taken(nothing), view, 816, 112, METRICS, filtered=COLUMNS.spans(~nothing))
    assert scene.bars == ()
    assert scene.faint is not None
    assert len(scene.faint.bars) >= 4
