from __future__ import annotations

import numpy as np

from tests.layout.cases import SAMPLE, event
from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST, Columns, Form
from timeline_app.layout.texts import EventTexts
from timeline_app.model.event import Category, Event, EventId, Undated


def test_rows_stand_in_order_of_time_longer_first() -> None:
    columns = Columns.build(tuple(reversed(SAMPLE)))
    assert columns.earliest.tolist() == sorted(columns.earliest.tolist())
    days = Columns.build(
        [event("day", "2011-03-28"), event("month", "2011-03"), event("week", "2011-03-01/2011-03-28")]
    )
    assert days.ordinal.tolist() == [1, 2, 0]


def test_events_of_one_date_keep_the_order_they_came_in() -> None:
    columns = Columns.build([event(name, "2011-03-31") for name in "cab"])
    assert columns.ordinal.tolist() == [0, 1, 2]


def test_undated_events_get_no_row() -> None:
    undated = Event(EventId("later"), "later", None, (), undated=Undated.TOO_VAGUE)
    columns = Columns.build([undated, event("a", "1969")])
    assert columns.ordinal.tolist() == [1]


def test_open_ends_are_told_from_known_ones() -> None:
    columns = Columns.build([event("since", "1985/.."), event("until", "../1990")])
    assert columns.earliest.tolist()[0] == OPEN_PAST
    assert columns.latest.tolist()[1] == OPEN_FUTURE
    assert columns.form.tolist() == [Form.PERIOD, Form.PERIOD]


def test_times_beyond_what_is_drawn_keep_their_differences() -> None:
    columns = Columns.build([event("ever", "Y-200000000000"), event("last", "Y200000000000")])
    assert int(columns.latest[1] - columns.earliest[0]) > 0


def test_categories_come_in_the_order_of_the_program_then_the_users() -> None:
    events = [event("a", "1969", "Zoology"), event("b", "1970", "Life"), event("c", "1971", "Conflict")]
    assert Columns.build(events).categories == (Category.CONFLICT, Category.LIFE, "Zoology")


def test_a_key_is_the_same_in_other_columns() -> None:
    few, many = Columns.build([event("x", "1990")]), Columns.build([event("a", "1969"), event("x", "1990")])
    assert few.key[0] == many.key[1]


def test_no_columns_of_nothing() -> None:
    assert len(Columns.build([])) == 0


def test_dates_are_said_with_a_weekday_only_where_that_tells_something() -> None:
    events = [event("Hastings", "1066-10-14"), event("Koussa", "2011-03-30")]
    texts = EventTexts(Columns.build(events), events)
    assert [texts.when(row, year=True) for row in (0, 1)] == ["14 October 1066", "Wed 30 March 2011"]
    assert texts.when(1, year=False) == "Wed 30 March"


def test_columns_with_the_same_places_know_what_was_found_out_before() -> None:
    one = Columns.from_arrays(earliest=np.array([0, 5]), latest=np.array([9, 7])).prepare()
    other = Columns.from_arrays(earliest=np.array([0, 5]), latest=np.array([9, 7])).like(one)
    assert other.pyramid is one.pyramid
    assert other.latest_sorted is one.latest_sorted
    moved = Columns.from_arrays(earliest=np.array([0, 5]), latest=np.array([9, 8])).like(one)
    assert moved.pyramid is not one.pyramid


def test_what_a_filter_leaves_knows_what_it_would_find_out_itself() -> None:
    chance = np.random.default_rng(7)
    earliest = chance.integers(-(10**9), 10**9, 500)
    whole = Columns.from_arrays(
        earliest=earliest,
        latest=earliest + chance.integers(1, 10**8, 500),
        category=chance.integers(0, 3, 500).astype(np.uint8),
        importance=chance.random(500, dtype=np.float32),
        categories=("Conflict", "Contact", "Life", "Other"),
    ).prepare()
    whole.look_ahead()
    left = whole.taken(whole.category != 1)
    assert {"latest_sorted", "starts_by_category", "pyramid"} <= left.__dict__.keys()
    assert left.latest_sorted.tolist() == sorted(left.latest.tolist())
    assert [starts.tolist() for starts in left.starts_by_category] == [
        left.earliest[left.category == number].tolist() for number in range(4)
    ]
