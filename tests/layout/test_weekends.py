from __future__ import annotations

from itertools import pairwise

import pytest

from tests.layout.cases import SAMPLE
from timeline_app.layout.columns import Columns
from timeline_app.layout.customs import Customs
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.view import View
from timeline_app.layout.weekends import build_weekends
from timeline_app.model import civil

COLUMNS = Columns.build(SAMPLE)
TRUE = View.fit(COLUMNS, 900.0, 500.0, ScaleKind.TRUE)


def day(year: int, month: int, number: int) -> int:
    return civil.to_seconds(year, month, number)


def test_a_weekend_is_a_saturday_and_a_sunday() -> None:
    view = TRUE.showing(day(2011, 3, 29), day(2011, 4, 12))
    boxes = build_weekends(view, 20.0, 400.0)
    assert [(view.scale.time(box.left), view.scale.time(box.right)) for box in boxes] == [
        (day(2011, 4, 2), day(2011, 4, 4)),
        (day(2011, 4, 9), day(2011, 4, 11)),
    ]
    assert {(box.top, box.bottom) for box in boxes} == {(20.0, 400.0)}


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (day(2011, 1, 1), day(2012, 1, 1), 0),
        (day(1066, 10, 10), day(1066, 10, 20), 0),
        (day(1899, 12, 28), day(1900, 1, 10), 1),
        (day(2011, 4, 2) + 3600, day(2011, 4, 2) + 7200, 1),
        (day(2011, 4, 4), day(2011, 4, 4) + 7200, 0),
    ],
    ids=["days too narrow", "before there were any", "from 1900 on", "an hour of a Saturday", "an hour of a Monday"],
)
def test_weekends_are_shown_where_they_mean_something(start: int, end: int, count: int) -> None:
    view = TRUE.showing(start, end)
    boxes = [box for box in build_weekends(view, 0.0, 1.0) if box.right > 12.0 and box.left < view.width - 12.0]
    assert len(boxes) == count


def test_order_only_has_none() -> None:
    assert build_weekends(View.fit(COLUMNS, 900.0, 500.0, ScaleKind.ORDER), 0.0, 1.0) == ()


def test_they_stay_inside_their_stretch_and_apart() -> None:
    view = View.fit(COLUMNS, 1400.0, 500.0).zoomed(1.5, 1300.0)
    folds = [each for each in view.scale.segments(0.0, view.width) if each.folded]
    boxes = build_weekends(view, 0.0, 1.0)
    assert all(one.right <= other.left for one, other in pairwise(boxes))
    assert not any(box.left < fold.right and fold.left < box.right for box in boxes for fold in folds)


def test_a_weekend_is_where_the_reader_has_it() -> None:
    view = TRUE.showing(day(2011, 3, 29), day(2011, 4, 12))
    boxes = build_weekends(view, 20.0, 400.0, Customs(5, (4, 5)))
    assert [view.scale.time(box.left) for box in boxes] == [day(2011, 4, 1), day(2011, 4, 8)]
    assert build_weekends(view, 20.0, 400.0, Customs(0, ())) == ()
