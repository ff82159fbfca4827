from __future__ import annotations

import pytest

from timeline_app.layout.lanes import LaneKind
from timeline_app.model.document import (
    Document,
    DocumentId,
    Publication,
    TextSpan,
    quote_at,
)
from timeline_app.model.event import Citation, Event, EventId
from timeline_app.model.temporal import parse_edtf
from timeline_app.session.grouping import grouping_of_events


def document(name: str, title: str, published: str = "", publisher: str = "") -> Document:
    date = Publication(parse_edtf(published), "you") if published else None
    return Document(DocumentId(name), f"papers/{name}.txt", title, "Text.", "", date, publisher=publisher)


@pytest.mark.parametrize(
    ("documents", "names"),
    [
        ([document("a", "One", publisher="The Wire"), document("b", "Two")], ["The Wire", "Two"]),
        ([document("a", "One", publisher="The Wire"), document("b", "Two", publisher="The Wire")], ["One", "Two"]),
        ([document("a", "Daily", "2011-03-30"), document("b", "Daily", "2011-03-31")],
         ["Daily, 30 March 2011", "Daily, 31 March 2011"]),
        ([document("a", "Daily", "2011-03-30"), document("b", "Daily", "2011-03-30"), document("c", "Daily", "2012")],
         ["Daily, 30 March 2011 (a.txt)", "Daily, 30 March 2011 (b.txt)", "Daily, 2012"]),
        ([document("a", "Daily"), document("b", "Daily")], ["Daily (a.txt)", "Daily (b.txt)"]),
    ],
    ids=["who says so", "by title", "by date", "by file", "without a date"],
)  # fmt: skip
def test_no_two_lanes_of_sources_are_called_the_same(documents: list[Document], names: list[str]) -> None:
    quote = quote_at("Text.", TextSpan(0, 5))
    events = [
        Event(EventId(each.id), each.title, parse_edtf("2011"), (Citation(each.id, quote),)) for each in documents
    ]
    grouping = grouping_of_events(events, documents, LaneKind.SOURCE)
    assert grouping is not None
    assert [label.name for label in grouping.labels] == names
