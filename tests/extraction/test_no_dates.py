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
April Ryan, June Allyson and August Wilson met Autumn Reeser.
She sat in the second row for a second and took a second look.
He came second, she came third and they shared the fourth place.
They beat Arsenal 3-2 after leading 2-0 and 2-1.
The vote was 52-48, then 217-213 and later 98-2.
The Lakers won 112-98, 105-101 and 99-97.
She won 6-4, 6-7 (5-7), 7-6 (10-8).
Dial 1-800-555-1990 or 0800 1111 or 999.
Call (0) 20 7946 2010 or +1 202 456 1111.
The helpline is 0300 123 1999 at any time of need.
The Airbus A380, the Boeing 787 and the MD-80 flew.
He drove a Mazda 626, a BMW 2002 and a Porsche 911.
The iPhone 4S, Windows 95, Office 2010 and Excel 97 sold well.
The Commodore 1541 and the Atari 2600 are old.
Read Matthew 5:17, Luke 2:1-20 and Isaiah 40:31.
Surah 2:255 and verse 18 of chapter 19 say so.
See Article 5, Section 230 and Rule 1925(b).
Resolution 1441 and Resolution 2249 were passed.
Under 18 U.S.C. 1956 and 42 U.S.C. 1983 he was charged.
Case No. 2010-1234 and docket 08-1990 were closed.
Public Law 94-142 and H.R. 3200 passed.
The bus 1990 leaves from platform 1850.
The temperature fell from 30 to 12 in an hour.
They sold 1990 tickets and 2,010 programmes.
About 1,800 people and 1900 police officers were there.
The population grew from 1,950 to 2,001.
It weighs 1990 grams and is 1800 metres high.
A run of 1995 copies was printed.
It is 2010 km from here and 1812 miles from there.
He paid 1990 euros, 2000 pounds and 1850 dollars.
Shares rose 1.99 to 20.10 on the index.
The Dow closed at 1990.45 and the FTSE at 6011.
He has 20 to 30 cows and 12 or 13 sheep.
The hotel has 2015 rooms.
The HTTP error 2013 occurred on port 1980.
The code is 2004-ABC-1999 and the key XJ-1985.
Model T2000, type B1905 and class 1963b exist.
Room 1984, suite 2001 and apartment 1812 are empty.
He lives at 1910 Main Street and works at 2020 Elm Avenue.
PO Box 1990, Springfield 62701.
Zip code 20010 and postcode 2000 are near.
Channel 4, BBC 1, Radio 1 and ITV 2 reported.
Apollo 11, Soyuz 19 and Luna 9 landed.
The G20, the G8, the EU27 and the P5 met.
Formula 1, Group of 77 and Area 51 are known.
H1N1, H5N1 and COVID-19 spread.
Chapter 11 and Title IX apply.
Catch-22 and Fahrenheit 451 are novels.
He listened to "1999" by Prince and “1989” by Taylor Swift.
The film 2001: A Space Odyssey is long.
The Sunday Mirror and the Monday Club met the Wednesday Group.
Black Monday Ltd and Easter Ross are names.
Ruby Tuesday and Happy Mondays sang.
Christmas Jones and Easter Seals are names.
The Christmas tree, the Easter egg and the Halloween costume were sold.
Mr Winter, Mrs Summer and Miss Spring came.
She wore a spring dress in the summer house.
The Prague Spring Orchestra and the Fall River Herald exist.
Night fell and day broke.
Day by day and night after night nothing happened.
Good morning, good night and good afternoon.
The Night Manager and The Morning Show are series.
The day care centre and the night shift are closed.
Minute particles and minute changes are seen.
The century mark and the minute hand are there.
A decade counter and a quarter horse were sold.
He ate a quarter of a pound and half of the rest.
A third of the men and a quarter of the women left.
He gave a quarter to a beggar in the Latin Quarter.
The quarter-final and the half-time show were good.
The second half was better than the first half.
The French Quarter and the weekender bag are red.
Seven of nine, ten of twelve and six to four.
At 50, he is older than his 40-year-old wife.
She is 30 and he, 29, is younger.
The 25-year-old and the 60-something met a 7-month-old.
Ratio 10:20 and scale 1:50 and odds 3:1.
The score was 10:12 at the break.
He ran 10.20 in the heat and 9.58 in the final.
Version 2.0.1999 and build 10.12.2 are out.
IP 10.12.19.99 and MAC 20:10:12:31:10:05.
File 20101231.log and IMG-2010-12-31.jpg.
See http://example.com/2010/12/31/story and www.a1990.org.
Write to john1985@mail.com or @smith1999.
#2010 and the hashtag #May35 are tags.
The 9/10 majority and a 5/6 share.
He mixed 1/2 cup, 3/4 spoon and 2 1/4 litres.
The AK-47, the M16 and the T-34.
Route 66, Interstate 95 and the M25.
USS 1812, Flight 1990 and Train 2010.
The yen stood at 110 and the euro at 1.20.
Unit 731, Company 1914 and Brigade 1999.
The 1st Army, the 2nd Fleet and the 12th Man.
The Fourth Estate and the Fifth Column.
Call us between 11 am and 5 pm Monday to Friday.
It told of this in its year-end results and year-end profits.
"""
ROWS = [tuple(part.strip() for part in row.split("|")) for row in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_only_dates_are_read_as_dates(row: tuple[str, ...]) -> None:
    text, *dates = row
    document = Document(DocumentId("d"), "d", "d", text, "", Publication(parse_edtf("2011-03-31"), "a test"))
    found = [timex for timex in tag(document, Options("en")).expressions if timex.temporal is not None]
    assert [timex.text for timex in found] == dates
