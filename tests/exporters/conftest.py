from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from timeline_app.exporters.application import ensure_application
from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Document, DocumentId, Publication, TextSpan, quote_at
from timeline_app.model.event import (
    Category,
    Citation,
    Derivation,
    Event,
    EventId,
    Factuality,
    Status,
    Tagging,
    Timex,
    TimexType,
)
from timeline_app.model.temporal import parse_edtf
from timeline_app.session.session import Session

Row = tuple[str, str, str]  # EDTF ("" undated), title, the words that date it, inside the sentence "<words>, <title>."
MakeSession = Callable[[Sequence[Row]], Session]

NEWS: tuple[Row, ...] = (
    ("1969", "A colonel takes power", "In 1969"),
    ("2011-03-28/2011-03-31", "The rebels are driven back", "All week"),
    ("2011-03-29", "An admiral testifies", "On Tuesday"),
    ("2011-03-30", "A minister flees to London", "On Wednesday"),
    ("2011-03-31", "A diplomat refuses his post", "Today"),
)


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> None:  # noqa: ARG001 - the window's tests need the same one
    ensure_application()


@pytest.fixture
def make_session() -> Iterator[MakeSession]:
    """A session on one document with a sentence for every row."""
    made: list[Session] = []

    def make(rows: Sequence[Row]) -> Session:
        document = _document(rows)
        events = [_event(document, number, row) for number, row in enumerate(rows)]
        edits = [Edit(None, document), Edit(None, Tagging(document.id, ())), *(Edit(None, event) for event in events)]
        made.append(Session())
        made[-1].apply(Change("Add", tuple(edits)))
        return made[-1]

    yield make
    for session in made:
        session.close()


@pytest.fixture
def news(make_session: MakeSession) -> Session:
    """A year long ago and four days of one week."""
    return make_session(NEWS)


def _document(rows: Sequence[Row]) -> Document:
    text = "".join(f"{words}, {title}.\n" for _, title, words in rows)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    published = Publication(parse_edtf("2011-03-31"), "you")
    return Document(
        DocumentId("d"), "news.txt", "What a Week", text, digest, published=published, publisher="The Paper"
    )


def _event(document: Document, number: int, row: Row) -> Event:
    edtf, title, words = row
    lines = document.text.splitlines(keepends=True)
    start = sum(map(len, lines[:number]))
    value = parse_edtf(edtf) if edtf else None
    timex = Timex(
        TextSpan(start, start + len(words)),
        words,
        TimexType.DATE,
        edtf or "X",
        value,
        "r",
        Derivation(words, "as written"),
    )
    quote = quote_at(document.text, TextSpan(start, start + len(lines[number]) - 1))
    return Event(
        EventId(f"e{number}"),
        title,
        value,
        (Citation(document.id, quote, (timex,), f"paragraph {number + 1}"),),
        status=Status.ACCEPTED if number % 2 else Status.PROPOSED,
        category=(Category.CONFLICT, Category.PERSONNEL, Category.CONTACT)[number % 3],
        factuality=Factuality.SAID if number % 2 else Factuality.HAPPENED,
    )
