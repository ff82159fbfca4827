"""What a reader is, what it gives, and the one error of this package.

A reader turns the bytes of one kind of file into a ``Reading``. It knows nothing of paths, metadata files or the clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from timeline_app.model.document import Publication


class ReadError(Exception):
    """A document that cannot be read; the message is a whole sentence for the user."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its text as it stands, and what it tells about itself (empty where it does not)."""

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: Publication | None = None


class Reader(Protocol):
    """One kind of file. To add one, see ``docs/how-to-add-a-reader.md``: one file and one line in ``READERS``."""

    @property
    def name(self) -> str:
        """What people call such a file ("Markdown")."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file names' endings in lower case, each with its dot; no two readers share one."""

    def read(self, data: bytes) -> Reading:
        """The text and metadata in ``data``.

        Raises:
            UndecodableError: the bytes are no text of this kind; the message completes "“x.txt” …".

        """
