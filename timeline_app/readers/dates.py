"""Publication dates as people and metadata files give them: an ISO date or date-time, to EDTF and no finer."""

from __future__ import annotations

import re

from timeline_app.model.temporal import EdtfError, TemporalValue, parse_edtf

_ISO = re.compile(
    r"(-?\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE | re.ASCII,
)


class DateError(ValueError):
    """A text that is no ISO date; the message is a whole sentence."""


def publication_date(text: str) -> TemporalValue:
    """The value of an ISO date or date-time; a UTC offset is kept, fractions of a second are dropped.

    Raises:
        DateError: it is something else, or no day of the calendar.

    """
    found = _ISO.fullmatch(text.strip())
    refusal = DateError(f"“{text}” is not a date like 2011-03-31 or 2011-03-31T18:30.")
    if not found:
        raise refusal
    year, month, day, hour, minute, second, zone = found.groups()
    clock = ":".join(part for part in (hour, minute, second) if part)
    try:
        return parse_edtf(f"{year}-{month}-{day}" + (f"T{clock}{(zone or '').upper()}" if clock else ""))
    except EdtfError:
        raise refusal from None
