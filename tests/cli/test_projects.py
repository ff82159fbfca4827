"""Projects and tables on the command line: extracted into, exported, imported, handed to the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.runs import Run
from timeline_app import cli
from timeline_app.assets import sample
from timeline_app.session.session import Session


def test_documents_are_extracted_into_a_project_that_can_be_drawn(run: Run, tmp_path: Path) -> None:
    project = tmp_path / "x.tlproj"
    printed = run("extract", sample())
    ran = run("extract", sample(), "-o", project)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    session = Session.open(project)
    assert {str(each.id) for each in session.events} == {each["id"] for each in printed.answer}
    assert [step.label for step in session.history] == ["Add documents"]
    session.close()
    other = tmp_path / "other.txt"
    other.write_text("The bridge was opened on 3 May 1968.")
    assert run("extract", sample(), other, "-o", project).status == 0
    session = Session.open(project)
    assert len(session.documents) == 2
    assert session.search("bridge").events[0].citations[0].document == session.documents[1].id
    locked = run("export", project, "-o", tmp_path / "x.png")
    assert (locked.status, locked.err) == (
        1,
        "“x.tlproj” is open in another window of this program; close it there first.\n",
    )
    session.close()
    assert run("export", project, "-o", tmp_path / "x.png").status == 0
    assert (tmp_path / "x.png").stat().st_size > 1000


@pytest.mark.parametrize("suffix", [".csv", ".html"])
def test_events_are_written_as_a_table(run: Run, tmp_path: Path, suffix: str) -> None:
    table = tmp_path / f"table{suffix}"
    ran = run("export", sample(), "-o", table)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert "Moussa Koussa" in table.read_text(encoding="utf-8-sig")


def test_a_table_that_was_exported_can_be_imported(run: Run, tmp_path: Path) -> None:
    table, project = tmp_path / "table.csv", tmp_path / "x.tlproj"
    assert run("export", sample(), "-o", table).status == 0
    assert run("import", table, "-o", project).status == 0
    session = Session.open(project)
    assert {event.title for event in session.events} == {each["title"] for each in run("extract", sample()).answer}
    session.close()


def test_a_project_is_handed_to_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    project = tmp_path / "x.tlproj"
    Session.open(project).close()
    opened: list[Sequence[Path]] = []

    def window(files: Sequence[Path]) -> int:
        opened.append(files)
        return 7

    assert cli.run([str(project)], window) == 7
    assert opened == [[project]]


def test_a_table_of_events_is_imported_into_a_project(run: Run, tmp_path: Path) -> None:
    table, project = tmp_path / "events.csv", tmp_path / "x.tlproj"
    table.write_text("date,end,title,category,quote,source\n3–5 May 1968,,March,Contact,They marched,Ann\n,,Lost,,,\n")
    ran = run("import", table, "-o", project)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("Row 3 of “events.csv” has no date: Write a date")
    session = Session.open(project)
    [march, lost] = session.events
    assert (march.title, march.value and march.value.edtf, march.category) == (
        "March",
        "1968-05-03/1968-05-05",
        "Contact",
    )
    assert (march.citations[0].quote.exact, march.citations[0].locator) == ("They marched", "Ann, row 2")
    assert (lost.title, lost.value) == ("Lost", None)
    assert [step.label for step in session.history] == ["Import “events.csv”"]
    session.close()


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        pytest.param(["import", "none.csv", "-o", "x.tlproj"], 1, "cannot be read", id="import: no file"),
        pytest.param(["import", "none.csv", "-o", "x.json"], 2, "OUT must end in .tlproj", id="import: no project"),
        pytest.param(["import", "none.doc", "-o", "x.tlproj"], 1, "no table of events", id="import: another format"),
        pytest.param(["export", "none.tlproj", "-o", "x.png"], 1, "There is no project", id="export: no project"),
        pytest.param(["export", "a.tlproj", "b.txt", "-o", "x.png"], 2, "drawn alone", id="export: and a document"),
    ],
)
def test_projects_that_cannot_be_had_are_told_of(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*arguments)
    assert ran.status == status
    assert reason in ran.err
    assert list(tmp_path.iterdir()) == []
