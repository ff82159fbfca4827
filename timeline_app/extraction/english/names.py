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

from timeline_app.extraction.english.lexicon import lexeme, word_sets

_CAPITAL = (
    r"(?:(?:[^\W\d_a-z]\.){1,4}|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Prof|Rev|St|Cmdr|Brig)\."
    r"|(?:(?:[a-z]{1,3}|[^\W\d_])-)*[^\W\d_a-zß-öø-ÿ](?:[^\W_]|(?<=\w)(?!['’]s\b)(?!-(?:the|an?|who|which|and|but|so|as|in|including)\b)[-.’'&](?=\w))*)"
)
_PARTICLE = r"(?:(?:of|de|da|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos)[ \xa0]+){1,2}"
_RUN = re.compile(rf"\b{_CAPITAL}(?:[ \xa0]+(?:{_PARTICLE})?{_CAPITAL})*")
_ARTICLE = re.compile(r"^(?:el|al|ash|as|ad|ul)-", re.IGNORECASE)
_JUNCTIONS = frozenset({"when", "after", "as", "but", "while", "if", "before", "since"})  # a headline ends before them
_DESCRIBING = re.compile(r"-[a-z]{4,}$|^(?:pro|anti|non|pan|mid|then|ex)-")  # "British-born", "pro-French"
_PERSONAL = re.compile(  # what only follows the name of a person
    r", (?:aged )?[1-9][0-9](?:,|\.| years)|,? (?:who|whose|himself|herself)\b|['’]s (?:wife|husband|widow|son|daughter"
    r"|father|mother|brother|sister|parents|relatives|girlfriend|boyfriend|career)\b"
    r"| (?:said|says|told|insisted|claimed|admitted|denied|thought|believed) (?:he|she|his|her)\b"
)
_OF_ONE = re.compile(
    r"['’]s (?:wife|husband|widow|girlfriend|boyfriend|brother|sister)\b| (?:said|says|told) (?:he|she)\b"
)
_OFFICE = re.compile(r", ((?:the|an?|his|her|its|their|then|former|[\w.]+['’]s)\b[^,.;:]{3,60})[,.]")
_BEFORE_OF = re.compile(r" (?:of|for|to|at|in|on|with|who|from|by)\b")
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


@cache
def _sets() -> dict[str, frozenset[str]]:
    return dict(word_sets("names"))


def find_names(text: str) -> Names:
    """The names of a text."""
    found = [run for match in _RUN.finditer(text) if (run := _without_opening(match))[1]]
    last_names = Counter(words for _, words, _ in found if " " not in words)
    known = _sets()["known_bodies"]
    titled = {words for start, words, title in found if title or _is_introduced(text, start, start + len(words))}
    placed = Counter(words for start, words, _ in found if _PLACED.search(text, max(0, start - 9), start))
    full, people = _full_names((words for _, words, _ in found), last_names - placed - placed, titled)
    bodies = {words for start, words, _ in found if words in known or _is_called_body(text, start)} - people
    mentions = []
    for start, words, _ in found:
        name = full.get(words, words)
        body = name not in people and (
            name in bodies or (" " in name and name.split()[-1].lower() in _sets()["bodies"])
        )
        mentions.append(Mention(start, start + len(words), name, name in people, body))
    shorts = {name: short for short, name in full.items() if name != short and " " not in short and name in people}
    return Names(tuple(mentions), shorts, _shared(words for _, words, _ in found), _main(mentions))


def _main(mentions: Iterable[Mention]) -> str:
    named = Counter(mention.name for mention in mentions if mention.person)
    name, times = named.most_common(1)[0] if named else ("", 0)
    return name if times >= _OFTEN and 2 * times > named.total() else ""


def may_be_person(mention: Mention) -> bool:
    """Whether a name of which nothing is known can be a person's: "Floyd Mayweather"."""
    words = mention.name.split()
    return not mention.body and len(words) in {2, 3} and _of_places().isdisjoint(_singulars(mention.name))


def is_place(name: str) -> bool:
    """Whether a name is that of a country or city, or of who comes from there: "Libya", "French"."""
    return not _of_places().isdisjoint(_singulars(name))


def _shared(found: Iterable[str]) -> frozenset[str]:
    """Last words of names that belong to more than one: to forms of which none holds all words of the other."""
    forms: dict[str, set[frozenset[str]]] = defaultdict(set)
    for words in found:
        if " " in words:
            forms[words.rsplit(maxsplit=1)[-1]].add(frozenset(words.split()))
    return frozenset(last for last, known in forms.items() if any(not (a <= b or b <= a) for a in known for b in known))


def _without_opening(match: re.Match[str]) -> tuple[int, str, bool]:
    """Where the name in a run of capitalised words starts, its words, and whether a title stood before it."""
    run, at = match[0], match.start()
    if " " not in run and "\xa0" not in run:
        return at, "" if run.lower() in _no_names() else run, False
    sets = _sets()
    words = list(re.finditer(r"\S+", run))
    lowers = [word[0].lower() for word in words]
    first = 0
    while first < len(words) and (lowers[first] in sets["opening"] or _DESCRIBING.search(words[first][0])):
        first += 1
    first = max([first, *(i + 1 for i in range(first, len(words) - 1) if lowers[i] in _JUNCTIONS)])
    if len(words) > first + 2 and lowers[first + 1] in sets["given"] and lowers[first] not in sets["given"]:
        first += any(lexeme(lowers[first])[:4]) and lowers[first] not in sets["titles"]  # "Chanting Helmut Kohl"
    titles = [i for i in range(first, len(words) - 1) if lowers[i] in sets["titles"]]
    titles = [
        i for i in titles if i == first or lowers[i - 1] not in sets["given"] - sets["titles"]
    ]  # not "Larry King Live"
    titled = bool(titles) and lowers[titles[-1] + 1] not in sets["not_persons"]
    if titled:
        first = titles[-1] + 1
        first += 2 * (lowers[first] == "of" and len(words) > first + 2)
    while first < len(words) and words[first][0].islower():
        first += 1
    if not 0 < len(words) - first <= _LONGEST_NAME:
        return at, "", False
    name = run[words[first].start() :]
    if titled or lowers[first] in sets["given"]:
        name = name.partition(" of ")[0]
    return at + words[first].start(), "" if lowers[-1] in sets["titles"] else name, titled


@cache
def _no_names() -> frozenset[str]:
    """Words that are no name where they stand alone with a capital."""
    return _sets()["opening"] | _sets()["titles"]


def _is_called_body(text: str, start: int) -> bool:
    """Whether the word before a name says that it is an organisation's: "energy group Acme"."""
    if text[start - 1 : start] != " ":
        return False
    return text[text.rfind(" ", 0, start - 1) + 1 : start - 1] in _sets()["kinds"]


@cache
def _introducing() -> frozenset[str]:
    return _sets()["titles"] | _sets()["humans"] | _sets()["trades"]


def _is_introduced(text: str, start: int, end: int) -> bool:
    """Whether the words around a name say that it is a person's: "minister Jo Low", "Jo Low, 37,", "Jo Low, who"."""
    before = text[max(0, start - _NEAR) : start].split()[-1:] if text[start - 1 : start] in {" ", "\xa0"} else []
    known = bool(before) and before[0].lower() in _introducing()
    if " " not in text[start:end]:
        known = known or _OF_ONE.match(text, end) is not None
        return known and not any(lexeme(text[start:end].lower())[:4])
    return known or _PERSONAL.match(text, end) is not None or _has_office(text, end)


def _has_office(text: str, end: int) -> bool:
    """Whether a comma behind a name brings what the person is: "Jo Low, the former head of …"."""
    found = _OFFICE.match(text, end)
    return found is not None and not _introducing().isdisjoint(_BEFORE_OF.split(found[1])[0].lower().split())


def _full_names(found: Iterable[str], alone: Counter[str], titled: set[str]) -> tuple[dict[str, str], set[str]]:
    """The longest form of each short name, and which names are people's."""
    full: dict[str, str] = {}
    people = {name for name in titled if _of_bodies().isdisjoint(_singulars(name)) and not _is_country(name)}
    candidates: dict[str, Counter[str]] = defaultdict(Counter)
    for words in found:
        parts = words.split()
        if len(parts) > 1 and _of_bodies().isdisjoint(_singulars(words)):
            candidates[_last(parts, alone)][words] += 1
    for last, forms in candidates.items():
        name = max(forms, key=lambda form: (forms[form], len(form)))
        personal = _is_given(name) or forms.keys() & titled or last in titled
        alike = len({form.split()[0] for form in forms}) == 1
        placed = last.lower() in _sets()["places"] and not forms.keys() & titled
        if alone[last] and (personal or alike) and not placed:
            full[last] = name
            full.update(dict.fromkeys(forms, name))
            personal = personal or (alone[last] > 1 and last == name.split()[-1])
        if personal:
            people.add(name)
    return full, people


def _singulars(name: str) -> list[str]:
    """The words of a name in lower case, and the last as a singular, too: "Muslims"."""
    words = name.lower().split()
    return [*words, words[-1].removesuffix("s")] if words else words


def _is_country(name: str) -> bool:
    """Whether a name is a country's or city's, whatever stands before it ("Premier China")."""
    return name.lower() in _sets()["places"]


@cache
def _of_bodies() -> frozenset[str]:
    return _sets()["not_persons"] | _sets()["bodies"] | _sets()["of_things"]


@cache
def _of_places() -> frozenset[str]:
    return _of_bodies() | _sets()["places"]


def _is_given(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in _sets()["given"]


def _last(parts: list[str], alone: Counter[str]) -> str:
    """The name as the text uses it alone: "el-Treki" may be just "Treki", "Hu Jintao" just "Hu"."""
    first, last = parts[0], parts[-1]
    plain = _ARTICLE.sub("", last)
    if alone[plain]:
        return plain if alone[plain] >= alone[first] else first
    return first if alone[first] > (1 if first.lower() in _sets()["given"] else 0) else last
