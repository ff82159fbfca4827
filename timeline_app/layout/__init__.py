"""Columns and a viewport in, a scene of plain numbers out; no Qt."""
