"""The derivation card for dates as they are found in texts, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.extraction.pipeline import extract
from timeline_app.model.document import Document, DocumentId, Publication
from timeline_app.model.temporal import parse_edtf
from timeline_app.ui.panels.derivation import around, derivation_rows

SAMPLE = (Path(__file__).parents[2] / "seeds" / "libyan-defections.txt").read_bytes().decode()
COUNTED_FROM = "Thu 31 March 2011, publication date, from documents.csv Change…"
CHANGES = "first in this document: 1 date changes…"

CASES = {
    "weekday": (SAMPLE, "Wednesday", [
        "“On Wednesday”", COUNTED_FROM, "the last Wednesday before it (“resigned”)",
        "Wed 30 March 2011, known to the day", "23 March 6 April another date…",
    ]),
    "same weekday": (SAMPLE, "Thursday", [
        "“on Thursday”", COUNTED_FROM, "the same day: news names its own weekday",
        "Thu 31 March 2011, known to the day", "24 March another date…",
    ]),
    "year": (SAMPLE, "1969", [
        "“1969”", "nothing, written in the text", "the year as written",
        "1969, known to the year; month and day not given here", "add a more exact date from another source…",
    ]),
    "week": (SAMPLE, "all week", [
        "“all week”", COUNTED_FROM, "the week of that day from Monday, up to that day",
        "Mon 28 – Thu 31 March 2011; may have gone on",
        "25–31 March (last seven days) 28 March – 3 April (whole week) another date…",
    ]),
    "order known": ("Paid 03/31/2011 to him. He paid again on 03/04/2011.", "03/04/2011", [
        "“on 03/04/2011”", "nothing, written in the text",
        "month first, because this document also writes “03/31/2011”",
        "Fri 4 March 2011, known to the day",
        "3 April 2011 [day first in this document: 1 date changes…] another date…",
    ]),
    "order unknown": ("He paid them on 03/04/2011 in cash.", "03/04/2011", [
        "“on 03/04/2011”", "nothing, written in the text",
        "nothing here says which comes first; shown at both places until you choose",
        "4 March or 3 April 2011",
        f"4 March 2011 [month {CHANGES}] 3 April 2011 [day {CHANGES}] both, first in review another date…",
    ]),
    "range": ("The army besieged the city from 1986 to 1988.", "1986", [
        "“from 1986 to 1988”", "nothing, written in the text", "the year as written", "1986–1988",
        "add a more exact date from another source…",
    ]),
    "date before it": ("On 14 July 1789 the Bastille fell. Three days later the king came.", "Three days later", [
        "“Three days later”", "“14 July 1789”, the date before it (paragraph 1) Show", "three days after",
        "Fri 17 July 1789, known to the day; moves if that date changes",
        "16 July (counting the first day) another date…",
    ]),
    "event": ("Germany invaded Poland on 1 September 1939.\n\nTwo days after the invasion, Britain declared war.",
              "Two days after the invasion", [
        "“Two days after the invasion”", "“1 September 1939”, the date of that event (paragraph 1) Show",
        "two days after the invasion", "Sun 3 September 1939, known to the day; moves if that date changes",
        "2 September (counting the first day) another date…",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_card_says(case: str) -> None:
    text, words, expected = CASES[case]
    published = Publication(parse_edtf("2011-03-31"), "documents.csv")
    document = Document(DocumentId("d"), "d.txt", "D", text, "0", published, language="en")
    found = extract(document)
    event = next(e for e in found.events if e.expression and e.expression.text == words)
    rows = derivation_rows(event, document, said=around(event, found.tagging, found.events))
    assert [" ".join(part.text for part in row.parts) for row in rows] == expected
