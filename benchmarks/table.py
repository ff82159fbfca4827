"""How fast the table of a large project is: first sight, every order, scrolling, edits; prints JSON.

    python benchmarks/table.py [--events 1000000] [--file made.tlproj]

Makes the project first unless it is there (minutes for a million events; ``project_file.py`` makes the same), then
measures a table of 1600 x 900 in a new process. Times are milliseconds until all is painted. ``peer`` is what Qt alone
takes in the same run: a bare ``QTableView`` over a list of rows of ready-made strings, sorted by Python. ``longest not
answering`` is how long the window was busy at a stretch while rows were put in order by words. Without a screen it
starts an Xvfb of its own.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from canvas import Figures, milliseconds, resident, screen, summary, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from timeline_app.session.session import Session
    from timeline_app.ui.table.view import ChronologyView

WIDTH, HEIGHT = 1600, 900
SCREENS = 60  # that are scrolled
EDITS = 20


def measured(path: Path) -> dict[str, object]:
    """The program's table on a project, and Qt's bare one on the same words."""
    from timeline_app.session.session import Session  # noqa: PLC0415 - the job imports what it measures
    from timeline_app.ui.app import ensure_application, settle  # noqa: PLC0415

    ensure_application()
    with closing(Session.open(path)) as session:
        settle()
        return {"events": len(session.events), "table": of_program(session), "peer": of_qt(session)}


def of_program(session: Session) -> dict[str, object]:
    """First sight, orders, scrolling, edits."""
    from timeline_app.render.theme import load_theme  # noqa: PLC0415
    from timeline_app.ui.shown import Shown  # noqa: PLC0415
    from timeline_app.ui.table.fields import FIELDS  # noqa: PLC0415
    from timeline_app.ui.table.view import ChronologyView  # noqa: PLC0415

    shown = Shown(session)
    _ = shown.sifted  # the window has it before anybody asks for the table
    before = resident()
    made: list[ChronologyView] = []
    first = milliseconds(lambda: made.append(shown_at_once(ChronologyView(session, shown, load_theme()))))
    [table] = made
    found: dict[str, object] = {
        "first paint": round(first, 1),
        "bytes": resident() - before,
        "scroll a screen": scrolled(table),
        "to the end and back": round(milliseconds(lambda: ends(table)), 1),
        "sort": {field.title: sorted_by(table, column) for column, field in enumerate(FIELDS)},
        "edit a title": edited(session, table),
        "select all": round(milliseconds(table.selectAll), 1),
    }
    table.close_down()
    table.close()
    return found


def of_qt(session: Session) -> dict[str, object]:
    """The least that Qt takes: strings in a list."""
    from PySide6.QtCore import QAbstractTableModel, Qt  # noqa: PLC0415
    from PySide6.QtWidgets import QTableView  # noqa: PLC0415

    from timeline_app.model.event import Category  # noqa: PLC0415
    from timeline_app.storage.sort_words import Words  # noqa: PLC0415

    titles = session.sort_words(Words.TITLE, 0, len(session.events))
    kinds = [str(category) for category in Category]
    rows = [(f"{number:,}", title, kinds[number % len(kinds)]) for number, title in titles]

    class Strings(QAbstractTableModel):
        def rowCount(self, _parent: object = None) -> int:  # noqa: N802 - Qt's name
            return len(rows)

        def columnCount(self, _parent: object = None) -> int:  # noqa: N802 - Qt's name
            return len(rows[0])

        def data(self, index: Any, role: int = 0) -> str | None:  # noqa: ANN401 - Qt's signature
            return rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

        def sort(self, column: int, _order: object = None) -> None:
            self.beginResetModel()
            rows.sort(key=itemgetter(column))
            self.endResetModel()

    made: list[QTableView] = []

    def show() -> None:
        table = QTableView()
        table.setModel(Strings(table))
        table.verticalHeader().hide()
        made.append(shown_at_once(table))

    first = milliseconds(show)
    [table] = made
    found: dict[str, object] = {
        "first paint": round(first, 1),
        "scroll a screen": scrolled(table),
        "sort": {name: round(milliseconds(lambda at=at: table.model().sort(at)), 1) for name, at in _PEER.items()},  # type: ignore[misc]
    }
    table.close()
    return found


_PEER = {"Title": 1, "Category": 2}


def shown_at_once(table: Any) -> Any:  # noqa: ANN401 - any table
    """A table, shown."""
    table.resize(WIDTH, HEIGHT)
    table.show()
    until(table.viewport().isVisible, 5)
    return table


def scrolled(table: QTableView) -> Figures:
    """A screen on, again and again, far apart so that nothing has been seen before."""
    bar = table.verticalScrollBar()
    step = max(bar.maximum() // (SCREENS + 1), 1)
    return dict(summary([milliseconds(lambda at=at: bar.setValue(at * step)) for at in range(1, SCREENS + 1)]))  # type: ignore[misc]


def ends(table: QTableView) -> None:
    """The last row, and the first."""
    table.scrollToBottom()
    table.scrollToTop()


def sorted_by(table: ChronologyView, column: int) -> dict[str, float]:
    """From the click on a header to the rows in their order."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    gc.collect()
    began = last = time.perf_counter()
    blocked = 0.0
    table.sort_by_column(column, descending=True)
    busy = True
    while busy:
        busy = table.rows.ranker.busy
        QApplication.processEvents()
        now = time.perf_counter()
        blocked, last = max(blocked, now - last), now
    return {"until in order": round(1000 * (last - began), 1), "longest not answering": round(1000 * blocked, 1)}


def edited(session: Session, table: ChronologyView) -> Figures:
    """A title given another, until the table shows it."""
    from timeline_app.session import edits  # noqa: PLC0415
    from timeline_app.session.topics import Topic  # noqa: PLC0415

    table.sort_by_column(1, descending=False)
    until(lambda: True)

    def edit(row: int) -> None:
        session.apply(edits.set_title(session.events[row], f"Another {row}"))
        table.refresh(Topic.EVENTS)

    return dict(summary([milliseconds(lambda row=row: edit(row)) for row in range(EDITS)]))  # type: ignore[misc]


def main() -> None:
    """Make, measure, print."""
    from project_file import asked, made_project  # noqa: PLC0415 - beside this script

    given = asked(__doc__, measured)
    if given is None:
        return
    with tempfile.TemporaryDirectory() as folder, screen() as environment:
        path: Path = given.file or Path(folder) / "large.tlproj"
        if not path.exists():
            made_project(path, given.events)
        run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
        checkout = {**environment, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
        command = [sys.executable, str(Path(__file__).resolve()), "--measure", os.fspath(path)]
        done = run(command, check=True, env=checkout, capture_output=True, text=True)
        print(json.dumps(json.loads(done.stdout), indent=2))


if __name__ == "__main__":
    main()
