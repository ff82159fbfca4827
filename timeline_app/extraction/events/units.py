"""Which temporal expressions of a sentence make events: one unit for each thing that happened at a date.

Expressions of one date in one clause are one unit, so are the two ends of a range. Durations, repeated times, and dates
that only identify something (a law, a source, a picture, a dateline) make none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_app.extraction.english.clause import Clause, Range
from timeline_app.extraction.english.clauses import clause_of
from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.english.reading import Word
from timeline_app.extraction.english.words import Parse
from timeline_app.extraction.events.factuality import is_hypothetical
from timeline_app.extraction.events.identifying import is_apparatus, only_identifies
from timeline_app.extraction.events.owners import owner_of
from timeline_app.extraction.events.ownership import Owner, is_since
from timeline_app.extraction.events.phrases import dated_phrase, is_owner, named_nearby
from timeline_app.extraction.events.unit import COARSE, Unit
from timeline_app.extraction.joining import dates, joined_ranges
from timeline_app.model.event import Timex, TimexType
from timeline_app.model.temporal import Precision, TemporalValue, parse_edtf

_DATELINE = re.compile(r"^E[E,;()N]*Z[E,;()NZ#]*-")
_PARTICLES = frozenset({"out", "up", "down", "off", "away"})  # they belong to the verb before them
_VERBS = _PARTICLES | {"over", "on", "in", "through", "for", "with", "to", "at"}  # so do these before another
_AGENCY = re.compile(r"[EN],Z\(E+\)-")  # "LONDON, May 1 (Reuters) -"
_STAMP = re.compile(r"[\s,]*(?:[0-9]{1,2}[.:][0-9]{2})?\s*(?:GMT|BST|UTC)\b")
_STAMPED = re.compile(r"^\W*[0-9]{1,2}[.:][0-9]{2} (?:GMT|BST|UTC) on")
_HOUR_STAMP = re.compile(r"[0-9]{4},? [0-9]{1,2}[.:][0-9]{2}(?: ?[ap]m)?(?: (?:GMT|BST|UTC|E[DS]T))?$")  # of a page
_FINEST_FIRST = {precision: rank for rank, precision in enumerate(Precision)}


def units(parse: Parse, clauses: tuple[Clause, ...], expressions: Sequence[Timex]) -> tuple[Unit, ...]:
    """The units of a sentence, in order; ``expressions`` are those that stand in it."""
    if is_apparatus(parse):
        return ()
    groups = [
        g for g in joined_ranges(parse.text, [t for t in expressions if dates(t)]) if not _is_aside(parse.text, g[0])
    ]
    found = [_unit(parse, clauses, group, more=len(groups) > 1) for group in groups]
    telling = [unit for unit in found if unit is not None and not only_identifies(unit)]
    return tuple(_one_date_each(list(_merged(telling)), clauses))


def _is_aside(text: str, group: Sequence[Timex]) -> bool:
    """Whether an hour stands in brackets, as the same in another zone: "at 10:35 (0735 GMT)"."""
    span = group[0].span
    return (
        group[0].type is TimexType.TIME
        and text[span.start - 1 : span.start] == "("
        and text[span.end : span.end + 1] == ")"
    )


def _unit(
    parse: Parse, clauses: tuple[Clause, ...], group: tuple[tuple[Timex, ...], TemporalValue | None], *, more: bool
) -> Unit | None:
    expressions, value = group
    index = parse.at(expressions[0].span.start)
    if _STAMP.match(parse.text, expressions[-1].span.end) or _STAMPED.search(
        parse.text[parse.span.start : parse.span.end]
    ):
        return None
    if _HOUR_STAMP.search(expressions[-1].text):
        return None
    if index >= len(parse.tags) or (_DATELINE.match(parse.tags) and index < parse.tags.index("-")):
        return None
    last = parse.at(expressions[-1].span.start)
    coarse = value is not None and value.precision in COARSE
    clause, phrase, entry = _told(parse, clauses, (index, last), coarse=coarse, more=more)
    if clause is None and phrase is None and not entry:
        return None
    if clause is not None and _AGENCY.search(parse.tags, last + 1, clause.group.start):
        return None  # of a headline run into its text
    if clause is not None and is_since(parse, index):
        value = _since(value)
    return Unit(parse, expressions, value, clause, phrase, _date_words(parse, index, last), entry=entry)


def _told(
    parse: Parse, clauses: tuple[Clause, ...], date: tuple[int, int], *, coarse: bool, more: bool
) -> tuple[Clause | None, Range | None, bool]:
    """What a date tells of: a clause, a noun phrase or an entry of a chronology; or nothing."""
    clause = clause_of(clauses, date[0])
    if phrase := dated_phrase(parse, *date, clause, coarse=coarse):
        return None, phrase, False
    if clause is None:
        entry = _opens_entry(parse, *date)
        return None, None if entry else named_nearby(parse, date[0]), entry
    owner = owner_of(clauses, clause, *date, coarse=coarse, more=more) or Owner(clause)
    if owner.clause is not None and _tells_nothing(owner.clause, clauses, parse.words[date[0]]):
        return None, None, False
    return owner.clause, owner.phrase, False


def _tells_nothing(clause: Clause, clauses: tuple[Clause, ...], date: Word) -> bool:
    """Whether a clause says what could be, would be, or how things are in general."""
    return is_hypothetical(clause) or _is_counterfactual(clause, clauses) or _is_general(clause, date)


def _since(value: TemporalValue | None) -> TemporalValue | None:
    """The time from a date on, for what has gone on since."""
    simple = value is not None and not set("/[") & set(value.edtf)
    return parse_edtf(f"{value.edtf}/..") if simple and value is not None else value


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
    if clause.verb == "be" and _is_guess(clause):
        return True
    present = words[clause.group.start].lower in {"is", "are", "has", "have", "'s", "’s", "exist", "exists"}
    alone = clause.group.end - clause.group.start == 1
    return present and alone and date.lower in word_sets("units")["nowadays"]


def _is_guess(clause: Clause) -> bool:
    """Whether the clause only says how sure something is: "a deployment was unlikely"; not "is likely to visit"."""
    parse, end = clause.parse, clause.group.end
    guesses = word_sets("units")["guesses"]
    near = (i for i in range(end, min(end + 4, len(parse.words))) if parse.words[i].lower in guesses)
    return any(parse.words[i].lower != "likely" or parse.tags[i + 1 : i + 2] != "T" for i in near)


def _date_words(parse: Parse, first: int, last: int) -> frozenset[int]:
    """The expressions with what only leads up to them: "late on Tuesday", "by the end of May", "from … to …"."""
    tags = parse.tags
    if first and parse.words[first - 1].lower in {"a", "an"}:
        return frozenset()  # "had a Christmas night out"
    if tags[first] == "Q" and tags[first + 1 : first + 2] != "X":
        named = first and tags[first - 1] == "D" and not re.fullmatch(r"[0-9]{4}", parse.words[first].lower)
        return frozenset({first} if named or is_owner(parse, first) else ())
    start, end = first, last + 1
    if tags[first] == "Q":
        return frozenset(range(start, end + 1))
    if start and tags[start - 1] == "D" and tags[end : end + 1] not in {"N", "E", "A"}:
        start -= 1
    while end < len(tags) and parse.words[end].lower in word_sets("units")["after_dates"]:
        end += 1
    period = re.search(r"D?[AG]?N$", tags[: start - 1]) if start and parse.words[start - 1].lower == "of" else None
    if period and parse.words[start - 2].lower in word_sets("units")["periods"]:
        first = start = period.start()
    while start and (
        (tags[start - 1] == "P" and parse.words[start - 1].lower not in (_PARTICLES if start == first else _VERBS))
        or _is_mid(parse, start - 1)
        or parse.words[start - 1].lower in word_sets("units")["before_dates"]
    ):
        start -= 1
    if more := re.match(r"(?:,?C?P?D?Z)*,?C(?:P?D?Z)(?!B*[VM])", tags[end:]):
        later = any(word.lower in {"after", "before"} for word in parse.words[end : end + more.end()])
        end += 0 if later else more.end()  # "on Monday, but after two days of debate"
    before, after = tags[start - 1 : start], tags[end : end + 1]
    if after == "," and (before in {",", ""} or not start):
        end += 1
        start -= before == ","
    return frozenset(range(start, end))


def _is_mid(parse: Parse, index: int) -> bool:
    """Whether the word is a part of "mid-" before a date."""
    return "mid" in {parse.words[index].lower, *(word.lower for word in parse.words[index - 1 : index])} and (
        parse.tags[index] in "-N"
    )


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
    outside = {id(unit.clause) for unit in found if not _is_subjects(unit)}
    for unit in found:
        if _is_subjects(unit) and id(unit.clause) in outside:
            continue  # "Today's hero was jailed in 2003"
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


def _is_subjects(unit: Unit) -> bool:
    """Whether the date is a part of its clause's subject: "today's hero"."""
    clause = unit.clause
    return (
        clause is not None
        and clause.subject.start <= unit.date < clause.subject.end
        and unit.parse.tags[unit.date] == "Q"
    )


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
