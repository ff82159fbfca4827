"""What verbs, nouns and adjectives need behind them to say something, from ``data/events/frames.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.english.words import Parse


@cache
def frames() -> Mapping[str, frozenset[str]]:
    """The lists of the file by their names."""
    return word_sets("frames")


def noun_wants(lower: str, link: str) -> bool:
    """Whether a noun wants a phrase with the preposition ``link``: "a ban | on", "rises | in"."""
    return _is_among(lower, frames().get(f"noun_{link}", frozenset()))


def noun_takes(lower: str, what: str) -> bool:
    """Whether a noun wants an ``infinitive`` or ``that``: "a decision | to", "the claim | that"."""
    return _is_among(lower, frames()[f"noun_{what}"])


def _is_among(lower: str, nouns: frozenset[str]) -> bool:
    """Whether a noun, or what it is the plural of, is one of some."""
    return lower in nouns or (lower.endswith("s") and (lower[:-1] in nouns or lower[:-3] + "y" in nouns))


def verb_wants(lemma: str, link: str) -> bool:
    """Whether a verb leans on the preposition ``link``: "rely | on"."""
    return lemma in frames().get(f"verb_{link}", frozenset())


def adjective_wants(lower: str, link: str) -> bool:
    """Whether an adjective wants the preposition ``link``: "guilty | of"."""
    return lower in frames().get(f"adjective_{link}", frozenset())


def is_relational(parse: Parse, word: int) -> bool:
    """Whether a noun says nothing without what follows its "of": "a lack of interest"."""
    lower = parse.words[word].lower
    known = lower in grammar()["measures"] or lower in grammar()["relational_nouns"]
    return known or parse.tags[word] in "#D" or parse.words[word - 1].lower == "not"


@cache
def idioms() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Words in a row that are one, by the first of them."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for idiom in sorted(frames()["idioms"], key=len, reverse=True):
        words = tuple(idiom.split("_"))
        found[words[0]] = (*found.get(words[0], ()), words)
    return found
