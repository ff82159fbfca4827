"""Whether the words around a date look back or ahead, and which verb says so.

The verb that decides is the nearest one: before the date in its clause ("he resigned Wednesday"), or after it where the
date opens the sentence ("On Wednesday he resigned").
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import Enum
from importlib import resources

from timeline_app.model.document import TextSpan

_LISTS = tomllib.loads(resources.files("timeline_app.extraction").joinpath("data/tense.en.toml").read_text("utf-8"))
_PAST, _FUTURE, _PRESENT, _NO_VERBS, _SCHEDULED, _HELPED, _DONE = (
    frozenset(_LISTS[name].split())
    for name in ("past", "future", "present", "adjectives", "scheduled", "helped", "done")
)
_WORD = re.compile(r"(?<![0-9])(?<![0-9] )[A-Za-z]+(?:[’'](?!s\b)[a-z]+)?|[’']ll\b|[;:]")
_REGULAR = re.compile(r"(?!un)[a-z]{2,}ed")
_AHEAD, _BACK, _NEAREST, _INTENDING, _INSIDE = (
    frozenset(_LISTS[name].split()) for name in ("ahead", "back", "nearest", "intending", "inside")
)
_LEAD = re.compile(r"(?:as )?([a-z]+)(?: as)?\s$", re.IGNORECASE)
_OPENS = re.compile(  # the date opens a clause: "he said that, in May, it had …"
    r"(?:\b(?:that|but|because|while|although|though|when|where|if),? |, and |[;:—] ?|[“\"‘] ?)"
    r"(?:on|in|by|since|at|from|until|during),? (?:early |late |the )?$|\bthat, (?:early |late )?$",
    re.IGNORECASE,
)
_WHEN = re.compile(r",? (?:when|as|before) ")
_IS_ON = re.compile(  # "the vote is in May", "closed until at least Thursday"
    r"(?:(?:\b(?:is|are)|[’']s) (?:in|on|for|from) (?:early |late |mid-)?"
    r"|\b(?:until|till) (?:at least|after|late|early) )$"
)
_ARTICLES = frozenset(["a", "an", "the", "its", "his", "her", "their", "of", "recently", "’s", "'s"])
_AS = frozenset(["as", "previously", "originally"])  # "began, as planned, on Saturday"
_BECAUSE_OF = re.compile(r"due to (?:an?|the|its|his|her|their|this|that|these|those|[A-Z0-9]|\w+(?:ing|[^s]s)\b)")
_CLOSE = 20  # code points between a verb and a date: "left in May"
_REACH = 160  # code points around the date that are read


class Tense(Enum):
    """Where a verb points."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb that decides, as written, and where it points; ``sure`` where it follows ("on 3 May he left")."""

    tense: Tense
    word: str
    sure: bool = False


UNKNOWN = Verb(Tense.UNKNOWN, "")


@dataclass(frozen=True, slots=True)
class Verbs:
    """The finite verbs of a sentence, in order: verb ``i`` begins at ``starts[i]``."""

    verbs: tuple[Verb, ...]
    starts: tuple[int, ...]


def governing_verb(text: str, sentence: TextSpan, span: TextSpan, verbs: Verbs) -> Verb:
    """The verb of those of its sentence that decides where the date at ``span`` lies."""
    lead = _LEAD.search(text, max(sentence.start, span.start - 12), span.start)
    word = lead[1] if lead else ""
    if word.lower() in _AHEAD:
        return Verb(Tense.FUTURE, word)
    if word.lower() in _BACK:
        return Verb(Tense.PAST, word)
    if word.lower() in _NEAREST:
        return UNKNOWN
    if found := _IS_ON.search(text, max(sentence.start, span.start - 20), span.start):
        return Verb(Tense.FUTURE, found[0].split()[0])
    before, after = _verb_before(span, verbs), _verb_after(span, verbs)
    if after.tense is Tense.FUTURE and _WHEN.match(text, span.end):
        return after  # "on Wednesday, when he arrives"
    opens = after.word and _OPENS.search(text, max(sentence.start, span.start - 24), span.start)
    return after if opens or not before.word else before


def _verb_before(span: TextSpan, verbs: Verbs) -> Verb:
    at = bisect_left(verbs.starts, span.start) - 1
    if at < 0 or verbs.starts[at] < span.start - _REACH:
        return UNKNOWN
    verb = verbs.verbs[at]
    sure = verbs.starts[at] + len(verb.word) >= span.start - _CLOSE and verb.word.lower() in _DONE
    return replace(verb, sure=True) if sure else verb


def _verb_after(span: TextSpan, verbs: Verbs) -> Verb:
    at = bisect_left(verbs.starts, span.end)
    near = at < len(verbs.starts) and verbs.starts[at] < span.end + _REACH
    return replace(verbs.verbs[at], sure=True) if near else UNKNOWN


def verbs_of(text: str, sentence: TextSpan) -> Verbs:
    """The finite verbs of a sentence, groups as one: "has been driving" looks back."""
    verbs: list[Verb] = []
    starts: list[int] = []
    previous = ""
    joined = to_be = False
    for found in _WORD.finditer(text, *sentence):
        word = found[0].lower()
        tense = _tense_there(text, found.start(), word, previous)
        if word == "to" and verbs and previous in {"is", "are", "am"}:
            verbs[-1] = Verb(Tense.FUTURE, verbs[-1].word)
        if word == "to" and verbs and previous in _INTENDING:
            verbs.append(Verb(Tense.FUTURE, verbs[-1].word))  # "on Tuesday he agreed | to leave on Friday"
            starts.append(found.start())
        elif tense is Tense.UNKNOWN:
            joined = joined and (word in _INSIDE or word.endswith("ly"))
        elif joined and verbs:
            verbs[-1] = verbs[-1] if to_be else _grouped(verbs[-1], Verb(tense, found[0]))
        else:
            verbs.append(Verb(Tense.FUTURE if to_be else tense, found[0]))  # "talks to be held"
            starts.append(found.start())
            joined = True
        to_be = previous == "to" and word == "be"
        previous = word
    return Verbs(tuple(verbs), tuple(starts))


def _tense_there(text: str, at: int, word: str, previous: str) -> Tense:
    """Where a word points, if it is a verb; "due to" something is none."""
    return Tense.UNKNOWN if word == "due" and _BECAUSE_OF.match(text, at) else _tense(word, previous)


def _grouped(first: Verb, second: Verb) -> Verb:
    """Two verbs in a row: "will be", "has resigned", "is expected"."""
    if first.tense is Tense.FUTURE:
        return first
    if second.tense is Tense.FUTURE:
        return second
    if first.tense is Tense.PAST:
        return first if first.word.lower() not in {"had", "was", "were", "been"} else Verb(Tense.PAST, second.word)
    return second if first.word.lower() in {"has", "have"} else Verb(first.tense, second.word)


def _tense(word: str, previous: str) -> Tense:
    if word in _FUTURE:
        return Tense.UNKNOWN if previous in _AS else Tense.FUTURE
    if previous in _ARTICLES and word not in {"was", "were", "had"}:
        return Tense.UNKNOWN
    if word in _SCHEDULED and previous not in _HELPED:
        return Tense.FUTURE
    if word in _PAST or (_REGULAR.fullmatch(word) and word not in _NO_VERBS):
        return Tense.PAST
    return Tense.PRESENT if word in _PRESENT else Tense.UNKNOWN
