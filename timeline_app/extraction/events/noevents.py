"""Signs that a clause tells no event: a state, a habit, a wish, a comparison, or nothing that a title can say.

Readers threw away most events with one of these signs (``docs/event-quality.md``), so that none is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.extraction.english.categories import names_event
from timeline_app.extraction.english.clause import is_personal, is_state
from timeline_app.extraction.english.lexicon import grammar, lexeme, word_sets
from timeline_app.extraction.events.claim import Claim
from timeline_app.extraction.events.ownership import is_since
from timeline_app.model.event import Category, Factuality
from timeline_app.model.temporal import Precision

_APART = 5  # words after a verb that it counts
_NEAR = 8  # words after a verb in which it compares
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve", "'d", "’d"})
_ENDED = re.compile(r"[.!?:;,][\"'”’)\]]*$")


def _is_untitled(claim: Claim) -> bool:
    return not claim.titled


def _only_describes(claim: Claim) -> bool:
    """Whether a participle right behind its noun says which is meant: "the sites struck"."""
    clause = claim.clause
    return not clause.group.finite and clause.subject.end == clause.group.start and bool(clause.subject)


def _is_dates_own(claim: Claim) -> bool:
    """Whether the date itself is the subject: "the latest period had profits"."""
    clause = claim.clause
    before = clause.parse.tags[clause.group.start - 1 : clause.group.start]
    return clause.group.finite and not clause.subject and before == "Z"


def _is_personal(claim: Claim) -> bool:
    return is_personal(claim.clause)


def _is_doubly_told(claim: Claim) -> bool:
    """Whether a pronoun of nobody known is the subject of a clause that depends on another: "for which it paid"."""
    return claim.subject == "R" and not claim.named and claim.clause.mark >= 0


def _is_infinitives(claim: Claim) -> bool:
    """Whether the subject is what an infinitive takes, and another's verb follows: "attempts to change it failed"."""
    clause = claim.clause
    start = clause.subject.start
    main = clause.group.finite and clause.mark < 0 and start < clause.group.start
    relative = clause.parse.tags[clause.subject.end : clause.subject.end + 2] == ",W"
    own = relative or "C" in claim.subject
    return main and not own and clause.parse.tags[max(start - 1, 0) : start] == "I"


def _is_anybody(claim: Claim) -> bool:
    """Whether the subject is nobody in particular: "others", "there", "this"."""
    alone = claim.clause.subject.end - claim.clause.subject.start == 1
    return alone and claim.subject_word in word_sets("doubts")["anybody"]


def _says_when(claim: Claim) -> bool:
    """Whether the clause depends on another as its place, manner or object, which it is not read without."""
    return claim.clause.marker in {"what", "how", "why", "because", "whose", "than"}


def _is_led(claim: Claim) -> bool:
    """Whether a participle opens its sentence, and would be read as what its subject did: "Asked about it, he …"."""
    clause, asked = claim.clause, grammar()["speech_verbs"] | grammar()["causing_verbs"]
    return not clause.group.finite and clause.subject.start > clause.group.end and clause.verb in asked


def _waits(claim: Claim) -> bool:
    """Whether the clause only says what something to come waits for: "will leave when the king returns"."""
    waits = claim.clause.marker in {"when", "after", "before", "until", "once", "unless"}
    return waits and claim.factuality is Factuality.PLANNED


def _is_contact(claim: Claim) -> bool:
    """Whether the clause only says which noun is meant: "the day the music died"."""
    start, clause = claim.clause.subject.start, claim.clause
    nominal = start > 0 and clause.parse.tags[start - 1] == "N" and claim.subject[:1] in {"D", "R", "E"}
    nominal = nominal or "ND" in claim.subject  # "the first time an army has lost"
    return bool(clause.subject) and clause.mark < 0 and start < clause.group.start and nominal


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
    named = clause.verb == "be" and clause.parse.tags[clause.group.end : clause.group.end + 1] == "D"
    become = named and claim.first in {"will", "would", "'ll", "’ll"}  # "will be a drag on earnings"
    return claim.factuality is Factuality.PLANNED and ((is_state(clause) and not out) or aimed or become)


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


def _is_wording(claim: Claim) -> bool:
    """Whether only somebody's way of saying so is told: "as he put it yesterday"."""
    return claim.clause.verb == "put" and claim.clause.marker == "as"


def _is_past_state(claim: Claim) -> bool:
    """Whether the clause says how somebody or something was, but for what an office or an event was."""
    clause, parse = claim.clause, claim.clause.parse
    plain = clause.verb == "be" and clause.group.head == clause.group.start and claim.first in {"was", "were"}
    office = {word.lower for word in parse.words[clause.group.end : clause.end]} & word_sets("names")["titles"]
    subject = range(*clause.subject)
    counted = parse.tags[clause.group.end : clause.group.end + 1] == "#"  # "sales were 1% down"
    happened = any(names_event(parse, i) for i in subject if parse.tags[i] in "NE")
    return plain and (counted or not (office or happened))


def _is_impression(claim: Claim) -> bool:
    """Whether only how somebody seemed is told: "sounded almost conciliatory", "got it partly right"."""
    after = claim.clause.parse.tags[claim.clause.group.end : claim.clause.end]
    if claim.clause.verb == "get" and after[:1] == "O":
        behind = claim.clause.parse.words[claim.clause.group.end + 1 :][:2]
        return any(word.lower in {"right", "wrong"} for word in behind)
    return claim.clause.verb in {"sound", "seem", "look"} and bool(re.match("B*A(?![NE])", after))


def _is_stative(claim: Claim) -> bool:
    """Whether the verb never tells what happened: "accounted for half of sales", "wanted a share"."""
    placed = claim.clause.passive and claim.clause.verb in word_sets("doubts")["placing"]  # "was involved in half"
    return (placed or claim.clause.verb in word_sets("doubts")["stative"]) and claim.factuality is not Factuality.SAID


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


def _is_asked(claim: Claim) -> bool:
    line = claim.unit.parse.text[slice(*claim.unit.parse.span)].rstrip("\"'”’) \n")
    return line.endswith("?") and claim.factuality is not Factuality.SAID


def _is_wished(claim: Claim) -> bool:
    """Whether it only should or would be."""
    return claim.first in {"should", "ought"} or (
        claim.first in {"would", "'d", "’d"} and claim.clause.mark < 0 and claim.factuality is not Factuality.SAID
    )


def _is_running(claim: Claim) -> bool:
    """Whether what goes on in a whole year is told: "is running higher this year"."""
    group = claim.clause.parse.tags[slice(*claim.clause.group[:2])]
    year = claim.unit.value is not None and claim.unit.value.precision is Precision.YEAR
    return year and "G" in group and claim.first in {"is", "are"} and claim.factuality is not Factuality.PLANNED


def _is_set_beside(claim: Claim) -> bool:
    """Whether the clause only compares: "investment totalled $16bn compared with $8bn in Germany"."""
    end = claim.clause.group.end
    words = claim.clause.parse.words[end : min(claim.clause.end, end + _NEAR)]
    return any(word.lower in {"compared", "versus"} and claim.unit.is_coarse for word in words)


def _has_gone_on(claim: Claim) -> bool:
    """Whether the date is only since when something has been so: "had run it since 1847"; not "50 have died since"."""
    near = claim.clause.parse.tags[claim.clause.group.end : claim.clause.end][:_APART]
    counted = "#" in claim.subject + near and claim.category is not Category.OTHER
    since = is_since(claim.unit.parse, claim.date) and not counted
    return since and claim.clause.parse.tags[claim.clause.group.head] == "K" and claim.first in _HAVE | {"may", "might"}


def _is_behind_aside(claim: Claim) -> bool:
    """Whether the verb may be another's than the one a comma sets off: "he shot Jo, who lived, and hit her son"."""
    clause, tags = claim.clause, claim.clause.parse.tags
    same = [c for c in claim.clauses if c.mark == clause.mark >= 0 and c.group.end < clause.group.start]
    inside = any(c.group.finite and c.group.end <= clause.subject.start for c in claim.clauses)
    set_off = clause.marker in {"who", "which"} and tags[clause.mark - 1] == ","
    joined = bool(same) and re.search(",CB*$", tags[same[-1].group.end : clause.group.start])
    return set_off and inside and bool(joined) and same[-1].subject == clause.subject


def _is_apposed(claim: Claim) -> bool:
    """Whether a participle behind a comma may tell of the noun before it: "after the resolution, agreed in May"."""
    clause, tags, (start, end) = claim.clause, claim.clause.parse.tags, claim.clause.group[:2]
    alike = [c for c in claim.clauses if c.subject == clause.subject and c.group.finite and c != clause]
    listed = any(c.group.start > end for c in alike)
    behind = tags[start - 1 : end] == ",V" and tags[end : end + 1] in {"P", "Z", "Q"} and tags[start - 2] in "NE#"
    other = any(c.group.end < start - 2 and "P" in tags[c.group.end : start - 1] for c in alike)
    known = lexeme(clause.parse.words[start].lower).forms if behind else frozenset()
    return behind and other and not listed and {"V", "K"} <= known


NO_EVENT: tuple[Callable[[Claim], bool], ...] = (
    _is_untitled,
    _only_describes,
    _is_dates_own,
    _is_led,
    _is_personal,
    _is_infinitives,
    _is_anybody,
    _is_doubly_told,
    _says_when,
    _waits,
    _is_contact,
    _is_present,
    _is_state_to_come,
    _is_compared,
    _is_nominal,
    _is_perfect,
    _is_wording,
    _is_past_state,
    _is_impression,
    _is_stative,
    _is_quoted,
    _is_negated,
    _is_asked,
    _is_wished,
    _is_running,
    _is_set_beside,
    _has_gone_on,
    _is_behind_aside,
    _is_apposed,
)
