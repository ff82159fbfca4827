"""Sentences for tests in which braces mark the temporal expressions."""

from __future__ import annotations

import re

from timeline_app.extraction.english.clauses import clauses
from timeline_app.extraction.english.names import find_names
from timeline_app.extraction.english.words import Parse, parse
from timeline_app.extraction.events.antecedents import antecedent
from timeline_app.extraction.events.labels import Label, label
from timeline_app.extraction.events.told import Told
from timeline_app.extraction.events.unit import Unit
from timeline_app.extraction.events.units import units
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Derivation, Timex, TimexType
from timeline_app.model.temporal import TemporalValue, parse_edtf

VALUES = {
    "Tuesday": "2011-03-29", "29 March": "2011-03-29", "Wednesday": "2011-03-30", "Friday": "2011-03-25",
    "Sunday": "2011-03-27", "Today": "2011-03-31", "Today's": "2011-03-31", "yesterday": "2011-03-30",
    "30 March": "2011-03-30",
    "last week": "2011-03-21/2011-03-27", "last year": "2010", "January": "2011-01", "Jan. 14": "2011-01-14",
    "the 1980s": "198X", "the year": "2011",
    "Christmas": "2011-12-25", "overnight": "2011-03-31",
    "later this year": "2011", "this year": "2011", "next year": "2012",
}  # fmt: skip


def parsed(marked: str) -> tuple[Parse, list[Timex]]:
    """The words of one sentence and its expressions; a year or a word of ``VALUES`` has a value, else a duration."""
    text, found = "", []
    for plain, words in re.findall(r"([^{]*)(?:\{([^}]*)\})?", marked):
        text += plain
        if words:
            found.append(expression(words, len(text)))
            text += words
    return parse(text, TextSpan(0, len(text)), [timex.span for timex in found]), found


def expression(words: str, start: int) -> Timex:
    """An expression with the value that the words have in these tests."""
    year = re.search(r"[0-9]{4}$", words)
    edtf = VALUES.get(words) or (year[0] if year else "")
    value: TemporalValue | None = parse_edtf(edtf) if edtf else None
    kind = TimexType.DATE if value else TimexType.DURATION
    return Timex(TextSpan(start, start + len(words)), words, kind, edtf, value, "test", Derivation(words, "test"))


def units_of(marked: str) -> tuple[Unit, ...]:
    """The units of one sentence."""
    words, found = parsed(marked)
    return units(words, clauses(words), found)


def labels_of(marked: str, before: str = "") -> list[Label]:
    """The labels of one sentence in a text published on 31 March 2011 that says ``before`` somewhere else."""
    words, _ = parsed(marked)
    names, published = find_names(f"{words.text} {before}"), parse_edtf("2011-03-31").start
    found, told = clauses(words), Told(words.text, names)
    return [
        label(unit, found, names, published, antecedent(unit.clause, found, (0,), told)) for unit in units_of(marked)
    ]


def titles_of(marked: str, before: str = "") -> list[str]:
    """The titles of one sentence."""
    return [label.title for label in labels_of(marked, before)]
