"""Dates are alike by a label, a line or their own words; a rule means those and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document
from timeline_app.model.arrangement import IgnoreRule, IgnoreRuleId, Likeness
from timeline_app.model.document import Document, DocumentId, TextSpan
from timeline_app.session.likeness import in_words, is_like, likenesses, place_of

MAIL = """From: Ann
Sent: 31 March 2011 10:04
Subject: Tuesday

On 30 March 2011 he left for Cairo.
Sent: 1 April 2011
**Updated:** 2 April 2011
Berlin, 3 May 2011
CAIRO, March 31 - The government said so.
© 2011 The Paper
© 2012 The Paper
Page 3 of 9, 2011
Page 3 of 9, 2011
sent home 5 May 2011
"""
LETTER = document("mail", MAIL)


def at(words: str, text: Document = LETTER, after: str = "") -> TextSpan:
    start = text.text.index(words, text.text.index(after) if after else 0)
    return TextSpan(start, start + len(words))


def suggested(span: TextSpan) -> dict[Likeness, str]:
    return {rule.likeness: rule.words for rule in likenesses(LETTER, span)}


CASES = {
    "label": ("31 March 2011", "Sent", {Likeness.LINE_START: "Sent:", Likeness.LINE_SHAPE: "Sent: 0 March 0 0:0"}),
    "marked label": ("2 April 2011", "", {Likeness.LINE_START: "Updated:"}),
    "prose": ("30 March 2011", "", {Likeness.EXPRESSION: "30 March 2011"}),
    "signature": ("3 May 2011", "", {Likeness.LINE_START: "Berlin", Likeness.LINE_SHAPE: "Berlin, 0 May 0"}),
    "dateline": ("March 31", "CAIRO", {Likeness.LINE_START: "CAIRO"}),
    "copyright": ("2011", "©", {Likeness.LINE_START: "©", Likeness.LINE_SHAPE: "© 0 The Paper"}),
    "foot of a page": ("2011", "Page", {Likeness.LINE: "Page 3 of 9, 2011"}),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_date_suggests_what_it_has_in_common_with_others(case: str) -> None:
    words, after, expected = CASES[case]
    found = suggested(at(words, after=after))
    assert {likeness: found.get(likeness) for likeness in expected} == expected


def test_prose_suggests_no_line() -> None:
    assert set(suggested(at("30 March 2011"))) == {Likeness.EXPRESSION}


def test_prose_cut_to_a_width_is_no_line_apart() -> None:
    text = (
        "He was born here.\nIn March 2005 he joined Cambridge United on loan\nfor a month. In 1969\n"
        "it ended.\nOn 3 May\nit began.\nThe end came soon."
    )
    cut = document("cut", text)
    for words in ("March 2005", "1969", "3 May"):
        assert [each.likeness for each in likenesses(cut, at(words, cut))] == [Likeness.EXPRESSION]


def test_every_date_is_like_itself_by_whatever_it_suggests() -> None:
    for words, after, _ in CASES.values():
        span = at(words, after=after)
        assert all(is_like(rule, LETTER, span) for rule in likenesses(LETTER, span))


def rule(likeness: Likeness, words: str, of: DocumentId | None = None) -> IgnoreRule:
    return IgnoreRule(IgnoreRuleId("r"), likeness, words, of)


@pytest.mark.parametrize(
    ("likeness", "words", "date", "after", "like"),
    [
        (Likeness.LINE_START, "Sent:", "1 April 2011", "", True),
        (Likeness.LINE_START, "SENT:", "31 March 2011", "", True),
        (Likeness.LINE_START, "Sent:", "5 May 2011", "", False),
        (Likeness.LINE_START, "Sent", "5 May 2011", "", True),
        (Likeness.LINE_START, "Sen", "5 May 2011", "", False),
        (Likeness.LINE_START, "Updated:", "2 April 2011", "", True),
        (Likeness.LINE_SHAPE, "© 0 The Paper", "2012", "", True),
        (Likeness.LINE_SHAPE, "© 0 the paper", "2011", "©", True),
        (Likeness.LINE_SHAPE, "© 0 The Paper", "2011", "Page", False),
        (Likeness.LINE, "Page 3  of 9, 2011", "2011", "Page", True),
        (Likeness.LINE, "Page 3 of 9", "2011", "Page", False),
        (Likeness.EXPRESSION, "30 march 2011", "30 March 2011", "", True),
        (Likeness.EXPRESSION, "March 2011", "30 March 2011", "", False),
    ],
)
def test_a_rule_means(likeness: Likeness, words: str, date: str, after: str, like: bool) -> None:  # noqa: FBT001
    assert is_like(rule(likeness, words), LETTER, at(date, after=after)) is like


def test_a_rule_of_one_document_means_no_other() -> None:
    of_this, of_other = (rule(Likeness.LINE_START, "Sent:", name) for name in (LETTER.id, DocumentId("other")))
    assert is_like(of_this, LETTER, at("1 April 2011"))
    assert not is_like(of_other, LETTER, at("1 April 2011"))


def test_a_line_without_end_is_looked_at_near_the_date_only() -> None:
    endless = replace(LETTER, text="a " * 50_000 + "1969" + " b" * 50_000)
    found = likenesses(endless, at("1969", endless))
    assert [(each.likeness, each.words) for each in found] == [(Likeness.EXPRESSION, "1969")]


@pytest.mark.parametrize(
    ("words", "place"),
    [("30 March 2011", "head"), ("31 March 2011", ""), ("1 April 2011", "foot"), ("in 1969", "")],
    ids=["a dateline", "in the text", "a signature", "a short sentence"],
)
def test_dates_over_and_under_a_text_are_told_from_those_in_it(words: str, place: str) -> None:
    over, under = "The Harbour\nBy Ann Miller, 30 March 2011\n\n", "\n\nAnn\nRome, 1 April 2011.\n"
    text = f"{over}On 31 March 2011 he left.\nIt began in 1969.{under}"
    letter = document("letter", text)
    span = at(words, letter)
    assert place_of(text, span) == place
    found = {each.words for each in likenesses(letter, span) if each.likeness is Likeness.PLACE}
    assert found == ({place} if place else set())
    assert [name for name in ("head", "foot") if is_like(rule(Likeness.PLACE, name), letter, span)] == (
        [place] if place else []
    )


def test_a_text_without_sentences_has_neither_head_nor_foot() -> None:
    assert place_of("Rome, 1 April 2011\nAnn", TextSpan(6, 18)) == ""


def test_a_place_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="names a place"):
        rule(Likeness.PLACE, "side")


def test_each_likeness_is_said_in_words() -> None:
    worded = [likeness for likeness in Likeness if likeness is not Likeness.PLACE]
    said = {in_words(rule(likeness, "Sent:")) for likeness in worded}
    assert len(said) == len(worded)
    assert all("“Sent:”" in words for words in said)
    assert in_words(rule(Likeness.PLACE, "foot")) == "that stand under the text, as in a signature"
