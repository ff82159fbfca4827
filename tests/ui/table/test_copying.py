"""Rows on the clipboard: the columns that are shown, in three kinds, without what is private."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document, event
from timeline_app.model.event import Flag
from timeline_app.ui.table.copying import cells, mime, public_lines
from timeline_app.ui.table.fields import INDEX, Line

LETTER = document()
PRIVATE = replace(document("diary"), private=True)
COLUMNS = [INDEX[name] for name in ("number", "date", "title", "source", "quote", "notes")]


def line(place: int, name: str, source: object = LETTER, **changes: object) -> Line:
    made = replace(event(source, name), **changes)  # type: ignore[arg-type]
    return Line(place, made, {LETTER.id: LETTER, PRIVATE.id: PRIVATE})


def copied(*lines: Line) -> list[list[str]]:
    return cells(public_lines(lines, [LETTER, PRIVATE]), COLUMNS)


def test_a_row_has_the_words_of_its_cells() -> None:
    row = ["3", "Wed 30 March 2011", "Event a", "Letter, paragraph 1", "“Wednesday he left”", ""]
    assert copied(line(3, "a", notes="mine alone")) == [row]


def test_notes_go_only_where_a_person_said_so() -> None:
    assert copied(line(1, "a", notes="for all", notes_public=True))[0][-1] == "for all"


@pytest.mark.parametrize(
    "secret",
    [
        pytest.param(line(1, "a", flags=frozenset({Flag.PRIVATE})), id="a private event"),
        pytest.param(line(1, "a", PRIVATE), id="an event that only a private document reports"),
    ],
)
def test_what_is_private_stays(secret: Line) -> None:
    assert copied(secret, line(2, "b"))[0][0] == "2"
    assert len(copied(secret, line(2, "b"))) == 1


def test_the_words_of_a_private_document_stay_where_others_report_the_event_too() -> None:
    both = (*event(LETTER, "a").citations, *event(PRIVATE, "a").citations)
    assert copied(line(1, "a", citations=both))[0][3] == "Letter, paragraph 1"


def test_three_kinds_are_on_the_clipboard_at_once() -> None:
    data = mime(copied(line(1, "=1+1", title="=1+1\t<b>")), COLUMNS)
    assert set(data.formats()) >= {"text/plain", "text/html", "text/csv"}
    assert data.text().splitlines()[0].split("\t")[:3] == ["No.", "Date", "Title"]
    assert data.text().splitlines()[1].split("\t")[2] == "'=1+1 <b>"
    assert "'=1+1" in bytes(data.data("text/csv").data()).decode()
    assert "&lt;b&gt;" in data.html()


@pytest.mark.parametrize(
    ("kind", "begins"), [("text", "No.\tDate"), ("csv", "No.,Date"), ("html", "<table>")], ids=["text", "csv", "html"]
)
def test_one_kind_alone_is_what_any_program_pastes(kind: str, begins: str) -> None:
    data = mime(copied(line(1, "a")), COLUMNS, [kind])
    assert data.text().startswith(begins)
    assert ("text/csv" in data.formats()) == (kind == "csv")
