"""What every exporter is: a kind of file that finished pages are drawn into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from timeline_app.exporters.options import ExportOptions
from timeline_app.exporters.page import Page


class Exporter(Protocol):
    """One kind of file.

    ``paged`` exporters get as many pages as the evidence fills, each of a paper's size where the options name none;
    the others get one.
    """

    @property
    def name(self) -> str:
        """What people call the kind of file."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of its files, in lower case, the usual one first."""
        ...

    @property
    def paged(self) -> bool:
        """Whether a file of this kind can have several pages."""
        ...

    def draw(self, pages: Sequence[Page], options: ExportOptions) -> bytes:
        """The contents of the file.

        Raises:
            ExportError: the pages cannot be drawn as this kind of file.

        """
        ...
