"""Whether the words around a date look back or ahead, in the languages that are data.

A file's table ``tense`` lists words and endings that look back (``past``) or ahead (``future``); the nearest of them
before the date in its sentence decides, else the nearest after it.
"""

from __future__ import annotations

import re
from functools import cache

from timeline_app.extraction.tense import UNKNOWN, Tense, Verb
from timeline_app.extraction.vocabulary import language_file, languages
from timeline_app.model.document import TextSpan

_REACH = 120  # code points around the date that are read
_NEVER = re.compile(r"(?!)")


def nearest_verb(language: str, text: str, sentence: TextSpan, span: TextSpan) -> Verb:
    """The word that decides where the date at ``span`` lies."""
    pattern = _pattern(language)
    before = list(pattern.finditer(text, max(sentence.start, span.start - _REACH), span.start))
    found = before[-1] if before else pattern.search(text, span.end, min(sentence.end, span.end + _REACH))
    return Verb(Tense(found.lastgroup), found[0]) if found else UNKNOWN


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Any word that looks back or ahead, in a group of that name."""
    if language not in languages():
        return _NEVER
    entries = language_file(language)
    table, spaced = entries.get("tense", {}), entries.get("spaces", True)
    groups = []
    for tense in (Tense.FUTURE, Tense.PAST):
        words = [re.escape(word) for word in table.get(tense.value, "").split()]
        endings = table.get(f"{tense.value}_endings", "").split()
        rows = [rf"\b(?:{'|'.join(words)})\b" if spaced else "|".join(words)] if words else []
        rows += [rf"\b\w{{2,20}}(?:{'|'.join(map(re.escape, endings))})\b"] if endings else []
        if rows:
            groups.append(f"(?P<{tense.value}>{'|'.join(rows)})")
    return re.compile("|".join(groups), re.IGNORECASE) if groups else _NEVER
