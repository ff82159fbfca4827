from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from tests.layout.cases import SAMPLE, event, overlaps, scattered, text_boxes
from timeline_app.layout.columns import Columns
from timeline_app.layout.figures import Body, Box, Mark
from timeline_app.layout.overview import build_overview
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.scene import Marker, Scene, build_scene
from timeline_app.layout.texts import EventTexts
from timeline_app.layout.view import View
from timeline_app.model.event import Event, Status
from timeline_app.render.fonts import QtMetrics
from timeline_app.render.painter import paint_counts, paint_scene, paint_window
from timeline_app.render.theme import Theme, load_theme

Pixels = NDArray[np.uint8]
WIDTH, HEIGHT = 776, 500
COLUMNS = Columns.build(SAMPLE)
PUBLISHED = Marker(1_301_616_000, "published")


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


def scene_of(
    theme: Theme, events: tuple[Event, ...] = SAMPLE, selected: int | None = None, width: float = WIDTH
) -> Scene:
    columns = Columns.build(events)
    view = View.fit(columns, width, HEIGHT)
    return build_scene(
        columns, EventTexts(columns, events), view, QtMetrics(theme), selected=selected, markers=[PUBLISHED]
    )


def painted(paint: Callable[[QPainter], None], width: int = WIDTH, height: int = HEIGHT, ratio: float = 1.0) -> Pixels:
    """Height by width by red, green, blue."""
    image = QImage(int(width * ratio), int(height * ratio), QImage.Format.Format_RGB888)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    lines: Pixels = np.frombuffer(bytes(image.constBits()), dtype=np.uint8).reshape(image.height(), -1)
    found: Pixels = lines[:, : image.width() * 3].reshape(image.height(), image.width(), 3)
    return found


def rgb(color: QColor) -> NDArray[np.int16]:
    """Red, green, blue."""
    return np.array([color.red(), color.green(), color.blue()], dtype=np.int16)


def share(pixels: Pixels, color: QColor, tolerance: int = 3) -> float:
    """How much of the picture has a colour."""
    wanted = rgb(color)
    return float((np.abs(pixels.astype(np.int16) - wanted).max(axis=2) <= tolerance).mean())


def blended(color: QColor, ground: QColor, strength: float) -> QColor:
    """What a colour of that opacity gives on a ground."""
    red, green, blue = (rgb(color) * strength + rgb(ground) * (1 - strength)).round().astype(int).tolist()
    return QColor(red, green, blue)


def cut(pixels: Pixels, box: Box) -> Pixels:
    return pixels[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]


def mark_called(scene: Scene, word: str) -> Mark:
    return next(mark for mark in scene.marks if any(word in text.text for text in mark.texts))


def test_the_picture_is_made_of_what_the_scene_says(theme: Theme) -> None:
    scene = scene_of(theme)
    pixels = painted(lambda painter: paint_scene(painter, scene, theme))
    assert share(pixels, theme.color("stretch")) > 0.5
    fold = scene.folds[0].box
    below = Box(fold.left + 1, 420, fold.right - 1, 490)
    assert share(cut(pixels, below), theme.color("canvas")) == pytest.approx(1.0)
    for mark in scene.marks:
        hue = theme.category(scene.categories[mark.category])
        if mark.form is Body.BAR:
            assert share(cut(pixels, mark.body), blended(hue, theme.color("stretch"), theme.strength("bar")), 6) > 0.5
        else:
            assert share(cut(pixels, mark.body), hue, 40) > 0.01, mark


def test_a_card_is_flat_and_has_its_edge_in_the_colour_of_its_category(theme: Theme) -> None:
    scene = scene_of(theme)
    body = mark_called(scene, "Koussa").body
    pixels = painted(lambda painter: paint_scene(painter, scene, theme))
    edge = Box(body.left + 1, body.top + 2, body.left + 4, body.bottom - 2)
    assert share(cut(pixels, edge), theme.category("Personnel"), 12) > 0.6
    inner = cut(pixels, Box(body.right - 14, body.top + 3, body.right - 3, body.bottom - 3))
    assert share(inner, theme.color("card")) == pytest.approx(1.0)


def test_selection_is_a_strong_ring_in_slate(theme: Theme) -> None:
    plain, chosen = scene_of(theme), scene_of(theme, selected=3)
    body = mark_called(chosen, "Koussa").body
    ring = Box(body.left - 2, body.top - 2, body.right + 2, body.top + 2)
    before = share(cut(painted(lambda painter: paint_scene(painter, plain, theme)), ring), theme.color("accent"), 30)
    after = share(cut(painted(lambda painter: paint_scene(painter, chosen, theme)), ring), theme.color("accent"), 30)
    assert before < 0.05
    assert after > 0.3


def test_an_accepted_event_has_a_solid_line_and_a_proposed_one_a_dashed(theme: Theme) -> None:
    events = (
        event("accepted", "2011-03-01", "Conflict", status=Status.ACCEPTED),
        event("proposed", "2011-03-02", "Conflict"),
        event("other", "2011-03-03"),
    )
    scene = scene_of(theme, events)
    pixels = painted(lambda painter: paint_scene(painter, scene, theme))
    along: dict[str, float] = {}
    for name in ("accepted", "proposed"):
        body = mark_called(scene, name).body
        line = cut(pixels, Box(body.left + 10, body.top - 1, body.right - 10, body.top + 1))
        column = np.abs(line.astype(int) - rgb(theme.color("card"))).max(axis=(0, 2))
        along[name] = float((column > 60).mean())
    assert along["accepted"] > 0.95
    assert 0.3 < along["proposed"] < 0.8


def test_words_are_painted_where_the_scene_has_them(theme: Theme) -> None:
    scene = scene_of(theme)
    pixels = painted(lambda painter: paint_scene(painter, scene, theme))
    metrics = QtMetrics(theme)
    for mark in scene.marks:
        for text in mark.texts:
            box = Box(text.x, text.y - 9, text.x + metrics.width(text.text, text.role), text.y + 1)
            ink = np.abs(cut(pixels, box).astype(int) - rgb(theme.color("card"))).max(axis=2) > 90
            assert 0.08 < ink.mean() < 0.6, text


@pytest.mark.parametrize("ratio", [1.25, 2.0])
def test_a_finer_picture_is_the_same_picture(theme: Theme, ratio: float) -> None:
    scene = scene_of(theme)
    plain = painted(lambda painter: paint_scene(painter, scene, theme))
    fine = painted(lambda painter: paint_scene(painter, scene, theme), ratio=ratio)
    assert fine.shape[:2] == (int(HEIGHT * ratio), int(WIDTH * ratio))
    for name in ("stretch", "card"):
        assert share(fine, theme.color(name)) == pytest.approx(share(plain, theme.color(name)), abs=0.04)


@pytest.mark.parametrize("width", [500, 776, 1300, 1900])
@pytest.mark.parametrize("kind", list(ScaleKind))
def test_in_the_real_fonts_no_text_touches_another(theme: Theme, width: int, kind: ScaleKind) -> None:
    metrics = QtMetrics(theme)
    view = View.fit(COLUMNS, width, 900, kind)
    scene = build_scene(COLUMNS, EventTexts(COLUMNS, SAMPLE), view, metrics, markers=[PUBLISHED])
    assert not overlaps(text_boxes(scene, metrics))


def test_a_vector_picture_keeps_its_texts(theme: Theme) -> None:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    scene = scene_of(theme)
    painter = QPainter(generator)
    paint_scene(painter, scene, theme)
    painter.end()
    svg = bytes(store.data()).decode()
    assert "Koussa resigned" in svg
    assert "no events in these documents" in svg
    assert "<image" not in svg


def test_the_overview_shows_bars_window_and_rail(theme: Theme) -> None:
    overview = build_overview(COLUMNS, View.fit(COLUMNS, WIDTH, HEIGHT), WIDTH, 112, QtMetrics(theme))

    def paint(painter: QPainter) -> None:
        paint_counts(painter, overview, theme)
        paint_window(painter, overview, theme)

    pixels = painted(paint, height=112)
    assert overview.rail is not None
    assert share(cut(pixels, overview.rail), theme.color("rail")) > 0.85
    for histogram in overview.bars:
        left, top, wide, high = histogram.bars[0].tolist()
        inner = cut(pixels, Box(left + 2, top + 2, left + wide - 2, top + high - 2))
        assert share(inner, theme.category(overview.categories[histogram.category]), 12) > 0.9
    frame = overview.window
    assert (
        share(
            cut(pixels, Box(frame.left + 8, frame.top - 1, frame.right - 8, frame.top + 1)), theme.color("accent"), 60
        )
        > 0.4
    )


def test_many_redraws_are_all_alike(theme: Theme) -> None:
    columns = scattered(2000)
    view = View.fit(columns, WIDTH, HEIGHT)
    scene = build_scene(
        columns, EventTexts(columns, [event(f"Event {n}", "1969") for n in range(2000)]), view, QtMetrics(theme)
    )
    first = painted(lambda painter: paint_scene(painter, scene, theme))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    for _ in range(220):  # a reference dropped by every call would abort the interpreter here
        paint_scene(painter, scene, theme)
    painter.end()
    assert np.array_equal(first, painted(lambda painter: paint_scene(painter, scene, theme)))
