"""Nothing that a person marked as private leaves the program."""

from __future__ import annotations

from dataclasses import replace

from tests.records import document, event
from timeline_app.model.event import Flag
from timeline_app.model.publishing import publishable

LETTER = document()
DIARY = replace(document("diary"), private=True)
PLAIN = event(LETTER, "plain")


def test_what_is_not_private_goes_as_it_is() -> None:
    assert publishable([PLAIN], [LETTER]) == ((PLAIN,), (LETTER,))


def test_private_documents_stay_with_what_only_they_report() -> None:
    assert publishable([PLAIN, event(DIARY, "secret")], [LETTER, DIARY]) == ((PLAIN,), (LETTER,))


def test_an_event_that_others_report_too_keeps_their_words() -> None:
    secret = event(DIARY, "secret").citations
    both = replace(PLAIN, citations=(*secret, *PLAIN.citations))
    assert publishable([both], [LETTER, DIARY]).events == (PLAIN,)


def test_private_events_stay() -> None:
    assert publishable([replace(PLAIN, flags=frozenset({Flag.PRIVATE, Flag.KEY}))], [LETTER]).events == ()


def test_notes_stay_unless_they_were_made_public() -> None:
    noted = replace(PLAIN, notes="Ask Ann")
    public = replace(noted, notes_public=True)
    assert publishable([noted, public], [LETTER]).events == (PLAIN, public)


def test_an_event_without_any_source_goes() -> None:
    made = replace(PLAIN, citations=())
    assert publishable([made], [LETTER, DIARY]).events == (made,)


def test_words_of_an_unknown_document_stay() -> None:
    assert publishable([PLAIN], []) == ((), ())
