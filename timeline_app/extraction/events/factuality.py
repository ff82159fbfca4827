"""Whether what a clause reports happened, was said, is planned, denied or only alleged, told from its words."""

from __future__ import annotations

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.model.event import Factuality

_DUE = frozenset({"due", "set", "scheduled", "likely"})


def factuality_of(clause: Clause, governing: str, *, states: bool, in_future: bool) -> Factuality:
    """What kind of statement a clause makes; ``governing`` is the verb whose "that" it depends on, or empty.

    ``states`` says that the clause reports somebody's words, ``in_future`` that its date lies after the document's.
    """
    sets = word_sets("factuality")
    lowers = {word.lower for word in clause.parse.words[_first_adverb(clause) : clause.group.end]}
    if (
        (clause.verb in sets["denial_verbs"] and not clause.passive)
        or governing in sets["denial_verbs"]
        or (is_negated(clause) and not states)
    ):
        return Factuality.DENIED
    if states:
        return Factuality.SAID
    promised = bool(lowers & {"would", "'d", "’d"}) and governing in grammar()["reporting_verbs"]
    if lowers & sets["future_modals"] or promised or in_future or _plans(clause):
        return Factuality.PLANNED
    if lowers & sets["allegation_words"] or governing in sets["allegation_verbs"] or _is_alleged(clause):
        return Factuality.ALLEGED
    return Factuality.HAPPENED


def _first_adverb(clause: Clause) -> int:
    """Where the adverbs before the verbs begin ("allegedly left")."""
    start = clause.group.start
    while start and clause.parse.tags[start - 1] == "B":
        start -= 1
    return start


def is_negated(clause: Clause) -> bool:
    """Whether the clause says that something was not so."""
    start, end, _, _ = clause.group
    own = clause.parse.tags[start:end].partition("T")[0]
    words = clause.parse.words[start : start + len(own) + (clause.parse.words[end : end + 1] != ())]
    guilt = clause.parse.words[start + len(own) + 1 : start + len(own) + 2]
    if guilt and guilt[0].lower in {"guilty", "only", "just", "least"}:
        return False  # "pleaded not guilty"
    return any(word.lower in grammar()["negations"] for word in words[: len(own) + 1])


def is_hypothetical(clause: Clause) -> bool:
    """Whether the clause says what could be: "could continue to find support", "if it fails"."""
    sets = word_sets("factuality")
    lowers = {word.lower for word in clause.parse.words[clause.group.start : clause.group.end]}
    have = lowers & grammar()["have"] and "could" not in lowers  # "may have been hurt", not "could have left"
    unsure = lowers & sets["doubtful_modals"] and not have
    return clause.marker in sets["hypothesis_marks"] or bool(unsure) or "unlikely" in lowers


def _plans(clause: Clause) -> bool:
    """Whether an infinitive follows a verb of planning: "is scheduled to open", "plans to visit"."""
    parse, (start, end, head, _) = clause.parse, clause.group
    before = {parse.words[i].lemma for i in range(start, end) if parse.tags[i] in "VKGN" and i < head}
    plan = before & word_sets("factuality")["plan_verbs"]
    acted = plan <= word_sets("factuality")["plan_acts"] and _is_past(clause)  # "decided to run" tells of the decision
    be_to = parse.tags[start : start + 3] == "VTI" and parse.words[start].lower in grammar()["be"]
    last = max(parse.tags.find("T", start, end), start)
    inside = {word.lower for word in parse.words[start:last]} & _DUE
    due = inside or (parse.tags[end + 1 : end + 2] == "T" and parse.words[end].lower in _DUE)
    awaited = clause.passive and clause.verb in {"expect", "schedule", "plan", "slate"}
    return (bool(plan) and not acted) or be_to or bool(due) or awaited


def looks_ahead(clause: Clause, date: str) -> bool:
    """Whether a verb in the present is told of a later time: "is coming out later this year"."""
    first = clause.parse.words[clause.group.start]
    present = first.lower in {"is", "are", "'s", "’s"} or (
        clause.group.end - clause.group.start == 1 and _is_plain(clause)
    )
    return present and date.lower().startswith(("later ", "the end of ", "the coming "))


def _is_plain(clause: Clause) -> bool:
    """Whether the first verb is in the present: "opens", "open"."""
    first = clause.parse.words[clause.group.start]
    return clause.parse.tags[clause.group.start] == "V" and (first.lower == first.lemma or first.lower.endswith("s"))


def _is_past(clause: Clause) -> bool:
    """Whether the clause's first verb is one full verb in the past: "decided", not "decides" nor "was ordered"."""
    first = clause.parse.words[clause.group.start]
    helped = first.lower in grammar()["be"] | grammar()["have"] | grammar()["modals"]
    return not helped and clause.parse.tags[clause.group.start] == "V" and first.lower.endswith("ed")


def _is_alleged(clause: Clause) -> bool:
    words = clause.parse.words[clause.group.start : clause.group.end]
    sets = word_sets("factuality")
    modal_perfect = {word.lower for word in words} & {"may", "might", "could"}
    return bool(modal_perfect) or any(word.lemma in sets["allegation_verbs"] for word in words[:-1])
