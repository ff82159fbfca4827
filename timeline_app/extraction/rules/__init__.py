"""Rules that find temporal expressions, one kind of expression a module.

To add a kind, write a module with a table ``RULES`` and name it here; ``rule.Rule`` says what a row holds.
"""

from __future__ import annotations

from timeline_app.extraction.rules import (
    absolute,
    anaphoric,
    business,
    calendars,
    clock,
    durations,
    events,
    feasts,
    fortnights,
    modified,
    partial,
    ranges,
    relative,
    vague,
    years,
)

RULES = (
    *absolute.RULES,
    *years.RULES,
    *partial.RULES,
    *feasts.RULES,
    *calendars.RULES,
    *ranges.RULES,
    *business.RULES,
    *relative.RULES,
    *anaphoric.RULES,
    *events.RULES,
    *fortnights.RULES,
    *modified.RULES,
    *clock.RULES,
    *vague.RULES,
    *durations.RULES,
)
