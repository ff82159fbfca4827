"""Which project a window works on: opened, named, copied, left; where it is saved is always said truly.

What the user does first puts the window's project into a draft; the sample alone leaves none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.session import contents, drafts
from timeline_app.session.contents import Contents
from timeline_app.session.desk import Desk
from timeline_app.session.drafts import Draft
from timeline_app.session.session import Session
from timeline_app.storage import SUFFIX, is_project
from timeline_app.storage.project import Project, ProjectError
from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


class Projects:
    """What a window does with projects as a whole."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._left: list[Draft] = []  # drafts to offer, the latest first
        self._discard = False  # what is left now is not wanted any more
        self._is_closed = self._has_warned = False

    @property
    def holds_work(self) -> bool:
        """Whether there is something of the user's in a project without a name."""
        session = self._window.session
        return session.is_draft and bool(session.history_since(session.ground + 1))

    def keep(self) -> None:
        """Have a file before something of the user's is done, so that it outlives the program."""
        session, shown = self._window.session, self._window.shown
        if session.path is not None or not isinstance(session, Desk):
            return
        picked = shown.picked.ordinals
        shown.pick(np.empty(0, dtype=np.intp))
        try:
            session.keep()
        except ProjectError as error:
            if not self._has_warned:
                self._window.say(f"{error} Until you save the project yourself, it is not saved.")
            self._has_warned = True
        shown.pick(picked)

    # Other projects

    def open(self, path: Path) -> bool:
        """Work on another project from now on; whether it could be opened and this one be left."""
        if _is_same(path, self._window.session.path):
            self._window.note(f"“{path.name}” is open already.")
            return True
        if not path.exists():
            self._window.say(f"There is no project “{path.name}” any more.")
            return False
        try:
            return self._go_to(self._read(path))
        except ProjectError as error:
            self._window.say(str(error))
            return False

    def open_last(self) -> bool:
        """Open the project that was open last; where that cannot be done, why is said. False for none."""
        if not (last := self._window.preferences.project):
            return False
        if Path(last).exists():
            return self.open(Path(last))
        self._window.say(f"The last project, “{Path(last).name}”, is no longer there. This is the sample.")
        self._window.remembered.open_at_start(None)
        return False

    def new(self) -> None:
        """Begin an empty project."""
        if self._go_to(Project.in_memory()):
            self._window.remembered.open_at_start(None)

    def _read(self, path: Path) -> Contents:
        """Open and read a project, a large one without the window standing still."""
        if not contents.is_large(path):
            return contents.read_file(path)
        from timeline_app.ui.waiting import beside  # noqa: PLC0415 - threads, for a large project

        self._window.note(f"Opening “{path.name}”…")
        return beside(lambda: contents.read_file(path, links=True))

    def _go_to(self, project: Project | Contents) -> bool:
        session = self._window.session
        if not isinstance(session, Desk) or not self.may_leave():
            (project.project if isinstance(project, Contents) else project).close()
            return False
        self._window.reports.cancel()
        discard, self._discard = self._discard, False
        session.go_to_project(project, discard=discard)
        self._window.commands.begin_anew()
        self._window.offer.hide()
        self._window.example.hide()
        if not session.is_draft:
            self._window.remembered.open_at_start(session.path)
        if remark := session.remark or (_READ_ONLY.format(_name(session)) if session.is_read_only else ""):
            self._window.say(remark)
        return True

    # Names

    def save(self) -> None:
        """Give a draft a name; what has one is saved already."""
        session = self._window.session
        if session.is_draft or session.is_read_only or not _is_there(session):
            self.save_as()
        else:
            self._window.note(f"“{_name(session)}” is saved, as is everything you do.")

    def save_as(self) -> bool:
        """Go on under a name that is asked for; whether that was done."""
        path = self._asked("Save As")
        if path is None:
            return False
        if _is_same(path, self._window.session.path):
            self._window.note(f"“{path.name}” is saved, as is everything you do.")
            return True
        picked = self._window.shown.picked.ordinals
        self._window.shown.pick(np.empty(0, dtype=np.intp))
        try:
            self._window.session.save_as(path)
        except ProjectError as error:
            self._window.say(str(error))
            return False
        finally:
            self._window.shown.pick(picked)
        self._window.remembered.open_at_start(path)
        return True

    def save_copy(self) -> None:
        """Put a copy into a file that is asked for, and go on in this one."""
        path = self._asked("Save a Copy", " copy")
        if path is None:
            return
        try:
            self._window.session.duplicate(path)
        except ProjectError as error:
            self._window.say(str(error))
        else:
            self._window.note(f"Saved a copy as “{path.name}”.")

    def _asked(self, title: str, beside: str = "") -> Path | None:
        """A project's name, by default its own with ``beside``; one not typed in full takes no other file's place."""
        session = self._window.session
        named = session.path if session.path and not session.is_draft else Path("Timeline").with_suffix(SUFFIX)
        asked = self._window.questions.project_name(title, str(named.with_stem(named.stem + beside)))
        if asked is None or is_project(asked):
            return asked
        path = asked.with_name(f"{asked.name}{SUFFIX}")
        if path.exists():
            self._window.say(f"There is a “{path.name}” already; choose another name, or that one in full.")
            return None
        return path

    # The end

    def may_leave(self) -> bool:
        """Ask what becomes of the user's work in a draft; False to stay."""
        self._discard = False
        if not self.holds_work:
            self._discard = self._window.session.is_draft
            return True
        from timeline_app.ui.dialogs import Leaving  # noqa: PLC0415 - loaded when it is asked

        answer = self._window.questions.about_draft(can_keep=_is_there(self._window.session))
        if answer is Leaving.NAME:
            return self.save_as()
        self._discard = answer is Leaving.DISCARD
        return answer is not Leaving.CANCEL

    def close(self) -> None:
        """Let go of the project; a draft stays if it holds the user's work, unless that was to be discarded."""
        if self._is_closed:
            return
        self._is_closed = True
        session = self._window.session
        path, unwanted = session.path, self._discard or not self.holds_work
        session.close()
        if path is not None and unwanted:
            drafts.discard(path)

    # Drafts left behind

    def offer_drafts(self) -> None:
        """Offer the drafts that were left, one after the other."""
        if not self._is_closed and not drafts.is_draft(self._window.session.path):
            self._left = list(drafts.left_behind())
            self._offer()

    def open_draft(self) -> None:
        """Go on in the draft that is offered."""
        if self._left and not self.open(self._left[0].path):
            self._offer()

    def discard_draft(self) -> None:
        """Take the draft that is offered away, and offer the next."""
        if self._left and self._window.questions.really_discard(_contents(self._left[0])):
            drafts.discard(self._left.pop(0).path)
            self._offer()

    def _offer(self) -> None:
        self._window.offer.setVisible(bool(self._left))
        if self._left:
            at = self._left[0].written.astimezone()
            more = f" ({len(self._left) - 1:,} older)" if len(self._left) > 1 else ""
            when = f"{at.day} {at:%B %Y, %H:%M}"
            self._window.offer.offer(f"A draft was left: {_contents(self._left[0])}, last changed {when}{more}.")

    # What is said of it

    def show(self) -> None:
        """Say in the title and the status line whether all is saved, and where."""
        session = self._window.session
        words = saved_words(session)
        has_nothing = session.path is None and not self.holds_work
        self._window.setWindowTitle("Timeline" if has_nothing else f"{words} – Timeline")
        self._window.status.show_saved(words, str(session.path or "Nothing is written to a file yet."))


_READ_ONLY = "“{}” can only be read. Save it under another name to change it."


def saved_words(session: Session) -> str:
    """Whether a session's project is saved, and under which name."""
    if session.is_read_only:
        return f"Read only · {_name(session)}"
    if not _is_there(session):
        return "Not saved"
    return "Saved as a draft" if session.is_draft else f"Saved · {_name(session)}"


def _is_there(session: Session) -> bool:
    return session.path is not None and session.path.exists()


def _name(session: Session) -> str:
    return session.path.name if session.path else ""


def _contents(draft: Draft) -> str:
    return f"{counted(draft.documents, 'document')}, {counted(draft.events, 'event')}"


def _is_same(path: Path, other: Path | None) -> bool:
    """Whether two paths are one file that is there."""
    return other is not None and path.exists() and other.exists() and path.samefile(other)
