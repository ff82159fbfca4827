"""Files and pasted text become documents; whatever cannot be read gets a sentence."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from timeline_app.assets import sample
from timeline_app.model.document import Publication
from timeline_app.model.temporal import parse_edtf
from timeline_app.readers import (
    READERS,
    MetadataRow,
    ReadError,
    document_from_text,
    find_documents,
    metadata_for,
    read_document,
    reader_for,
)
from timeline_app.readers.documents import LARGEST

TITLES = [
    pytest.param("a.txt", "The Fall of Rome\n\nIt fell.", "The Fall of Rome", id="short first line"),
    pytest.param("a.txt", "\n\r\n  The Fall of Rome \r\nIt fell.", "The Fall of Rome", id="after blank lines"),
    pytest.param("a.txt", "It fell on a Wednesday.\nMore.", "a", id="a first sentence is no title"),
    pytest.param("a.txt", "word " * 30, "a", id="a long first line is no title"),
    pytest.param("a.txt", "---------\nText", "a", id="a rule is no title"),
    pytest.param("a.md", "Intro\n\n## The *Fall* of [Rome](x) ##\n", "The Fall of Rome", id="first heading"),
    pytest.param("a.md", "The Fall\r\n========\r\nText", "The Fall", id="underlined heading"),
    pytest.param("a.md", '---\ntitle: "The Fall"\n---\n# Other\n', "The Fall", id="front matter"),
    pytest.param("a.md", "no heading", "a", id="no heading"),
    pytest.param("a.md", "#hashtag\n####### seven\n#\n", "a", id="no headings either"),
    pytest.param("a.md", "```\n# a comment\n```\n# The Fall", "The Fall", id="code is no heading"),
    pytest.param("a.md", "---\nnever: closed\n# The Fall", "The Fall", id="a rule at the top"),
    pytest.param("a.md", "---\r\ntitle: The Fall\r\n---\r\n", "The Fall", id="front matter of Windows"),
    pytest.param("a.MARKDOWN", "# The Fall\n", "The Fall", id="suffixes in capitals"),
]


@pytest.mark.parametrize(("name", "text", "title"), TITLES)
def test_documents_have_a_title(tmp_path: Path, name: str, text: str, title: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode())
    assert read_document(path).title == title
    assert read_document(path).text == text


def test_the_sample_is_read_with_its_metadata() -> None:
    document = read_document(sample(), metadata_for(sample()))
    assert document.title == "What Libyan Defections Mean for Muammar Qaddafi"
    assert (document.publisher, document.language) == ("The Wire", "en")
    assert document.published == Publication(parse_edtf("2011-03-31"), "documents.csv")
    assert document.path == str(sample())


def test_what_is_given_wins_over_the_csv_and_that_over_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Its own\nauthor: Ann\ndate: 2001-01-01\nlang: en-GB\n---\nText", encoding="utf-8")
    row = MetadataRow(title="From the table", published="2002-02-02")
    given = Publication(parse_edtf("2003-03-03"), "the command line")
    alone, with_row, with_both = read_document(path), read_document(path, row), read_document(path, row, given)
    assert (alone.title, alone.author, alone.language) == ("Its own", "Ann", "en")
    assert (with_row.title, with_row.author) == ("From the table", "Ann")
    dates = [document.published and document.published.value.edtf for document in (alone, with_row, with_both)]
    assert dates == ["2001-01-01", "2002-02-02", "2003-03-03"]
    assert alone.published is not None
    assert alone.published.origin == "the document itself"


def test_a_front_matter_date_in_words_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ndate: last May\n---\nText", encoding="utf-8")
    assert read_document(path).published is None


@pytest.mark.parametrize(
    "text",
    ["x" + " " * 100_000 + "y", "# " + " " * 100_000 + "x", "# " + "[" * 100_000, "---\n" * 50_000, "x " * 500_000],
    ids=["spaces", "a heading far away", "brackets", "rules", "one line"],
)
def test_odd_markdown_takes_no_time(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    started = time.perf_counter()
    read_document(path)
    assert time.perf_counter() - started < 2


def test_the_id_stays_with_path_and_text(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("Text", encoding="utf-8")
    other.write_text("Text", encoding="utf-8")
    first = read_document(one)
    assert read_document(one).id == first.id
    assert read_document(other).id != first.id
    assert read_document(other).sha256 == first.sha256
    one.write_text("Other text", encoding="utf-8")
    assert read_document(one).id != first.id


def _missing(path: Path) -> Path:
    return path / "none.txt"


def _folder(path: Path) -> Path:
    return path


def _file(data: bytes, name: str = "a.txt") -> object:
    def make(path: Path) -> Path:
        (path / name).write_bytes(data)
        return path / name

    return make


def _too_large(path: Path) -> Path:
    large = path / "a.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    return large


def _pipe(path: Path) -> Path:
    os.mkfifo(path / "a.txt")
    return path / "a.txt"


BAD = [
    pytest.param(_missing, r"There is no file “.*none\.txt”\.", id="missing"),
    pytest.param(lambda path: path / "a.txt" / "b.txt", "There is no file", id="in a folder that is none"),
    pytest.param(_folder, "is a folder, not a document", id="folder"),
    pytest.param(_file(b""), r"“a\.txt” is empty\.", id="empty"),
    pytest.param(_file(b" \r\n\t\n"), r"“a\.txt” is empty\.", id="blank"),
    pytest.param(_file(b"\xef\xbb\xbf"), r"“a\.txt” is empty\.", id="only a mark"),
    pytest.param(_file(b"%PDF-1.4", "a.pdf"), r"“a\.pdf” is a PDF file, not plain text\.", id="PDF"),
    pytest.param(_file(b"\x00\x01\x02\x03" * 99), r"“a\.txt” is not a text file\.", id="binary"),
    pytest.param(_too_large, r"“a\.txt” is too large: 100 MB; at most 100 MB are read\.", id="too large"),
    pytest.param(lambda path: path / ("x" * 300), "cannot be read", id="a name too long"),
    pytest.param(lambda path: path / "a\0b.txt", "cannot be read", id="a name with a zero"),
    pytest.param(_pipe, "is not a regular file", id="pipe"),
]


@pytest.mark.parametrize(("make", "sentence"), BAD)
def test_what_cannot_be_read_gets_one_sentence(tmp_path: Path, make: object, sentence: str) -> None:
    assert callable(make)
    with pytest.raises(ReadError, match=sentence) as caught:
        read_document(make(tmp_path))
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_file_that_may_not_be_read_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Text", encoding="utf-8")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadError, match="may not be read: permission denied"):
        read_document(path)


def test_a_name_that_is_no_text_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text("Text.", encoding="utf-8")
    except OSError:
        pytest.skip("This file system takes only names that are text.")
    document = read_document(path)
    assert document.title == "caf\N{REPLACEMENT CHARACTER}"
    document.path.encode()


def test_pasted_text_is_a_document() -> None:
    document = document_from_text("He left on Wednesday. " * 9, published=Publication(parse_edtf("2011-03-31"), "you"))
    assert document.title == "He left on Wednesday. He left on Wednesday. He left on…"
    assert document.path == ""
    assert document_from_text("Text", "A note").title == "A note"
    with pytest.raises(ReadError, match="There is no text"):
        document_from_text(" \n")


def test_half_a_character_on_the_clipboard_is_replaced() -> None:
    assert document_from_text("a\ud83dz").text == "a\N{REPLACEMENT CHARACTER}z"


def test_folders_give_their_documents_in_order_and_files_come_as_named(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "in/c.TXT", "in/d.pdf", ".git/e.txt", "in/.f.txt", "documents.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    named = tmp_path / "in" / "d.pdf"
    found = list(find_documents([named, tmp_path]))
    assert found == [
        (named, None),
        (tmp_path / "a.md", tmp_path),
        (tmp_path / "b.txt", tmp_path),
        (tmp_path / "in/c.TXT", tmp_path),
    ]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
class TestEveryReader:
    def test_has_suffixes_of_its_own(self, reader: object) -> None:
        assert reader in READERS
        suffixes = [suffix for each in READERS for suffix in each.suffixes]
        assert len(suffixes) == len(set(suffixes))
        assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)

    def test_is_chosen_by_them(self, reader: object) -> None:
        own = next(each for each in READERS if each is reader)
        assert all(reader_for(Path(f"x{suffix.upper()}")) is own for suffix in own.suffixes)

    def test_says_in_a_sentence_what_it_cannot_read(self, reader: object, tmp_path: Path) -> None:
        own = next(each for each in READERS if each is reader)
        for number, data in enumerate((b"", bytes(range(256)) * 8, b"\xff\xfe\x00", b"SQLite format 3\x00")):
            path = tmp_path / f"{number}{own.suffixes[0]}"
            path.write_bytes(data)
            with pytest.raises(ReadError, match=r"^“.*\.$"):
                read_document(path)


def test_unknown_suffixes_are_tried_as_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "notes.log"
    path.write_text("Text", encoding="utf-8")
    assert read_document(path).text == "Text"
