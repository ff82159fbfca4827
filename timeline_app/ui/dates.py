"""Dates as people type them into a box: "2011-03-31", "31 March 2011", "March 31st, 2011", "1969". No Qt."""

from __future__ import annotations

import re

from timeline_app.model.event import Timex
from timeline_app.model.temporal import EdtfError, TemporalValue, parse_edtf
from timeline_app.model.wording import in_words

_LEAST_SHARE = 0.6  # of the typed letters and digits that the date must account for
_WORD = re.compile(r"\w")


class DateWordsError(ValueError):
    """Words that are no single date; the message is a whole sentence."""


def read_date(text: str) -> TemporalValue:
    """The date that the words mean by themselves.

    Raises:
        DateWordsError: they mean none, or could mean several.

    """
    words = text.strip()
    if not words:
        raise DateWordsError("Write a date, such as 31 March 2011 or 2011-03-31.")
    try:
        return parse_edtf(words)
    except EdtfError:
        return _from_words(words)


def _from_words(words: str) -> TemporalValue:
    from timeline_app.extraction.options import Options  # noqa: PLC0415
    from timeline_app.extraction.tagging import tag  # noqa: PLC0415 - heavy, and most people write digits
    from timeline_app.readers import document_from_text  # noqa: PLC0415

    found: Timex | None = None
    for spelling in dict.fromkeys((words, words.title())):  # names of months need their capital
        for language in ("en", ""):  # as the window speaks, else as the words look
            found = found or _alone(tag(document_from_text(spelling), Options(language)).expressions, spelling)
    if found is None or found.temporal is None:
        raise DateWordsError(f"“{words}” is not a date I can read; try 31 March 2011 or 2011-03-31.")
    others = [parse_edtf(other.edtf) for other in found.derivation.alternatives]
    if others or found.temporal.edtf.startswith("["):
        could_be = " or ".join(in_words(value) for value in (found.temporal, *others))
        raise DateWordsError(f"“{words}” could be {could_be}; write the month as a word.")
    return found.temporal


def _alone(expressions: tuple[Timex, ...], words: str) -> Timex | None:
    """The one dated expression that is most of the words."""
    dated = [timex for timex in expressions if timex.temporal is not None]
    whole = [timex for timex in dated if _size(timex.text) >= _LEAST_SHARE * _size(words)]
    return whole[0] if len(whole) == 1 else None


def _size(text: str) -> int:
    return len(_WORD.findall(text))
