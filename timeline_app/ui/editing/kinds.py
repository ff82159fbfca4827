"""The kinds that events can be of: categories with their hue and letter, and what the words claim. No Qt.

A letter stands for a category where it is small, and for no other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline_app.model.arrangement import OwnCategory
from timeline_app.model.event import Category, Factuality

GLYPHS = {
    Factuality.HAPPENED: "●", Factuality.SAID: "◆", Factuality.PLANNED: "▷",
    Factuality.DENIED: "⊖", Factuality.ALLEGED: "?",
}  # fmt: skip


_LETTERS = {Category.CONTACT: "N"}  # where two usual categories begin alike


class Kind(NamedTuple):
    """A category as people choose it; ``hue`` as the theme takes it: a category's name or "#rrggbb"."""

    name: str
    hue: str
    letter: str


def kinds(own: Iterable[OwnCategory], used: Iterable[str] = ()) -> tuple[Kind, ...]:
    """The usual categories, then the user's own, then those in use that nobody described."""
    found: dict[str, Kind] = {}
    for category in Category:
        found[category] = Kind(category, category, _LETTERS.get(category, category[:1]))
    for each in own:
        found.setdefault(each.name, Kind(each.name, each.hue, each.letter or each.name[:1]))
    for name in used:
        found.setdefault(name, Kind(name, Category.OTHER, free_letter(name, found.values())))
    return tuple(found.values())


def free_letter(name: str, others: Iterable[Kind]) -> str:
    """The first letter of a name that none of the others has; its first, where all are taken."""
    taken = {other.letter.casefold() for other in others}
    letters = [letter for letter in name if letter.isalnum()] or ["?"]
    return next((letter for letter in letters if letter.casefold() not in taken), letters[0]).upper()
