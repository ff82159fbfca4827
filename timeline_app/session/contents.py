"""What a session holds of a project from the start: its documents, its events as a catalogue, maybe their links.

``read`` takes seconds for a million events and may run in any thread; the session takes the contents over in its own.
From then on the project belongs to that thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from timeline_app.model.document import Document, DocumentId
from timeline_app.storage.arranged import KINDS
from timeline_app.storage.catalogue import Catalogue
from timeline_app.storage.links import Kind, Links
from timeline_app.storage.project import Project, ProjectError

LARGE = 32 * 2**20  # bytes of a file from which on reading it takes longer than people like to wait


class Contents(NamedTuple):
    """An open project, and what was read of it; links that are missing are read when they are asked for."""

    project: Project
    documents: dict[DocumentId, Document]
    catalogue: Catalogue
    links: Mapping[Kind, Links] = MappingProxyType({})


def read(project: Project, *, links: bool = False) -> Contents:
    """The contents of an open project, with the links of its events for a window that shows them all at once.

    Raises:
        ProjectError: they cannot be read; the project is closed.

    """
    try:
        documents = {document.id: document for document in project.documents()}
        for kind in KINDS.values():
            project.arrangements(kind)  # few, and refused here rather than where they are first used
        catalogue = project.catalogue()
        linked = {kind: project.all_links(kind, catalogue) for kind in Kind} if links else {}
        return Contents(project, documents, catalogue, linked)
    except ProjectError:
        project.close()
        raise


def read_file(path: Path, *, links: bool = False) -> Contents:
    """Open a project's file and read its contents, as ``read`` does.

    Raises:
        ProjectError: it cannot be opened or read.

    """
    return read(Project.open(path), links=links)


def is_large(path: Path) -> bool:
    """Whether a file is better read in another thread."""
    try:
        return path.stat().st_size >= LARGE
    except OSError:
        return False
