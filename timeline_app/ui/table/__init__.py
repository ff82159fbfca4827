"""The events as a table ("Chronology"): ordered, chosen and edited by row and cell, in step with the timeline.

``fields`` are its columns, ``order`` puts a million events in order by any of them, ``model`` decodes only the rows
that are looked at, ``view`` is the widget. It reads the session and says what it was asked for, and ``commands.table``
does it. To add a column, add a ``Field``.
"""
