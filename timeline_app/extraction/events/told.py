"""The sentences before a place of a text, read only where somebody asks what a pronoun or a phrase means.

A sentence is read once for all who ask. Offsets are code points of the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from timeline_app.extraction.english.clause import Clause, Range
from timeline_app.extraction.english.clauses import clauses
from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.english.names import Mention, Names, may_be_person
from timeline_app.extraction.english.words import Parse, parse
from timeline_app.extraction.events.cast import Cast
from timeline_app.extraction.events.setting import Setting
from timeline_app.model.document import TextSpan

_WORD = re.compile(r"[a-z]+")
_STOP = re.compile(r"[.!?][\"”’']?\s")
_TITLE, _SIGHT = 16, 120  # code points before and after a name that tell its bearer's gender
_LONG = 700  # code points of a sentence that nobody reads again


class Sentence(NamedTuple):
    """A sentence, its clauses, and the one that says what it tells of, if there is one."""

    parse: Parse
    clauses: tuple[Clause, ...]
    main: Clause | None


class Told:
    """What a text has told before a place, sentence by sentence."""

    def __init__(self, text: str, names: Names) -> None:
        self.text, self.names = text, names
        self._read: dict[TextSpan, Sentence | None] = {}
        self._genders: dict[str, str] = {}

    def sentence(self, span: TextSpan) -> Sentence | None:
        """The sentence at a span; None where it is too long to be one."""
        if span not in self._read:
            self._read[span] = self._parsed(span) if span.end - span.start <= _LONG else None
        return self._read[span]

    def _parsed(self, span: TextSpan) -> Sentence:
        parsed = parse(self.text, span, ())
        found = clauses(parsed)
        main = next((c for c in found if c.group.finite and c.mark < 0 and c.subject and _is_free(c)), None)
        return Sentence(parsed, found, main)

    @cached_property
    def cast(self) -> Cast:
        """What the text says its people and bodies are."""
        return Cast(self.text, self.names)

    @cached_property
    def setting(self) -> Setting:
        """Which country the text is about."""
        return Setting(self.text)

    def before(self, starts: Sequence[int]) -> list[TextSpan]:
        """The sentences that begin at ``starts``, the nearest first, without the last, in which the question stands."""
        return [TextSpan(start, end) for start, end in zip(starts[-2::-1], starts[:0:-1], strict=True)]

    def people(self, start: int, end: int) -> list[Mention]:
        """The people named in ``[start, end)``."""
        return [mention for mention in self.names.within(start, end) if mention.person]

    def doubtful(self, start: int, end: int) -> list[Mention]:
        """Names in ``[start, end)`` of which nothing is known, that may be a person's: "Floyd Mayweather"."""
        return [mention for mention in self.names.within(start, end) if not mention.person and may_be_person(mention)]

    def can_be(self, name: str, pronoun: str) -> bool:
        """Whether "he" or "she" can be a person of the name."""
        if name not in self._genders:
            self._genders[name] = self._gender(name)
        return self._genders[name] in {"", pronoun}

    def _gender(self, name: str) -> str:
        """The pronoun for a person, by their first name, their title, or those that follow their name; or empty."""
        first, sets = name.split(maxsplit=1)[0].lower(), word_sets("names")
        if first in sets["given"] | sets["female"]:
            return "" if first in sets["either"] else "she" if first in sets["female"] else "he"
        told: Counter[str] = Counter()
        for mention in self.names.mentions:
            if mention.name == name:
                told.update(self._signs(mention))
        she, he = told["she"], told["he"]
        return "she" if she > 2 * he else "he" if he > 2 * she else ""

    def _signs(self, mention: Mention) -> list[str]:
        """The gender that a title before a name tells, and the pronouns up to the next person in its sentence."""
        sets = word_sets("names")
        before = self.text[max(0, mention.start - _TITLE) : mention.start].lower().split()[-1:]
        titles = [gender for gender in ("he", "she") for word in before if word in sets[f"titles_{gender}"]]
        end = _STOP.search(self.text, mention.end)
        stop = min(end.start() if end else len(self.text), mention.end + _SIGHT)
        others = [other.start for other in self.names.within(mention.end, stop) if other.person and other != mention]
        words = _WORD.findall(self.text, mention.end, min([stop, *others]))
        return titles * 3 + [gender for gender in ("he", "she") for word in words if word in sets[gender]]

    def humans(self, start: int, end: int, pronoun: str = "") -> bool:
        """Whether a single person without a name is spoken of in ``[start, end)``: "the gunman", "his wife".

        With a pronoun only those who can be meant by it count.
        """
        return not _somebody(pronoun).isdisjoint(_WORD.findall(self.text, start, end))


@cache
def _somebody(pronoun: str) -> frozenset[str]:
    """Words for one person that "he" or "she" can mean."""
    sets = word_sets("names")
    other = {"he": "she", "she": "he"}.get(pronoun, "")
    return sets["humans"] - (sets[f"titles_{other}"] if other else frozenset())


def _is_free(clause: Clause) -> bool:
    """Whether the clause stands outside of quotation marks."""
    parse = clause.parse
    before = parse.tags[: clause.group.start]
    stray = parse.tags.count("[") == 1 and parse.text[parse.words[0].end : parse.words[0].end + 1] == " "
    return before.count("[") <= before.count("]") or (stray and before.startswith("[") and "]" not in parse.tags)


def head_of(clause: Clause) -> int:
    """The noun of a clause's subject, before what only describes it."""
    tags, subject = clause.parse.tags, Range(*clause.subject)
    return next((i for i in range(*subject) if tags[i] in "NE" and tags[i + 1] in "PKGW,("), subject.end - 1)
