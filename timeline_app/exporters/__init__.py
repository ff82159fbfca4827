"""Scenes and projects out to files."""
