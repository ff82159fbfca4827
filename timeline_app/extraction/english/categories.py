"""Which kind of event a clause reports: the types of ACE 2005, told by trigger words that are data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from timeline_app.extraction.english.lexicon import load
from timeline_app.extraction.english.words import Parse
from timeline_app.model.event import Category

_MAIN_VERB, _VERB, _NOUN, _NEAR = 4.0, 2.0, 1.5, 5  # weights; words after the verb that count in full


def category_of(parse: Parse, words: Iterable[int], head: int = -1) -> Category:
    """The category of what ``words`` report, ``head`` being the main verb or noun among them, if any."""
    verbs, nouns = _triggers()
    score: defaultdict[Category, float] = defaultdict(float)
    for i in words:
        lemma, tag = parse.words[i].lemma, parse.tags[i]
        near = 1.0 if head < 0 or i - head <= _NEAR else 0.5
        if tag in "VIKG":
            for category in verbs.get(lemma, ()):
                said = category is Category.CONTACT  # a report of profits tells of business
                score[category] += _MAIN_VERB - said * _VERB if i == head else _VERB * near
        for category in nouns.get(_singular(parse.words[i].lower, lemma), ()) if tag in "NEAG" else ():
            score[category] += (_MAIN_VERB if i == head else _NOUN) * near
    return max(score, key=score.__getitem__) if score else Category.OTHER


def names_event(parse: Parse, word: int) -> bool:
    """Whether a noun names something that happens ("coup", "election")."""
    return _singular(parse.words[word].lower, parse.words[word].lemma) in _event_nouns()


@cache
def _triggers() -> tuple[Mapping[str, tuple[Category, ...]], Mapping[str, tuple[Category, ...]]]:
    return _by_word("verbs"), _by_word("nouns")


def _by_word(part: str) -> Mapping[str, tuple[Category, ...]]:
    found: dict[str, tuple[Category, ...]] = {}
    for category in Category:
        for word in _listed(category.value, part):
            found[word] = (*found.get(word, ()), category)
    return found


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(_listed("events", "nouns"))


def _listed(table: str, key: str) -> list[str]:
    entries = load("triggers")[table]
    return str(entries[key]).split() if isinstance(entries, dict) else []


def _singular(lower: str, lemma: str) -> str:
    """The noun's singular; the lemma of a word that is also a verb is the verb's."""
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else lower or lemma
