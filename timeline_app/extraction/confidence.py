"""How sure an event is: what is known to go wrong with dates in sentences, and how often it did.

Each doubt is a test of an event's clause and a factor between 0 and 1; the factors of those that hold are multiplied.
They come from reading proposed events (``docs/event-quality.md``). An event less sure than ``LEAST`` is not proposed;
its date remains a marked expression of the text. Shades only tell which of the proposed are the surer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import prod
from operator import attrgetter
from typing import NamedTuple

from timeline_app.extraction.categories import names_event
from timeline_app.extraction.clause import Clause, is_personal, is_state
from timeline_app.extraction.lexicon import grammar, word_sets
from timeline_app.extraction.owners import is_since
from timeline_app.extraction.unit import Unit
from timeline_app.model.event import Category, Factuality, TimexType
from timeline_app.model.temporal import Precision

LEAST = 0.58
_CERTAIN = 0.95
_APART = 5  # words between a verb and its date that make it likely to be another's
_FAR = 13  # words between a verb and its date
_HOUR = re.compile(r"(?:(?:about|around) )?[0-9][0-9:. ]*(?:am|pm|a\.m\.|p\.m\.)?")
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve", "'d", "’d"})
_ENDED = re.compile(r"[.!?:;,][\"'”’)\]]*$")


class Claim(NamedTuple):
    """What is claimed: a unit's ``clause``, beside the other ``clauses`` of its sentence.

    ``titled`` says that a title could be made of the whole clause, ``named`` that its pronoun is known.
    """

    unit: Unit
    clause: Clause
    clauses: tuple[Clause, ...]
    factuality: Factuality
    category: Category
    titled: bool
    named: bool

    @property
    def date(self) -> int:
        """The date's first word."""
        return self.unit.date

    @property
    def first(self) -> str:
        """The first of the clause's verbs, in lower case."""
        return self.clause.parse.words[self.clause.group.start].lower

    @property
    def subject(self) -> str:
        """The classes of the subject's words."""
        return self.clause.parse.tags[slice(*self.clause.subject)]

    @property
    def subject_word(self) -> str:
        """The subject's first word, in lower case, or an empty string."""
        return self.clause.parse.words[self.clause.subject.start].lower if self.clause.subject else ""


Table = tuple[tuple[float, Callable[[Claim], bool]], ...]


def confidence(claim: Claim) -> float:
    """How sure the event of a clause is, from 0 to 1."""
    sure = _product(_DOUBTS, claim) * _CERTAIN
    if sure < LEAST:
        return round(max(sure, 0.1), 2)
    return round(max(sure * _product(_SHADES, claim), LEAST), 2)


def _product(table: Table, claim: Claim) -> float:
    return prod(factor for factor, doubt in table if doubt(claim))


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


def _is_untitled(claim: Claim) -> bool:
    return not claim.titled


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


def _is_dates_own(claim: Claim) -> bool:
    """Whether the date itself is the subject: "the latest period had profits"."""
    clause = claim.clause
    before = clause.parse.tags[clause.group.start - 1 : clause.group.start]
    return clause.group.finite and not clause.subject and before == "Z"


def _is_led(claim: Claim) -> bool:
    """Whether a participle opens its sentence, and would be read as what its subject did: "Asked about it, he …"."""
    clause, asked = claim.clause, grammar()["speech_verbs"] | grammar()["causing_verbs"]
    return not clause.group.finite and clause.subject.start > clause.group.end and clause.verb in asked


def _only_describes(claim: Claim) -> bool:
    """Whether a participle right behind its noun says which is meant: "the sites struck"."""
    clause = claim.clause
    return not clause.group.finite and clause.subject.end == clause.group.start and bool(clause.subject)


def _is_personal(claim: Claim) -> bool:
    return is_personal(claim.clause)


def _is_unnamed(claim: Claim) -> bool:
    """Whether a pronoun is the subject and nobody knows who that is."""
    return claim.subject == "R" and not claim.named


def _is_impersonal(claim: Claim) -> bool:
    """Whether "it" is the subject and may stand for nothing: "it took until 2008"."""
    bare = claim.subject_word == "it" and claim.subject == "R" and not claim.named
    return bare and claim.clause.verb in word_sets("doubts")["impersonal"]


def _is_owned(claim: Claim) -> bool:
    """Whether the subject is somebody's, and nobody knows whose: "his brother"."""
    return claim.subject_word in {"his", "her", "their", "its"} and claim.subject[:1] == "D" and not claim.named


def _is_anybody(claim: Claim) -> bool:
    """Whether the subject is nobody in particular: "others", "there", "this"."""
    alone = claim.clause.subject.end - claim.clause.subject.start == 1
    return alone and claim.subject_word in word_sets("doubts")["anybody"]


def _depends(claim: Claim) -> bool:
    return claim.clause.mark >= 0


def _waits(claim: Claim) -> bool:
    """Whether the clause only says what something to come waits for: "will leave when the king returns"."""
    waits = claim.clause.marker in {"when", "after", "before", "until", "once", "unless"}
    return waits and claim.factuality is Factuality.PLANNED


def _is_contact(claim: Claim) -> bool:
    """Whether the clause only says which noun is meant: "the day the music died"."""
    start, clause = claim.clause.subject.start, claim.clause
    nominal = start > 0 and clause.parse.tags[start - 1] == "N" and claim.subject[:1] in {"D", "R", "E"}
    return bool(clause.subject) and clause.mark < 0 and start < clause.group.start and nominal


def _says_when(claim: Claim) -> bool:
    """Whether the clause depends on another as its place, manner or object, which it is not read without."""
    return claim.clause.marker in {"what", "how", "why", "because", "whose", "than"}


def _is_present(claim: Claim) -> bool:
    """Whether the clause says how things are and its date is not to come."""
    clause, parse = claim.clause, claim.clause.parse
    verb = parse.words[clause.group.start]
    third = verb.lower in {f"{verb.lemma}s", f"{verb.lemma}es", f"{verb.lemma[:-1]}ies"}
    present = third or verb.lower in {"has", "is", "are", "'s", "’s", "am", "'m", "’m", "'re", "’re", "do", "does"}
    plain = parse.tags[clause.group.start] == "V" and (present or verb.lower == verb.lemma)
    ahead = claim.unit.value is None or claim.factuality in {Factuality.PLANNED, Factuality.SAID}
    running = clause.group.head > clause.group.start and "G" in parse.tags[slice(*clause.group[:2])]
    has = verb.lower in {"has", "have"}
    kept = verb.lower in grammar()["same_past"] or (has and clause.group.head > clause.group.start)
    return plain and not ahead and not running and not kept and not _is_line(claim)


def _is_line(claim: Claim) -> bool:
    """Whether the sentence is a headline or a line of a chronology, which tell of the past as present."""
    parse = claim.unit.parse
    dated = re.match(r"[(\[-]?Z+[)\]]?[;-]", parse.tags)
    return bool(dated) or not _ENDED.search(parse.text[slice(*parse.span)].strip())


def _is_state_to_come(claim: Claim) -> bool:
    """Whether the clause only says what will be as it is, or what for: "is next year's trend", "the goal is to win"."""
    clause, words = claim.clause, claim.clause.parse.words
    aims = {words[i].lower for i in range(*clause.subject)} & word_sets("doubts")["aims"]
    aimed = bool(aims) and "T" in clause.parse.tags[slice(*clause.group[:2])]
    out = any(word.lower == "out" for word in words[clause.group.end : clause.group.end + 1])  # "is out on 8 October"
    return claim.factuality is Factuality.PLANNED and ((is_state(clause) and not out) or aimed)


def _is_compared(claim: Claim) -> bool:
    """Whether the clause is what something is compared with: "more chances than it was"."""
    start = claim.clause.start
    return start > 0 and claim.clause.parse.words[start - 1].lower == "than"


def _is_nominal(claim: Claim) -> bool:
    """Whether no noun or name says who did it."""
    brought = claim.subject.lstrip("[]").startswith("P") and claim.subject_word not in word_sets("doubts")["amounts"]
    return bool(claim.clause.subject) and bool(brought or not set(claim.subject) & set("NERXGZQ#"))


def _is_perfect(claim: Claim) -> bool:
    """Whether "has" or "have" tells what is so by now, of something that acts."""
    done = claim.clause.parse.tags[claim.clause.group.head] == "K" and not claim.clause.passive
    named = "E" in claim.subject and claim.category is not Category.OTHER
    return done and claim.first in {"has", "have", "'ve", "’ve"} and not named


def _has_done(claim: Claim) -> bool:
    """Whether the clause tells of now what somebody has done."""
    return claim.first in {"has", "have"} and not claim.clause.passive


def _has_gone_on(claim: Claim) -> bool:
    """Whether the date is only since when something has been so: "had run the country since 1847"; not "50 have died"."""
    near = claim.clause.parse.tags[claim.clause.group.end : claim.clause.end][:_APART]
    counted = "#" in claim.subject + near and claim.category is not Category.OTHER
    since = is_since(claim.unit.parse, claim.date) and not counted
    return since and claim.clause.parse.tags[claim.clause.group.head] == "K" and claim.first in _HAVE | {"may", "might"}


def _is_past_of_future(claim: Claim) -> bool:
    """Whether a verb in the past is told of a day to come, which then dates something else: "rejected a vote next year"."""
    clause = claim.clause
    first, group = clause.parse.words[clause.group.start], clause.parse.tags[slice(*clause.group[:2])]
    present = first.lower in {"is", "are", "has", "have", "'s", "’s", "'re", "’re"} or first.lower == first.lemma
    past = group[:1] in {"V", "K"} and "T" not in group and not present and not first.lower.endswith("s")
    lasting = word_sets("owners")["deferring"] | word_sets("factuality")["plan_verbs"]
    lasting = lasting & {clause.parse.words[i].lemma for i in range(*clause.group[:2])}
    after = clause.parse.words[clause.group.end : clause.group.end + 1]
    due = bool(after) and after[0].lower in grammar()["before_infinitives"]
    return claim.factuality is Factuality.PLANNED and past and not lasting and not due


def _is_set_beside(claim: Claim) -> bool:
    """Whether the clause only compares: "investment totalled $16bn compared with $8bn in Germany"."""
    words = claim.clause.parse.words[claim.clause.group.end : claim.clause.end]
    return any(word.lower in {"compared", "versus"} and claim.unit.is_coarse for word in words)


def _is_running(claim: Claim) -> bool:
    """Whether what goes on in a whole year is told: "is running higher this year"."""
    group = claim.clause.parse.tags[slice(*claim.clause.group[:2])]
    year = claim.unit.value is not None and claim.unit.value.precision is Precision.YEAR
    return year and "G" in group and claim.first in {"is", "are"} and claim.factuality is not Factuality.PLANNED


def _is_past_state(claim: Claim) -> bool:
    """Whether the clause says how somebody or something was, but for what an office or an event was."""
    clause, parse = claim.clause, claim.clause.parse
    plain = clause.verb == "be" and clause.group.head == clause.group.start and claim.first in {"was", "were"}
    office = {word.lower for word in parse.words[clause.group.end : clause.end]} & word_sets("names")["titles"]
    subject = range(*clause.subject)
    return plain and not office and not any(names_event(parse, i) for i in subject if parse.tags[i] in "NE")


def _is_stative(claim: Claim) -> bool:
    """Whether the verb never tells what happened: "accounted for half of sales", "wanted a share"."""
    return claim.clause.verb in word_sets("doubts")["stative"] and claim.factuality is not Factuality.SAID


def _is_quoted(claim: Claim) -> bool:
    """Whether somebody whom the title does not name says so, in quotation marks."""
    tags = claim.clause.parse.tags
    opened = tags[: claim.clause.group.start].count("[") > tags[: claim.clause.group.start].count("]")
    closed = tags[: claim.clause.group.start].count("[") < tags[: claim.clause.group.start].count("]")
    after = tags[claim.clause.group.start :]
    ends = "]" in after and after.find("]") < (after.find("[") if "[" in after else len(after))
    return claim.factuality is not Factuality.SAID and not closed and (opened or ends)


def _is_negated(claim: Claim) -> bool:
    denied = claim.factuality is Factuality.DENIED
    return denied and claim.clause.verb not in word_sets("factuality")["denial_verbs"]


def _is_far(claim: Claim) -> bool:
    """Whether many words, and other verbs among them, stand between the verb and its date."""
    between = claim.unit.parse.tags[claim.clause.group.end : claim.date]
    return len(between) > _FAR and bool(set(between) & set("GKTIVC"))


def _lacks_object(claim: Claim) -> bool:
    """Whether the clause's object stands before it: "with whom the king met", "that he had signed"."""
    return claim.clause.marker == "whom"


def _is_object(claim: Claim) -> bool:
    """Whether the date is what the verb takes: "picked May 2000", "approaching next year"."""
    parse, date = claim.unit.parse, claim.date
    bare = date > claim.clause.group.head and date == claim.clause.group.end and parse.tags[date] == "Z"
    absolute = claim.unit.is_coarse and not re.match(
        r"(?:last|this|earlier|later|early|late|mid)\b", parse.words[date].lower
    )
    active = not claim.clause.passive and claim.clause.verb in word_sets("doubts")["taking_dates"]
    return bare and absolute and active


def _is_possession(claim: Claim) -> bool:
    """Whether only what somebody had is told: "the bank had assets of $511 million"."""
    return claim.clause.verb == "have" and claim.first == "had" and claim.clause.group.head == claim.clause.group.start


def _is_reports(claim: Claim) -> bool:
    """Whether the date is that of a source: "according to a report on Friday"."""
    words = claim.clause.parse.words[claim.clause.group.end : claim.date]
    return any(word.lower == "according" for word in words)


def _is_parted(claim: Claim) -> bool:
    """Whether a colon or dash stands between the clause and its date."""
    between = claim.unit.parse.tags[claim.clause.group.end : claim.date]
    return claim.date >= claim.clause.end and bool(set(between) & set(";-"))


def _is_pointed_at(claim: Claim) -> bool:
    """Whether the subject is one told of before: "those withdrawals"."""
    return claim.subject_word in {"this", "that", "these", "those", "such"} and len(claim.subject) > 1


def _is_crossed(claim: Claim) -> bool:
    """Whether another verb with a subject stands between the clause's and the date."""
    end = claim.clause.group.end
    others = [c for c in claim.clauses if c is not claim.clause and end <= c.group.start < claim.date]
    return any(c.group.finite and c.mark >= end for c in others) and claim.factuality is not Factuality.SAID


def _is_for(claim: Claim) -> bool:
    """Whether the date is a purpose or an amount's: "a forecast for next year"."""
    parse, date = claim.unit.parse, claim.date
    planned = claim.clause.passive and claim.factuality is Factuality.PLANNED
    group = {parse.words[i].lemma for i in range(*claim.clause.group[:2])}
    planned = planned or bool(group & word_sets("factuality")["plan_verbs"])
    after_verb = date > claim.clause.group.end and not planned
    return after_verb and parse.words[date - 1].lower in {"for", "to", "with", "into"} and parse.tags[date - 1] == "P"


def _is_asked(claim: Claim) -> bool:
    line = claim.unit.parse.text[slice(*claim.unit.parse.span)].rstrip("\"'”’) \n")
    return line.endswith("?") and claim.factuality is not Factuality.SAID


def _is_wished(claim: Claim) -> bool:
    """Whether it only should or would be."""
    return claim.first in {"should", "ought"} or (
        claim.first in {"would", "'d", "’d"} and claim.clause.mark < 0 and claim.factuality is not Factuality.SAID
    )


_DOUBTS: Table = (
    (0.5, _is_untitled),
    (0.8, _is_participle),
    (0.7, _is_led),
    (0.6, _only_describes),
    (0.6, _is_dates_own),
    (0.7, _lacks_subject),
    (0.8, _is_hour),
    (0.5, _is_personal),
    (0.62, _is_unnamed),
    (0.9, _is_impersonal),
    (0.85, _is_owned),
    (0.5, _is_anybody),
    (0.9, _depends),
    (0.5, _says_when),
    (0.6, _waits),
    (0.5, _is_contact),
    (0.45, _is_present),
    (0.5, _is_state_to_come),
    (0.3, _is_compared),
    (0.4, _is_nominal),
    (0.55, _is_perfect),
    (0.85, _has_done),
    (0.6, _has_gone_on),
    (0.5, _is_past_of_future),
    (0.5, _is_running),
    (0.5, _is_set_beside),
    (0.5, _is_past_state),
    (0.6, _is_stative),
    (0.75, _is_possession),
    (0.4, _is_quoted),
    (0.6, _is_negated),
    (0.6, _is_far),
    (0.6, _is_crossed),
    (0.6, _is_parted),
    (0.85, _is_pointed_at),
    (0.5, _is_reports),
    (0.4, _is_object),
    (0.6, _lacks_object),
    (0.55, _is_for),
    (0.3, _is_asked),
    (0.75, attrgetter("unit.is_vague")),
    (0.5, _is_wished),
)
_SHADES: Table = (
    (0.92, _is_of_no_kind),
    (0.95, _is_nobodys),
    (0.95, _is_distant),
    (0.96, attrgetter("unit.is_coarse")),
    (0.96, _is_light),
)
