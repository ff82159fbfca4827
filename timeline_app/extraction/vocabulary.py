"""The words that dates are made of, by language, and what each of them stands for.

A language is a data file (``data/<code>.toml``): classes of words with their values; ``_`` in a word is white space. A
file that names a ``locale`` lists only what dateparser's locale data lacks: the names of months and weekdays, units,
and phrases such as "yesterday" or "last week" come from there, and dateparser is imported only then. Looking a word up
is by its exact form, so that "May" is a month and "may" is not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, resources
from typing import Any

from timeline_app.model.wording import MONTHS, WEEKDAYS

_DATA = resources.files("timeline_app.extraction").joinpath("data")
# Tables of a language file that are no classes of words.
_OTHER_TABLES = ("patterns", "parts", "tense", "only_after", "unless_after", "unless_before", "suffixes", "drop")
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_RELATIVE = re.compile(r"(in )?(\d) (day|week|month|year)( ago)?")
_NUMERALS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip
_SHORTEST = 4  # letters of a borrowed name; "mar", "so" and the like are words of other kinds too


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``classes`` gives for every exact form of a word the classes it is in, each with its value.

    ``suffixes`` gives the class of a number with an ending ("19th"); ``proclitics`` are letters that may be written
    before a word of the vocabulary; ``spaced`` says whether white space stands between words.
    """

    language: str
    classes: dict[str, dict[str, str]]
    suffixes: dict[str, str] = field(default_factory=dict)
    proclitics: str = ""
    spaced: bool = True

    def value(self, word: str, name: str) -> str:
        """What ``word`` stands for in the class ``name``; KeyError if it is not in it."""
        return self.classes[word][name]


@cache
def languages() -> frozenset[str]:
    """The languages that have a data file, in ISO 639-1."""
    return frozenset(name[:2] for path in _DATA.iterdir() if re.fullmatch(r"[a-z]{2}\.toml", name := path.name))


@cache
def language_file(language: str) -> dict[str, Any]:
    """The data file of a language, as it is; do not change it."""
    return tomllib.loads(_DATA.joinpath(f"{language}.toml").read_text("utf-8"))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language that has a data file; an empty one for ``""``."""
    if not language:
        return Vocabulary("", {})
    entries = language_file(language)
    proper, capital = (frozenset(entries.get(name, ())) for name in ("proper", "capital"))
    spaced = entries.get("spaces", True)
    classes: dict[str, dict[str, str]] = {}
    for name, value, word in (*_borrowed(entries, spaced=spaced), *_listed(entries)):
        forms = {word.capitalize(), word.upper()} if name in capital else _forms(word, name in proper)
        for form in forms:
            classes.setdefault(form, {})[name] = value
    if entries.get("compounds"):
        _compound(classes)
    for number, numeral in enumerate(_NUMERALS, 1):
        for ending in entries.get("roman_endings", ()):
            classes.setdefault(f"{numeral}{ending}", {})["roman"] = str(number)
    suffixes = {ending: name for name, endings in entries.get("suffixes", {}).items() for ending in endings.split()}
    return Vocabulary(language, classes, suffixes, entries.get("proclitics", ""), spaced)


def _listed(entries: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Class, value and word of all that a file lists."""
    for name, values in entries.items():
        if isinstance(values, dict) and name not in _OTHER_TABLES:
            yield from ((name, value, word) for value, words in values.items() for word in words.split())


def _compound(classes: dict[str, dict[str, str]]) -> None:
    """Weekday and part of the day in one word ("Dienstagabend")."""
    days, parts = (
        [(w, known[name]) for w, known in classes.items() if name in known] for name in ("weekday", "daypart")
    )
    for day, number in days:
        for part, code in parts:
            if day.isalpha() and part.isalpha() and part.islower():
                classes.setdefault(f"{day}{part}", {})["weekday_part"] = f"{number}T{code}"


def _borrowed(entries: dict[str, Any], *, spaced: bool) -> Iterator[tuple[str, str, str]]:
    """Class, value and word of what dateparser's locale data knows, without the names too short to be sure."""
    if "locale" not in entries:
        return
    known = import_module(f"dateparser.data.date_translation_data.{entries['locale']}").info
    capital = frozenset(entries.get("proper", ()))
    dropped = {name: frozenset(words.split()) for name, words in entries.get("drop", {}).items()}
    for name, value, key in (
        *(("month", str(number), key) for number, key in enumerate(map(str.lower, MONTHS), 1)),
        *(("weekday", str(number), key) for number, key in enumerate(map(str.lower, WEEKDAYS), 1)),
        *(("unit", code, key) for key, code in _UNITS.items()),
    ):
        for word in known[key]:
            if _usable(word, spaced=spaced) and word.lower() not in dropped.get(name, ()):
                yield name, value, word.capitalize() if name in capital else word.lower()
    for words, phrases in known["relative-type"].items():
        if (found := _RELATIVE.fullmatch(words)) and (found[1] or found[4]):
            value = f"{_UNITS[found[3]]}{'+' if found[1] else '-'}{found[2]}"
            for phrase in phrases:
                if phrase.replace(" ", "_") not in dropped.get("deictic", ()):
                    yield "deictic", value, phrase.replace(" ", "_")


def _usable(word: str, *, spaced: bool) -> bool:
    return not any(map(str.isdigit, word)) and (len(word) >= _SHORTEST or not spaced)


def _forms(word: str, proper: bool) -> set[str]:  # noqa: FBT001 - a word is proper or it is not
    """How a word may be written: in capitals, with one, and in small letters unless it is a proper name."""
    if "_" in word:
        gaps = (" ", "\u00a0", "\n", "") if "._" in word else (" ", "\u00a0", "\n")
        *first, last = word.split("_")
        noun = "_".join((*first, last.capitalize()))  # "letzte Woche"
        return {form for gap in gaps for way in (word, noun) for form in _forms(way.replace("_", gap), proper)}
    if "'" in word:
        return _forms(word.replace("'", "’"), proper) | _cases(word, proper)
    return _cases(word, proper)


def _cases(word: str, proper: bool) -> set[str]:  # noqa: FBT001 - as above
    forms = {word, word.upper(), word[:1].upper() + word[1:]}
    if proper and (len(word) <= 4 or word in {"March", "August"}) and word.title() == word:  # noqa: PLR2004
        return forms
    return forms | {word.lower()}
