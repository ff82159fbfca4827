"""The panels beside the timeline."""
