"""A change and its inverse."""

import pytest

from timeline_app.model.change import Change, Edit, inverse
from timeline_app.model.event import Event, EventId
from timeline_app.model.temporal import parse_edtf

COUP = Event(EventId("e1"), "Qaddafi’s coup", parse_edtf("1969"), ())


def test_the_inverse_of_the_inverse_is_the_change_itself() -> None:
    change = Change("Add", (Edit(None, COUP), Edit(COUP, None)))
    assert inverse(inverse(change)) == change
    assert inverse(change).edits == (Edit(None, COUP), Edit(COUP, None))


def test_an_edit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a record"):
        _ = Edit(None, None).record
