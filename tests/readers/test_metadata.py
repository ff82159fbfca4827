"""The metadata CSV is found, matched to its files, and tolerated where it is somebody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timeline_app.readers import MetadataError, MetadataRow, check_metadata, metadata_for
from timeline_app.readers.dates import DateError, publication_date

ISO = [
    ("2011-03-31", "2011-03-31"),
    ("20110331", "2011-03-31"),
    (" 2011-03-31 ", "2011-03-31"),
    ("2011-03-31T18:30", "2011-03-31T18:30"),
    ("2011-03-31 18:30:05", "2011-03-31T18:30:05"),
    ("2011-03-31T18:30:05.250Z", "2011-03-31T18:30:05Z"),
    ("2011-03-31t18:30z", "2011-03-31T18:30Z"),
    ("2011-03-31T18:30+02:00", "2011-03-31T18:30+02:00"),
    ("-0043-03-15", "-0043-03-15"),
]
NO_DATES = [
    "",
    "tomorrow",
    "2011",
    "2011-03",
    "31.03.2011",
    "03/31/2011",
    "2011-13-01",
    "2011-02-30",
    "2011-03-31T25:00",
]


@pytest.mark.parametrize(("text", "edtf"), ISO)
def test_iso_dates_become_edtf_and_no_finer(text: str, edtf: str) -> None:
    assert publication_date(text).edtf == edtf


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_iso_date_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="is not a date like"):
        publication_date(text)


def _csv(folder: Path, text: str, name: str = "documents.csv") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_documents_csv_beside_the_document_is_found(tmp_path: Path) -> None:
    _csv(tmp_path, "file,title,published\na.txt,A letter,2011-03-31\n")
    assert metadata_for(tmp_path / "a.txt") == MetadataRow(title="A letter", published="2011-03-31")
    assert metadata_for(tmp_path / "b.txt") is None


def test_a_documents_csv_above_is_found_only_up_to_the_folder_that_was_opened(tmp_path: Path) -> None:
    _csv(tmp_path, "file,title\nin/a.txt,Above\n")
    (tmp_path / "in").mkdir()
    found = metadata_for(tmp_path / "in/a.txt", root=tmp_path)
    assert found is not None
    assert found.title == "Above"
    assert metadata_for(tmp_path / "in/a.txt") is None


def test_a_given_csv_replaces_the_one_beside(tmp_path: Path) -> None:
    _csv(tmp_path, "file,title\na.txt,Beside\n")
    given = _csv(tmp_path / "other", "file,title\n../a.txt,Given\n", "mine.csv")
    found = metadata_for(tmp_path / "a.txt", given)
    assert found == MetadataRow(title="Given", origin="mine.csv")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("file,title\na.txt,T\n", id="plain"),
        pytest.param("\ufefffile,title\r\na.txt,T\r\n", id="byte order mark"),
        pytest.param("extra,Title , FILE\n1,T,a.txt\n", id="other columns, other order, spaces"),
        pytest.param('file,title\n"a.txt","T"\n,\n\n', id="quotes and empty rows"),
        pytest.param("file,title\na.txt,old\na.txt,T\n", id="the last row wins"),
        pytest.param("file,title,published\na.txt,T\n", id="a short row"),
        pytest.param("file,title\na.txt,T,too,many\n", id="a long row"),
        pytest.param("file,title\n./sub/../a.txt,T\n", id="a roundabout path"),
    ],
)
def test_csv_files_are_taken_as_people_write_them(tmp_path: Path, text: str) -> None:
    _csv(tmp_path, text)
    found = metadata_for(tmp_path / "a.txt")
    assert found is not None
    assert found.title == "T"


def test_files_are_matched_by_absolute_path_and_through_links(tmp_path: Path) -> None:
    target = tmp_path / "real" / "a.txt"
    target.parent.mkdir()
    target.touch()
    (tmp_path / "link.txt").symlink_to(target)
    table = _csv(tmp_path / "tables", f"file,title\n{target},T\n")
    assert metadata_for(tmp_path / "link.txt", table) == MetadataRow(title="T")
    assert metadata_for(Path(os.path.relpath(target)), table) == MetadataRow(title="T")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("name,title\na.txt,T\n", "no column “file”", id="no file column"),
        pytest.param("", "no column “file”", id="empty"),
        pytest.param("%PDF-1.7", "is a PDF file", id="PDF"),
        pytest.param('file,title\na.txt,"' + "x" * 200_000 + '"\n', "is not a CSV file", id="an endless field"),
    ],
)
def test_a_stray_documents_csv_is_passed_over_but_a_given_one_is_refused(
    tmp_path: Path, text: str, reason: str
) -> None:
    table = _csv(tmp_path, text)
    assert metadata_for(tmp_path / "a.txt") is None
    with pytest.raises(MetadataError, match=reason):
        metadata_for(tmp_path / "a.txt", table)
    with pytest.raises(MetadataError, match=reason):
        check_metadata(table)


def test_a_missing_csv_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MetadataError, match="There is no metadata file"):
        check_metadata(tmp_path / "none.csv")


def test_a_changed_csv_is_read_again(tmp_path: Path) -> None:
    _csv(tmp_path, "file,title\na.txt,Old\n")
    assert metadata_for(tmp_path / "a.txt") == MetadataRow(title="Old")
    _csv(tmp_path, "file,title\na.txt,Newer\n")
    assert metadata_for(tmp_path / "a.txt") == MetadataRow(title="Newer")


def test_a_wrong_date_costs_only_its_own_row(tmp_path: Path) -> None:
    _csv(tmp_path, "file,published\na.txt,someday\nb.txt,2011-03-31\n")
    wrong, right = (metadata_for(tmp_path / name) for name in ("a.txt", "b.txt"))
    assert wrong is not None
    assert right is not None
    with pytest.raises(MetadataError, match=r"In documents\.csv, “someday” is not a date"):
        wrong.publication()
    published = right.publication()
    assert published is not None
    assert (published.value.edtf, published.origin) == ("2011-03-31", "documents.csv")
