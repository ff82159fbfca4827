"""EDTF in and out: a table of what each text means, an oracle, and properties that hold for every date."""

import datetime as dt

import pytest
from edtf import parse_edtf as oracle
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import civil
from timeline_app.model.temporal import EdtfError, Kind, Precision, day_edtf, interval, parse_edtf, year_edtf

INSTANT, PERIOD = Kind.INSTANT, Kind.PERIOD
MEANINGS = [
    # text, kind, earliest day, first day after it, precision
    ("1969", INSTANT, "1969-01-01", "1970-01-01", Precision.YEAR),
    ("2011-03", INSTANT, "2011-03-01", "2011-04-01", Precision.MONTH),
    ("2011-12", INSTANT, "2011-12-01", "2012-01-01", Precision.MONTH),
    ("2011-03-30", INSTANT, "2011-03-30", "2011-03-31", Precision.DAY),
    ("-0479", INSTANT, "-0479-01-01", "-0478-01-01", Precision.YEAR),
    ("0000-02-29", INSTANT, "0000-02-29", "0000-03-01", Precision.DAY),
    ("199X", INSTANT, "1990-01-01", "2000-01-01", Precision.DECADE),
    ("19XX", INSTANT, "1900-01-01", "2000-01-01", Precision.CENTURY),
    ("1XXX", INSTANT, "1000-01-01", "2000-01-01", Precision.MILLENNIUM),
    ("1984-XX", INSTANT, "1984-01-01", "1985-01-01", Precision.YEAR),
    ("1984-XX-XX", INSTANT, "1984-01-01", "1985-01-01", Precision.YEAR),
    ("1984-02-XX", INSTANT, "1984-02-01", "1984-03-01", Precision.MONTH),
    ("1984-02-2X", INSTANT, "1984-02-20", "1984-03-01", Precision.MONTH),
    ("156X-12-25", INSTANT, "1560-12-25", "1569-12-26", Precision.DECADE),
    ("2011-21", INSTANT, "2011-03-01", "2011-06-01", Precision.SEASON),
    ("2011-24", INSTANT, "2011-12-01", "2012-03-01", Precision.SEASON),
    ("2011-33", INSTANT, "2011-01-01", "2011-04-01", Precision.QUARTER),
    ("2011-41", INSTANT, "2011-07-01", "2012-01-01", Precision.HALF),
    ("1950S2", INSTANT, "1900-01-01", "2000-01-01", Precision.CENTURY),
    ("Y-13800000000", INSTANT, "Y-13800000000-01-01", "Y-13799999999-01-01", Precision.YEAR),
    ("Y-66E6S2", INSTANT, "Y-66999999-01-01", "Y-65999999-01-01", Precision.MEGAYEAR),
    ("1914/1918", PERIOD, "1914-01-01", "1919-01-01", Precision.YEAR),
    ("2011-03-28/2011-03-31", PERIOD, "2011-03-28", "2011-04-01", Precision.DAY),
    ("1985/..", PERIOD, "1985-01-01", None, Precision.YEAR),
    ("../1985", PERIOD, None, "1986-01-01", Precision.YEAR),
    ("[1914..1918]", INSTANT, "1914-01-01", "1919-01-01", Precision.YEAR),
    ("[1914..]", INSTANT, "1914-01-01", None, Precision.YEAR),
    ("[..1918]", INSTANT, None, "1919-01-01", Precision.YEAR),
    ("[2011-03-04,2011-04-03]", INSTANT, "2011-03-04", "2011-04-04", Precision.DAY),
]
NO_DATES = [
    "", "abc", "2011-13", "2011-00", "2011-02-30", "2011-02-29", "XXXX", "XXXX-WXX-3", "1X9X", "-0000", "20??",
    "2011??", "2011//2012", "/", "../..", "{1960,1961}", "[]", "[..]", "[1914..1918", "2012/2011", "[1918..1914]",
    "2011-03-30T25", "2011-03-XXT10", "Y99999999999999", "2011-21-05", "2011-3-3", "\u0661\u0669\u0666\u0669",
    "1969 ", "1" * 300, "Y1E99", "2011-03-30T10:60",
]  # fmt: skip
YEARS = st.integers(-200_000_000_000, 200_000_000_000)


@pytest.mark.parametrize(("text", "kind", "first", "after", "precision"), MEANINGS, ids=[row[0] for row in MEANINGS])
def test_a_text_means_exactly_the_days_it_allows(
    text: str, kind: Kind, first: str | None, after: str | None, precision: Precision
) -> None:
    value = parse_edtf(text)
    days = [None if bound is None else day_edtf(bound) for bound in (value.earliest, value.latest)]
    assert (value.kind, days, value.precision) == (kind, [first, after], precision)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(EdtfError, match=r"^“.*\.$"):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [("1984?", True, False), ("1984~", False, True), ("1984%", True, True), ("2004-06~-11", False, True),
     ("?2004-06-11", True, False), ("1984?/2004~", True, True), ("2004-?06-11", True, False)],
)  # fmt: skip
def test_qualifiers_are_read_wherever_edtf_lets_them_stand(text: str, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001
    value = parse_edtf(text)
    assert (value.uncertain, value.approximate) == (uncertain, approximate)


def test_some_time_in_1914_to_1918_is_not_from_1914_to_1918() -> None:
    some_time, lasted = parse_edtf("[1914..1918]"), parse_edtf("1914/1918")
    assert some_time.start == some_time.end
    assert lasted.start == parse_edtf("1914").start
    assert lasted.end == parse_edtf("1918").start
    assert (some_time.earliest, some_time.latest) == (lasted.earliest, lasted.latest)


def test_an_offset_is_kept_in_the_text_and_never_applied() -> None:
    written, bare = parse_edtf("2011-03-31T10:30:00+02:00"), parse_edtf("2011-03-31T10:30:00")
    assert written.start == bare.start
    assert written.edtf.endswith("+02:00")


@pytest.mark.parametrize(
    ("text", "width", "precision"),
    [("2011-03-31T10", 3600, Precision.HOUR), ("2011-03-31T10:30", 60, Precision.MINUTE),
     ("2011-03-31T10:30:15", 1, Precision.SECOND)],
)  # fmt: skip
def test_a_time_is_as_wide_as_what_is_known(text: str, width: int, precision: Precision) -> None:
    value = parse_edtf(text)
    assert (value.earliest, value.latest) == (
        civil.to_seconds(2011, 3, 31, 10, *_rest(text)),
        (value.earliest or 0) + width,
    )
    assert value.precision is precision


def _rest(text: str) -> list[int]:
    return [int(number) for number in text.split("T")[1].split(":")[1:]]


@given(YEARS)
def test_every_year_from_the_big_bang_on_comes_back(year: int) -> None:
    value = parse_edtf(year_edtf(year))
    assert (value.earliest, value.latest) == (civil.to_seconds(year), civil.to_seconds(year + 1))


@given(st.integers(-(10**18), 10**18))
def test_every_day_that_int64_seconds_reach_comes_back(seconds: int) -> None:
    value = parse_edtf(day_edtf(seconds))
    assert value.earliest is not None
    assert value.earliest <= seconds < value.earliest + civil.DAY == value.latest


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.booleans())
def test_bounds_agree_with_another_implementation(one: dt.date, other: dt.date, length: int, period: bool) -> None:  # noqa: FBT001
    first, last = (day.isoformat()[:length] for day in sorted([one, other]))
    text = f"{first}/{last}" if period else first
    theirs, ours = oracle(text), parse_edtf(text)
    assert ours.earliest == civil.to_seconds(*theirs.lower_strict()[:3])
    assert ours.latest == civil.to_seconds(*theirs.upper_strict()[:3]) + civil.DAY


@given(st.text(alphabet="0123456789XYE-/.[],T:?~%+ZS{}", max_size=24))
def test_any_text_is_a_value_that_keeps_it_or_a_sentence(text: str) -> None:
    try:
        value = parse_edtf(text)
    except EdtfError:
        return
    assert value.edtf == text
    if value.earliest is not None and value.latest is not None:
        assert value.earliest < value.latest


def test_an_interval_is_made_from_its_ends() -> None:
    assert interval("1985", "..") == parse_edtf("1985/..")
