from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.cases import METRICS, SAMPLE, event, overlaps, text_box, text_boxes
from timeline_app.layout.axis import AXIS_HEIGHT
from timeline_app.layout.columns import Columns
from timeline_app.layout.eras import build_eras
from timeline_app.layout.figures import Body, EraBand
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.scene import Marker, Scene, build_scene
from timeline_app.layout.texts import EventTexts
from timeline_app.layout.view import View
from timeline_app.model.arrangement import Era, EraId
from timeline_app.model.temporal import parse_edtf

COLUMNS = Columns.build(SAMPLE)


def era(name: str, edtf: str, hue: str = "Conflict") -> Era:
    return Era(EraId(name), name, parse_edtf(edtf), hue)


UPRISING = era("Libyan uprising", "2011-03-29/2011-03-30")
ERAS = (UPRISING, era("The week", "2011-03-28/2011-04-03", "#336699"), era("Qaddafi’s rule", "1969/2011", "Life"))


def sample(kind: ScaleKind = ScaleKind.FOLDED, eras: tuple[Era, ...] = ERAS, width: float = 816.0) -> Scene:
    view = View.fit(COLUMNS, width, 700.0, kind)
    return build_scene(COLUMNS, EventTexts(COLUMNS, SAMPLE), view, METRICS, eras=eras)


def band(scene: Scene, name: str) -> EraBand:
    return next(band for band in scene.eras if band.id == name)


def test_an_era_reaches_from_its_first_day_to_its_last() -> None:
    scene = sample()
    found = band(scene, "Libyan uprising")
    left, right = (scene.view.scale.x(time) for time in (UPRISING.value.earliest or 0, UPRISING.value.latest or 0))
    assert (found.ribbon.left, found.ribbon.right) == pytest.approx((left, right))
    assert (found.ground.left, found.ground.right) == pytest.approx((left, right))
    assert (found.left_end, found.right_end) == (True, True)


def test_eras_that_overlap_have_rows_of_their_own_and_those_that_do_not_share_one() -> None:
    apart = (*ERAS, era("Later", "2011-04-01/2011-04-02"))
    bands = {each.id: each for each in sample(eras=apart).eras}
    assert not any(one.ribbon.overlaps(other.ribbon) for one, other in combinations(bands.values(), 2))
    assert len({each.ribbon.top for each in bands.values()}) == 3


@pytest.mark.parametrize("kind", list(ScaleKind))
def test_no_name_of_an_era_touches_another_text_or_a_mark(kind: ScaleKind) -> None:
    scene = sample(kind, width=1000.0)
    names = [(text.text, text_box(text)) for each in scene.eras for text in each.texts]
    assert names
    assert not overlaps([*text_boxes(scene), *names])
    assert all(mark.box.top > each.ribbon.bottom for mark in scene.marks for each in scene.eras)


def test_without_eras_nothing_moves_down() -> None:
    assert sample(eras=()).content_top == AXIS_HEIGHT < sample().content_top


def test_an_open_era_runs_on_and_shows_no_end() -> None:
    found = band(sample(eras=(era("Since", "2011-03-30/.."),)), "Since")
    assert (found.left_end, found.right_end) == (True, False)


def test_an_era_is_hit_by_its_ribbon_and_only_there() -> None:
    scene = sample()
    found = band(scene, "The week")
    assert scene.hit(found.ribbon.left + 2, found.ribbon.top + 2) is found
    assert not isinstance(scene.hit(found.ground.left + 2, found.ground.bottom - 60), EraBand)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(list(ScaleKind)), st.floats(1, 1e6), st.floats(0, 1), st.floats(-400, 400))
def test_ribbons_keep_their_rows_and_their_names_stay_in_them(
    kind: ScaleKind, factor: float, at: float, pan: float
) -> None:
    view = View.fit(COLUMNS, 900.0, 600.0, kind).zoomed(factor, 900.0 * at)
    for shown in (view, view.panned(pan)):
        found = build_eras(ERAS, shown, METRICS)
        assert found.height == build_eras(ERAS, view, METRICS).height
        for each in found.bands:
            assert each.ribbon.top == band(sample(), each.id).ribbon.top
            for text in each.texts:
                box = text_box(text)
                assert max(each.ribbon.left, 0) <= box.left
                assert box.right <= min(each.ribbon.right, 900.0)


def test_a_marker_line_leaves_out_the_words_of_a_bar() -> None:
    events = [event("A bar with a long name that reaches beyond", "2011-03-28/2011-03-29")]
    events += [event("The end", "2011-04-20")]
    columns = Columns.build(events)
    view = View.fit(columns, 900.0, 600.0, ScaleKind.TRUE)
    plain = build_scene(columns, EventTexts(columns, events), view, METRICS)
    bar = next(mark for mark in plain.marks if mark.form is Body.BAR)
    words = text_box(bar.texts[0])
    marker = Marker(view.scale.time((words.left + words.right) / 2), "published")
    (line,) = build_scene(columns, EventTexts(columns, events), view, METRICS, markers=[marker]).marker_lines
    assert len(line.parts) == 2
    assert line.parts[0][1] <= words.top
    assert line.parts[1][0] >= words.bottom
