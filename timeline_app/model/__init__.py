"""The frozen values everything else is made of; standard library only.

Ranges are half-open everywhere: ``[start, end)``. Text positions are Unicode code points, times are seconds from
1970-01-01T00:00:00 as written (civil time), proleptic Gregorian, astronomical years (1 BC is year 0).
"""
