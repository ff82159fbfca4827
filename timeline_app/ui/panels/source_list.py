"""The list of documents as cards: title, publisher, date and where the date comes from, how many events."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.model.document import Document, DocumentId
from timeline_app.model.wording import MONTHS
from timeline_app.render.theme import Theme
from timeline_app.ui.wording import counted, published_in_words

HEIGHT, GAP, PAD = 70, 6, 11  # px of a card, between cards, inside
_LINES = Qt.ItemDataRole.UserRole + 1
_RADIUS = 7.0
_ID = Qt.ItemDataRole.UserRole

_MONTH = re.compile(rf"\b({'|'.join(month[:3] for month in MONTHS)})[a-z]+")
_Index = QModelIndex | QPersistentModelIndex


class SourceList(QListWidget):
    """``asked`` carries the document whose card was chosen, ``removal_asked`` the one to take out."""

    asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_list")
        self.setAccessibleName("Sources")
        self.setItemDelegate(_CardDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.itemClicked.connect(lambda item: self.asked.emit(item.data(_ID)))
        self.itemActivated.connect(lambda item: self.asked.emit(item.data(_ID)))

    def show_documents(self, documents: tuple[Document, ...], counts: dict[DocumentId, int]) -> None:
        """Show these documents and how many events each reports."""
        self.clear()
        for document in documents:
            events = counted(counts.get(document.id, 0), "event")
            lines = (document.title, _joined(document.publisher or document.author, events), _dated(document))
            card = QListWidgetItem(document.title)
            card.setData(_ID, document.id)
            card.setData(_LINES, lines)
            card.setToolTip("\n".join(part for part in (*lines, document.path) if part))
            card.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(lines))
            self.addItem(card)

    def show_current(self, document: DocumentId | None) -> None:
        """Mark the card of the document that is being read."""
        for number in range(self.count()):
            if self.item(number).data(_ID) == document:
                self.setCurrentRow(number)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the cards."""
        delegate = self.itemDelegate()
        if isinstance(delegate, _CardDelegate):
            delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a document out."""
        card = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and card is not None:
            self.removal_asked.emit(card.data(_ID))
        else:
            super().keyPressEvent(event)


def _dated(document: Document) -> str:
    """The date, and who says it."""
    date = _MONTH.sub(r"\1", published_in_words(document))
    origin = f" ({document.published.origin})" if document.published and document.published.origin else ""
    return f"{date}{origin}" if date else "date not known"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


class _CardDelegate(QStyledItemDelegate):
    """Paints a card; three lines, each cut to what there is room for."""

    theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """One height for all."""
        return QSize(0, HEIGHT + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A rounded card; the one that is read has a strong border, in the colour of the focus while keys go there."""
        if self.theme is None:
            return
        lines, fonts = index.data(_LINES), _fonts(self.theme)
        chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        strong = "focus" if _state(option) & QStyle.StateFlag.State_HasFocus else "accent"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(_rect(option)).adjusted(1, 1, -1, -1 - GAP)
        painter.setPen(QPen(self.theme.color(strong if chosen else "border"), 1.4 if chosen else 1.0))
        painter.setBrush(self.theme.color("panel"))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        top = card.top() + PAD - 2
        for line, font, color in zip(lines, fonts, ("text", "muted", "muted"), strict=True):
            top = _write(
                painter, QRectF(card.left() + PAD, top, card.width() - 2 * PAD, 0), line, font, self.theme.color(color)
            )
        painter.restore()


def _fonts(theme: Theme) -> tuple[QFont, ...]:
    return theme.family("sans", 13, 600), theme.family("sans", 12), theme.family("sans", 11)


def _write(painter: QPainter, box: QRectF, line: str, font: QFont, color: QColor) -> float:
    """Write one line at the top of ``box``; the top of the next."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), words)
    return box.top() + metrics.height() + 2


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state
