"""All rules of a language compiled, and the search for the longest readings in a text.

Of matches that overlap the one that starts first wins, then the longest, then the one whose rule stands first. A match
that its rule declines ("may" that is no month) leaves room for the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from timeline_app.extraction.compiling import Compiler, literals
from timeline_app.extraction.lexing import Codes, Tokens, tokens
from timeline_app.extraction.meanings import Meaning, Reading
from timeline_app.extraction.patterns import Found, Pattern
from timeline_app.extraction.rules import RULES
from timeline_app.extraction.rules.parts import PARTS
from timeline_app.extraction.rules.rule import Rule
from timeline_app.extraction.scanning import legible, scanner
from timeline_app.extraction.shapes import CodePlaces
from timeline_app.extraction.vocabulary import Vocabulary, vocabulary
from timeline_app.extraction.worded import worded_rules


class Grammar:
    """The rules of one language; make it once with ``grammar``."""

    def __init__(self, words: Vocabulary, rules: tuple[Rule, ...], parts: dict[str, str]) -> None:
        self._vocabulary = words
        named = {**parts, **kinds(rules)}
        signs = frozenset().union(*(literals(text) for text in (*named.values(), *(rule.pattern for rule in rules))))
        self._codes = Codes(words, signs)
        self._scanner = scanner(words)
        compiler = Compiler(self._codes, named)
        self._rules: list[tuple[Rule, Pattern]] = [(rule, compiler.compile(rule.pattern)) for rule in rules]
        self._by_kind: dict[str, list[tuple[Rule, Pattern]]] = {}
        for entry in self._rules:
            for kind in entry[0].kind.split():
                self._by_kind.setdefault(kind, []).append(entry)

    def search(self, text: str) -> Iterator[tuple[Rule, Reading]]:
        """Every reading in the text, in order, none overlapping."""
        row = tokens(legible(text), self._scanner, self._codes)
        end = reach = 0
        for start, _, _, rule, found in sorted(self._matches(row), key=lambda match: match[:3]):
            if start < end or row.starts[start] < reach:
                continue
            read = rule.read(found)
            if read is None:
                continue
            readings = read if isinstance(read, list) else [Reading(found.span, read)]
            end, reach = found.match.end(), readings[-1].span.end
            yield from ((rule, reading) for reading in readings)

    def _matches(self, row: Tokens) -> Iterator[tuple[int, int, int, Rule, Found]]:
        places = CodePlaces(row.codes)
        for rank, (rule, pattern) in enumerate(self._rules):
            for match in pattern.regex.finditer(row.codes) if pattern.is_made or places.hold(pattern.shape) else ():
                found = Found(row, self._vocabulary, pattern, match, self._inner)
                yield match.start(), -match.end(), rank, rule, found

    def _inner(self, row: Tokens, kind: str, first: int, last: int) -> Meaning | None:
        """What the tokens ``[first, last)`` mean by some rule of a kind."""
        places = CodePlaces(row.codes[first:last])
        for rule, pattern in self._by_kind[kind]:
            is_there = pattern.is_made or places.hold(pattern.shape)
            match = pattern.regex.fullmatch(row.codes, first, last) if is_there else None
            if match:
                read = rule.read(Found(row, self._vocabulary, pattern, match, self._inner))
                if read is not None and not isinstance(read, list):
                    return read
        return None


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language that has a file; for ``""`` one that reads dates in numbers alone."""
    rules, parts = (RULES, PARTS) if language == "en" else worded_rules(language)
    return Grammar(vocabulary(language), rules, parts)


def kinds(rules: tuple[Rule, ...]) -> dict[str, str]:
    """For every kind the pattern of any rule of it, in the order of the tables: the fuller dates come first."""
    patterns: dict[str, list[str]] = {}
    for rule in rules:
        for kind in rule.kind.split():
            patterns.setdefault(kind, []).append(rule.pattern)
    return {kind: f"( {' | '.join(rows)} )" for kind, rows in patterns.items()}
