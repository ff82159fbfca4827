"""Patterns as plain rows of codes, and whether a text holds anything of such a shape, without a regular expression.

Every token of a text is a bit. All places that a pattern has come to are one number, which each of its parts masks and
shifts: a pattern is followed through a whole text at once, in a few operations.
"""

from __future__ import annotations

from functools import cached_property

Codes = frozenset[str]
Shape = tuple[tuple[tuple["Codes | Shape", bool], ...], ...]
"""Alternatives, each a row of parts: one of some codes or another shape, and whether the part may be missing."""


def beginning(shape: Shape) -> tuple[Codes, bool]:
    """The codes that it can begin with, and whether it can be empty."""
    begins, any_empty = Codes(), False
    for row in shape:
        for part, may_miss in row:
            first, empty = (part, False) if isinstance(part, frozenset) else beginning(part)
            begins |= first
            if not (empty or may_miss):
                break
        else:
            any_empty = True
    return begins, any_empty


class CodePlaces:
    """Where the codes of a text stand; worked out when first asked."""

    def __init__(self, codes: str) -> None:
        self._codes = codes
        self._of_sets: dict[Codes, int] = {}

    def hold(self, shape: Shape) -> bool:
        """Whether a row of the tokens, or no token at all, is of this shape."""
        return bool(self._after(shape, (1 << len(self._codes)) - 1))

    @cached_property
    def _of(self) -> dict[str, int]:
        """For each code a number with the bits of its places."""
        size = len(self._codes) // 8 + 1
        found = {code: bytearray(size) for code in set(self._codes)}
        for place, code in enumerate(self._codes):
            found[code][place >> 3] |= 1 << (place & 7)
        return {code: int.from_bytes(bits, "little") for code, bits in found.items()}

    def _after(self, shape: Shape, places: int) -> int:
        """The places just after what begins at some places and is of this shape."""
        reached = 0
        for row in shape:
            here = places
            for part, may_miss in row:
                on = (here & self._where(part)) << 1 if isinstance(part, frozenset) else self._after(part, here)
                here = on | here if may_miss else on
                if not here:
                    break
            reached |= here
        return reached

    def _where(self, codes: Codes) -> int:
        """The places of all tokens with one of these codes."""
        if codes not in self._of_sets:
            places = 0
            for code in codes & self._of.keys():
                places |= self._of[code]
            self._of_sets[codes] = places
        return self._of_sets[codes]
