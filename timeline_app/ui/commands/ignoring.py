"""Dates that are to be left out: like a certain one, in a document or the project, until the rule is removed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from timeline_app.model.arrangement import IgnoreRule
from timeline_app.model.event import Event
from timeline_app.session import ignoring
from timeline_app.ui.commands.group import Group
from timeline_app.ui.wording import counted


class IgnoringCommands(Group):
    """Rules about dates to ignore."""

    def ignore_like(self) -> None:
        """Leave out dates like the one whose menu was opened, else the one that dates the selected event."""
        from timeline_app.session.likeness import likenesses  # noqa: PLC0415 - made when it is asked for
        from timeline_app.ui.ignore_dialog import IgnoreDialog  # noqa: PLC0415

        pointed = self.window.source_panel.pointed
        if pointed is None:
            self.window.note("Select an event, or a date in the text, to ignore dates like it.")
            return
        document, timex = pointed
        dialog = IgnoreDialog(self.session, document, likenesses(document, timex.span), self.window)
        try:
            if dialog.exec() == QDialog.DialogCode.Accepted:
                self._ignore(dialog.rule, dialog.events)
        finally:
            dialog.deleteLater()

    def show_rules(self) -> None:
        """List the rules, to remove some."""
        from timeline_app.ui.rules_dialog import RulesDialog  # noqa: PLC0415 - made when it is asked for

        dialog = RulesDialog(self.window)

        def show() -> None:
            dialog.show_rules([(rule, self._title(rule)) for rule in self.session.ignore_rules])

        def remove(rule: IgnoreRule) -> None:
            self._remove(rule)
            show()

        dialog.removal_asked.connect(remove)
        show()
        dialog.exec()
        dialog.deleteLater()

    def _ignore(self, rule: IgnoreRule, events: list[Event]) -> None:
        known = {(each.likeness, each.words, each.document) for each in self.session.ignore_rules}
        if (rule.likeness, rule.words, rule.document) in known and not events:
            self.window.note("Dates like this are ignored already.")
        elif self.apply(ignoring.ignore(rule, events)):
            self.window.note(f"{counted(len(events), 'event')} rejected; later documents are treated so too.")
            self.commands.review.go_on()

    def _remove(self, rule: IgnoreRule) -> None:
        session = self.session
        cited = [
            event
            for document in session.documents
            if ignoring.may_hold(rule, document)
            for event in session.events_citing(document.id)
        ]
        once = {event.id: event for event in cited}.values()
        back = ignoring.brought_back(rule, session.ignore_rules, once, session.document)
        if self.apply(ignoring.heed_no_more(rule, back)):
            self.window.note(f"The rule is gone; {counted(len(back), 'event')} proposed again.")
            self.commands.review.offer()

    def _title(self, rule: IgnoreRule) -> str:
        return self.session.document(rule.document).title if rule.document else ""
