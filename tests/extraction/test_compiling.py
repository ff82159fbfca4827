"""Patterns are compiled only where a text holds something of their shape, and no match is lost by that."""

from __future__ import annotations

import re

import pytest

from timeline_app.extraction.compiling import Compiler, literals
from timeline_app.extraction.grammar import grammar, kinds
from timeline_app.extraction.lexing import Codes, tokens
from timeline_app.extraction.rules import RULES
from timeline_app.extraction.rules.parts import PARTS
from timeline_app.extraction.scanning import scanner
from timeline_app.extraction.shapes import CodePlaces
from timeline_app.extraction.vocabulary import vocabulary

WORDS = ("last", "next", "of", "to")
NAMED = {"edge": "( last | next ) {month}?", "pair": "{@edge} to {@edge}"}

HELD = [
    pytest.param("last {month}", "to last May of", True, id="both stand there"),
    pytest.param("last {month}", "last of May", False, id="but not side by side"),
    pytest.param("last {month}", "May last", False, id="the other way round"),
    pytest.param("last {month}?", "of last", True, id="what may be missing"),
    pytest.param("last {month}? of", "last May of", True, id="or be there"),
    pytest.param("last ( of {month} )? next", "last next", True, id="brackets that may be missing"),
    pytest.param("last ( of {month} )? next", "last of next", False, id="are whole if they are there"),
    pytest.param("( last {month} | next )", "of next", True, id="one alternative is enough"),
    pytest.param("( last {month} | next of )", "last of", False, id="half of each is not"),
    pytest.param("{@edge} of", "next May of", True, id="another pattern"),
    pytest.param("{@pair}", "to next to last May", True, id="another pattern in it"),
    pytest.param("{@pair}", "next last to", False, id="not all of it"),
    pytest.param("{month}?", "of", True, id="nothing at all"),
    pytest.param("{month}", "", False, id="something in an empty text"),
]


@pytest.fixture(scope="module")
def codes() -> Codes:
    return Codes(vocabulary("en"), frozenset(WORDS))


@pytest.mark.parametrize(("pattern", "text", "is_held"), HELD)
def test_a_text_holds_a_shape_where_the_regular_expression_finds_it(
    codes: Codes,
    pattern: str,
    text: str,
    is_held: bool,  # noqa: FBT001 - a case of a table
) -> None:
    made, row = Compiler(codes, NAMED).compile(pattern), "".join(codes[word] for word in text.split())
    assert CodePlaces(row).hold(made.shape) is is_held
    assert bool(made.regex.search(row)) is is_held


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
        places = CodePlaces(row.codes)
        for pattern in patterns:
            is_found = bool(pattern.regex.search(row.codes))
            matched += is_found
            assert places.hold(pattern.shape) is is_found
    assert matched > len(RULES)
