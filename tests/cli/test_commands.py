"""The command line is a contract: its words, its JSON, its errors and its exit status."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.runs import TEXT, Run
from timeline_app import cli
from timeline_app.session.session import Session

# tag


def test_tag_lists_expressions_with_their_offsets_in_the_text_as_read(run: Run, letter: Path) -> None:
    ran = run("tag", "--published", "2011-03-31", letter)
    assert (ran.status, ran.err) == (0, "")
    assert [set(found) for found in ran.answer] == [
        {"start", "end", "text", "type", "value", "edtf", "rule", "anchor"}
    ] * len(ran.answer)
    assert [found["text"] for found in ran.answer] == [TEXT[found["start"] : found["end"]] for found in ran.answer]
    told = {found["text"]: (found["type"], found["value"], found["edtf"]) for found in ran.answer}
    assert told["Wednesday"] == ("DATE", "2011-03-30", "2011-03-30")
    assert told["1969"] == ("DATE", "1969", "1969")
    assert told["two days"] == ("DURATION", "P2D", None)
    assert told["1914"][2], told["1918"][2] == ("1914", "1918")
    anchors = {found["text"]: found["anchor"] for found in ran.answer}
    assert anchors["Wednesday"] == {"edtf": "2011-03-31", "from": "publication", "start": None, "end": None}
    assert anchors["1969"] is None


def test_without_a_publication_date_a_weekday_has_no_calendar_date(run: Run, letter: Path) -> None:
    [found] = [found for found in run("tag", letter).answer if found["text"] == "Wednesday"]
    assert found["edtf"] is None
    assert found["value"] == "XXXX-WXX-3"


def test_a_language_and_a_way_of_counting_can_be_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Am 3. Mai 1968 kam er. Im Juni ging er.", encoding="utf-8")
    [first, *_] = run("tag", "--language", "de", path).answer
    assert first["edtf"] == "1968-05-03"
    path.write_text("In 1968 the war began. In June the town fell.", encoding="utf-8")
    history, news = (
        [found["edtf"] for found in run("tag", "--published", "2011-03-31", "--counting", counting, path).answer]
        for counting in ("history", "news")
    )
    assert (history, news) == (["1968", "1968-06"], ["1968", "2010-06"])
    project = tmp_path / "a.tlproj"
    assert run("extract", "--counting", "history", "-o", project, path).status == 0
    with contextlib.closing(Session.open(project)) as session:
        assert [document.counting for document in session.documents] == ["history"]


def test_the_order_of_day_and_month_can_be_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bob Smith resigned on 03/04/2011.")
    found = {order: run("tag", "--order", order, path).answer[0]["edtf"] for order in ("day", "month")}
    assert found == {"day": "2011-04-03", "month": "2011-03-04"}
    project = tmp_path / "a.tlproj"
    assert run("extract", "--order", "day", "-o", project, path).status == 0
    with contextlib.closing(Session.open(project)) as session:
        assert [document.day_order for document in session.documents] == ["day"]


def test_a_byte_order_mark_is_not_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbfIn 1969.")
    [found] = run("tag", path).answer
    assert (found["start"], found["end"]) == (3, 7)


def test_tag_writes_each_document_to_its_own_file(run: Run, letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("# In 1970", encoding="utf-8")
    ran = run("tag", "-o", tmp_path / "new/out", letter, other)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "new/out").iterdir()) == ["letter.json", "other.json"]
    [found] = json.loads((tmp_path / "new/out/other.json").read_bytes())
    assert found["text"] == "1970"


def test_documents_of_one_stem_do_not_overwrite_each_other(run: Run, letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "in" / "letter.md"
    other.parent.mkdir()
    other.write_text("In 1970", encoding="utf-8")
    ran = run("tag", "-o", tmp_path / "out", letter, other)
    assert ran.status == 1
    assert ran.err == f"“{other}” is left out, for “{letter}” is in letter.json already.\n"
    assert "1969" in (tmp_path / "out/letter.json").read_text()


def test_a_document_without_dates_gives_an_empty_list(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nothing happened, we may say.", encoding="utf-8")
    assert run("tag", path).answer == []
    assert run("extract", path).answer == []


# extract


def test_extract_lists_events_with_their_citations(run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(letter.parent)
    ran = run("extract", "--published", "2011-03-31", "letter.txt")
    assert (ran.status, ran.err) == (0, "")
    keys = {"id", "title", "edtf", "earliest", "latest", "precision", "status", "citations"}
    told = {"category", "factuality", "participants", "confidence"}
    assert all(set(event) == keys | told for event in ran.answer)
    [event] = [event for event in ran.answer if event["edtf"] == "2011-03-30"]
    assert (event["earliest"], event["latest"]) == (1301443200, 1301529600)
    assert (event["precision"], event["status"]) == ("day", "proposed")
    assert (event["category"], event["factuality"]) == ("Movement", "happened")
    assert event["participants"] == []
    assert 0 < event["confidence"] <= 1
    [citation] = event["citations"]
    assert set(citation) == {"document", "title", "published", "start", "end", "quote", "expressions"}
    assert (citation["document"], citation["published"]) == ("letter.txt", "2011-03-31")
    assert TEXT[citation["start"] : citation["end"]] == citation["quote"]
    [expression] = citation["expressions"]
    assert set(expression) == {"start", "end", "text", "rule", "anchor"}
    assert TEXT[expression["start"] : expression["end"]] == expression["text"] == "Wednesday"


def test_undated_events_have_no_date_at_all(run: Run, letter: Path) -> None:
    events = run("extract", letter).answer
    [undated] = [event for event in events if event["edtf"] is None]
    assert (undated["earliest"], undated["latest"]) == (None, None)


def test_ids_stay_with_text_span_and_options(run: Run, letter: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "other.txt"
    copy.parent.mkdir()
    copy.write_bytes(letter.read_bytes())
    ids = [[event["id"] for event in run("extract", path).answer] for path in (letter, letter, copy)]
    assert ids[0] == ids[1] == ids[2]
    assert len(ids[0]) == len(set(ids[0])) > 1


def test_extract_takes_folders_all_the_way_down_in_order_and_each_document_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "docs"
    for number, name in enumerate(("b.txt", "a/z.md", "a/c.txt", "skip.csv")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"He left in {1900 + number}.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    events = run("extract", "docs", "docs/b.txt", "-o", "out.json")
    assert (events.status, events.out) == (0, "")
    told = json.loads(Path("out.json").read_bytes())
    assert [event["citations"][0]["document"] for event in told] == ["docs/a/c.txt", "docs/a/z.md", "docs/b.txt"]


def test_metadata_of_a_folder_reaches_the_documents_below_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "docs/in").mkdir(parents=True)
    (tmp_path / "docs/in/a.txt").write_text("He left on Wednesday.", encoding="utf-8")
    (tmp_path / "docs/documents.csv").write_text("file,published\nin/a.txt,2011-03-31\n", encoding="utf-8")
    [event] = run("extract", tmp_path / "docs").answer
    assert event["edtf"] == "2011-03-30"


@pytest.mark.parametrize(
    ("arguments", "date"),
    [
        pytest.param([], "2001-01-03", id="documents.csv beside it"),
        pytest.param(["--metadata", "other.csv"], "2002-02-06", id="the csv given"),
        pytest.param(["--metadata", "other.csv", "--published", "2011-03-31"], "2011-03-30", id="the date given"),
        pytest.param(["--published", "2011-03-31T18:30"], "2011-03-30", id="a date and time"),
    ],
)
def test_what_is_given_last_wins(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], date: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("---\ndate: 1999-09-09\n---\nHe left on Wednesday.", encoding="utf-8")
    Path("documents.csv").write_text("file,published\na.md,2001-01-05\n", encoding="utf-8")
    Path("other.csv").write_text("file,published\na.md,2002-02-08\n", encoding="utf-8")
    [found] = [found for found in run("tag", *arguments, "a.md").answer if found["text"] == "Wednesday"]
    assert found["edtf"] == date


# several documents, and errors


@pytest.mark.parametrize("count", [3, cli.MANY + 4], ids=["in this process", "in workers"])
def test_a_bad_file_costs_itself_and_the_rest_goes_on_in_order(run: Run, tmp_path: Path, count: int) -> None:
    good = [tmp_path / f"{number:02}.txt" for number in range(count)]
    for number, path in enumerate(good):
        path.write_text(f"He left in {1900 + number}.", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    paths = [good[0], tmp_path / "none.txt", *good[1:], tmp_path / "empty.txt"]
    ran = run("extract", *paths)
    assert ran.status == 1
    assert ran.err.splitlines() == [f"There is no file “{tmp_path / 'none.txt'}”.", "“empty.txt” is empty."]
    assert [event["edtf"] for event in ran.answer] == [str(1900 + number) for number in range(count)]
    tagged = run("tag", "-o", tmp_path / "out", *paths)
    assert (tagged.status, tagged.err.count("\n")) == (1, 2)
    assert len(list((tmp_path / "out").iterdir())) == count


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["tag", "none.txt"], "There is no file “none.txt”.", id="tag: missing"),
        pytest.param(["tag", "folder"], "“folder” is a folder, not a document.", id="tag: folder"),
        pytest.param(["tag", "-o", "letter.txt", "letter.txt"], "The folder “letter.txt” cannot be made", id="tag: -o"),
        pytest.param(["extract", "folder"], "There are no documents in “folder”.", id="extract: empty folder"),
        pytest.param(
            ["extract", "letter.txt", "-o", "none/x"], "“none/x” cannot be written: No such", id="extract: -o"
        ),
        pytest.param(
            ["extract", "letter.txt", "--metadata", "x.csv"], "There is no metadata file “x.csv”.", id="no csv"
        ),
        pytest.param(["tag", "letter.txt", "--metadata", "letter.txt"], "has no column “file”.", id="odd csv"),
        pytest.param(["tag", "dated.txt"], "In documents.csv, “someday” is not a date", id="odd date in csv"),
        pytest.param(["none.txt"], "There is no file or command “none.txt”.", id="window: missing"),
        pytest.param(["tga", "letter.txt"], "There is no file or command “tga”.", id="no such command"),
        pytest.param(["export", "none.txt", "-o", "x.png"], "There is no file “none.txt”.", id="export: missing"),
        pytest.param(["export", "folder", "-o", "x.png"], "There are no documents in “folder”.", id="export: nothing"),
        pytest.param(["export", "letter.txt", "-o", "x.gif"], "“x.gif” ends in none of .png", id="export: suffix"),
    ],
)
def test_errors_are_one_sentence_and_status_1(
    run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    monkeypatch.chdir(letter.parent)
    Path("folder").mkdir()
    Path("dated.txt").write_text("He left.", encoding="utf-8")
    Path("documents.csv").write_text("file,published\ndated.txt,someday\n", encoding="utf-8")
    ran = run(*arguments)
    assert ran.status == 1
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ran.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["tag"], id="tag nothing"),
        pytest.param(["tag", "letter.txt", "letter.txt"], id="several to stdout"),
        pytest.param(["tag", "--published", "tomorrow", "letter.txt"], id="no date"),
        pytest.param(["tag", "--published", "2011-02-30", "letter.txt"], id="no such day"),
        pytest.param(["tag", "--language", "english", "letter.txt"], id="no language code"),
        pytest.param(["tag", "--publish", "2011-02-03", "letter.txt"], id="an abbreviated option"),
        pytest.param(["extract"], id="extract nothing"),
        pytest.param(["extract", "--colour", "letter.txt"], id="no such option"),
        pytest.param(["export", "letter.txt"], id="no output"),
        pytest.param(["export", "letter.txt", "-o", "x.png", "--size", "wide"], id="no size"),
        pytest.param(["export", "letter.txt", "-o", "x.png", "--size", "0x5"], id="an empty size"),
        pytest.param(["export", "letter.txt", "-o", "x.png", "--dpi", "fine"], id="no number"),
        pytest.param(["export", "letter.txt", "-o", "x.png", "--scale", "log"], id="no such scale"),
        pytest.param(["--colour"], id="no such option of the window"),
    ],
)
def test_wrong_usage_is_status_2(run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(letter.parent)
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.err.startswith("usage: timeline-app")
    assert ran.out == ""


def test_a_mistake_in_the_program_is_a_sentence_too(run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> list[object]:
        raise ZeroDivisionError("no\nnumber")

    monkeypatch.setattr(cli, "find_documents", broken)
    ran = run("extract", letter)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "Something went wrong that should not: ZeroDivisionError('no\\nnumber').\n"


# help, version and window


def test_help_and_version_are_told(run: Run) -> None:
    told = run("--version")
    assert (told.status, told.out.split()[0]) == (0, "timeline-app")
    for command in ([], ["tag"], ["extract"], ["export"]):
        told = run(*command, "--help")
        assert (told.status, told.err) == (0, "")
        assert told.out.startswith(f"usage: {' '.join(['timeline-app', *command])}")


@pytest.mark.parametrize("names", [[], ["letter.txt"], ["./tag"], ["letter.txt", "tag"], ["--", "tag"]])
def test_files_open_in_the_window(run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]) -> None:
    monkeypatch.chdir(letter.parent)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    Path("tag").write_text("In 1969.", encoding="utf-8")
    ran = run(*names)
    assert ran == (0, " ".join(["window", *(str(Path(name)) for name in names if name != "--")]) + "\n", "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only here is a missing screen known beforehand.")
def test_without_a_screen_the_window_says_so(run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ran = run(letter)
    assert ran.status == 1
    assert ran.err.startswith("There is no screen")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X servers are asked on Linux")
@pytest.mark.parametrize("display", [":63999", "unix:63999.0", "nowhere", ":x", ":99999999"])
def test_a_screen_that_does_not_answer_is_named(display: str, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", display)
    ran = run()
    assert ran.status == 1
    assert ran.err == f"The screen “{display}” does not answer, so no window can be opened on it.\n"


def test_a_missing_system_library_is_a_sentence(
    letter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_files: Sequence[Path]) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.run([str(letter)], refuse) == 1
    assert "a system library is missing (libEGL.so.1" in capsys.readouterr().err
