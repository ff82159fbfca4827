"""Days keep the calendar they were written in, and the card says what they are in the other."""

import pytest

from timeline_app.extraction.calendars import gregorian, weekday
from timeline_app.extraction.feasts import feast_day
from timeline_app.extraction.tagging import tag
from timeline_app.model import civil
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Timex


def first(text: str) -> Timex:
    return tag(Document(DocumentId("d"), "d", "d", text, "en")).expressions[0]


@pytest.mark.parametrize(
    ("julian", "in_gregorian"),
    [
        ((1415, 10, 25), (1415, 11, 3)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((-43, 3, 15), (-43, 3, 13)),
        ((1917, 10, 25), (1917, 11, 7)),
    ],
    ids=str,
)
def test_a_julian_day_has_its_gregorian_number(
    julian: tuple[int, int, int], in_gregorian: tuple[int, int, int]
) -> None:
    assert civil.civil_from_days(gregorian(civil.days_from_civil(*julian))) == in_gregorian


def test_weekdays_before_the_reform_are_those_of_the_julian_calendar() -> None:
    assert weekday(civil.days_from_civil(1415, 10, 25)) == 4  # Agincourt was fought on a Friday
    assert weekday(civil.days_from_civil(1582, 10, 4)) == 3
    assert weekday(civil.days_from_civil(1582, 10, 15)) == 4


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("It was 25 October 1415.", "1415-10-25", "in the Julian calendar; 3 November 1415 in the Gregorian"),
        ("It was 14 July 1789.", "1789-07-14", ""),
        ("It was 25 October 1917 (O.S.).", "1917-10-25", "in the Julian calendar; 7 November 1917 in the Gregorian"),
        ("On 25 October 1917, Old Style.", "1917-10-25", "in the Julian calendar; 7 November 1917 in the Gregorian"),
        ("It was 3 November 1415 (New Style).", "1415-11-03", ""),
        ("It was 3 November 1415 in the Gregorian calendar.", "1415-11-03", ""),
        ("On 1415-11-03 it rained.", "1415-11-03", ""),
        ("On 1 May 1990 Julian came.", "1990-05-01", ""),
        ("On 24 March 2001, OS X came.", "2001-03-24", ""),
        ("On 1 May 1700 he left. Dates are in the Julian calendar.", "1700-05-01",
         "in the Julian calendar; 12 May 1700 in the Gregorian"),
        ("At Easter 1204 it fell.", "1204-04-25", "in the Julian calendar; 2 May 1204 in the Gregorian"),
        ("It was 11 February 1731/32.", "1732-02-11", "1732 as counted from January, 1731 as counted from 25 March"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)  # fmt: skip
def test_the_card_says_what_a_julian_day_is_today(text: str, value: str, note: str) -> None:
    timex = first(text)
    assert (timex.value, timex.derivation.note) == (value, note)


def test_a_marked_old_style_day_offers_the_new_style_one() -> None:
    assert [other.edtf for other in first("On 25 October 1917 (O.S.) it began.").derivation.alternatives] == [
        "1917-11-07"
    ]


@pytest.mark.parametrize(
    ("formula", "day"),
    [
        ("1 tishri", (1943, 9, 30)),
        ("1 tishri", (2013, 9, 5)),
        ("1 tishri", (2024, 10, 3)),
        ("10 tishri", (1973, 10, 6)),
        ("25 kislev", (2013, 11, 28)),
        ("25 kislev", (2024, 12, 26)),
        ("14 adar", (2016, 3, 24)),
        ("15 nisan", (1943, 4, 20)),
        ("15 nisan", (2024, 4, 23)),
        ("6 sivan", (2011, 6, 8)),
        ("chinese new year", (1949, 1, 29)),
        ("chinese new year", (2016, 2, 8)),
        ("chinese dragon boat", (2023, 6, 22)),
        ("chinese mid-autumn", (2024, 9, 17)),
    ],
    ids=str,
)
def test_feasts_fall_where_their_calendar_says(formula: str, day: tuple[int, int, int]) -> None:
    place = feast_day(formula, day[0])
    assert place
    assert civil.civil_from_days(place.index) == day


def test_a_feast_of_a_year_that_no_table_has_has_no_day() -> None:
    assert feast_day("chinese new year", 1850) is None
    assert feast_day("15 nisan", 33) is None
