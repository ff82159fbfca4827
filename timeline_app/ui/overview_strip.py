"""The strip under the timeline: everything at once, with the window that the timeline shows on it.

Drag the window to pan, its edges to zoom; elsewhere a drag makes a new range and a click jumps there. A counter of what
lies beyond an excerpt shows everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.render.fonts import metrics_of
from timeline_app.render.theme import Theme
from timeline_app.ui.gestures import SLOP
from timeline_app.ui.shown import Shown
from timeline_app.ui.stage import Stage

if TYPE_CHECKING:
    from timeline_app.layout.overview import OverviewScene

LEAST, MOST, SHARE = 83, 132, 0.4  # px; of what a window is higher than a low one
_LOW = 800  # px; the height of a low window
GRIP = 6.0  # px beside an edge of the window that take hold of it
_KEYS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
_KEY_STEP = 0.1  # of the timeline's width


class OverviewStrip(QWidget):
    """Shows and moves the stage's view."""

    def __init__(self, stage: Stage, shown: Shown, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview_strip")
        self.setAccessibleName("Overview of the whole timeline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._stage, self._shown, self._theme = stage, shown, theme
        self._metrics = metrics_of(theme)
        self._scene: OverviewScene | None = None
        self._still: OverviewScene | None = None  # whose picture without the window is in the pixmap
        self._pixmap = QPixmap()
        self._hold: _Hold | None = None
        stage.changed.connect(self.update)

    @property
    def scene(self) -> OverviewScene:
        """The picture of the strip at its size and the stage's view."""
        from timeline_app.layout.overview import build_overview  # noqa: PLC0415 - loaded when there is something to draw

        width, height, stage = float(self.width()), float(self.height()), self._stage
        self._scene = build_overview(
            self._shown.columns,
            stage.view,
            width,
            height,
            self._metrics,
            self._scene,
            stage.customs,
            self._shown.filtered,
        )
        return self._scene

    def fit_window(self, height: int) -> None:
        """Take a share of the window's height: low windows need theirs for the timeline."""
        self.setFixedHeight(min(max(round(SHARE * (height - _LOW)) + LEAST, LEAST), MOST))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours and fonts."""
        self._theme, self._metrics, self._scene, self._still = theme, metrics_of(theme), None, None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The scene, a line to what is above, and where the focus is."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("stretch"))
        if len(self._shown.columns):
            from timeline_app.render.painter import paint_window  # noqa: PLC0415

            scene = self.scene
            painter.drawPixmap(0, 0, self._picture(scene))
            paint_window(painter, scene, self._theme)
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border"))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _picture(self, scene: OverviewScene) -> QPixmap:
        """What stays while the view moves, painted once."""
        from timeline_app.render.painter import paint_counts  # noqa: PLC0415

        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.panels is not scene.panels or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = QPixmap(self.size() * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(self._pixmap)
            paint_counts(painter, scene, self._theme)
            painter.end()
            self._still = scene
        return self._pixmap

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the window, an edge of it, or a place beside it; a counter of what lies beyond leads there."""
        if event.button() is not Qt.MouseButton.LeftButton or not len(self._shown.columns):
            return
        if any(each.box.contains(event.position().x(), event.position().y()) for each in self.scene.beyond):
            self._stage.fit()
        else:
            self._hold = _hold_at(self._stage, self.scene, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; else show what could be."""
        if self._hold is not None:
            self._hold.move(event.position())
        elif len(self._shown.columns):
            self.setCursor(_cursor(self.scene, event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._hold is not None:
            hold, self._hold = self._hold, None
            hold.end(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right pan, Escape takes back a drag."""
        if event.key() == Qt.Key.Key_Escape and self._hold is not None:
            self._hold.cancel()
            self._hold = None
        elif event.key() in _KEYS:
            view = self._stage.view
            self._stage.glide_to(view.panned(_KEYS[Qt.Key(event.key())] * _KEY_STEP * view.width))
        else:
            super().keyPressEvent(event)


class _Hold:
    """A press on the strip: ``left`` and ``right`` say which edges of the window follow the hand."""

    def __init__(self, stage: Stage, scene: OverviewScene, at: QPointF) -> None:
        self._stage, self._scene, self._from = stage, scene, at.x()
        self._view = stage.view
        stage.remember()

    def move(self, at: QPointF) -> None:
        """Follow the hand."""
        raise NotImplementedError

    def end(self, at: QPointF) -> None:
        """Done; most holds have done all while moving."""

    def cancel(self) -> None:
        """Back to where it began."""
        self._stage.set_view(self._view)

    def _show(self, left: float, right: float) -> None:
        """Make the window span these pixels of the strip."""
        scale = self._scene.scale
        low, high = sorted((left, right))
        self._stage.set_view(self._view.showing(scale.time(low), scale.time(max(high, low + 1.0))))


class _Window(_Hold):
    """The whole window, to pan."""

    def move(self, at: QPointF) -> None:
        """The time that was under the hand stays under it."""
        middle = (self._scene.window.left + self._scene.window.right) / 2 + at.x() - self._from
        self._stage.set_view(self._view.centred_on(self._scene.scale.time(middle)))


class _Edge(_Hold):
    """One edge of the window, to zoom; the other stays."""

    def __init__(self, stage: Stage, scene: OverviewScene, at: QPointF, fixed: float) -> None:
        super().__init__(stage, scene, at)
        self._fixed = fixed

    def move(self, at: QPointF) -> None:
        """From the edge that stays to the hand."""
        self._show(self._fixed, at.x())


class _Beside(_Hold):
    """A place beside the window: a drag makes a new range, a click jumps there."""

    def move(self, at: QPointF) -> None:
        """From where the hand went down to where it is."""
        if abs(at.x() - self._from) > SLOP:
            self._show(self._from, at.x())

    def end(self, at: QPointF) -> None:
        """A hand that never moved jumps."""
        if abs(at.x() - self._from) <= SLOP:
            self._stage.glide.to(self._view, self._view.centred_on(self._scene.scale.time(at.x())))


def _hold_at(stage: Stage, scene: OverviewScene, at: QPointF) -> _Hold:
    window, x = scene.window, at.x()
    whole = window.right - window.left >= scene.width - 4 * GRIP
    if abs(x - window.left) <= GRIP:
        return _Edge(stage, scene, at, window.right)
    if abs(x - window.right) <= GRIP:
        return _Edge(stage, scene, at, window.left)
    return _Window(stage, scene, at) if window.left < x < window.right and not whole else _Beside(stage, scene, at)


def _cursor(scene: OverviewScene, at: QPointF) -> Qt.CursorShape:
    window, x = scene.window, at.x()
    if any(each.box.contains(x, at.y()) for each in scene.beyond):
        return Qt.CursorShape.PointingHandCursor
    if min(abs(x - window.left), abs(x - window.right)) <= GRIP:
        return Qt.CursorShape.SizeHorCursor
    inside = window.left < x < window.right and window.right - window.left < scene.width - 4 * GRIP
    return Qt.CursorShape.OpenHandCursor if inside else Qt.CursorShape.PointingHandCursor
