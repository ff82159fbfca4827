from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from timeline_app.exporters import ExportError, ExportOptions, pages_of
from timeline_app.exporters.png import Png, image_of
from timeline_app.render.theme import load_theme
from timeline_app.session.session import Session


def picture(session: Session, options: ExportOptions) -> QImage:
    """What a reader of the PNG file gets."""
    return QImage.fromData(Png().draw(pages_of(session, options, paged=False), options))


def grey(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The picture's brightness."""
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return rows[:, : flat.width()].astype(np.float64)


@pytest.mark.parametrize(("size", "dpi"), [((1920, 1080), 96), ((1001, 777), 96), ((2500, 1600), 300)], ids=str)
def test_it_has_exactly_the_size_and_resolution_that_were_asked_for(
    news: Session, size: tuple[int, int], dpi: int
) -> None:
    image = picture(news, ExportOptions(size=size, dpi=dpi))
    assert (image.width(), image.height()) == size
    assert round(image.dotsPerMeterX() * 0.0254) == round(image.dotsPerMeterY() * 0.0254) == dpi
    assert image.text("Title") == "What a Week"


def test_twice_the_size_at_twice_the_resolution_is_the_same_picture_finer(news: Session) -> None:
    coarse = picture(news, ExportOptions(size=(1280, 720)))
    fine = picture(news, ExportOptions(size=(2560, 1440), dpi=192))
    thumbnails = [grey(_small(image)) for image in (coarse, fine, coarse.flipped(Qt.Orientation.Horizontal))]
    assert np.abs(thumbnails[0] - thumbnails[1]).mean() < 1
    assert np.abs(thumbnails[0] - thumbnails[2]).mean() > 5


def _small(image: QImage) -> QImage:
    return image.scaled(160, 90, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_ground_is_the_themes_and_it_has_words_on_it(news: Session, theme: str) -> None:
    image = picture(news, ExportOptions(size=(1280, 720), theme=theme))
    ground = load_theme(theme).color("canvas")
    assert image.pixelColor(1, 1) == QColor(ground)
    title = grey(image)[30:80, 30:500]
    assert title.max() - title.min() > 150


def test_a_picture_that_is_too_large_is_refused_with_its_size(news: Session) -> None:
    (page,) = pages_of(news, ExportOptions(size=(15_000, 15_000)), paged=False)
    with pytest.raises(ExportError, match="15,000 x 15,000 pixels is too large; at most 200 million"):
        image_of(page, 96)
