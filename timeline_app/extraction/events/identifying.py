"""Dates that date nothing: they only tell which law, paper, edition or figure is meant, or what is compared.

Sentences that are no prose (a credit, a copyright line, a stamp) date nothing either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline_app.extraction.english.categories import names_event
from timeline_app.extraction.english.clause import Clause, Range
from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.english.words import Parse
from timeline_app.extraction.events.phrases import is_owner, phrase_names_event
from timeline_app.extraction.events.unit import Unit

_AMENDED = re.compile(
    r"\b(?:article|story|page|blog|post|report|entry|column)\b[^.]{0,30}\b(?:was|were|has been)\s+"
    r"(?:first\s+|last\s+|originally\s+)?(?:amended|updated|changed|corrected|published|posted|modified|archived)\b"
    r"|^\W*(?:photograph|photo|picture|image)s?:(?:[^.]{0,60}$|[^.]{0,300}\b[12][0-9]{3}\W*$)"
    r"|\b(?:article|version) (?:first )?appeared\b|\bPosted by\b"
    r"|^\W*At [0-9:.]+ ?[ap]m on\b.*\bwrote\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"(?:.*\b)?(?:(?:up|down)\b.*\bfrom|(?:up|down) (?:\S+ ){0,3}\S+ on$|compared (?:with|to)|versus|against)\b"
    r"|.*\bbased on$"
)
_COMPARED = re.compile(r"\b(?:year-ago|year-earlier|prior-year|previous-year|month-earlier|month-ago)\b")
_COUNTED = re.compile(r"(?:[\w-]+ ){1,4}(?:years|decades|months|weeks|days|centuries)")
_DAY = re.compile(r"today|(?:[a-z]+ )?[a-z]+day")
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: [0-9]{4})?"
)
_INNER = frozenset("VKNEAB#")  # words that end a clause
_UNDONE = re.compile(r" (?:that|which) (?:was(?:n['’]t| not)|never (?:was|happened|came))\b", re.IGNORECASE)
_TO = frozenset({"to", "until", "till", "through", "on", "-", "–"})
_PLACING = frozenset({"in", "at", "during", "on"})
_NEAR = 6  # words between a verb and a date that can be its own
_STAMP_WORDS = 3


class _Date(NamedTuple):
    """Where a date stands: ``at`` is its word, ``before`` the words before it, the nearest last."""

    unit: Unit
    parse: Parse
    at: int
    before: tuple[str, ...]

    @property
    def last(self) -> str:
        """The word before the date, or an empty string."""
        return self.before[-1] if self.before else ""

    @property
    def tags(self) -> str:
        """The classes of the sentence's words."""
        return self.parse.tags


def is_apparatus(parse: Parse) -> bool:
    """Whether the sentence is a copyright line, a credit, a stamp or a list rather than prose."""
    if _AMENDED.search(parse.text[parse.span.start : parse.span.end]) or _is_list(parse):
        return True
    if not set(parse.tags) & set("VM") or parse.tags.find("Z") < _STAMP_WORDS:
        rights = word_sets("units")["rights"]
        return any(word.lower in rights for word in parse.words[:6])
    return False


def only_identifies(unit: Unit) -> bool:
    """Whether the unit's date is a part of a name, a law's or an edition's, or compares, and dates nothing."""
    before = unit.parse.words[max(0, unit.date - 5) : unit.date]
    date = _Date(unit, unit.parse, unit.date, tuple(word.lower for word in before))
    if any(test(date) for test in _ALWAYS):
        return True
    if unit.phrase is not None:
        return not _phrase_happens(date, unit.phrase)
    if unit.clause is not None and any(test(date, unit.clause) for test in _IN_CLAUSES):
        return True
    return (unit.clause is None and not unit.entry) or _is_number(date) or _is_age(date) or _is_reference(date)


def _is_compared(date: _Date) -> bool:
    """Whether the date is an end or an age, or what something is compared with."""
    before_last = date.before[-2] if len(date.before) > 1 else ""
    if date.last == "than" or (before_last == "than" and date.tags[date.at - 1] == "P"):
        return True  # "more lethal than in the 1870s"
    joined = date.parse.text[: date.parse.words[date.at].start][-5:].lower().endswith(("post-", "pre-"))
    return date.last in {"post", "pre", "ended", "ending", "dated"} or joined


def _is_adjective(date: _Date) -> bool:
    """Whether the date is a part of a compound ("a 2000-page report") or tells a style ("18th-century Britain")."""
    end = date.unit.expressions[-1].span.end
    joined = date.parse.text[end : end + 1] == "-" and date.parse.text[end + 1 : end + 2].isalpha()
    attributive = date.tags[date.at] == "Q" and date.unit.phrase is None and not is_owner(date.parse, date.at)
    feast = date.last in {"a", "an"} and not _DAY.fullmatch(date.parse.words[date.at].lower)  # "a Christmas turkey"
    word = date.parse.words[date.at].lower
    nightly = word == "overnight" and date.tags[date.at + 1 : date.at + 2] == "N"  # "sub-zero overnight temperatures"
    return joined or nightly or (attributive and (date.unit.is_vague or (feast and word.isalpha())))


def _is_bound(date: _Date) -> bool:
    """Whether something only was before or after the date: "well before 9/11"."""
    value = date.unit.value
    closed = value is None or (value.earliest is not None and value.latest is not None)
    near = set(date.before[-2:-1]) & {"shortly", "soon", "just", "immediately", "right"}
    determined = date.tags[date.at - 1] == "D" and date.tags[date.at] == "Z"  # "before the September 11 attacks"
    last = date.before[-2] if determined and len(date.before) > 1 else date.last
    return last in {"before", "after"} and closed and date.unit.phrase is None and not near


def _is_span(date: _Date) -> bool:
    """Whether the words count a time that something is the first in: "the worst storm in 40 years"."""
    if date.last != "in" or not _COUNTED.fullmatch(date.parse.words[date.at].lower):
        return False
    words = [word.lower for word in date.parse.words[max(0, date.at - 8) : date.at]]
    return any(word in {"first", "last", "only", "most", "least", "time"} or word.endswith("est") for word in words)


def _is_due(date: _Date) -> bool:
    """Whether only a debt's term is told: "bonds due 1993"."""
    return date.last == "due" and date.tags[date.at - 2 : date.at - 1] in {"N", "E"}


def _is_title(date: _Date) -> bool:
    """Whether a capitalised law has the date in its name: "the Criminal Justice Act 1988"."""
    return date.last in word_sets("units")["identified_nouns"] and date.tags[date.at - 1] == "E"


def _is_baseline(date: _Date) -> bool:
    """Whether the date only says what something is compared with ("up from $10 million a year ago")."""
    parse, at = date.parse, date.at
    start = max((i for i in range(at) if parse.tags[i] in "VM;"), default=-1) + 1
    words = " ".join(word.lower for word in parse.words[start : at + 1])
    fell_from = "#" in parse.tags[start:at] and re.search(r"\bfrom\b.*\b(?:ago|earlier|last year)$", words)
    rose_from = (
        parse.words[at + 1 : at + 2]
        and parse.words[at + 1].lower == "to"
        and re.search(r"\bfrom\b.*[0-9].*\bin ", words)
    )
    lead = words.removesuffix(parse.words[at].lower).rstrip()
    return bool(fell_from or rose_from or _BASELINE.match(lead) or _COMPARED.search(words))


def _is_head_of_next(date: _Date) -> bool:
    """Whether a month heads the next entry of a list run into one line: "is dismissed November Enron announces …"."""
    told = re.match("[DANEX#]*[NE]V", date.tags[date.at + 1 :])
    return date.tags[date.at] == "Z" and bool(told) and _is_bare_month(date.parse, date.at)


def _is_bare_month(parse: Parse, at: int) -> bool:
    """Whether a month stands right behind a word of a clause with nothing to lead up to it."""
    return at > 0 and bool(_MONTH.fullmatch(parse.words[at].lower)) and parse.tags[at - 1] in _INNER


def _is_list(parse: Parse) -> bool:
    """Whether the sentence is several entries of a list in one line, each headed by its month."""
    return sum(_is_bare_month(parse, found.start()) for found in re.finditer("[ZQ](?=E)", parse.tags)) > 1


def _is_in_name(date: _Date) -> bool:
    """Whether a weekday is a part of what a paper or a programme is called: "the Mail on Sunday"."""
    parse, after, sets = date.parse, date.at + 1, word_sets("units")
    if not _DAY.fullmatch(parse.words[date.at].lower) or not parse.text[parse.words[date.at].start].isupper():
        return False
    if date.last == "on" and set(date.before[-2:-1]) & sets["dated_papers"]:
        return True
    if after >= len(parse.tags):
        return False
    named = parse.tags[after] == "E" and parse.tags[date.at - 1] == "D"  # "the Good Friday Agreement"
    return named or (parse.words[after].lower in sets["papers"] and parse.tags[after] in "NE")


def _phrase_happens(date: _Date, phrase: Range) -> bool:
    """Whether a dated noun phrase names something that happened."""
    parse = date.parse
    if parse.tags[date.at] != "Q" and parse.tags[date.at - 1] == "(":
        return any(names_event(parse, i) for i in range(*phrase) if parse.tags[i] in "NE")
    if _UNDONE.match(parse.text, parse.words[phrase.end - 1].end):
        return False  # "the 1998 attack that never was"
    last = next((i for i in range(*phrase) if parse.tags[i + 1 : i + 2] == "P"), phrase.end - 1)
    law = parse.words[last].lower in word_sets("units")["identified_nouns"]
    return phrase_names_event(parse, phrase) and not law


def _is_number(date: _Date) -> bool:
    """Whether the year is a part of a number: "resolution 1973 of 2011"."""
    return date.last == "of" and bool({*date.before[-3:]} & word_sets("units")["identified_before"])


def _is_age(date: _Date) -> bool:
    """Whether something is "of the 1980s"."""
    return date.last == "of" and date.unit.is_vague and not {*date.before[-3:]} & word_sets("units")["periods"]


def _is_reference(date: _Date) -> bool:
    """Whether the date stands alone in brackets after something that is no event: "(1953)", "(Smith 1998)"."""
    cited = re.search(r"\([EN]+,$", date.tags[: date.at])
    year = cited or re.fullmatch(r"[0-9]{4}", date.parse.words[date.at].lower)
    closed = date.tags[date.at + 1 : date.at + 2] == ")"
    return bool(year and closed and re.search(r"\([EN,;C]*$", date.tags[: date.at]))


def _is_end(date: _Date, _: Clause) -> bool:
    """Whether something only lies before the date: "ahead of Friday", "between now and Friday"."""
    return {"ahead", "of"} <= {*date.before} or date.before[-2:] in {("now", "and"), ("now", "to"), ("now", "until")}


def _is_long_before(date: _Date, clause: Clause) -> bool:
    """Whether a clause in the present tense has a decade or century after its verb: "is a return to the 1980s"."""
    verb, tag = clause.parse.words[clause.group.start], clause.parse.tags[clause.group.start]
    present = tag == "V" and (
        verb.lower in {"is", "are", "has", "have"} or verb.lower in {f"{verb.lemma}s", f"{verb.lemma}es"}
    )
    after = date.at > clause.group.end and date.last not in {"since", "until", "by"}
    return present and date.unit.is_vague and after


def _is_nouns(date: _Date, _: Clause) -> bool:
    """Whether a noun before the date has it: "songs from the 1980s", "the album of the year"."""
    if date.at < 2 or date.tags[date.at - 2] not in "NE":  # noqa: PLR2004 - a noun and its preposition
        return False
    after = date.parse.words[date.at + 1].lower if date.at + 1 < len(date.tags) else ""
    come_from = date.last == "from" and date.unit.is_coarse and after not in _TO
    return come_from or (date.last == "of" and date.parse.words[date.at].lower == "the year")


def _is_subjects(date: _Date, clause: Clause) -> bool:
    """Whether the date only says which subject is meant: "a loss for the third quarter showed that …"."""
    inside = clause.subject.start < date.at < clause.group.start
    told = clause.verb in grammar()["reporting_verbs"] and date.last in {"for", "in", "of"}
    owned = date.tags[date.at - 1] == "P" and is_owner(date.parse, date.at)  # "the location for Friday's party"
    return inside and (told or owned or (date.last == "by" and date.at < clause.subject.end))


def _is_objects(date: _Date, clause: Clause) -> bool:
    """Whether the date only says which object is meant: "the Jan. 14 deadline", "banned Friday's show"."""
    parse, at = date.parse, date.at
    if at <= clause.group.start or parse.tags[at] != "Q" or at < clause.subject.end:
        return False
    if is_owner(parse, at):
        return date.last not in _PLACING or at - clause.group.end > _NEAR
    named = parse.tags[at - 1] in "DC" and re.search("[0-9]", parse.words[at].lower)
    return bool(named) and not set(date.before[-2:-1]) & _PLACING


_ALWAYS: tuple[Callable[[_Date], bool], ...] = (
    _is_compared,
    _is_due,
    _is_title,
    _is_baseline,
    _is_in_name,
    _is_head_of_next,
    _is_bound,
    _is_span,
    _is_adjective,
)
_IN_CLAUSES: tuple[Callable[[_Date, Clause], bool], ...] = (
    _is_end, _is_long_before, _is_nouns, _is_subjects, _is_objects,
)  # fmt: skip
