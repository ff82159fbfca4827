from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.cases import METRICS, SAMPLE, Numbered, event, overlaps, scattered, text_boxes
from timeline_app.layout.columns import Columns, Form
from timeline_app.layout.density import count_bars
from timeline_app.layout.figures import Body, Box, Fold, Mark
from timeline_app.layout.places import FEW, Places
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.scene import Marker, Scene, build_scene
from timeline_app.layout.texts import EventTexts
from timeline_app.layout.view import View
from timeline_app.model import civil
from timeline_app.model.event import Event

COLUMNS = Columns.build(SAMPLE)
TEXTS = EventTexts(COLUMNS, SAMPLE)
PUBLISHED = Marker(1_301_616_000, "published")
CROWD = scattered(3000)


def sample(width: float = 816.0, height: float = 560.0, kind: ScaleKind = ScaleKind.FOLDED) -> Scene:
    return build_scene(COLUMNS, TEXTS, View.fit(COLUMNS, width, height, kind), METRICS, markers=[PUBLISHED])


def named(scene: Scene, word: str) -> Mark:
    """The mark of the sample's event whose title begins so."""
    return next(mark for mark in scene.marks if " ".join(text.text for text in mark.texts).startswith(word))


def crowd(view: View, previous: Scene | None = None, selected: int | None = None, *, hurried: bool = False) -> Scene:
    return build_scene(CROWD, Numbered(), view, METRICS, previous, selected=selected, hurried=hurried)


def of(*events: Event, width: float = 900.0) -> Scene:
    columns = Columns.build(events)
    return build_scene(columns, EventTexts(columns, events), View.fit(columns, width, 600.0), METRICS)


def placed(scene: Scene) -> Places:
    """Where everything stands in a scene without lanes."""
    found = scene.sections[0].places
    assert found is not None
    return found


# The sample, as numbers


def test_the_sample_says_at_which_scale_it_is() -> None:
    scene = sample()
    headers = [[text.text for text in stretch.texts] for stretch in scene.stretches]
    assert headers == [["1969", "one year"], ["28–31 March 2011", "four days"]]
    assert [text.text for text in scene.tick_texts] == ["the year", "Mon 28", "Tue 29", "Wed 30", "Thu 31"]
    assert scene.folds[0].words == ("41 years 2 months", "no events in these documents")
    assert [text.text for text in scene.folds[0].texts] == list(scene.folds[0].words)
    assert [bar.label.text for bar in scene.scale_bars] == ["1 year", "1 day"]
    assert scene.chip == "2 scales, 1 break: the right side is drawn 528 × larger"


@pytest.mark.parametrize(
    ("word", "left", "right"),
    [("Qaddafi’s coup", 11, 117), ("Qaddafi’s forces", 163, 805), ("Mullen", 325, 481), ("Koussa", 487, 643),
     ("Treki", 649, 805), ("Hague", 649, 805), ("a spokesman", 649, 805)],
)  # fmt: skip
def test_each_mark_of_the_sample_is_as_wide_as_its_date(word: str, left: float, right: float) -> None:
    body = named(sample(), word).body
    assert [body.left, body.right] == pytest.approx([left, right])


@pytest.mark.parametrize("height", range(200, 420))
def test_a_glyph_never_stands_without_its_date_words(height: int) -> None:
    scene = sample(height=float(height))
    for mark in scene.marks:
        beside = [text for text in mark.texts for _, y in mark.glyphs if 0 < text.y - y < 8]
        assert len(beside) >= len(mark.glyphs)


def test_events_of_one_day_stand_under_each_other() -> None:
    marks = [named(sample(), word) for word in ("Treki", "Hague", "a spokesman")]
    assert all(above.body.bottom < below.body.top for above, below in pairwise(marks))


def test_the_period_is_a_bar_under_its_words() -> None:
    bar = next(mark for mark in sample().marks if mark.form is Body.BAR)
    assert [text.text for text in bar.texts] == ["Qaddafi’s forces drive the rebels back east", "28–31 March"]
    assert bar.texts[0].y < bar.body.top


@pytest.mark.parametrize("kind", list(ScaleKind))
@pytest.mark.parametrize(("width", "height"), [(480, 400), (760, 480), (816, 560), (1300, 700), (1900, 1100)])
def test_every_title_of_the_sample_can_be_read_and_no_text_touches_another(
    width: float, height: float, kind: ScaleKind
) -> None:
    scene = sample(width, 1100.0 if kind is ScaleKind.TRUE or width < 700 else height, kind)
    assert len(scene.marks) == 7
    for mark in scene.marks:
        title = SAMPLE[int(COLUMNS.ordinal[mark.row])].title
        assert " ".join(text.text for text in mark.texts).startswith(title)
    assert not overlaps(text_boxes(scene))
    assert all(box.left >= 0 and box.right <= width for _, box in text_boxes(scene))


def test_zoomed_into_a_day_the_others_are_counted_at_the_edges() -> None:
    view = View.fit(COLUMNS, 816, 560).showing(1_301_450_000, 1_301_500_000)  # hours of 30 March
    scene = build_scene(COLUMNS, TEXTS, view, METRICS)
    assert [(counter.side, counter.count) for counter in scene.counters] == [(-1, 2), (1, 3)]
    assert [counter.time for counter in scene.counters] == [1_301_443_199, 1_301_529_600]  # the nearest of them
    assert scene.stretches[0].texts[0].text == "30 March 2011"


def test_a_counter_says_how_far_the_nearest_is() -> None:
    view = View.fit(COLUMNS, 816, 560).showing(1_301_300_000, 1_301_380_000)
    scene = build_scene(COLUMNS, TEXTS, view, METRICS)
    assert scene.counters[0].label.text == "◀ 1 · 41 years"


# Laws


views = st.tuples(
    st.sampled_from(list(ScaleKind)), st.floats(400, 1600), st.floats(300, 1000), st.floats(1, 3000), st.floats(0, 1)
)


def crowd_view(asked: tuple[ScaleKind, float, float, float, float]) -> View:
    kind, width, height, factor, at = asked
    return View.fit(CROWD, width, height, kind).zoomed(factor, width * at)


@settings(max_examples=40, deadline=None)
@given(views)
def test_nothing_is_hidden_silently(asked: tuple[ScaleKind, float, float, float, float]) -> None:
    view = crowd_view(asked)
    scene = crowd(view)
    rows = scene.rows
    start, end = view.start, view.end
    shown = int(((CROWD.latest[rows] > start) & (CROWD.earliest[rows] < end)).sum())
    clustered = sum(cluster.count for cluster in scene.clusters)
    outside = sum(counter.count for counter in scene.counters)
    assert shown + clustered + outside == len(CROWD)


@settings(max_examples=40, deadline=None)
@given(views, st.floats(0, 600))
def test_no_text_touches_another_or_leaves_the_view(
    asked: tuple[ScaleKind, float, float, float, float], scroll: float
) -> None:
    view = crowd_view(asked)
    scene = crowd(view.scrolled(scroll, crowd(view).content_height))
    boxes = text_boxes(scene)
    assert not overlaps(boxes)
    assert all(box.left >= -0.01 and box.right <= view.width + 0.01 for _, box in boxes)


@settings(max_examples=40, deadline=None)
@given(views)
def test_what_is_drawn_is_what_is_hit(asked: tuple[ScaleKind, float, float, float, float]) -> None:
    scene = crowd(crowd_view(asked))
    for mark in scene.marks:
        for text in mark.texts:
            hit = scene.hit(text.x + 1, text.y - 4)
            assert isinstance(hit, Mark)
            assert hit.row == mark.row
    for counter in scene.counters:
        hit = scene.hit(counter.box.left + 2, counter.box.top + 2)
        assert hit is counter


@settings(max_examples=40, deadline=None)
@given(views, st.lists(st.floats(-400, 400), min_size=1, max_size=5))
def test_while_panning_everything_in_view_stays_in_its_lane(
    asked: tuple[ScaleKind, float, float, float, float], pans: list[float]
) -> None:
    view = crowd_view(asked)
    scene = crowd(view)
    for pan in pans:
        moved_view = scene.view.panned(pan)
        moved = crowd(moved_view, scene)
        shift = moved_view.scale.x(scene.view.scale.origin) - scene.view.scale.origin_x
        for mark in scene.marks:
            if mark.body.left + shift > 0 and mark.body.right + shift < moved_view.width and mark.body.left > 0:
                again = moved.mark_of(mark.row)
                assert again is not None
                assert again.body.top == mark.body.top
        assert not overlaps(text_boxes(moved))
        scene = moved


@settings(max_examples=30, deadline=None)
@given(views, st.integers(0, len(CROWD) - 1))
def test_the_selected_event_always_has_a_mark(asked: tuple[ScaleKind, float, float, float, float], row: int) -> None:
    view = crowd_view(asked).centred_on(int(CROWD.earliest[row]))
    scene = crowd(view, crowd(view), selected=row)
    assert row in scene.rows


@settings(max_examples=30, deadline=None)
@given(views, st.floats(0.5, 2.0))
def test_a_zoom_leaves_no_overlap(asked: tuple[ScaleKind, float, float, float, float], factor: float) -> None:
    view = crowd_view(asked)
    scene = crowd(view)
    for _ in range(3):
        view = view.zoomed(factor, view.width / 3)
        scene = crowd(view, scene)
        assert not overlaps(text_boxes(scene))


@settings(max_examples=30, deadline=None)
@given(views, st.floats(0.5, 2.0))
def test_a_frame_in_a_hurry_shows_no_new_marks_and_counts_the_others(
    asked: tuple[ScaleKind, float, float, float, float], factor: float
) -> None:
    whole = crowd(crowd_view(asked))
    view = whole.view.zoomed(factor, whole.view.width / 3)
    hurried = crowd(view, whole, hurried=True)
    assert set(hurried.rows.tolist()) <= set(whole.rows.tolist())
    assert not overlaps(text_boxes(hurried))
    rows = hurried.rows
    shown = int(((CROWD.latest[rows] > view.start) & (CROWD.earliest[rows] < view.end)).sum())
    others = sum(cluster.count for cluster in hurried.clusters) + sum(counter.count for counter in hurried.counters)
    assert shown + others == len(CROWD)
    again = crowd(view.panned(3.0), hurried)
    assert placed(again).laid != placed(hurried).laid  # all is laid out, not only what comes into sight


def test_few_events_all_have_marks_however_far_down() -> None:
    events = [event(f"Number {number}", "2011-03-30") for number in range(FEW)]
    scene = of(*events)
    assert len(placed(scene).placed) == FEW
    assert scene.overflow is not None
    assert scene.overflow.count + len([m for m in scene.marks if m.box.bottom <= scene.content_bottom]) == FEW
    assert scene.content_height > 2000


# Marks


@pytest.mark.parametrize(
    ("edtf", "form", "ends"),
    [
        ("2011-03-05", Body.CARD, (True, True)),
        ("[2011-03-04..2011-03-08]", Body.BETWEEN, (True, True)),
        ("2011-03-03/2011-03-08", Body.BAR, (True, True)),
        ("2011-03-03/..", Body.BAR, (True, False)),
        ("../2011-03-08", Body.BAR, (False, True)),
        ("2011-03-05T10:00", Body.DOT, (True, True)),
    ],
)
def test_the_form_of_a_mark(edtf: str, form: Body, ends: tuple[bool, bool]) -> None:
    scene = of(event("first", "2011-03-01"), event("it", edtf), event("last", "2011-03-10"))
    mark = next(mark for mark in scene.marks if mark.texts and mark.texts[0].text == "it")
    assert mark.form is form
    assert (mark.left_end, mark.right_end) == ends


def test_only_circa_fades() -> None:
    scene = of(event("about", "2011-03-05~"), event("perhaps", "2011-03-06?"), event("on", "2011-03-07"))
    assert {mark.texts[0].text: mark.circa for mark in scene.marks} == {"about": True, "perhaps": False, "on": False}


def test_a_bar_across_a_fold_carries_its_zigzag() -> None:
    days = [event(f"d{day}", f"2011-03-{day}") for day in range(28, 32)]
    scene = of(event("coup", "1969-09-01"), event("rule", "1969-09-01/2011-03-30"), *days)
    bar = next(mark for mark in scene.marks if mark.form is Body.BAR)
    assert bar.zigzags == (scene.folds[0].zigzag,)
    assert not overlaps(text_boxes(scene))


def test_a_bar_that_begins_outside_the_view_keeps_its_words() -> None:
    events = (event("The long war", "1914/1918"), event("before", "1900"), event("after", "1930"))
    columns = Columns.build(events)
    view = View.fit(columns, 800, 500, ScaleKind.TRUE).showing(-1_700_000_000, -1_640_000_000)
    scene = build_scene(columns, EventTexts(columns, events), view, METRICS)
    bar = scene.marks[0]
    assert not (0 < bar.body.left < 800)
    assert 0 <= bar.texts[0].x < 20


def test_a_fold_says_why_it_is_one() -> None:
    view = View.fit(COLUMNS, 816, 560)
    hidden = Columns.build([event(f"{year}", str(year)) for year in range(1980, 1992)])
    filtered = build_scene(COLUMNS, TEXTS, view, METRICS, filtered=hidden.spans())
    assert filtered.folds[0].words[1] == "12 hidden by the filter"
    more = (*SAMPLE, event("later", "1990"))
    columns = Columns.build(more)
    scene = build_scene(columns, EventTexts(columns, more), view, METRICS)
    assert scene.folds[0].words[1] == "1 event folded away"


def test_a_fold_is_hit_where_nothing_stands_on_it() -> None:
    scene = sample()
    assert isinstance(scene.hit(140, 500), Fold)
    assert scene.hit(300, 500) is None


def test_a_click_may_miss_a_mark_by_little() -> None:
    scene = sample()
    mark = named(scene, "Koussa")
    assert scene.hit(mark.box.left + 20, mark.box.bottom + 3) is mark
    assert scene.hit(mark.box.left + 20, mark.box.bottom + 6) is not mark


def test_scrolling_to_an_event_brings_all_of_it_into_sight() -> None:
    events = [event(f"Number {number}", "2011-03-30") for number in range(40)]
    columns = Columns.build(events)
    texts = EventTexts(columns, events)
    scene = build_scene(columns, texts, View.fit(columns, 900, 500), METRICS)
    for row in (39, 20, 0):
        scroll = scene.scroll_to(row) - scene.view.scroll
        view = scene.view.scrolled(scroll, scene.content_height)
        scene = build_scene(columns, texts, view, METRICS, scene)
        mark = scene.mark_of(row)
        assert mark is not None
        assert scene.content_top <= mark.box.top
        assert mark.box.bottom <= scene.content_bottom


def test_a_scale_bar_stands_beside_what_is_in_its_way() -> None:
    scene = sample(width=660.0, height=330.0)
    assert scene.overflow is not None
    assert [bar.label.text for bar in scene.scale_bars] == ["1 year", "1 day"]
    for bar in scene.scale_bars:
        assert bar.right <= scene.overflow.box.left or bar.left >= scene.overflow.box.right


def test_the_publication_stands_at_the_end_of_its_day() -> None:
    line = sample().marker_lines[0]
    assert line.label.text == "published"
    assert line.x == pytest.approx(808)


# From scene to scene


def test_a_title_that_changed_is_written_anew_in_its_lane() -> None:
    scene = sample()
    renamed = tuple(event("Koussa went", "2011-03-30") if "Koussa" in each.title else each for each in SAMPLE)
    columns = Columns.build(renamed)
    after = build_scene(columns, EventTexts(columns, renamed), scene.view, METRICS, scene)
    assert named(after, "Koussa went").body.top == named(scene, "Koussa").body.top
    assert not overlaps(text_boxes(after))


def test_at_another_zoom_few_marks_change_their_lane() -> None:
    scene = crowd(View.fit(CROWD, 1200, 700, ScaleKind.TRUE))
    closer = crowd(scene.view.zoomed(1.05, 600), scene)
    both = placed(scene).by_key.keys() & placed(closer).by_key.keys()
    moved = [key for key in both if placed(scene).by_key[key].track != placed(closer).by_key[key].track]
    assert len(both) > 0.9 * len(placed(scene).by_key)
    assert len(moved) < len(both) / 8


def test_clusters_move_with_their_time_while_panning() -> None:
    scene = crowd(View.fit(CROWD, 1200, 700, ScaleKind.TRUE).zoomed(4, 600))
    moved = crowd(scene.view.panned(-30), scene)
    starts = {cluster.start for cluster in scene.clusters[1:-1]}
    assert len(starts & {cluster.start for cluster in moved.clusters}) >= len(starts) - 2


@pytest.mark.parametrize("zoom", [1.0, 0.05, 0.001, 1e-6])
def test_a_count_stands_where_its_events_are(zoom: float) -> None:
    view = View.fit(CROWD, 1200, 700, ScaleKind.TRUE).zoomed(zoom, 600)
    left, right = view.scale.x(int(CROWD.earliest[0])), view.scale.x(int(CROWD.earliest[-1]))
    for cluster in crowd(view).clusters:
        words = Box(cluster.label.x, 0.0, cluster.label.x + METRICS.width(cluster.label.text, cluster.label.role), 1.0)
        assert left - words.width - 8.0 <= words.left
        assert words.right <= right + words.width + 8.0


def test_of_many_events_all_in_view_are_shown_where_those_are_few() -> None:
    day, count = 86_400, FEW + 20
    start = np.arange(count, dtype=np.int64) * day
    latest = np.where(start < 20 * day, (count + 1) * day, start + day).astype(np.int64)
    columns = Columns.from_arrays(
        earliest=start,
        latest=latest,
        form=np.where(start < 20 * day, Form.PERIOD, Form.UNIT).astype(np.uint8),
        category=np.zeros(count, dtype=np.uint8),
        importance=np.ones(count, dtype=np.float32),
        categories=("A",),
    )
    noon = (count - 1) * day + day // 2
    view = View.fit(columns, 1200, 700, ScaleKind.TRUE).showing(noon, noon + 60)
    scene = build_scene(columns, Numbered(), view, METRICS)
    assert len(scene.rows) == columns.touching(view.start, view.end) == 21
    assert scene.clusters == ()


@settings(max_examples=40, deadline=None)
@given(views, st.lists(st.floats(-500, 500), min_size=1, max_size=5))
def test_density_counts_the_same_however_one_came_there(
    asked: tuple[ScaleKind, float, float, float, float], pans: list[float]
) -> None:
    view = crowd_view(asked)
    counted = count_bars(CROWD, view, None)
    for pan in pans:
        view = view.panned(pan)
        counted = count_bars(CROWD, view, counted)
        anew = count_bars(CROWD, view, None)
        assert counted.counts.tolist() == anew.counts.tolist()
        assert counted.lefts[0] <= 0.0
        assert counted.lefts[-1] + 4.0 >= view.width


def test_what_a_search_found_has_room_before_what_is_more_important() -> None:
    view = View.fit(CROWD, 1200, 700, ScaleKind.TRUE)
    least = np.argsort(CROWD.importance, kind="stable")[:30]
    sought = np.zeros(len(CROWD), dtype=np.bool_)
    sought[least] = True
    without = crowd(view)
    found = build_scene(CROWD, Numbered(), view, METRICS, without, sought=sought)
    assert len(set(least.tolist()) & {mark.row for mark in without.marks}) < 3
    assert len(set(least.tolist()) & {place.place.row for place in placed(found).placed}) > 20
    assert not overlaps(text_boxes(found))


def test_and_keeps_it_while_one_pans_and_gives_it_back_when_nothing_is_sought() -> None:
    view = View.fit(CROWD, 1200, 700, ScaleKind.TRUE).zoomed(3.0, 600)
    sought = np.zeros(len(CROWD), dtype=np.bool_)
    sought[::97] = True
    scene = build_scene(CROWD, Numbered(), view, METRICS, sought=sought)
    for _ in range(12):
        before = {
            mark.row for mark in scene.marks if sought[mark.row] and mark.body.left > 100 and mark.box.right < 1100
        }
        scene = build_scene(CROWD, Numbered(), scene.view.panned(-40.0), METRICS, scene, sought=sought)
        assert before <= {mark.row for mark in scene.marks}
    again = build_scene(CROWD, Numbered(), scene.view, METRICS, scene)
    assert {mark.row for mark in again.marks} != {mark.row for mark in scene.marks}


DAYS = tuple(event(f"The council met again on the {day}th", f"2011-03-{day}") for day in range(10, 24))
DAY_COLUMNS = Columns.build(DAYS)
WAR = (event("A war of which nobody knew how long it would last", "2010/2012"),)
WAR_COLUMNS = Columns.build(WAR)


def days_from(first: float, shown: float) -> Scene:
    """So many days from one on, that may begin outside the view."""
    start = civil.to_seconds(2011, 3, 1) + round((first - 1) * civil.DAY)
    view = View.fit(DAY_COLUMNS, 900, 600, ScaleKind.TRUE).showing(start, start + round(shown * civil.DAY))
    return build_scene(DAY_COLUMNS, EventTexts(DAY_COLUMNS, DAYS), view, METRICS)


@pytest.mark.parametrize("first", [10.0, 10.3, 10.6, 10.8, 10.95, 10.99])
@pytest.mark.parametrize("shown", [2.5, 4.0, 6.0])
def test_every_card_that_is_cut_by_an_edge_has_words(first: float, shown: float) -> None:
    scene = days_from(first, shown)
    for mark in scene.marks:
        seen = min(mark.body.right, 900.0) - max(mark.body.left, 0.0)
        assert mark.texts or seen <= 0, (mark.body, seen)
    assert not overlaps(text_boxes(scene))


def test_words_that_come_in_over_an_edge_end_in_an_ellipsis_until_they_are_whole() -> None:
    scene = days_from(9.0, 3.0)
    seen = set()
    for _ in range(120):
        scene = build_scene(DAY_COLUMNS, EventTexts(DAY_COLUMNS, DAYS), scene.view.panned(-5.0), METRICS, scene)
        for name, box in text_boxes(scene):
            assert box.left >= -0.5, name
            assert box.right <= 900.5, name
        seen |= {text.text[-1] for mark in scene.marks for text in mark.texts}
    assert "…" in seen


@pytest.mark.parametrize("left", [0.0, 0.5, 0.8, 0.9])
def test_the_title_of_a_bar_that_begins_outside_the_view_stands_over_what_is_left(left: float) -> None:
    start, length = civil.to_seconds(2010), 3 * 365 * civil.DAY
    view = View.fit(WAR_COLUMNS, 900, 400, ScaleKind.TRUE).showing(start, start + length)
    scene = build_scene(WAR_COLUMNS, EventTexts(WAR_COLUMNS, WAR), view.panned(-880 * left), METRICS)
    (mark,) = scene.marks
    assert mark.texts[0].text.startswith("A ")
    assert all(box.left >= 0 and box.right <= max(mark.body.right, 880) for _, box in text_boxes(scene))
