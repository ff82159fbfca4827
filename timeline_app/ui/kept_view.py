"""A window's filter and position as a saved view keeps them, and back. No Qt.

What is kept may come from a stranger or from a time when other events were there: whatever makes no sense is left out,
values that no event has any more are kept and find nothing, and a scale that cannot be read is computed anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeGuard

import numpy as np

from timeline_app.layout.columns import LIMIT, OPEN_FUTURE, OPEN_PAST, Columns
from timeline_app.layout.lanes import LaneKind
from timeline_app.layout.scale import ScaleKind, Shape
from timeline_app.layout.view import INSET, View, fitted_scale
from timeline_app.model.temporal import EdtfError, parse_edtf
from timeline_app.ui.sifting import Facet, Filter, Kind, Kinds, Matches, Period

MOST_SEGMENTS = 64  # of a folded scale that are kept
_WIDEST = 10_000.0  # px of a segment at zoom 1
_MOST_VALUES = 100_000  # of one facet


@dataclass(frozen=True, slots=True)
class Position:
    """The time that is in view (None for all of it), at which kind of scale, in which lanes.

    ``excerpt`` is as in ``View``.
    """

    kind: ScaleKind
    lanes: LaneKind
    span: tuple[int, int] | None = None
    scroll: float = 0.0
    shape: Shape | None = None
    excerpt: tuple[int, int] | None = None


def filter_to_json(wanted: Filter) -> str:
    """A filter as a saved view keeps it."""
    kept: dict[str, object] = {}
    for name, kinds in (("hidden", wanted.hidden), ("chosen", wanted.chosen)):
        facets = sorted({kind.facet for kind in kinds}, key=lambda facet: facet.name)
        kept[name] = {
            facet.name.lower(): sorted(kind.value for kind in kinds if kind.facet is facet) for facet in facets
        }
    if wanted.period is not None:
        kept["period"] = {"start": wanted.period.start, "end": wanted.period.end, "edtf": wanted.period.edtf}
    if wanted.found is not None:
        kept["only_found"] = True
    return json.dumps(kept, ensure_ascii=False)


def filter_from_json(text: str, matches: Matches | None) -> Filter:
    """The filter that is kept; ``matches`` are what its search finds now."""
    kept = _object(text)
    hidden, chosen = (_kinds(kept.get(name), is_chosen=name == "chosen") for name in ("hidden", "chosen"))
    found = matches if kept.get("only_found") is True else None
    return Filter(hidden, chosen, _period(kept.get("period")), found)


def position_to_json(view: View, lanes: LaneKind) -> str:
    """A view as a saved view keeps it."""
    kept: dict[str, object] = {"scale": str(view.kind), "lanes": str(lanes), "scroll": round(view.scroll, 1)}
    if view.excerpt:
        kept["excerpt"] = list(view.excerpt)
    if not view.is_fitted:
        kept["start"], kept["end"] = view.scale.time(INSET), view.scale.time(view.width - INSET)
    shape = view.scale.shape
    if view.kind is ScaleKind.FOLDED and len(shape) <= MOST_SEGMENTS:
        widths = np.diff(shape.elastic) + np.diff(shape.rigid)
        kept["knots"], kept["widths"], kept["folded"] = shape.knots.tolist(), widths.tolist(), shape.folded.tolist()
    return json.dumps(kept)


def position_from_json(text: str) -> Position:
    """The position that is kept."""
    kept = _object(text)
    kind, lanes = _one_of(ScaleKind, kept.get("scale"), ScaleKind.FOLDED), _one_of(LaneKind, kept.get("lanes"))
    start, end, scroll = kept.get("start"), kept.get("end"), kept.get("scroll")
    span = _span([start, end])
    above = float(scroll) if isinstance(scroll, int | float) and 0 <= scroll < LIMIT else 0.0
    shape = _shape(kept) if kind is ScaleKind.FOLDED else None
    return Position(kind, lanes or LaneKind.NONE, span, above, shape, _span(kept.get("excerpt")) if shape else None)


def view_at(position: Position, columns: Columns, now: View) -> View:
    """The view of some events at a position, in the size that the view has now."""
    view = now.rescaled(columns, position.kind)
    if position.shape is not None and (position.excerpt or _reaches(position.shape, columns)):
        view = View(fitted_scale(position.shape, now.width), now.width, now.height, excerpt=position.excerpt)
    if position.span is not None:
        view = view.showing(*position.span)
    return replace(view, scroll=position.scroll)


def _reaches(shape: Shape, columns: Columns) -> bool:
    """Whether a scale has a place for every event."""
    return not bool((columns.latest <= shape.knots[0]).any() or (columns.earliest >= shape.knots[-1]).any())


def _object(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _kinds(kept: object, *, is_chosen: bool) -> Kinds:
    if not isinstance(kept, dict):
        return frozenset()
    facets = {facet.name.lower(): facet for facet in Facet if facet.is_chosen == is_chosen}
    return frozenset(
        Kind(facets[name], value)
        for name, values in kept.items()
        if name in facets and isinstance(values, list)
        for value in values[:_MOST_VALUES]
        if isinstance(value, str)
    )


def _period(kept: object) -> Period | None:
    if not isinstance(kept, dict):
        return None
    start, end, edtf = kept.get("start"), kept.get("end"), kept.get("edtf")
    if not (isinstance(start, int) and isinstance(end, int) and OPEN_PAST <= start < end <= OPEN_FUTURE):
        return None
    return Period(start, end, edtf if isinstance(edtf, str) and _is_date(edtf) else "")


def _is_date(edtf: str) -> bool:
    try:
        parse_edtf(edtf)
    except EdtfError:
        return False
    return True


def _one_of(kinds: Any, name: object, otherwise: Any = None) -> Any:  # noqa: ANN401 - any enumeration
    return kinds(name) if isinstance(name, str) and name in set(kinds) else otherwise


def _is_time(number: object) -> TypeGuard[int]:
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < LIMIT


def _span(ends: object) -> tuple[int, int] | None:
    """Two times of which the first is before the second; else None."""
    if not (isinstance(ends, list) and len(ends) == 2 and _is_time(ends[0]) and _is_time(ends[1])):  # noqa: PLR2004
        return None
    return (ends[0], ends[1]) if ends[0] < ends[1] else None


def _shape(kept: Mapping[str, Any]) -> Shape | None:
    """The folds that are kept; None where they are no scale."""
    knots, widths, folded = kept.get("knots"), kept.get("widths"), kept.get("folded")
    if not (isinstance(knots, list) and isinstance(widths, list) and isinstance(folded, list)):
        return None
    count = len(widths)
    is_sound = (
        0 < count <= MOST_SEGMENTS
        and len(knots) == count + 1
        and len(folded) == count
        and all(map(_is_time, knots))
        and all(one < other for one, other in pairwise(knots))
        and all(isinstance(width, int | float) and 1.0 <= width <= _WIDEST for width in widths)
        and all(isinstance(each, bool) for each in folded)
        and not all(folded)
    )
    if not is_sound:
        return None
    arrays = np.array(knots, dtype=np.int64), np.array(widths, dtype=np.float64), np.array(folded, dtype=np.bool_)
    return Shape.of(ScaleKind.FOLDED, *arrays)
