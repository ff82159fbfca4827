"""What to call an event: the clause of its date in the source's own words, cut where a clause can end.

A title has at most ``LONGEST`` code points, is never cut in a word, and leaves out the date words, attributions,
brackets and opening conjunctions. A statement reads "Speaker: what was said", with quotation marks where the source has
them. Candidates of different lengths are weighed against each other; the one that says most and ends best wins.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from timeline_app.extraction.english.clause import Clause, Range
from timeline_app.extraction.english.lexicon import names_several, word_sets
from timeline_app.extraction.english.names import Names
from timeline_app.extraction.english.words import Parse
from timeline_app.extraction.events.frames import frames
from timeline_app.extraction.events.naming import Phrase, speakers, subjects
from timeline_app.extraction.events.predicates import WHOLE, Predicate
from timeline_app.extraction.events.sparing import articles, given_names, plain_modifiers
from timeline_app.extraction.events.writing import LETTER, LONGEST, capitalised, write

_WORST = 60.0  # what no title loses
_SPARED = ((0.5, 2.5, given_names), (2.5, 5.0, articles), (4.5, 8.0, plain_modifiers))
"""What words a title spares behind its verbs, what all those so far cost it, and what it must have lost before."""


class Draft(NamedTuple):
    """A possible title, how good it is, and how much of the sense is lost behind its verbs."""

    words: str
    score: float
    lost: float = 0.0


def clause_title(clause: Clause, left_out: frozenset[int], names: Names, pronoun: str = "") -> Draft:
    """The title of what a clause reports; ``left_out`` are the words that date it, ``pronoun`` who "he" is."""
    return _Sayings(clause, left_out, names, pronoun).best(LONGEST)


def statement_title(
    speaker: Clause, contents: Sequence[Clause], left_out: frozenset[int], names: Names, pronoun: str = ""
) -> Draft:
    """The title "Speaker: what was said", empty where it cannot be said in so few words."""
    best = Draft("", -_WORST)
    who = sorted(speakers(speaker, names, pronoun), key=_score, reverse=True)
    for rank, content in enumerate(contents):
        sayings = _Sayings(content, left_out, names, spoken=True)
        quoted = content.parse.tags[content.start - 1 : content.start] == "["
        for name in who:
            worth = name.score - 3.0 * rank - 6.0 * _vague(content)
            said = sayings.best(LONGEST - len(name.text) - 2 - 2 * quoted, best.score - worth)
            if said.words and not said.words.startswith(f"{name.text} "):
                words = _after_colon(said.words, content, quoted=quoted)
                best = Draft(f"{capitalised(name.text)}: {words}", said.score + worth, said.lost)
    return best if best.words else Draft("", 0.0)


def _after_colon(words: str, content: Clause, *, quoted: bool) -> str:
    """A statement without the capital that only its sentence's start gave it, in marks where the source has them."""
    if quoted and not set("“”") & set(words):
        return f"“{words}”"
    start = content.start
    first = content.parse.words[start]
    begins = first.start == content.parse.span.start and content.parse.tags[start] in "NA"
    opening = (begins or content.parse.tags[start] in "DR") and first.lower != "i"
    same = words.split(" ", 1)[0].lower() == first.lower
    return words[:1].lower() + words[1:] if opening and same else words


def _vague(content: Clause) -> bool:
    """Whether only a pronoun says who a statement is about."""
    return content.parse.tags[slice(*content.subject)] == "R"


def phrase_title(parse: Parse, words: Range, left_out: Collection[int] = ()) -> str:
    """The title of an event that a noun phrase names: as much of it as fits."""
    article = words.end - words.start > 1 and parse.words[words.start].lower in {"the", "a", "an"}
    owner = parse.tags[words.start] == "D" and parse.words[words.start].lower in {"his", "her", "its", "their"}
    start = words.start + (article or owner)
    ends = (i for i in range(words.end - 1, start, -1) if parse.tags[i] in "PKGC,W" and not _parts_name(parse.tags, i))
    for end in (words.end, *ends):
        title = write(parse, [i for i in range(start, end) if i not in left_out])
        if 0 < len(title) <= LONGEST:
            return capitalised(re.sub("^the ", "", title))
    return ""


def _parts_name(tags: str, cut: int) -> bool:
    """Whether a cut parts what may be one name: "the Organization | of the Petroleum Exporting Countries"."""
    return tags[cut] in "CP" and tags[cut - 1] == "E" and tags[cut + 1 :].startswith(("E", "DE", "DN"))


class _Sayings:
    """The ways to say a clause: its subject longer or shorter, with more or less of what follows the verbs."""

    def __init__(
        self, clause: Clause, left_out: frozenset[int], names: Names, pronoun: str = "", *, spoken: bool = False
    ) -> None:
        self.clause, self.names, self.spoken = clause, names, spoken
        self.subjects = sorted(subjects(clause, left_out, names, pronoun), key=_score, reverse=True)
        self.predicate = Predicate(clause, left_out, spoken=spoken)

    def best(self, room: int, floor: float = -_WORST) -> Draft:
        """The best of those with at most ``room`` code points, if it is better than ``floor``; else an empty one."""
        best = Draft("", floor)
        spared: frozenset[int] = frozenset()
        best = self._better(best, self.predicate, room, 0.0)
        for cost, enough, find in _SPARED:
            if best.words and best.score >= self._whole(best) - enough:
                break
            if not (more := find(self.clause, self.names)) <= spared:
                spared |= more
                best = self._better(best, self.predicate.without(spared), room, cost)
        return best if best.words else Draft("", 0.0)

    @staticmethod
    def _whole(draft: Draft) -> float:
        """What a title with these letters would be worth that loses nothing."""
        return WHOLE + LETTER * len(draft.words)

    def _better(self, best: Draft, predicate: Predicate, room: int, cost: float) -> Draft:
        for subject in () if predicate.is_empty else self.subjects:
            worth = subject.score + LETTER * len(subject.text) - cost
            for spare in (0, 1, 3, 6):  # marks of quotation may be added
                left = room - len(subject.text) + (not subject.text) - spare
                found = predicate.best(left, best.score - worth)
                words = self._written(subject.text, found.words) if found.words else ""
                if len(words) <= room:
                    break
            if words and len(words) <= room:
                best = Draft(words, found.score + worth, found.lost)
        return best

    def _written(self, subject: str, words: Sequence[int]) -> str:
        said = write(self.clause.parse, words)
        if self.clause.group.start < self.clause.subject.start:  # "Born in Bellshill, Robin Cook …"
            said = said[:1].lower() + said[1:]
        said = _finite(self.clause, subject) + said
        line = f"{subject} {said}" if not said.startswith(("'", "’s", "n't", "n’t")) else subject + said
        return line.strip() if self.spoken else capitalised(line.strip())


def _finite(clause: Clause, subject: str) -> str:
    """The "was" or "were" that a participle behind its noun lacks: "a treaty | signed in Rome"."""
    if clause.group.finite or not clause.subject or clause.parse.tags[clause.group.head] != "K" or not subject:
        return ""
    taken = clause.parse.tags[clause.group.end : clause.group.end + 1] in {"D", "N", "E", "#", "O"}
    if taken or clause.verb in word_sets("factuality")["plan_verbs"] or clause.verb in frames()["alone"]:
        return ""
    return "were " if _is_plural(clause) else "was "


def _is_plural(clause: Clause) -> bool:
    """Whether several are named by the subject's noun, before what describes it, or by two that "and" joins."""
    tags, words, (start, end) = clause.parse.tags, clause.parse.words, clause.subject
    head = next((i - 1 for i in range(start + 1, end) if tags[i] in "PKG,("), end - 1)
    joined = re.search("[NE]C[DANEX#]*[NE]$", tags[start : head + 1])
    return bool(joined) or (tags[head] == "N" and names_several(words[head].lower))


def _score(phrase: Phrase) -> float:
    return phrase.score
