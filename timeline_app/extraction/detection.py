"""Which language a document is written in, by its script and its most frequent small words.

No model and no chance: the same text gives the same answer, in time that does not grow with the text. Where too little
speaks for a language, or another comes too close, the answer is ``""``.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache, lru_cache
from importlib import resources

_WINDOW = 500  # code points of each sample
_SAMPLES = 3  # beginning, middle and end
_FEWEST = 2  # small words that must speak for a language
_PART = 0.1  # of all words that must be small words of it
_SHARED = 60  # a word's vote, divided among the languages it speaks for
_LEAD = 1.3  # how far it must be ahead of the next
_SHARE = 0.3  # of the letters that must be of a script
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_OTHER = re.compile("[\u0370-\uffff]")  # what is not written in Latin letters


def detected_language(text: str) -> str:
    """The language in ISO 639-1, also one that no date rules exist for; ``""`` when unsure."""
    return _language_of(_sample(text))


@lru_cache(maxsize=16)
def _language_of(sample: str) -> str:
    """The language of a few passages, which both the finding of dates and that of events ask for."""
    script, languages = _scripts_of(sample)
    if len(languages) == 1:
        return languages[0]
    hits: Counter[str] = Counter()
    votes: Counter[str] = Counter()
    words, text_words = _small_words(), _WORD.findall(sample.lower())
    for word in text_words:
        spoken_for = [language for language in words.get(word, ()) if not script or language in languages]
        for language in spoken_for:
            hits[language] += 1
            votes[language] += _SHARED // len(spoken_for)
    for language in languages:
        own = sum(map(sample.lower().count, _table()["letters"].get(language, "")))
        hits[language] += own
        votes[language] += own * _SHARED
    if languages and not votes.total():
        return languages[0]
    (first, most), (_, second) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    enough = hits[first] >= max(_FEWEST, _PART * len(text_words)) or (bool(script) and not second)
    return first if enough and most >= _LEAD * second else ""


def _sample(text: str) -> str:
    """Pieces of a long text, all of a short one."""
    if len(text) <= _WINDOW * _SAMPLES:
        return text
    steps = (len(text) - _WINDOW) // (_SAMPLES - 1)
    return " ".join(text[start : start + _WINDOW] for start in range(0, len(text) - _WINDOW + 1, steps))


def _scripts_of(sample: str) -> tuple[str, tuple[str, ...]]:
    """The script of most letters, and the languages written in it; none for Latin letters, which all may use."""
    if sample.isascii() or len(_OTHER.findall(sample)) < _SHARE * len(sample) / 2:
        return "", ()
    letters = len(_LETTER.findall(sample))
    for name, (pattern, languages) in _scripts().items():
        if letters and len(pattern.findall(sample)) >= _SHARE * letters:
            return name, languages
    return "", ()


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("timeline_app.extraction").joinpath("data/detection.toml").read_text("utf-8"))


@cache
def _scripts() -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """For every script, in order of precedence, its letters and its languages."""
    rows = (range_and_languages.split() for range_and_languages in _table()["scripts"].values())
    return {
        name: (re.compile(f"[{letters}]"), tuple(languages))
        for name, (letters, *languages) in zip(_table()["scripts"], rows, strict=True)
    }


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """For every small word the languages it speaks for."""
    words: dict[str, tuple[str, ...]] = {}
    for language, listed in _table()["words"].items():
        for word in listed.split():
            words[word] = (*words.get(word, ()), language)
    return words
