"""What the user asked for, said by any view; what to do about it is decided elsewhere (``commands``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from timeline_app.model.change import Change
from timeline_app.model.event import Event

Asked = Callable[[Sequence[Event]], Change]
"""An edit that is asked for, as a function of the events that it is for."""


class Requests(QObject):
    """One signal per intent. Ids are the model's, values are ``TemporalValue``."""

    select = Signal(object)  # EventId, or None to clear
    step = Signal(int)  # so many events on in time, negative back
    accept = Signal(object)  # tuple of EventIds
    reject = Signal(object)  # tuple of EventIds
    propose = Signal(object)  # tuple of EventIds that were decided on
    publish = Signal(object, object)  # DocumentId, TemporalValue
    choose = Signal(object, object)  # EventId, TemporalValue; None for the date the source's words give
    remove = Signal(object)  # DocumentId
    open = Signal(object)  # tuple of Paths
    filter = Signal(object)  # Filter that says what is to be shown
    go_to_step = Signal(int)  # the id of a step of the history
    copy_history = Signal(str)  # "text" or "csv"
    filter_view = Signal()  # only what lies in the time that is in view
    only_found = Signal(bool)  # whether what the search did not find is to be hidden
    open_event = Signal(object)  # EventId whose quote is to be read
    show_passage = Signal(object, object)  # DocumentId, TextSpan of its text to be shown
    read = Signal(object)  # DocumentId whose text is to be shown
    document_menu = Signal(object, object)  # DocumentId, QPoint on the screen
    read_otherwise = Signal(object)  # DocumentId whose date, language, counting or order is to be changed
    read_in_order = Signal(object, object)  # DocumentId, the Order in which its numbers are to be read
    make = Signal(object, object, object)  # DocumentId, a Timex of its text to be an event, its TemporalValue or None
    edit = Signal()  # the selected events
    change = Signal(object, object, str)  # Subject, Asked, the merging key of its step
    arrange = Signal(int)  # the selected event by so many places among those of its date
    use_source_date = Signal()  # for the edited event
    unread = Signal(object, str)  # tuple of EventIds, what was typed as their date and is none
    new_category = Signal()  # for the edited events
    change_category = Signal(str)  # the name of one of the user's own
    set_stance = Signal(int, object)  # of which source of the selected event, counted from 0; a Stance
    remove_source = Signal(int)  # which source of the selected event
    finish = Signal()  # editing; a new event is saved
    discard = Signal()  # what is new and not saved; editing ends
