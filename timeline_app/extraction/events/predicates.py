"""What a title says of its subject: the verbs with those parts behind them that fit and lose least of the sense."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import grammar
from timeline_app.extraction.english.words import Parse
from timeline_app.extraction.events.partcollector import WANTED
from timeline_app.extraction.events.parts import parts_of
from timeline_app.extraction.events.writing import LETTER

WHOLE = 12.0  # worth of a clause that loses nothing
_CUT = 1.0  # what a title loses by being cut at all
_GAP = 1.5  # what it loses where something between is left out
_WIDE = 4.0  # the same, where that is wanted
_REACH = 12  # parts that are looked at


class Choice(NamedTuple):
    """Words of the source, what they are worth as a title, their letters counted, and what was lost of the sense."""

    words: tuple[int, ...]
    score: float
    lost: float


class Predicate:
    """The verbs of a clause and the parts behind them, of which a title keeps some."""

    def __init__(self, clause: Clause, left_out: frozenset[int], *, spoken: bool) -> None:
        parse = self.parse = clause.parse
        date = min(left_out, default=-1)
        if clause.verb in grammar()["lasting_verbs"] and parse.tags[clause.group.end : clause.group.end + 1] == "Z":
            left_out = frozenset()
        small = grammar()["left_out_of_titles"]
        places = range(clause.group.start, clause.end)
        dropped = {i for i in places if i in left_out or parse.words[i].lower in small}
        dropped |= bracketed(parse.tags, clause.group.end, clause.end)
        dropped.update(range(*clause.subject))
        start = first_verb(clause, quoted=spoken)
        closing = parse.tags.find("]", start, clause.end) if start == clause.group.end else -1
        if closing >= 0 and not set(parse.tags[start:closing]) - set("[B"):
            start = clause.group.start  # "was “profoundly” anti-war"
        elif closing >= 0:  # only what is quoted
            dropped.update(range(closing + 1, clause.end))
        self.core: tuple[int, ...] = (
            *_turning(clause),
            *(i for i in range(start, clause.group.end) if i not in dropped),
        )
        self.parts = parts_of(clause, dropped, date)[:_REACH]
        self.lengths = [length(parse, part.words) for part in self.parts]
        self.base = length(parse, self.core)
        alone = clause.verb == "be" and start == clause.group.head and self.parts
        did = clause.verb == "do" and clause.marker == "as"  # "as she did at the Academy"
        self.is_empty = did or bool(
            alone and parse.tags[self.parts[0].words[0]] == ","
        )  # "… is tomorrow, giving them a day"

    def without(self, spared: frozenset[int]) -> Predicate:
        """The same with these words left out of its parts."""
        if not spared:
            return self
        other = copy(self)
        other.parts = [p._replace(words=tuple(i for i in p.words if i not in spared)) for p in self.parts]
        other.lengths = [length(self.parse, part.words) for part in other.parts]
        return other

    def best(self, room: int, floor: float) -> Choice:
        """The words that fit in ``room`` code points and score most, if that is more than ``floor``; letters count."""
        found = Choice((), floor, 0.0)
        room -= self.base
        stack: list[tuple[int, tuple[int, ...], int, float, bool]] = [(0, (), 0, 0.0, False)]
        while stack and room >= 0:
            at, kept, used, loss, cut = stack.pop()
            if self._worth(room, loss) <= found.score:
                continue
            if at == len(self.parts):
                if (worth := self._worth(used, loss + _CUT * cut)) > found.score:
                    found = Choice((*self.core, *(i for k in kept for i in self.parts[k].words)), worth, loss)
                continue
            part = self.parts[at]
            if part.on >= 0 and part.on not in kept:
                stack.append((at + 1, kept, used, loss, True))
                continue
            stack.append((at + 1, kept, used, loss + part.need, cut or part.need > 0))
            if used + self.lengths[at] <= room:
                gap = self._gap(kept, at)
                stack.append((at + 1, (*kept, at), used + self.lengths[at], loss + part.cost + gap, cut))
        return found

    def _worth(self, used: int, loss: float) -> float:
        return WHOLE - loss + LETTER * (self.base + used)

    def _gap(self, kept: Sequence[int], at: int) -> float:
        """What is lost because more than an aside was left out right before part ``at``."""
        skipped = (self.parts[k] for k in range(kept[-1] + 1 if kept else 0, at))
        most = max((part.need for part in skipped if part.on < 0 or part.on in kept), default=0.0)
        return _WIDE if most >= WANTED else _GAP * (most > 0)


def length(parse: Parse, words: Sequence[int]) -> int:
    """How many code points the words take with the spaces before them, about."""
    if not words:
        return 0
    first, last = words[0], words[-1]
    if last - first == len(words) - 1:
        before = parse.words[first - 1].end if first else parse.words[first].start
        return parse.words[last].end - parse.words[first].start + (parse.words[first].start > before)
    return sum(len(parse.words[i].lower) + 1 for i in words)


def _turning(clause: Clause) -> list[int]:
    """Adverbs before the verb that turn its sense: "barely left"."""
    before = range(clause.subject.end, clause.group.start)
    parse = clause.parse
    if not clause.subject or set(parse.tags[before.start : before.stop]) - set("BZ"):
        return []
    return [i for i in before if parse.words[i].lower in grammar()["turning_adverbs"]]


def first_verb(clause: Clause, *, quoted: bool) -> int:
    """Where a title's verbs begin: "driving" for "have been driving"; the quote for "is “crumbling”"."""
    parse, group = clause.parse, clause.group
    be = grammar()["be"]
    helpers = [parse.words[i].lower for i in range(group.start, group.end) if parse.tags[i] != "B"]
    plain = set(parse.tags[group.start : group.end]) <= set("VKG")
    named = clause.subject and parse.tags[slice(*clause.subject)] != "R"
    opens = parse.tags[group.end : group.end + 1] == "["
    if quoted and named and plain and all(word in be for word in helpers) and opens:
        return group.end
    progressive = parse.tags[group.head] == "G" and plain and helpers[:1] != helpers[-2:-1] and named and not quoted
    if progressive and all(word in be | grammar()["have"] for word in helpers[:-1]):
        return group.head
    return group.start


def bracketed(tags: str, start: int, end: int) -> set[int]:
    """The words in round brackets."""
    found: set[int] = set()
    opened = tags.find("(", start, end)
    while opened >= 0:
        closed = tags.find(")", opened, end)
        if closed < 0:
            break
        found.update(range(opened, closed + 1))
        opened = tags.find("(", closed, end)
    return found
