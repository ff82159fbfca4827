"""Check boxes with counts that show and hide kinds of events: status, category, factuality."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from timeline_app.render.theme import Theme
from timeline_app.ui.sifting import Facet, Kind

_GLYPHS = {"happened": "●", "said": "◆", "planned": "▷", "denied": "⊖", "alleged": "?"}
_SIDE, _GAP, _RADIUS = 14.0, 9.0, 3.5  # px of the square, to its words, of its corners
_TICK = ((3.2, 7.2), (5.9, 9.9), (10.8, 4.4))  # px inside the square


class KindBox(QCheckBox):
    """A check box in the colour of the kind it stands for."""

    def __init__(self, kind: Kind, parent: QWidget) -> None:
        glyph = _GLYPHS.get(kind.value, "") if kind.facet is Facet.FACTUALITY else ""
        name = kind.value.capitalize() if kind.facet is Facet.STATUS else kind.value
        super().__init__(f"{glyph}  {name}" if glyph else name, parent)
        self._kind = kind
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The square, a gap and the words."""
        metrics = QFontMetrics(self.font())
        return QSize(round(_SIDE + _GAP) + metrics.horizontalAdvance(self.text()) + 4, max(metrics.height(), 16) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A filled square with a tick, or an empty one, and the words."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(1.0, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        color = self._color(self._theme)
        painter.setPen(QPen(color if self.isChecked() else self._theme.color("axis"), 1.2))
        painter.setBrush(color if self.isChecked() else self._theme.color("panel"))
        painter.drawRoundedRect(square, _RADIUS, _RADIUS)
        if self.isChecked():
            painter.setPen(
                QPen(self._theme.color("panel"), 1.9, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
            )
            painter.drawPolyline(QPolygonF([square.topLeft() + QPointF(*point) for point in _TICK]))
        painter.setPen(self._theme.color("text" if self.isChecked() else "muted"))
        words = QRectF(self.rect()).adjusted(_SIDE + _GAP + 1, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6), _RADIUS, _RADIUS)
        painter.end()

    def _color(self, theme: Theme) -> QColor:
        return theme.category(self._kind.value) if self._kind.facet is Facet.CATEGORY else theme.color("accent")


class FacetGroup(QWidget):
    """One facet. ``toggled`` carries a kind and whether it is to be shown."""

    toggled = Signal(object, bool)

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{facet.value} filter")
        self._theme: Theme | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 12, 0, 0)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        heading = QLabel(facet.value.upper(), self)
        heading.setProperty("role", "heading")
        self._grid.addWidget(heading, 0, 0, 1, 2)
        self.boxes: dict[Kind, KindBox] = {}
        self._counts: dict[Kind, QLabel] = {}

    def show_counts(self, counts: list[tuple[Kind, int]], hidden: frozenset[Kind]) -> None:
        """Show these kinds with their numbers, in this order; those hidden are unchecked."""
        for row, (kind, number) in enumerate(counts, start=1):
            if kind not in self.boxes:
                self._add(kind)
            box, count = self.boxes[kind], self._counts[kind]
            self._grid.addWidget(box, row, 0)
            self._grid.addWidget(count, row, 1)
            box.blockSignals(True)  # noqa: FBT003 - Qt's own call
            box.setChecked(kind not in hidden)
            box.blockSignals(False)  # noqa: FBT003
            box.setAccessibleName(f"Show {kind.value}, {number}")
            count.setText(f"{number:,}")
        self.setVisible(any(number for _, number in counts))
        present = {kind for kind, _ in counts}
        for kind, box in self.boxes.items():
            box.setVisible(kind in present)
            self._counts[kind].setVisible(kind in present)

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._theme = theme
        for box in self.boxes.values():
            box.set_theme(theme)

    def _add(self, kind: Kind) -> None:
        box, count = KindBox(kind, self), QLabel(self)
        count.setProperty("role", "muted")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box.toggled.connect(lambda shown: self.toggled.emit(kind, shown))
        self.boxes[kind], self._counts[kind] = box, count
        if self._theme is not None:
            box.set_theme(self._theme)
