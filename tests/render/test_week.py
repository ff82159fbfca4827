from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from timeline_app.layout.ticks import Week
from timeline_app.render.week import week_of


@pytest.mark.parametrize(
    ("locale", "week"),
    [
        ("en_GB", Week(0, (5, 6))), ("de_DE", Week(0, (5, 6))), ("en_US", Week(6, (5, 6))), ("ar_EG", Week(5, (4, 5))),
        ("he_IL", Week(6, (4, 5))), ("fa_IR", Week(5, (4,))),
    ],
)  # fmt: skip
def test_the_week_is_that_of_the_locale(locale: str, week: Week) -> None:
    assert week_of(QLocale(locale)) == week
