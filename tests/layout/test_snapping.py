from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.cases import METRICS, SAMPLE
from timeline_app.layout.columns import Columns
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.snapping import Cut, cut_at, cut_of, cut_of_value, moved, stretched
from timeline_app.layout.ticks import LADDER, Step, Unit
from timeline_app.layout.view import View
from timeline_app.model import civil
from timeline_app.model.temporal import parse_edtf

COLUMNS = Columns.build(SAMPLE)
MOMENT = civil.to_seconds(2011, 3, 30, 14, 25, 36)


@pytest.mark.parametrize(
    ("step", "edtf"),
    [
        (Step(Unit.SECOND, 15), "2011-03-30T14:25:36"), (Step(Unit.MINUTE, 5), "2011-03-30T14:25"),
        (Step(Unit.HOUR, 6), "2011-03-30T14"), (Step(Unit.DAY, 1), "2011-03-30"), (Step(Unit.WEEK, 1), "2011-03-30"),
        (Step(Unit.MONTH, 3), "2011-03"), (Step(Unit.YEAR, 5), "2011"), (Step(Unit.YEAR, 20), "201X"),
        (Step(Unit.YEAR, 100), "20XX"), (Step(Unit.YEAR, 5000), "2XXX"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.in_words,
)  # fmt: skip
def test_a_moment_is_written_as_fine_as_the_ticks(step: Step, edtf: str) -> None:
    assert cut_of(step).edtf(MOMENT) == edtf


@given(st.integers(-430 * 10**15, 200 * 10**9), st.sampled_from(LADDER))
def test_what_is_written_is_a_date_that_holds_the_moment(time: int, step: Step) -> None:
    value = parse_edtf(cut_of(step).edtf(time))
    assert value.earliest is not None
    assert value.latest is not None
    assert value.earliest <= time < value.latest


@given(st.integers(civil.to_seconds(1000), civil.to_seconds(3000)), st.sampled_from(["21", "22", "23", "24"]))
def test_a_season_moves_to_the_season_that_holds_the_moment(time: int, season: str) -> None:
    value = moved(parse_edtf(f"2011-{season}"), time, Cut(1, "SECOND"))
    assert (value.earliest or 0) <= time < (value.latest or 0)
    assert int(value.edtf[-2:]) in {21, 22, 23, 24}


@pytest.mark.parametrize(
    ("edtf", "cut", "found"),
    [
        ("1969", Cut(86_400, "DAY"), "2011"), ("1969~", Cut(86_400, "DAY"), "2011~"),
        ("196X", Cut(1, "SECOND"), "201X"),
        ("2011-03-28", Cut(86_400, "DAY"), "2011-03-30"), ("2011-03-28?", Cut(2_629_746, "MONTH"), "2011-03?"),
        ("2010-33", Cut(86_400, "DAY"), "2011-33"), ("2010-41", Cut(86_400, "DAY"), "2011-40"),
    ],
)  # fmt: skip
def test_a_date_that_is_moved_is_never_finer_than_it_was_or_than_the_axis(edtf: str, cut: Cut, found: str) -> None:
    assert moved(parse_edtf(edtf), MOMENT, cut).edtf == found


@pytest.mark.parametrize(
    ("edtf", "start", "found"),
    [
        ("2011-03-28/2011-03-31", True, "2011-03-30/2011-03-31"),
        ("2011-03-28/2011-03-31", False, "2011-03-28/2011-03-30"),
        ("1969/2012", True, "2011/2012"), ("2011-03-01/..", True, "2011-03-30/.."),
        ("[2011-03-01..2011-04-05]", False, "[2011-03-01..2011-03-30]"), ("2011-04-01/2011-04-05", False, None),
        ("2011-03-30/2011-04-05", False, "2011-03-30/2011-03-30"),
    ],
)  # fmt: skip
def test_one_end_of_a_period_is_moved_and_the_other_stays(edtf: str, start: bool, found: str | None) -> None:  # noqa: FBT001
    value = stretched(parse_edtf(edtf), MOMENT, Cut(86_400, "DAY"), start=start)
    assert (value.edtf if value else None) == found


def test_the_cut_of_a_date_in_deep_time_is_its_own() -> None:
    assert cut_of_value(parse_edtf("Y-66000000S2")).power == 6


@pytest.mark.parametrize(("x", "unit"), [(40, "YEAR"), (400, "DAY"), (700, "DAY")])
def test_each_stretch_has_the_cut_of_its_own_ticks(x: float, unit: str) -> None:
    view = View.fit(COLUMNS, 816.0, 600.0, ScaleKind.FOLDED)
    assert cut_at(view, COLUMNS.finest, METRICS, x).unit == unit
