"""Timeline: documents in, sourced events on a zoomable time axis out."""
