"""What leaves the program: words and pictures."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from timeline_app.ui.commands.group import Group
from timeline_app.ui.wording import citation_text


class CopyingCommands(Group):
    """What leaves the program: words and pictures."""

    def copy(self) -> None:
        """The selected event as a quote with its source; without one the picture."""
        if self.session.selection is None:
            self.copy_picture()
            return
        documents = {str(document.id): document for document in self.session.documents}
        events = self.window.shown.picked or [self.session.event(self.session.selection)]
        QGuiApplication.clipboard().setText("\n\n".join(citation_text(event, documents) for event in events))
        one = len(events) == 1
        self.window.note("Copied the event with its source." if one else f"Copied {len(events):,} events.")

    def copy_picture(self) -> None:
        """The timeline as a picture with its sources, on the clipboard."""
        from timeline_app.exporters import ExportError  # noqa: PLC0415 - loaded when used
        from timeline_app.ui.picture import picture_of  # noqa: PLC0415

        try:
            QGuiApplication.clipboard().setImage(
                picture_of(self.session, self.window.stage.view.kind, self.window.theme.name)
            )
        except ExportError as error:
            self.window.say(str(error))
        else:
            self.window.note("Copied the picture.")

    def export(self) -> None:
        """Save the timeline as a picture."""
        saved = self.window.questions.export(self.session, self.window.stage.view.kind, self.window.theme.name)
        if saved:
            self.window.note(f"Saved “{saved}”.")
