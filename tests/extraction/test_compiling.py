"""Patterns are compiled only where a text has what they need, and no match is lost by that."""

from __future__ import annotations

import re

import pytest

from timeline_app.extraction.compiling import Compiler, literals
from timeline_app.extraction.grammar import grammar, kinds
from timeline_app.extraction.lexing import Codes, tokens
from timeline_app.extraction.patterns import Pattern
from timeline_app.extraction.rules import RULES
from timeline_app.extraction.rules.parts import PARTS
from timeline_app.extraction.scanning import scanner
from timeline_app.extraction.vocabulary import vocabulary

WORDS = ("last", "next", "of", "to")
NAMED = {"edge": "( last | next ) {month}?", "pair": "{@edge} to {@edge}"}

NEEDED = [
    pytest.param("last {month}", "last May", True, id="both are there"),
    pytest.param("last {month}", "last", False, id="a class is missing"),
    pytest.param("last {month}", "May", False, id="a word is missing"),
    pytest.param("last {month}?", "last", True, id="what may be missing is not needed"),
    pytest.param("last ( of {month} )? next", "last next", True, id="nor are brackets that may be missing"),
    pytest.param("( last {month} | next )", "next", True, id="one alternative is enough"),
    pytest.param("( last {month} | next of )", "last of", False, id="half of each is not"),
    pytest.param("{@edge} of", "next of", True, id="another pattern"),
    pytest.param("{@pair}", "next last", False, id="another pattern lacks a word"),
]


@pytest.fixture(scope="module")
def codes() -> Codes:
    return Codes(vocabulary("en"), frozenset(WORDS))


@pytest.mark.parametrize(("pattern", "text", "is_possible"), NEEDED)
def test_a_pattern_may_match_where_a_text_has_what_it_needs(
    codes: Codes,
    pattern: str,
    text: str,
    is_possible: bool,  # noqa: FBT001 - a case of a table
) -> None:
    made = Compiler(codes, NAMED).compile(pattern)
    assert made.may_match({codes[word] for word in text.split()}) is is_possible


def test_a_text_compiles_only_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    grammar.cache_clear()
    fresh, compiled = grammar("en"), list[str]()
    compile_it = re.compile

    def counting(source: str) -> re.Pattern[str]:
        compiled.append(source)
        return compile_it(source)

    monkeypatch.setattr("timeline_app.extraction.compiling.re.compile", counting)
    assert [rule.id for rule, _ in fresh.search("She left on Monday, and nobody saw her.")]
    assert 0 < len(compiled) < len(RULES) / 4


def test_no_match_is_lost_by_it() -> None:
    vocabulary_en, named = vocabulary("en"), {**PARTS, **kinds(RULES)}
    every = frozenset().union(*(literals(text) for text in (*named.values(), *(rule.pattern for rule in RULES))))
    codes, scan = Codes(vocabulary_en, every), scanner(vocabulary_en)
    patterns = [Compiler(codes, named).compile(rule.pattern) for rule in RULES]
    matched = 0
    for text in (text for rule in RULES for text, _ in rule.examples):
        row = tokens(text.replace("[", "").replace("]", ""), scan, codes)
        for pattern in patterns:
            if pattern.regex.search(row.codes):
                matched += 1
                assert Pattern(pattern.needs, pattern.make).may_match(set(row.codes))
    assert matched > len(RULES)
