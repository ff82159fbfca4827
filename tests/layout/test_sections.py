from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.cases import METRICS, SAMPLE, Numbered, overlaps, scattered, text_box, text_boxes
from timeline_app.layout.columns import Columns
from timeline_app.layout.figures import Box, LaneHead, Mark
from timeline_app.layout.lanes import Label, Lane, lanes_of
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.scene import Scene, build_scene
from timeline_app.layout.texts import EventTexts
from timeline_app.layout.view import View

CROWD = scattered(3000)
FEW_EVENTS = scattered(90, seed=3)
SAMPLE_COLUMNS = Columns.build(SAMPLE)
KINDS = st.sampled_from(list(ScaleKind))


def by_category(columns: Columns, folded: tuple[str, ...] = ()) -> tuple[Lane, ...]:
    names = columns.categories
    members = [np.flatnonzero(columns.category == code) for code in range(len(names))]
    labels = [Label(name, name, name, name in folded) for name in names]
    return lanes_of(columns, zip(labels, members, strict=True))


CROWD_LANES, FEW_LANES, SAMPLE_LANES = by_category(CROWD), by_category(FEW_EVENTS), by_category(SAMPLE_COLUMNS)


def crowd(view: View, previous: Scene | None = None, *, hurried: bool = False) -> Scene:
    return build_scene(CROWD, Numbered(), view, METRICS, previous, lanes=CROWD_LANES, hurried=hurried)


def few(view: View, previous: Scene | None = None) -> Scene:
    return build_scene(FEW_EVENTS, Numbered(), view, METRICS, previous, lanes=FEW_LANES)


def sample(
    kind: ScaleKind = ScaleKind.FOLDED, height: float = 700.0, lanes: tuple[Lane, ...] = SAMPLE_LANES, scroll: float = 0
) -> Scene:
    view = View.fit(SAMPLE_COLUMNS, 816.0, height, kind)
    texts = EventTexts(SAMPLE_COLUMNS, SAMPLE)
    scene = build_scene(SAMPLE_COLUMNS, texts, view, METRICS, lanes=lanes)
    return build_scene(SAMPLE_COLUMNS, texts, view.scrolled(scroll, scene.content_height), METRICS, scene, lanes=lanes)


def zoomed(columns: Columns, kind: ScaleKind, factor: float, at: float, height: float = 700.0) -> View:
    return View.fit(columns, 900.0, height, kind).zoomed(factor, 900.0 * at)


def head(scene: Scene, name: str) -> LaneHead:
    return next(head for head in scene.heads if head.id == name)


def test_each_lane_has_a_head_with_its_name_and_how_many_it_holds() -> None:
    scene = sample()
    assert [[text.text for text in head.texts] for head in scene.heads] == [
        ["Conflict", "2"], ["Contact", "3"], ["Personnel", "2"],
    ]  # fmt: skip


@pytest.mark.parametrize("kind", list(ScaleKind))
def test_every_event_stands_under_the_head_of_its_lane(kind: ScaleKind) -> None:
    scene = sample(kind, 1200.0)
    assert len(scene.marks) == len(SAMPLE)
    for mark in scene.marks:
        here = head(scene, SAMPLE_COLUMNS.categories[mark.category])
        after = [other.box.top for other in scene.heads if other.box.top > here.box.top]
        assert here.box.bottom < mark.box.top
        assert all(mark.box.bottom < top for top in after)


@pytest.mark.parametrize("kind", list(ScaleKind))
def test_no_text_touches_another(kind: ScaleKind) -> None:
    scene = sample(kind, 1200.0)
    heads = head_boxes(scene)
    assert not overlaps([*text_boxes(scene), *heads])


def head_boxes(scene: Scene) -> list[tuple[str, Box]]:
    return [(text.text, text_box(text)) for each in scene.heads for text in each.texts]


def test_an_event_of_two_lanes_stands_in_both() -> None:
    rows = [np.array([0, 1], dtype=np.intp), np.array([1, 2], dtype=np.intp)]
    lanes = lanes_of(SAMPLE_COLUMNS, zip([Label("a", "Ann"), Label("b", "Bob")], rows, strict=True))
    scene = sample(lanes=lanes)
    assert sorted(mark.row for mark in scene.marks) == [0, 1, 1, 2]
    assert len({mark.key for mark in scene.marks}) == 3


def test_a_folded_lane_is_its_head_with_a_density() -> None:
    scene = sample(lanes=by_category(SAMPLE_COLUMNS, ("Contact",)))
    assert {SAMPLE_COLUMNS.categories[mark.category] for mark in scene.marks} == {"Conflict", "Personnel"}
    assert head(scene, "Contact").folded
    assert sum(len(part.bars) for part in scene.density) > 0
    assert head(scene, "Personnel").box.top == head(scene, "Contact").box.bottom


def test_a_head_stays_in_sight_while_its_lane_is() -> None:
    scene = sample(height=300.0, scroll=60.0)
    first = scene.heads[0]
    assert first.box.top == scene.content_top
    assert not any(mark.texts and mark.texts[0].y < first.box.bottom for mark in scene.marks)


def test_what_is_drawn_of_a_head_is_what_is_hit() -> None:
    scene = sample(height=300.0, scroll=60.0)
    for each in scene.heads:
        assert scene.hit(each.box.left + 3, each.box.top + 3) is each
        assert scene.hit(each.box.right - 3, each.box.bottom - 3) is each


@settings(max_examples=30, deadline=None)
@given(KINDS, st.floats(1, 300), st.floats(0, 1))
def test_no_two_marks_of_a_lane_or_of_two_lanes_overlap(kind: ScaleKind, factor: float, at: float) -> None:
    scene = few(zoomed(FEW_EVENTS, kind, factor, at, 3000.0))
    marks = [mark.box for mark in scene.marks]
    assert not [1 for number, one in enumerate(marks) for other in marks[number + 1 :] if one.overlaps(other)]
    assert not [1 for one in marks for each in scene.heads if one.overlaps(each.box)]


@settings(max_examples=30, deadline=None)
@given(KINDS, st.floats(1, 300), st.floats(0, 1))
def test_lanes_of_many_events_keep_to_their_heights(kind: ScaleKind, factor: float, at: float) -> None:
    whole = crowd(zoomed(CROWD, kind, factor, at))
    closer = whole.view.zoomed(1.3, 300.0)
    for scene in (whole, crowd(closer, whole), crowd(closer, whole, hurried=True)):
        for mark in scene.marks:
            lane = next(each for each in scene.sections if each.lane.row_of(mark.row) is not None)
            assert scene.content_top + lane.content <= mark.box.top + 1.0
            assert mark.box.bottom <= scene.content_top + lane.bottom
        assert all(one.bottom == other.top for one, other in pairwise(scene.sections))


@settings(max_examples=30, deadline=None)
@given(KINDS, st.floats(1, 300), st.floats(0, 1), st.lists(st.floats(-200, 200), min_size=1, max_size=4))
def test_while_panning_every_event_keeps_its_track_and_no_lane_gets_lower(
    kind: ScaleKind, factor: float, at: float, pans: list[float]
) -> None:
    for build, columns in ((crowd, CROWD), (few, FEW_EVENTS)):
        view = zoomed(columns, kind, factor, at, 2000.0)
        scene = build(view)
        for pan in pans:
            view = view.panned(pan)
            after = build(view, scene)
            for one, other in zip(scene.sections, after.sections, strict=True):
                assert other.bottom - other.top >= one.bottom - one.top
                if one.places and other.places:
                    both = one.places.by_key.keys() & other.places.by_key.keys()
                    assert all(one.places.by_key[key].track == other.places.by_key[key].track for key in both)
            scene = after


@settings(max_examples=30, deadline=None)
@given(KINDS, st.floats(1, 300), st.floats(0, 1))
def test_in_lanes_nothing_is_hidden_silently(kind: ScaleKind, factor: float, at: float) -> None:
    view = zoomed(CROWD, kind, factor, at, 2500.0)
    scene = crowd(view)
    rows = scene.rows
    shown = int(((CROWD.latest[rows] > view.start) & (CROWD.earliest[rows] < view.end)).sum())
    clustered = sum(cluster.count for cluster in scene.clusters)
    outside = sum(counter.count for counter in scene.counters)
    assert shown + clustered + outside == len(CROWD)


def test_what_lies_in_lanes_below_is_counted() -> None:
    scene = sample(height=260.0)
    drawn = {mark.row for mark in scene.marks if mark.box.bottom <= scene.content_bottom + 1}
    assert scene.overflow is not None
    assert scene.overflow.count == len(SAMPLE) - len(drawn)


def test_scrolling_to_an_event_in_another_lane_brings_it_under_its_head() -> None:
    texts = EventTexts(SAMPLE_COLUMNS, SAMPLE)
    scene = sample(height=260.0)
    for row in range(len(SAMPLE)):
        view = scene.view
        scene = build_scene(SAMPLE_COLUMNS, texts, view, METRICS, scene, lanes=SAMPLE_LANES, selected=row)
        scroll = scene.scroll_to(row) - view.scroll
        view = view.scrolled(scroll, scene.content_height)
        scene = build_scene(SAMPLE_COLUMNS, texts, view, METRICS, scene, lanes=SAMPLE_LANES, selected=row)
        mark = scene.mark_of(row)
        assert isinstance(mark, Mark)
        assert head(scene, SAMPLE_COLUMNS.categories[mark.category]).box.bottom <= mark.box.top
        assert mark.box.bottom <= scene.content_bottom


def test_a_lane_that_made_room_for_the_selected_event_keeps_it_while_one_pans() -> None:
    view = zoomed(CROWD, ScaleKind.TRUE, 2.0, 0.5)
    plain = crowd(view)
    shown = set(plain.rows.tolist())
    heights: list[tuple[float, float]] = []
    for row in [
        row for row in range(len(CROWD)) if row not in shown and 0 < view.scale.x(int(CROWD.earliest[row])) < 900
    ]:
        chosen = build_scene(CROWD, Numbered(), view, METRICS, plain, lanes=CROWD_LANES, selected=row)
        after = crowd(view.panned(5.0), chosen)
        heights += [(one.bottom - one.top, other.bottom - other.top)
                    for one, other in zip(chosen.sections, after.sections, strict=True)]  # fmt: skip
        if len(heights) > 600:
            break
    assert max(before for before, _ in heights) > max(each.bottom - each.top for each in plain.sections)
    assert all(after >= before for before, after in heights)
