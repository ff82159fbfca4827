"""The export dialog: what the picture will look like, beside what can be chosen about it.

It draws and saves through the two functions it is given, so it knows neither the session nor a kind of file. The
preview is the page itself, painted smaller.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.exporters import (
    EXPORTERS,
    Exporter,
    ExportError,
    ExportOptions,
    Page,
    export_session,
    pages_of,
    remark,
)
from timeline_app.exporters.options import LAYOUT_DPI, MOST_SIDE
from timeline_app.layout.lanes import LaneKind
from timeline_app.layout.scale import ScaleKind
from timeline_app.session.lanes import SETTING, LaneChoice
from timeline_app.session.session import Session
from timeline_app.ui.segmented import Segmented
from timeline_app.ui.wording import counted

Draw = Callable[[ExportOptions, Exporter], Sequence[Page]]
Save = Callable[[Path, ExportOptions], object]

_WAIT = 120  # milliseconds without a change before the preview follows
_RESOLUTIONS = (96, 150, 192, 300, 600)
_SCALES = (
    (str(ScaleKind.TRUE), "True", "Every year as wide as every other"),
    (str(ScaleKind.FOLDED), "Folded", "Long empty stretches folded away, and marked"),
    (str(ScaleKind.ORDER), "Order", "Dates evenly spaced, in their order"),
)
_LANES = (
    ("None", LaneKind.NONE),
    ("By category", LaneKind.CATEGORY),
    ("By source", LaneKind.SOURCE),
    ("By person", LaneKind.PERSON),
    ("As given by hand", LaneKind.OWN),
)
_THEMES = (("light", "Light", "On white"), ("dark", "Dark", "On black"))


class Size(NamedTuple):
    """A size to choose: pixels at 96 per inch; None lets the picture have what it needs."""

    name: str
    pixels: tuple[int, int] | None


_PICTURES = (
    Size("As high as needed", None),
    Size("Full HD, 1920 x 1080", (1920, 1080)),
    Size("4K, 3840 x 2160", (3840, 2160)),
    Size("Square, 1080 x 1080", (1080, 1080)),
)
_PAPERS = (
    Size("A4 landscape", None),
    Size("A4 portrait", (794, 1123)),
    Size("A3 landscape", (1587, 1123)),
    Size("Letter landscape", (1056, 816)),
)
_OWN = "Own size"


class Preview(QWidget):
    """A page, painted as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_preview")
        self.setAccessibleName("Preview")
        self.setMinimumSize(QSize(420, 300))
        self.page: Page | None = None

    def show_page(self, page: Page | None) -> None:
        """Paint another page from now on."""
        self.page = page
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name and arguments
        """Paint the page in the middle, with a thin frame."""
        if self.page is None:
            return
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        factor = min(room.width() / self.page.width, room.height() / self.page.height)
        shown = QRectF(0, 0, self.page.width * factor, self.page.height * factor)
        shown.moveCenter(room.center())
        painter = QPainter(self)
        painter.save()
        painter.translate(shown.topLeft())
        painter.scale(factor, factor)
        self.page.paint(painter)
        painter.restore()
        painter.setPen(self.palette().mid().color())
        painter.drawRect(shown)
        painter.end()


class Choice(QComboBox):
    """A combo box whose arrow has the colour of its text in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet("QComboBox::drop-down { border: none; width: 24px; }")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then a chevron at its end."""
        super().paintEvent(event)
        x, y = self.width() - 15.0, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), 1.5))
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]))
        painter.end()


class ExportDialog(QDialog):
    """Choose how the picture is to be and save it; ``saved`` says where it was put."""

    saved = Signal(object)  # Path

    def __init__(self, draw: Draw, save: Save, options: ExportOptions, parent: QWidget | None = None) -> None:
        """Show ``options`` and what ``draw`` makes of them."""
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle("Export")
        self._draw, self._save, self._options = draw, save, options
        self._timer = QTimer(self, interval=_WAIT, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        self._make_fields(options)
        self._lay_out()
        self._choose_format()
        self.refresh()
        self.resize(1040, 640)

    @property
    def options(self) -> ExportOptions:
        """What is chosen; sizes are pixels of the file."""
        dpi = int(self.resolution.currentText())
        chosen = self.size_choice.currentData()
        own = self.size_choice.currentText() == _OWN
        size = (int(self.wide.text() or 0), int(self.high.text() or 0)) if own else None
        if chosen is not None:
            factor = dpi / LAYOUT_DPI if self.exporter.paged else 1.0
            size = (round(chosen[0] * factor), round(chosen[1] * factor))
        return replace(
            self._options, size=size, dpi=dpi, scale=ScaleKind(self.scale.current()), theme=self.theme.current(),
            title=self.title.text().strip(), lanes=LaneKind(self.lanes.currentData()),
        )  # fmt: skip

    @property
    def exporter(self) -> Exporter:
        """The kind of file that is chosen."""
        return EXPORTERS[self.format.currentIndex()]

    def refresh(self) -> None:
        """Draw the preview again, or say why there is none."""
        self._timer.stop()
        try:
            pages = self._draw(self.options, self.exporter)
        except ExportError as error:
            self._show(None, str(error))
        else:
            self._show(pages[0], f"{self._facts(pages)}\n{remark(pages)}".strip())

    def save_as(self, path: Path) -> None:
        """Save the picture there and close; or say why that cannot be done."""
        try:
            self._save(path, self.options)
        except ExportError as error:
            self.facts.setText(str(error))
            return
        self.saved.emit(path)
        self.accept()

    def _make_fields(self, options: ExportOptions) -> None:
        self.preview = Preview(self)
        self.format, self.size_choice, self.resolution = Choice(self), Choice(self), Choice(self)
        self.format.addItems([exporter.name for exporter in EXPORTERS])
        self.resolution.addItems([str(dpi) for dpi in _RESOLUTIONS])
        self.resolution.setCurrentText(str(options.dpi))
        self.wide, self.high = self._side("Width", 1280), self._side("Height", 800)
        self.title = QLineEdit(options.title, self)
        self.title.setPlaceholderText("The documents’ title")
        self.scale = Segmented(_SCALES, "Scale", self)
        self.scale.set_current(options.scale)
        self.lanes = Choice(self)
        for name, kind in _LANES:
            self.lanes.addItem(name, kind)
        self.lanes.setCurrentIndex([kind for _, kind in _LANES].index(options.lanes or LaneKind.NONE))
        self.theme = Segmented(_THEMES, "Theme", self)
        self.theme.set_current(options.theme)
        self.facts = QLabel(self)
        self.facts.setObjectName("export_facts")
        self.facts.setWordWrap(True)
        self.facts.setProperty("role", "muted")
        self.save_button = QPushButton("Save…", self)
        self.save_button.setProperty("role", "primary")
        self.save_button.setDefault(True)

    def _side(self, name: str, pixels: int) -> QLineEdit:
        """A field for a number of pixels, shown only for a size of one's own."""
        field = QLineEdit(str(pixels), self)
        field.setAccessibleName(name)
        field.setValidator(QIntValidator(1, MOST_SIDE, field))
        field.textChanged.connect(self._later)
        return field

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        self._own = QWidget(self)
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        for part in (self.wide, QLabel("x", self), self.high):
            own.addWidget(part)
        rows = (
            ("&Format", self.format), ("&Title", self.title), ("&Size", self.size_choice), ("", self._own),
            ("Dots per &inch", self.resolution), ("S&cale", self.scale), ("&Lanes", self.lanes),
            ("T&heme", self.theme),
        )  # fmt: skip
        for name, field in rows:
            form.addRow(name, field)
        side = QVBoxLayout()
        side.addLayout(form)
        side.addWidget(self.facts)
        side.addStretch(1)
        side.addWidget(self._buttons())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(20)
        whole.addWidget(self.preview, 1)
        whole.addLayout(side)
        self.format.currentIndexChanged.connect(self._choose_format)
        self.size_choice.currentIndexChanged.connect(self._choose_size)
        self.resolution.currentIndexChanged.connect(self._later)
        self.lanes.currentIndexChanged.connect(self._later)
        self.title.textChanged.connect(self._later)
        for choice in (self.scale, self.theme):
            choice.asked.connect(self._later)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._ask_where)
        buttons.rejected.connect(self.reject)
        return buttons

    def _choose_format(self) -> None:
        """Offer paper for what has pages, pixels for the rest; shapes have no resolution."""
        self.size_choice.blockSignals(True)  # noqa: FBT003 - Qt's argument
        self.size_choice.clear()
        for size in _PAPERS if self.exporter.paged else _PICTURES:
            self.size_choice.addItem(size.name, size.pixels)
        self.size_choice.addItem(_OWN, None)
        self.size_choice.blockSignals(False)  # noqa: FBT003
        self._choose_size()

    def _choose_size(self) -> None:
        self._own.setVisible(self.size_choice.currentText() == _OWN)
        self._later()

    def _later(self) -> None:
        """Draw the preview again as soon as nothing changes any more."""
        self._timer.start()

    def _ask_where(self) -> None:
        """Ask for a file name, with the ending of the format where the user leaves it out."""
        suffix = self.exporter.suffixes[0]
        name, _ = QFileDialog.getSaveFileName(self, "Save", f"timeline{suffix}", f"{self.exporter.name} (*{suffix})")
        if name:
            path = Path(name)
            self.save_as(path if path.suffix.lower() in self.exporter.suffixes else path.with_name(path.name + suffix))

    def _show(self, page: Page | None, words: str) -> None:
        self.preview.show_page(page)
        self.facts.setText(words)
        self.save_button.setEnabled(page is not None)

    def _facts(self, pages: Sequence[Page]) -> str:
        """Size in pixels or pages, and on paper."""
        page, dpi = pages[0], self.options.dpi
        inches = f"{page.width / LAYOUT_DPI:.1f} x {page.height / LAYOUT_DPI:.1f} inches"
        if self.exporter.paged:
            return f"{counted(len(pages), 'page')} of {inches}"
        pixels = [round(side * dpi / LAYOUT_DPI) for side in (page.width, page.height)]
        return f"{pixels[0]:,} x {pixels[1]:,} pixels, {inches}"


def export_dialog(session: Session, options: ExportOptions, parent: QWidget | None = None) -> ExportDialog:
    """The dialog on a session, with the lanes that the project has where ``options`` name none."""
    if options.lanes is None:
        options = replace(options, lanes=LaneChoice.from_json(session.setting(SETTING)).kind)
    return ExportDialog(
        lambda chosen, exporter: pages_of(session, chosen, paged=exporter.paged),
        lambda path, chosen: export_session(session, path, chosen),
        options,
        parent,
    )
