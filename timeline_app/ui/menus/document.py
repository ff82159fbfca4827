"""The Document menu: how the document whose text is shown is read, what it is called, and whether it stays."""

from __future__ import annotations

from timeline_app.ui.menus.row import Row, documents, line

OWN_ROWS = (
    Row("read-otherwise", "&Date, Language, Counting…", (), lambda do: do.reading.read_shown_otherwise(), documents),
    Row("read-again", "Read Its File A&gain…", (), lambda do: do.reading.read_shown_again(), documents),
    line("document-1"),
    Row("rename-document", "&Rename…", (), lambda do: do.bin.rename_shown(), documents),
    Row(
        "private-document",
        "Pri&vate, Never Exported or Copied",
        (),
        lambda do: do.bin.switch_private(),
        documents,
        checked=lambda s: s.private_document,
    ),
    Row("remove", "Re&move…", (), lambda do: do.bin.remove_shown(), documents),
)
"""What concerns one document alone; the menu of its card has these too."""

ROWS = (
    *OWN_ROWS,
    line("document-2"),
    Row("next-passage", "&Next Date in Its Text", ("Alt+Down",), lambda do: do.review.step_passage(1), documents),
    Row("previous-passage", "&Previous Date in It", ("Alt+Up",), lambda do: do.review.step_passage(-1), documents),
    Row("ignore-like", "Ignore Dates &Like This…", (), lambda do: do.ignoring.ignore_like(), documents),
    Row("ignore-rules", "Dates to &Ignore…", (), lambda do: do.ignoring.show_rules()),
    line("document-3"),
    Row("find-again", "&Find Events in All Again…", (), lambda do: do.reading.find_again(), documents),
    Row("check-quotes", "Chec&k All Quotes", (), lambda do: do.reading.check_quotes(), documents),
    Row("show-bin", "&Bin…", (), lambda do: do.bin.show_bin()),
)
