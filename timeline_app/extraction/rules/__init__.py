"""Rules that find temporal expressions, one kind of expression a module."""
