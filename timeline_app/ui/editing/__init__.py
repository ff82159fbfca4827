"""Editing events in the window: the form in the right column with its fields, and what is known to fill them in.

The fields ask for edits as functions of the edited events (``requests.Asked``), so that one event, several at once and
a new one that is not saved yet are edited in the same way. What is done about it is decided in ``ui.commands``.
"""
