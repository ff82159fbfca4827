"""What a text says its people and bodies are: "the president", "the company".

A part is a word that stands right before a name ("energy group Acme"), heads what a comma brings behind or before it
("Jo Low, the former head of Acme,"), or ends the name itself ("Security Council"). Read once for each text, and only
where somebody asks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.english.names import Mention, Names

_NEAR = 60  # code points before a name that say what it is
_BEFORE = re.compile(r"([a-zA-Z][\w-]*)[ \xa0]+$")
_LED = re.compile(r"(?:^|[.,;:]\s)(?:the|an?|its|his|her)\s([^.,;:]{3,60}),\s$", re.IGNORECASE)
_BEHIND = re.compile(r"(?: \([^()]{2,12}\))?, ([a-zA-Z][^,.;:]{3,70})")
_AGED = re.compile(r", (?:aged )?([1-9][0-9])(?:,|\.| years)")
_HEAD_ENDS = re.compile(r" (?:of|for|to|at|in|on|with|who|which|that|from|by|whose|based|behind|and)\b|[()]")


class Cast:
    """The parts of everyone and everything named in a text; ``named`` gives who has one."""

    def __init__(self, text: str, names: Names) -> None:
        self.parts: defaultdict[str, dict[str, list[Mention]]] = defaultdict(dict)
        where: defaultdict[str, list[Mention]] = defaultdict(list)
        parts: defaultdict[str, set[str]] = defaultdict(set)
        for mention in names.mentions:
            name = mention.name if mention.person else _firm(mention.name)
            where[name].append(mention)
            parts[name].update(_parts(text, mention))
        for name, known in parts.items():
            for part in known:
                self.parts[part][name] = where[name]

    def named(self, part: str, end: int) -> dict[str, Mention]:
        """Who or what has a part and is named before ``end``, each with the last mention before it."""
        found = {}
        for name, mentions in self.parts.get(part, {}).items():
            before = [mention for mention in mentions if mention.start < end]
            if before:
                found[name] = before[-1]
        return found


def is_part(word: str) -> bool:
    """Whether a word in lower case can be somebody's part: "president", "company", "53-year-old"."""
    return word in _roles() or word in _kinds() or word.endswith("-year-old")


def _firm(name: str) -> str:
    """The name of a body without what only says that it is a firm: "Acme Corp"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().rstrip(".") in word_sets("names")["firms"]:
        words.pop()
    return " ".join(words)


def _parts(text: str, mention: Mention) -> Iterator[str]:
    """The parts that the words beside a mention give its bearer."""
    known = _roles() if mention.person else _kinds()
    line = text[max(0, mention.start - _NEAR) : mention.start]
    if (found := _BEFORE.search(line)) and found[1].lower() in known:
        yield found[1].lower()
    for described in (_LED.search(line), _BEHIND.match(text, mention.end)):
        if described:
            head = _HEAD_ENDS.split(described[1])[0].lower().split()[-1:]
            yield from (word for word in head if word in known)
    if mention.person and (aged := _AGED.match(text, mention.end)):
        yield f"{aged[1]}-year-old"
    if not mention.person:
        last = mention.name.split()[-1].lower().rstrip(".")
        if last in word_sets("names")["firms"]:
            yield from ("company", "firm", "concern")
        elif last in known and " " in mention.name:
            yield last


@cache
def _roles() -> frozenset[str]:
    sets = word_sets("names")
    return (sets["titles"] | sets["trades"] | sets["humans"]) - sets["titles_he"] - sets["titles_she"] | sets["roles"]


@cache
def _kinds() -> frozenset[str]:
    return word_sets("names")["kinds"]
