"""Rules whose words are data: what the patterns of a language file mean, for every language but English.

A language file holds patterns under the id of a rule; what most languages share stands in ``data/shared.toml``. The
readings here look at classes of words and never at words, so that a further language is a further file. Three tables of
a file keep words of two senses apart where they stand alone: ``only_after`` ("en mars", not "mars"), ``unless_after``
("la mañana") and ``unless_before``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from timeline_app.extraction.meanings import Meaning, Reading, Unplaced
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.rules.rule import Read, Rule
from timeline_app.extraction.vocabulary import language_file
from timeline_app.extraction.worded import counted, dates

_SMALL = frozenset(("month", "weekday", "season"))  # classes written small where a file says `small`
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_]+\s){1,3}$")
_LOOKED_AT = 40  # code points before a day
_ROWS = (*dates.ROWS, *counted.ROWS)


@cache
def worded_rules(language: str) -> tuple[tuple[Rule, ...], dict[str, str]]:
    """The rules of a language that has a file, and the parts their patterns share; numbers alone for ``""``."""
    shared = language_file("shared")
    if not language:
        rows = {name: shared["patterns"][name] for name in ("numbers-date", "iso-date")}
        return _rules(rows, {}), {}
    own = language_file(language)
    patterns = {**shared["patterns"], **own.get("patterns", {})}
    return _rules(patterns, own), {**shared["parts"], **own.get("parts", {})}


def _rules(patterns: dict[str, list[str]], own: dict[str, Any]) -> tuple[Rule, ...]:
    guards = {name: _guard(own.get(name, {})) for name in ("only_after", "unless_after", "unless_before")}
    return tuple(
        Rule(name, pattern, _guarded(read, **guards, small=own.get("small", False)), (), kind)
        for name, read, kind in _ROWS
        for pattern in patterns.get(name, ())
    )


def _guard(rows: dict[str, str]) -> dict[str, frozenset[str]]:
    """For every word of a guard's rows the words beside it."""
    return {
        word.replace("_", " "): frozenset(beside.split()) for words, beside in rows.items() for word in words.split()
    }


def _guarded(
    read: Read,
    only_after: dict[str, frozenset[str]],
    unless_after: dict[str, frozenset[str]],
    unless_before: dict[str, frozenset[str]],
    *,
    small: bool,
) -> Read:
    """The same reading, but none of one word that its neighbours or, where ``small``, its capital speak against."""

    def guarded(found: Found) -> Meaning | list[Reading] | None:
        if found.match.end() - found.match.start() == 1:
            word = found.tokens.word(found.match.start()).lower()
            before = found.before or "."
            if word in only_after and before not in only_after[word]:
                return None
            name = found.tokens.word(found.match.start())
            if small and before.isalpha() and name.istitle() and _SMALL & found.vocabulary.classes.get(name, {}).keys():
                return None  # "Plaza de Mayo"
            if before in unless_after.get(word, ()):
                return None
        if found.has("month") and not found.has("year") and _names_a_street(found, small=small):
            return Unplaced("")  # nor is its month a date
        last = found.tokens.word(found.match.end() - 1).lower()
        return None if found.after in unless_before.get(last, ()) else read(found)

    return guarded


def _names_a_street(found: Found, *, small: bool) -> bool:
    """Whether a day is what a street or square is called by ("rue du 4 Septembre")."""
    text, start = found.tokens.text, found.span.start
    classes, words = found.vocabulary.classes, _WORDS_BEFORE.search(text, max(0, start - _LOOKED_AT), start)
    month = found.word("month")
    if words is None or (small and month == month.lower()):
        return False
    street = next((word for word in reversed(words[0].split()) if "of" not in classes.get(word.lower(), ())), "")
    opens = found.tokens.word(found.match.start()).lower()
    return "street" in classes.get(street, ()) and ("of" in classes.get(opens, ()) or opens[:1].isdecimal())
