"""Whether each quote still stands in its document, and whether the files of documents are as they were read.

Nothing here changes anything. Both are made to be asked in idle moments: ``check`` works on a few hundred quotes each
time it is asked for more, and a file is read only where its size is as it was and its time is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline_app.model.document import DocumentId, Integrity
from timeline_app.model.event import EventId
from timeline_app.session.originals import OriginalState, original_state
from timeline_app.session.session import Session

__all__ = ["Checked", "OriginalState", "check", "original_state"]


class Checked(NamedTuple):
    """How well the words of a citation, counted from 0 in its event, were found in their document."""

    event: EventId
    citation: int
    integrity: Integrity


def check(session: Session, documents: Iterable[DocumentId] | None = None) -> Iterator[Checked]:
    """Every citation of some documents, by default of all that are shown; those of hidden events too.

    What is edited meanwhile may or may not be told as it is then; a document that goes meanwhile is left out.
    """
    names = [document.id for document in session.documents] if documents is None else list(documents)
    for name in names:
        for found in session.quotes_found(name):
            yield Checked(*found)
