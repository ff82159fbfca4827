"""Dates that are like one another: which kinds of likeness a text offers, and which dates of a document a rule means.

Pure: it looks at texts and spans. What a rule's words mean is said in ``model.arrangement.Likeness``.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from functools import lru_cache

from timeline_app.model.arrangement import LONGEST_NAME, IgnoreRule, IgnoreRuleId, Likeness
from timeline_app.model.document import Document, TextSpan

_LABEL = re.compile(r"[^\W\d_][^:\n]{0,30}?:(?=\s|\*|_|$)")  # "Sent:", "Last updated:"
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)(?:\s*(?:©|\(c\)))?", re.IGNORECASE)
_MARKUP = re.compile(r"^[\s>*_#|•–—-]+")
_LINES = re.compile(r"[^\n]*\S[^\n]*")
_DIGITS, _SPACE = re.compile(r"\d+"), re.compile(r"\s+")
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{2,}[.!?][\"”’')\]]*$|\s[a-zà-ÿ]{2,}\s.*\d[.!?][\"”’')\]]*$")
_MOST_WORDS, _LONGEST_LINE = 14, 160  # of a line that is no prose
_PLACES = {
    "head": "that stand over the text, as in a dateline or a byline",
    "foot": "that stand under the text, as in a signature",
}
_FEWEST = 3  # code points of a beginning that tells more than "In" or "On" does
_LONGEST_START = 40  # code points before a date that can be a label without a colon


def likenesses(document: Document, span: TextSpan) -> tuple[IgnoreRule, ...]:
    """The rules that a date at ``span`` suggests for its document, the most telling first; never none.

    A label or a copyright sign before it; what a line that is no prose begins with, its shape, and that it stands over
    or under the text; the whole line where it stands several times; its own words.
    """
    line, before = _line(document.text, span), _before(document.text, span)
    words = document.text[span.start : span.end]
    is_apart = _is_apart(line) and not _goes_on(document.text, span)
    found = [
        (Likeness.LINE_START, _start(before, is_apart=is_apart)),
        (Likeness.PLACE, place_of(document.text, span)),
        (Likeness.LINE_SHAPE, shape(line) if is_apart and shape(line) != shape(words) else ""),
        (Likeness.LINE, line.strip() if _is_repeated(line, document.text) else ""),
        (Likeness.EXPRESSION, words),
    ]
    return tuple(
        IgnoreRule(IgnoreRuleId(uuid.uuid4().hex[:16]), kind, plain, document.id)
        for kind, text in found
        if (plain := one_line(text)) and len(plain) <= LONGEST_NAME
    )


def is_like(rule: IgnoreRule, document: Document, span: TextSpan) -> bool:
    """Whether a rule means the date at ``span`` of a document."""
    if rule.document not in {None, document.id}:
        return False
    wanted = one_line(rule.words).casefold()
    if rule.likeness is Likeness.EXPRESSION:
        return one_line(document.text[span.start : span.end]).casefold() == wanted
    if rule.likeness is Likeness.PLACE:
        return place_of(document.text, span) == rule.words
    line = _MARKUP.sub("", one_line(_line(document.text, span))).casefold()
    if rule.likeness is Likeness.LINE_START:
        rest = line.removeprefix(wanted)
        return rest != line and not (wanted[-1].isalnum() and rest[:1].isalnum())
    if rule.likeness is Likeness.LINE_SHAPE:
        return shape(line) == wanted
    return line == _MARKUP.sub("", wanted)


def is_ignored(rules: Iterable[IgnoreRule], document: Document, span: TextSpan) -> bool:
    """Whether any of the rules means the date at ``span``."""
    return any(is_like(rule, document, span) for rule in rules)


def in_words(rule: IgnoreRule) -> str:
    """What a rule means, to end "Ignore dates …" with."""
    if rule.likeness is Likeness.PLACE:
        return _PLACES[rule.words]
    return {
        Likeness.EXPRESSION: "that read “{}”",
        Likeness.LINE: "in the line “{}”",
        Likeness.LINE_START: "in lines that begin with “{}”",
        Likeness.LINE_SHAPE: "in lines like “{}”, whatever the numbers",
    }[rule.likeness].format(rule.words)


def place_of(text: str, span: TextSpan) -> str:
    """Whether a line that is no prose stands before all prose of a text ("head") or after it ("foot"); else ""."""
    first, last = _prose(text)
    if first is None or last is None or not _is_apart(_line(text, span)):
        return ""
    return "head" if span.end <= first else "foot" if span.start >= last else ""


@lru_cache(maxsize=16)
def _prose(text: str) -> tuple[int | None, int | None]:
    """Where the first line of prose begins and the last one ends; None where there is none."""
    lines = [TextSpan(*found.span()) for found in _LINES.finditer(text)]
    first = next((line.start for line in lines if not _is_apart(text[slice(*line)])), None)
    last = next((line.end for line in reversed(lines) if not _is_apart(text[slice(*line)])), None)
    return first, last


def shape(text: str) -> str:
    """A line on which every run of digits is a 0, as ``Likeness.LINE_SHAPE`` compares them."""
    return _DIGITS.sub("0", _MARKUP.sub("", one_line(text)))


def one_line(text: str) -> str:
    """A text in one line, with one space for any white space."""
    return _SPACE.sub(" ", text).strip()


def _line(text: str, span: TextSpan) -> str:
    """The line, or lines, in which a span stands; of one that is very long, what is near."""
    start = text.rfind("\n", max(0, span.start - LONGEST_NAME), span.start) + 1
    start = start or max(0, span.start - LONGEST_NAME)
    end = text.find("\n", span.end, span.end + LONGEST_NAME)
    return text[start : end if end >= 0 else span.end + LONGEST_NAME]


def _before(text: str, span: TextSpan) -> str:
    """What stands before a span in its line."""
    start = text.rfind("\n", max(0, span.start - LONGEST_NAME), span.start) + 1
    return text[start or max(0, span.start - LONGEST_NAME) : span.start]


def _start(before: str, *, is_apart: bool) -> str:
    """What tells a line's beginning: a label, a copyright sign, or the few words before the date of a line apart."""
    plain = _MARKUP.sub("", before)
    if found := (_LABEL.match(plain) or _COPYRIGHT.match(plain)):
        return found[0]
    words = plain.strip().rstrip(",;–—-|(").rstrip()
    tells = words.isupper() or (is_apart and len(words) > _FEWEST)  # "CAIRO, March 31 — The government said"
    return words if tells and len(words) <= _LONGEST_START and words[:1].isupper() else ""


def _is_apart(line: str) -> bool:
    """Whether a line stands by itself, such as a byline, a dateline or a signature, rather than being prose."""
    plain = line.strip()
    is_short = len(plain) <= _LONGEST_LINE and len(plain.split()) <= _MOST_WORDS
    return is_short and not _ENDS_SENTENCE.search(plain)


def _goes_on(text: str, span: TextSpan) -> bool:
    """Whether the next line goes on with a sentence, so that the line of a span is prose cut to a width."""
    end = text.find("\n", span.end, span.end + LONGEST_NAME)
    return end >= 0 and text[end + 1 : end + 2].islower()


def _is_repeated(line: str, text: str) -> bool:
    """Whether a line stands in a text several times, as those at the head and foot of pages do."""
    plain = line.strip()
    return bool(plain) and len(plain) <= LONGEST_NAME and text.count(plain) > 1
