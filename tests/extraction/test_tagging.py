"""Dates of whole texts: what they count from, what is left open, and that no text costs more than its length."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.options import Counting, Options, Order
from timeline_app.extraction.tagging import tag
from timeline_app.model.document import Document, DocumentId, Publication
from timeline_app.model.event import AnchorOrigin, Timex, Undated
from timeline_app.model.temporal import parse_edtf

SAMPLE = Path(__file__).parents[2] / "seeds" / "libyan-defections.txt"
PIECES = """
on the May 5 29 31 1990 , last Monday two weeks ago – 10:30 24:00 BC early . 24 hours 999,999 billion years million 9999
0000 99th century February 30 quarter later next 1916/17 10/21 7/31/99 2430 half of first decade Q3 noon Easter 0 ’99
ten o’clock week before after this Friday in the morning 2d
"""


def timexes(text: str, published: str | None = "2011-03-31", options: Options | None = None) -> tuple[Timex, ...]:
    publication = Publication(parse_edtf(published), "a test") if published else None
    document = Document(DocumentId("d"), "d", "d", text, "", publication, language="en")
    return tag(document, options or Options()).expressions


def values(text: str, published: str | None = "2011-03-31", options: Options | None = None) -> dict[str, str]:
    return {timex.text: timex.value for timex in timexes(text, published, options)}


def test_what_an_ordinal_counts_is_no_day_of_the_month() -> None:
    assert values("At the end of November the first ship left.") == {"November": "2010-11"}
    assert values("On November the first he left.")["November the first"] == "2010-11-01"


def test_the_past_year_is_the_twelve_months_up_to_the_writing() -> None:
    (found,) = timexes("The firm opened three shops in the past year.")
    assert found.temporal == parse_edtf("[2010-03-31..2011-03-31]")


def test_a_month_of_another_thing_is_not_in_the_year_of_the_one_before() -> None:
    assert values("They fined Smith, who fled in 1998, or the men held in November.")["November"] == "2010-11"
    assert values("They spoke of Smith, who fled in 1998, and came back in May.")["May"] == "1998-05"


@pytest.mark.parametrize(
    ("published", "october"), [("2010-11-15", "2009-10"), ("2010-12-15", "2010-10"), ("2011-01-15", "2010-10")]
)
def test_last_october_is_not_the_month_that_last_month_would_name(published: str, october: str) -> None:
    assert values("He left last October.", published) == {"last October": october}


def test_what_is_to_be_unveiled_lies_ahead() -> None:
    assert values("They met, paving the way for a plan to be unveiled on Saturday.") == {"Saturday": "2011-04-02"}


@pytest.mark.parametrize("published", ["1850-02-16", "1899-12-31", "2100-01-01"])
def test_a_feast_that_no_table_has_in_that_year_is_not_placed(published: str) -> None:
    assert values("They kept Chinese New Year.", published) == {"Chinese New Year": "XXXX-XX-XX"}


def test_the_sample_article_has_its_dates_and_no_others() -> None:
    found = timexes(SAMPLE.read_bytes().decode())
    assert [(t.text, t.span.start, t.temporal.edtf if t.temporal else None) for t in found] == [
        ("Two days", 188, None),
        ("Wednesday", 261, "2011-03-30"),
        ("Today", 374, "2011-03-31"),
        ("Thursday", 917, "2011-03-31"),
        ("1969", 1135, "1969"),
        ("Thursday", 2604, "2011-03-31"),
        ("all week", 3246, "2011-03-28/2011-03-31"),
        ("Tuesday", 3259, "2011-03-29"),
    ]


def test_emphasis_does_not_part_a_date() -> None:
    found = timexes("It flew on July 20, 1969. Another was launched in *December* 1972. He left in **1999.**")
    assert [(t.text, t.value) for t in found] == [
        ("July 20, 1969", "1969-07-20"),
        ("December* 1972", "1972-12"),
        ("1999", "1999"),
    ]


def test_a_date_says_how_it_came_about() -> None:
    wednesday = timexes(SAMPLE.read_bytes().decode())[1]
    assert wednesday.derivation.words == "On Wednesday"
    assert wednesday.derivation.rule == "the last Wednesday before it (“resigned”)"
    assert wednesday.anchor
    assert (wednesday.anchor.edtf, wednesday.anchor.origin) == ("2011-03-31", AnchorOrigin.PUBLICATION)
    assert [other.edtf for other in wednesday.derivation.alternatives] == ["2011-03-23", "2011-04-06"]


def test_without_a_date_of_publication_only_the_year_is_placed() -> None:
    found = timexes(SAMPLE.read_bytes().decode(), published=None)
    assert [t.text for t in found if t.temporal] == ["1969"]
    assert [t.value for t in found if t.undated is Undated.NEEDS_PUBLICATION] == [
        "XXXX-WXX-3", "XXXX-XX-XX", "XXXX-WXX-4", "XXXX-WXX-4", "XXXX-WXX", "XXXX-WXX-2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "He may go. It might march on. We sat for a second.",
        "The Hague is a city. May I come in? Mark Twain saw Augusta.",
        "He won 3:15, scored 12-10, and lives at 1600 Pennsylvania Avenue.",
        "Call 555-1212, see section 4.2.1 and page 1984, or pay $1990.",
        "He read “1984” in school. The novel 1984 sold well. Reading 1984 by George Orwell is fun.",
        "A Boeing 747 carried 1500 soldiers over 2000 miles.",
    ],
)
def test_words_and_numbers_that_date_nothing_are_left_alone(text: str) -> None:
    assert not timexes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He will meet them on Friday.", {"Friday": "2011-04-01"}, id="ahead"),
        pytest.param("He agreed to leave on Friday.", {"Friday": "2011-04-01"}, id="intended"),
        pytest.param("He was seen on Friday.", {"Friday": "2011-03-25"}, id="back"),
        pytest.param("On 29 February he resigned.", {"29 February": "2008-02-29"}, id="leap day behind"),
        pytest.param("He will leave on 29 February.", {"29 February": "2012-02-29"}, id="leap day ahead"),
        pytest.param("He was held in March 1998. He was convicted in May.", {"March 1998": "1998-03", "May": "1998-05"},
                     id="told on"),
        pytest.param("He was held in March 1998. He leaves in May.", {"March 1998": "1998-03", "May": "2011-05"},
                     id="not told on"),
        pytest.param("It was built in 1984 by George Orwell.", {"1984": "1984"}, id="no title"),
        pytest.param("On 10 May he left.", {"10 May": "2010-05-10"}, id="back, though far"),
        pytest.param("The dividend was payable 10 May.", {"10 May": "2011-05-10"}, id="nearest, though past"),
        pytest.param("It was payable Dec. 7.", {"Dec. 7": "2010-12-07"}, id="nearest"),
        pytest.param("In 1990 he led a raid in August.", {"1990": "1990", "August": "1990-08"}, id="year before"),
        pytest.param("In the third quarter it earned $2, up from $1 a year ago.",
                     {"the third quarter": "2010-Q3", "a year ago": "2009-Q3"}, id="like with like"),
        pytest.param("It opened on Saturday, April 25.", {"Saturday, April 25": "2009-04-25"}, id="weekday"),
        pytest.param("On 3 March 1918 they signed; three days later they left.",
                     {"3 March 1918": "1918-03-03", "three days later": "1918-03-06"}, id="mention"),
        pytest.param("The trial opens on Friday.", {"Friday": "2011-04-01"}, id="announced"),
        pytest.param("He arrives when the two meet on Friday.", {"Friday": "2011-04-01"}, id="announced of many"),
        pytest.param("They did not meet on Friday.", {"Friday": "2011-03-25"}, id="not announced"),
        pytest.param("It has been closed until at least Friday.", {"Friday": "2011-04-01"}, id="until at least"),
        pytest.param("Elections are in November.", {"November": "2011-11"}, id="is to come"),
        pytest.param("In a speech on Friday he promised to leave.", {"Friday": "2011-03-25"},
                     id="before what it promises"),
        pytest.param("It is said that, by June, there was war.", {"June": "2010-06"}, id="verb of its own clause"),
        pytest.param("It fell due to its loss on Friday.", {"Friday": "2011-03-25"}, id="due to a thing"),
        pytest.param("It was due to open in May.", {"May": "2011-05"}, id="due to do"),
        pytest.param("They agreed at 10 am on Friday.", {"10 am on Friday": "2011-03-25T10:00"}, id="am is no verb"),
        pytest.param("He was held in 1998. He is due to leave in May 1998 or in June.",
                     {"1998": "1998", "May 1998": "1998-05", "June": "2011-06"}, id="nothing past is due"),
        pytest.param("This week they met. The war of 1996 ended two years later.",
                     {"This week": "2011-W13", "1996": "1996", "two years later": "1998"}, id="year of its sentence"),
        pytest.param("He fell in May 1990. The club, founded in 2001, broke up later that year.",
                     {"May 1990": "1990-05", "2001": "2001", "later that year": "2001"},
                     id="that year of its sentence"),
        pytest.param("It was the worst loss in ten years. It will be the first in two decades.",
                     {"ten years": "P10Y", "two decades": "P20Y"}, id="the first in so long"),
        pytest.param("He is to go in October. They reject that and say October is too late.", {"October": "2011-10"},
                     id="the same month again"),
        pytest.param("They are to meet on Friday. What Friday’s talks bring is open.", {"Friday": "2011-04-01"},
                     id="that day’s"),
        pytest.param("It was right to wait until Friday, when he arrives.", {"Friday": "2011-04-01"}, id="when"),
        pytest.param("Talks to be held on Friday have begun.", {"Friday": "2011-04-01"}, id="to be done"),
        pytest.param("The rot started in earnest in May.", {"May": "2010-05"}, id="done right before"),
        pytest.param("In the 18th century, in May of that year, he left.",
                     {"the 18th century": "17", "May of that year": "XXXX-05"}, id="that year of a century"),
        pytest.param("The end came in March 1990. Seven decades later he sees it.",
                     {"March 1990": "1990-03", "Seven decades later": "XXX"},
                     id="decades after the text"),
        pytest.param("She woke in the night.", {"the night": "XXXX-XX-XXTNI"}, id="night of no day"),
        pytest.param("As September 11 showed, he was late.", {"September 11": "2001-09-11"}, id="known year"),
        pytest.param("Men of the 17th century read much. Like her in the 70s, he led a revolt.",
                     {"the 17th century": "16", "the 70s": "197"}, id="no decade of a century spoken of"),
        pytest.param("He ruled from 1792 to 1750BC.", {"1792": "BC1792", "1750BC": "BC1750"}, id="an era written on"),
    ],
)  # fmt: skip
def test_relative_dates_count_from_what_the_words_mean(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "others"),
    [
        pytest.param("He left on Wednesday night.", ["2011-03-23", "2011-04-06"], id="part of a day"),
        pytest.param("He left on Wednesday at 10:30 a.m.", ["2011-03-23T10:30", "2011-04-06T10:30"], id="time"),
        pytest.param("He left in May.", ["2009-05", "2011-05"], id="month"),
        pytest.param("He left in ’99.", ["1899"], id="century"),
        pytest.param("He left in the 10s.", ["201X"], id="decade"),
        pytest.param("He left in the 1800s.", ["180X"], id="century or decade"),
        pytest.param("Signed on 8/21 March 1918.", ["1918-03-08"], id="style"),
        pytest.param("He left on 10 Muharram 61 AH.", ["0680-10-09", "0680-10-11"], id="moon"),
    ],
)
def test_what_else_the_words_could_mean_is_offered(text: str, others: list[str]) -> None:
    assert [other.edtf for other in timexes(text)[0].derivation.alternatives] == others


@pytest.mark.parametrize("published", ["2009-06-01", "2010-06-01", "2011-06-01", "1900-06-01"])
def test_a_leap_day_is_in_a_leap_year(published: str) -> None:
    value = values("He came on February 29.", published)["February 29"]
    assert value.endswith("-02-29")
    assert int(value[:4]) % 4 == 0


def test_what_counts_from_one_thing_dates_the_next() -> None:
    found = values(
        "A strike began on 3 March 1990. On the third day of the strike he was shot; he died a day after the shooting."
    )
    assert found["the third day of the strike"] == "1990-03-05"
    assert found["a day after the shooting"] == "1990-03-06"


def test_days_later_may_count_the_first_day() -> None:
    later = timexes("The Bastille fell on 14 July 1789; three days later the king came.")[1]
    assert later.derivation.rule == "three days after"
    assert [(other.edtf, other.reason) for other in later.derivation.alternatives] == [
        ("1789-07-16", "counting the first day"),
    ]


HISTORY = (
    "In 1914 war began. On 4 August Britain entered it. In 1915 Italy followed, and by May it had declared war. "
    "As in 1812, winter was hard. On 7 June it rained. In December 1916 a treaty failed; in January it was signed."
)


@pytest.mark.parametrize("published", [None, "2009-12-19"])
def test_a_history_counts_from_the_date_it_spoke_of_last(published: str | None) -> None:
    options = Options(counting=Counting.HISTORY if published else Counting.BY_ITSELF)
    found = values(HISTORY, published, options)
    assert found["4 August"] == "1914-08-04"
    assert found["May"] == "1915-05"
    assert found["7 June"] == "1915-06-07"  # 1812 is spoken of in passing
    assert found["January"] == "1917-01"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("He died circa 461 BC.", "-0460~", id="circa"),
        pytest.param("He died around March 1981.", "1981-03~", id="around"),
        pytest.param("He died in early 2004.", "2004", id="early"),
        pytest.param("He died this week.", "[2011-03-28..2011-04-03]", id="some time in a week"),
        pytest.param("They died 66 million years ago.", "Y-66000000S2", id="deep time"),
        pytest.param("It grew two decades ago.", "1991~", id="decades are only about right"),
        pytest.param("It grew in the fifth century BC.", "-04XX", id="a century before Christ"),
        pytest.param("It grew in the 470s BC.", "[-0478..-0469]", id="a decade before Christ"),
        pytest.param("It grew in spring 2011.", "2011-21", id="season"),
    ],
)
def test_a_value_is_as_exact_as_its_words_and_says_so(text: str, edtf: str) -> None:
    [timex] = timexes(text)
    assert timex.temporal
    assert timex.temporal.edtf == edtf


def test_last_year_counts_from_the_writing_even_in_a_history() -> None:
    found = values(HISTORY + " Last year a book told of it; in May it will be printed again.", "2009-12-19",
                   Options(counting=Counting.HISTORY))  # fmt: skip
    assert found["Last year"] == "2008"
    assert (
        timexes("In 1914 war began. The show will open in May.", options=Options(counting=Counting.HISTORY))[1].value
        == "2011-05"
    )


def test_how_a_document_counts_can_be_overruled() -> None:
    text = "In 1914 war began. On 4 August Britain entered it."
    assert values(text)["4 August"] == "2010-08-04"
    assert values(text, options=Options(counting=Counting.HISTORY))["4 August"] == "1914-08-04"


FEATURE = (
    "The minister resigned on Wednesday. He leaves on Friday, aides said today. Last week he denied it.\n\n"
    "The party was founded in 1912. In August it met first, and in 1914 it split. In May 1915 it met again; in June it "
    "was banned.\n\nOn Monday the party will meet. In May it votes."
)


def test_a_news_feature_counts_its_history_from_the_dates_spoken_of() -> None:
    found = values(FEATURE)
    assert found["August"] == "1912-08"
    assert found["June"] == "1915-06"
    assert found["Wednesday"] == "2011-03-30"
    assert found["May"] == "2011-05"


def test_a_history_counts_its_afterword_from_the_time_of_writing() -> None:
    years = " ".join(f"In {year} it rained." for year in range(1914, 1924))
    found = values(
        f"{years} In May it ended.\n\nThis was written yesterday. On Tuesday it was read; it will appear in June."
    )
    assert found["May"] == "1923-05"
    assert found["Tuesday"] == "2011-03-29"
    assert found["June"] == "2011-06"


@pytest.mark.parametrize(("counting", "august"), [(Counting.NEWS, "2010-08"), (Counting.HISTORY, "1912-08")])
def test_what_a_person_says_of_the_counting_holds_for_all_passages(counting: Counting, august: str) -> None:
    assert values(FEATURE, options=Options(counting=counting))["August"] == august


@pytest.mark.parametrize(
    ("order", "edtf", "rule"),
    [
        (Order.DAY, "2011-04-03", "day first, as you said for this document"),
        (Order.MONTH, "2011-03-04", "month first, as you said for this document"),
    ],
)
def test_what_a_person_says_of_the_order_goes_before_what_the_text_shows(order: Order, edtf: str, rule: str) -> None:
    other = "31/03/2011" if order is Order.MONTH else "03/31/2011"
    first, *_ = timexes(f"He came on 03/04/2011 and left on {other}.", options=Options(day_order=order))
    assert first.temporal
    assert (first.temporal.edtf, first.derivation.rule) == (edtf, rule)


def test_what_counts_from_a_date_of_unknown_order_is_one_of_both_too() -> None:
    [_, later, month] = timexes("He came on 05/06/2011. Three days later he left. The following month he died.")
    assert later.temporal
    assert later.temporal.edtf == "[2011-05-09,2011-06-08]"
    assert [(each.edtf, each.reason) for each in later.derivation.alternatives] == [
        ("2011-05-09", "month first in this document"),
        ("2011-06-08", "day first in this document"),
    ]
    assert month.temporal
    assert month.temporal.edtf == "[2011-06,2011-07]"


def test_other_dates_count_from_the_date_that_a_person_gave_a_thing() -> None:
    text = "On 14 July 1789 it fell. Three days later the king came. Two days later he left."
    options = Options(given=((text.index("14 July"), "1789-07-20"),))
    found = timexes(text, None, options)
    assert [timex.value for timex in found] == ["1789-07-14", "1789-07-23", "1789-07-25"]
    assert found[1].anchor
    assert found[1].anchor.edtf == "1789-07-20"


def test_a_choice_can_be_looked_at_before_it_is_made() -> None:
    as_it_is, as_history = timexes(FEATURE), timexes(FEATURE, options=Options(counting=Counting.HISTORY))
    assert [timex.span for timex in as_it_is] == [timex.span for timex in as_history]
    changed = {one.text for one, other in zip(as_it_is, as_history, strict=True) if one.value != other.value}
    assert changed == {"May"}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("Paid 03/31/2011 and 03/04/2011.", "2011-03-04", id="month first"),
        pytest.param("Paid 31/03/2011 and 03/04/2011.", "2011-04-03", id="day first"),
        pytest.param("Paid 03/04/2011.", "[2011-03-04,2011-04-03]", id="not known"),
    ],
)
def test_the_order_of_day_and_month_is_the_documents(text: str, edtf: str) -> None:
    last = timexes(text)[-1]
    assert last.temporal
    assert last.temporal.edtf == edtf
    assert last.derivation.alternatives


@given(st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join))
def test_spans_give_back_their_words_in_order_without_overlap(text: str) -> None:
    found = timexes(text)
    assert all(text[t.span.start : t.span.end] == t.text for t in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    [
        *("1", ",", "()", "1,", "May ", "the first ", "early late mid ", "two - ", "5 May 1990 - ", "10:30 ", "1/"),
        *("\u200f\u200b", "12,345,", "a.m. ", "about ", "two days after the invasion ", "the first day of the war "),
        *(
            "The invasion began on 5 May 1990. Two days after the invasion he left. ",
            "twenty-",
            "nineteen ",
            "Rabi' al-",
        ),
    ],
)
def test_hostile_texts_are_read_to_their_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert all(t.span.end <= len(text) for t in timexes(text))
