"""A text as it was meant where its characters were decoded wrongly: "Smith’s" for "Smithâ€™s", of the same length.

Every offset of the legible text is one of the text itself, so that titles can be read from it while quotes keep to the
source. Only sequences are mended that UTF-8 read as Windows-1252 gives and that no language writes; broken letters
inside words stay, since a word cannot be filled up.
"""

from __future__ import annotations

import re

PAD = "\u2009"  # a thin space: no word begins or ends at it, and no heading is set off by it
_SIGNS = "ÂÃâ"
_BROKEN = re.compile(
    r"(?P<quote>â€ ?[�\x9d])|(?P<mark>[ÂÃ][^\x00-\x7f](?!\w)|Â£|â€[^\x00-\x7f])(?P<clitic> (?:s|t|re|ve|ll|d|m)\b)?"
)


def legible(text: str) -> str:
    """The text with what was decoded wrongly put right, each change filled up to its length with thin spaces."""
    if not any(sign in text for sign in _SIGNS):
        return text
    return _BROKEN.sub(_mended, text)


def _mended(found: re.Match[str]) -> str:
    """What a broken sequence was meant to be, with an "s" or "t" that stands apart drawn to it."""
    meant = "”" if found["quote"] else _decoded(found["mark"])
    if not meant:
        return found[0]
    return (meant + (found["clitic"] or "").lstrip()).ljust(len(found[0]), PAD)


def _decoded(broken: str) -> str:
    """The character that was decoded wrongly, or an empty string."""
    try:
        return bytes(_byte(character) for character in broken).decode("utf-8")
    except ValueError:
        return ""


def _byte(character: str) -> int:
    """The byte that Windows-1252 reads as the character; its five unused bytes are read as themselves."""
    return ord(character) if ord(character) < 256 else character.encode("cp1252")[0]  # noqa: PLR2004 - Latin-1
