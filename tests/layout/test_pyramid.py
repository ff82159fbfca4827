from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from tests.layout.cases import scattered
from timeline_app.layout.columns import Columns
from timeline_app.layout.pyramid import distinct


@pytest.fixture(scope="module")
def many() -> Columns:
    return scattered(20_000)


@pytest.mark.parametrize("span", [10**6, 10**7, 10**8])
def test_with_room_for_all_it_finds_exactly_what_touches_the_view(many: Columns, span: int) -> None:
    edges = np.linspace(4 * 10**8, 4 * 10**8 + span, 9).astype(np.int64)
    found = np.unique(many.pyramid.rows(edges, len(many)))
    touching = np.flatnonzero((many.earliest < edges[-1]) & (many.latest > edges[0]))
    assert found.tolist() == touching.tolist()


def test_with_little_room_it_finds_the_most_important_of_each_tile(many: Columns) -> None:
    edges = np.linspace(0, 10**9, 11).astype(np.int64)
    found = set(many.pyramid.rows(edges, 12).tolist())
    assert len(found) < len(many) / 4
    for start, end in pairwise(edges):
        inside = np.flatnonzero((many.earliest >= start) & (many.earliest < end))
        best = inside[np.argsort(-many.importance[inside])[:3]]
        assert set(best.tolist()) <= found


def test_what_began_long_before_the_view_is_found(many: Columns) -> None:
    edges = np.array([5 * 10**8, 5 * 10**8 + 1000], dtype=np.int64)
    found = many.pyramid.rows(edges, len(many))
    assert (many.earliest[found] < edges[0] - 10**7).any()


def test_no_events_are_no_rows() -> None:
    assert len(Columns.build([]).pyramid.rows(np.array([0, 1], dtype=np.int64), 5)) == 0


@pytest.mark.parametrize("values", [[], [3], [2, 2, 2], [5, 1, 5, 3, 1]], ids=["none", "one", "same", "mixed"])
def test_distinct_gives_each_value_once_in_order(values: list[int]) -> None:
    assert distinct(np.array(values, dtype=np.intp)).tolist() == sorted(set(values))
