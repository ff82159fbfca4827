"""How time is drawn, and which part of it."""

from __future__ import annotations

from timeline_app.layout.scale import ScaleKind
from timeline_app.model.wording import in_words
from timeline_app.ui.commands.group import Group

ZOOM_STEP = 1.4
_SCREEN = 0.85  # of the width, so that something seen stays in sight


class ViewCommands(Group):
    """How time is drawn, and which part of it."""

    def zoom(self, steps: int) -> None:
        """Zoom about the selected event if it is in sight, else the middle."""
        stage = self.window.stage
        stage.zoom(ZOOM_STEP**steps, stage.focus_x())

    def fit(self) -> None:
        """Show everything, with folds computed anew."""
        self.window.stage.fit()

    def fit_selection(self) -> None:
        """Centre the selected event; if it is centred already, make it as wide as the view."""
        if self.session.selection:
            self.window.stage.centre_or_fit(self.session.selection)

    def pan_screens(self, screens: int) -> None:
        """Move by most of a screen, later for positive numbers."""
        stage = self.window.stage
        stage.glide_to(stage.view.panned(-screens * _SCREEN * stage.view.width))

    def view_back(self, steps: int) -> None:
        """Back (-1) or forward (1) through the views."""
        stage = self.window.stage
        stage.go_back() if steps < 0 else stage.go_on()
        self.window.refresh_actions()

    def go_to_date(self) -> None:
        """Bring a date into the middle; make a period as wide as the view."""
        value = self.window.questions.date()
        ends = [end for end in (value.earliest, value.latest) if end is not None] if value else []
        if value is None or not ends:
            return
        start, end = ends[0], ends[-1]
        stage = self.window.stage
        beyond = stage.go_to_span(start, end) if value.is_period and start < end else stage.go_to((start + end) // 2)
        if beyond:
            self.window.note(f"The timeline {'begins after' if beyond < 0 else 'ends before'} {in_words(value)}.")

    def set_scale(self, kind: ScaleKind) -> None:
        """Draw time in another way."""
        self.window.stage.set_kind(kind)

    def toggle_folds(self) -> None:
        """Fold, or unfold to true scale."""
        folded = self.window.stage.view.kind is ScaleKind.FOLDED
        self.set_scale(ScaleKind.TRUE if folded else ScaleKind.FOLDED)

    def fold_view(self) -> None:
        """Compute the folds anew for what the view shows."""
        self.window.stage.fold_view()
