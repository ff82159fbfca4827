"""Which signal of which part means what: every connection between the window's parts and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.ui.canvas import TimelineCanvas
    from timeline_app.ui.commands import Commands
    from timeline_app.ui.main_window import MainWindow


def connect(window: MainWindow) -> None:
    """Join every signal of the window's parts with what it means."""
    ask, do = window.requests, window.commands
    _connect_requests(window)
    window.source_panel.text.copyAvailable.connect(window.refresh_actions)
    window.source_panel.text.addActions([window.actions_table[name] for name in ("new-from-words", "cite-words")])
    for side in window.sides.values():
        side.turned.connect(window.refresh_actions)
    window.table.chosen.connect(do.table.choose)
    window.table.edited.connect(do.table.edit)
    window.table.menu_asked.connect(do.table.menu)
    window.table.unread.connect(do.editing.keep_unread)
    window.table.rows.ranker.begun.connect(do.table.wait)
    window.stage.moved.connect(window.show_scale)
    window.stage.returned.connect(do.views.go_back_to)
    window.sieve.sifted.connect(window.show_sifted)
    window.scale_row.kind_asked.connect(do.view.set_scale)
    window.scale_row.zoom_in_asked.connect(lambda: do.view.zoom(1))
    window.scale_row.zoom_out_asked.connect(lambda: do.view.zoom(-1))
    window.scale_row.fit_asked.connect(do.view.fit)
    window.review.review_asked.connect(do.review.begin)
    window.review.accept_asked.connect(do.review.accept)
    window.review.reject_asked.connect(do.review.reject)
    window.review.later_asked.connect(do.review.later)
    window.review.edit_asked.connect(ask.edit)
    window.review.accept_all_asked.connect(do.review.accept_all)
    window.measure_bar.copy_asked.connect(do.measuring.copy)
    window.measure_bar.closed.connect(do.measuring.end)
    window.filter_bar.clear_asked.connect(do.finding.clear_filter)
    window.offer.open_asked.connect(window.projects.open_draft)
    window.offer.discard_asked.connect(window.projects.discard_draft)
    window.example.open_asked.connect(do.documents.take_example_off)
    window.changed.open_asked.connect(do.reading.read_changed_again)
    window.followers.open_asked.connect(do.dependents.move)
    window.review.closed.connect(do.review.close)
    window.source_panel.text.addAction(window.actions_table["ignore-like"])
    window.search.asked.connect(do.finding.search)
    window.search.step_asked.connect(do.finding.step_found)
    window.search.open_asked.connect(do.finding.open_found)
    window.search.left.connect(lambda: window.canvas.setFocus())  # noqa: PLW0108 - made when it is needed
    window.reports.failed.connect(window.say)
    window.reports.progressed.connect(window.show_progress)
    window.reports.idle.connect(lambda: window.show_progress(0, 0))
    window.status.cancel_asked.connect(window.reports.cancel)


def connect_canvas(canvas: TimelineCanvas, do: Commands) -> None:
    """Join every signal of the timeline with what it means."""
    canvas.clicked.connect(do.pointing.click)
    canvas.toggled.connect(do.pointing.toggle)
    canvas.extended.connect(do.pointing.extend)
    canvas.boxed.connect(do.pointing.box)
    canvas.menu_asked.connect(do.pointing.menu)
    canvas.redated.connect(do.editing.choose_date)
    canvas.lane_moved.connect(do.lanes.move)
    canvas.double_clicked.connect(do.pointing.double_click)


def _connect_requests(window: MainWindow) -> None:
    ask, do = window.requests, window.commands
    ask.select.connect(do.selection.select)
    ask.step.connect(do.selection.step)
    ask.accept.connect(do.review.accept_these)
    ask.reject.connect(do.review.reject_these)
    ask.propose.connect(do.review.propose_these)
    ask.publish.connect(do.reading.publish)
    ask.read_otherwise.connect(do.reading.read_otherwise)
    ask.read_in_order.connect(do.reading.read_in_order)
    ask.choose.connect(do.editing.choose_date)
    ask.make.connect(do.editing.new_from_date)
    ask.edit.connect(do.editing.edit)
    ask.change.connect(do.editing.change)
    ask.arrange.connect(do.events.move)
    ask.use_source_date.connect(do.editing.use_source_date)
    ask.unread.connect(do.editing.keep_unread)
    ask.new_category.connect(do.editing.new_category)
    ask.change_category.connect(do.editing.change_category)
    ask.finish.connect(do.editing.finish)
    ask.discard.connect(do.editing.discard)
    ask.set_stance.connect(do.citing.set_stance)
    ask.remove_source.connect(do.citing.remove)
    ask.remove.connect(do.bin.remove)
    ask.document_menu.connect(do.bin.open_menu)
    ask.open.connect(do.documents.open_paths)
    ask.filter.connect(do.finding.filter)
    ask.go_to_step.connect(do.history.go_to)
    ask.copy_history.connect(do.history.copy)
    ask.filter_view.connect(do.finding.filter_view)
    ask.only_found.connect(do.finding.only_found)
    ask.open_event.connect(do.finding.open_event)
    ask.show_passage.connect(do.finding.show_passage)
    ask.read.connect(do.documents.read)
