"""The values of one facet in a list: which are shown, how the timeline draws them, how many events have each.

Few values are all there; of many (people, tags) those of most events are, and the others one types for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.render.theme import Theme
from timeline_app.ui.links import fine_link
from timeline_app.ui.panels.headed import headed
from timeline_app.ui.panels.value_picker import ValuePicker
from timeline_app.ui.panels.value_row import Value, ValueRow
from timeline_app.ui.sifting import Facet, Kind

_SHORT = {Facet.PERSON: 7, Facet.TAG: 7}  # rows; of the others all are there


class FacetGroup(QWidget):
    """One facet. ``asked`` carries it and the values that are to be hidden, or chosen where values are chosen."""

    asked = Signal(object, object)
    wanted = Signal()  # values that nobody counted yet

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self.setAccessibleName(f"{facet.value} filter")
        self._theme: Theme | None = None
        self._values: tuple[Value, ...] = ()
        self._rows: list[ValueRow] = []
        self._all = fine_link("all", f"All: {facet.value}", self)
        keeps = self._all.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._all.setSizePolicy(keeps)
        self._more = fine_link("", f"More: {facet.value}", self)
        for hidden in (self._all, self._more):
            hidden.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._arrange()
        self._all.clicked.connect(lambda: self.asked.emit(self.facet, frozenset()))
        self._more.clicked.connect(self._pick_or_want)
        self._is_counted = True

    @property
    def boxes(self) -> dict[Kind, ValueRow]:
        """The rows by what they stand for."""
        return {row.value.kind: row for row in self._rows if not row.isHidden()}

    def show_values(self, values: Sequence[Value]) -> None:
        """Show these, in this order."""
        self._is_counted = True
        self._values = tuple(values)
        short = self._shortened()
        while len(self._rows) < len(short):
            self._add_row()
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(short))
            if number < len(short):
                row.show_value(short[number])
        self._all.setVisible(bool(self._set()))
        rest = len(self._values) - len(short)
        self._more.setText(f"{rest:,} more…")
        self._more.setVisible(rest > 0)
        self.setVisible(bool(self._values))

    def offer(self) -> None:
        """Show no values but a way to have them counted, for of very many events that takes a while."""
        self.show_values(())
        self._is_counted = False
        self._more.setText("count…")
        self._more.show()
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def _shortened(self) -> tuple[Value, ...]:
        """The first values, and of the others those that are chosen."""
        most = _SHORT.get(self.facet, len(self._values))
        first, others = self._values[:most], self._values[most:]
        return (*first, *(value for value in others if value.is_on and self.facet.is_chosen))

    def _set(self) -> frozenset[str]:
        """The hidden values, or those that are chosen."""
        return frozenset(value.kind.value for value in self._values if value.is_on == self.facet.is_chosen)

    def _toggle(self, value: Value, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._values = tuple(replace(each, is_on=is_on) if each.kind == value.kind else each for each in self._values)
        self.asked.emit(self.facet, self._set())

    def _only(self, value: Value) -> None:
        """This value alone; all again, if it is already."""
        others = frozenset(each.kind.value for each in self._values) - {value.kind.value}
        wanted = frozenset({value.kind.value}) if self.facet.is_chosen else others
        self.asked.emit(self.facet, frozenset() if wanted == self._set() else wanted)

    def _pick_or_want(self) -> None:
        if not self._is_counted:
            self.wanted.emit()
            return
        picker = ValuePicker(self._values, self)
        picker.toggled.connect(self._toggle)
        picker.open_at(self._more.mapToGlobal(QPoint(0, self._more.height())), self.width())

    def _add_row(self) -> None:
        row = ValueRow(self)
        row.toggled.connect(lambda is_on: self._toggle(row.value, is_on))
        row.only_asked.connect(lambda: self._only(row.value))
        row.all_asked.connect(lambda: self.asked.emit(self.facet, frozenset()))
        if self._theme is not None:
            row.set_theme(self._theme)
        self._rows.append(row)
        self._column.addWidget(row)

    def _arrange(self) -> None:
        layout = headed(self, self.facet.value, self._all, spacing=2)
        layout.addLayout(self._column)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
