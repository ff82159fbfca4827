"""The Document menu: how the document whose text is shown is read, what it is called, and whether it stays."""

from __future__ import annotations

from timeline_app.ui.menus.row import Row, documents, line

ROWS = (
    Row("read-otherwise", "&Date, Language, Counting…", (), lambda do: do.reading.read_shown_otherwise(), documents),
    Row("read-again", "Read Its File A&gain…", (), lambda do: do.reading.read_shown_again(), documents),
    Row("check-quotes", "Chec&k Quotes", (), lambda do: do.reading.check_quotes(), documents),
    line("document-1"),
    Row("next-passage", "&Next Date in It", ("Alt+Down",), lambda do: do.review.step_passage(1), documents),
    Row("previous-passage", "&Previous Date in It", ("Alt+Up",), lambda do: do.review.step_passage(-1), documents),
    line("document-2"),
    Row("remove", "Re&move This Document…", (), lambda do: do.documents.remove_shown(), documents),
)
