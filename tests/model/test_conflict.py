"""Sources disagree where no moment fits both of their dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document, event
from timeline_app.model.conflict import disagreement, reports
from timeline_app.model.event import Event

LETTER = document("letter")


def _reported(*edtfs: str | None) -> Event:
    cited = [event(LETTER, "one", edtf).citations[0] for edtf in edtfs]
    return replace(event(LETTER, "one"), citations=tuple(cited))


@pytest.mark.parametrize(
    ("edtfs", "disagree"),
    [
        (("2011-03-30", "2011-03-31"), True),
        (("2011-03-30", "2011-03-30"), False),
        (("1969", "1969-05"), False),
        (("1969", "1969-05", "1970"), True),
        (("../1985", "1986"), True),
        (("1985/..", "1986"), False),
        (("2011-03-30", None), False),
        (("2011-03-30",), False),
        ((), False),
    ],
)
def test_dates_disagree_when_no_moment_fits_both(edtfs: tuple[str | None, ...], disagree: bool) -> None:  # noqa: FBT001
    assert bool(disagreement(_reported(*edtfs))) is disagree


def test_what_each_source_says_is_told_in_the_citations_order() -> None:
    said = disagreement(_reported("1970", None, "1969"))
    assert [report.value.edtf for report in said] == ["1970", "1969"]
    assert reports(_reported(None)) == ()
