"""Where the tokens of a text begin and end, by language.

The pattern of one token knows numbers as dates write them, the words of the language that hold more than letters
("Oct.", "av. J.-C.", "aujourd'hui"), letters that are written onto a word ("و" in Arabic), and, where no white space
stands between words, the words themselves, longest first. A search with it is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_app.extraction.vocabulary import Vocabulary

_SUFFIX = r"(?:[^\W\d_]{1,4}\b)?"
_NUMERIC = (
    r"(?:[$£€¥]|US\$)\s?[0-9][0-9,.]{0,20}|[0-9][0-9,.]{0,20}\s?(?:%|percent\b|per\s?cent\b)"  # money and shares: plain
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![\w])"
    r"|[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{2,4}(?![\w/-]|\.[0-9])"
    r"|[0-9]{4}([/.])[0-9]{1,2}\2[0-9]{1,2}(?![\w/-])"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?(?:hrs|[ap]m)\b)?"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
    r"|[0-9]+/[0-9]+|[0-9]{1,2}\.[0-5][0-9]\s?[ap]m\b|[0-9]+\.[0-9]+"
    r"|[0-9]{1,4}(?=(?:BCE?|CE|AD)\b)"  # an era written onto its year
    rf"|[0-9]+{_SUFFIX}"
    r"|['’‘`][0-9]{2}s?\b|['’]s\b"
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")
_BEGINNING = re.compile(r"[^\W\d_]{1,3}")  # what phrases are looked for by, so that few are tried
_HAN = "[\u3007\u3400-\u9fff]"
_REST = r"[^\W\d_]+|\r?\n[^\S\n]*\n\s*|[^\w\s]"
_SHORTEST = 3  # letters of a word that a letter may be written onto

# Digits of other scripts read as ours, marks of writing direction as white space; every offset stays.
_LEGIBLE = {
    **{0x660 + n: str(n) for n in range(10)}, **{0x6F0 + n: str(n) for n in range(10)},
    **{0xFF10 + n: str(n) for n in range(10)},
    **dict.fromkeys((0x200B, 0x200E, 0x200F, 0x061C, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " "),
}  # fmt: skip
_ILLEGIBLE = re.compile(f"[{''.join(map(chr, _LEGIBLE))}]")
_EMPHASIS = re.compile(r"(?<!\w)(?:\*{1,3}|_{1,3})(?=\w)|(?<=[\w.,;:!?)])(?:\*{1,3}|_{1,3})(?!\w)")  # Markdown's


def legible(text: str) -> str:
    """The text with digits and white space as patterns know them, every code point in its place."""
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(lambda found: " " * len(found[0]), text)
    return text.translate(_LEGIBLE) if _ILLEGIBLE.search(text) else text


def scanner(vocabulary: Vocabulary) -> re.Pattern[str]:
    """The pattern of one token in a language."""
    if not vocabulary.spaced:
        numeric = _NUMERIC.replace(_SUFFIX, r"(?:[A-Za-z]{1,4}\b)?").replace(r"(?![\w", "(?![A-Za-z0-9_")
        return re.compile(rf"{numeric}|{_any(vocabulary.classes)}|{_HAN}|{_REST}")
    dotted = [word for word in vocabulary.classes if "." in word and " " not in word]
    written = [word for word in vocabulary.classes if not _LETTERS.fullmatch(word)]
    phrases = {" ".join(word.split()).lower() for word in written} - {word.lower() for word in dotted}
    begin = {word[0] for word in written}
    shortened = f"{_any(dotted)}(?!\\w)" if dotted else ""
    parts = [_NUMERIC, _phrases(phrases, begin), shortened, _clitics(vocabulary), _REST]
    return re.compile("|".join(filter(None, parts)))


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def _phrases(phrases: set[str], begin: set[str]) -> str:
    """Any of the phrases, in any case, with any white space between their words; tried only where one can begin."""
    if not phrases:
        return ""
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first = _BEGINNING.match(phrase)
        groups.setdefault(first[0] if first else "", []).append(phrase)
    rows = (f"{first}(?:{'|'.join(_rest(p[len(first) :]) for p in group)})" for first, group in groups.items())
    return f"(?=[{re.escape(''.join(sorted(begin)))}])(?i:{'|'.join(rows)})"


def _rest(phrase: str) -> str:
    """A phrase, or what is left of it after its first letters."""
    return re.escape(phrase).replace(r"\ ", r"\s{0,2}").replace("'", "['’]") + r"(?!\w)" * phrase[-1:].isalnum()


def _clitics(vocabulary: Vocabulary) -> str:
    """A letter written onto a word of the vocabulary, as a token of its own."""
    if not vocabulary.proclitics:
        return ""
    words = [word for word in vocabulary.classes if len(word) >= _SHORTEST and _LETTERS.fullmatch(word)]
    return f"[{vocabulary.proclitics}](?={_any(words)}(?!\\w))"
