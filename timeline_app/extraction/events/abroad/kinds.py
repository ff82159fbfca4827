"""Of which kind a clause's event is: what sort of thing happened, and whether it did."""

from __future__ import annotations

import re
from collections import Counter

from timeline_app.extraction.events.abroad.clauses import Clause, reports
from timeline_app.extraction.events.abroad.lexicon import Lexicon
from timeline_app.extraction.events.abroad.sentence import Sentence
from timeline_app.model.event import Category, Factuality
from timeline_app.model.temporal import TemporalValue

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f-]*")
_NEAR = 3  # words around the verb in which "not" is said of it


def category_of(title: str, lexicon: Lexicon) -> Category:
    """The category that most words of a title speak for, or the first of them."""
    words = [title] if "unspaced" in lexicon.flags else _WORD.findall(title.lower())
    found = [category for word in words for category in lexicon.categories(word)]
    votes = Counter(found)
    return max(found, key=votes.__getitem__) if found else Category.OTHER


def factuality_of(
    sentence: Sentence, clause: Clause, value: TemporalValue | None, now: TemporalValue | None
) -> Factuality:
    """What kind of statement a clause makes about a date; ``now`` is the day that its document was published."""
    words = [sentence.words[i] for i in clause.words]
    if any(word.is_a("denials") for word in words) or is_negated(sentence, clause):
        return Factuality.DENIED
    if any(word.is_a("allegations") for word in words):
        return Factuality.ALLEGED
    told = value is not None and now is not None and _is_before(value, now)
    later = value is not None and now is not None and _is_before(now, value)
    if later or (not told and any(word.is_a("future") for word in words)):
        return Factuality.PLANNED
    if clause.content or reports(sentence, clause.verb):
        return Factuality.SAID
    if any(word.is_a("plans") for word in words):
        return Factuality.PLANNED
    return Factuality.HAPPENED


def is_negated(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause says that something was not so."""
    order = list(clause.words)
    if clause.verb not in order:
        return False
    at = order.index(clause.verb)
    last = "verb_last" in sentence.lexicon.flags
    near = order[max(0, at - _NEAR) :] if last else order[max(0, at - _NEAR) : at + _NEAR]
    return any(sentence.words[i].is_a("negations") for i in near)


def _is_before(one: TemporalValue, other: TemporalValue) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest <= other.earliest
