"""The project file: schema, rows, history."""
