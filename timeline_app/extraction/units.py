"""Which temporal expressions of a sentence make events: one unit for each thing that happened at a date.

Expressions of one date in one clause are one unit, so are the two ends of a range. Durations, repeated times, and dates
that only identify something (a law, a source, a picture, a dateline) make none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from timeline_app.extraction.clause import Clause, Range
from timeline_app.extraction.clauses import clause_of
from timeline_app.extraction.factuality import is_hypothetical
from timeline_app.extraction.lexicon import word_sets
from timeline_app.extraction.phrases import dated_phrase, event_between, is_owner, named_nearby, phrase_names_event
from timeline_app.extraction.reading import Word
from timeline_app.extraction.words import Parse
from timeline_app.model.event import Timex, TimexType, Undated
from timeline_app.model.temporal import EdtfError, Precision, TemporalValue, parse_edtf

_COARSE = frozenset({
    Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF, Precision.YEAR, Precision.DECADE,
    Precision.CENTURY, Precision.MILLENNIUM,
})  # fmt: skip
_RANGE_WORDS = re.compile(
    r"\s*(?:to|until|till|through|and|bis|à|au|a|al|até|tot|do|по|до|[-–—]{1,2})\s*$", re.IGNORECASE
)
_DATELINE = re.compile(r"^E[E,;()N]*Z[E,;()NZ#]*-")
_AMENDED = re.compile(
    r"\b(?:article|story|page|blog|post|report|entry|column)\b[^.]{0,30}\b(?:was|were|has been)\s+"
    r"(?:first\s+|last\s+|originally\s+)?(?:amended|updated|changed|corrected|published|posted|modified|archived)\b"
    r"|^\W*(?:photograph|photo|picture|image)s?:[^.]{0,60}$|\b(?:article|version) (?:first )?appeared\b|\bPosted by\b"
    r"|^\W*At [0-9:.]+ ?[ap]m on\b.*\bwrote\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(r"(?:.*\b)?(?:(?:up|down)\b.*\bfrom|compared (?:with|to)|versus|against)\b|.*\bbased on$")
_PARTICLES = frozenset({"out", "up", "down", "off", "away"})  # they belong to the verb before them
_STAMP = re.compile(r"[\s,]*(?:[0-9]{1,2}[.:][0-9]{2})?\s*(?:GMT|BST|UTC)\b")
_STAMPED = re.compile(r"^\W*[0-9]{1,2}[.:][0-9]{2} (?:GMT|BST|UTC) on")
_FINEST_FIRST = {precision: rank for rank, precision in enumerate(Precision)}


@dataclass(frozen=True, slots=True)
class Unit:
    """Expressions that date one thing: what ``clause`` reports, or what the noun phrase ``phrase`` names.

    Both are None where the sentence has neither; ``left_out`` are the words that say the date. An ``entry`` is a line
    of a chronology, which its date opens ("1969: Coup in Libya").
    """

    parse: Parse
    expressions: tuple[Timex, ...]
    value: TemporalValue | None
    clause: Clause | None
    phrase: Range | None
    left_out: frozenset[int]
    entry: bool = False


def units(parse: Parse, clauses: tuple[Clause, ...], expressions: Sequence[Timex]) -> tuple[Unit, ...]:
    """The units of a sentence, in order; ``expressions`` are those that stand in it."""
    if _is_apparatus(parse):
        return ()
    found = [_unit(parse, clauses, group) for group in joined_ranges(parse.text, [t for t in expressions if dates(t)])]
    telling = [unit for unit in found if unit is not None and not _only_identifies(unit)]
    return tuple(_one_date_each(list(_merged(telling)), clauses))


def dates(timex: Timex) -> bool:
    """Whether the expression points at a place on the calendar."""
    calendar = timex.type in {TimexType.DATE, TimexType.TIME}
    return calendar and (timex.temporal is not None or timex.undated not in {None, Undated.TOO_VAGUE})


def _is_apparatus(parse: Parse) -> bool:
    """Whether the sentence is a copyright line, a credit or a stamp rather than prose."""
    if _AMENDED.search(parse.text[parse.span.start : parse.span.end]):
        return True
    if not set(parse.tags) & set("VM") or parse.tags.find("Z") < 3:  # noqa: PLR2004 - a stamp's first words
        rights = word_sets("units")["rights"]
        return any(word.lower in rights for word in parse.words[:6])
    return False


def joined_ranges(text: str, expressions: Sequence[Timex]) -> Iterator[tuple[tuple[Timex, ...], TemporalValue | None]]:
    """Expressions alone, or two that are the ends of one range, with the value of either."""
    skip = False
    for timex, following in zip_longest(expressions, expressions[1:]):
        if skip:
            skip = False
            continue
        value = _range_value(text, timex, following) if following else None
        if following is not None and value is not None:
            skip = True
            yield (timex, following), value
        else:
            yield (timex,), timex.temporal


def _range_value(text: str, first: Timex, last: Timex) -> TemporalValue | None:
    """The value of "from 1914 to 1918", "1914–1918", "between 1914 and 1918"; None for two dates apart."""
    link = text[first.span.end : last.span.start]
    if not first.temporal or not last.temporal or not _RANGE_WORDS.fullmatch(link):
        return None
    if set("/[") & set(first.temporal.edtf + last.temporal.edtf):
        return None
    opening = re.search(r"(\w+)\W*$", text[max(0, first.span.start - 12) : first.span.start])
    word = opening[1].lower() if opening else ""
    if "and" in link.lower().split() and word != "between":
        return None
    ends = first.temporal.edtf, last.temporal.edtf
    try:
        return parse_edtf("[{}..{}]".format(*ends) if word == "between" else "{}/{}".format(*ends))
    except EdtfError:
        return None


def _unit(
    parse: Parse, clauses: tuple[Clause, ...], group: tuple[tuple[Timex, ...], TemporalValue | None]
) -> Unit | None:
    expressions, value = group
    index = parse.at(expressions[0].span.start)
    if _STAMP.match(parse.text, expressions[-1].span.end) or _STAMPED.search(
        parse.text[parse.span.start : parse.span.end]
    ):
        return None
    if index >= len(parse.tags) or (_DATELINE.match(parse.tags) and index < parse.tags.index("-")):
        return None
    clause = clause_of(clauses, index)
    last = parse.at(expressions[-1].span.start)
    phrase = dated_phrase(parse, index, last, clause, coarse=value is not None and value.precision in _COARSE)
    left_out = _date_words(parse, index, last)
    entry = clause is None and _opens_entry(parse, index, last)
    if phrase is None and clause is None and not entry:
        phrase = named_nearby(parse, index)
    if clause is not None and phrase is None and not entry and _is_before_now(parse, clause, index):
        phrase = event_between(parse, clause.group.end, index)
        if phrase is None:
            return None
    if clause is not None and phrase is None and _is_counterfactual(clause, clauses):
        return None
    if phrase is None and clause is not None and (is_hypothetical(clause) or _is_general(clause, parse.words[index])):
        return None
    return Unit(parse, expressions, value, None if phrase else clause, phrase, left_out, entry=entry and phrase is None)


def _is_before_now(parse: Parse, clause: Clause, index: int) -> bool:
    """Whether a definite past date stands after "has …ed", which tells of now: it is the date of a noun before it."""
    tells_now = parse.words[clause.group.start].lower in {"has", "have"} and parse.tags[clause.group.head] == "K"
    past = re.search(r"^last (?:year|month|[a-z]+day)|\bago$|^yesterday|\b[12][0-9]{3}$", parse.words[index].lower)
    words = {word.lower for word in parse.words[max(0, index - 3) : index]}
    return bool(tells_now and past) and index > clause.group.end and not words & {"since", "from", "by", "until"}


def _is_counterfactual(clause: Clause, clauses: tuple[Clause, ...]) -> bool:
    """Whether the clause says what would be "if …"."""
    would = clause.parse.words[clause.group.start].lower in {"would", "'d", "’d"}
    return would and any(other.marker == "if" for other in clauses)


def _opens_entry(parse: Parse, first: int, last: int) -> bool:
    """Whether the date opens a line and a colon, dash or bar sets it off from words enough to say what happened."""
    rest = parse.tags[last + 1 :]
    opens = not set(parse.tags[:first]) - set(";-()[],")
    return opens and rest[:1] in {";", "-", ")", "("} and len(re.findall("[NEVKIGA]", rest)) > 1


def _is_general(clause: Clause, date: Word) -> bool:
    """Whether the clause says how things are nowadays, what "you" do, or only which ("the power it has enjoyed")."""
    words = clause.parse.words
    start = clause.subject.start
    contact = 0 < start < clause.group.start and clause.mark < 0 and clause.parse.tags[start - 1] in "NE"
    if clause.subject and (words[start].lower == "you" or (contact and clause.parse.tags[start] == "R")):
        return True
    parted = clause.parse.tags[clause.group.end : clause.group.end + 1] == "Z"
    contact = contact and clause.parse.tags[start] == "D"
    contact = contact or bool(re.search("[NE]D[ANE]+$", clause.parse.tags[slice(*clause.subject)]))
    if contact and parted and set(clause.parse.tags[:start]) & set("VM"):
        return True  # "the gains these shares made this week"
    if any(word.lower in {"clear", "unclear"} for word in words[clause.group.end : clause.group.end + 4]):
        return clause.verb == "be"
    present = words[clause.group.start].lower in {"is", "are", "has", "have", "'s", "’s", "exist", "exists"}
    alone = clause.group.end - clause.group.start == 1
    return present and alone and date.lower in word_sets("units")["nowadays"]


def _date_words(parse: Parse, first: int, last: int) -> frozenset[int]:
    """The expressions with what only leads up to them: "late on Tuesday", "by the end of May", "from … to …"."""
    tags = parse.tags
    if first and parse.words[first - 1].lower in {"a", "an"}:
        return frozenset()  # "had a Christmas night out"
    if tags[first] == "Q" and tags[first + 1 : first + 2] != "X":
        return frozenset({first} if is_owner(parse, first) else ())
    start, end = first, last + 1
    if tags[first] == "Q":
        return frozenset(range(start, end + 1))
    if start and tags[start - 1] == "D" and tags[end : end + 1] not in {"N", "E", "A"}:
        start -= 1
    while end < len(tags) and parse.words[end].lower in word_sets("units")["day_parts"]:
        end += 1
    period = re.search(r"D?A?N$", tags[: start - 1]) if start and parse.words[start - 1].lower == "of" else None
    if period and parse.words[start - 2].lower in word_sets("units")["periods"]:
        start = period.start()
    while start and (
        (tags[start - 1] == "P" and parse.words[start - 1].lower not in _PARTICLES)
        or _is_mid(parse, start - 1)
        or parse.words[start - 1].lower in word_sets("units")["before_dates"]
    ):
        start -= 1
    if more := re.match(r"(?:,?C?P?D?Z)*,?C(?:P?D?Z)(?!B*[VM])", tags[end:]):
        end += more.end()
    before, after = tags[start - 1 : start], tags[end : end + 1]
    if after == "," and (before in {",", ""} or not start):
        end += 1
        start -= before == ","
    return frozenset(range(start, end))


def _is_reference(parse: Parse, index: int) -> bool:
    """Whether the date stands alone in brackets after something that is no event: "(1953)", "(Smith 1998)"."""
    year = re.fullmatch(r"[0-9]{4}", parse.words[index].lower)
    return bool(year and re.search(r"\([EN,;C]*$", parse.tags[:index])) and parse.tags[index + 1 : index + 2] == ")"


def _is_baseline(parse: Parse, index: int) -> bool:
    """Whether the date only says what something is compared with ("up from $10 million a year ago")."""
    start = max((i for i in range(index) if parse.tags[i] in "VM;"), default=-1) + 1
    date = parse.words[index].lower
    words = " ".join(word.lower for word in parse.words[start:index])
    fell_from = "#" in parse.tags[start:index] and re.search(
        r"\bfrom\b.*\b(?:ago|earlier|last year)$", f"{words} {date}"
    )
    return bool(fell_from or _BASELINE.match(words))


def _is_mid(parse: Parse, index: int) -> bool:
    """Whether the word is a part of "mid-" before a date."""
    return "mid" in {parse.words[index].lower, *(word.lower for word in parse.words[index - 1 : index])} and (
        parse.tags[index] in "-N"
    )


def _only_identifies(unit: Unit) -> bool:
    """Whether the date is a part of a name, a law's or an edition's, and dates nothing."""
    parse = unit.parse
    index = parse.at(unit.expressions[0].span.start)
    if _only_compares(parse, index):
        return True
    if unit.phrase is not None:
        return not _phrase_happens(unit, unit.phrase, index)
    before = [word.lower for word in parse.words[max(0, index - 3) : index]]
    numbered = before[-1:] == ["of"] and bool({*before} & word_sets("units")["identified_before"])
    vague = unit.value is not None and unit.value.precision in {Precision.DECADE, Precision.CENTURY}
    if unit.clause is not None and _dates_a_noun(unit, unit.clause, index):
        return True
    aged = before[-1:] == ["of"] and vague and not set(before) & word_sets("units")["periods"]
    return (unit.clause is None and not unit.entry) or numbered or aged or _is_reference(parse, index)


def _dates_a_noun(unit: Unit, clause: Clause, index: int) -> bool:
    """Whether the date is a noun's and not the clause's: "songs from the 1980s", "the Jan. 14 deadline"."""
    parse, tags = unit.parse, unit.parse.tags
    before = [word.lower for word in parse.words[max(0, index - 5) : index]] or [""]
    after = parse.words[index + 1].lower if index + 1 < len(tags) else ""
    of_noun = index > 1 and tags[index - 2] in "NE"
    coarse = unit.value is not None and unit.value.precision in _COARSE
    if ("ahead" in before and "of" in before) or before[-2:] in (["now", "and"], ["now", "to"], ["now", "until"]):
        return True
    if _is_long_before(unit, clause, index) and before[-1] not in {"since", "until", "by"}:
        return True
    if before[-1] == "from" and of_noun and coarse and after not in {"to", "until", "till", "through", "on", "-", "–"}:
        return True
    if before[-1] == "of" and of_noun and parse.words[index].lower == "the year":
        return True
    if before[-1] == "by" and clause.subject.start < index < clause.subject.end:
        return True
    numbered = tags[index] == "Q" and tags[index - 1] == "D" and re.search("[0-9]", parse.words[index].lower)
    return bool(numbered) and index > clause.group.start and before[-2:-1] not in (["in"], ["at"], ["during"], ["on"])


def _is_long_before(unit: Unit, clause: Clause, index: int) -> bool:
    """Whether a clause in the present tense has a decade or century after its verb: "is a return to the 1980s"."""
    verb, tag = clause.parse.words[clause.group.start], clause.parse.tags[clause.group.start]
    present = tag == "V" and (
        verb.lower in {"is", "are", "has", "have"} or verb.lower in {f"{verb.lemma}s", f"{verb.lemma}es"}
    )
    vague = unit.value is not None and unit.value.precision in {Precision.DECADE, Precision.CENTURY}
    return present and vague and index > clause.group.end


def _only_compares(parse: Parse, index: int) -> bool:
    """Whether the date is a period's end, an age, or what something is compared with."""
    before = parse.words[index - 1].lower if index else ""
    titled = before in word_sets("units")["identified_nouns"] and parse.tags[index - 1] == "E"
    if titled:  # "the Criminal Justice Act 1988"
        return True
    prefixed = parse.text[: parse.words[index].start][-5:].lower().endswith(("post-", "pre-"))
    if before == "than" or (before == "due" and parse.tags[index - 2 : index - 1] in {"N", "E"}):
        return True
    return before in {"post", "pre", "ended", "ending", "dated"} or prefixed or _is_baseline(parse, index)


def _phrase_happens(unit: Unit, phrase: Range, index: int) -> bool:
    """Whether a dated noun phrase names something that happened, or someone's years in brackets."""
    parse = unit.parse
    lasted = unit.value is not None and unit.value.is_period and parse.tags[slice(*phrase)].count("E") > 1
    if parse.tags[index] != "Q" and parse.tags[index - 1] == "(":
        return lasted or phrase_names_event(parse, phrase)
    last = next((i for i in range(*phrase) if parse.tags[i + 1 : i + 2] == "P"), phrase.end - 1)
    law = parse.words[last].lower in word_sets("units")["identified_nouns"]
    return phrase_names_event(parse, phrase) and not law


def _merged(found: Sequence[Unit]) -> Iterator[Unit]:
    """Units whose dates lie in one another and belong to one clause, as one with the most exact value."""
    rest = list(found)
    while rest:
        unit = rest.pop(0)
        for other in [other for other in rest if _same(unit, other)]:
            rest.remove(other)
            unit = _joined(unit, other)
        yield unit


def _one_date_each(found: Sequence[Unit], clauses: tuple[Clause, ...]) -> Iterator[Unit]:
    """One unit for each clause; another date in it is that of a verb in -ing inside, or stands beside the first."""
    seen: set[int] = set()
    for unit in found:
        if unit.clause is None or id(unit.clause) not in seen:
            seen.add(id(unit.clause))
            yield unit
            continue
        index = unit.parse.at(unit.expressions[0].span.start)
        inner = [c for c in clauses if not c.group.finite and unit.clause.group.end <= c.group.start < index < c.end]
        if inner and id(inner[-1]) not in seen:
            seen.add(id(inner[-1]))
            yield replace(unit, clause=inner[-1])
        elif re.search(r"Z,?C[PD]*$", unit.parse.tags[:index]):
            yield unit


def _same(one: Unit, other: Unit) -> bool:
    if one.clause is not other.clause or one.phrase != other.phrase:
        return False
    if one.value is None or other.value is None:
        return one.value is other.value and one.expressions[0].value == other.expressions[0].value
    return _holds(one.value, other.value) or _holds(other.value, one.value)


def _holds(outer: TemporalValue, inner: TemporalValue) -> bool:
    if None in (outer.earliest, outer.latest, inner.earliest, inner.latest):
        return outer == inner
    return (outer.earliest or 0) <= (inner.earliest or 0) and (inner.latest or 0) <= (outer.latest or 0)


def _joined(one: Unit, other: Unit) -> Unit:
    values = [unit.value for unit in (one, other) if unit.value is not None]
    value = min(values, key=lambda v: _FINEST_FIRST[v.precision], default=None)
    both = (*one.expressions, *other.expressions)
    return Unit(one.parse, both, value, one.clause, one.phrase, one.left_out | other.left_out)
