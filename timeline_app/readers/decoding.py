"""Bytes to text: a byte order mark, then strict UTF-8, then what the bytes look like.

The text is never repaired: newlines, spaces and control characters stay as they are, only a byte order mark is
dropped. Bytes that are no text are refused rather than shown as rubbish.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "is a PDF file"),
    (b"{\\rtf", "is a Rich Text file"),
    (b"PK\x03\x04", "is a packed file (such as a Word or ZIP file)"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file"),
    (b"SQLite format 3\x00", "is a database"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
)
# Encodings worth telling apart without a declaration: those of other scripts, where most letters lie above ASCII.
# Western pages cannot be told apart on short texts (cp1250, cp775 win over what was meant): those are Windows-1252.
_DISTINCT = ["cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp932", "euc_jp", "euc_kr", "gb18030", "big5"]
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_LETTERS = tuple(bytes([code]) for code in (*range(65, 91), *range(97, 123)))
_LOOKED_AT = 200_000  # bytes are enough to recognise an encoding
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WESTERN = 0.3  # accented letters are fewer than this share of all letters
_MOST_CONTROLS = 0.01  # of all code points; a log with a bell in it is text


class UndecodableError(ValueError):
    """Bytes that are not text; the message completes "“x.txt” …"."""


def decode(data: bytes) -> str:
    """The text that ``data`` holds, exactly.

    Raises:
        UndecodableError: the bytes are of a known other format, or no text in any encoding.

    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UndecodableError(f"{what}, not plain text.")
    try:
        text = _decoded(data)
    except UnicodeDecodeError:
        raise UndecodableError("is not text in any known encoding.") from None
    if _WEB_PAGE.match(text, 0, _LOOKED_AT):
        raise UndecodableError("is a web page, not plain text.")
    controls = sum(1 for _ in _CONTROL.finditer(text, 0, _LOOKED_AT))
    if "\0" in text or controls > _MOST_CONTROLS * min(len(text), _LOOKED_AT):
        raise UndecodableError("is not a text file.")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding)
    if wide := _wide_encoding(data[:_LOOKED_AT]):
        return data.decode(wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark: mostly Western text has a zero in every second byte, binary files have them anywhere."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > half // 2 and even <= odd // 50:
        return "utf-16-le"
    return "utf-16-be" if half and even > half // 2 and odd <= even // 50 else ""


def _guessed(data: bytes) -> str:
    head = data[:_LOOKED_AT]
    if len(data) > _LOOKED_AT:
        head = head[: head.rfind(b"\n") + 1] or head
    high = sum(byte > 0x7F for byte in head)  # noqa: PLR2004 - ASCII ends there
    letters = high + sum(head.count(letter) for letter in _LETTERS)
    return data.decode("cp1252" if high < _WESTERN * letters else _distinct_encoding(head))


def _distinct_encoding(head: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8 and never need it

    best = from_bytes(head, cp_isolation=_DISTINCT, enable_fallback=False).best()
    return best.encoding if best else "cp1252"
