"""Events of which one of several dates is right: drawn at each, counted once."""

from __future__ import annotations

import pytest

from tests.layout.cases import METRICS, event, overlaps, text_boxes
from timeline_app.layout.columns import Columns
from timeline_app.layout.figures import Body, Mark
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.scene import Scene, build_scene
from timeline_app.layout.texts import EventTexts
from timeline_app.layout.view import View
from timeline_app.model import civil
from timeline_app.model.temporal import alternatives, parse_edtf

DAY = civil.DAY
EVENTS = (
    event("Before", "2011-03-01"),
    event("The council met", "[2011-03-04,2011-04-03]"),
    event("In between", "2011-03-20"),
    event("Afterwards", "2011-04-20"),
)
COLUMNS = Columns.build(EVENTS)
MARCH, APRIL = civil.to_seconds(2011, 3, 4), civil.to_seconds(2011, 4, 3)


def scene(start: int, end: int, selected: int | None = None) -> Scene:
    view = View.fit(COLUMNS, 1200, 600, ScaleKind.TRUE).showing(start, end)
    return build_scene(COLUMNS, EventTexts(COLUMNS, EVENTS), view, METRICS, selected=selected)


def met(found: Scene) -> Mark:
    return next(mark for mark in found.marks if EVENTS[int(COLUMNS.ordinal[mark.row])].title == "The council met")


MONTHS = scene(MARCH - 3 * DAY, APRIL + 3 * DAY)  # a day is 32 px
WEEKS = scene(MARCH - 200 * DAY, APRIL + 200 * DAY)  # and here 3


@pytest.mark.parametrize(
    ("edtf", "count"),
    [
        ("[2011-03-04,2011-04-03]", 2),
        ("[2011-04-03, 2011-03-04]", 2),
        ("[1667,1668,1670..1672]", 3),
        ("[1914..1918]", 0),
        ("[2011,2011-03]", 0),
        ("[..1980,1990]", 0),
        ("2011", 0),
        ("1914/1918", 0),
    ],
)
def test_what_there_is_to_choose_from(edtf: str, count: int) -> None:
    found = alternatives(parse_edtf(edtf))
    assert len(found) == count
    assert list(found) == sorted(found)


@pytest.mark.parametrize(("found", "form"), [(MONTHS, Body.CARD), (WEEKS, Body.DOT)], ids=["cards", "dots"])
def test_it_is_drawn_at_each_date_and_is_one_mark(found: Scene, form: Body) -> None:
    mark = met(found)
    assert len([other for other in found.marks if other.row == mark.row]) == 1
    assert mark.form is form
    middles = [(part.body.left + part.body.right) / 2 for part in mark.parts]
    assert middles == pytest.approx([found.view.scale.x(time + DAY // 2) for time in (MARCH, APRIL)], abs=1)


def test_its_title_stands_at_each_date_where_there_is_room() -> None:
    wide = scene(MARCH - 3 * DAY, APRIL + 12 * DAY)
    assert [text.text for text in met(wide).texts].count("The council met") == 2
    close = scene(MARCH - 2 * DAY, MARCH + 2 * DAY)
    assert [part.body.left for part in met(close).parts] == [pytest.approx(close.view.scale.x(MARCH) + 3)]
    assert any("council" in text.text for text in met(close).texts)


def test_a_click_at_either_date_hits_it_and_one_between_them_what_is_there() -> None:
    row = met(MONTHS).row
    for part in met(MONTHS).parts:
        hit = MONTHS.hit((part.body.left + part.body.right) / 2, (part.body.top + part.body.bottom) / 2)
        assert isinstance(hit, Mark)
        assert hit.row == row
    between = (met(MONTHS).parts[0].box.right + met(MONTHS).parts[1].box.left) / 2
    assert MONTHS.hit(between, (met(MONTHS).body.top + met(MONTHS).body.bottom) / 2) is None


def test_selected_it_is_selected_at_both_and_has_no_handle() -> None:
    found = scene(MARCH - 3 * DAY, APRIL + 3 * DAY, selected=met(MONTHS).row)
    assert met(found).selected
    assert found.handles == ()


@pytest.mark.parametrize("days", [2, 5, 12, 40, 90, 400, 4000, 40_000])
@pytest.mark.parametrize("at", [MARCH, (MARCH + APRIL) // 2, APRIL])
def test_its_words_touch_no_others(days: int, at: int) -> None:
    assert not overlaps(text_boxes(scene(at - days * DAY // 2, at + days * DAY // 2)))


def test_between_two_dates_stays_one_range() -> None:
    events = [event("A war", "[1914..1918]"), event("Later", "1930")]
    columns = Columns.build(events)
    found = build_scene(columns, EventTexts(columns, events), View.fit(columns, 900, 500, ScaleKind.TRUE), METRICS)
    assert found.marks[0].form is Body.BETWEEN
    assert found.marks[0].parts == ()
