"""People, organisations and places that a text names, and by which short name it calls them.

Rules only: runs of capitalised words, titles before them, common given names, and a last name that stands alone
elsewhere in the text. "Koussa" and "Moussa Koussa" are one name, that of the longest form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from timeline_app.extraction.lexicon import word_sets

_CAPITAL = (
    r"(?:(?:[^\W\d_a-z]\.){1,4}|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Prof|Rev|St|Cmdr|Brig)\."
    r"|(?:(?:[a-z]{1,3}|[^\W\d_])-)*[^\W\d_a-zß-öø-ÿ](?:[^\W_]|(?<=\w)(?!['’]s\b)[-.’'&](?=\w))*)"
)
_PARTICLE = r"(?:(?:of|de|da|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos)[ \xa0]+){1,2}"
_RUN = re.compile(rf"\b{_CAPITAL}(?:[ \xa0]+(?:{_PARTICLE})?{_CAPITAL})*")
_ARTICLE = re.compile(r"^(?:el|al|ash|as|ad|ul)-", re.IGNORECASE)
_AGED = re.compile(r", (?:aged )?[1-9][0-9](?:,|\.| years)")
_PLACED = re.compile(r"\b(?:in|from|at|the|near|across|outside|inside|into|of) $")
_OPENING = 45  # code points in which a passage names its subject
_NEAR = 30  # code points before a name that hold the word before it
_OFTEN = 5  # mentions of whom a text is about
_LONGEST_NAME = 5  # words


class Mention(NamedTuple):
    """A name at ``[start, end)`` of the text; ``person`` says that it is a person's, ``body`` an organisation's."""

    start: int
    end: int
    name: str
    person: bool
    body: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Every mention of a name in a text, in order, the short name of each, and last names that several people share.

    ``main`` is the person whom the text is about: named more often than all others together, or an empty string.
    """

    mentions: tuple[Mention, ...]
    shorts: dict[str, str]
    shared: frozenset[str] = frozenset()
    main: str = ""

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self.mentions, (start,)) : bisect_left(self.mentions, (end,))]

    def short(self, name: str) -> str:
        """How the text calls a bearer of the name later on; the name itself where it does not."""
        return self.shorts.get(name, name)

    def participants(self, start: int, end: int) -> tuple[str, ...]:
        """People and organisations named in ``[start, end)``, each once, in the order of the text."""
        return tuple(dict.fromkeys(m.name for m in self.within(start, end) if m.person or m.body))

    def names_person(self, start: int, end: int) -> bool:
        """Whether a person is named in ``[start, end)``."""
        return any(mention.person for mention in self.within(start, end))

    def others(self, start: int, end: int, person: str) -> bool:
        """Whether somebody other than ``person`` is named in ``[start, end)``, or somebody may be."""
        return any(m.name != person and (m.person or _may_be_person(m)) for m in self.within(start, end))

    def person_before(self, start: int, end: int, pronoun: str) -> str:
        """The short name of the only person mentioned in ``[start, end)``, if "he" or "she" can be that person's.

        The name must open the passage, as a subject does, and nobody else in the text may share it.
        """
        people = [mention for mention in self.within(start, end) if mention.person]
        name = people[0].name if people and people[0].start - start <= _OPENING else ""
        if not name or any(mention.name != name for mention in people) or name.split()[-1] in self.shared:
            return ""
        return self.called(name, pronoun)

    def called(self, name: str, pronoun: str) -> str:
        """The short name of a person, or an empty string where "he" or "she" cannot be theirs."""
        female = name.split(maxsplit=1)[0].lower() in _sets()["female"]
        return self.short(name) if female == (pronoun == "she") else ""


@cache
def _sets() -> dict[str, frozenset[str]]:
    return dict(word_sets("names"))


def find_names(text: str) -> Names:
    """The names of a text."""
    titles = _sets()["titles"]
    found = [run for match in _RUN.finditer(text) if (run := _without_opening(match))[1].lower() not in {"", *titles}]
    last_names = Counter(words for _, words, _ in found if " " not in words)
    titled = {words for start, words, title in found if title or _is_introduced(text, start, start + len(words))}
    placed = Counter(words for start, words, _ in found if _PLACED.search(text, max(0, start - 9), start))
    full, people = _full_names((words for _, words, _ in found), last_names - placed - placed, titled)
    mentions = []
    for start, words, _ in found:
        name = full.get(words, words)
        body = name not in people and name.split()[-1].lower() in _sets()["bodies"] and " " in name
        mentions.append(Mention(start, start + len(words), name, name in people, body))
    shorts = {name: short for short, name in full.items() if name != short and " " not in short and name in people}
    return Names(tuple(mentions), shorts, _shared(words for _, words, _ in found), _main(mentions))


def _main(mentions: Iterable[Mention]) -> str:
    named = Counter(mention.name for mention in mentions if mention.person)
    name, times = named.most_common(1)[0] if named else ("", 0)
    return name if times >= _OFTEN and 2 * times > named.total() else ""


def _may_be_person(mention: Mention) -> bool:
    """Whether a name of which nothing is known can be a person's: "Floyd Mayweather"."""
    words = [word.lower() for word in mention.name.split()]
    known = _sets()["not_persons"] | _sets()["bodies"] | _sets()["places"] | _sets()["of_things"]
    return not mention.body and len(words) in {2, 3} and not known & set(words)


def _shared(found: Iterable[str]) -> frozenset[str]:
    """Last words of names that stand behind more than one first word."""
    firsts: dict[str, set[str]] = defaultdict(set)
    for words in found:
        first, _, last = words.partition(" ")
        if last:
            firsts[last.split()[-1]].add(first)
    return frozenset(last for last, given in firsts.items() if len(given) > 1)


def _without_opening(match: re.Match[str]) -> tuple[int, str, bool]:
    """Where the name in a run of capitalised words starts, its words, and whether a title stood before it."""
    sets = _sets()
    words = list(re.finditer(r"\S+", match[0]))
    first = 0
    while first < len(words) and words[first][0].lower() in sets["opening"]:
        first += 1
    lowers = [word[0].lower() for word in words]
    titles = [i for i in range(first, len(words) - 1) if lowers[i] in sets["titles"]]
    titled = bool(titles) and lowers[titles[-1] + 1] not in sets["not_persons"]
    if titled:
        first = titles[-1] + 1
        first += 2 * (lowers[first] == "of" and len(words) > first + 2)
    while first < len(words) and words[first][0].islower():
        first += 1
    if not 0 < len(words) - first <= _LONGEST_NAME:
        return match.start(), "", False
    name = match[0][words[first].start() :]
    if titled or lowers[first] in sets["given"]:
        name = name.partition(" of ")[0]
    return match.start() + words[first].start(), name, titled


@cache
def _introducing() -> frozenset[str]:
    return _sets()["titles"] | _sets()["humans"] | _sets()["trades"]


def _is_introduced(text: str, start: int, end: int) -> bool:
    """Whether the words around a name say that it is a person's: "minister Jo Low", "her son Jo Low", "Jo Low, 37,"."""
    before = text[max(0, start - _NEAR) : start].split()[-1:] if text[start - 1 : start] in {" ", "\xa0"} else []
    known = bool(before) and before[0].lower() in _introducing()
    return known or (" " in text[start:end] and _AGED.match(text, end) is not None)


def _full_names(found: Iterable[str], alone: Counter[str], titled: set[str]) -> tuple[dict[str, str], set[str]]:
    """The longest form of each short name, and which names are people's."""
    full: dict[str, str] = {}
    people: set[str] = set(titled)
    candidates: dict[str, Counter[str]] = defaultdict(Counter)
    for words in found:
        parts = words.split()
        if len(parts) > 1 and not {part.lower() for part in parts} & (_sets()["not_persons"] | _sets()["bodies"]):
            candidates[_last(parts, alone)][words] += 1
    for last, forms in candidates.items():
        name = max(forms, key=lambda form: (forms[form], len(form)))
        personal = _is_given(name) or forms.keys() & titled or last in titled
        alike = len({form.split()[0] for form in forms}) == 1
        if alone[last] and (personal or alike) and last.lower() not in _sets()["places"]:
            full[last] = name
            full.update(dict.fromkeys(forms, name))
            personal = personal or alone[last] > 1
        if personal:
            people.add(name)
    return full, people


def _is_given(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in _sets()["given"]


def _last(parts: list[str], alone: Counter[str]) -> str:
    """The name as the text uses it alone: "el-Treki" may be just "Treki", "Hu Jintao" just "Hu"."""
    first, last = parts[0], parts[-1]
    plain = _ARTICLE.sub("", last)
    if alone[plain]:
        return plain if alone[plain] >= alone[first] else first
    return first if alone[first] and first.lower() not in _sets()["given"] else last
