"""Puts words of the source together again: spaced as there, quotation marks paired and curved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from html import unescape

from timeline_app.extraction.english.words import Parse

LONGEST = 60  # code points of a title
LETTER = 0.2  # worth of one of them
_EDGES = " ,;:–—-"
_MARKS = {"[": "“", "]": "”"}


def write(parse: Parse, words: Iterable[int]) -> str:
    """The words, by index in order, as one line of text without punctuation at its ends."""
    parts: list[str] = []
    last, depth = -1, 0
    for i in words:
        tag = parse.tags[i]
        text = parse.words_in(i, i + 1)
        if tag in _MARKS:
            if tag == "]" and not depth:
                continue
            depth += 1 if tag == "[" else -1
            text = _MARKS[tag]
        elif tag == "-":
            text = "–"
        elif tag == "," and last >= 0 and last != i - 1 and parse.tags[i + 1 : i + 2] in {"P", "T"}:
            continue
        if parts and _spaced(parse, last, i):
            parts.append(" ")
        if parts and _was_owned(parse, last, i):
            parts.append("the ")
        parts.append(" ".join(text.split()))
        last = i
    return _tidy("".join(parts) + "”" * depth)


def plain(text: str, small_words: Collection[str] = (), room: int = LONGEST) -> str:
    """As many whole words of ``text`` as fit, not ending with one of ``small_words``; in any language."""
    words = " ".join(text.split()).strip(_EDGES + ".")
    if len(words) > room:
        head = words[: room + 1]
        breaks = [found.start() for found in re.finditer(r"[,;:]\s|\s[–—-]+\s", head) if found.start() > room // 3]
        words = head[: breaks[-1]] if breaks else head[: head.rfind(" ")] if " " in head else head[:room]
        while " " in words and words.rsplit(" ", 1)[1].lower() in small_words:
            words = words.rsplit(" ", 1)[0]
    return capitalised(words.strip(_EDGES))


def capitalised(words: str) -> str:
    """The words with a capital at the start."""
    first = next((i for i, character in enumerate(words) if character.isalnum()), 0)
    return words[:first] + words[first : first + 1].upper() + words[first + 1 :]


def _was_owned(parse: Parse, last: int, i: int) -> bool:
    """Whether only the date that word ``i`` belonged to was left out before it ("Friday's meeting")."""
    date = last + 1
    owned = parse.tags[date : date + 1] == "Q" and parse.tags[i] in "NAGE"
    return owned and (
        (i == date + 2 and parse.tags[date + 1] == "X") or (i == date + 1 and _is_possessive(parse, date))
    )


def _is_possessive(parse: Parse, word: int) -> bool:
    return parse.words[word].lower.endswith(("'s", "’s"))


def _spaced(parse: Parse, last: int, i: int) -> bool:
    if i == last + 1:
        return parse.words[last].end < parse.words[i].start or "-" in parse.tags[last : i + 1]
    return parse.tags[i] not in "X],);" and parse.tags[last] not in "[("


def _tidy(line: str) -> str:
    line = line.strip(_EDGES + ".?!…")
    line = re.sub(r"(?<=\w)[,.?!;:]+(?=”$)", "", line) if line.endswith("”") else line
    if line[-2:-1] == ".":
        line += "." * bool(re.search(r"(?:^|[ .])[A-Z]\.[A-Z]$", line))
    line = unescape(line) if "&" in line else line
    if "“" not in line and "”" not in line:
        return line.strip(_EDGES)
    line = re.sub(r"(?<=“)\s+|\s+(?=”)", "", line)
    return re.sub(r"“”|^”|“$", "", line).strip(_EDGES)
