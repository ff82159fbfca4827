"""Code points and Qt's text positions meet in a real QTextDocument."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from timeline_app.model.document import TextSpan
from timeline_app.ui.text_positions import TextPositions

TEXTS = st.lists(
    st.sampled_from(["a", "é", "\r\n", "\n", "\r", "\U0001f600", "\U00010348", " ", "日"]), max_size=40
).map("".join)


def shown(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def as_qt_shows(text: str) -> str:
    return text.replace("\r\n", "\u2029").replace("\n", "\u2029").replace("\r", "\u2029")


@given(TEXTS, st.data())
def test_a_span_selects_its_own_words_in_the_document(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if "\r\n" in (text[max(0, start - 1) : start + 1], text[max(0, end - 1) : end + 1]):
        return  # no place between the two halves of one line end
    document = QTextDocument()
    document.setPlainText(text)
    assert shown(document, *TextPositions(text).span_to_qt(TextSpan(start, end))) == as_qt_shows(text[start:end])


@given(TEXTS)
def test_every_code_point_comes_back_from_its_qt_position(text: str) -> None:
    positions = TextPositions(text)
    for at in range(len(text) + 1):
        inside = text[max(0, at - 1) : at + 1] == "\r\n"
        assert positions.from_qt(positions.to_qt(at)) == (at - 1 if inside else at)


@pytest.mark.parametrize(
    ("text", "code_point", "qt"),
    [("abc", 2, 2), ("a\r\nb", 3, 2), ("\U0001f600b", 1, 2), ("\U0001f600\r\n\U0001f600b", 4, 5)],
    ids=["plain", "line end", "astral", "both"],
)
def test_positions_after_uneven_places(text: str, code_point: int, qt: int) -> None:
    assert TextPositions(text).to_qt(code_point) == qt
    assert TextPositions(text).from_qt(qt) == code_point


def test_the_middle_of_a_surrogate_pair_belongs_to_its_character() -> None:
    assert TextPositions("a\U0001f600b").from_qt(2) == 1
