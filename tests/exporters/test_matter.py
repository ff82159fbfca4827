"""No picture shows what is private."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.exporters import ExportError, ExportOptions, export_session
from timeline_app.exporters.matter import Matter
from timeline_app.model.arrangement import CategoryId, OwnCategory
from timeline_app.model.event import Flag
from timeline_app.session import arranging, edits
from timeline_app.session.session import Session


def test_private_events_are_not_drawn(news: Session) -> None:
    secret = news.events[2]
    news.apply(edits.set_flag([secret], Flag.PRIVATE, on=True))
    matter = Matter.of(news.events, news.documents)
    assert secret.title not in [event.title for event in matter.events]
    assert len(matter.events) == len(news.events) - 1


def test_notes_are_not_drawn_unless_they_are_public(news: Session) -> None:
    news.apply(edits.set_notes(news.events[2], "Ask Ann"))
    assert Matter.of(news.events, news.documents).events[2].notes == ""
    news.apply(edits.set_notes_public([news.events[2]], on=True))
    assert Matter.of(news.events, news.documents).events[2].notes == "Ask Ann"


def test_nothing_is_drawn_of_private_documents_alone(news: Session, tmp_path: Path) -> None:
    news.apply(edits.set_private(news.documents[0], on=True))
    with pytest.raises(ExportError, match="private"):
        export_session(news, tmp_path / "out.svg", ExportOptions())
    assert list(tmp_path.iterdir()) == []


def test_the_users_own_categories_have_their_hues(news: Session, tmp_path: Path) -> None:
    news.apply(arranging.add(OwnCategory(CategoryId("own"), "Weather", "#b00b69", "W")))
    news.apply(edits.set_category([news.events[0]], "Weather"))
    path = tmp_path / "out.svg"
    export_session(news, path, ExportOptions())
    assert "#b00b69" in path.read_text(encoding="utf-8")
