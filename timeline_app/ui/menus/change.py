"""The Change menu: what a person writes, chooses, joins and throws away."""

from __future__ import annotations

from timeline_app.model.event import Flag
from timeline_app.ui.menus.row import CANVAS, EITHER, Row, line, selected
from timeline_app.ui.state import State


def _words(state: State) -> bool:
    return state.words


def _quotable(state: State) -> bool:
    return state.words and state.selected


def _flag(flag: Flag, text: str) -> Row:
    return Row(
        f"flag-{flag}", text, (), lambda do: do.events.toggle_flag(flag), selected, checked=lambda s: flag in s.flags
    )


ROWS = (
    Row("edit", "&Edit…", ("E",), lambda do: do.editing.edit(), selected, CANVAS),
    Row("rename", "&Rename", ("F2",), lambda do: do.editing.rename(), selected, CANVAS),
    line("change-1"),
    Row("new-event", "&New Event…", ("N",), lambda do: do.editing.new(), where=CANVAS),
    Row(
        "new-from-words", "New Event from the Selected &Words…", ("Ctrl+Shift+N",),
        lambda do: do.editing.new_from_selected_words(), _words,
    ),
    line("change-2"),
    Row(
        "cite-words", "&Add the Selected Words to the Event as a Source", ("Ctrl+Shift+A",),
        lambda do: do.citing.cite_selected_words(), _quotable,
    ),
    Row("cite-without-file", "Add a Source without a &File…", (), lambda do: do.citing.cite_without_file(), selected),
    line("change-3"),
    _flag(Flag.KEY, "&Key"),
    _flag(Flag.DISPUTED, "&Disputed"),
    _flag(Flag.PRIVATE, "&Private"),
    line("change-4"),
    Row("earlier", "Earl&ier on Its Date", ("Shift+Up",), lambda do: do.events.move(-1), selected, CANVAS),
    Row("later-on-date", "La&ter on Its Date", ("Shift+Down",), lambda do: do.events.move(1), selected, CANVAS),
    line("change-5"),
    Row("merge", "&Merge the Selected Events", ("Ctrl+M",), lambda do: do.events.merge(), lambda s: s.several, EITHER),
    Row("split", "&Split Again", ("Ctrl+Shift+M",), lambda do: do.events.split(), lambda s: s.merged, EITHER),
    line("change-6"),
    Row("bin", "Move to the &Bin", ("Del",), lambda do: do.events.put_in_bin(), selected, EITHER),
)  # fmt: skip
