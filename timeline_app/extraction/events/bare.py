"""Noun phrases that name an event without saying whose or where: "1997 election", "its arrival in Freetown".

They get the country that the text is about, or the person who is meant, where that is certain; else they are no event
that can be read alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.english.names import is_place
from timeline_app.extraction.events.labels import Label
from timeline_app.extraction.events.persons import person_before, short_name
from timeline_app.extraction.events.told import Told
from timeline_app.extraction.events.unit import Unit
from timeline_app.extraction.events.writing import LONGEST
from timeline_app.model.document import TextSpan

_UNREADABLE = 0.3  # how sure an event is of which nobody knows whose or where it was
_OWNERS = {"his": "he", "her": "she", "its": "", "their": ""}
_POINTING = frozenset({"that", "those", "another", "next", "such"})
_WIDE = frozenset({"pandemic"})  # what happens everywhere
_EARLY = 1  # words before a phrase that opens its sentence
_COMMA = re.compile(r"[^,;:.]*, (?:[A-Z][a-z]+\.? )?")
_BARE = re.compile(r"[D#Q]*[AQ]*N")


def placed(label: Label, unit: Unit, starts: Sequence[int], told: Told) -> Label:
    """The label with whose or where the event of a noun phrase was, or one too unsure to be proposed.

    ``starts`` are those of the sentences before and of the unit's own.
    """
    if unit.phrase is None:
        return label
    words, tags = unit.parse.words[slice(*unit.phrase)], unit.parse.tags[slice(*unit.phrase)]
    title = _owned(label.title, unit, starts, told) if words[0].lower in _OWNERS and tags[0] == "D" else label.title
    placed_already = any(is_place(word.lower) for word, tag in zip(words, tags, strict=True) if tag == "A")
    if _BARE.fullmatch(tags) and not placed_already and words[-1].lower not in _WIDE:
        title = _in_country(title, words[-1].lower, unit, starts, told)
    elif words[0].lower in _POINTING and tags[0] in "DA":
        title = ""
    elif words[-1].lower == "invasion" and (country := _invaded(words[-2].lower, unit, told)):
        title = f"{title} of {country}"
    known = title and len(title) <= LONGEST
    return replace(label, title=title) if known else replace(label, confidence=_UNREADABLE)


def _owned(title: str, unit: Unit, starts: Sequence[int], told: Told) -> str:
    """The title of what "his" or "her" opens, with the name of whom that means; empty where it needs one."""
    if unit.phrase is None:
        return title
    parse, (start, end) = unit.parse, unit.phrase
    first = parse.words[start]
    pronoun = _OWNERS[first.lower]
    name = person_before(told, first.start, starts, pronoun) if pronoun else ""
    if not name and pronoun and start <= _EARLY:
        name = _next_person(told, end=parse.words[end - 1].end, stop=parse.span.end, pronoun=pronoun)
    if name:
        return f"{name}'s {title[:1].lower()}{title[1:]}"
    return title if any(word.lower == "of" for word in parse.words[start:end]) else ""


def _next_person(told: Told, *, end: int, stop: int, pronoun: str) -> str:
    """The person who is named right behind an opening "On his visit to Paris in 2010, …"; empty where none is."""
    person = next(iter(told.people(end, stop)), None)
    between = told.text[end : person.start] if person else ""
    fits = person is not None and _COMMA.fullmatch(between) and told.can_be(person.name, pronoun)
    return short_name(told, person.name) if person and fits else ""


def _invaded(led: str, unit: Unit, told: Told) -> str:
    """The country of an invasion: the only one joined with the word, or where people suffer "since the US-led" one."""
    if (country := told.setting.of("invasion")) or not led.endswith("-led") or unit.phrase is None:
        return country
    words, at = unit.parse.words, unit.phrase.start
    since = at >= len(["in", "X", "since"]) and words[at - 1].lower == "since" and words[at - 3].lower == "in"
    return told.setting.only(words[at - 2].start, words[at - 2].end) if since else ""


def _in_country(title: str, noun: str, unit: Unit, starts: Sequence[int], told: Told) -> str:
    """The title of an event with nothing but its year, with the country that it befell; empty where none is certain."""
    if country := told.setting.of(noun):
        return f"{title} of {country}" if noun == "invasion" else ""
    span = TextSpan(starts[-2:][0], unit.parse.span.end)
    befalls = noun in word_sets("names")["befalling"]
    country = told.setting.alone(*span) or told.setting.twice(*unit.parse.span) if befalls else ""
    return f"{title} in {country}" if country else ""
