"""The timeline of a picture: the scene the window would show of everything, in any width and height."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from timeline_app.exporters.matter import Matter
from timeline_app.exporters.references import NumberedTexts
from timeline_app.layout.columns import Columns
from timeline_app.layout.customs import USUAL, Customs
from timeline_app.layout.lanes import Lane
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.scene import Marker, Scene, build_scene
from timeline_app.layout.texts import EventTexts
from timeline_app.layout.view import INSET, View
from timeline_app.render.fonts import QtMetrics, metrics_of
from timeline_app.render.theme import Theme
from timeline_app.session.grouping import grouped, grouping_of_events

_USUAL_SHARE = 0.5  # of its width: the height from which on a timeline of many events counts instead of growing
_NONE = np.empty(0, dtype=np.intp)
_MOST_MARKED = 3  # documents whose dates are marked


@dataclass(eq=False)
class Timeline:
    """A timeline of ``matter`` at a kind of scale, its axis as ``customs`` have it; it may be drawn at any size."""

    matter: Matter
    kind: ScaleKind
    theme: Theme
    customs: Customs = USUAL
    _natural: dict[float, Scene] = field(default_factory=dict)

    def natural(self, width: float) -> Scene:
        """As high as it must be to show every mark; of very many events, as high as is usual."""
        if width not in self._natural:
            share = _USUAL_SHARE * width
            usual = self.scene(width, share, share)
            self._natural[width] = self.scene(width, usual.content_height, share)
        return self._natural[width]

    def scene(self, width: float, height: float, share: float | None = None) -> Scene:
        """It over ``width`` pixels, with the view's inset beside them; marks that do not fit whole are left out.

        Lanes of many events divide ``share`` pixels, by default the height.
        """
        view = View.fit(self._columns, width + 2 * INSET, height, self.kind)
        scene = build_scene(
            self._columns,
            self._texts,
            view,
            self._metrics,
            markers=self._markers,
            lanes=self._lanes,
            share=share,
            eras=self.matter.eras,
            customs=self.customs,
        )
        return replace(scene, marks=tuple(mark for mark in scene.marks if mark.box.bottom <= scene.content_bottom))

    def hidden(self, scene: Scene) -> int:
        """How many events are neither drawn in a scene nor counted by it, for want of height."""
        drawn = len({mark.row for mark in scene.marks})
        counted = sum(cluster.count for cluster in scene.clusters)
        folded = np.concatenate(
            [_NONE, *(lane.rows for lane in self._lanes if lane.label.folded and lane.rows is not None)]
        )
        return max(0, len(self._columns) - drawn - counted - len(np.unique(folded)))

    @cached_property
    def _columns(self) -> Columns:
        return Columns.build(self.matter.events)

    @cached_property
    def _lanes(self) -> tuple[Lane, ...]:
        choice, ordinal = self.matter.lanes, self._columns.ordinal
        grouping = grouping_of_events(self.matter.events, self.matter.documents.values(), choice.kind)
        rows = np.full(len(self.matter.events), -1, dtype=np.int32)
        rows[ordinal] = np.arange(len(ordinal), dtype=np.int32)
        return grouped(grouping, choice, self._columns, rows)

    @cached_property
    def _texts(self) -> NumberedTexts:
        numbers = [int(ordinal) + 1 for ordinal in self._columns.ordinal]
        return NumberedTexts(EventTexts(self._columns, self.matter.events), numbers)

    @cached_property
    def _metrics(self) -> QtMetrics:
        return metrics_of(self.theme)

    @cached_property
    def _markers(self) -> tuple[Marker, ...]:
        """When the documents were published, as long as they are few."""
        values = {document.published.value for document in self.matter.documents.values() if document.published}
        times = sorted({value.latest for value in values if value.latest is not None})
        return tuple(Marker(time, "published") for time in times) if len(times) <= _MOST_MARKED else ()
