"""The saved views: go to one, call it otherwise, let it be what is shown now, take it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model.arrangement import LONGEST_NAME, SavedView


class NameDialog(QDialog):
    """Asks for the name of a view; one that is taken would be replaced, and that is said."""

    def __init__(self, name: str, taken: Sequence[str], contents: str, parent: QWidget | None = None) -> None:
        """``contents`` say what the view holds."""
        super().__init__(parent)
        self.setObjectName("view_name_dialog")
        self.setWindowTitle("Save this view")
        self.setMinimumWidth(360)
        self._taken = {known.casefold() for known in taken}
        self.name = QLineEdit(name, self)
        self.name.setObjectName("view_name")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        self._contents = contents
        buttons = QDialogButtonBox(self)
        self._save = buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setProperty("role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow("&Name", self.name)
        form.addRow("", self._said)
        self._said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.name.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        name = self.name.text().strip()
        is_taken = name.casefold() in self._taken
        self._save.setEnabled(bool(name))
        self._save.setText("Replace" if is_taken else "Save")
        self._said.setText("There is a view of this name; it will be replaced." if is_taken else self._contents)


class ViewsDialog(QDialog):
    """Stays open while views are changed; each signal carries the view."""

    go_asked = Signal(object)
    rename_asked = Signal(object, str)
    update_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, views: Sequence[SavedView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("views_dialog")
        self.setWindowTitle("Saved views")
        self.resize(420, 340)
        self._views: tuple[SavedView, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName("Saved views")
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.go = self._button("&Go To", self._go)
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.rename = self._button("Re&name", lambda: self.list.editItem(self.list.currentItem()))
        self.update_view = self._button("&Update to What Is Shown", lambda: self._tell(self.update_asked))
        self.remove = self._button("&Remove", lambda: self._tell(self.remove_asked))
        self._arrange()
        self.list.installEventFilter(self)
        self.list.itemActivated.connect(lambda _: self._go())
        self.list.itemChanged.connect(self._renamed)
        self.show_views(views)

    def show_views(self, views: Sequence[SavedView]) -> None:
        """Show these, the same one current as before."""
        current, row = self._current, max(self.list.currentRow(), 0)
        self._views = tuple(views)
        known = [view.id for view in self._views]
        row = known.index(current.id) if current and current.id in known else row
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.list.clear()
        for view in self._views:
            self.list.addItem(view.name)
            shown = self.list.item(self.list.count() - 1)
            shown.setFlags(shown.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setCurrentRow(min(row, len(self._views) - 1))
        for button in (self.go, self.rename, self.update_view, self.remove):
            button.setEnabled(bool(self._views))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list Delete takes a view away; the list itself would look for it as a letter."""
        is_pressed = watched is self.list and event.type() == QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self._tell(self.remove_asked)
            return True
        return super().eventFilter(watched, event)

    @property
    def _current(self) -> SavedView | None:
        row = self.list.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    def _go(self) -> None:
        self._tell(self.go_asked)
        self.accept()

    def _tell(self, asked: SignalInstance) -> None:
        if self._current is not None:
            asked.emit(self._current)

    def _renamed(self) -> None:
        view, item = self._current, self.list.currentItem()
        if view is None or item is None:
            return
        name = item.text().strip()
        if name and name != view.name:
            self.rename_asked.emit(view, name[:LONGEST_NAME])
        else:
            item.setText(view.name)

    def _button(self, text: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _arrange(self) -> None:
        column = QVBoxLayout()
        for button in (self.go, self.rename, self.update_view, self.remove):
            column.addWidget(button)
        column.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        column.addWidget(close)
        row = QHBoxLayout(self)
        row.addWidget(self.list, 1)
        row.addLayout(column)
