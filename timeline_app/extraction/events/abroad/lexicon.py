"""The word lists of a language other than English, and which of them hold a word.

A file ``data/events/abroad/<language>.toml`` has strings of words in lower case between white space. ``*`` stands for
any letters ("*aron", "besetz*"), ``_`` for a space between two words ("à_partir_de"). Lists that are missing are empty;
nothing else is asked of a language. Those that need a word of explanation:

==================  ================================================================================================
``articles``        articles and determiners; what follows is no verb, and no title ends with them
``prepositions``    no title ends with them, and before a date they are left out with it
``before_dates``    other words left out right before a date ("Jahr", "el", "mitten")
``conjunctions``    "and", "or", "but"
``openings``        other words left out at the start ("Allerdings", "Par ailleurs")
``subordinators``   "that", "when", "because"
``relatives``       "who", "which"
``auxiliaries``     finite forms of "be", "have", "become" and modals
``past``            other finite verbs that tell of the past; ``verbs`` those of the present
``participles``     those that tell an event after a comma or in brackets ("fondée en 330")
``tails``           participles and infinitives that end a clause; ``particles`` what ends it with a verb ("ab")
``not_verbs``       words that only look like verbs
``elided``          words written with an apostrophe before the next ("l", "qu")
``of``              what ties a date to the noun before it ("la révolution de 1848")
``event_nouns``     nouns that name an event together with their year
``identified``      nouns whose date only tells which is meant ("loi", "Resolution")
``stamps``          what opens a line that says when a text was put out
==================  ================================================================================================

Flags: ``verb_second`` and ``verb_last`` (German, Dutch), ``capital_nouns``, ``commas`` (who and which come after commas
only), ``commas_before_that``, ``genitive_dates`` (no word ties a date to a noun), ``any_verb`` (verbs are not told from
other words), ``unspaced``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from timeline_app.model.event import Category

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """The lists of one language: ``lists`` by name, ``flags`` that are true, ``triggers`` of each category."""

    lists: Mapping[str, tuple[str, ...]]
    flags: frozenset[str]
    triggers: Mapping[Category, tuple[str, ...]]

    def classes(self, lower: str) -> frozenset[str]:
        """The names of the lists that hold a word."""
        known = self._known.get(lower)
        if known is None:
            found = {name for name, pattern in self._patterns.items() if pattern.fullmatch(lower)}
            known = self._known[lower] = frozenset(found | self._exact.get(lower, _NOTHING)) or _NOTHING
        return known

    def phrases(self, name: str) -> re.Pattern[str] | None:
        """What finds the entries of a list in running text, whole words each; None for an empty list."""
        if name not in self._phrases:
            entries = [entry.replace("_", " ") for entry in self.lists.get(name, ())]
            self._phrases[name] = self._any_of(entries)
        return self._phrases[name]

    def categories(self, words: str) -> tuple[Category, ...]:
        """The categories that have a word as a trigger; those of triggers inside it where words are not parted."""
        known = self._categories.get(words)
        if known is None:
            spaced = "unspaced" not in self.flags
            tests = (
                (category, pattern.fullmatch if spaced else pattern.search) for category, pattern in self._triggers
            )
            known = tuple(category for category, test in tests if test(words))
            if spaced:
                self._categories[words] = known
        return known

    @cached_property
    def _categories(self) -> dict[str, tuple[Category, ...]]:
        return {}

    @cached_property
    def _triggers(self) -> tuple[tuple[Category, re.Pattern[str]], ...]:
        patterns = ((category, self._any_of(words)) for category, words in self.triggers.items())
        return tuple((category, pattern) for category, pattern in patterns if pattern)

    def _any_of(self, entries: Iterable[str]) -> re.Pattern[str] | None:
        """Any of the entries, the longest first; whole words where a language parts them by spaces."""
        words = sorted(entries, key=len, reverse=True)
        edge = "" if "unspaced" in self.flags else r"\b"
        return re.compile(rf"{edge}(?:{'|'.join(map(_pattern, words))}){edge}", re.IGNORECASE) if words else None

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _phrases(self) -> dict[str, re.Pattern[str] | None]:
        return {}

    @cached_property
    def _exact(self) -> dict[str, frozenset[str]]:
        exact: dict[str, set[str]] = {}
        for name, entries in self.lists.items():
            for entry in entries:
                if "*" not in entry:
                    exact.setdefault(entry, set()).add(name)
        return {word: frozenset(names) for word, names in exact.items()}

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        open_ended = {name: [entry for entry in entries if "*" in entry] for name, entries in self.lists.items()}
        return {name: re.compile("|".join(map(_ending, entries))) for name, entries in open_ended.items() if entries}


def _pattern(entry: str) -> str:
    return re.escape(entry).replace(r"\*", r"\w*")


def _ending(entry: str) -> str:
    """The pattern of an entry for one word: an asterisk at its front stands for a stem of two letters or more."""
    return r"\w\w+" + _pattern(entry[1:]) if entry.startswith("*") else _pattern(entry)


@cache
def lexicon(language: str) -> Lexicon:
    """The lists of a language by its ISO 639-1 code; those of any language where it has no file."""
    folder = files("timeline_app.extraction").joinpath("data", "events", "abroad")
    path = folder.joinpath(f"{language[:2].lower()}.toml")
    path = path if path.is_file() else folder.joinpath("any.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {name: tuple(words.split()) for name, words in table.items() if isinstance(words, str)}
    triggers = {Category(name): tuple(words.split()) for name, words in table.get("categories", {}).items()}
    return Lexicon(lists, frozenset(name for name, value in table.items() if value is True), triggers)
