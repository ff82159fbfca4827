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
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from timeline_app.layout.figures import Handle, LaneHead
from timeline_app.layout.view import INSET, View
from timeline_app.model.temporal import TemporalValue
from timeline_app.render.measure import paint_measure
from timeline_app.render.painter import paint_dragged, paint_scene
from timeline_app.render.theme import Theme
from timeline_app.render.veil import paint_places, paint_veil
from timeline_app.ui.editing.pointed import date_at
from timeline_app.ui.event_drag import dragged_event
from timeline_app.ui.gestures import ClickOrPan, DragDate, Gesture, MoveLane, ToggleOrSelect, ZoomToRange
from timeline_app.ui.hands_shown import paint_drawn, paint_drop, paint_focus, paint_words
from timeline_app.ui.hover import Hover
from timeline_app.ui.spoken import Announcer, Entry, interface_of
from timeline_app.ui.stage import Stage

ZOOMS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
LEAST_PINCH = 0.2  # factor of one step of a pinch
NOTCH = 120.0  # eighths of a degree in one step of a common wheel
ZOOM_NOTCH = 1.25  # factor of one step
PAN_NOTCH, ROWS_NOTCH = 90.0, 60.0  # px of one step
KEY_REASONS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_FARTHEST = 1e6  # spans from the mirror's origin before it moves
_BAR = round(INSET)  # px; in what a view leaves free beside its content
_MARGIN = 5  # px of that beside the view


class TimelineCanvas(pg.GraphicsView):
    """Says where it was clicked; keys are the window's actions."""

    clicked = Signal(QPointF)
    toggled = Signal(QPointF)  # clicked to add to what is selected, or take from it
    extended = Signal(QPointF)  # clicked to select all up to there
    boxed = Signal(QRectF)  # a rectangle was drawn around what is to be selected too
    double_clicked = Signal(QPointF)
    menu_asked = Signal(QPointF)
    redated = Signal(object, object)  # an EventId, and the TemporalValue it was dragged to
    lane_moved = Signal(str, int)  # a lane's id, and its place from above

    def __init__(self, stage: Stage, theme: Theme, parent: QWidget | None = None) -> None:
        self.stage, self._theme = stage, theme  # before the base class, which resizes itself while it is made
        super().__init__(parent, useOpenGL=False, background=None)  # type: ignore[no-untyped-call]
        self.setObjectName("timeline_canvas")
        self.setAccessibleName("Timeline")
        self.viewport().setAccessibleName("Timeline")
        self._gesture: Gesture | None = None
        self._by_key = False  # whether the focus came by key, and so has to be shown
        self.wheel_scrolls = False  # whether a plain wheel scrolls the rows instead of zooming
        self.setAcceptDrops(True)
        self._hover = Hover(self.viewport(), self._card_at)
        self._drawn: QRectF | None = None  # a band or rectangle being drawn
        self._dragged: TemporalValue | None = None  # a date while it is dragged
        self._drop: float | None = None  # height of the border that a dragged lane would go to
        self.empty_words = ""
        self._mirror = pg.ViewBox(enableMouse=False, enableMenu=False)  # type: ignore[no-untyped-call]
        self._origin = 0
        self.setCentralItem(self._mirror)  # type: ignore[no-untyped-call]
        self._mirror.sigXRangeChanged.connect(self.viewport().update)
        self.setViewportMargins(0, 0, _MARGIN, 0)  # the last dot is not under the bar
        self._fill_beside()
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
        self.set_rectangle(QRectF(band[0], 1.0, band[1] - band[0], self.view.height - 2.0) if band else None)

    def set_rectangle(self, rectangle: QRectF | None) -> None:
        """Show a rectangle as being drawn, or none."""
        self._drawn = rectangle
        self.viewport().update()

    def click(self, at: QPointF) -> None:
        """Say that it was clicked."""
        self.clicked.emit(at)

    def toggle(self, at: QPointF) -> None:
        """Say that it was clicked beside what is selected."""
        self.toggled.emit(at)

    def extend(self, at: QPointF) -> None:
        """Say that it was clicked to select all up to there."""
        self.extended.emit(at)

    def select_in(self, rectangle: QRectF) -> None:
        """Say that what lies there is to be selected too."""
        self.boxed.emit(rectangle)

    def glide_to(self, view: View) -> None:
        """Move to another view."""
        self.stage.glide_to(view)

    def throw(self, speed: float) -> None:
        """Slide on until anything else happens."""
        self.stage.glide.throw(self.view, speed)

    def show_date(self, handle: Handle | None, pixels: float) -> None:
        """Show the date that a handle dragged so far to the right would give, or none."""
        value = self.stage.dating.dragged(handle, pixels) if handle else None
        self._dragged = value or (self._dragged if handle else None)
        self.viewport().update()

    def drop_date(self, handle: Handle, pixels: float) -> None:
        """Say that an event was dragged to another date."""
        event, value = self.stage.event_at(handle.row), self.stage.dating.dragged(handle, pixels)
        if value and value != event.value:
            self.redated.emit(event.id, value)

    def show_drop(self, y: float | None) -> None:
        """Show where a lane dragged to that height would go, or nothing."""
        self._drop = None if y is None else self.stage.lane_place(y)[1]
        self.viewport().update()

    def drop_lane(self, lane: str, y: float) -> None:
        """Say that a lane was dragged there; its own place does not count."""
        place = self.stage.lane_place(y)[0]
        here = next(n for n, section in enumerate(self.stage.scene.sections) if section.lane.id == lane)
        self.lane_moved.emit(lane, place - (place > here))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours, beside the view, too."""
        self._theme = theme
        self._fill_beside()

    def _fill_beside(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.color("canvas"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)

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

    # Events dragged onto it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An event may be dropped; what else is dragged is the window's."""
        self._drag_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the date it would have."""
        self._drag_over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's signature
        """It is dragged elsewhere."""
        self._dragged = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say that an event was dropped at a date."""
        name, value = dragged_event(event.mimeData()), self._dragged
        self._dragged = None
        self.viewport().update()
        if name is not None and value is not None:
            event.acceptProposedAction()
            self.redated.emit(name, value)

    def _drag_over(self, event: QDragMoveEvent) -> None:
        """Show the date under an event that is dragged; none where nothing could be meant."""
        over = dragged_event(event.mimeData()) is not None and not self.stage.is_empty
        self._dragged = date_at(self.stage.scene, event.position().x()) if over else None
        event.setAccepted(self._dragged is not None)
        self.viewport().update()

    # What Qt tells it

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scene, the band being drawn, and where the focus is."""
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        if self.stage.is_empty:
            paint_words(painter, self.viewport().rect(), self._theme, self.empty_words)
        else:
            paint_scene(painter, self.stage.scene, self._theme)
            if (found := self.stage.matched) is not None:
                paint_veil(painter, self.stage.scene, self._theme, found.mask)
                paint_places(painter, self.stage.scene, self._theme, found.starts)
            if self.stage.measured is not None:
                paint_measure(painter, self.stage.scene, self._theme, self.stage.measured)
        if self._drawn is not None:
            paint_drawn(painter, self._drawn, self._theme)
        if self._dragged is not None:
            paint_dragged(painter, self.stage.dating.shown_as(self._dragged), self._theme)
        if self._drop is not None:
            paint_drop(painter, self._drop, self.view.width, self._theme)
        if self._by_key and self.hasFocus():
            paint_focus(painter, self.viewport().rect(), self._theme)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)  # type: ignore[no-untyped-call]
        size = self.viewport().size()
        self.stage.resize(float(size.width()), float(size.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; Shift or sideways pans in time, Alt scrolls the rows. Two fingers pan and scroll."""
        self._hover.stop()
        sideways, turned = event.angleDelta().x() / NOTCH, event.angleDelta().y() / NOTCH
        modifiers, fingers = event.modifiers(), event.pixelDelta()
        if not fingers.isNull() and event.phase() is not Qt.ScrollPhase.NoScrollPhase and not modifiers & ZOOMS:
            self._pan(fingers.x(), fingers.y())
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            self._pan(0.0, (turned or sideways) * ROWS_NOTCH)  # Qt turns Alt+wheel sideways
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(sideways) > abs(turned):
            self._pan((sideways or turned) * PAN_NOTCH, 0.0)
        elif turned and self.wheel_scrolls and not modifiers & ZOOMS:
            self._pan(0.0, turned * ROWS_NOTCH)
        elif turned:
            self.stage.zoom(ZOOM_NOTCH**turned, event.position().x())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        if event.button() is not Qt.MouseButton.LeftButton or self._gesture is not None:
            return
        self.stage.glide.stop()
        self._hover.stop()
        self._gesture = self._gesture_for(event.modifiers(), event.position())
        self._gesture.start(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what a click would do."""
        if self._gesture is not None:
            self._gesture.move(event.position())
            return
        over = self.stage.scene.hit(event.position().x(), event.position().y())
        shape = Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.PointingHandCursor
        shape = Qt.CursorShape.SizeHorCursor if isinstance(over, Handle) else shape
        self.viewport().setCursor(shape)
        self._hover.point(event.position())

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

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Nothing is pointed at; the base class would send a mouse event to its scene."""
        self._hover.stop()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching zooms, two fingers pan; what is under the pointer is said sooner than by Qt's tool tips."""
        if isinstance(event, QNativeGestureEvent):
            return self._native_gesture(event)
        if event.type() == QEvent.Type.ToolTip:
            return True
        return bool(super().viewportEvent(event))

    def _native_gesture(self, event: QNativeGestureEvent) -> bool:
        """What a touchpad makes of fingers, where the system says so."""
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.set_view(self.view.zoomed(max(1.0 + event.value(), LEAST_PINCH), event.position().x()))
        elif event.gestureType() is Qt.NativeGestureType.PanNativeGesture:
            self._pan(event.delta().x(), event.delta().y())
        elif event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture:
            self.double_clicked.emit(event.position())
        else:
            return False
        return True

    def _card_at(self, at: QPointF) -> str:
        return self.stage.card_at(at.x(), at.y())

    def _pan(self, right: float, down: float) -> None:
        """Move what is shown by pixels, in time and by rows."""
        self.set_view(self.scrolled(self.view.panned(right), -down))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say that a menu was asked for there."""
        self.menu_asked.emit(QPointF(event.pos()))

    def _gesture_for(self, modifiers: Qt.KeyboardModifier, at: QPointF) -> Gesture:
        found = self.stage.hit(at.x(), at.y())
        if isinstance(found, LaneHead) and not found.toggle.contains(at.x(), at.y()):
            return MoveLane(self, found.id)
        if isinstance(found, Handle):
            return DragDate(self, found)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return ToggleOrSelect(self)
        return ZoomToRange(self) if modifiers & Qt.KeyboardModifier.ShiftModifier else ClickOrPan(self)

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
