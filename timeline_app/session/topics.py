"""What listeners of a session are told: that something of a kind is different now, never what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

Listener = Callable[["Topic"], None]
Unsubscribe = Callable[[], None]


class Topic(Enum):
    """What is different now."""

    DOCUMENTS = "documents or their expressions"
    EVENTS = "events, and so columns and texts"
    SELECTION = "the selected event, or its values"
    ARRANGEMENT = "saved views, eras, own categories, or which dates to ignore"
    PROJECT = "the project's file and name"
    HISTORY = "what undo and redo would do"


class Listeners:
    """Plain callbacks, told in the order they came; one that leaves while others are told is told no more."""

    def __init__(self) -> None:
        self._listeners: dict[object, Listener] = {}

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Tell ``listener`` from now on, until the returned function is called."""
        key = object()
        self._listeners[key] = listener

        def unsubscribe() -> None:
            self._listeners.pop(key, None)

        return unsubscribe

    def tell(self, topic: Topic) -> None:
        """Tell everyone."""
        for key in list(self._listeners):
            if listener := self._listeners.get(key):
                listener(topic)
