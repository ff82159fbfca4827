"""The row under the timeline: which scale, in plain words what that means, and zoom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from timeline_app.layout.scale import ScaleKind
from timeline_app.ui.segmented import Segmented

HEIGHT = 37  # px
_KINDS = (
    (ScaleKind.TRUE, "True scale", "Every year as wide as every other"),
    (ScaleKind.FOLDED, "Folded", "Long empty stretches folded away, and marked (G)"),
    (ScaleKind.ORDER, "Order only", "Dates evenly spaced, in their order"),
)


class ScaleRow(QFrame):
    """Says which kind of scale was asked for (``kind_asked``), and that more, less or all is to be seen."""

    kind_asked = Signal(object)
    zoom_in_asked = Signal()
    zoom_out_asked = Signal()
    fit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scale_row")
        self.setAccessibleName("Scale and zoom")
        self._kinds = Segmented(tuple((str(kind), text, tip) for kind, text, tip in _KINDS), "Scale", self)
        self._kinds.asked.connect(lambda kind: self.kind_asked.emit(ScaleKind(kind)))
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.words.setObjectName("scale_words")
        self.words.setProperty("role", "fine")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(11, 4, 11, 4)
        layout.setSpacing(6)
        layout.addWidget(self._kinds)
        layout.addSpacing(8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._button("−", "Zoom out (−)", self.zoom_out_asked.emit))
        layout.addWidget(self._button("+", "Zoom in (+)", self.zoom_in_asked.emit))
        layout.addWidget(self._button("Fit", "Show everything (0)", self.fit_asked.emit))
        self.setFixedHeight(HEIGHT)  # else a narrow row would grow with the lines of its words

    def show_scale(self, kind: ScaleKind, words: str) -> None:
        """Show the kind of scale in use and what it means here."""
        self._kinds.set_current(str(kind))
        self.words.setText(words.replace(" × ", "\u00a0×\u00a0"))  # so that a factor is not torn from its sign
        self.words.setToolTip(words)

    def _button(self, text: str, tip: str, asked: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setProperty("role", "small" if len(text) == 1 else "")
        button.setAccessibleName(tip)
        button.clicked.connect(asked)
        return button
