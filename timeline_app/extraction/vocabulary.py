"""The words that dates are made of, by language, and what each of them stands for.

A language is a data file (``data/<code>.toml``): classes of words with their values. What a file does not hold of month
and weekday names comes from dateparser's locale data, which is imported only then. Looking a word up is by its exact
form, so that "May" is a month and "may" is not.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

_DATA = resources.files("timeline_app.extraction").joinpath("data")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``classes`` gives for every exact form of a word the classes it is in, each with its value."""

    language: str
    classes: dict[str, dict[str, str]]

    def value(self, word: str, name: str) -> str:
        """What ``word`` stands for in the class ``name``; KeyError if it is not in it."""
        return self.classes[word][name]


@cache
def languages() -> frozenset[str]:
    """The languages that have a data file, in ISO 639-1."""
    return frozenset(name[:2] for path in _DATA.iterdir() if re.fullmatch(r"[a-z]{2}\.toml", name := path.name))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language that has a data file."""
    entries = tomllib.loads(_DATA.joinpath(f"{language}.toml").read_text("utf-8"))
    proper = frozenset(entries.pop("proper"))
    classes: dict[str, dict[str, str]] = {}
    for name, values in entries.items():
        for value, words in values.items():
            for word in words.split():
                for form in _forms(word, name in proper):
                    classes.setdefault(form, {})[name] = value
    return Vocabulary(language, classes)


def _forms(word: str, proper: bool) -> set[str]:  # noqa: FBT001 - a word is proper or it is not
    """How a word may be written: in capitals, with one, and in small letters unless it is a proper name."""
    forms = {word, word.upper(), word[:1].upper() + word[1:]}
    if proper and (len(word) <= 4 or word in {"March", "August"}) and word.title() == word:  # noqa: PLR2004
        return forms
    return forms | {word.lower()}
