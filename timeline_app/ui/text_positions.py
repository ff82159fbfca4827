r"""The one converter between code points of a document's text and Qt's positions in a ``QTextDocument``.

Qt counts UTF-16 units, so a character outside the basic plane counts twice, and it turns ``\r\n`` into one block
separator. Both directions are exact at every code point except inside ``\r\n``, where both give its start.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline_app.model.document import TextSpan

_UNEVEN = re.compile("\r\n|[\U00010000-\U0010ffff]")


class TextPositions:
    """Positions in one text; costs memory only for the places where the two counts drift apart."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = []  # code points just after an uneven place
        self._shifts: list[int] = [0]  # Qt position minus code point from there on
        for found in _UNEVEN.finditer(text):
            self._ends.append(found.end())
            self._shifts.append(self._shifts[-1] + (-1 if len(found[0]) > 1 else 1))
        self._newlines = frozenset(end - 1 for end in self._ends if text[end - 1] == "\n")
        self._qt_ends = [end + shift for end, shift in zip(self._ends, self._shifts[1:], strict=True)]

    def to_qt(self, position: int) -> int:
        """Qt's position of a code point."""
        if position in self._newlines:
            position -= 1
        return position + self._shifts[bisect_right(self._ends, position)]

    def from_qt(self, position: int) -> int:
        """The code point at one of Qt's positions; between two surrogates, the character they make."""
        index = bisect_right(self._qt_ends, position)
        code_point = position - self._shifts[index]
        inside_pair = index < len(self._ends) and code_point >= self._ends[index]
        return self._ends[index] - 1 if inside_pair else code_point

    def span_to_qt(self, span: TextSpan) -> tuple[int, int]:
        """Both ends of a span in Qt's count."""
        return self.to_qt(span.start), self.to_qt(span.end)
