"""The clauses of a sentence: who did what, and which of them a temporal expression dates.

A ``Clause`` is found around its verbs: its subject to the left of them, what they govern to the right. All numbers are
indices of words of the ``Parse``, ranges half-open; an empty subject is ``(i, i)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline_app.extraction.english.clause import Clause, Group
from timeline_app.extraction.english.lexicon import grammar
from timeline_app.extraction.english.reading import Word
from timeline_app.extraction.english.subjects import subject_of
from timeline_app.extraction.english.words import Parse

_GROUP = re.compile(
    r"(?P<finite>[VM](?:B+CB+|B*)(?:Z(?=B*[IKG]))?B*(?:[IKG]B*)*(?:(?<=[VIKGB])TB*IB*[KG]?)*)|(?P<other>(?:^|(?<=[NEOZ,\])(#-]))K|(?<=[Z,\])(-])G)"
)
_PHRASE = re.compile(r"^P[DANEXQ#]*[NE#ZQ](?=[DR])")


def clauses(parse: Parse) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their verbs."""
    found: list[Clause] = []
    for group in _groups(parse):
        subject, mark = subject_of(parse, group, found)
        found.append(Clause(parse, group, subject, mark, len(parse.tags)))
    return tuple(_ended(_led(clause, found[i + 1 :]), found[i + 1 :]) for i, clause in enumerate(found))


def _led(clause: Clause, later: list[Clause]) -> Clause:
    """The clause of an opening participle with the subject that follows it ("Cited by police, he …")."""
    if clause.group.finite or clause.subject or ";" in clause.parse.tags[: clause.group.start]:
        return clause
    main = next(
        (other for other in later if other.group.finite and other.marker not in {"who", "which", "whose"}), None
    )
    return replace(clause, subject=main.subject) if main and main.subject.start > clause.group.end else clause


def clause_of(clauses: tuple[Clause, ...], index: int) -> Clause | None:
    """The clause that word ``index`` belongs to: mostly that of the verb before it."""
    inside = [clause for clause in clauses if clause.group.finite and _holds(clause, index)]
    if inside:
        return next(clause for clause in inside if clause.subject == inside[-1].subject)
    before = [
        clause
        for clause in clauses
        if clause.group.start <= index and (clause.group.finite or _dated_by_itself(clause))
    ]
    later = [clause for clause in clauses if clause.group.start > index]
    own = [c for c in later if c.group.finite and not _is_aside(c, index)]
    free = [c for c in own if c.mark < 0 and not before]  # a date that opens the sentence is its own verb's
    after = next(iter(free or own), None)
    if after is None and later and not before:
        after = later[0]
    if not before and after and any(word.start == word.end for word in after.parse.words[index : after.start]):
        return None  # a lead-in lies between
    if not before or (after and _opens(after, before[-1], index)):
        return after or next((clause for clause in reversed(clauses) if clause.group.start <= index), None)
    clause = _paired(_reaching(before, index), before)
    if clause.marker in {"when", "as", "while"} and clause.parse.tags[slice(*clause.subject)] == "R":
        clause = next((c for c in reversed(before) if c.group.finite and c.mark < 0 and c.subject), clause)
    cleft = clause.verb == "be" and clause.parse.words[clause.subject.start].lower == "it"
    if after and cleft and clause.parse.tags[index + 1 : index + 2] in {"S", "W", "R"}:
        return after
    return clause


def _holds(clause: Clause, index: int) -> bool:
    """Whether the expression stands in a clause's subject, or between it and the verb ("a court on Friday refused")."""
    start, end = clause.subject
    if start <= index < end:
        return True
    between = start < end <= index < clause.group.start
    return between and not set(clause.parse.tags[end : clause.group.start]) - set("BPZ")


def _paired(clause: Clause, before: list[Clause]) -> Clause:
    """The first of two verbs that only "and" joins ("resigned and fled to London")."""
    tags = clause.parse.tags
    joined = (c for c in before if c.group.finite and re.fullmatch("B?CB?", tags[c.group.end : clause.group.start]))
    first = next(joined, clause)
    objected = tags[clause.group.end : clause.group.end + 1] in {*"DNE#"}
    return clause if objected and first.passive else first  # "was well received and | closed its doors in May"


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


def _ended(clause: Clause, later: list[Clause]) -> Clause:
    """The clause with its end: where the next one begins that does not depend on it."""
    tags = clause.parse.tags
    start = max(clause.group.end, clause.subject.end)
    words = clause.parse.words
    stops = (
        i for i in range(start, len(tags)) if tags[i] in ";-" or _unopened(tags, start, i) or _attributes(words[i])
    )
    end = next(stops, len(tags))
    if not clause.group.finite and (dated := re.match("Z|PZ(?=[VMRDE,;]|$)", tags[clause.group.end :])):
        end = min(end, clause.group.end + dated.end())
    for other in later:
        if other.group.start >= end:
            break
        if (before := _end_before(clause, other, start)) is not None:
            end = before
            break
    return Clause(clause.parse, clause.group, clause.subject, clause.mark, end)


def _end_before(clause: Clause, other: Clause, start: int) -> int | None:
    """Where a clause whose verbs and subject end before ``start`` ends if ``other`` goes on without it, or None."""
    tags = clause.parse.tags
    between = tags[start : other.group.start]
    if other.group.finite and not clause.group.finite and re.search(r"CB*$", between):
        end = tags.rindex("C", start, other.group.start)
        return end - (tags[end - 1] == ",")
    goes_on = other.group.finite and 0 <= other.subject.start < clause.mark and tags[clause.mark] == "W"
    if goes_on and not re.search(r"[,C\]]B*$", between):
        return other.group.start  # "The man who shot him was caught"
    aside = clause.mark >= 0 or not clause.group.finite
    if aside and other.group.finite and re.search(r",B*$", between):
        return tags.rindex(",", start, other.group.start)
    if 0 <= clause.mark < start and clause.marker in {"when", "after", "as", "before"} and _is_own(tags, other, start):
        return other.start  # "when it was empty in 1998 I jumped at the chance"
    if not _is_beside(tags, other, start):
        return None
    end = other.start
    if link := re.search(r"(?:,?C|,|\])[,PZBS\[(]*$", tags[start:end]):
        end = start + link.start() + (tags[start + link.start()] == "]")
    if lead := re.search(r"(?:,?C|,)(?:PZ|Z),?(?:[DANEXQ#]+,?)?$", tags[start:end]):
        end = start + lead.start()
    return end


def _is_own(tags: str, other: Clause, start: int) -> bool:
    """Whether a clause that no comma sets off has a pronoun for its subject and depends on none."""
    return other.group.finite and other.subject.start >= start and other.mark < 0 and tags[slice(*other.subject)] == "R"


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
