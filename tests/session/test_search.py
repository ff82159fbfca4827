"""A search finds words, phrases and beginnings in events, quotes and documents, and keeps up with edits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document, event, ingested
from timeline_app.model.document import TextSpan
from timeline_app.model.event import EventId
from timeline_app.session import edits
from timeline_app.session.session import Session
from timeline_app.storage.search import query_of

LETTER = document("letter", "On Wednesday he left Zürich by the north road. In 1969 he came.")
DIARY = document("diary", "North of the road there was nothing, she said.")
EVENTS = {
    "flight": replace(event(LETTER, "flight", "2011-03-30", 3, 40), title="Flight from ZURICH"),
    "arrival": replace(event(LETTER, "arrival", "1969", 50, 55), title="Arrival", notes="Ask about the north gate"),
    "walk": replace(event(DIARY, "walk", None, 0, 20), title="Walk"),
}


@pytest.fixture
def session() -> Session:
    made = Session()
    made.add([ingested(LETTER, EVENTS["flight"], EVENTS["arrival"]), ingested(DIARY, EVENTS["walk"])])
    return made


@pytest.mark.parametrize(
    ("typed", "events", "documents"),
    [
        ("zurich", ["flight"], ["Letter"]),
        ("ZÜRICH ", ["flight"], ["Letter"]),
        ("north", ["arrival", "flight", "walk"], ["Letter", "Diary"]),
        ("nor", ["arrival", "flight", "walk"], ["Letter", "Diary"]),
        ("nor ", [], []),
        ("nor* road", ["flight", "walk"], ["Letter", "Diary"]),
        ('"north road"', ["flight"], ["Letter"]),
        ('"north road', ["flight"], ["Letter"]),
        ("arrival gate", ["arrival"], []),
        ("nothing at all", [], []),
        ("", [], []),
        ('* " - ( AND', [], []),
        ("title:arrival", [], []),
        ("letter", [], ["Letter"]),
    ],
)
def test_what_is_typed_is_found(session: Session, typed: str, events: list[str], documents: list[str]) -> None:
    hits = session.search(typed)
    assert [each.id for each in hits.events] == events
    assert [session.document(name).title for name in hits.documents] == documents
    assert [session.id_at(int(at)) for at in hits.ordinals] == events


@pytest.mark.parametrize(
    "typed", ['"', 'a"b', "NEAR(a b)", "x AND OR", "-a", "a:b", "^a", "a + b", "é*", "'", "a\0b", "*"]
)
def test_nothing_that_is_typed_is_an_error(session: Session, typed: str) -> None:
    session.search(typed)
    session.search(f"{typed} ")


def test_hits_are_counted_by_source(session: Session) -> None:
    assert session.search("north").by_source == {LETTER.id: 2, DIARY.id: 1}
    walk = session.search("north").events[0]
    other = next(each for each in session.documents if each.id != walk.citations[0].document)
    session.apply(edits.cite(walk, other, TextSpan(0, 2)))
    assert sum(session.search("north").by_source.values()) == 4


def test_a_search_follows_every_edit(session: Session) -> None:
    def found(words: str) -> set[str]:
        return {str(each.id) for each in session.search(words).events}

    session.search("anything")
    walk = session.event(EventId("walk"))
    session.apply(edits.set_title(walk, "Stroll"))
    assert (found("walk"), found("stroll")) == (set(), {"walk"})
    session.undo()
    assert (found("walk"), found("stroll")) == ({"walk"}, set())
    session.apply(edits.put_in_bin([session.event(EventId("walk"))]))
    assert found("walk") == set()
    session.undo()
    session.apply(edits.cite(walk, LETTER, TextSpan(21, 27)))
    assert found("zurich") == {"flight", "walk"}
    session.apply(edits.merge(session.event(EventId("walk")), [session.event(EventId("flight"))]))
    assert found("zurich") == {"walk"}
    session.apply(session.binning(DIARY.id).change)
    assert session.search("nothing").documents == ()
    session.forget([DIARY.id])
    assert session.search("nothing").documents == ()
    assert found("wednesday") == {"walk"}


def test_a_query_puts_every_word_in_quotation_marks() -> None:
    assert query_of('by "the north" ro') == '"by" AND "the north" AND "ro" *'
    assert query_of("ro* b ") == '"ro" * AND "b"'
