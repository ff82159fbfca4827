"""What a unit's event is called, what kind it is, whether it happened, and how sure that is."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

from timeline_app.extraction.english.categories import category_of
from timeline_app.extraction.english.clause import Clause, is_personal, is_state
from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.english.names import Names
from timeline_app.extraction.events.claim import Claim
from timeline_app.extraction.events.confidence import LEAST, confidence, confidence_of_phrase
from timeline_app.extraction.events.factuality import factuality_of, is_negated, looks_ahead
from timeline_app.extraction.events.naming import speaker_again
from timeline_app.extraction.events.partcollector import NEVER
from timeline_app.extraction.events.titles import Draft, clause_title, phrase_title, statement_title
from timeline_app.extraction.events.unit import Unit
from timeline_app.extraction.events.writing import LONGEST, capitalised, plain, write
from timeline_app.model.event import Category, Factuality
from timeline_app.model.temporal import Bounds

_YEAR = re.compile(r"(?:the )?(?:[a-z]+ )?[12]?[0-9]{3}(?: bc| ad)?")
_TOO_FEW = 2  # words of a title that only names a speaker
_MUCH = 10.0  # what a title lacks whose reader misses something
_SPEAKER = 5.0  # what a title loses without who said it
_CUT_SHORT = 0.85  # how sure an event is whose title lacks much
_SAID = re.compile(r"(?:B|Z|P[DANEXQ#]*K?Z?(?:,E+)?)*[,;]?\[?")
_TOLD = re.compile(r"[DANEXO#]*(?:B|Z|P[DANEXQ#]*K?Z?)*[,;]?\[?")


@dataclass(frozen=True, slots=True)
class Label:
    """What is told of an event beside its date and quote; numbers lie in 0 to 1."""

    title: str
    category: Category
    factuality: Factuality
    confidence: float
    importance: float


def label(unit: Unit, all_clauses: tuple[Clause, ...], names: Names, published: Bounds | None, pronoun: str) -> Label:
    """The label of a unit of an English sentence, whose clauses are ``all_clauses``."""
    if unit.phrase is not None:
        return _phrase_label(unit, published)
    if unit.clause is None:
        category = category_of(unit.parse, range(len(unit.parse.words)))
        return Label(plain(_without_date(unit), _small_words()), category, Factuality.HAPPENED, 0.6, 0.4)
    return _clause_label(unit, unit.clause, all_clauses, names, published, pronoun)


def _phrase_label(unit: Unit, published: Bounds | None) -> Label:
    phrase = unit.phrase
    if phrase is None:
        raise ValueError(unit)
    title = phrase_title(unit.parse, phrase, _dated_words(unit))
    category = category_of(unit.parse, range(*phrase), phrase.end - 1)
    ahead = _is_future(unit, published) or unit.expressions[0].text.lower().startswith("later this ")
    ahead = ahead or (_is_expected(unit) and not _is_over(unit, published))
    factuality = Factuality.PLANNED if ahead else Factuality.HAPPENED
    return Label(title, category, factuality, confidence_of_phrase(unit), 0.4)


def _is_expected(unit: Unit) -> bool:
    """Whether something is only awaited at what the date names: "those expected at today's ceremony"."""
    before = {word.lower for word in unit.parse.words[max(0, unit.date - 3) : unit.date]}
    return bool(before & {"expected", "due", "scheduled", "awaited"})


def _dated_words(unit: Unit) -> frozenset[int]:
    """The words of a noun phrase that say its date, but for a year, by which people know an event: "1969 coup"."""
    expressions = (unit.parse.at(timex.span.start) for timex in unit.expressions)
    known = {i for i in expressions if i < len(unit.parse.words) and _YEAR.fullmatch(unit.parse.words[i].lower)}
    return (unit.left_out | {unit.parse.at(timex.span.start) for timex in unit.expressions}) - known


def _clause_label(
    unit: Unit,
    clause: Clause,
    all_clauses: tuple[Clause, ...],
    names: Names,
    published: Bounds | None,
    pronoun: str,
) -> Label:
    if bare := _only_dates(unit, clause):
        owned = unit.parse.words[clause.subject.start].lower in {
            "his",
            "her",
            "its",
            "their",
        }  # "his last trip was in 1998"
        sure = 0.1 if owned else 0.6
        return Label(bare, category_of(unit.parse, range(*clause.subject)), Factuality.HAPPENED, sure, 0.4)
    contents = _contents(clause, all_clauses)
    unnamed = unit.parse.tags[slice(*clause.subject)] == "R" and not pronoun
    named = contents and not clause.passive and clause.verb != "emerge" and not unnamed
    stated = statement_title(clause, contents, unit.left_out, names, pronoun) if named else Draft("", 0.0)
    told = contents[0] if contents else clause
    who = speaker_again(clause, told, names, pronoun) if contents else pronoun
    draft = stated
    if not stated.words or stated.lost >= _MUCH:
        plainly = clause_title(told, unit.left_out, names, who)
        own = unit.parse.tags[slice(*told.subject)] == "R"  # "“we are …”" says nothing without who speaks
        draft = stated if stated.words and (own or plainly.score < stated.score + _SPEAKER) else plainly
    title = draft.words
    title = title or (clause_title(told, unit.left_out, names).words if contents and who else "")
    if _lacks_subject(clause) or (contents and not stated.words and is_personal(contents[0])):
        return Label("", Category.OTHER, Factuality.HAPPENED, 0.1, 0.1)
    words = title or _shortened(unit, told)
    if not contents and _only_speaks(clause, words):
        return Label(_said_before(unit, clause), Category.CONTACT, Factuality.SAID, 0.1, 0.4)
    ahead = _is_future(unit, published) or looks_ahead(clause, unit.expressions[0].text)
    factuality = factuality_of(clause, _governing(clause, all_clauses), states=bool(contents), in_future=ahead)
    end = _category_end(clause, all_clauses)
    category = Category.CONTACT if contents else category_of(unit.parse, range(clause.start, end), clause.group.head)
    is_over = _is_over(unit, published)
    claim = Claim(
        unit, clause, all_clauses, factuality, category, bool(title) and draft.lost < NEVER, bool(pronoun), is_over
    )
    sure = confidence(claim)
    sure = round(max(sure * _CUT_SHORT, min(sure, LEAST)), 2) if draft.lost >= _MUCH else sure
    return Label(words, category, factuality, sure, _importance(clause, category, factuality, names))


def _only_speaks(clause: Clause, title: str) -> bool:
    """Whether a title says no more than that somebody spoke ("The airline announced")."""
    words = [word for word in title.lower().split() if word not in {"the", "a", "an"}]
    empty = words[-1:] in (["said"], ["announced"], ["it"], ["so"], ["that"], ["this"])
    bare = clause.verb in {"say", "tell", "add"} and not clause.passive
    return bare or (clause.verb in grammar()["speech_verbs"] and (len(words) <= _TOO_FEW or empty))


def _lacks_subject(clause: Clause) -> bool:
    """Whether it is lost who did what a verb inside a sentence says; a sentence may open with its verb."""
    before = set(clause.parse.tags[: clause.group.start]) - set("ZQPD;-,()[]B#")
    dated = clause.parse.tags[clause.group.start - 1 : clause.group.start] == "Z"
    told = dated and clause.verb in grammar()["date_verbs"]  # "and so 1987 saw …"
    return clause.group.finite and not clause.subject and bool(before) and not told


def _said_before(unit: Unit, clause: Clause) -> str:
    """What stands before "…, the airline announced", as far as it fits; empty where nothing does."""
    if unit.parse.tags[clause.start - 1 : clause.start] not in {",", "]"}:
        return ""
    return plain(write(unit.parse, (i for i in range(clause.start) if i not in unit.left_out)), _small_words())


def _only_dates(unit: Unit, clause: Clause) -> str:
    """The title of a clause that says nothing but its date ("Election Day is …"): its subject."""
    rest = sorted(set(range(clause.group.end, clause.end)) - unit.left_out)
    rest = list(itertools.takewhile(lambda i: unit.parse.tags[i] != ",", rest))  # "… is Friday, giving them time"
    says_nothing = unit.parse.words[clause.subject.end - 1].lower in {"date", "day", "time"} if clause.subject else True
    says = (
        says_nothing
        or any(unit.parse.tags[i] not in ",;BP" or unit.parse.words[i].lower in {"there", "out", "over"} for i in rest)
        or clause.verb != "be"
        or not clause.subject
    )
    return "" if says else phrase_title(unit.parse, clause.subject)


def _category_end(clause: Clause, all_clauses: tuple[Clause, ...]) -> int:
    """Where the clause's own words end: a clause that depends on it tells of something else."""
    inner = [c.mark for c in all_clauses if c.mark >= clause.group.end]
    return min([clause.end, *inner])


def _contents(speaker: Clause, all_clauses: tuple[Clause, ...]) -> list[Clause]:
    """The clauses that say what a speaker said, in the order in which they tell most; empty for other clauses."""
    impersonal = speaker.verb in grammar()["impersonal_verbs"] and (
        speaker.parse.words[speaker.subject.start].lower == "it" and (speaker.passive or speaker.verb == "emerge")
    )
    denies = speaker.verb in word_sets("factuality")["denial_verbs"] or is_negated(speaker)
    speaks = speaker.verb in grammar()["speech_verbs"] and speaker.group.finite and not denies
    told = speaker.passive and speaker.verb in grammar()["telling_verbs"]  # "was informed that …"
    if not speaks or not speaker.subject or (speaker.passive and not impersonal and not told):
        return []
    said = [c for c in all_clauses if c is not speaker and c.group.finite and c.marker in {"", "that"} and c.subject]
    said = [c for c in said if c.subject != speaker.subject]
    said = [c for c in said if not c.subject.start < speaker.mark < c.group.start]  # what "those who spoke" did
    said = [c for c in said if not told or (c.mark >= 0 and speaker.parse.tags[slice(*c.subject)] != "R")]
    after = [c for c in said if c.group.start >= speaker.group.end and _follows(speaker, c)]
    if after:
        return after
    return [c for c in said if c.group.start < speaker.start and _precedes(speaker, c)]


def _governing(clause: Clause, all_clauses: tuple[Clause, ...]) -> str:
    """The verb that says what the clause is: "denied" in "denied that he fled"."""
    if clause.mark < 0:
        return next(
            (c.verb for c in all_clauses if any(told.group == clause.group for told in _contents(c, all_clauses))), ""
        )
    if clause.marker != "that":
        return ""
    return next((c.verb for c in reversed(all_clauses) if c.group.finite and c.group.end <= clause.mark), "")


def _follows(speaker: Clause, content: Clause) -> bool:
    """Whether a later clause is what the speaker's verb says, not what a noun after it does."""
    tags, marked = speaker.parse.tags, content.mark >= speaker.group.end
    if speaker.marker == "as" or (marked and tags[content.mark - 1] == "C"):
        return True
    between = tags[speaker.group.end : content.mark if marked else content.start]
    told = _TOLD if speaker.verb in grammar()["telling_verbs"] else _SAID
    near = marked or "P" not in between or "Z" in between or speaker.parse.tags[slice(*content.subject)] == "R"
    return bool(told.fullmatch(between)) and near


def _precedes(speaker: Clause, content: Clause) -> bool:
    """Whether what was said stands before "…, he said"."""
    tags = speaker.parse.tags
    after = tags[max(speaker.group.end, speaker.subject.end) :]
    closes = speaker.verb == "say" or re.match(r"(?:B|P[DANEXO]*Z?|Z|[DANEX])*(?:[;,]|$)", after)
    set_off = tags[speaker.start - 1 : speaker.start] in {",", "]", "-"}
    contact = tags[content.start - 1 : content.start] in {"N", "E"}  # "the jobs he held"
    return bool(closes) and set_off and not contact and speaker.mark < 0 and content.mark < 0


@cache
def _small_words() -> frozenset[str]:
    """Words with which no title ends."""
    sets = grammar()
    names = ("determiners", "prepositions", "coordinators", "subordinators", "wh_words", "modals", "be", "have")
    return sets["both_preposition_and_subordinator"].union(*(sets[name] for name in names))


def _is_over(unit: Unit, published: Bounds | None) -> bool:
    if unit.value is None or unit.value.latest is None or published is None or published.earliest is None:
        return False
    return unit.value.latest <= published.earliest


def _is_future(unit: Unit, published: Bounds | None) -> bool:
    if unit.value is None or unit.value.earliest is None or published is None or published.latest is None:
        return False
    return unit.value.earliest >= published.latest


def _shortened(unit: Unit, clause: Clause) -> str:
    """The longest beginning of a clause that ends with a noun and fits, or as many words as fit."""
    tags = unit.parse.tags
    kept = sorted({*range(*clause.subject), *range(clause.group.start, clause.end)} - unit.left_out)
    for end in range(len(kept), 0, -1):
        last, following = kept[end - 1], tags[kept[end] : kept[end] + 1] if end < len(kept) else ""
        title = write(unit.parse, kept[:end])
        closed = last > clause.group.end and tags[last] in "NE" and following not in {"N", "E", "A", "X", "#"}
        if closed and len(title) <= LONGEST:
            return capitalised(title)
    title = plain(write(unit.parse, kept), _small_words())
    verb = unit.parse.words[clause.group.head].lower
    return title if verb in title.lower() else ""


def _without_date(unit: Unit) -> str:
    """The sentence with the words that say the date cut out."""
    return write(unit.parse, (i for i in range(len(unit.parse.words)) if i not in unit.left_out))


def _importance(clause: Clause, category: Category, factuality: Factuality, names: Names) -> float:
    """How much the event matters beside the others of its document."""
    importance = 0.5 + 0.15 * (category is not Category.OTHER) - 0.15 * (factuality is not Factuality.HAPPENED)
    words = clause.parse.words
    inside = (
        names.within(words[clause.subject.start].start, words[clause.subject.end - 1].end) if clause.subject else ()
    )
    named = any(mention.person or mention.body for mention in inside)
    return round(
        importance + 0.15 * named - 0.1 * (clause.mark >= 0) - 0.2 * (is_state(clause) or is_personal(clause)), 2
    )
