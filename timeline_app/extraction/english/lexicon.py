"""What is known of words: the word lists of ``data/events``, and the forms of verbs from a dictionary."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from timeline_app.extraction.english.lemmas import lemmas_of

_CLOSED = (
    ("wh_words", "W"), ("modals", "M"), ("coordinators", "C"), ("subordinators", "S"), ("object_pronouns", "O"),
    ("determiners", "D"), ("subject_pronouns", "R"), ("prepositions", "P"), ("both_preposition_and_subordinator", "P"),
    ("adverbs", "B"), ("particles", "B"),
)  # fmt: skip
_PLURALS = frozenset({"people", "men", "women", "children", "police", "troops"})
_SINGULAR_ENDS = ("ss", "us", "is", "ics", "news")


class Lexeme(NamedTuple):
    """What the lexicon knows of a word: whether it can be noun, adjective or adverb, and its verb forms and lemma."""

    noun: bool
    adjective: bool
    adverb: bool
    forms: frozenset[str]
    lemma: str


@cache
def load(name: str) -> Mapping[str, object]:
    """The lexicon ``data/events/<name>.toml`` as it stands in the file."""
    return tomllib.loads(
        files("timeline_app.extraction").joinpath("data", "events", f"{name}.toml").read_text(encoding="utf-8")
    )


@cache
def word_sets(name: str) -> Mapping[str, frozenset[str]]:
    """The lexicon's entries, each a set of the words its string lists between white space."""
    return {key: frozenset(words.split()) for key, words in load(name).items() if isinstance(words, str)}


@cache
def grammar() -> Mapping[str, frozenset[str]]:
    """The closed classes of English words."""
    return word_sets("grammar")


@lru_cache(maxsize=65_536)
def lexeme(lower: str) -> Lexeme:
    """The lexicon's entry of a word in lower case."""
    lemmas = lemmas_of(lower)
    prefix, _, rest = lower.partition("-")
    if not lemmas and rest and prefix in grammar()["verb_prefixes"]:
        return lexeme(rest)
    verbs = lemmas.get("VERB", ())
    nouns = lemmas.get("NOUN", ()) or tuple(grammar()["also_nouns"] & {lower})
    lemma = next(iter((*verbs, *nouns)), lower)
    return Lexeme(bool(nouns), "ADJ" in lemmas, "ADV" in lemmas, _forms(lower, verbs), lemma)


def _forms(lower: str, verbs: Sequence[str]) -> frozenset[str]:
    """The classes I, V, K, G that a word can have as a verb."""
    sets = grammar()
    if not verbs:
        return frozenset()
    if lower in sets["past_only"]:
        return frozenset("VK" if lower.endswith("ed") else "V")
    if lower in sets["participle_only"]:
        return frozenset("K")
    if lower in verbs:
        return frozenset("IVK" if lower in sets["same_past"] or len(verbs) > 1 else "I")
    if lower.endswith("ing"):
        return frozenset("G")
    return frozenset("V" if lower.endswith("s") else "VK")


@cache
def closed_classes() -> Mapping[str, str]:
    """The class of every closed-class word; empty where forms of "be", "have" and "do" need a closer look."""
    found = dict.fromkeys(grammar()["be"] | grammar()["have"] | grammar()["do"], "")
    for name, tag in reversed(_CLOSED):
        found |= dict.fromkeys(grammar()[name], tag)
    return found | dict.fromkeys(grammar()["be"] | grammar()["have"] | grammar()["do"], "")


@cache
def finite_words() -> frozenset[str]:
    """Words that cannot but be finite verbs."""
    names = ("modals", "be", "have", "do", "past_only")
    return frozenset().union(*(grammar()[name] for name in names)) - {"being", "having", "been", "be", "done"}


def names_several(noun: str) -> bool:
    """Whether a noun in lower case is a plural, by its ending or as one of a few without: "police"."""
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith(_SINGULAR_ENDS))
