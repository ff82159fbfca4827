"""The session of a window, which can leave its project for another and begins in memory, where nothing is the user's.

As soon as something is, ``keep`` puts it into a draft. Views follow ``Topic.PROJECT``: every event is another then.
"""

from __future__ import annotations

from timeline_app.session import contents, drafts
from timeline_app.session.contents import Contents
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.storage.project import Project


class Desk(Session):
    """A session whose project changes."""

    def keep(self) -> None:
        """Go on in a draft, if the project is in memory only and not merely shown.

        Raises:
            ProjectError: no draft can be kept; all stays in memory.

        """
        if self.path is None and not self.is_read_only:
            draft = drafts.new()
            draft.close()
            if draft.path is not None:
                self.save_as(draft.path)

    def go_to_project(self, project: Project | Contents, *, discard: bool = False) -> None:
        """Leave this project for an open one; a draft that is to be discarded, or is empty, is removed.

        Raises:
            ProjectError: the other cannot be read; it is closed, and the session is as it was.

        """
        found = project if isinstance(project, Contents) else contents.read(project)
        self.select(None)
        left, discard = self._project, discard or self.is_empty
        self._take(found)
        left.close()
        if left.path is not None and discard:
            drafts.discard(left.path)
        for topic in (Topic.PROJECT, *(topic for topic in Topic if topic is not Topic.PROJECT)):
            self._listeners.tell(topic)
