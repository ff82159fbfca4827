"""The clauses of a sentence: who did what, and which of them a temporal expression dates.

A ``Clause`` is found around its verbs: its subject to the left of them, what they govern to the right. All numbers are
indices of words of the ``Parse``, ranges half-open; an empty subject is ``(i, i)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline_app.extraction.lexicon import grammar
from timeline_app.extraction.wordclasses import Word
from timeline_app.extraction.words import Parse

_GROUP = re.compile(
    r"(?P<finite>[VM]B*(?:[IKG]B*)*(?:(?<=[VIKGB])TB*IB*[KG]?)*)|(?P<other>(?<=[NEOZ,\])(#-])K|(?<=[Z,\])(-])G)"
)
_NOMINAL = re.compile(r"(?:[PG]?Z(?=[PK])|B(?=[ANK])|[DANEXQ#GKPC\[\]O])*$")
_GAPS = (
    re.compile(r"[BZ]*(?:PZ[BZ]*)?$"),
    re.compile(r"(?:,(?:[^,;\[]|\[[^\[\]]*\])*,|-[^;-]*-|\([^()]*\))[BZ]*(?:PZ)?$"),
    re.compile(r"(?:,[^,;\[]*,[^,;\[]*,)[BZ]*$"),
    re.compile(r"(?:,[^;\[]*?,)[BZ]*$"),
)
_LEADING = re.compile(r"^(?:[BZC,]|P[BZ]+)*")
_PHRASE = re.compile(r"^P[DANEXQ#]*[NE#ZQ](?=[DR])")


class Range(NamedTuple):
    """Words ``[start, end)``."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Whether it holds a word."""
        return self.start < self.end


class Group(NamedTuple):
    """Verbs that belong together ("has been driving", "refused to become"); ``head`` is the main one."""

    start: int
    end: int
    head: int
    finite: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject, its verbs and what follows them up to ``end``.

    ``mark`` is the word that makes it depend on another clause ("that", "who", "after"), or -1.
    """

    parse: Parse
    group: Group
    subject: Range
    mark: int
    end: int

    @property
    def verb(self) -> str:
        """Lemma of the main verb."""
        return self.parse.words[self.group.head].lemma

    @property
    def start(self) -> int:
        """Its first word, the mark left out."""
        return self.subject.start if self.subject and self.subject.start < self.group.start else self.group.start

    @property
    def marker(self) -> str:
        """The word that makes it depend on another clause, in lower case, or an empty string."""
        return self.parse.words[self.mark].lower if self.mark >= 0 else ""

    @property
    def passive(self) -> bool:
        """Whether its subject suffers what the verb says."""
        words, be = self.parse.words[self.group.start : self.group.head], grammar()["be"]
        return self.parse.tags[self.group.head] == "K" and (not self.group.finite or any(w.lower in be for w in words))


def clauses(parse: Parse) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their verbs."""
    found: list[Clause] = []
    for group in _groups(parse):
        subject, mark = _subject(parse, group, found)
        found.append(Clause(parse, group, subject, mark, len(parse.tags)))
    return tuple(_ended(_led(clause, found[i + 1 :]), found[i + 1 :]) for i, clause in enumerate(found))


def _led(clause: Clause, later: list[Clause]) -> Clause:
    """The clause of an opening participle with the subject that follows it ("Cited by police, he …")."""
    if clause.group.finite or clause.subject or ";" in clause.parse.tags[: clause.group.start]:
        return clause
    main = next((other for other in later if other.group.finite), None)
    return replace(clause, subject=main.subject) if main and main.subject.start > clause.group.end else clause


def clause_of(clauses: tuple[Clause, ...], index: int) -> Clause | None:
    """The clause that word ``index`` belongs to: mostly that of the verb before it."""
    inside = [
        clause for clause in clauses if clause.group.finite and clause.subject.start <= index < clause.subject.end
    ]
    if inside:
        return inside[-1]
    before = [
        clause
        for clause in clauses
        if clause.group.start <= index and (clause.group.finite or _dated_by_itself(clause))
    ]
    later = [clause for clause in clauses if clause.group.start > index]
    after = next((c for c in later if c.group.finite and not _is_aside(c, index)), later[0] if later else None)
    if not before and after and ";" in after.parse.tags[index : after.start]:
        return None
    if not before or (after and _opens(after, before[-1], index)):
        return after or next((clause for clause in reversed(clauses) if clause.group.start <= index), None)
    clause = _paired(_reaching(before, index), before)
    if clause.marker in {"when", "as", "while"} and clause.parse.tags[slice(*clause.subject)] == "R":
        clause = next((c for c in reversed(before) if c.group.finite and c.mark < 0 and c.subject), clause)
    cleft = clause.verb == "be" and clause.parse.words[clause.subject.start].lower == "it"
    if after and cleft and clause.parse.tags[index + 1 : index + 2] in {"S", "W", "R"}:
        return after
    return clause


def _paired(clause: Clause, before: list[Clause]) -> Clause:
    """The first of two verbs that only "and" joins ("resigned and fled to London")."""
    tags = clause.parse.tags
    joined = (c for c in before if c.group.finite and re.fullmatch("B?CB?", tags[c.group.end : clause.group.start]))
    return next(joined, clause)


def _is_aside(clause: Clause, index: int) -> bool:
    """Whether a later clause only says when or why the sentence's own clause was."""
    return clause.mark > index and clause.marker != "that"


def _reaching(before: list[Clause], index: int) -> Clause:
    """The last clause that has not ended at ``index``; a verb in -ing leaves the date to its sentence's verb."""
    open_ones = [clause for clause in before if index < clause.end]
    return (open_ones or before)[-1]


def _dated_by_itself(clause: Clause) -> bool:
    """Whether a participle reports something of its own ("a treaty signed in 1998"), not just a name or place."""
    tags, first = clause.parse.tags, clause.subject.start
    brought = first and tags[first - 1] == "P" and clause.parse.words[first - 1].lower in {"in", "at", "during", "on"}
    return tags[clause.group.head] == "K" and clause.verb not in grammar()["naming_verbs"] and not brought


def _opens(after: Clause, before: Clause, index: int) -> bool:
    """Whether the expression stands before a clause, set off from the one that ends there."""
    tags = after.parse.tags
    first = index
    while first and tags[first - 1] in "PBDZ":
        first -= 1
    if re.match(r",[SW]", tags[index + 1 :]) and before.group.end >= first - 1:
        return False
    if first <= before.group.end - 1 or (first and tags[first - 1] not in ",;SWC[-("):
        return False
    own = bool(after.subject) and after.subject.start >= index
    direct = not set(tags[index + 1 : after.group.start]) - set("BZ,")
    return own or direct


def _groups(parse: Parse) -> Iterator[Group]:
    for found in _GROUP.finditer(parse.tags):
        start, end = found.span()
        while parse.tags[end - 1] == "B":
            end -= 1
        head = max(i for i in range(start, end) if parse.tags[i] in "VMIKG")
        yield Group(start, end, head, bool(found["finite"]))


def _subject(parse: Parse, group: Group, before: list[Clause]) -> tuple[Range, int]:
    """The subject's words, and the mark of the clause."""
    if not group.finite:
        return _implied(parse, group, before), -1
    left = parse.tags[: group.start]
    if (relative := _closing_relative(parse, left, before)) is not None:
        return relative, -1
    for gap in _GAPS:
        found = gap.search(left)
        if found and (subject := _nominal(parse, found.start(), before)) and _can_be_subject(parse, subject, found):
            if parse.tags[subject.start] == "P" and (leader := _modified(subject, before)):
                return leader.subject, leader.mark
            return _apposed(parse, subject, found), _mark(parse, left, subject.start)
    return _shared(parse, group, before)


def _closing_relative(parse: Parse, left: str, before: list[Clause]) -> Range | None:
    """The subject of a verb that follows a relative clause without a comma ("the man who shot him was caught")."""
    if not before or before[-1].mark < 0 or parse.tags[before[-1].mark] != "W" or not before[-1].subject:
        return None
    last = before[-1]
    free = last.verb in grammar()["reporting_verbs"] or parse.tags[last.mark - 1 : last.mark] == ","
    between = left[last.group.end :]
    if free or not between or set(between) & set(",;SWC[]-R(TV"):
        return None
    return _nominal(parse, last.mark, before[:-1])


def _nominal(parse: Parse, end: int, before: list[Clause]) -> Range:
    """The noun phrase that ends before word ``end``."""
    tags = parse.tags
    if end and tags[end - 1] == "R":
        return Range(end - 1, end)
    found = _NOMINAL.search(tags, 0, end)
    start = found.start() if found else end
    nearest = max((clause.group.end for clause in before if clause.group.end <= end), default=0)
    start = max(start, nearest)
    start = _after_coordinator(parse, start, end, before)
    if parse.words[start : start + 1] and parse.words[start].lower in grammar()["both_preposition_and_subordinator"]:
        start += 1
    listed = re.search(r"(?:^|[;S\[])((?:[DANEX#]+,)+)$", tags[:start]) if tags[start : start + 1] == "C" else None
    if listed:
        return Range(listed.start(1), end)
    start += len(_LEADING.match(tags[start:end])[0])  # type: ignore[index] # the pattern matches an empty string
    if phrase := _PHRASE.match(tags[start:end]):
        start += phrase.end()
    if not set(tags[start:end]) & set("NEX#QDA"):
        return Range(end, end)
    if start and tags[start - 1] == "W" and tags[end - 1] not in "NE":
        return Range(end, end)
    return _with_list(tags, start, end)


def _with_list(tags: str, start: int, end: int) -> Range:
    """Adds the first members of "A, B and C"."""
    if "C" in tags[start:end]:
        listed = re.search(r"(?:[DANEX#]+,)+$", tags[:start])
        if listed and (listed.start() == 0 or tags[listed.start() - 1] in ";S["):
            return Range(listed.start(), end)
    return Range(start, end)


def _after_coordinator(parse: Parse, start: int, end: int, before: list[Clause]) -> int:
    """Where a new subject begins after "and", if what stands before it is the object of a verb."""
    if not start or start >= end or "C" not in parse.tags[start:end]:
        return start
    objected = any(clause.group.end == start and clause.verb not in grammar()["reporting_verbs"] for clause in before)
    return parse.tags.rindex("C", start, end) + 1 if objected else start


def _modified(subject: Range, before: list[Clause]) -> Clause | None:
    """The clause whose verb, before a phrase with a preposition, only describes the true subject ("wanted for …")."""
    last = before[-1] if before else None
    governs = last and last.group.end == subject.start and last.verb not in grammar()["reporting_verbs"]
    return last if governs and last and last.subject else None


def _can_be_subject(parse: Parse, subject: Range, gap: re.Match[str]) -> bool:
    """Not a phrase with a preposition that is set off by commas."""
    opening = parse.tags[subject.start]
    if gap[0].startswith(",") and not set(parse.tags[slice(*subject)]) - {"#"}:
        return False
    return opening != "P" or (gap[0][:1] not in {",", "-", "("} and parse.words[subject.start].lower != "of")


def _apposed(parse: Parse, subject: Range, gap: re.Match[str]) -> Range:
    """The name that a comma sets beside the subject ("the president, Charles Taylor, …"), else the subject.

    Where another comma stands before the name ("An aide to the president, Charles Taylor, …, said"), it is apposed.
    """
    tags = parse.tags
    if re.fullmatch(r",E{2,4},B*", gap[0]) and (
        tags[subject.start] in "DAN" or re.search("X[ANE]*N$", tags[slice(*subject)])
    ):
        return Range(gap.start() + 1, gap.start() + 1 + gap[0].count("E"))
    before = re.search(r"(?:^|[;S\[])(D[DANEXQ#P]*N),$", tags[: subject.start])
    if before and gap[0].startswith(",") and not set(tags[slice(*subject)]) - set("E"):
        return Range(*before.span(1))
    return subject


def _mark(parse: Parse, left: str, start: int) -> int:
    """The subordinator or relative word right before a clause that starts at ``start``."""
    found = re.search(r"[SW](?:[BZ,]|PZ)*$", left[:start])
    if found:
        return found.start()
    both = start and parse.words[start - 1].lower in grammar()["both_preposition_and_subordinator"]
    return start - 1 if both else -1


def _shared(parse: Parse, group: Group, before: list[Clause]) -> tuple[Range, int]:
    """The subject of a verb that has none beside it: an antecedent, another verb's, or one after the verb."""
    left = parse.tags[: group.start].rstrip("BZ")
    if left.endswith("W"):
        return _antecedent(parse, len(left[:-1].rstrip("P,-")), before), len(left) - 1
    inverted = re.match(r"[DANEX#]+", parse.tags[group.end :])
    if inverted and left[-1:] in ",];" and parse.words[group.head].lemma in grammar()["speech_verbs"]:
        return Range(group.end, group.end + inverted.end()), -1
    finite = [clause for clause in before if clause.group.finite]
    if finite and re.search(r"[C,]+P?$", left):
        leader = _leader(parse, finite)
        return leader.subject, leader.mark
    return Range(group.start, group.start), _mark(parse, left, len(left))


def _leader(parse: Parse, finite: list[Clause]) -> Clause:
    """The clause that a verb without a subject of its own goes on with: not one that only says when "it" was."""
    last = finite[-1]
    aside = last.mark >= 0 and parse.tags[last.mark] == "S" and last.marker != "that"
    return finite[-2] if aside and len(finite) > 1 and parse.tags[slice(*last.subject)] == "R" else last


def _antecedent(parse: Parse, end: int, before: list[Clause]) -> Range:
    """The noun phrase before "who", "which" or a participle: the nearest, before "which" with an "of" inside it."""
    phrase = _nominal(parse, end, before)
    whole = any(word.lower in {"which", "that"} for word in parse.words[end : end + 3])
    links = [
        i for i in range(phrase.start, end) if parse.tags[i] in "PC" and not (whole and parse.words[i].lower == "of")
    ]
    return Range(links[-1] + 1, end) if links else phrase


def _implied(parse: Parse, group: Group, before: list[Clause]) -> Range:
    """The noun before a participle, or the subject of the clause that a comma sets it off from."""
    left = parse.tags[: group.start].rstrip("BZ")
    near = parse.tags[group.start] == "K" and re.search(r"[NE][,(-]$", left)
    if left.endswith((",", "-", "]")) and before and not near:
        return before[-1].subject
    left = left[:-1] if near else left
    if parse.tags[group.start] == "K":
        return _antecedent(parse, len(left), before)
    return _nominal(parse, len(left), before)


def _ended(clause: Clause, later: list[Clause]) -> Clause:
    """The clause with its end: where the next one begins that does not depend on it."""
    tags = clause.parse.tags
    start = max(clause.group.end, clause.subject.end)
    words = clause.parse.words
    stops = (
        i for i in range(start, len(tags)) if tags[i] in ";-" or _unopened(tags, start, i) or _attributes(words[i])
    )
    end = next(stops, len(tags))
    if not clause.group.finite and tags[clause.group.end : clause.group.end + 1] == "Z":
        end = min(end, clause.group.end + 1)
    for other in later:
        if other.group.start >= end:
            break
        if clause.mark >= 0 and other.group.finite and re.search(r",B*$", tags[start : other.group.start]):
            end = tags.rindex(",", start, other.group.start)
            break
        if _is_beside(tags, other, start):
            end = other.start
            while end > start and tags[end - 1] in "C,PZBS[(":
                end -= 1
            if lead := re.search(r"(?:,?C|,)(?:PZ|Z),?(?:[DANEXQ#]+,?)?$", tags[start:end]):
                end = start + lead.start()
            break
    return Clause(clause.parse, clause.group, clause.subject, clause.mark, end)


def _attributes(word: Word) -> bool:
    """Whether only a source is named from here on ("…, according to officials")."""
    return word.lower == "according"


def _unopened(tags: str, start: int, i: int) -> bool:
    """Whether a quote or bracket closes at ``i`` that was open before ``start``."""
    closing = {"]": "[", ")": "("}.get(tags[i])
    return closing is not None and closing not in tags[start:i]


def _is_beside(tags: str, other: Clause, start: int) -> bool:
    """Whether a later clause stands on its own: after a comma or "and", with a subject of its own and no mark."""
    if not other.group.finite or other.subject.start < start:
        return False
    if other.mark >= start:
        return False
    left = tags[start : other.start].rstrip("PZB[")
    return left.endswith((",", "C", "]"))
