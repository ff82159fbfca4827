"""How sure an event is: what readers made of events like it, which are told by their known doubts.

1 stands for an event that is kept as it is, 3/4 for one whose title is edited, 0 for one that is thrown away; what is
given is about the mean of events with the same doubts. How the factors were found is told in
``docs/event-quality.md``. An event less sure than ``LEAST`` is not proposed; its date remains a marked expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import prod
from operator import attrgetter

from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.events.claim import Claim
from timeline_app.extraction.events.misdated import MISDATED
from timeline_app.extraction.events.noevents import NO_EVENT
from timeline_app.extraction.events.unit import Unit
from timeline_app.model.event import Category, Factuality, TimexType

LEAST = 0.51
_PLAIN = 0.85  # an event without any doubt
_REFUSALS = (*NO_EVENT, *MISDATED)
_REFUSED = 0.3  # how sure an event is that is not proposed
_APART = 9  # words between a verb and its date that make it likely to be another's
_LONG = 45  # words of a sentence in which much can go wrong
_SHORT = 3  # words of a noun phrase that tells too little alone
_HOUR = re.compile(r"(?:(?:about|around) )?[0-9][0-9:. ]*(?:am|pm|a\.m\.|p\.m\.)?")


def confidence(claim: Claim) -> float:
    """How sure the event of a clause is, from 0 to 1."""
    if any(test(claim) for test in _REFUSALS):
        return _REFUSED
    return round(_PLAIN * prod(factor for factor, doubt in _SHADES if doubt(claim)), 2)


def confidence_of_phrase(unit: Unit) -> float:
    """How sure the event is that a noun phrase names: "the 1969 coup", "Battle of Lyon"."""
    if unit.phrase is None:
        return _REFUSED
    tags = unit.parse.tags[slice(*unit.phrase)].lstrip("D")
    if "E" in tags:
        return 0.78
    return 0.6 if len(tags) > _SHORT or set(tags) & set("Q#Z") else 0.5


def _is_of_no_kind(claim: Claim) -> bool:
    return claim.category is Category.OTHER


def _is_nobodys(claim: Claim) -> bool:
    """Whether no name stands in the subject."""
    return "E" not in claim.subject and not claim.named


def _is_distant(claim: Claim) -> bool:
    """Whether several words stand between the verb and its date."""
    return claim.date - claim.clause.group.end >= _APART


def _is_light(claim: Claim) -> bool:
    """Whether the verb by itself says little."""
    return claim.clause.verb in grammar()["light_verbs"]


def _is_participle(claim: Claim) -> bool:
    """Whether nothing but a participle says what happened, or its subject is not found."""
    return not claim.clause.subject or not claim.clause.group.finite


def _lacks_subject(claim: Claim) -> bool:
    """Whether nobody is found who did what a verb inside the sentence tells."""
    clause = claim.clause
    inside = set(clause.parse.tags[: clause.group.start]) & set("NE")
    return clause.group.finite and not clause.subject and bool(inside)


def _is_hour(claim: Claim) -> bool:
    """Whether only an hour is told, whose day must be guessed."""
    return all(t.type is TimexType.TIME and _HOUR.fullmatch(t.text) for t in claim.unit.expressions)


def _is_unnamed(claim: Claim) -> bool:
    """Whether a pronoun is the subject and nobody knows who that is; "it was confirmed that …" is none."""
    impersonal = claim.subject_word == "it" and claim.factuality is Factuality.SAID
    return claim.subject == "R" and not claim.named and not impersonal


def _is_impersonal(claim: Claim) -> bool:
    """Whether "it" is the subject and may stand for nothing: "it took until 2008"."""
    bare = claim.subject_word == "it" and claim.subject == "R" and not claim.named
    return bare and claim.clause.verb in word_sets("doubts")["impersonal"]


def _is_owned(claim: Claim) -> bool:
    """Whether the subject is somebody's, and nobody knows whose: "his brother"."""
    return claim.subject_word in {"his", "her", "their", "its"} and claim.subject[:1] == "D" and not claim.named


def _is_pointed_at(claim: Claim) -> bool:
    """Whether the subject is one told of before: "those withdrawals"."""
    return claim.subject_word in {"this", "that", "these", "those", "such"} and len(claim.subject) > 1


def _has_done(claim: Claim) -> bool:
    """Whether the clause tells of now what somebody has done."""
    return claim.first in {"has", "have"} and not claim.clause.passive


def _is_possession(claim: Claim) -> bool:
    """Whether only what somebody had is told: "the bank had assets of $511 million"."""
    return claim.clause.verb == "have" and claim.first == "had" and claim.clause.group.head == claim.clause.group.start


def _is_that(claim: Claim) -> bool:
    """Whether the clause is what a verb or a noun tells: "the claim that the army left"."""
    cleft = claim.clause.parse.tags[claim.clause.mark - 1] == "Z"  # "it was in May that the army left"
    return claim.clause.marker == "that" and not cleft


def _is_abstract(claim: Claim) -> bool:
    """Whether nobody acts but a mood or a view: "attention returned to the judges"."""
    words = claim.clause.parse.words
    return any(words[i].lower in word_sets("doubts")["abstract"] for i in range(*claim.clause.subject))


def _is_bare(claim: Claim) -> bool:
    """Whether a single word that is no name is the subject: often a part of a longer one."""
    return claim.subject == "N" and claim.factuality is not Factuality.SAID


def _is_long(claim: Claim) -> bool:
    """Whether so much is told in one sentence that its parts are easily mixed up."""
    return len(claim.unit.parse.tags) >= _LONG


def _is_said(claim: Claim) -> bool:
    return claim.factuality is Factuality.SAID


def _quotes(claim: Claim) -> bool:
    return "[" in claim.unit.parse.tags


_SHADES: tuple[tuple[float, Callable[[Claim], bool]], ...] = (
    (0.7, _is_unnamed),
    (0.7, _lacks_subject),
    (0.7, _is_possession),
    (0.75, attrgetter("unit.is_vague")),
    (0.75, _is_abstract),
    (0.8, _is_that),
    (0.8, _is_hour),
    (0.85, _is_bare),
    (0.85, _is_owned),
    (0.85, _has_done),
    (0.85, _is_pointed_at),
    (0.87, _is_nobodys),
    (0.87, _is_distant),
    (0.9, _is_long),
    (0.9, _is_participle),
    (0.9, _is_said),
    (0.9, _is_impersonal),
    (0.92, _is_light),
    (0.95, _is_of_no_kind),
    (0.95, _quotes),
)
