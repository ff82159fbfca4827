from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.exporters.references import LONGEST_QUOTE, MOST_PASSAGES, Reference, printable, references
from timeline_app.model.document import TextSpan, quote_at
from timeline_app.session.session import Session

from .conftest import MakeSession


def listed(session: Session, heading: str = "") -> tuple[Reference, ...]:
    return references(session.events, {document.id: document for document in session.documents}, heading)


def words(reference: Reference) -> str:
    return "".join(piece.text for piece in reference.passages[0].pieces)


def test_each_event_has_its_number_date_title_quote_and_source(news: Session) -> None:
    fourth = listed(news)[3]
    assert (fourth.number, fourth.when, fourth.title) == (4, "Wed 30 March 2011", "A minister flees to London")
    assert words(fourth) == "“On Wednesday, A minister flees to London.”"
    assert [piece.text for piece in fourth.passages[0].pieces if piece.dates] == ["On Wednesday"]
    assert fourth.passages[0].source == "What a Week · The Paper · 31 March 2011 · paragraph 4"


def test_a_document_called_like_the_heading_is_named_by_its_publisher(news: Session) -> None:
    assert listed(news, "What a Week")[3].passages[0].source == "The Paper · 31 March 2011 · paragraph 4"


def test_a_very_long_quote_ends_with_dots_and_keeps_its_date_words(make_session: MakeSession) -> None:
    session = make_session([("1969", "so it went " * 200, "In 1969")])
    (only,) = listed(session)
    assert words(only).endswith("…”")
    assert len(words(only)) < LONGEST_QUOTE + 10


def test_date_words_beyond_the_limit_are_not_cut_off(make_session: MakeSession) -> None:
    session = make_session([("1969", "so it went " * 200, "In 1969")])
    event, document = session.events[0], session.documents[0]
    late = replace(event.citations[0].expressions[0], span=TextSpan(1500, 1507))
    citation = replace(event.citations[0], expressions=(late,))
    (only,) = references([replace(event, citations=(citation,))], {document.id: document})
    assert [piece.text for piece in only.passages[0].pieces if piece.dates] == [document.text[1500:1507]]


def test_an_event_with_many_sources_comes_in_several_parts_of_one_number(news: Session) -> None:
    event, document = news.events[0], news.documents[0]
    often = replace(event, citations=event.citations * (2 * MOST_PASSAGES + 1))
    assert [reference.number for reference in references([often], {document.id: document})] == [1, 1, 1]


def test_an_event_without_a_source_still_has_its_line(news: Session) -> None:
    assert len(references([replace(news.events[0], citations=())], {})) == 1


def test_line_breaks_in_a_quote_become_spaces(news: Session) -> None:
    document, event = news.documents[0], news.events[0]
    both = quote_at(document.text, TextSpan(0, document.text.index("\n") + 10))
    citation = replace(event.citations[0], quote=both)
    (only,) = references([replace(event, citations=(citation,))], {document.id: document})
    assert "\n" not in words(only)
    assert "power. All" in words(only)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\tb\x00c", "a b c"), ("  a \n b ", "a b"), ("\ud83d!", "!"), ("😀 中文", "😀 中文"), ("", "")],
    ids=ascii,
)
def test_what_is_written_has_no_signs_that_a_file_may_not_hold(text: str, shown: str) -> None:
    assert printable(text) == shown
