"""Plain text: everything in it is text, and a short first line is its title."""

from __future__ import annotations

from timeline_app.readers.decoding import decode
from timeline_app.readers.reader import Reading

_LONGEST_TITLE = 100  # code points; longer first lines are paragraphs
_SENTENCE_ENDS = (".", ",", ";", ":")


class PlainText:
    """Text without any markup."""

    name = "Plain text"
    suffixes = (".txt", ".text")

    def read(self, data: bytes) -> Reading:
        """The text as it stands."""
        text = decode(data)
        return Reading(text, title=first_line(text))


def first_line(text: str) -> str:
    """The first line that is not blank, if it looks like a title: short, with letters, and no sentence."""
    line = text.lstrip().partition("\n")[0].strip()
    fits = len(line) <= _LONGEST_TITLE and not line.endswith(_SENTENCE_ENDS)
    return line if fits and any(character.isalpha() for character in line) else ""
