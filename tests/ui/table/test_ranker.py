"""Putting many events in order by their words while the window goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.records import document, event, ingested
from timeline_app.session import edits
from timeline_app.session.session import Session
from timeline_app.storage.sort_words import Words
from timeline_app.ui.table import ranker as module
from timeline_app.ui.table.order import at_numbers
from timeline_app.ui.table.ranker import Ranker

LETTER = document()
TITLES = ("pear", "Apple", "", "fig", "apple")
PEOPLE = (("Zoe", "Ann"), (), ("Ann",), ("ann", "Zoe"), ())


@pytest.fixture
def session() -> Session:
    session = Session()
    made = (
        replace(event(LETTER, str(at)), title=title, participants=people, tags=people[::-1], notes=title[::-1])
        for at, (title, people) in enumerate(zip(TITLES, PEOPLE, strict=True))
    )
    session.apply(edits.add_documents([ingested(LETTER, *made)]))
    return session


@pytest.fixture
def ranker(session: Session, qtbot: QtBot) -> Iterator[Ranker]:
    made = Ranker(session)
    yield made
    made.close()
    del qtbot


def ranks(ranker: Ranker, session: Session, which: Words) -> list[int] | None:
    found = ranker.of(which)
    return None if found is None else at_numbers(found, session.catalogue.number).tolist()


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 1)
    monkeypatch.setattr(module, "_CHUNK", 2)


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        pytest.param(Words.TITLE, [3, 1, 0, 2, 1], id="titles"),
        pytest.param(Words.PEOPLE, [3, 0, 1, 2, 0], id="people"),
        pytest.param(Words.TAGS, [2, 0, 1, 3, 0], id="tags"),
        pytest.param(Words.NOTES, [3, 1, 0, 2, 1], id="notes"),
        pytest.param(Words.QUOTE, [1, 1, 1, 1, 1], id="quotes"),
    ],
)
def test_few_are_put_in_order_at_once(ranker: Ranker, session: Session, which: Words, expected: list[int]) -> None:
    assert ranks(ranker, session, which) == expected
    assert not ranker.busy


@pytest.mark.usefixtures("many")
def test_many_are_put_in_order_meanwhile(ranker: Ranker, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignals([ranker.begun, ranker.ready]):
        assert ranks(ranker, session, Words.TITLE) is None
        assert ranker.busy
    assert ranks(ranker, session, Words.TITLE) == [3, 1, 0, 2, 1]
    assert not ranker.busy


@pytest.mark.usefixtures("many")
def test_what_was_known_serves_until_there_is_better(ranker: Ranker, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ranker.ready):
        ranker.of(Words.TITLE)
    session.apply(edits.set_title(session.events[0], "aardvark"))
    ranker.forget()
    assert ranks(ranker, session, Words.TITLE) == [3, 1, 0, 2, 1]
    with qtbot.waitSignal(ranker.ready):
        pass
    assert ranks(ranker, session, Words.TITLE) == [1, 2, 0, 3, 2]


@pytest.mark.usefixtures("many")
def test_nothing_is_told_of_another_project(ranker: Ranker, qtbot: QtBot) -> None:
    ranker.of(Words.TITLE)
    ranker.forget(known=True)
    with qtbot.assertNotEmitted(ranker.ready, wait=100):
        pass
    assert not ranker.busy
