"""The project file: schema, rows, history. ``docs/file-format.md`` describes it for other programs."""
