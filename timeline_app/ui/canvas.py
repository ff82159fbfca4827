"""The timeline as a widget: a pyqtgraph view that paints a stage's scene and hands it mouse and wheel.

pyqtgraph's ``GraphicsView`` and ``ViewBox`` are the host (and this the only module that imports them): the exact view
of ``layout.view`` is the truth, and the ViewBox mirrors it in seconds from a nearby origin, since it works in float64.
The scene is painted straight onto the viewport, which costs what a bare widget costs.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from timeline_app.layout.view import INSET, View
from timeline_app.render.painter import paint_scene
from timeline_app.render.theme import Theme
from timeline_app.ui.gestures import ClickOrPan, Gesture, ZoomToRange
from timeline_app.ui.spoken import Announcer, Entry, interface_of
from timeline_app.ui.stage import Stage

NOTCH = 120.0  # eighths of a degree in one step of a common wheel
ZOOM_NOTCH = 1.25  # factor of one step
PAN_NOTCH, ROWS_NOTCH = 90.0, 60.0  # px of one step
KEY_REASONS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_FARTHEST = 1e6  # spans from the mirror's origin before it moves
EMPTY_SIZE = 15  # px of letters
_BAR = round(INSET)  # px; in what a view leaves free beside its content


class TimelineCanvas(pg.GraphicsView):
    """Says where it was clicked; keys are the window's actions."""

    clicked = Signal(QPointF)
    double_clicked = Signal(QPointF)

    def __init__(self, stage: Stage, theme: Theme, parent: QWidget | None = None) -> None:
        self.stage, self._theme = stage, theme  # before the base class, which resizes itself while it is made
        super().__init__(parent, useOpenGL=False, background=None)  # type: ignore[no-untyped-call]
        self.setObjectName("timeline_canvas")
        self.setAccessibleName("Timeline")
        self.viewport().setAccessibleName("Timeline")
        self._gesture: Gesture | None = None
        self._by_key = False  # whether the focus came by key, and so has to be shown
        self._band: tuple[float, float] | None = None
        self.empty_words = ""
        self._mirror = pg.ViewBox(enableMouse=False, enableMenu=False)  # type: ignore[no-untyped-call]
        self._origin = 0
        self.setCentralItem(self._mirror)  # type: ignore[no-untyped-call]
        self._mirror.sigXRangeChanged.connect(self.viewport().update)
        self._rows = QScrollBar(Qt.Orientation.Vertical, self)
        self._rows.setObjectName("rows_bar")
        self._rows.setAccessibleName("Rows of the timeline")
        self._rows.valueChanged.connect(self._scroll_rows)
        stage.changed.connect(self.viewport().update)
        stage.moved.connect(self._follow_view)
        self.announcer = Announcer(self)
        stage.changed.connect(self.announcer.moved)
        QAccessible.installFactory(interface_of)

    # What gestures act on (``gestures.Surface``)

    @property
    def view(self) -> View:
        """What is shown."""
        return self.stage.view

    def set_view(self, view: View) -> None:
        """Show something else."""
        self.stage.set_view(view)

    def scrolled(self, view: View, pixels: float) -> View:
        """``view`` with its rows moved up."""
        return self.stage.scrolled(view, pixels)

    def set_band(self, band: tuple[float, float] | None) -> None:
        """Show a range as being chosen, or none."""
        self._band = band
        self.viewport().update()

    def click(self, at: QPointF) -> None:
        """Say that it was clicked."""
        self.clicked.emit(at)

    def glide_to(self, view: View) -> None:
        """Move to another view."""
        self.stage.glide_to(view)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.stage.set_theme(theme)

    def say_when_empty(self, words: str) -> None:
        """What to write in the middle while there is nothing to draw."""
        self.empty_words = words
        self.viewport().update()

    def cancel_gesture(self) -> bool:
        """End a gesture under way as if it had not begun; False if there is none."""
        if self._gesture is None:
            return False
        self._gesture.cancel()
        self._gesture = None
        return True

    def entries(self) -> tuple[Entry, ...]:
        """The events in sight, for screen readers."""
        return self.stage.entries()

    # What Qt tells it

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scene, the band being drawn, and where the focus is."""
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        if self.stage.is_empty:
            self._paint_words(painter, self.empty_words)
        else:
            paint_scene(painter, self.stage.scene, self._theme)
        if self._band:
            self._paint_band(painter, *self._band)
        if self._by_key and self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)  # type: ignore[no-untyped-call]
        size = self.viewport().size()
        self.stage.resize(float(size.width()), float(size.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; Shift or sideways pans in time, Alt scrolls the rows."""
        sideways, turned = event.angleDelta().x() / NOTCH, event.angleDelta().y() / NOTCH
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.AltModifier:
            self.set_view(self.scrolled(self.view, -(turned or sideways) * ROWS_NOTCH))  # Qt turns Alt+wheel sideways
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(sideways) > abs(turned):
            self.set_view(self.view.panned((sideways or turned) * PAN_NOTCH))
        elif turned:
            self.stage.zoom(ZOOM_NOTCH**turned, event.position().x())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        if event.button() is not Qt.MouseButton.LeftButton or self._gesture is not None:
            return
        self.stage.glide.stop()
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._gesture = ZoomToRange(self) if shift else ClickOrPan(self)
        self._gesture.start(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what a click would do."""
        if self._gesture is not None:
            self._gesture.move(event.position())
            return
        over = self.stage.scene.hit(event.position().x(), event.position().y())
        shape = Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        if event.button() is Qt.MouseButton.LeftButton and self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            gesture.end(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of two, which is no drag."""
        self.double_clicked.emit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are actions of the window; what is left is nobody's."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self._by_key = event.reason() in KEY_REASONS
        self.viewport().update()
        self.announcer.selected()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.cancel_gesture()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing to do; the base class sends a mouse event to its scene."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips say what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.stage.words_at(float(event.pos().x()), float(event.pos().y()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def _paint_words(self, painter: QPainter, words: str) -> None:
        painter.fillRect(self.viewport().rect(), self._theme.color("canvas"))
        painter.setPen(self._theme.color("muted"))
        painter.setFont(self._theme.family("sans", EMPTY_SIZE))
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_band(self, painter: QPainter, left: float, right: float) -> None:
        color = self._theme.color("focus")
        painter.setPen(QPen(color, 1.0))
        color.setAlphaF(0.14)
        painter.setBrush(color)
        painter.drawRect(QRectF(left, 0.0, right - left, self.view.height).adjusted(0, 1, 0, -1))

    def _follow_view(self) -> None:
        self._mirror_view()
        scene, bar = self.stage.scene, self._rows
        over = scene.content_height - self.view.height
        bar.setVisible(over > 0)
        bar.blockSignals(True)  # noqa: FBT003 - Qt's own call
        bar.setRange(0, max(0, round(over)))
        bar.setPageStep(round(self.view.height))
        bar.setValue(round(self.view.scroll))
        bar.blockSignals(False)  # noqa: FBT003
        top, bottom = round(scene.content_top), round(scene.content_bottom)
        bar.setGeometry(self.width() - _BAR, top, _BAR, bottom - top)

    def _mirror_view(self) -> None:
        """Give the ViewBox the seconds at the edges, counted from an origin near enough for float64."""
        start, end = self.view.start, self.view.end
        span = max(end - start, 1)
        if abs(start - self._origin) > _FARTHEST * span:
            self._origin = start
        self._mirror.setXRange(float(start - self._origin), float(start - self._origin + span), padding=0)  # type: ignore[no-untyped-call]

    def _scroll_rows(self, pixels: int) -> None:
        self.set_view(self.scrolled(self.view, pixels - self.view.scroll))
