"""People named in texts other than English: capitalised words behind a first name or a title, and their last names.

Only what is certain: a first name or title that a list knows. Languages without capitals give none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.events.abroad.lexicon import Lexicon

_UPPER = "A-ZÀ-ÖØ-ÞŚŠŽŁČĆĐΑ-ΩΆΈΉΊΌΎΏА-ЯЁІЇЄҐ"
_JOINING = "de|da|do|dos|del|della|di|van|von|der|den|ten|la|le|el|al|bin|zu|y"
_RUN = re.compile(
    rf"[{_UPPER}](?:[\w’'-]+|\.)(?:[ \u00a0](?:(?:{_JOINING})[ \u00a0]){{0,2}}(?:d[’'])?[{_UPPER}](?:[\w’'-]+|\.))*"
)
_NAMING = {"given", "titles"}
_NO_NAMES = {"titles", "not_names", "articles", "prepositions"}
_LONGEST = 5  # words


class Mention(NamedTuple):
    """A person named at ``start``, by the fullest form of the name in the text."""

    start: int
    name: str


def people_in(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every mention of a person, in order."""
    found = [
        (start, name, known) for match in _RUN.finditer(text) for start, name, known in [_named(match, lexicon)] if name
    ]
    full: dict[str, str] = {}
    for _, name, known in found:
        if known and " " in name:
            full.setdefault(name.rsplit(maxsplit=1)[-1], name)
    known_names = {name for _, name, known in found if known}
    return tuple(
        Mention(
            start, full.get(name.rsplit(maxsplit=1)[-1], name) if " " not in name or name not in known_names else name
        )
        for start, name, known in found
        if known or name in full or name in known_names
    )


def within(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[str, ...]:
    """The people named in ``[start, end)``, each once."""
    inside = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
    return tuple(dict.fromkeys(mention.name for mention in inside))


def _named(match: re.Match[str], lexicon: Lexicon) -> tuple[int, str, bool]:
    """Where the name in a run begins, its words without title and article, and whether it is certainly a person's."""
    if " " not in match[0] and "\u00a0" not in match[0]:
        lists = lexicon.classes(match[0].lower().rstrip("."))
        return match.start(), match[0].rstrip("’'."), not lists & _NO_NAMES and _is_titled(match, lexicon)
    words = list(re.finditer(r"\S+", match[0]))
    lowers = [word[0].lower().rstrip(".") for word in words]
    all_lists = [lexicon.classes(lower) for lower in lowers]
    first = 0
    while first < len(words) - 1 and all_lists[first] & {"articles", "prepositions", "conjunctions", "openings"}:
        first += 1
    known = (n for n in range(first, len(words)) if lowers[n] in word_sets("names")["given"] or all_lists[n] & _NAMING)
    first = next(known, first)
    titled = False
    while first < len(words) - 1 and "titles" in all_lists[first]:
        first, titled = first + 1, True
    titled = titled or (first == 0 and _is_titled(match, lexicon))
    rest = words[first:]
    given = lowers[first] in word_sets("names")["given"] or "given" in all_lists[first]
    kept = " ".join(word[0] for word in rest).rstrip("’'.")
    if not rest or len(rest) > _LONGEST or (len(rest) == 1 and (titled and "titles" in all_lists[first])):
        return match.start(), "", False
    led = lowers[first] == rest[0][0] and "name_particles" not in all_lists[first]  # "Kaiser der Deutschen"
    certain = not led and ((titled and "not_names" not in all_lists[first]) or (given and len(rest) > 1))
    return match.start() + words[first].start(), kept, certain


def _is_titled(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a title stands right before a run: "el presidente Ortiz"."""
    before = match.string[max(0, match.start() - 30) : match.start()].lower().split()
    return bool(before) and "titles" in lexicon.classes(before[-1].rstrip("."))
