"""Places on the calendar: decades, centuries and millennia meet without a gap, before Christ too."""

from __future__ import annotations

import pytest

from timeline_app.extraction.places import Place, Unit, place_of_day
from timeline_app.model import civil


@pytest.mark.parametrize("unit", [Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM], ids=lambda unit: unit.value)
@pytest.mark.parametrize("index", range(-10, 10))
def test_a_day_lies_in_the_place_it_belongs_to_and_the_next_place_follows(unit: Unit, index: int) -> None:
    place = Place(unit, index)
    assert place_of_day(place.first_day, unit) == place
    assert place_of_day(place.last_day, unit) == place
    assert place.shifted(1).first_day == place.last_day + 1


@pytest.mark.parametrize(
    ("unit", "index", "first", "last"),
    [
        pytest.param(Unit.CENTURY, -1, -99, 0, id="the first century BC is 100 to 1 BC"),
        pytest.param(Unit.CENTURY, -5, -499, -400, id="the fifth century BC is 500 to 401 BC"),
        pytest.param(Unit.MILLENNIUM, -2, -1999, -1000, id="the second millennium BC"),
        pytest.param(Unit.DECADE, -49, -488, -479, id="the 480s BC are 489 to 480 BC"),
        pytest.param(Unit.DECADE, -1, -8, 0, id="the last decade BC has nine years"),
        pytest.param(Unit.CENTURY, 18, 1800, 1899, id="the 1800s"),
    ],
)
def test_years_before_christ_are_those_that_historians_mean(unit: Unit, index: int, first: int, last: int) -> None:
    place = Place(unit, index)
    assert civil.civil_from_days(place.first_day)[0] == first
    assert civil.civil_from_days(place.last_day)[0] == last
    assert place.value.earliest == place.first_day * civil.DAY
    assert place.value.latest == (place.last_day + 1) * civil.DAY
