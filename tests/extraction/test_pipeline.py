"""From a document to its events."""

from __future__ import annotations

import pickle
import time
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app import assets
from timeline_app.extraction.options import Options
from timeline_app.extraction.pipeline import Extraction, extract
from timeline_app.model.document import Document, DocumentId, Publication
from timeline_app.model.event import Category, Event, Factuality, Undated
from timeline_app.model.temporal import parse_edtf

SEVEN = [
    ("Wednesday", 261, "2011-03-30", "Moussa Koussa resigned and fled to London", "happened", "Personnel"),
    ("Today", 374, "2011-03-31", "Treki refused to become Qaddafi's next U.N. ambassador", "happened", "Personnel"),
    ("Thursday", 917, "2011-03-31", "Hague: Qaddafi's regime “crumbling from within”", "said", "Contact"),
    ("1969", 1135, "1969", "Qaddafi's 1969 coup", "happened", "Conflict"),
    ("Thursday", 2604, "2011-03-31", "Spokesman: Qaddafi and his sons will stay “until the end”", "said", "Contact"),
    (
        "all week",
        3246,
        "2011-03-28/2011-03-31",
        "Qaddafi's forces driving the rebels back east",
        "happened",
        "Conflict",
    ),
    ("Tuesday", 3259, "2011-03-29", "Mullen: military capabilities “fairly seriously degraded”", "said", "Contact"),
]


def document(text: str, published: str = "2011-03-31", language: str = "en") -> Document:
    digest = sha256(text.encode()).hexdigest()
    publication = Publication(parse_edtf(published), "you") if published else None
    return Document(DocumentId(digest), "a.txt", "A", text, digest, publication, language=language)


@pytest.fixture(scope="module")
def article() -> Extraction:
    return extract(document(assets.sample().read_text("utf-8")))


@pytest.mark.parametrize(("number", "row"), list(enumerate(SEVEN)), ids=[row[0] for row in SEVEN])
def test_the_sample_gives_its_events(
    article: Extraction, number: int, row: tuple[str, int, str, str, str, str]
) -> None:
    words, at, edtf, title, factuality, category = row
    event = article.events[number]
    expression = event.expression
    assert expression is not None
    assert event.value is not None
    assert (expression.text, expression.span.start, event.value.edtf) == (words, at, edtf)
    assert (event.title, event.factuality, event.category) == (title, Factuality(factuality), Category(category))


def test_the_sample_gives_no_other_event(article: Extraction) -> None:
    assert len(article.events) == len(SEVEN)


def test_quotes_are_whole_sentences_around_the_date(article: Extraction) -> None:
    text = assets.sample().read_text("utf-8")
    for event in article.events:
        (citation,) = event.citations
        start, end = citation.quote.span
        assert text[start:end] == citation.quote.exact
        assert all(start <= timex.span.start and timex.span.end <= end for timex in citation.expressions)
        assert citation.quote.exact[-1] in '."'
    assert article.events[0].citations[0].locator == "paragraph 5"


def test_without_a_publication_date_relative_events_are_undated_with_the_same_titles_and_ids(
    article: Extraction,
) -> None:
    events = extract(document(assets.sample().read_text("utf-8"), "")).events
    assert [event.id for event in events] == [event.id for event in article.events]
    assert [event.title for event in events] == [event.title for event in article.events]
    undated = [event for event in events if event.value is None]
    assert {event.undated for event in undated} == {Undated.NEEDS_PUBLICATION}
    assert [event.title for event in events if event.value is not None] == ["Qaddafi's 1969 coup"]


def test_an_extraction_can_be_sent_to_another_process(article: Extraction) -> None:
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes


def test_ids_depend_on_text_and_options() -> None:
    one, other = document("The army left Paris on 3 May 1815."), document("The army left Lyon on 3 May 1815.")
    ids = {extract(one).events[0].id, extract(other).events[0].id, extract(one, Options("en")).events[0].id}
    assert len(ids) == 3


def only(text: str, published: str = "2011-03-31") -> Event:
    (event,) = extract(document(text, published)).events
    return event


def test_two_events_of_one_document_never_share_a_title() -> None:
    text = "The court adjourned on 3 May 2010. The court adjourned on 7 May 2010. The court adjourned on 9 May 2010."
    titles = [event.title for event in extract(document(text)).events]
    assert len({title.casefold() for title in titles}) == 3


def test_what_is_told_twice_is_one_event_with_two_citations() -> None:
    event = only("The court adjourned on 3 May 2010. The court adjourned on 3 May 2010.")
    assert len(event.citations) == 2


@pytest.mark.parametrize("line", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_a_document_says_of_itself_at_its_top_is_no_event(line: str) -> None:
    front = ["---", "title: A letter", "date: 2010-05-05", "tags:", "  - May 2010", "- 1999", "", "---"]
    text = line.join([*front, "The court adjourned on 3 May 2010."])
    assert only(text).citations[0].quote.exact == "The court adjourned on 3 May 2010."


@pytest.mark.parametrize("text", ["---\n1914: War breaks out.\n---\n", "---\nHe left in 1914.\n---\n"])
def test_lines_between_rules_are_read_like_others(text: str) -> None:
    assert extract(document(text)).events


def test_emphasis_in_markdown_is_part_of_the_quote_and_of_no_title() -> None:
    event = only("**Apollo 17** was *launched* on 7 December 1972.")
    assert event.title == "Apollo 17 was launched"
    assert event.citations[0].quote.exact == "**Apollo 17** was *launched* on 7 December 1972."


def test_another_language_gives_unit_quote_and_a_plain_title() -> None:
    text = "Der Krieg begann am 3. Mai 1815."
    assert all(event.citations[0].quote.exact == text for event in extract(document(text, language="de")).events)


@pytest.mark.parametrize(
    "text",
    [
        "in 1969, " * 200,
        "the man who " * 150 + "came in 1969",
        "(" * 1900 + "1969",
        '"' * 1899 + " in 1969.",
        "He, " * 400 + "in 1969 left.",
        "---\n" + "a: \n" * 20_000 + "in 1969",
    ],
    ids=["dates", "relative clauses", "brackets", "quotation marks", "commas", "front matter"],
)
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    events = extract(document(text)).events
    assert time.process_time() - started < 5
    assert all(len(event.title) <= 60 for event in events)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from([*'.,;:()"“”’—- ', "in 1969", "he", "said", "that", "the", "army", "left", "and", "U.N."]),
        max_size=40,
    )
)
def test_any_text_gives_titled_events_with_quotes_in_it(words: list[str]) -> None:
    text = " ".join(words)
    for event in extract(document(text)).events:
        start, end = event.citations[0].quote.span
        assert text[start:end] == event.citations[0].quote.exact
        assert 0 < len(event.title) <= 60


def test_capitals_after_the_number_of_a_day_do_no_harm() -> None:
    assert extract(document("THE ARMY LEFT PARIS ON THE 21ST OF MARCH 2011. The 21ST came.")).events


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_sentence_without_an_end_is_data(language: str) -> None:
    text = "the army, " * 1_000 + "left on 5 May 1998, when it fell."
    assert extract(document(text), Options(language=language)).events == ()


def test_a_long_list_of_clauses_is_read() -> None:
    assert extract(document("und kam, " * 400 + "im Jahr 1998."), Options(language="de")).tagging.expressions
