"""Pictures of a timeline that carry their evidence: one exporter per kind of file.

To add one, write a class like ``exporter.Exporter`` and name it in ``EXPORTERS``; see
``docs/how-to-add-an-exporter.md``.
Everything here needs Qt for its fonts, but no screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from timeline_app.exporters.application import ensure_application
from timeline_app.exporters.composition import compose
from timeline_app.exporters.exporter import Exporter
from timeline_app.exporters.matter import Matter
from timeline_app.exporters.options import ExportError, ExportOptions
from timeline_app.exporters.page import Page
from timeline_app.exporters.pdf import Pdf
from timeline_app.exporters.png import Png
from timeline_app.exporters.saving import save
from timeline_app.exporters.svg import Svg
from timeline_app.session.lanes import SETTING, LaneChoice
from timeline_app.session.session import Session

__all__ = [
    "EXPORTERS",
    "ExportError",
    "ExportOptions",
    "Exporter",
    "Page",
    "export_session",
    "exporter_for",
    "pages_of",
    "remark",
]

LACKS_FONTS = (
    "Some characters are drawn as boxes, because no font on this computer has them; install one and draw again."
)
EXPORTERS: tuple[Exporter, ...] = (Png(), Svg(), Pdf())


def exporter_for(path: Path) -> Exporter:
    """The exporter of a file by its suffix.

    Raises:
        ExportError: there is none.

    """
    found = next((exporter for exporter in EXPORTERS if path.suffix.lower() in exporter.suffixes), None)
    if found is None:
        known = ", ".join(suffix for exporter in EXPORTERS for suffix in exporter.suffixes)
        raise ExportError(f"“{path.name}” ends in none of {known}, so it is not clear what kind of picture to make.")
    return found


def pages_of(session: Session, options: ExportOptions, *, paged: bool) -> tuple[Page, ...]:
    """The finished pages of a session's picture; one, unless ``paged``.

    Raises:
        ExportError: the session has no placed event, or the options cannot be met.

    """
    ensure_application()
    choice = LaneChoice.from_json(session.setting(SETTING))
    choice = choice if options.lanes is None else replace(choice, kind=options.lanes)
    events = Matter.of(session.events, session.documents)
    matter = replace(events, lanes=choice, eras=session.eras, own_categories=session.own_categories)
    return compose(matter, options, paged=paged)


def export_session(session: Session, path: Path, options: ExportOptions) -> str:
    """Save a picture of the session's timeline, in the kind of file that ``path`` ends in; a remark on it, or "".

    Raises:
        ExportError: it cannot be drawn or saved.

    """
    exporter = exporter_for(path)
    pages = pages_of(session, options, paged=exporter.paged)
    save(exporter.draw(pages, options), path)
    return remark(pages)


def remark(pages: Sequence[Page]) -> str:
    """What whoever looks at the pages has to know of them, in a sentence; empty if nothing."""
    return LACKS_FONTS if any(page.lacks_fonts for page in pages) else ""
