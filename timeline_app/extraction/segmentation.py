"""Paragraphs and sentences of a text as spans; not one offset is lost and no date is split.

Both functions run in linear time and return half-open spans of code points, in order, not overlapping, without the
white space around them; everything outside the spans is white space, and for sentences the mark of a list entry or
heading. A sentence never crosses a paragraph.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from importlib import resources

from timeline_app.model.document import TextSpan

_LINE = re.compile(r"\S[^\r\n]*")
_BREAK = re.compile(r"\n[^\S\n]*\n|\r\n?[^\S\r\n]*\r")
_MARK = re.compile(r"[•●▪◦‣*·–—-]\s|[0-9]{1,3}[.)]\s|#")
_UNSAID = re.compile(r"(?:[•●▪◦‣*·–—>-]|#{1,6})\s+(?=\S)")  # a number may be a day: "5. Mai 1945"
# What a list entry opens with before its text, as in "Koussa has intelligence  Western officials…". Without figures and
# of three words at least, so that "1914  War breaks out" and "Monday  Arrival" keep their dates.
_HEAD = re.compile(r"(?:[^\W\d]\S*[ ]){2,12}[^\W\d][\w'’-]*[^\S\n]{2,8}(?=[^\W\d_])")
_TERMINATORS = frozenset(".!?…:;0123456789")
_WRAPPED = range(45, 121)  # code points of a line that may have been broken by its width
_CLOSED = frozenset('.!?:;"”»')

# A terminator, what closes after it, white space, and what opens the next sentence.
_END = re.compile(
    r"(?:[.!?…]{1,8}[)\]\"'”’»*_]{0,4}(?:[ \u00a0\u202f]»)?\s{1,8}(?=[(\[\"'“„‘«`¿¡*—-]{0,4}(?:«\s)?(\w))"
    r"|[\u3002\uff01\uff1f]{1,8}[\u300d\u300f”\uff09]{0,4}\s{0,8})",
)
_BEFORE = re.compile(r"[^\W_](?:[\w.'’&-]{0,24})$")
_NEXT = re.compile(r"\W{0,6}([^\W_][\w'’]{0,30})")

_LISTS = tomllib.loads(resources.files("timeline_app.extraction").joinpath("data/sentences.toml").read_text("utf-8"))
_NEVER, _RARELY, _OPENERS = (frozenset(_LISTS[name].split()) for name in ("never", "rarely", "openers"))


def paragraphs(text: str) -> tuple[TextSpan, ...]:
    """Blocks of lines that belong together: a line of its own, or lines that only their width has broken."""
    return tuple(_paragraphs(text))


def sentences(text: str) -> tuple[TextSpan, ...]:
    """The sentences of every paragraph; a heading or list entry without a full stop is one."""
    return tuple(span for paragraph in _paragraphs(text) for span in _sentences(text, paragraph))


def sentences_at(text: str, positions: Sequence[int]) -> tuple[TextSpan, ...]:
    """The sentences of those paragraphs that hold one of the ascending positions, which is quicker than all."""
    found: list[TextSpan] = []
    for paragraph in _paragraphs(text):
        following = bisect_left(positions, paragraph.start)
        if following < len(positions) and positions[following] < paragraph.end:
            found += _sentences(text, paragraph)
    return tuple(found)


def _paragraphs(text: str) -> Iterator[TextSpan]:
    start = end = -1
    for line in _lines(text):
        if start >= 0 and _continues(text, end, line):
            end = line.end
            continue
        if start >= 0:
            yield TextSpan(start, end)
        start, end = line
    if start >= 0:
        yield TextSpan(start, end)


def _lines(text: str) -> Iterator[TextSpan]:
    """Lines that are not blank, without the white space around them."""
    for line in _LINE.finditer(text):
        yield TextSpan(line.start(), line.start() + len(line[0].rstrip()))


def _continues(text: str, end: int, line: TextSpan) -> bool:
    """Whether ``line`` goes on with the sentence that the line ending at ``end`` left open."""
    gap = text[end : line.start]
    if _BREAK.search(gap) or _MARK.match(text, line.start, line.end):
        return False
    length = end - max(text.rfind("\n", 0, end), text.rfind("\r", 0, end))
    return length in _WRAPPED and (text[end - 1] not in _CLOSED or text[line.start].islower())


def _sentences(text: str, paragraph: TextSpan) -> Iterator[TextSpan]:
    start = paragraph.start
    if mark := _UNSAID.match(text, *paragraph):
        start = mark.end()
        if (head := _HEAD.match(text, start, paragraph.end)) and _is_head(text, head):
            yield TextSpan(start, start + len(head[0].rstrip()))
            start = head.end()
    for found in _END.finditer(text, start, paragraph.end):
        if found[1] is None or _ends(text, found, start):
            yield TextSpan(start, found.start() + len(found[0].rstrip()))
            start = found.end()
    if start < paragraph.end:
        yield TextSpan(start, paragraph.end)


def _is_head(text: str, found: re.Match[str]) -> bool:
    """Whether what may be the head of a list entry is one: no sentence ends in it, and a capital comes after it."""
    return not _TERMINATORS & set(found[0]) and not text[found.end()].islower()


def _ends(text: str, found: re.Match[str], start: int) -> bool:
    """Whether a terminator before white space ends the sentence that began at ``start``."""
    if found[1].islower():
        return False
    if not found[0].startswith(".") or found[0].startswith(".."):
        return True
    before = _BEFORE.search(text, max(start, found.start() - 26), found.start())
    if not before:
        return True
    word = before[0].lower()
    if word in _NEVER:
        return False
    if word in _RARELY or "." in word or len(word) == 1 or (word.isdecimal() and len(word) < 3):  # noqa: PLR2004
        opener = _NEXT.match(text, found.end())
        return opener is not None and opener[1].lower() in _OPENERS and opener[1][0].isupper()
    return True
