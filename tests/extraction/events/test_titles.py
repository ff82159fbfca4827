"""Titles are the clause of the date in the source's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.marked import titles_of
from timeline_app.extraction.events.writing import LONGEST, capitalised, plain

TITLES = {
    "leading date": ("On {Tuesday}, the army left Paris.", ["The army left Paris"]),
    "trailing date": ("The army left Paris on {Tuesday}.", ["The army left Paris"]),
    "date inside": ("The army on {Tuesday} left Paris.", ["The army left Paris"]),
    "no opening conjunction": ("But the army left Paris on {Tuesday}.", ["The army left Paris"]),
    "apposition": ("Mary Smith, the mayor of Lyon, resigned on {Tuesday}.", ["Mary Smith resigned"]),
    "apposed name": ("The mayor of Lyon, Mary Smith, resigned on {Tuesday}.", ["Mary Smith resigned"]),
    "relative clause": (
        "Mary Smith, who fled in {1998}, was arrested on {Tuesday}.", ["Mary Smith fled", "Mary Smith was arrested"],
    ),
    "relative clause without commas": (
        "The man who shot the mayor was arrested on {Tuesday}.", ["The man was arrested"],
    ),
    "progressive": ("The rebels have been retreating since {Tuesday}.", ["The rebels retreating"]),
    "passive keeps its verb": ("Five people were killed in Lyon on {Tuesday}.", ["Five people were killed in Lyon"]),
    "noun with its year": ("He has ruled since the {1969} coup.", ["1969 coup"]),
    "battle with its year in brackets": (
        "The war ended after the Battle of Lyon ({1969}) and much grief.", ["Battle of Lyon"],
    ),
    "possessive date": ("{Tuesday}'s attack killed five people.", ["Attack killed five people"]),
    "two clauses": (
        "The army left Paris on {Tuesday} and the rebels entered it on {Wednesday}.",
        ["The army left Paris", "The rebels entered it"],
    ),
    "attribution left out": (
        "The rebels entered Paris on {Tuesday}, according to the mayor.", ["The rebels entered Paris"],
    ),
    "abbreviation": ("The U.N. sent help to the U.S. on {Tuesday}.", ["The U.N. sent help to the U.S."]),
    "statement": ("The mayor said on {Tuesday} that the army had left Paris.", ["Mayor: the army had left Paris"]),
    "statement first": ("The army had left Paris, the mayor said on {Tuesday}.", ["Mayor: the army had left Paris"]),
    "quoted statement": (
        'John Smith told reporters on {Tuesday} that the army was "utterly finished" and had left Paris.',
        ["Smith: the army “utterly finished”"],
    ),
    "denial": (
        "The mayor denied on {Tuesday} that the army had left.", ["The mayor denied that the army had left"],
    ),
    "impersonal statement": ("The army had left Paris, it was confirmed on {Tuesday}.", ["The army had left Paris"]),
    "particle": ("The money was thrown out on {Tuesday}.", ["The money was thrown out"]),
    "event spoken of": ("They condemned the attack on Paris in {1998}.", ["Attack on Paris"]),
    "chronology entry": ("{1969}: Coup in Libya and unrest", ["Coup in Libya and unrest"]),
    "chronology entry with a verb": ("{1969} – Smith seizes power in Libya", ["Smith seizes power in Libya"]),
    "infinitive": ("She refused on {Tuesday} to become ambassador.", ["She refused to become ambassador"]),
    "coordinated verbs": ("Smith resigned and fled to London on {Tuesday}.", ["Smith resigned and fled to London"]),
    "participle with its noun": ("They broke a treaty signed in {1969}.", ["A treaty was signed"]),
    "noun behind a place": (
        "For papers in Lyon the {1969} coup was further evidence that the army was weak.", ["1969 coup"],
    ),
    "owner of a name": (
        "The trial of former Lyon mayor Ann Smith began on {Tuesday}.", ["Trial of former Lyon mayor Ann Smith began"],
    ),
    "head of state before its name": (
        "The Polish head of state Mary Smith left Paris with the whole army of the north on {Tuesday}.",
        ["Mary Smith left Paris with the whole army of the north"],
    ),
    "company behind what it is": ("On {Tuesday} steel giant Acme bought Zenith.", ["Steel giant Acme bought Zenith"]),
    "compound before a preposition": (
        "A full-blooded bidding war for the company moved closer on {Tuesday}.",
        ["Full-blooded bidding war for the company moved closer"],
    ),
    "demonstrative": ("That new campaign ended on {Tuesday}.", ["New campaign ended"]),
    "relative clause before a verb": (
        "The company, which makes steel, accounted for the loss on {Tuesday}.", ["The company accounted for the loss"],
    ),
    "members of a list named aside": (
        "Several papers, including the Lyon Times, met on {Tuesday} in Paris.", ["Several papers met in Paris"],
    ),
    "driver for a company": ("They met a driver for Acme who was shot on {Tuesday}.", ["A driver for Acme was shot"]),
    "not merely barely": ("The army barely left Paris on {Tuesday}.", ["The army barely left Paris"]),
    "verb that leans on what follows": (
        "Smith was quoted on {Tuesday} by the Lyon papers as saying that the army of the north had left the town.",
        ["Smith was quoted by the Lyon papers"],
    ),
    "what a disease is let do": (
        "On {Tuesday} the late answer of the mayor let the disease spread through the schools and houses of the town.",
        ["The late answer of the mayor let the disease spread"],
    ),
    "office and country": (
        "George Smith was sworn in as president of the United Northern States and Islands on {Tuesday}.",
        ["George Smith was sworn in as president"],
    ),
    "no end in saying": (
        'Smith made a half-hearted retraction on {Tuesday}, saying: "Maybe the army should not have left the town."',
        ["Smith made a half-hearted retraction"],
    ),
    "part of a year": ("The war began in the dying months of {1998} and spread.", ["The war began and spread"]),
    "they": (
        "Polish forces took Minsk on {Tuesday} and on {Wednesday} they used tanks.",
        ["Polish forces took Minsk", "Polish forces used tanks"],
    ),
    "they, of two": ("The rebels fought the soldiers and on {Tuesday} they left.", ["They left"]),
    "it said of itself": ("Acme Corp. said it will report a loss on {Wednesday}.", ["Acme Corp will report a loss"]),
    "it of no speaker": ("Evidence emerged that it had moved to Paris on {Tuesday}.", ["It had moved to Paris"]),
    "subject lost": ("They fear the attacks that hit polls in {January}.", [""]),
    "said nothing": ("Doris Smith said it on {Tuesday}.", [""]),
    "possessive date before a noun": (
        "The mayor praised the army at {Friday}'s meeting with the unions.",
        ["The mayor praised the army at the meeting with the unions"],
    ),
    "event with its own date": ("They condemned the {July 7, 2005} bombings in London.", ["Bombings in London"]),
    "meeting of a day": (
        "At a {Jan. 14} meeting the council approved the plan.", ["The council approved the plan"],
    ),
    "who of a place": (
        "A woman from the Cape who returned from Mexico on {Tuesday} is ill.",
        ["A woman from the Cape returned from Mexico"],
    ),
    "who of a list": (
        "Poland and Hungary, who were invited to join in {1997}, will join soon.",
        ["Poland and Hungary were invited to join"],
    ),
    "relative clause of people": (
        "Men who visited the villa {last week} reported that it was empty.", ["Men visited the villa"],
    ),
    "clause before a pronoun": ("When the office was empty in {1998} I went to Rome.", ["The office was empty"]),
    "verb before “and”": (
        "The plan was declared effective and the company will begin mailing on {Wednesday}.",
        ["The company will begin mailing"],
    ),
    "opening participle": (
        "Born in Leeds in {1946}, Robin Cook went to school in Paris.",
        ["Robin Cook was born in Leeds"],
    ),
    "told without a speaker": (
        "The school was informed on {Wednesday} that a boy had died.", ["The school was informed that a boy had died"],
    ),
    "phrase before “held”": (
        "In the referendum on the pact held in {1962} the voters approved it.", ["The voters approved it"],
    ),
    "only a date and an aside": (
        "The deadline for a draft is {Wednesday}, giving parliament time.", ["Deadline for a draft"],
    ),
    "no end before “of”": (
        "The index fell on {Friday} on a lack of any substantial buying interest in the big shares of German banks.",
        ["The index fell on a lack of any substantial buying interest"],
    ),
    "date of an event before": ("A man has been arrested over bombings in Kenya {last year}.", ["Bombings in Kenya"]),
    "clause begun": (
        "Officials concluded on {Tuesday} that James Kopp, an impassioned and nomadic opponent of the law, fled.",
        ["Officials: James Kopp fled"],
    ),
    "a year for its subject": (
        "The army could not go on, and so {1987} saw little land change hands.", ["1987 saw little land change hands"],
    ),
    "crew": (
        "The cruiser shot down the plane with the loss of all passengers and crew on {Tuesday}.",
        ["Cruiser shot down plane with loss of all passengers and crew"],
    ),
    "lead-in": ("Still strong  The army left Paris on {Tuesday}.", ["The army left Paris"]),
    "credit before": ("Photograph: Jo Low/AP Rebels killed fourteen on {Tuesday}.", ["Rebels killed fourteen"]),
    "spaced letters": ("The record B O L T was sold in Lyon on {Tuesday}.", ["The record B O L T was sold in Lyon"]),
    "headline before": ("Blast in Lyon kills 14 A bomb killed fourteen on {Tuesday}.", ["A bomb killed fourteen"]),
    "parted by a bare date": (
        "The company's announcement {Friday} of a loss showed that it is weak.", ["Company's announcement of a loss"],
    ),
    "failure to": (
        "They were saddened by the failure of the army {last week} to hold Paris.",
        ["Failure of the army to hold Paris"],
    ),
    "event before a year": ("After the sinking of the Lusitania in {1915}, they left.", ["Sinking of the Lusitania"]),
    "day of an event spoken of": ("They condemned the {Jan. 14} bombing in Lyon.", ["Bombing in Lyon"]),
    "day of a subject": ("The {Jan. 14} attack killed five people.", ["The attack killed five people"]),
    "places in the subject": (
        "The attacks {Tuesday} at the embassies in Nairobi, Kenya, and Dar es Salaam, Tanzania, killed 257 people.",
        ["Attacks at the embassies killed 257 people"],
    ),
    "main clause after a relative": (
        "On {Tuesday} the plan, which said what the army wanted to do, was published.", ["The plan was published"],
    ),
    "date between subject and verb": (
        "The plan was lost even after a court {Tuesday} refused to stop it all.", ["A court refused to stop it all"],
    ),
    "date between auxiliary and verb": (
        "The bankers were {yesterday} given permission to leave.", ["The bankers were given permission to leave"],
    ),
    "chain of appositions": (
        "Babylon, capital of the empire, site of the tower and the gardens, was found in {1899}.",
        ["Babylon was found"],
    ),
    "finite behind an apposition": (
        "Since Acme Group, an army supplier, started a strike in {1992}, it has been weak.",
        ["Acme Group started a strike"],
    ),
    "which of a name": (
        "They work with the Bank of China, which opened an office in {1998}.", ["The Bank of China opened an office"],
    ),
    "who of a school": (
        "A pupil from the school, who visited Rome in {January}, is ill.", ["A pupil from the school visited Rome"],
    ),
    "shorter subject rather than no “of”": (
        "French and British troops invaded the German protectorate of Togoland on {Tuesday}.",
        ["Troops invaded the German protectorate of Togoland"],
    ),
    "infinitive that the verb wants": (
        "The council decided on {Tuesday} at its long meeting in the old town hall to invite the three eastern towns.",
        ["The council decided to invite the three eastern towns"],
    ),
    "no verb of saying at the end": (
        "The mayor raised the level from four to five on {Tuesday} and said: it is late.",
        ["The mayor raised the level from four to five"],
    ),
    "between two": (
        "The airline will double its flights between Australia and the great and growing cities of India by {January}.",
        ["The airline will double its flights"],
    ),
    "particle at the end": ("The war was declared over in {1998}.", ["The war was declared over"]),
    "soon after": ("The fight took place shortly after {Tuesday}.", ["The fight took place"]),
    "alone": ("Sixty people left {last week} alone.", ["Sixty people left"]),
    "only said": ("The paper said in an editorial on {Tuesday}:", [""]),
    "only told": ("Smith told reporters on {Tuesday}.", [""]),
    "quoted whole": (
        '"You think you know somebody," his father told the paper on {Tuesday}.',
        ["His father: “You think you know somebody”"],
    ),
    "vote": ("The House voted 218-116 on {Tuesday}.", ["The House voted 218-116"]),
    "now": ("The rebels are retreating since {Tuesday}.", ["The rebels are retreating"]),
    "joined infinitive": (
        "Smith said on {Tuesday} that he would step down and take up the offer.",
        ["Smith: he would step down and take up the offer"],
    ),
    "not disclosed": (
        "He spoke of meetings not disclosed {last week} by the mayor.",
        ["He spoke of meetings not disclosed by the mayor"],
    ),
    "who of a description": (
        "John Smith was a painter who lived in Paris in {1998}.", ["John Smith lived in Paris"],
    ),
    "who testified before": (
        "None of the officers who testified before the Senate committee {last year} admitted the theft.",
        ["The officers testified before the Senate committee"],
    ),
    "participles after a preposition": (
        "Smith visited Lyon in {1998} to count cases of wounded and bereaved men.",
        ["Smith visited Lyon to count cases of wounded"],
    ),
    "second verb of saying": (
        "Smith said on {Tuesday} that some men are leaving Paris, but insisted that all is well.",
        ["Smith: some men are leaving Paris"],
    ),
    "what a noun wants before a place": (
        "The council imposed a ban on {Tuesday} in the old towns of the far north on the sale of weapons.",
        ["The council imposed a ban on the sale of weapons"],
    ),
    "what a verb wants behind its object": (
        "The mayor urged all the schools of the town on {Tuesday} at a long meeting to help the army.",
        ["The mayor urged all the schools of the town to help the army"],
    ),
    "second object": (
        "The mayor gave the council, an old body, a list of the names on {Tuesday}.",
        ["The mayor gave the council, an old body, a list of the names"],
    ),
    "last name where there is no room": (
        "On {Tuesday} the northern council asked General John Peter Smith to leave the old town of Lyon at once.",
        ["Northern council asked General Smith to leave town of Lyon"],
    ),
    "no articles where there is no room": (
        "On {Tuesday} the northern council rejected the third report on the state of the schools.",
        ["Northern council rejected third report on state of schools"],
    ),
    "“a series of” before a noun": (
        "The mayor announced on {Tuesday} a long series of attacks on the northern embassies and houses.",
        ["The mayor announced attacks on northern embassies and houses"],
    ),
    "no modifier before a noun": (
        "Shares fell on {Tuesday} on a lack of any buying interest.", ["Shares fell on a lack of any buying interest"],
    ),
    "verb in -ing that is a noun": (
        "The report showed active overseas selling on {Tuesday} and left fears.",
        ["The report showed active overseas selling"],
    ),
    "beside another clause": (
        "The town fell on {Tuesday}, while the left column made for Lyon.", ["The town fell"],
    ),
    "idiom": (
        "The company won a big shot in the arm on {Tuesday} with orders for more than two hundred ships.",
        ["The company won a big shot in the arm"],
    ),
    "title of a work before a noun": (
        'The group started "Spring of Life" demonstrations on {Tuesday}.',
        ["The group started “Spring of Life” demonstrations"],
    ),
    "second of two between": (
        "They spoke of {last week}'s interview between Ann Smith and the mayor.",
        ["Interview between Ann Smith and the mayor"],
    ),
    "described twice": (
        "Two bases reported no suspected or confirmed cases of flu on {Tuesday}.",
        ["Two bases reported no suspected or confirmed cases of flu"],
    ),
    "noun that is a verb": (
        "Trade is expected to rise to nearly ten million {this year}.",
        ["Trade is expected to rise to nearly ten million"],
    ),
    "particle before “by”": (
        "The old team were shown up by their neighbours in a drubbing on {Tuesday}.",
        ["The old team were shown up by their neighbours in a drubbing"],
    ),
    "wanted first": (
        "Smith was charged on {Tuesday} with fraud by abuse of his office for allegedly taking money out of the bank.",
        ["Smith was charged with fraud by abuse of his office"],
    ),
    "active behind a name": (
        "The fact that Smith, the heir, disappeared from view in {1998} is odd.", ["Smith disappeared from view"],
    ),
    "verb behind a modal": (
        "The council will {Tuesday} offer John Smith, the old mayor of the town, the chance to leave it.",
        ["The council will offer John Smith the chance to leave it"],
    ),
    "by about so many": (
        "Smith was joined at {Tuesday}'s long ceremony in the old town hall by around 140 soldiers of the north.",
        ["Smith was joined by around 140 soldiers of the north"],
    ),
    "participle that lacks its verb": ("A ban, imposed in {1998}, was lifted.", ["A ban was imposed"]),
    "adjective behind its noun": (
        "Smith arrived on {Tuesday} with ten inspectors for a tour likely to anger the old men of the region.",
        ["Smith arrived with ten inspectors for a tour"],
    ),
    "end of a subject": (
        "The explosions at the embassies in the towns of Nairobi and Paris killed at least ten people on {Tuesday}.",
        ["Explosions at the embassies killed at least ten people"],
    ),
    "members of a number": (
        "Some 29 media workers were killed {last year}, six of them in Lyon.", ["Some 29 media workers were killed"],
    ),
    "verb parted from “will”": ("Smith will on {Tuesday} hear the verdict.", ["Smith will hear the verdict"]),
    "let do": (
        "The mayor asked all schools on {Tuesday} to help the army stop the theft of the weapons of the town.",
        ["The mayor asked all schools to help the army stop the theft"],
    ),
    "without its speaker": (
        "The health ministry of the northern island said on {Tuesday} that the old town has its first case of the flu.",
        ["The old town has its first case of the flu"],
    ),
    "due to": ("Acme is due on {Friday} to tell its staff.", ["Acme is due to tell its staff"]),
    "particle before its date": ("John Smith took over in {2002}, and is dead.", ["John Smith took over"]),
    "particle behind a pronoun": (
        'Mary Jones told us on {Tuesday}: "I think the mayor tried to cover it up because it was so dear."',
        ["Jones: “I think the mayor tried to cover it up”"],
    ),
    "first to": (
        "Mary Jones on {Tuesday} became the first woman to sail to Malta.",
        ["Mary Jones became the first woman to sail to Malta"],
    ),
    "latest of": (
        "On {Tuesday} Peter Smith became the latest victim of sporadic killings which are blamed on rival gangs.",
        ["Peter Smith became the latest victim of sporadic killings"],
    ),
    "as": ("In {January}, Smith was paraded as Miller's heir.", ["Smith was paraded as Miller's heir"]),
    "what a relative clause does not say": (
        "A court charged Smith, who was fined in {January} on two counts, with fraud, theft and forgery.",
        ["Smith was fined on two counts"],
    ),
    "but after another date": (
        "The four tabled a motion on {Tuesday}, but after {two days} of debate they met more resistance.",
        ["The four tabled a motion"],
    ),
    "participle behind own": (
        "The islands on {Tuesday} tabled a motion of their own proposing a council.",
        ["The islands tabled a motion of their own proposing a council"],
    ),
    "list behind along with": (
        "On {Tuesday} greed was a factor in land losses, along with subsidence, salt, storm events, and a flood.",
        ["Greed was a factor in land losses, along with subsidence"],
    ),
    "two that a comma parts": (
        "On {Tuesday}, a pupil in Kent, and a woman from Leeds were also confirmed as suffering from measles.",
        ["A pupil and a woman were confirmed as suffering from measles"],
    ),
    "two names and a verb that is mostly a noun": (
        "Mr Smith and Mr Jones face trial in {January}.", ["Mr Smith and Mr Jones face trial"],
    ),
    "speaker before a place": (
        'Walter Jones, chief for Hill County, Ohio, one of the worst hit areas, said on {Tuesday}: "It is over."',
        ["Jones: “It is over”"],
    ),
    "speaker with a rank": (
        "Sir John Smith QC, a spokesman, said on {Tuesday} that the army had left Paris.",
        ["Smith: the army had left Paris"],
    ),
    "moved from one to another": (
        "The report focuses on life after the transfer of power from the occupation to a council on {28 June 2004}.",
        ["Transfer of power from the occupation to a council"],
    ),
    "verb behind and for the first time": (
        "The ministry on {Tuesday} announced new charges and for the first time accused his wife of fraud.",
        ["The ministry announced new charges"],
    ),
    "just that": ("Mary Jones on {Tuesday} achieved just that.", ["Mary Jones achieved just that"]),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "titles"), TITLES.values(), ids=TITLES)
def test_a_title_is_the_clause_of_its_date(sentence: str, titles: list[str]) -> None:
    assert titles_of(sentence) == titles


def test_a_long_subject_gives_way_to_the_name_the_text_uses() -> None:
    sentence = (
        "On {Tuesday}, former foreign minister and assembly president Ali Abdussalam el-Treki refused to become the"
        " colonel's next ambassador."
    )
    assert titles_of(sentence, "Nobody asked Treki.") == ["Treki refused to become the colonel's next ambassador"]


def test_a_long_clause_ends_where_a_clause_can_end() -> None:
    sentence = (
        "On {Tuesday} the army destroyed the old bridge near the northern harbour after the rebels had tried to cross"
        " it for the third time in a week."
    )
    assert titles_of(sentence) == ["The army destroyed the old bridge near the northern harbour"]


@given(st.text(max_size=200))
def test_a_plain_title_is_never_longer_than_it_may_be(text: str) -> None:
    assert len(plain(text)) <= LONGEST + 2  # a capital can be longer than its small letter


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=30))
def test_a_plain_title_is_never_cut_in_a_word(words: list[str]) -> None:
    assert plain(" ".join(words)).lower().split() == words[: len(plain(" ".join(words)).split())]


def test_no_title_is_longer_with_its_quotation_marks() -> None:
    sentence = (
        'The backlash of the town continued on {Tuesday} with the launch of a "You do not speak for me" tour of the'
        " country and the support of many hosts."
    )
    assert all(len(title) <= LONGEST for title in titles_of(sentence))


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capitalised("“el niño” came") == "“El niño” came"
