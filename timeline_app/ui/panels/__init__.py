"""What stands beside the timeline.

To add one, write a widget as ``panel.Panel`` describes it and name it in ``PANELS`` (``docs/how-to-add-a-panel.md``);
the window places it, remembers its width and puts a way to show and hide it in the View menu.
"""

from __future__ import annotations

from timeline_app.ui.panels.found import FoundPanel
from timeline_app.ui.panels.history import HistoryPanel
from timeline_app.ui.panels.panel import Panel, PanelKind, Side
from timeline_app.ui.panels.source import SourcePanel
from timeline_app.ui.panels.sources import SourcesPanel

__all__ = ["PANELS", "Panel", "PanelKind", "Side"]

PANELS = (
    PanelKind("sources", "&Sources and Filters", "Sources", Side.LEFT, "", 210, SourcesPanel),
    PanelKind("found", "Search &Results", "Found", Side.LEFT, "", 210, FoundPanel),
    PanelKind("history", "&History", "History", Side.LEFT, "", 210, HistoryPanel),
    PanelKind("source", "Source &Panel", "Source", Side.RIGHT, "Q", 440, SourcePanel),
)
