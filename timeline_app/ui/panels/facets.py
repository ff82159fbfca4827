"""Check boxes with counts that show and hide kinds of events: status, category, factuality."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from timeline_app.ui.shown import Facet, Kind

_GLYPHS = {"happened": "●", "said": "◆", "planned": "▷", "denied": "⊖", "alleged": "?"}


class FacetGroup(QWidget):
    """One facet. ``toggled`` carries a kind and whether it is to be shown."""

    toggled = Signal(object, bool)

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{facet.value} filter")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 10, 0, 0)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 1)
        heading = QLabel(facet.value.upper(), self)
        heading.setProperty("role", "heading")
        self._grid.addWidget(heading, 0, 0, 1, 2)
        self._boxes: dict[Kind, tuple[QCheckBox, QLabel]] = {}

    def show_counts(self, counts: list[tuple[Kind, int]], hidden: frozenset[Kind]) -> None:
        """Show these kinds with their numbers; those hidden are unchecked."""
        for kind, number in counts:
            box, count = self._boxes.get(kind) or self._add(kind)
            box.blockSignals(True)  # noqa: FBT003 - Qt's own call
            box.setChecked(kind not in hidden)
            box.blockSignals(False)  # noqa: FBT003
            count.setText(f"{number:,}")
            box.setAccessibleName(f"Show {kind.value}, {number}")
        present = {kind for kind, _ in counts}
        for kind, widgets in self._boxes.items():
            for widget in widgets:
                widget.setVisible(kind in present)

    def _add(self, kind: Kind) -> tuple[QCheckBox, QLabel]:
        glyph = _GLYPHS.get(kind.value, "") if kind.facet is Facet.FACTUALITY else ""
        name = kind.value.capitalize() if kind.facet is Facet.STATUS else kind.value
        box = QCheckBox(f"{glyph}  {name}" if glyph else name, self)
        box.setProperty("kind", kind.value)
        count = QLabel(self)
        count.setProperty("role", "muted")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box.toggled.connect(lambda shown: self.toggled.emit(kind, shown))
        row = self._grid.rowCount()
        self._grid.addWidget(box, row, 0)
        self._grid.addWidget(count, row, 1)
        self._boxes[kind] = (box, count)
        return self._boxes[kind]
