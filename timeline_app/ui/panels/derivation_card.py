"""The derivation card: shows the rows of ``derivation.py`` and says which of their links was followed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from timeline_app.render.theme import Theme
from timeline_app.ui.panels.derivation import Part, Row

_SPACE = "&nbsp; "
_CHOICE = "○\u00a0"
_UNBROKEN = 16  # code points of a link that stays on one line


class DerivationCard(QFrame):
    """``followed`` carries a link's address as ``derivation.py`` lists them."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation_card")
        self.setAccessibleName("How the date was found")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 8, 10, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._rows: tuple[Row, ...] = ()
        self._link = ""
        self.labels: list[tuple[QLabel, QLabel]] = []

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows and no others; labels are kept and reused."""
        self._rows = rows
        while len(self.labels) < len(rows):
            self._add_row()
        for index, (name, words) in enumerate(self.labels):
            row = rows[index] if index < len(rows) else None
            name.setVisible(row is not None)
            words.setVisible(row is not None)
            if row is not None:
                name.setText(row.label)
                words.setText(_rich(row.parts, self._link))
                words.setAccessibleName(f"{row.label}: {' '.join(part.text for part in row.parts)}")

    def set_theme(self, theme: Theme) -> None:
        """Write links in the theme's colour; rich text keeps the one it was made with."""
        self._link = theme.colors["focus"]
        self.show_rows(self._rows)

    def _add_row(self) -> None:
        name, words = QLabel(self), QLabel(self)
        name.setProperty("role", "muted")
        words.setProperty("role", "small")
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        words.linkActivated.connect(self.followed)
        row = len(self.labels)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(words, row, 1)
        self.labels.append((name, words))


def _rich(parts: tuple[Part, ...], color: str) -> str:
    return _SPACE.join(_one(part, color) for part in parts)


def _one(part: Part, color: str) -> str:
    if not part.link:
        return escape(part.text)
    text = (_CHOICE if part.choice else "") + escape(part.text)
    if len(part.text) <= _UNBROKEN:
        text = text.replace(" ", "\u00a0")
    return f'<a href="{escape(part.link)}" style="text-decoration:none; color:{color}">{text}</a>'
