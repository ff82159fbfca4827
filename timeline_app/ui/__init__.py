"""The window: Qt shows, listens and runs; nothing is decided here."""
