"""All temporal expressions of a document: found by the rules, placed by the anchoring, each with its reason.

``tag`` is pure: the same document and options give the same tagging, whatever the day. Spans are TIMEX3 spans, without
the preposition; a derivation's words may have it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from timeline_app.extraction.anchoring import Anchoring
from timeline_app.extraction.calendars import in_its_calendar, stated_calendar
from timeline_app.extraction.counting import Telling, Years, day_order, orders_to_try, publication_base
from timeline_app.extraction.detection import detected_language
from timeline_app.extraction.grammar import grammar
from timeline_app.extraction.meanings import Reading
from timeline_app.extraction.options import Options
from timeline_app.extraction.passage import Passage
from timeline_app.extraction.places import Place, place_of_value
from timeline_app.extraction.resolved import Resolved, either
from timeline_app.extraction.rules.rule import Rule
from timeline_app.extraction.segmentation import sentences_at
from timeline_app.extraction.vocabulary import language_file, languages
from timeline_app.model.document import Document, TextSpan
from timeline_app.model.event import Derivation, Tagging, Timex
from timeline_app.model.temporal import parse_edtf

_DEFAULT = Options()
_LEADS = "on in since by until till from during at before after of"
_LONGEST_LEAD = 16  # code points of a preposition and its space


def tag(document: Document, options: Options = _DEFAULT) -> Tagging:
    """Every temporal expression of the document, in order of its spans."""
    text = document.text
    language = language_of(document, options)
    found = list(grammar(language).search(text))
    publication = publication_base(document.published)
    readings = [reading for _, reading in found]
    telling = Telling(text, readings, publication, options.counting)
    order = day_order(text, readings, language, options.day_order)
    years, given = Years(readings), _given(options)
    spans = sentences_at(text, [reading.span.start for reading in readings])
    runs = [
        _placed(Anchoring(Passage(text, publication, telling, years, each, language), given), readings, spans)
        for each in orders_to_try(order, readings)
    ]
    stated = stated_calendar(text)
    timexes = []
    for (rule, reading), *ways in zip(found, *runs, strict=True):
        resolved = either(*ways)
        if resolved.value:
            resolved = in_its_calendar(resolved, text, reading.span, stated)
            timexes.append(_timex(text, language, rule, reading, resolved))
    return Tagging(document.id, tuple(timexes))


def language_of(document: Document, options: Options = _DEFAULT) -> str:
    """The language whose rules read the document: as chosen, given or detected; empty where there are none for it."""
    wanted = options.language or document.language or detected_language(document.text) or "en"
    wanted = wanted.replace("_", "-").partition("-")[0].lower()
    return wanted if wanted in languages() else ""


def _placed(anchoring: Anchoring, readings: Sequence[Reading], spans: Sequence[TextSpan]) -> list[Resolved]:
    """Where each reading lies; those that count from what is dated only later are asked again at the end."""
    starts = [span.start for span in spans]
    first = [anchoring.resolve(reading, spans[bisect_right(starts, reading.span.start) - 1]) for reading in readings]
    return [
        once if once.place else anchoring.resolve_again(reading) or once
        for reading, once in zip(readings, first, strict=True)
    ]


def _given(options: Options) -> dict[int, Place]:
    """By where their words start the places of what a person dated."""
    places = {start: place_of_value(parse_edtf(edtf)) for start, edtf in options.given}
    return {start: place for start, place in places.items() if place}


@cache
def _lead(language: str) -> re.Pattern[str]:
    """A preposition before a date, which belongs to its words though not to its TIMEX3 span."""
    entries = {"lead": {"": _LEADS}} if language in {"en", ""} else language_file(language)
    spaced = entries.get("spaces", True)
    words = [word for name in ("lead", "on") for word in entries.get(name, {}).get("", "").split()]
    choice = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b(?:{choice})\s$" if spaced else f"(?:{choice})$", re.IGNORECASE)


def _timex(text: str, language: str, rule: Rule, reading: Reading, resolved: Resolved) -> Timex:
    start, end = reading.span.start, resolved.until or reading.span.end
    words = text[start:end]
    lead = _lead(language).search(text, max(0, start - _LONGEST_LEAD), start)
    derivation = Derivation(
        f"{lead[0]}{words}" if lead else words, resolved.rule, resolved.anchor, resolved.alternatives, resolved.note
    )
    temporal = parse_edtf(resolved.edtf) if resolved.edtf else None
    return Timex(
        TextSpan(start, end), words, resolved.type, resolved.value, temporal, rule.id, derivation, resolved.undated
    )
