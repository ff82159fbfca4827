"""The legend under a picture: only what the picture shows, with the signs and colours it is drawn with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.exporters.paragraphs import Paragraph, Run, styled_paragraph
from timeline_app.layout.lanes import LaneKind
from timeline_app.model.event import Category, Event, Factuality, Status
from timeline_app.render.theme import Theme

_GLYPHS = {
    Factuality.HAPPENED: "●",
    Factuality.SAID: "◆",
    Factuality.PLANNED: "▷",
    Factuality.DENIED: "⊖",
    Factuality.ALLEGED: "?",
}
_OUTLINES = {Status.PROPOSED: "dashed: found by the program, not checked yet", Status.ACCEPTED: "solid: checked"}
_SEVERAL = {
    LaneKind.SOURCE: "an event that several sources report stands in the lane of each",
    LaneKind.PERSON: "an event of several people stands in the lane of each",
}
_BETWEEN = "   "


def legend(events: Sequence[Event], theme: Theme, width: float, lanes: LaneKind = LaneKind.NONE) -> Paragraph:
    """One small paragraph that explains colours, signs, outlines and, where an event has several, lanes."""
    runs = [*_categories(events, theme), *_factualities(events), *_outlines(events)]
    if lanes in _SEVERAL:
        runs += [Run(_SEVERAL[lanes]), Run(_BETWEEN)]
    return styled_paragraph(runs[:-1], theme.family("sans", 11), theme.color("muted"), width)


def _categories(events: Sequence[Event], theme: Theme) -> Iterator[Run]:
    used = dict.fromkeys(event.category for event in events)
    known = [category.value for category in Category if category.value in used]
    for name in [*known, *(name for name in used if name not in known)]:
        yield from (Run("■", ink=theme.category(name)), Run(f"\u00a0{name}"), Run(_BETWEEN))


def _factualities(events: Sequence[Event]) -> Iterator[Run]:
    used = {event.factuality for event in events}
    for factuality, glyph in _GLYPHS.items():
        if factuality in used:
            yield from (Run(f"{glyph}\u00a0{factuality.value}"), Run(_BETWEEN))


def _outlines(events: Sequence[Event]) -> Iterator[Run]:
    used = {event.status for event in events}
    for status, meaning in _OUTLINES.items():
        if status in used:
            yield from (Run(meaning), Run(_BETWEEN))
