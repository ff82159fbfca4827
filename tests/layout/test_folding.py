from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from tests.layout.cases import METRICS, SAMPLE, event
from timeline_app.layout.axis import build_axis, scale_in_words
from timeline_app.layout.columns import Columns
from timeline_app.layout.folding import FOLD, LONE, shape_of
from timeline_app.layout.scale import ScaleKind, Shape
from timeline_app.layout.solids import solids
from timeline_app.layout.view import View
from timeline_app.model.event import Event


def widths(shape: Shape) -> list[float]:
    """Widths of all segments at zoom 1."""
    both = shape.elastic + shape.rigid
    return [round(float(right - left), 1) for left, right in pairwise(both)]


def fold(*dates: str, width: float = 800.0) -> Shape:
    events = [event(f"{number}", date) for number, date in enumerate(dates)]
    return shape_of(Columns.build(events), width, ScaleKind.FOLDED)


def test_the_sample_gives_a_year_a_fold_and_four_equal_days() -> None:
    shape = shape_of(Columns.build(SAMPLE), 800.0, ScaleKind.FOLDED)
    assert widths(shape) == [112.0, 40.0, 648.0]
    assert shape.folded.tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("dates", "count"),
    [
        pytest.param(["1969", "1969-09-01"], 1, id="a moment that holds another counts for nothing"),
        pytest.param(["2011-03-28/2011-03-31", "2011-03-29"], 3, id="a period that holds another counts by its ends"),
        pytest.param(["2011-03-28/2011-03-31", "2011-04-02"], 2, id="a period that holds none is solid"),
        pytest.param(["[2011-03-04,2011-04-03]", "2011-03-20"], 3, id="one date or another, with one between them"),
        pytest.param(["[1914..1918]", "1916"], 3, id="between two years, with one between them"),
        pytest.param(["2008/2009", "2009-05-03"], 3, id="an end that holds another counts by its last second"),
        pytest.param(["2008/2009", "2009-12-31"], 2, id="or not at all, where another has that"),
        pytest.param(["1985/..", "1990"], 2, id="an open period counts by its known end"),
        pytest.param(["2011-03-31", "2011-03-31"], 1, id="the same date twice is one"),
        pytest.param(["1969", "1969"], 1, id="the same year twice holds nothing"),
    ],
)
def test_what_counts(dates: list[str], count: int) -> None:
    assert len(solids(Columns.build([event(f"{n}", date) for n, date in enumerate(dates)]))) == count


def test_evenly_spread_dates_stay_true() -> None:
    assert len(fold("1950", "1960", "1970", "1980", "1990")) == 1


def test_a_year_of_news_stays_true() -> None:
    start = dt.date(2010, 1, 1)
    days = [(start + dt.timedelta(days=day)).isoformat() for day in range(0, 365, 2)]
    assert len(fold(*days)) == 1


LIFE = ("1899-05-03", "1921", "1925", "1933", "1946", "1961", "1970", "1989-03-12")


@pytest.mark.parametrize("width", [520.0, 660.0, 1400.0])
def test_one_dense_month_in_a_long_life_is_drawn_larger(width: float) -> None:
    shape = fold(*LIFE, *(f"1944-06-{day:02}" for day in range(2, 30, 2)), width=width)
    assert shape.folded.tolist() == [False, True, False, True, False]
    month = widths(shape)[2]
    assert month >= LONE
    assert month / 26 > 200 * widths(shape)[0] / (34 * 365)


def test_no_label_names_a_day_that_lies_in_a_fold() -> None:
    events = [event(f"{n}", date) for n, date in enumerate([*LIFE, *(f"1944-06-{day:02}" for day in range(2, 30, 2))])]
    columns = Columns.build(events)
    axis = build_axis(columns, View.fit(columns, 660.0, 500.0), METRICS)
    assert "12 June" in [text.text for text in axis.texts]
    assert "29 May" not in [text.text for text in axis.texts]  # a Monday; the stretch begins on 2 June


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param([f"1944-0{month}" for month in range(1, 10)], id="a year is too long beside a life"),
        pytest.param(["1944-06-02", "1944-06-04"], id="two days are too few"),
    ],
)
def test_a_life_without_a_short_dense_time_stays_true(dates: list[str]) -> None:
    assert len(fold(*LIFE, *dates, width=660.0)) == 1


def test_folding_stays_away_where_it_saves_too_little() -> None:
    dates = [f"2000-01-{day:02}" for day in range(1, 29)] + ["2000-02-20"]
    assert len(fold(*dates, width=300)) == 1  # 22 of 51 days would be folded


def test_there_are_never_more_folds_than_the_width_allows() -> None:
    dates = [f"{year}-03-{day:02}" for year in (100, 300, 900, 2500, 8000) for day in (1, 2, 3)]
    padded = [date.zfill(10) for date in dates]
    assert int(fold(*padded, width=620).folded.sum()) <= 3
    assert int(fold(*padded, width=200).folded.sum()) == 1


def test_every_stretch_has_room_and_all_together_fill_the_width() -> None:
    shape = fold("1200-05-01", "1500-07-04", "1500-07-05", "1500-07-06", "2000-01-01", "2000-01-02", width=900)
    inner = widths(shape)
    assert sum(inner) == pytest.approx(900, abs=1)
    assert all(width >= LONE * 0.7 for width in inner[::2])
    assert set(inner[1::2]) == {FOLD}


def test_nearly_equal_scales_become_one() -> None:
    shape = fold(*[f"1969-07-{day}" for day in range(10, 20)], *[f"2011-03-{day}" for day in range(10, 22)])
    events = [event(f"{n}", f"1969-07-{n}") for n in range(10, 20)]
    events += [event(f"x{n}", f"2011-03-{n}") for n in range(10, 22)]
    assert int(shape.folded.sum()) == 1
    assert scale_in_words(View.fit(Columns.build(events), 816, 500).scale) == "One scale, 1 break"


def test_a_lone_day_takes_the_scale_of_days_beside_it() -> None:
    events: list[Event] = [event("lone", "1969-09-01"), *(event(f"{day}", f"2011-03-{day}") for day in range(28, 32))]
    scale = View.fit(Columns.build(events), 816, 500).scale
    assert scale.density(0) == pytest.approx(scale.density(2))


@pytest.mark.parametrize(
    ("events", "width", "words"),
    [
        pytest.param(SAMPLE, 816, "2 scales, 1 break: the right side is drawn 528 × larger", id="sample"),
        pytest.param(SAMPLE[1:], 816, "True scale", id="four days"),
    ],
)
def test_the_chip_says_how_it_is_drawn(events: tuple[Event, ...], width: float, words: str) -> None:
    assert scale_in_words(View.fit(Columns.build(events), width, 500).scale) == words
