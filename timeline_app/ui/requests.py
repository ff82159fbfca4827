"""What the user asked for, said by any view; what to do about it is decided elsewhere (``commands``)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Requests(QObject):
    """One signal per intent. Ids are the model's, values are ``TemporalValue``."""

    select = Signal(object)  # EventId, or None to clear
    step = Signal(int)  # so many events on in time, negative back
    accept = Signal(object)  # tuple of EventIds
    reject = Signal(object)  # tuple of EventIds
    publish = Signal(object, object)  # DocumentId, TemporalValue
    choose = Signal(object, object)  # EventId, TemporalValue; None for the date the source's words give
    remove = Signal(object)  # DocumentId
    open = Signal(object)  # tuple of Paths
    filter = Signal(object)  # Filter that says what is to be shown
    read = Signal(object)  # DocumentId whose text is to be shown
    read_otherwise = Signal(object)  # DocumentId whose date, language or counting is to be changed
