"""Cells that can be edited: opens the editor of a column, and hands what it was given to the model."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.ui.table.editors import (
    NOTES_HEIGHT,
    Choice,
    ChoiceEditor,
    DateEditor,
    Editor,
    NotesEditor,
    WordsEditor,
    editor_for,
)
from timeline_app.ui.table.fields import FIELDS, Line
from timeline_app.ui.table.model import LINE

_EDITORS = (WordsEditor, DateEditor, ChoiceEditor, NotesEditor)
_ENDING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class Cells(QStyledItemDelegate):
    """What is not understood stays in its editor, even while the focus is elsewhere; Escape leaves it."""

    def __init__(self, choices: Callable[[str], Sequence[Choice]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._open: set[Editor] = set()

    @property
    def open(self) -> tuple[Editor, ...]:
        """The editors that are open."""
        return tuple(self._open)

    @property
    def editing(self) -> bool:
        """Whether an editor is open."""
        return bool(self._open)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """The editor of a column."""
        field = FIELDS[index.column()]
        line = index.data(LINE)
        of = f" of {line.event.title}" if isinstance(line, Line) else ""
        editor = editor_for(field.id, f"{field.title}{of}", self._choices(field.id), parent)
        if isinstance(editor, ChoiceEditor):
            editor.left.connect(lambda: self.finish(editor))
        self._open.add(editor)
        return editor

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """It is closed."""
        if isinstance(editor, _EDITORS):
            self._open.discard(editor)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show what the event has; what is being typed is never replaced."""
        line = index.data(LINE)
        if isinstance(editor, _EDITORS) and isinstance(line, Line) and not editor.property("begun"):
            editor.setProperty("begun", True)  # noqa: FBT003 - Qt's own call
            editor.begin(line.event)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Hand over what was given, if it is something new."""
        if isinstance(editor, _EDITORS) and editor.is_understood():
            value = editor.value()
            if value is not None:
                model.setData(index, value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Over the cell, and as far beyond it as it needs, within the table."""
        super().updateEditorGeometry(editor, option, index)
        room, cell = editor.parentWidget(), option.rect
        width = max(cell.width(), editor.minimumWidth())
        height = NOTES_HEIGHT if isinstance(editor, NotesEditor) else cell.height()
        if room is not None:
            left = max(0, min(cell.left(), room.width() - width))
            top = max(0, min(cell.top(), room.height() - height))
            editor.setGeometry(left, top if height > cell.height() else cell.top(), width, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep an editor open whose words are not understood; let Shift+Enter begin a line of notes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if isinstance(editor, NotesEditor) and event.key() in _ENDING:
                return self._end_notes(editor, event)
            if event.key() in _ENDING and not _is_understood(editor):
                return True
        if event.type() == QEvent.Type.FocusOut and not _is_understood(editor):
            return False
        return super().eventFilter(editor, event)

    def _end_notes(self, editor: NotesEditor, event: QKeyEvent) -> bool:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        if enter:
            self.finish(editor)
            return True
        return super().eventFilter(editor, event)

    def finish(self, editor: Editor) -> None:
        """Take what an editor was given, if it is understood, and close it."""
        if editor in self._open:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


def _is_understood(editor: QObject) -> bool:
    return not isinstance(editor, _EDITORS) or editor.is_understood()
