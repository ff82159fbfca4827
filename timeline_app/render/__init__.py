"""Paints scenes with QtGui, the same for window and files."""
