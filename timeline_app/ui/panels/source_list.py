"""The list of documents as cards: title, publisher, date and where the date comes from, how many events."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.model.document import Document, DocumentId
from timeline_app.model.wording import MONTHS
from timeline_app.render.theme import Theme
from timeline_app.storage.sought import folded
from timeline_app.ui.panels.value_row import paint_box
from timeline_app.ui.wording import counted, published_in_words

HEIGHT, GAP, PAD = 70, 6, 11  # px of a card, between cards, inside
_LINES = Qt.ItemDataRole.UserRole + 1
_RADIUS = 7.0
_NAME = 24  # characters without a space: the name of a file, of which the end says most
_ID = Qt.ItemDataRole.UserRole
_SHOWN = Qt.ItemDataRole.UserRole + 2  # whether its events are; None where there is no choice
_BOX = 14.0  # px of the square that says so

_MONTH = re.compile(rf"\b({'|'.join(month[:3] for month in MONTHS)})[a-z]+")
_Index = QModelIndex | QPersistentModelIndex


class SourceList(QListWidget):
    """``asked`` carries the document whose card was chosen, ``removal_asked`` the one to take out.

    ``shown_asked`` carries the ids of the documents whose events are to be hidden, ``menu_asked`` a document and the
    place on the screen where its menu is to open.
    """

    asked = Signal(object)
    removal_asked = Signal(object)
    shown_asked = Signal(object)
    menu_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_list")
        self.setAccessibleName("Sources")
        self.setItemDelegate(_CardDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._hidden: frozenset[str] = frozenset()
        self._narrowed = ""
        self.itemClicked.connect(lambda item: self.asked.emit(item.data(_ID)))
        self.itemActivated.connect(lambda item: self.asked.emit(item.data(_ID)))

    def show_documents(
        self, documents: tuple[Document, ...], counts: dict[DocumentId, tuple[int, int]], hidden: frozenset[str]
    ) -> None:
        """Show these documents and how many events of each are shown, of how many; ``hidden`` are ids of theirs."""
        self._hidden = hidden
        if [self.item(row).data(_ID) for row in range(self.count())] != [document.id for document in documents]:
            self._fill(documents)
        for row, document in enumerate(documents):
            card = self.item(row)
            lines = _lines(document, *counts.get(document.id, (0, 0)))
            card.setText(document.title)
            card.setData(_LINES, lines)
            card.setData(_SHOWN, document.id not in hidden if len(documents) > 1 else None)
            card.setToolTip("\n".join(part for part in (*lines, document.path) if part))
            state = ", hidden" if document.id in hidden else ""
            card.setData(Qt.ItemDataRole.AccessibleTextRole, f"{', '.join(lines)}{state}")
        self.narrow(self._narrowed)

    def _fill(self, documents: tuple[Document, ...]) -> None:
        """New cards; the one that was current stays so."""
        current = self.currentItem().data(_ID) if self.currentItem() else None
        self.clear()
        for document in documents:
            card = QListWidgetItem(document.title)
            card.setData(_ID, document.id)
            self.addItem(card)
        self.show_current(current)

    def narrow(self, typed: str) -> None:
        """Show only the cards that have these letters."""
        self._narrowed = typed
        wanted = folded(typed.strip())
        for row in range(self.count()):
            card = self.item(row)
            card.setHidden(bool(wanted) and wanted not in folded(" ".join(card.data(_LINES))))

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a document, by the other mouse button or the menu key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        card = self.currentItem() if by_key else self.itemAt(event.pos())
        if card is not None:
            at = self.viewport().mapToGlobal(self.visualItemRect(card).center()) if by_key else event.globalPos()
            self.menu_asked.emit(card.data(_ID), at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a document out, Space hides its events or shows them."""
        card = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and card is not None:
            self.removal_asked.emit(card.data(_ID))
        elif event.key() == Qt.Key.Key_Space and card is not None and card.data(_SHOWN) is not None:
            self._toggle(card)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the square hides events or shows them; with Ctrl it shows those of this document alone."""
        card = self.itemAt(event.position().toPoint())
        if card is not None and card.data(_SHOWN) is not None:
            square = _square(_card(self.visualItemRect(card))).adjusted(-6, -6, 6, 6)
            if square.contains(event.position()):
                self._toggle(card, only=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return
        super().mouseReleaseEvent(event)

    def _toggle(self, card: QListWidgetItem, *, only: bool = False) -> None:
        name = str(card.data(_ID))
        others = frozenset(str(self.item(row).data(_ID)) for row in range(self.count())) - {name}
        if only:
            self.shown_asked.emit(frozenset() if self._hidden == others else others)
        else:
            self.shown_asked.emit(self._hidden ^ {name})


def _lines(document: Document, shown: int, total: int) -> tuple[str, str, str]:
    """Title; who says so, and how many events; the date."""
    events = counted(total, "event") if shown == total else f"{shown:,} of {counted(total, 'event')}"
    private = "private" if document.private else ""
    return document.title, _joined(private, document.publisher or document.author, events), _dated(document)


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
        card, shown = _card(_rect(option)), index.data(_SHOWN)
        painter.setPen(QPen(self.theme.color(strong if chosen else "border"), 1.4 if chosen else 1.0))
        painter.setBrush(self.theme.color("panel"))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        inside = card.adjusted(PAD, PAD - 2, -PAD, 0)
        if shown is not None:
            paint_box(painter, self.theme, _square(card), self.theme.color("accent"), is_on=shown)
        top = inside.top()
        for number, (line, font) in enumerate(zip(lines, fonts, strict=True)):
            color = self.theme.color("text" if number == 0 and shown is not False else "muted")
            width = inside.width() - (_BOX + 6 if number == 1 and shown is not None else 0)
            top = _write(painter, QRectF(inside.left(), top, width, 0), line, font, color)
        painter.restore()


def _card(row: QRect) -> QRectF:
    """The card in its row."""
    return QRectF(row).adjusted(1, 1, -1, -1 - GAP)


def _square(card: QRectF) -> QRectF:
    """Where a card says whether its events are shown."""
    return QRectF(card.right() - PAD - _BOX, card.top() + (card.height() - _BOX) / 2, _BOX, _BOX)


def _fonts(theme: Theme) -> tuple[QFont, ...]:
    return theme.family("sans", 13, 600), theme.family("sans", 12), theme.family("sans", 11)


def _write(painter: QPainter, box: QRectF, line: str, font: QFont, color: QColor) -> float:
    """Write one line at the top of ``box``; the top of the next."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    end = Qt.TextElideMode.ElideRight if " " in line[:_NAME] else Qt.TextElideMode.ElideMiddle
    words = metrics.elidedText(line, end, box.width())
    painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), words)
    return box.top() + metrics.height() + 2


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state
