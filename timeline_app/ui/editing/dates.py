"""Dates as they stand in an entry box: in words that are read back as the very same date, else as EDTF."""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Thread

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.temporal import Precision, TemporalValue
from timeline_app.model.wording import in_words

_PLAIN = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_FOUR_DIGITS = range(1000, 10_000)  # years that nobody takes for anything else


@cache
def prepare() -> None:
    """Begin to load what reading dates needs, once, so that the first one is read without a pause."""
    Thread(target=read_date, args=("31 March 2011",), name="prepare dates", daemon=True).start()


def as_typed(value: TemporalValue) -> str:
    """What a person could have typed to give this date."""
    words = in_words(value)
    return words if _is_plain(value) or _is_read_as(words, value.edtf) else value.edtf


def _is_plain(value: TemporalValue) -> bool:
    """Whether it is a day, month or year in digits alone, of which it is known that its words are read back."""
    digits = value.edtf.replace("-", "")
    if value.precision not in _PLAIN or not digits.isdigit() or value.edtf.startswith("-"):
        return False
    return int(value.edtf[:4]) in _FOUR_DIGITS


@lru_cache(maxsize=256)
def _is_read_as(words: str, edtf: str) -> bool:
    try:
        return read_date(words).edtf == edtf
    except ValueError:
        return False
