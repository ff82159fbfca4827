"""The derivation card's rows, word for word."""

# ruff: noqa: E501 - a table reads better in long rows
from __future__ import annotations

from datetime import UTC, datetime

import pytest

from timeline_app.model.document import Document, DocumentId, Publication, TextSpan, quote_at
from timeline_app.model.event import (
    Alternative,
    Anchor,
    AnchorOrigin,
    Citation,
    Derivation,
    Event,
    EventId,
    Timex,
    TimexType,
    Undated,
)
from timeline_app.model.temporal import parse_edtf
from timeline_app.ui.panels.derivation import date_in_words, derivation_rows

TEXT = "On 14 July 1789 they stormed it. Three days later the king came. He left on Wednesday."
PUBLISHED = Publication(parse_edtf("2011-03-31"), "documents.csv")
PUBLICATION = Anchor("2011-03-31", AnchorOrigin.PUBLICATION)


def event(
    words: str, edtf: str | None, derivation: Derivation, *, by_hand: str = "", why: Undated | None = None
) -> Event:
    start = TEXT.lower().index(words.lower())
    value = parse_edtf(edtf) if edtf else None
    span = TextSpan(start, start + len(words))
    timex = Timex(span, words, TimexType.DATE, edtf or "", value, "rule", derivation, why)
    citation = Citation(DocumentId("d"), quote_at(TEXT, TextSpan(0, len(TEXT))), (timex,))
    shown = parse_edtf(by_hand) if by_hand else value
    return Event(EventId("e"), "Title", shown, (citation,), undated=why, set_by_hand=bool(by_hand))


def rows(of: Event, published: Publication | None = PUBLISHED) -> dict[str, str]:
    document = Document(DocumentId("d"), "d.txt", "D", TEXT, "0", published)
    return {row.label: " ".join(part.text for part in row.parts) for row in derivation_rows(of, document)}


CASES = {
    "weekday": (
        event(
            "Wednesday", "2011-03-30",
            Derivation("on Wednesday", "the last Wednesday before it (“left”)", PUBLICATION,
                       (Alternative("2011-03-23"), Alternative("2011-04-06"))),
        ),
        {
            "Words": "“on Wednesday”",
            "Counted from": "Thu 31 March 2011, publication date, from documents.csv Change…",
            "Rule": "the last Wednesday before it (“left”)",
            "Result": "Wed 30 March 2011, known to the day",
            "Could also be": "23 March 6 April another date…",
        },
    ),
    "year": (
        event("1789", "1789", Derivation("1789", "the year as written")),
        {
            "Counted from": "nothing, written in the text",
            "Result": "1789, known to the year; month and day not given here",
            "Could also be": "add a more exact date from another source…",
        },
    ),
    "week": (
        event(
            "Wednesday", "2011-03-28/2011-03-31",
            Derivation("all week", "the week of that day", PUBLICATION, (Alternative("2011-03-25/2011-03-31", "last seven days"),),
                       "may have gone on"),
        ),
        {
            "Result": "Mon 28 – Thu 31 March 2011; may have gone on",
            "Could also be": "25–31 March (last seven days) another date…",
        },
    ),
    "order unknown": (
        event("Wednesday", "[2011-03-04,2011-04-03]", Derivation("03/04/2011", "shown at both places until you choose")),
        {"Result": "4 March or 3 April 2011"},
    ),
    "counted from a date in the text": (
        event(
            "Three days later", "1789-07-17",
            Derivation("Three days later", "three days after", Anchor("1789-07-14", AnchorOrigin.MENTION, TextSpan(3, 15))),
        ),
        {"Counted from": "“14 July 1789”, the date before it (paragraph 1) Show"},
    ),
    "by hand": (
        event("Wednesday", "2011-03-30", Derivation("on Wednesday", "the last Wednesday", PUBLICATION), by_hand="2011-03-29"),
        {
            "Rule": "set by hand",
            "Result": "29 March 2011; the source’s words give 30 March 2011 use the source’s date",
        },
    ),
    "no date of the document": (
        event("Wednesday", None, Derivation("on Wednesday", "a weekday"), why=Undated.NEEDS_PUBLICATION),
        {
            "Counted from": "the document’s date, not known yet Give it…",
            "Result": "not placed: needs the document's date",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_card_says(case: str) -> None:
    of, expected = CASES[case]
    said = rows(of)
    assert {label: said[label] for label in expected} == expected


def test_a_date_set_by_hand_is_counted_from_nothing_and_not_offered_again() -> None:
    others = (Alternative("2011-03-23", ""), Alternative("2011-04-06", ""))
    read = Derivation("on Wednesday", "the last Wednesday", PUBLICATION, others)
    said = rows(event("Wednesday", "2011-03-30", read, by_hand="2011-03-23"))
    assert list(said) == ["Words", "Rule", "Result", "Could also be"]
    assert said["Could also be"] == "6 April another date…"


def test_a_date_set_by_hand_says_when() -> None:
    of, _ = CASES["by hand"]
    document = Document(DocumentId("d"), "d.txt", "D", TEXT, "0", PUBLISHED)
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    said = {row.label: " ".join(part.text for part in row.parts) for row in derivation_rows(of, document, at)}
    assert said["Rule"] == "set by hand on 22 November 2026"


def test_of_an_event_without_a_source_it_is_told_that_its_date_was_set_by_hand() -> None:
    made = Event(EventId("mine"), "Mine", parse_edtf("1970"), (), set_by_hand=True)
    said = [(row.label, row.parts[0].text) for row in derivation_rows(made, None)]
    assert said == [("Rule", "set by hand"), ("Result", "1970, known to the year")]


def test_every_card_offers_another_date() -> None:
    assert all(
        rows(of)["Could also be"].endswith(("another date…", "add a more exact date from another source…"))
        for of, _ in CASES.values()
    )


def test_who_said_the_document_s_date_is_told() -> None:
    of = CASES["weekday"][0]
    assert "given by you" in rows(of, Publication(parse_edtf("2011-03-31"), "you"))["Counted from"]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2011-03-30", "Wednesday 30 March 2011"), ("1969", "1969"), ("2011-03-28/2011-03-31", "28–31 March 2011")],
)
def test_the_date_under_the_title_is_in_words(edtf: str, words: str) -> None:
    assert date_in_words(event("Wednesday", edtf, Derivation("w", "r"))) == words
