"""What the timeline shows of a session."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.records import document, event, ingested
from timeline_app.layout.columns import Columns
from timeline_app.model.event import EventId, Factuality, Status
from timeline_app.session.edits import add_documents, reject
from timeline_app.session.session import Session
from timeline_app.ui.shown import Shown
from timeline_app.ui.sifting import Base, Chosen, Coded, Facet, Filter, Kind, sift

LETTER = document()
EVENTS = (
    event(LETTER, "old", "1969"),
    replace(event(LETTER, "said", "2011-03-30"), factuality=Factuality.SAID, category="Contact"),
    event(LETTER, "undated", None),
)


@pytest.fixture
def session() -> Session:
    session = Session()
    session.apply(add_documents([ingested(LETTER, *EVENTS)]))
    return session


def test_rows_and_events_lead_to_each_other(session: Session) -> None:
    shown = Shown(session)
    rows = [shown.row_of(event.id) for event in shown.events]
    assert rows == [0, 1, None]
    assert [shown.event_at(row).id for row in (0, 1)] == ["old", "said"]


def test_hidden_kinds_have_no_row_but_are_still_counted(session: Session) -> None:
    shown = Shown(session)
    shown.show(Filter(frozenset({Kind(Facet.FACTUALITY, Factuality.SAID)})))
    assert [event.id for event in shown.events] == ["old", "undated"]
    assert shown.row_of(EventId("said")) is None
    assert (Kind(Facet.FACTUALITY, "said"), 1) in shown.counts(Facet.FACTUALITY)


def test_rejected_events_are_hidden_and_offered_to_be_shown(session: Session) -> None:
    shown = Shown(session)
    session.apply(reject([session.event(EventId("old"))]))
    shown.follow()
    assert [event.id for event in shown.events] == ["said", "undated"]
    assert (Kind(Facet.STATUS, Status.REJECTED), 1) in shown.counts(Facet.STATUS)


@pytest.mark.parametrize("hidden", [("Life",), ("Life", "Contact", "Conflict")], ids=["most are left", "few are left"])
def test_each_facet_is_counted_among_what_the_others_leave(hidden: tuple[str, ...]) -> None:
    chance, names, says = np.random.default_rng(3), ("Life", "Contact", "Conflict", "Other"), ("happened", "said")
    categories, factualities = chance.integers(0, 4, 300), chance.integers(0, 2, 300)
    facets = {
        Facet.CATEGORY: Coded(names, categories.astype(np.uint16)),
        Facet.FACTUALITY: Coded(says, factualities.astype(np.uint16)),
    }
    times = np.arange(300, dtype=np.int64)
    columns = Columns.from_arrays(earliest=times, latest=times + 1)
    base = Base(Chosen((), times), columns, times, facets.__getitem__)
    sifted = sift(base, Filter(frozenset(Kind(Facet.CATEGORY, name) for name in hidden)))
    is_left = ~np.isin(categories, [names.index(name) for name in hidden])
    assert sifted.counts(Facet.FACTUALITY) == {
        name: int((is_left & (factualities == code)).sum()) for code, name in enumerate(says)
    }
    assert sifted.counts(Facet.CATEGORY) == {name: int((categories == code).sum()) for code, name in enumerate(names)}
