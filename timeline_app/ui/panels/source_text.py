"""The document's text, exactly as read: in the reading font, quotes and dates marked, never cut or changed.

It is told what to mark in code points and says in code points where it was clicked; ``text_positions`` converts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QScrollBar, QTextEdit, QWidget

from timeline_app.model.document import Document, TextSpan
from timeline_app.render.theme import Theme
from timeline_app.session.coverage import Coverage
from timeline_app.storage.sought import Term, places
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.panels.marked_scroll_bar import MarkedScrollBar, Stroke
from timeline_app.ui.panels.source_marks import Marks
from timeline_app.ui.text_positions import TextPositions

MARGIN = 18  # px left of the lines; the document adds 2
LINE_HEIGHT = 112.0  # per cent of the font's own
CLICK_SLOP = 4.0  # px a hand may tremble in a click
MOST_FOUND = 1000  # words marked since a search looks for them
SIZES = (15, 14, 13)  # px of the reading font: the largest that leaves enough characters on a line
FEWEST_CHARACTERS, MOST_CHARACTERS = 60, 70  # on a line; wider lines are hard to follow
_SAMPLE = "the quick words of an article that people read every day, and then some more"


@dataclass(frozen=True, slots=True)
class Pens:
    """The colours of the marks."""

    quote: QColor
    date: QColor
    underline: QColor
    strip: QColor
    strip_selected: QColor
    found: QColor


class SourceText(QTextEdit):
    """Read-only text. ``clicked`` carries the code point under the pointer, where there are words.

    Its menu holds, beside what concerns text, the actions that were added to it; ``pointed_at`` says at which code
    point it opens, -1 for none.
    """

    clicked = Signal(int)
    pointed_at = Signal(int)
    is_private = False  # whether its words may not be copied

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_text")
        self.setAccessibleName("Source text")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(MARGIN, 0, 4, 0)
        self.strip = MarkedScrollBar(self)
        self.setVerticalScrollBar(self.strip)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its strokes tell of short texts too
        self._positions = TextPositions("")
        self._marks = Marks()
        self._coverage: Coverage | None = None
        self._theme: Theme | None = None
        self._pens: Pens | None = None
        self._text = ""
        self._terms: tuple[Term, ...] = ()  # that a search looks for
        self._found: tuple[TextSpan, ...] = ()
        self._size = 0
        self._pressed: QPointF | None = None
        self._goal: TextSpan | None = None
        self._settle = QTimer(self, interval=0, singleShot=True)
        self._settle.timeout.connect(self._scroll_to_goal)
        self.viewport().setMouseTracking(True)
        self.strip.jumped.connect(lambda position: self.reveal(TextSpan(position, position)))

    def show_text(self, document: Document) -> None:
        """Show another document's text, from its start."""
        self._positions = TextPositions(document.text)
        self._marks, self._coverage = Marks(), None
        self._goal = None
        self._text = document.text
        self._find_sought()
        self.setExtraSelections([])
        self.setPlainText(document.text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)

    def show_nothing(self) -> None:
        """Show no text, and mark none."""
        self._positions, self._marks, self._goal = TextPositions(""), Marks(), None
        self._text, self._found = "", ()
        self.setExtraSelections([])
        self.cover(None)
        self.clear()

    def set_theme(self, theme: Theme) -> None:
        """Take the reading font and the colours of the marks."""
        self._theme = theme
        self._pens = Pens(*(theme.color(name) for name in ("quote", "date", "axis", "axis", "focus", "found")))
        self._fit_lines()
        self.mark(self._marks)

    def mark(self, marks: Marks) -> None:
        """Mark these spans and no others."""
        self._marks = marks
        if self._pens is None:
            return
        self.setExtraSelections(
            [
                *self._selections(marks.other_dates, _underlined(self._pens.underline)),
                *self._selections(marks.quotes, _filled(self._pens.quote)),
                *self._selections(marks.dates, _filled(self._pens.date, self.palette().text().color())),
                *self._selections(self._found, _filled(self._pens.found, self.palette().text().color())),
            ]
        )
        self._mark_strip()

    def show_sought(self, terms: tuple[Term, ...]) -> None:
        """Mark these words wherever they stand."""
        self._terms = terms
        self._find_sought()
        self.mark(self._marks)

    def _find_sought(self) -> None:
        self._found = tuple(TextSpan(*span) for span in islice(places(self._terms, self._text), MOST_FOUND))

    def cover(self, coverage: Coverage | None) -> None:
        """Show beside the text what became of its dated passages."""
        self._coverage = coverage
        self.strip.describe(coverage)
        self._mark_strip()

    def reveal(self, span: TextSpan) -> None:
        """Scroll so that the span stands in the upper part of what is visible, if it is not wholly visible."""
        self._goal = span
        self._settle.start()

    def scroll_on(self) -> None:
        """The next screen of text."""
        self.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)

    def words_at(self, point: QPointF) -> int | None:
        """The code point whose character is at a point of the viewport; None beside the text."""
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(point + offset, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self._positions.from_qt(position)

    @property
    def selected_span(self) -> TextSpan | None:
        """The words that are selected, in code points; None where there are none."""
        cursor = self.textCursor()
        if not cursor.selectedText().strip():
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return TextSpan(self._positions.from_qt(start), self._positions.from_qt(end))

    def select_nothing(self) -> None:
        """Let no words be selected; the cursor stays where they began."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)

    @property
    def cursor_position(self) -> int:
        """The code point at which the text cursor stands, where what is selected begins."""
        return self._positions.from_qt(self.textCursor().selectionStart())

    def _scroll_to_goal(self) -> None:
        if self._goal is None:
            return
        start, end = self._positions.span_to_qt(self._goal)
        top, bottom = self._rect(start).top(), self._rect(end).bottom()
        height = self.viewport().height()
        if top < 0 or bottom > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - min(height // 4, max(0, height - (bottom - top)) // 2))
        self._goal = None

    def _rect(self, position: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor)

    def _selections(self, spans: Iterable[TextSpan], look: QTextCharFormat) -> list[QTextEdit.ExtraSelection]:
        selections = []
        for span in spans:
            start, end = self._positions.span_to_qt(span)
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        return selections

    def _mark_strip(self) -> None:
        if self._pens is None:
            return
        quotes, height = self._marks.quotes, self.document().size().height()
        filled = min(1.0, height / max(1.0, float(self.viewport().height())))  # of the bar, beside a short text
        length = max(1, self.document().characterCount()) / filled
        passages = self._coverage.passages if self._coverage else ()
        strokes = (
            Stroke(
                self._positions.to_qt(passage.span.start) / length,
                passage.span.start,
                passage.use,
                any(quote.start <= passage.span.start < quote.end for quote in quotes),
            )
            for passage in passages
        )
        self.strip.set_strokes(strokes, self._pens.strip, self._pens.strip_selected)

    def _fit_lines(self) -> None:
        """Let lines be as wide as the panel, but at most 68 characters."""
        if self._theme is None:
            return
        room = self.viewport().width() - 2 * self.document().documentMargin()
        widths = {size: self._width_of_character(self._theme, size) for size in SIZES}
        size = next((size for size in SIZES if widths[size] * FEWEST_CHARACTERS <= room), SIZES[-1])
        if size != self._size:
            self._size = size
            self.setStyleSheet(f"font-size: {size}px")
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        width = int(min(self.viewport().width(), widths[size] * MOST_CHARACTERS))
        if width != self.lineWrapColumnOrWidth():  # lays out the whole text anew
            self.setLineWrapColumnOrWidth(width)

    @staticmethod
    def _width_of_character(theme: Theme, size: int) -> float:
        """The width of a letter of common text, spaces counted."""
        return QFontMetricsF(theme.family("serif", size)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    # Qt's own names from here on: what the widget answers to.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit_lines()
        self._mark_strip()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+C to the window while no words are selected, or these may not be copied."""
        copies = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        not_here = self.is_private or not self.textCursor().hasSelection()
        if event.type() == QEvent.Type.ShortcutOverride and copies and not_here:
            event.ignore()
            return False
        return super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected words for a copy; nothing of a private document."""
        return QMimeData() if self.is_private else super().createMimeDataFromSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the text, and with the words under the pointer."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.cursor_position if by_key else self.words_at(QPointF(event.pos()))
        self.pointed_at.emit(-1 if at is None else at)
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions([action for action in self.actions() if action.isEnabled()])
        give_keys(menu)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press and release in one place is a click; anything longer selects words."""
        super().mouseReleaseEvent(event)
        if self._pressed is None or self.textCursor().hasSelection():
            return
        at = self.words_at(event.position())
        if at is not None and (event.position() - self._pressed).manhattanLength() < CLICK_SLOP:
            self.clicked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        super().mouseMoveEvent(event)
        at = self.words_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if self._clickable(at) else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _clickable(self, at: int | None) -> bool:
        marks = self._marks
        spans = (*marks.other_dates, *marks.other_quotes, *marks.dates, *marks.quotes)
        return at is not None and any(span.start <= at < span.end for span in spans)


def _filled(colour: QColor, underline: QColor | None = None) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(colour)
    if underline is not None:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(underline)
    return look


def _underlined(colour: QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(colour)
    return look
