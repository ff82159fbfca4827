from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.layout.cases import scattered
from timeline_app.layout.columns import Columns
from timeline_app.layout.pyramid import Pyramid, distinct


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


def test_of_equally_important_rows_the_same_are_chosen_when_one_comes() -> None:
    chance = np.random.default_rng(5)
    earliest = np.sort(chance.integers(0, 10**6, 5_000))
    key = chance.permutation(5_000).astype(np.int64)
    importance = np.full(5_000, 0.5, dtype=np.float32)
    before = Pyramid.build(earliest, earliest + 1, importance, key)
    later, keys = np.insert(earliest, 0, -1), np.insert(key, 0, 9_999)
    after = Pyramid.build(later, later + 1, np.append(importance, np.float32(0.5)), keys)
    edges = np.linspace(0, 10**6, 11).astype(np.int64)
    chosen, now = key[before.rows(edges, 10)], keys[after.rows(edges, 10)]
    assert 0 < len(chosen) < 1_000
    assert len(np.setxor1d(chosen, now)) < len(chosen) / 10


@pytest.mark.parametrize(
    "values", [np.arange(0), np.array([3, -1, 3]), np.tile(np.array([7, 2, 7]), 5_000)], ids=["none", "few", "many"]
)
def test_each_value_is_told_once_in_order(values: NDArray[np.int64]) -> None:
    assert distinct(values).tolist() == sorted(set(values.tolist()))
    assert distinct(values).dtype == values.dtype
