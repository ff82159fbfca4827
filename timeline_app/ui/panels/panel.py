"""What the window asks of a panel. A panel reads the session and changes nothing itself; it asks through requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from timeline_app.render.theme import Theme
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.ui.requests import Requests
from timeline_app.ui.shown import Shown


class Side(Enum):
    """Where a panel stands beside the timeline."""

    LEFT = "left"
    RIGHT = "right"


class Panel(QWidget):
    """The base of every panel: made empty, then told what changed, beginning with every topic once."""

    def __init__(self, session: Session, shown: Shown, requests: Requests) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session, self.shown, self.requests = session, shown, requests

    def refresh(self, topic: Topic) -> None:
        """Show what is different now."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of what no style sheet paints; most panels have nothing of the kind."""


@dataclass(frozen=True, slots=True)
class PanelKind:
    """A row of ``PANELS``: ``name`` for the View menu, ``tab`` where several share a side, ``width`` in px.

    ``key`` (may be "") shows and hides it.
    """

    id: str
    name: str
    tab: str
    side: Side
    key: str
    width: int
    make: Callable[[Session, Shown, Requests], Panel]
