"""Makes the pictures of the user guide from the program itself: ``python docs/make_pictures.py``. Needs no screen."""  # noqa: INP001 - a script

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()  # as on a first start, whatever the user has chosen before
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app import assets
from timeline_app.exporters import ExportOptions, export_session
from timeline_app.layout.lanes import LaneKind
from timeline_app.ui.app import create_window
from timeline_app.ui.export_dialog import export_dialog
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.middle import Look

PICTURES = Path(__file__).parent / "pictures"
SETTLED = 700  # milliseconds after which nothing moves any more


def main() -> None:
    """Make all of them."""
    QLocale.setDefault(QLocale.c())
    window = shown([])
    window.session.select(next(event.id for event in window.session.events if "Koussa" in event.title))
    save(window, "window")
    window.commands.view.toggle_folds()
    save(window, "true-scale")
    window.commands.view.toggle_folds()
    work(window)
    window.commands.habits.set_theme("dark")
    save(window, "window-dark")
    window.commands.habits.set_theme("light")
    dialog = export_dialog(window.session, ExportOptions(), window)
    dialog.show()
    save(dialog, "export")
    dialog.close()
    export_session(window.session, PICTURES / "exported.png", ExportOptions())
    window.close()
    with tempfile.TemporaryDirectory() as folder:
        undated(Path(shutil.copy(assets.sample(), folder)))


def work(window: MainWindow) -> None:
    """Lanes, the form, the table, a search and the history, and the window as it was."""
    window.commands.lanes.choose(LaneKind.CATEGORY)
    save(window, "lanes")
    window.commands.lanes.choose(LaneKind.NONE)
    window.commands.editing.edit()
    save(window, "form")
    window.commands.editing.finish()
    window.commands.table.show(Look.BOTH)
    save(window, "table")
    window.commands.table.show(Look.TIMELINE)
    window.search.setText("regime")
    save(window, "found")
    window.search.clear()
    window.wait_until_idle()


def undated(document: Path) -> None:
    """The sample without what says when it was published."""
    window = shown([document])
    window.commands.habits.toggle_shelf()
    save(window, "undated")
    window.close()


def shown(paths: Iterable[Path]) -> MainWindow:
    """The window on some documents, all of them read."""
    window = create_window(paths)
    window.resize(1280, 800)
    window.show()
    window.wait_until_idle(60)
    return window


def save(widget: QWidget, name: str) -> None:
    """Keep what a widget looks like once it is still."""
    QTest.qWait(SETTLED)
    QApplication.processEvents()
    widget.grab().save(str(PICTURES / f"{name}.png"))


if __name__ == "__main__":
    main()
