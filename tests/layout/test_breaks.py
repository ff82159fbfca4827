from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.breaks import CRAMPED, squeeze
from timeline_app.layout.columns import Columns, Form
from timeline_app.layout.folding import FOLD, LONE, MOST_FOLDS, shape_of
from timeline_app.layout.scale import ScaleKind, Shape
from timeline_app.layout.solids import solids
from timeline_app.model import civil

DAY = civil.DAY
YEAR = 31_556_952
NOW = civil.to_seconds(2006)


def days(*starts: int, lasting: int = DAY) -> Columns:
    earliest = np.array(sorted(starts), dtype=np.int64)
    return Columns.from_arrays(earliest=earliest, latest=earliest + lasting)


def years_before(*years: float) -> list[int]:
    return [NOW - int(each * YEAR) // DAY * DAY for each in years]


def spread(count: int, first: float, last: float) -> list[int]:
    """So many days, evenly between two numbers of years ago."""
    return years_before(*np.linspace(first, last, count))


def from_ad(year: int, *dates: tuple[int, int]) -> list[int]:
    return [civil.to_seconds(year, month, day) for month, day in dates]


def crowding(columns: Columns, width: float = 634.0, kind: ScaleKind = ScaleKind.TRUE) -> float:
    return squeeze(solids(columns), shape_of(columns, width, kind))


def folded(columns: Columns, width: float = 634.0) -> Shape:
    return shape_of(columns, width, ScaleKind.FOLDED)


def stretch_widths(shape: Shape) -> list[float]:
    widths: list[float] = np.diff(shape.elastic + shape.rigid)[::2].tolist()
    return widths


ARCHIVE = days(
    *years_before(2605, 1243, 436, 359, 214),
    *spread(40, 110, 8),
    *spread(150, 3, 0.5),
    *years_before(-2, -7, -19),
)
ARCHIVE_TO_LAST_WEEK = days(*years_before(2500, 700, 400), *spread(30, 100, 5), *spread(150, 0.4, 0))
BURST = days(*spread(40, 1, 0), *from_ad(2005, *[(6, day) for day in range(1, 29)]))


@pytest.mark.parametrize(
    ("columns", "least", "most"),
    [
        pytest.param(days(*spread(182, 1, 0)), 1, 1.2, id="a year of news"),
        pytest.param(BURST, 1.2, 3, id="a year of news with one month in which each day has some"),
        pytest.param(days(*spread(20, 500, 0)), 1, 1.2, id="five hundred years, evenly"),
        pytest.param(days(*spread(60, 10, 2), *spread(90, 1, 0)), 1.2, CRAMPED, id="ten years, most in the last"),
        pytest.param(ARCHIVE, 100, 1000, id="an archive from antiquity on"),
        pytest.param(days(*years_before(42), *from_ad(2006, (3, 28), (3, 29), (3, 30))), 30, 300, id="long ago, now"),
        pytest.param(days(NOW), 1, 1, id="one day"),
    ],
)
def test_how_much_true_scale_squeezes(columns: Columns, least: float, most: float) -> None:
    assert least <= crowding(columns) <= most


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(days(*spread(182, 1, 0)), id="a year of news"),
        pytest.param(BURST, id="a year of news with a burst"),
        pytest.param(days(*years_before(2485, 2000, 1500, 700, 515, 230, 92, 42)), id="480 BC to 1964"),
        pytest.param(days(*spread(60, 10, 2), *spread(90, 1, 0)), id="ten years, most in the last"),
    ],
)
@pytest.mark.parametrize("width", [300.0, 634.0, 1084.0, 2000.0])
def test_what_needs_no_breaks_stays_true(columns: Columns, width: float) -> None:
    assert len(folded(columns, width)) == 1


@pytest.mark.parametrize("width", [520.0, 634.0, 1084.0, 1900.0])
def test_the_years_most_is_from_have_most_of_the_room(width: float) -> None:
    shape = folded(ARCHIVE, width)
    widest = 2 * int(np.argmax(stretch_widths(shape)))
    years = (shape.knots[widest : widest + 2] - NOW) / YEAR
    assert years[0] > -10
    assert years[1] < 3
    assert max(stretch_widths(shape)) > 0.4 * width
    assert crowding(ARCHIVE, width, ScaleKind.FOLDED) < crowding(ARCHIVE, width) / 10


def test_what_ends_with_its_crowd_is_broken_before_it_alone() -> None:
    shape = folded(ARCHIVE_TO_LAST_WEEK, 634.0)
    assert shape.knots[-1] == solids(ARCHIVE_TO_LAST_WEEK).last
    assert (NOW - int(shape.knots[-2])) / YEAR < 5.1


def test_of_gaps_that_do_as_well_a_long_one_is_folded() -> None:
    few, many = [NOW - 400 * YEAR + 20 * YEAR * number for number in range(19)], list(range(NOW, NOW + 90 * DAY, DAY))
    shape = folded(days(*few, *many))
    assert int(shape.folded.sum()) == 1
    assert shape.knots[2] == NOW  # not after the first days of the crowd


def test_more_width_never_squeezes_more() -> None:
    found = [crowding(ARCHIVE, width, ScaleKind.FOLDED) for width in (400.0, 634.0, 900.0, 1400.0, 2400.0)]
    assert found == sorted(found, reverse=True)


moments = st.one_of(st.integers(-3000 * YEAR, 50 * YEAR), st.integers(-200 * YEAR, 0), st.integers(-400 * DAY, 0)).map(
    lambda time: time // DAY * DAY
)
lengths = st.sampled_from([1, 3600, DAY, 31 * DAY, 365 * DAY, 3650 * DAY])


@st.composite
def any_events(draw: st.DrawFn) -> Columns:
    made = draw(st.lists(st.tuples(moments, lengths, st.booleans()), min_size=1, max_size=120))
    earliest = np.array([start for start, _, _ in made], dtype=np.int64)
    latest = earliest + np.array([length for _, length, _ in made], dtype=np.int64)
    rough = np.minimum(latest - earliest, draw(lengths))
    form = np.array([Form.PERIOD if lasted else Form.UNIT for _, _, lasted in made], dtype=np.uint8)
    period = form == Form.PERIOD
    return Columns.from_arrays(
        earliest=earliest,
        latest=latest,
        start_latest=np.where(period, earliest + rough, latest),
        end_earliest=np.where(period, latest - rough, earliest),
        form=form,
    )


@given(any_events())
def test_no_solid_holds_another(columns: Columns) -> None:
    found = solids(columns)
    assert (np.diff(found.starts) > 0).all()
    assert (np.diff(found.ends) > 0).all()
    assert found.first >= columns.earliest.min()
    assert found.last <= columns.latest.max()


@given(any_events(), st.floats(120.0, 2500.0))
def test_breaks_are_where_nothing_is_dated_and_never_make_it_worse(columns: Columns, width: float) -> None:
    dates, shape = solids(columns), folded(columns, width)
    folds = np.flatnonzero(shape.folded)
    assert len(folds) <= max(1, min(MOST_FOLDS, width / (LONE + FOLD) - 1))
    for fold in folds.tolist():
        start, end = shape.knots[fold], shape.knots[fold + 1]
        assert not ((dates.starts < end) & (dates.ends > start)).any()
    if len(folds):
        assert crowding(columns, width, ScaleKind.FOLDED) < crowding(columns, width)
        assert crowding(columns, width) >= CRAMPED


@given(any_events(), st.integers(1, 3))
def test_events_of_known_dates_and_their_order_change_nothing(columns: Columns, times: int) -> None:
    rows = np.tile(np.arange(len(columns))[::-1], times)
    again = Columns.from_arrays(
        **{
            name: getattr(columns, name)[rows]
            for name in ("earliest", "latest", "start_latest", "end_earliest", "form")
        }
    )
    assert folded(again).knots.tolist() == folded(columns).knots.tolist()


def test_very_many_dates_are_broken_like_a_few() -> None:
    random = np.random.default_rng(3)
    recent = NOW - (random.exponential(8 * 365, 200_000)).astype(np.int64) * DAY - random.integers(0, DAY, 200_000)
    old = NOW - random.integers(100 * YEAR, 5000 * YEAR, 500)
    shape = folded(days(*np.append(recent, old).tolist(), lasting=60), 1000.0)
    assert 1 <= int(shape.folded.sum()) <= 3
    assert (NOW - int(shape.knots[-2])) / YEAR < 120
