"""Bytes become exactly the text that was meant, or are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.readers.decoding import UndecodableError, decode

WRITTEN = [
    pytest.param("Plain, with\r\nboth\nkinds\rof newline.\n", "utf-8", id="newlines stay"),
    pytest.param("Astral 😀 and  double  spaces ", "utf-8-sig", id="utf-8 with a mark"),
    pytest.param("On Wednesday he left. 😀", "utf-16", id="utf-16 with a mark"),
    pytest.param("On Wednesday he left. é", "utf-32", id="utf-32 with a mark"),
    pytest.param("On Wednesday he left.", "utf-16-le", id="utf-16 little-endian without a mark"),
    pytest.param("On Wednesday he left.", "utf-16-be", id="utf-16 big-endian without a mark"),
    pytest.param("<b>bold</b> words about <html>", "utf-8", id="text with tags"),
    pytest.param("<!-- note -->\n" * 99 + "words", "utf-8", id="comments before words"),
    pytest.param("Café", "cp1252", id="one Western word"),
    pytest.param("Die Männer flüchteten am Mittwoch nach München.", "cp1252", id="German"),
    pytest.param("El niño llegó ayer a España, señor. ¿Cuándo?", "cp1252", id="Spanish"),
    pytest.param("He said “Wednesday” — and left. It’s done.", "cp1252", id="curly quotes"),
    pytest.param("Министр подал заявление и бежал в Лондон.", "cp1251", id="Russian, Windows"),
    pytest.param("Министр подал заявление и бежал в Лондон.", "koi8-r", id="Russian, KOI8"),
    pytest.param("Την Τετάρτη παραιτήθηκε και έφυγε στο Λονδίνο.", "cp1253", id="Greek"),
    pytest.param("水曜日、大臣は辞任してロンドンへ逃亡した。", "cp932", id="Japanese"),
    pytest.param("星期三,部长辞职并逃往伦敦。这是一个很长的句子。", "gb18030", id="Chinese"),
    pytest.param("수요일에 장관이 사임하고 런던으로 도피했다.", "euc_kr", id="Korean"),
]  # fmt: skip

NO_TEXT = [
    pytest.param(b"%PDF-1.7\nmostly letters", "is a PDF file", id="PDF"),
    pytest.param(b"PK\x03\x04\x14\x00\x06\x00", "is a packed file", id="Word"),
    pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture", id="PNG"),
    pytest.param(b"{\\rtf1 On Wednesday}", "is a Rich Text file", id="RTF"),
    pytest.param(b"SQLite format 3\x00", "is a database", id="SQLite"),
    pytest.param(b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>", "is a web page", id="HTML"),
    pytest.param(b"<!-- saved -->\n<html lang=en>", "is a web page", id="HTML after a comment"),
    pytest.param(b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x02\x00>\x00", "is not a text file", id="program"),
    pytest.param(bytes(range(256)) * 20, "is not", id="every byte"),
    pytest.param(b"words\x00words and words", "is not a text file", id="a zero in text"),
    pytest.param(b"\xff\xfe\x00\xd8", "is not text in any known encoding", id="half a surrogate pair"),
]


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_text_is_read_as_it_was_written(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(("data", "reason"), NO_TEXT)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UndecodableError, match=reason):
        decode(data)


def test_a_long_text_in_another_encoding_is_read_to_its_end() -> None:
    text = "Министр подал заявление.\n" * 20_000 + "Конец"
    assert decode(text.encode("cp1251")) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_gives_every_text_back(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")
