"""A row of a menu: what it says, its keys, what it does, when it can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from timeline_app.ui.commands import Commands
from timeline_app.ui.state import State

Does = Callable[[Commands], object]
When = Callable[[State], bool]


class Where(Enum):
    """Where the focus must be for a key to act."""

    WINDOW = auto()
    CANVAS = auto()
    TABLE = auto()
    EITHER = auto()  # the timeline or the table


def always(_: State) -> bool:
    """At any time."""
    return True


def nothing(_: Commands) -> None:
    """What a separator does."""


@dataclass(frozen=True, slots=True)
class Row:
    """One action. An empty ``text`` is a separator; ``checked`` makes it one of a choice or a switch.

    Rows ``under`` a name stand in a menu of that name inside their own.
    """

    id: str
    text: str = ""
    keys: tuple[str, ...] = ()
    does: Does = nothing
    when: When = always
    where: Where = Where.WINDOW
    checked: When | None = None
    under: str = ""


CANVAS, TABLE, EITHER = Where.CANVAS, Where.TABLE, Where.EITHER


def line(name: str) -> Row:
    """A separator."""
    return Row(name)


def selected(state: State) -> bool:
    """An event is selected."""
    return state.selected


def placed(state: State) -> bool:
    """There is something on the timeline."""
    return state.placed > 0


def documents(state: State) -> bool:
    """There are documents."""
    return state.documents > 0


def events(state: State) -> bool:
    """There are events, placed or not."""
    return state.events > 0
