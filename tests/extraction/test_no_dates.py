"""Words and numbers that look like dates and are none, beside some that are.

Each row is a text and, after strokes, the words of the only dates in it.
"""

import pytest

from timeline_app.extraction.options import Options
from timeline_app.extraction.tagging import tag
from timeline_app.model.document import Document, DocumentId, Publication
from timeline_app.model.temporal import parse_edtf

TABLE = """
He may go. It might march on. He sat for a second. We left.
May I come in? You may. March on! They march daily to the well.
Call 555-1212-1984 or 020 7946 0958 or (212) 555-2011.
Tel. +44 20 7946 1998, fax 0171-1999-2000.
He won 3:15 to 2:10. The score was 21-14. It ended 6-4, 3-6, 7-5.
They lost 2-1 in May but won 10-9. | May
John 3:16 and Psalm 23:4 and Genesis 1:1 say so. See 1 Kings 19:12. Acts 2:38-40.
See Psalm 1990 and verse 12.
The Hague is a city. The Hague Convention was signed.
August Strindberg wrote it. August came to see us. June Carter sang.
April Jones and May Smith met. Mrs May resigned. Theresa May said so.
Mark Twain, Augusta and Augustus met Julian and Marcia.
1984 is a novel. He liked Orwell’s 1984. The film 2012 was long.
He read “1984” and "2001" in school.
1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 were played.
The ratio was 3/4. A 1/2 share. 5/8 of it. It rose by 7/16.
The address is 192.168.1.1 and 10.0.0.1990.
ISBN 978-0-14-103614-4 and ISBN 0-19-852663-6.
See report-2011-03.pdf, IMG_20110331.jpg, notes_1999.txt, v2.3.2011.
Version 4.10.2011 is out, release 10.04.2 is not.
Section 1983 of Title 42, Article 1968, Resolution 1973, Form 1040.
§ 1910.120 and Section 2(1)(b) apply.
He ran 1:59:40. He swam in 47.05. He ran a mile in 3:43.13.
See pp. 1914-1918, p. 1984, vol. 1990, No. 1776, pages 12–15, fig. 2010.
It cost $1,990. It cost 1990 dollars, £2000 or €1500.
He led 1500 people, 2,000 soldiers and 1900 men for 2000 miles.
Room 1408, Flight 1549, Route 66, Highway 1990, Platform 9, Gate 12.
A Boeing 747, his 1987 Chevrolet, a Peugeot 2008 and a Colt 1911.
They met at 1066 Hastings Street and 1600 Pennsylvania Avenue.
He lives on 17 June Street. He crossed 4 July Square.
On second thought, a third of them left. The second came. First of all, go.
Fifth Avenue, Third Reich, the First World War, the Second Amendment, 42nd Street.
The 5th Infantry and the 101st Airborne met the 7th Cavalry.
Henry the Eighth and Louis XIV died.
The Sunday Times, the Daily Telegraph and USA Today wrote it.
They watched Saturday Night Live and The Today Show.
The Good Friday Agreement, the Easter Rising and Christmas Island.
Black Friday, Bloody Sunday, Girl Friday, Ruby Tuesday and Super Tuesday.
It measures 1920x1080 in 1080p at 2400 baud on A4.
Work 24/7, fifty-fifty, with 20/20 vision in a 4x4.
The spring of water broke. The fall of Rome. He may fall.
Summer Smith, Jonny Winter and Autumn Jones met in the Winter Palace.
The temperature was 20 degrees at 5.
You can get 2.5 or 12.30 or 1.5 litres.
He is 6 years old and she is 32.
He owns 7-Eleven and Forever 21.
Windows on 4 floors; 3 and 5 of 7.
A decimal 1.5.1 and a list 1.1.1, 2.10.3.
Two plus two, one to one, nineteen seventy soldiers.
She has a PhD, an MA and 12 Sep. issues.|12 Sep.
Sun shone, the sat nav failed, he wed her, mon ami.
Dec the halls and Jan Smits, Mar Menor.
The AD came and the BC government fell.
He shot 72, 68 and 70 to win.
10:1 odds, 4:3 format, scale 1:2000.
#1990 and @1990 and user1990 and 1990s-style.|1990s
http://example.org/2011/03/31/story.html is the address.
mail@2010.example.com wrote.
The 2010-11 season was long.|2010|11
In the 1998/99 season they won.|1998|99
He left in March on foot.|March
It ended in 1990, with 1500 men.|1990
Reagan’s 1984 campaign began.|1984
It happened in May and June.|May|June
The fall of 1990 was wet.|The fall of 1990
On Sunday the Sunday Telegraph said so.|Sunday
The class of 1984 met on May 1.|1984|May 1
At 3:15 p.m. on Monday he won 3:15.|3:15 p.m. on Monday
The Hague, 5 May 1990.|5 May 1990
He was born in Augusta in August 1950.|August 1950
“In 1984” it says.|1984
He came in 2011-03-31.|2011-03-31
"""
ROWS = [tuple(part.strip() for part in row.split("|")) for row in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_only_dates_are_read_as_dates(row: tuple[str, ...]) -> None:
    text, *dates = row
    document = Document(DocumentId("d"), "d", "d", text, "", Publication(parse_edtf("2011-03-31"), "a test"))
    found = [timex for timex in tag(document, Options("en")).expressions if timex.temporal is not None]
    assert [timex.text for timex in found] == dates
