"""What leaves the program: words and pictures."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from timeline_app.model.publishing import publishable
from timeline_app.ui.commands.group import Group
from timeline_app.ui.wording import citation_text


class CopyingCommands(Group):
    """What leaves the program: words and pictures."""

    def copy(self) -> None:
        """In the table its rows, in the history its steps; else the selected event with its source, or the picture."""
        text = self.window.source_panel.text
        if text.hasFocus() and text.is_private and text.selected_span:
            self.window.note("This document is private: its words are not copied.")
        elif self.window.table.hasFocus():
            self.commands.table.copy()
        elif self.window.panels["history"].isAncestorOf(QApplication.focusWidget() or self.window):
            self.commands.history.copy("text")
        elif self.session.selection is None:
            self.copy_picture()
        else:
            self.copy_quotes()

    def copy_quotes(self) -> None:
        """The selected events as quotes with their sources."""
        if self.session.selection is None:
            return
        chosen = self.window.shown.picked or [self.session.event(self.session.selection)]
        events, public = publishable(chosen, self.session.documents)
        documents = {str(document.id): document for document in public}
        if events:
            QGuiApplication.clipboard().setText("\n\n".join(citation_text(event, documents) for event in events))
        self.window.note(_copied(len(events), len(chosen) - len(events)))

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

    def print_pages(self) -> None:
        """Put the timeline on paper."""
        from timeline_app.exporters import ExportError  # noqa: PLC0415 - loaded when used
        from timeline_app.ui.printing import ask_and_print  # noqa: PLC0415

        try:
            pages = ask_and_print(self.session, self.window.stage.view.kind, self.window)
        except ExportError as error:
            self.window.say(str(error))
        else:
            if pages:
                self.window.note("Printed one page." if pages == 1 else f"Printed {pages} pages.")


def _copied(events: int, private: int) -> str:
    """What to say of it: private events are not copied."""
    if not events:
        return "Private events are not copied." if private > 1 else "This event is private and is not copied."
    copied = "Copied the event with its source." if events == 1 else f"Copied {events:,} events."
    return f"{copied} {private:,} private left out." if private else copied
