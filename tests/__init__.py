"""The tests, in the shape of the package; `tests.records` makes values for them."""
