"""The View menu: movement, scales, panels, habits."""

from __future__ import annotations

from timeline_app.layout.scale import ScaleKind
from timeline_app.ui.menus import eras, lanes, views
from timeline_app.ui.menus.row import CANVAS, Does, Row, line, placed, selected
from timeline_app.ui.panels import PANELS, PanelKind

_GO, _SCALE, _LOOK = "&Go", "Sc&ale", "Loo&k"


def _scale(kind: ScaleKind, text: str) -> Row:
    return Row(
        f"scale-{kind}",
        text,
        (),
        lambda do: do.view.set_scale(kind),
        placed,
        checked=lambda s: s.scale is kind,
        under=_SCALE,
    )


def _theme(choice: str, text: str) -> Row:
    return Row(
        f"theme-{choice}",
        text,
        (),
        lambda do: do.habits.set_theme(choice),
        checked=lambda s: s.theme == choice,
        under=_LOOK,
    )


def _panel(kind: PanelKind) -> Row:
    keys = (kind.key,) if kind.key else ()
    does: Does = lambda do: do.habits.toggle_panel(kind.id)  # noqa: E731 - a row's does is a function of the commands
    return Row(f"panel-{kind.id}", kind.name, keys, does, where=CANVAS, checked=lambda s: kind.id in s.panels)


ROWS = (
    Row("zoom-in", "Zoom &In", ("+", "="), lambda do: do.view.zoom(1), placed, CANVAS),
    Row("zoom-out", "&Zoom Out", ("-",), lambda do: do.view.zoom(-1), placed, CANVAS),
    Row("fit", "&Fit All", ("0",), lambda do: do.view.fit(), placed, CANVAS),
    Row("fit-selection", "&Centre, then Fit Selection", ("F",), lambda do: do.view.fit_selection(), selected, CANVAS),
    Row("go-to-date", "To a &Date…", ("Ctrl+G",), lambda do: do.view.go_to_date(), placed, under=_GO),
    Row("view-back", "&Back", ("Alt+Left",), lambda do: do.view.view_back(-1), lambda s: s.can_go_back, under=_GO),
    Row("view-on", "&Forward", ("Alt+Right",), lambda do: do.view.view_back(1), lambda s: s.can_go_on, under=_GO),
    Row("screen-left", "A Screen &Earlier", ("PgUp",), lambda do: do.view.pan_screens(-1), placed, CANVAS, under=_GO),
    Row("screen-right", "A Screen &Later", ("PgDown",), lambda do: do.view.pan_screens(1), placed, CANVAS, under=_GO),
    *views.ROWS,
    line("view-1"),
    _scale(ScaleKind.TRUE, "&True Scale"),
    _scale(ScaleKind.FOLDED, "Fold&ed"),
    _scale(ScaleKind.ORDER, "&Order Only"),
    Row("fold", "&Fold or Unfold", ("G",), lambda do: do.view.toggle_folds(), placed, CANVAS, under=_SCALE),
    Row("fold-view", "Fold This &View", ("Shift+G",), lambda do: do.view.fold_view(), placed, CANVAS, under=_SCALE),
    *lanes.ROWS,
    *eras.ROWS,
    Row("measure", "&Measure Between Two Events", ("M",), lambda do: do.measuring.measure(), placed, CANVAS),
    line("view-2"),
    *(_panel(kind) for kind in PANELS),
    Row("undated", "&Undated Shelf", ("U",), lambda do: do.habits.toggle_shelf(), lambda s: s.undated > 0, CANVAS),
    Row("pane-next", "Next Pane", ("F6",), lambda do: do.habits.next_pane(1)),
    Row("pane-previous", "Previous Pane", ("Shift+F6",), lambda do: do.habits.next_pane(-1)),
    line("view-3"),
    _theme("system", "As the S&ystem"),
    _theme("light", "&Light"),
    _theme("dark", "&Dark"),
    Row("look-line", under=_LOOK),
    Row("still", "&No Animation", (), lambda do: do.habits.switch_motion(), checked=lambda s: s.still, under=_LOOK),
    Row("wheel", "&Wheel Scrolls Rows", (), lambda do: do.habits.switch_wheel(), checked=lambda s: s.wheel_scrolls),
)  # fmt: skip
