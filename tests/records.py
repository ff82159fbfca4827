"""Documents, expressions and events for tests, made by hand and by hypothesis."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from hypothesis import strategies as st

from timeline_app.model.arrangement import (
    Arrangement,
    CategoryId,
    Era,
    EraId,
    IgnoreRule,
    IgnoreRuleId,
    Likeness,
    OwnCategory,
    SavedView,
    ViewId,
)
from timeline_app.model.document import Document, DocumentId, Publication, TextSpan, quote_at
from timeline_app.model.event import (
    Alternative,
    Anchor,
    AnchorOrigin,
    Citation,
    Derivation,
    Event,
    EventId,
    Factuality,
    Flag,
    Stance,
    Status,
    Tagging,
    Timex,
    TimexType,
    Undated,
)
from timeline_app.model.temporal import parse_edtf
from timeline_app.session.ingest import Ingested

DATES = ("1969", "2011-03-30", "-0479", "2011-03-28/2011-03-31", "../1985", "Y-13800000000", "[1914..1918]", "2011-03~")


def document(name: str = "letter", text: str = "On Wednesday he left. 😀\r\nIn 1969 he came.\n") -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    identity = hashlib.sha256(f"{name}{sha256}".encode()).hexdigest()[:16]
    return Document(DocumentId(identity), f"{name}.txt", name.title(), text, sha256)


def dated(source: Document, edtf: str) -> Document:
    return replace(source, published=Publication(parse_edtf(edtf), "you"))


ARRANGED: tuple[Arrangement, ...] = (
    SavedView(ViewId("v"), "Winter", "snow", '{"status": ["accepted"]}', '{"start": 1}'),
    Era(EraId("r"), "The war", parse_edtf("1914/1918"), "Conflict"),
    OwnCategory(CategoryId("c"), "Ships", "#0069b0", "S"),
    IgnoreRule(IgnoreRuleId("i"), Likeness.LINE_START, "Sent:", document().id),
)


def timex(source: Document, start: int, end: int, edtf: str | None = "2011-03-30") -> Timex:
    return Timex(
        TextSpan(start, end),
        source.text[start:end],
        TimexType.DATE,
        edtf or "XXXX-WXX-3",
        parse_edtf(edtf) if edtf else None,
        "weekday",
        Derivation(
            source.text[start:end],
            "the last Wednesday before it",
            Anchor("2011-03-31", AnchorOrigin.PUBLICATION, TextSpan(0, 2)),
            (Alternative("2011-03-23", "a week before"),),
            "a note",
        ),
        None if edtf else Undated.NEEDS_PUBLICATION,
    )


def event(source: Document, name: str, edtf: str | None = "2011-03-30", start: int = 3, end: int = 12) -> Event:
    expression = timex(source, start, end, edtf)
    citation = Citation(source.id, quote_at(source.text, TextSpan(start, end + 8)), (expression,), "paragraph 1")
    value = parse_edtf(edtf) if edtf else None
    return Event(EventId(name), f"Event {name}", value, (citation,), undated=None if edtf else Undated.AMBIGUOUS)


def ingested(source: Document, *events: Event) -> Ingested:
    expressions = tuple(found for each in events for citation in each.citations for found in citation.expressions)
    return Ingested(source, Tagging(source.id, expressions), events)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    name = draw(st.text("abcd", min_size=1, max_size=3))
    text = draw(st.text(st.sampled_from("ab 1\n\r\t😀é\u2028"), min_size=1, max_size=60))
    made = document(name, text)
    published = draw(st.none() | st.sampled_from(DATES))
    return dated(made, published) if published else made


@st.composite
def timexes(draw: st.DrawFn, source: Document) -> Timex:
    start = draw(st.integers(0, len(source.text)))
    end = draw(st.integers(start, len(source.text)))
    return timex(source, start, end, draw(st.none() | st.sampled_from(DATES)))


@st.composite
def events(draw: st.DrawFn, source: Document, name: str) -> Event:
    citations = tuple(
        Citation(
            source.id,
            quote_at(source.text, found[0].span),
            tuple(found),
            draw(st.text(max_size=5)),
            draw(st.sampled_from(Stance)),
        )
        for found in draw(st.lists(st.lists(timexes(source), min_size=1, max_size=3), max_size=3))
    )
    edtf = draw(st.none() | st.sampled_from(DATES))
    return Event(
        EventId(name),
        draw(st.text(max_size=20)),
        parse_edtf(edtf) if edtf else None,
        citations,
        draw(st.sampled_from(Status)),
        draw(st.sampled_from(("Life", "my own"))),
        draw(st.sampled_from(Factuality)),
        draw(st.floats(0, 1)),
        draw(st.floats(0, 1)),
        None if edtf else draw(st.sampled_from(Undated)),
        draw(st.booleans()),
        tuple(draw(st.lists(st.text(max_size=5), max_size=2))),
        draw(st.text(max_size=3)),
        tuple(draw(st.lists(st.text(max_size=3), max_size=2))),
        frozenset(draw(st.sets(st.sampled_from(Flag)))),
        draw(st.sampled_from(("", "Ships"))),
        draw(st.integers(0, 3)),
        edited=draw(st.booleans()),
        notes_public=draw(st.booleans()),
    )
