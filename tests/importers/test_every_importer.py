"""Whatever is imported quotes what it was read from, and what comes to nothing is complained of."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app import importers
from timeline_app.importers import IMPORTERS, ImportFileError
from timeline_app.model.event import Event, Status, Undated

TABLE = """date,end,title,category,quote,source
c. 520 BC,,Temple begun,life,"They ""began""
to build.",Herodotus
1914-07-28,1918-11-11,The war,Conflict,,
,,No date,,,
3/4/2011,,Which,Meeting,,The Wire
"""


def _read(folder: Path, text: str, name: str = "events.csv") -> importers.Imported:
    path = folder / name
    path.write_bytes(text.encode())
    return importers.read(path)


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
def test_every_importer_has_a_name_and_suffixes(importer: importers.Importer) -> None:
    assert importer.name
    assert importer.suffixes
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in importer.suffixes)


def test_a_table_becomes_events_that_quote_their_rows(tmp_path: Path) -> None:
    imported = _read(tmp_path, TABLE)
    document = imported.ingested.document
    told = [(each.title, each.value.edtf if each.value else None, each.category) for each in imported.events]
    assert told == [
        ("Temple begun", "-0519~", "Life"),
        ("The war", "1914-07-28/1918-11-11", "Conflict"),
        ("No date", None, "Other"),
        ("Which", None, "Meeting"),
    ]
    quotes = [each.citations[0].quote for each in imported.events]
    assert all(document.text[slice(*quote.span)] == quote.exact for quote in quotes)
    assert [quote.exact for quote in quotes[1:]] == [
        "1914-07-28,1918-11-11,The war,Conflict,,",
        ",,No date,,,",
        "3/4/2011,,Which,Meeting,,The Wire",
    ]
    assert quotes[0].exact.endswith('to build.",Herodotus')
    assert [each.citations[0].locator for each in imported.events] == [
        "Herodotus, row 2", "row 4", "row 5", "The Wire, row 6",
    ]  # fmt: skip
    assert {each.status for each in imported.events} == {Status.PROPOSED}
    assert [each.undated for each in imported.events[2:]] == [None, Undated.AMBIGUOUS]
    assert [sentence.split(":")[0] for sentence in imported.complaints] == [
        "Row 5 of “events.csv” has no date",
        "Row 6 of “events.csv” has no date",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Title;Date\r\nFall;1989-11-09\r\n", id="semicolons, capitals, another order"),
        pytest.param("\ufeffdate\ttitle\n1989-11-09\tFall\n", id="tabs and a byte order mark"),
        pytest.param("date,title\n\n1989-11-09,Fall", id="an empty line, no last line break"),
    ],
)
def test_tables_differ_in_their_dress(tmp_path: Path, text: str) -> None:
    [event] = _read(tmp_path, text).events
    assert _told(event) == ("Fall", "1989-11-09")


def _told(event: Event) -> tuple[str, str]:
    return event.title, event.value.edtf if event.value else ""


def test_two_rows_alike_are_two_events_and_the_same_table_gives_the_same_ids(tmp_path: Path) -> None:
    text = "date,title\n1969,Coup\n1969,Coup\n"
    once, twice = (_read(tmp_path, text).events for _ in range(2))
    assert len({event.id for event in once}) == 2
    assert once == twice


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        pytest.param("events.csv", "when,title\n1969,x\n", "has no column “date”", id="a column missing"),
        pytest.param("events.csv", "", "has no column “date”", id="an empty file"),
        pytest.param("events.doc", "x", r"is no table of events that I can read \(\.csv, \.tsv\)", id="another format"),
    ],
)
def test_what_is_no_table_of_events_is_refused(tmp_path: Path, name: str, text: str, reason: str) -> None:
    with pytest.raises(ImportFileError, match=reason):
        _read(tmp_path, text, name)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="cannot be read: No such file"):
        importers.read(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes(b"date,title\n1969,Caf\xe9\n")
    with pytest.raises(ImportFileError, match="is not in UTF-8"):
        importers.read(tmp_path / "latin.csv")


def test_a_table_without_rows_is_complained_of(tmp_path: Path) -> None:
    assert _read(tmp_path, "date,title\n").complaints == ("There are no events in “events.csv”.",)
