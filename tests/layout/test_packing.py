from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.figures import Box
from timeline_app.layout.packing import TRACK, Tracks

boxes = st.lists(
    st.tuples(st.floats(0, 700), st.floats(4, 250), st.integers(1, 6), st.integers(0, 4)), min_size=1, max_size=60
)


@given(boxes)
def test_no_two_boxes_share_a_place(sizes: list[tuple[float, float, int, int]]) -> None:
    tracks = Tracks(0, 1000, 1000)
    placed: list[Box] = []
    for left, width, height, top in sizes:
        track = tracks.first(left, left + width, height, top)
        assert track is not None
        assert track >= top
        tracks.take(track, left, left + width, height)
        placed.append(Box(left, track * TRACK, left + width, (track + height) * TRACK))
    assert not [1 for n, one in enumerate(placed) for other in placed[n + 1 :] if one.overlaps(other)]


@given(boxes)
def test_a_box_stands_as_high_as_it_can(sizes: list[tuple[float, float, int, int]]) -> None:
    tracks = Tracks(0, 1000, 1000)
    for left, width, height, top in sizes:
        track = tracks.first(left, left + width, height, top)
        assert track is not None
        assert not any(tracks.fits(higher, left, left + width, height) for higher in range(top, track))
        tracks.take(track, left, left + width, height)


def test_where_there_is_no_room_it_says_so() -> None:
    tracks = Tracks(0, 100, 3)
    tracks.take(0, 0, 100, 2)
    assert tracks.first(0, 50, 2) is None
    assert tracks.first(0, 50, 1) == 2
    assert tracks.used == 2
