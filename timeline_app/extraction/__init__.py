"""Documents in, temporal expressions and proposed events out, all with their spans."""
