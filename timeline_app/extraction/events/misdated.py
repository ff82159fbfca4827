"""Signs that a date is not that of the clause it would be told with: too much, or another owner, stands between.

Readers threw away most events with one of these signs (``docs/event-quality.md``), so that none is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.events.claim import Claim
from timeline_app.model.event import Factuality

_FAR = 13  # words between a verb and its date


def _is_future_of_past(claim: Claim) -> bool:
    """Whether something planned now has a day gone by, which then dates something else: "is to end the war of 1998"."""
    now = claim.first in {"is", "are", "will", "'s", "’s", "'re", "’re", "'ll", "’ll"}
    return claim.factuality is Factuality.PLANNED and now and claim.is_over


def _is_past_of_future(claim: Claim) -> bool:
    """Whether a verb in the past has a day to come, which then dates something else: "rejected a vote next year"."""
    clause = claim.clause
    first, group = clause.parse.words[clause.group.start], clause.parse.tags[slice(*clause.group[:2])]
    present = first.lower in {"is", "are", "has", "have", "'s", "’s", "'re", "’re"} or first.lower == first.lemma
    past = group[:1] in {"V", "K"} and "T" not in group and not present and not first.lower.endswith("s")
    lasting = word_sets("owners")["deferring"] | word_sets("factuality")["plan_verbs"]
    lasting = lasting & {clause.parse.words[i].lemma for i in range(*clause.group[:2])}
    after = clause.parse.words[clause.group.end : clause.group.end + 1]
    due = bool(after) and after[0].lower in grammar()["before_infinitives"]
    return claim.factuality is Factuality.PLANNED and past and not lasting and not due


def _is_far(claim: Claim) -> bool:
    """Whether many words, and other verbs among them, stand between the verb and its date."""
    between = claim.unit.parse.tags[claim.clause.group.end : claim.date]
    return len(between) > _FAR and bool(set(between) & set("GKTIVC"))


def _is_crossed(claim: Claim) -> bool:
    """Whether another verb with a subject stands between the clause's and the date."""
    end = claim.clause.group.end
    others = [c for c in claim.clauses if c is not claim.clause and end <= c.group.start < claim.date]
    return any(c.group.finite and c.mark >= end for c in others) and claim.factuality is not Factuality.SAID


def _is_parted(claim: Claim) -> bool:
    """Whether a colon or dash stands between the clause and its date."""
    between = claim.unit.parse.tags[claim.clause.group.end : claim.date]
    return claim.date >= claim.clause.end and bool(set(between) & set(";-"))


def _is_reports(claim: Claim) -> bool:
    """Whether the date is that of a source: "according to a report on Friday"."""
    words = claim.clause.parse.words[claim.clause.group.end : claim.date]
    return any(word.lower == "according" for word in words)


def _is_object(claim: Claim) -> bool:
    """Whether the date is what the verb takes: "picked May 2000", "approaching next year"."""
    parse, date = claim.unit.parse, claim.date
    bare = date > claim.clause.group.head and date == claim.clause.group.end and parse.tags[date] == "Z"
    absolute = claim.unit.is_coarse and not re.match(
        r"(?:last|this|earlier|later|early|late|mid)\b", parse.words[date].lower
    )
    active = not claim.clause.passive and claim.clause.verb in word_sets("doubts")["taking_dates"]
    return bare and absolute and active


def _lacks_object(claim: Claim) -> bool:
    """Whether the clause's object stands before it: "with whom the king met", "that he had signed"."""
    return claim.clause.marker == "whom"


def _is_for(claim: Claim) -> bool:
    """Whether the date is a purpose or an amount's: "a forecast for next year"."""
    parse, date = claim.unit.parse, claim.date
    planned = claim.clause.passive and claim.factuality is Factuality.PLANNED
    group = {parse.words[i].lemma for i in range(*claim.clause.group[:2])}
    ahead = claim.factuality is Factuality.PLANNED and group & word_sets("factuality")["plan_verbs"]
    planned = planned or bool(ahead)
    after_verb = date > claim.clause.group.end and not planned
    date -= parse.tags[date - 1] == "D"  # "for its third quarter"
    return after_verb and parse.words[date - 1].lower in {"for", "to", "with", "into"} and parse.tags[date - 1] == "P"


MISDATED: tuple[Callable[[Claim], bool], ...] = (
    _is_past_of_future,
    _is_future_of_past,
    _is_far,
    _is_crossed,
    _is_parted,
    _is_reports,
    _is_object,
    _lacks_object,
    _is_for,
)
