"""Tables of events in files: what the importer reads back, what no spreadsheet may calculate, what stays private."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.records import DATES, dated, document, event
from timeline_app import importers
from timeline_app.exporters.chronology import TABLES, export_table, table_exporter_for
from timeline_app.exporters.grid import as_csv, as_html, as_text
from timeline_app.exporters.options import ExportError
from timeline_app.model.cells import guarded, unguarded
from timeline_app.model.document import DocumentId
from timeline_app.model.event import Event, Flag, Status

LETTER = dated(document(), "2011-03-31")
FORMULAS = ("=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", "'=1", "''-x", "\uff1d1")
PLAIN = ("", "Letter", "1 - 1", "'tis", "“=1”", "a\nb")


def exported(folder: Path, suffix: str, *events: Event) -> str:
    path = folder / f"table{suffix}"
    export_table(events, [LETTER, replace(LETTER, id=DocumentId("hidden"), title="Hidden", private=True)], path)
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("words", FORMULAS)
def test_a_formula_becomes_words_and_comes_back(words: str) -> None:
    assert guarded(words) == f"'{words}"
    assert unguarded(guarded(words)) == words


@pytest.mark.parametrize("words", PLAIN)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert guarded(words) == words == unguarded(words)


@pytest.mark.parametrize("edtf", DATES)
def test_the_importer_reads_back_what_was_written(tmp_path: Path, edtf: str) -> None:
    before = replace(event(LETTER, "one", edtf), title="=He said, “no”; then\tleft", category="Life")
    exported(tmp_path, ".csv", before)
    [after] = importers.read(tmp_path / "table.csv").events
    assert (after.value, after.title, after.category) == (before.value, before.title, before.category)
    assert after.citations[0].quote.exact == before.citations[0].quote.exact
    assert after.citations[0].locator == "Letter, 31 March 2011, paragraph 1, row 2"


def test_an_event_without_a_date_is_written_without_one(tmp_path: Path) -> None:
    exported(tmp_path, ".csv", event(LETTER, "one", None))
    [after] = importers.read(tmp_path / "table.csv").events
    assert after.value is None


def test_a_second_quote_stands_in_a_column_of_its_own(tmp_path: Path) -> None:
    one = event(LETTER, "one")
    text = exported(tmp_path, ".csv", replace(one, citations=one.citations * 2))
    assert text.count("Wednesday he left") == 2
    assert len(importers.read(tmp_path / "table.csv").events) == 1


@pytest.mark.parametrize("suffix", [".csv", ".html"])
def test_what_is_private_or_rejected_stays(tmp_path: Path, suffix: str) -> None:
    kept = replace(event(LETTER, "kept"), title="Kept", notes="a secret")
    secret = replace(event(LETTER, "secret"), title="Secret", flags=frozenset({Flag.PRIVATE}))
    rejected = replace(event(LETTER, "no"), title="Rejected", status=Status.REJECTED)
    citation = replace(kept.citations[0], document=DocumentId("hidden"))
    hidden = replace(event(LETTER, "hidden"), title="From a private document", citations=(citation,))
    text = exported(tmp_path, suffix, kept, secret, rejected, hidden)
    assert "Kept" in text
    assert not [words for words in ("secret", "Secret", "Rejected", "private document", "Hidden") if words in text]


class _Page(HTMLParser):
    """The tags of a page and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        self.links += [found["href"] or ""] if "href" in found else []
        self.names |= {found["id"] or ""} if "id" in found else set()


def test_a_page_numbers_its_sources_and_escapes_all_words(tmp_path: Path) -> None:
    bad = replace(event(LETTER, "one"), title="<script>alert(1)</script>", participants=("A & B",))
    text = exported(tmp_path, ".html", bad, event(LETTER, "two", None))
    page = _Page(text)
    assert "script" not in page.tags
    assert "A &amp; B" in text
    assert page.links == ["#source-1", "#source-1"]
    assert "source-1" in page.names
    assert "Without a date" in text


def test_only_addresses_of_pages_are_links(tmp_path: Path) -> None:
    path = tmp_path / "table.html"
    export_table([event(LETTER, "one")], [replace(LETTER, url="javascript:alert(1)")], path)
    assert _Page(path.read_text(encoding="utf-8")).links == ["#source-1"]


def test_a_kind_of_file_that_is_no_table_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="ends in none of"):
        export_table([event(LETTER, "one")], [LETTER], tmp_path / "table.doc")


def test_nothing_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no event"):
        export_table([], [LETTER], tmp_path / "table.csv")


@pytest.mark.parametrize("exporter", TABLES, ids=lambda exporter: exporter.name)
def test_every_kind_of_table_is_found_by_its_suffixes(exporter: object) -> None:
    assert all(table_exporter_for(Path(f"x{suffix.upper()}")) is exporter for suffix in exporter.suffixes)  # type: ignore[attr-defined]


def test_rows_are_written_as_text_csv_and_html() -> None:
    rows = [("1969", "a\tb\nc"), ("=1", "<i>")]
    assert as_text(rows) == "1969\ta b c\n'=1\t<i>"
    assert as_csv(rows) == '1969,"a\tb\nc"\r\n\'=1,<i>\r\n'
    assert "<td" in as_html(("Date", "Title"), rows)
    assert "&lt;i&gt;" in as_html(("Date", "Title"), rows)
