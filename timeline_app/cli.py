"""The command line: its words, its errors and its exit status. ``tag`` and ``extract`` never import Qt.

Exit status 0 is success; 1 an error, told in one sentence on stderr; 2 wrong usage. A file that cannot be read costs
itself, the others go on, and the status is 1. With many files several processes read them; the order stays.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from timeline_app.extraction.options import Counting, Options, Order
from timeline_app.model.document import Publication
from timeline_app.readers import MetadataError, check_metadata, find_documents
from timeline_app.readers.dates import DateError, publication_date
from timeline_app.session.ingest import COMMAND_LINE, INGEST, FileRequest
from timeline_app.session.jobs import in_order
from timeline_app.session.shapes import EXTRACT, TAG, json_list
from timeline_app.session.worker import Work
from timeline_app.storage import is_project

if TYPE_CHECKING:
    from timeline_app.session.session import Session

MANY = 8  # files from which on starting other processes pays
_COMMANDS = """\
commands:
  tag FILE…          print the date and time expressions of documents as JSON
  extract PATH…      print the dated events of documents as JSON, or put them into a project (-o OUT.tlproj)
  import FILE -o OUT.tlproj
                     put a table of events (CSV) into a project
  export INPUT… -o OUT.png
                     draw the timeline of documents or a project as a picture (PNG, SVG or PDF),
                     or write its events as a table (CSV or HTML)

“timeline-app COMMAND --help” says more. A file that is called like a command opens as ./tag.
"""
_BROKEN_PIPE = "The output was closed before all of it was written."

Outcome = TypeVar("Outcome")


class CommandError(Exception):
    """Why a command ends; the message is a whole sentence."""


def run(arguments: Sequence[str], open_window: Callable[[Sequence[Path]], int]) -> int:
    """Do what the arguments say, and give the exit status; without a command, that of ``open_window``.

    Raises:
        SystemExit: wrong usage, status 2; or help or the version was asked for, status 0. Nothing else.

    """
    try:
        command = _RUN.get(arguments[0]) if arguments else None
        return command(arguments[1:]) if command else _open(arguments, open_window)
    except BrokenPipeError:
        _discard_output()
        return _fail(_BROKEN_PIPE)
    except KeyboardInterrupt:
        return _fail("Interrupted.")
    except (CommandError, MetadataError) as error:
        return _fail(str(error))
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        return _fail(f"Something went wrong that should not: {error!r}.")


def _open(arguments: Sequence[str], open_window: Callable[[Sequence[Path]], int]) -> int:
    """Show the window."""
    parser = _parser("", "Finds the dated events in documents and shows them on a timeline, each with its source.")
    parser.epilog = _COMMANDS
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="documents or a project to open; none opens a sample"
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    files = parser.parse_args(arguments).files
    for file in files:
        if not file.exists():
            raise CommandError(f"There is no file or command “{file}”.")
    _require_screen()
    try:
        return open_window(files)
    except ImportError as error:
        raise CommandError(f"The window cannot be opened, for a system library is missing ({error}).") from None


def _tag(arguments: Sequence[str]) -> int:
    """Write each document's temporal expressions."""
    parser = _parser("tag", "Writes the date and time expressions of documents, per document as a JSON list.")
    _add_reading(parser)
    parser.add_argument("-o", dest="folder", metavar="DIR", type=Path, help="write DIR/<stem>.json for each document")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    given = parser.parse_args(arguments)
    if given.folder is None and len(given.files) > 1:
        parser.error("several documents need -o DIR")
    requests = [_request(given, file, None) for file in given.files]
    return _print_one(requests[0]) if given.folder is None else _write_each(requests, given.folder)


def _extract(arguments: Sequence[str]) -> int:
    """Write the events of all documents in one list."""
    parser = _parser("extract", "Writes the dated events of documents as one JSON list, or into a project.")
    _add_reading(parser)
    parser.add_argument(
        "-o", dest="out", metavar="OUT", type=Path, help="a JSON file, or a project (.tlproj) to add to"
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a document, or a folder of them")
    given = parser.parse_args(arguments)
    complaints = _Complaints()
    if given.out and is_project(given.out):
        return _extract_into(given, complaints)
    read = list(_outcomes(EXTRACT, _requests(given, given.paths, complaints), complaints))
    if read or not complaints.status:
        _write(json_list(shape for _, shapes in read for shape in shapes), given.out)
    return complaints.status


def _extract_into(given: argparse.Namespace, complaints: _Complaints) -> int:
    """Add the documents to a project, all in one step."""
    read = _outcomes(INGEST, _requests(given, given.paths, complaints), complaints)
    with _session(given.out) as session:
        for _, ingested in read:
            session.add([ingested], label="Add documents", merging="extract")
        session.catch_up()
    return complaints.status


def _import(arguments: Sequence[str]) -> int:
    """Put a table of events into a project."""
    parser = _parser("import", "Puts a table of events (CSV with the columns date, title, …) into a project.")
    parser.add_argument("-o", dest="out", metavar="OUT", type=Path, required=True, help="a project (.tlproj) to add to")
    parser.add_argument("file", metavar="FILE", type=Path)
    given = parser.parse_args(arguments)
    from timeline_app import importers  # noqa: PLC0415 - extraction is heavy

    if not is_project(given.out):
        parser.error("OUT must end in .tlproj")
    complaints = _Complaints()
    try:
        imported = importers.read(given.file)
    except importers.ImportFileError as error:
        raise CommandError(str(error)) from None
    for sentence in imported.complaints:
        complaints.add(sentence)
    if imported.events:
        with _session(given.out) as session:
            session.add([imported.ingested], label=f"Import “{given.file.name}”")
            session.catch_up()
    return complaints.status


@contextlib.contextmanager
def _session(path: Path) -> Iterator[Session]:
    """The project in a file, made if need be; what cannot be written is told in a sentence."""
    from timeline_app.session.session import ProjectError, Session  # noqa: PLC0415 - NumPy

    try:
        with contextlib.closing(Session.open(path)) as session:
            yield session
    except ProjectError as error:
        raise CommandError(str(error)) from None


def _export(arguments: Sequence[str]) -> int:
    """Draw the timeline of all documents, or write it as a table."""
    parser = _parser("export", "Makes a picture or a table of documents or a project; needs no screen.")
    _add_reading(parser)
    _add_picture(parser)
    parser.add_argument(
        "inputs", metavar="INPUT", nargs="+", type=Path, help="a document, a folder of them, or one project"
    )
    given = parser.parse_args(arguments)
    projects = [path for path in given.inputs if is_project(path)]
    if projects and len(given.inputs) > 1:
        parser.error("a project is drawn alone")
    try:
        from timeline_app import exporters  # noqa: PLC0415 - Qt
    except ImportError as error:
        raise CommandError(f"No picture can be drawn, for a system library is missing ({error}).") from None
    complaints = _Complaints()
    try:
        export = _exporter(given)
        with _to_draw(given, projects, complaints) as session:
            if complaints.status and not session.documents:
                return complaints.status
            if remark := export(session):
                sys.stderr.write(f"{remark}\n")
    except exporters.ExportError as error:
        raise CommandError(str(error)) from None
    return complaints.status


def _exporter(given: argparse.Namespace) -> Callable[[Session], str]:
    """What puts a session into the file that was asked for; it gives a remark, or ""."""
    from timeline_app import exporters  # noqa: PLC0415 - Qt
    from timeline_app.exporters.chronology import export_table, table_exporter_for  # noqa: PLC0415
    from timeline_app.layout.lanes import LaneKind  # noqa: PLC0415
    from timeline_app.layout.scale import ScaleKind  # noqa: PLC0415

    def write(session: Session) -> str:
        export_table(session.events, session.documents, given.out, given.title)
        return ""

    if table_exporter_for(given.out):
        return write
    exporters.exporter_for(given.out)
    lanes = given.lanes and LaneKind(given.lanes)
    options = exporters.ExportOptions(given.size, given.dpi, ScaleKind(given.scale), given.theme, given.title, lanes)
    return lambda session: exporters.export_session(session, given.out, options)


@contextlib.contextmanager
def _to_draw(given: argparse.Namespace, projects: Sequence[Path], complaints: _Complaints) -> Iterator[Session]:
    """The project that was named, or one in memory of the documents."""
    if projects:
        if not projects[0].exists():
            raise CommandError(f"There is no project “{projects[0]}”.")
        with _session(projects[0]) as session:
            yield session
        return
    from timeline_app.session.session import Session  # noqa: PLC0415 - NumPy

    with contextlib.closing(Session()) as session:
        session.add(
            ingested for _, ingested in _outcomes(INGEST, _requests(given, given.inputs, complaints), complaints)
        )
        yield session


def _parser(command: str, description: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(f"timeline-app {command}".strip(), description=description, allow_abbrev=False)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """What every command that reads documents takes."""
    parser.add_argument("--published", metavar="DATE", type=_date, help="when the documents were written (2011-03-31)")
    parser.add_argument("--metadata", metavar="CSV", type=Path, help="instead of a documents.csv beside the documents")
    parser.add_argument("--language", metavar="CODE", type=_language, help="of the documents (ISO 639-1)")
    parser.add_argument(
        "--counting",
        choices=[counting.value for counting in Counting if counting],
        default="",
        help="what dates without a year count from: the day of publication, or the date spoken of last",
    )
    parser.add_argument(
        "--order",
        choices=[order.value for order in Order if order],
        default="",
        help="which of day and month comes first in dates of numbers (03/04/2011)",
    )


def _add_picture(parser: argparse.ArgumentParser) -> None:
    """What a picture can be."""
    parser.add_argument(
        "-o", dest="out", metavar="OUT", type=Path, required=True, help=".png, .svg, .pdf, or a table: .csv, .html"
    )
    parser.add_argument("--size", metavar="WxH", type=_size, help="in pixels (1920x1080)")
    parser.add_argument("--dpi", metavar="N", type=int, default=96, help="pixels per inch (96)")
    parser.add_argument("--scale", choices=("folded", "true", "order"), default="folded", help="of the time axis")
    parser.add_argument(
        "--lanes",
        choices=("none", "category", "source", "person", "own"),
        help="what the lanes are by (as the project)",
    )
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--title", metavar="T", default="", help="above the timeline")


def _date(text: str) -> Publication:
    try:
        return Publication(publication_date(text), COMMAND_LINE)
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _language(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a two-letter language code like en.")
    return text.lower()


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9][0-9]{0,5})[xX×]([1-9][0-9]{0,5})", text, re.ASCII)
    if not found:
        raise argparse.ArgumentTypeError(f"“{text}” is not a size like 1920x1080.")
    return int(found[1]), int(found[2])


class _Version(argparse.Action):
    """Prints the version; looking it up takes longer than most of the command line."""

    def __call__(self, parser: argparse.ArgumentParser, *_arguments: object) -> NoReturn:
        from importlib.metadata import version  # noqa: PLC0415

        _write(f"timeline-app {version('timeline-app')}\n".encode(), None)
        parser.exit()


class _Complaints:
    """Documents that came to nothing are told of as they turn up, and remembered in the exit status."""

    status = 0

    def add(self, sentence: str) -> None:
        """Tell of one."""
        self.status = _fail(sentence)


def _requests(given: argparse.Namespace, paths: Sequence[Path], complaints: _Complaints) -> list[FileRequest]:
    """The documents named, and those in folders; each file once, an empty folder is complained of."""
    found: dict[str, FileRequest] = {}
    for path in paths:
        before = len(found)
        for file, root in find_documents([path]):
            found.setdefault(os.path.realpath(file), _request(given, file, root))
        if path.is_dir() and len(found) == before:
            complaints.add(f"There are no documents in “{path}”.")
    return list(found.values())


def _request(given: argparse.Namespace, file: Path, root: Path | None) -> FileRequest:
    options = Options(given.language or "", Counting(given.counting), Order(given.order))
    return FileRequest(file, given.metadata, root, given.published, options)


def _outcomes(
    work: Work[FileRequest, Outcome], requests: Sequence[FileRequest], complaints: _Complaints
) -> Iterator[tuple[FileRequest, Outcome]]:
    """What comes of each request, in their order; those that fail are complained of and left out."""
    if requests and requests[0].metadata:
        check_metadata(requests[0].metadata)
    answers = in_order(work, requests) if len(requests) >= MANY else map(work.attempt, requests)
    for request, answer in zip(requests, answers, strict=True):
        if answer.outcome is None:
            complaints.add(answer.sentence)
        else:
            yield request, answer.outcome


def _print_one(request: FileRequest) -> int:
    complaints = _Complaints()
    for _, shapes in _outcomes(TAG, [request], complaints):
        _write(json_list(shapes), None)
    return complaints.status


def _write_each(requests: Sequence[FileRequest], folder: Path) -> int:
    """Write ``folder/<stem>.json`` for each request; of several with one stem the first has it."""
    complaints = _Complaints()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"The folder “{folder}” cannot be made: {error.strerror}.") from None
    written: dict[str, Path] = {}
    for request, shapes in _outcomes(TAG, requests, complaints):
        stem = request.path.stem
        if (first := written.setdefault(stem, request.path)) == request.path:
            _write(json_list(shapes), folder / f"{stem}.json")
        else:
            complaints.add(f"“{request.path}” is left out, for “{first}” is in {stem}.json already.")
    return complaints.status


def _write(data: bytes, out: Path | None) -> None:
    """Write to a file, or print."""
    try:
        if out is not None:
            out.write_bytes(data)
        else:
            sys.stdout.flush()
            left = memoryview(data)
            while left:  # unbuffered, Python hands on what the system took, which may be a part
                left = left[sys.stdout.buffer.write(left) :]
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard_output()
        where = f"“{out}”" if out else "The output"
        raise CommandError(f"{where} cannot be written: {error.strerror}.") from None


def _discard_output() -> None:
    """Have what is still in the buffer go nowhere when the program ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(sentence: str) -> int:
    with contextlib.suppress(OSError, ValueError):
        print(" ".join(sentence.split()), file=sys.stderr)  # noqa: T201 - this is where errors are told
    return 1


def _require_screen() -> None:
    """Say that there is no screen before Qt does so by aborting."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return
    display = os.environ.get("DISPLAY", "")
    if not display:
        raise CommandError("There is no screen to open a window on; “timeline-app export” draws a picture instead.")
    if not _answers(display):
        raise CommandError(f"The screen “{display}” does not answer, so no window can be opened on it.")


def _answers(display: str) -> bool:
    """Whether an X server listens where ``DISPLAY`` (host:number.screen) says; no host is this machine (X(7))."""
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdecimal():
        return False
    local = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where every X server listens
    if host in {"", "unix"} and any(_connects(socket.AF_UNIX, place) for place in (f"\0{local}", local)):
        return True
    return _connects(socket.AF_INET, (host or "localhost", 6000 + int(number)))


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family) as client:
        client.settimeout(3)
        try:
            client.connect(address)
        except (OSError, OverflowError):
            return False
    return True


_RUN: dict[str, Callable[[Sequence[str]], int]] = {
    "tag": _tag,
    "extract": _extract,
    "import": _import,
    "export": _export,
}
