"""What the tests of layout share: text measured by counting letters, events in a line, and the sample's seven."""

from __future__ import annotations

import numpy as np

from timeline_app.layout.columns import Columns
from timeline_app.layout.figures import Box, Text
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scene import Scene
from timeline_app.model.event import Event, EventId, Factuality, Status
from timeline_app.model.temporal import parse_edtf


class Letters:
    """Every letter 6.5 px wide, every line 16 px high."""

    def width(self, text: str, _role: Role) -> float:
        return len(text) * 6.5

    def line_height(self, _role: Role) -> float:
        return 16.0

    def ascent(self, _role: Role) -> float:
        return 12.0


METRICS: Metrics = Letters()


class Numbered:
    """Titles of different lengths for rows of columns without events."""

    def title(self, row: int) -> str:
        return " ".join(["Event", str(row), *["word"] * (row * 7 % 6)])

    def when(self, _row: int, *, year: bool) -> str:
        return "Wed 30 March 2011" if year else "Wed 30 March"

    def choices(self, _row: int) -> tuple[tuple[int, int], ...]:
        return ()


def event(
    name: str,
    edtf: str,
    category: str = "Other",
    factuality: Factuality = Factuality.HAPPENED,
    status: Status = Status.PROPOSED,
    importance: float = 0.5,
) -> Event:
    return Event(EventId(name), name, parse_edtf(edtf), (), status, category, factuality, 1.0, importance)


SAID = Factuality.SAID
SAMPLE = (
    event("Qaddafi’s coup", "1969", "Conflict"),
    event("Qaddafi’s forces drive the rebels back east", "2011-03-28/2011-03-31", "Conflict"),
    event("Mullen testifies to Congress", "2011-03-29", "Contact", SAID),
    event("Koussa resigned and fled to London", "2011-03-30", "Personnel"),
    event("Treki refused the U.N. post, defecting to Egypt", "2011-03-31", "Personnel"),
    event("Hague: regime “crumbling from within”", "2011-03-31", "Contact", SAID),
    event("a spokesman: Qaddafi stays “until the end”", "2011-03-31", "Contact", SAID),
)


def scattered(count: int, seed: int = 1, span: int = 10**9) -> Columns:
    """Many events of days, months and longer periods, of eight categories."""
    random = np.random.default_rng(seed)
    day = 86_400
    start = random.integers(0, span, count) // day * day
    long = np.where(random.random(count) < 0.5, 30 * day, (10 ** random.uniform(5, np.log10(span), count)).astype(int))
    length = np.where(random.random(count) < 0.8, day, long).astype(np.int64)
    return Columns.from_arrays(
        earliest=start.astype(np.int64),
        latest=(start + length).astype(np.int64),
        form=np.where(length > 31 * day, 2, 0).astype(np.uint8),
        category=random.integers(0, 8, count).astype(np.uint8),
        importance=random.random(count).astype(np.float32),
        categories=tuple("ABCDEFGH"),
    )


def text_boxes(scene: Scene, metrics: Metrics = METRICS) -> list[tuple[str, Box]]:
    """Every horizontal text of a scene with the box of its letters."""
    texts = [
        *(text for stretch in scene.stretches for text in stretch.texts),
        *scene.tick_texts,
        *(text for mark in scene.marks for text in mark.texts),
        *(line.label for line in scene.marker_lines),
        *(bar.label for bar in scene.scale_bars),
        *(cluster.label for cluster in scene.clusters),
        *(counter.label for counter in scene.counters),
    ]
    if scene.overflow:
        texts.append(scene.overflow.label)
    found = [(text.text, text_box(text, metrics)) for text in texts]
    upright = [text for fold in scene.folds for text in fold.texts]
    return found + [(text.text, _upright_box(text, metrics)) for text in upright]


def text_box(text: Text, metrics: Metrics = METRICS) -> Box:
    """From cap height to baseline, which is what must not touch."""
    return Box(text.x, text.y - 9.0, text.x + metrics.width(text.text, text.role), text.y + 1.0)


def _upright_box(text: Text, metrics: Metrics) -> Box:
    return Box(text.x - 9.0, text.y - metrics.width(text.text, text.role), text.x + 1.0, text.y)


def overlaps(boxes: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    """Pairs of texts that touch."""
    return [
        (name, other)
        for number, (name, box) in enumerate(boxes)
        for other, second in boxes[number + 1 :]
        if box.overlaps(second)
    ]
