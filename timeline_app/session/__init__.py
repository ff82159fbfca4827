"""The running program without a window: project, selection, edits, jobs; no Qt."""
