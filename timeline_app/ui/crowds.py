"""What lies behind a cluster: its events, where they share one date, or the time that they span. No Qt."""

from __future__ import annotations

import numpy as np

from timeline_app.layout.figures import Cluster
from timeline_app.layout.pyramid import Rows
from timeline_app.layout.scene import Scene
from timeline_app.model.event import Event
from timeline_app.ui.shown import Shown


def crowd_of(scene: Scene, shown: Shown, cluster: Cluster) -> list[Event]:
    """The events of a cluster that all have one date, so that no zoom would tell them apart; else none."""
    columns, rows = shown.columns, _rows_of(scene, cluster)
    dates = (columns.earliest[rows], columns.latest[rows])
    if not len(rows) or any((ends != ends[0]).any() for ends in dates):
        return []
    return [shown.event_at(row) for row in rows.tolist()]


def span_of(scene: Scene, shown: Shown, cluster: Cluster) -> tuple[int, int]:
    """The seconds that the events of a cluster span, as far as it reaches."""
    columns, rows = shown.columns, _rows_of(scene, cluster)
    if not len(rows):
        return cluster.start, cluster.end
    start = int(columns.earliest[rows[0]])
    return start, max(int(np.minimum(columns.latest[rows], cluster.end).max()), start + 1)


def _rows_of(scene: Scene, cluster: Cluster) -> Rows:
    """The rows that begin in a cluster and have no mark in its lane."""
    section = scene.sections[cluster.lane]
    edges = np.array([cluster.start, cluster.end], dtype=np.int64)
    low, high = section.lane.columns.earliest.searchsorted(edges)
    return np.setdiff1d(section.lane.rows_of(np.arange(low, high, dtype=np.intp)), section.rows)
