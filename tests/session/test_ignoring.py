"""A rule rejects what nobody has touched, now and in documents that come later, and gives it back when it goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document, event, ingested
from timeline_app.model.arrangement import IgnoreRule, IgnoreRuleId, Likeness
from timeline_app.model.document import Document
from timeline_app.model.event import Event, EventId, Status
from timeline_app.session import edits, ignoring
from timeline_app.session.session import Session

FIRST = document("first", "Sent: 31 March 2011\nOn 30 March 2011 he left.\nSent: 1 April 2011\nThe end of it all.")
SECOND = document("second", "Sent: 2 April 2011\nNothing happened on 30 March 2011, it says.")
SENT = IgnoreRule(IgnoreRuleId("sent"), Likeness.LINE_START, "Sent:")
DATE = IgnoreRule(IgnoreRuleId("date"), Likeness.EXPRESSION, "31 March 2011")


def dated(source: Document, words: str) -> Event:
    start = source.text.index(words)
    return event(source, f"{source.title} {words}", start=start, end=start + len(words))


MAILED, LEFT, AGAIN = (dated(FIRST, words) for words in ("31 March 2011", "30 March 2011", "1 April 2011"))
MAILED_LATER, NOTHING = (dated(SECOND, words) for words in ("2 April 2011", "30 March 2011"))
FOUND = (ingested(FIRST, MAILED, LEFT, AGAIN), ingested(SECOND, MAILED_LATER, NOTHING))


@pytest.fixture
def session() -> Session:
    made = Session()
    made.apply(edits.add_documents(FOUND))
    return made


def statuses(session: Session) -> dict[str, Status]:
    return {each.id: each.status for each in session.events}


def gone(session: Session, rule: IgnoreRule) -> tuple[Event, ...]:
    return ignoring.left_out([rule], session.events, session.document)


def test_a_rule_and_what_it_leaves_out_are_one_step(session: Session) -> None:
    found = gone(session, SENT)
    assert {each.id for each in found} == {MAILED.id, AGAIN.id, MAILED_LATER.id}
    session.apply(ignoring.ignore(SENT, found))
    assert list(session.ignore_rules) == [SENT]
    assert {name for name, status in statuses(session).items() if status is Status.REJECTED} == {
        each.id for each in found
    }
    session.undo()
    assert len(session.ignore_rules) == 0
    assert set(statuses(session).values()) == {Status.PROPOSED}


def test_a_rule_of_a_document_leaves_the_others_alone(session: Session) -> None:
    found = gone(session, replace(SENT, document=SECOND.id))
    assert [each.id for each in found] == [MAILED_LATER.id]


@pytest.mark.parametrize(
    "touched",
    [
        replace(MAILED, status=Status.ACCEPTED),
        replace(MAILED, edited=True),
        replace(MAILED, set_by_hand=True),
        replace(MAILED, citations=(*MAILED.citations, LEFT.citations[0])),
        replace(MAILED, citations=(replace(MAILED.citations[0], expressions=()),)),
        replace(MAILED, citations=()),
    ],
    ids=["accepted", "edited", "dated by hand", "told elsewhere too", "dated by no words", "without a source"],
)
def test_what_a_person_touched_or_others_tell_stays(touched: Event) -> None:
    known = {FIRST.id: FIRST}
    assert ignoring.left_out([SENT], [MAILED], known.__getitem__) == (MAILED,)
    assert ignoring.left_out([SENT], [touched], known.__getitem__) == ()


def test_a_document_read_later_is_treated_so_too() -> None:
    heeded = ignoring.heed([SENT], FOUND[1])
    assert [each.status for each in heeded.events] == [Status.REJECTED, Status.PROPOSED]
    assert ignoring.heed([], FOUND[1]) is FOUND[1]


def test_a_session_heeds_its_rules_when_documents_are_added_or_read_again(session: Session) -> None:
    session.apply(ignoring.ignore(SENT, gone(session, SENT)))
    third = document("third", "Sent: 3 April 2011\nThe end.")
    mailed = dated(third, "3 April 2011")
    session.add([ingested(third, mailed)])
    assert statuses(session)[mailed.id] is Status.REJECTED
    fresh = replace(dated(third, "3 April 2011"), id=EventId("fresh"), title="Fresh")
    session.apply(session.read_again(ingested(third, mailed, fresh)))
    assert statuses(session)[fresh.id] is Status.REJECTED


def test_a_rule_that_goes_gives_back_what_no_other_leaves_out(session: Session) -> None:
    for rule in (SENT, DATE):
        session.apply(ignoring.ignore(rule, gone(session, rule)))
    session.apply(edits.reject([session.event(LEFT.id)]))
    back = ignoring.brought_back(SENT, session.ignore_rules, session.events, session.document)
    assert {each.id for each in back} == {AGAIN.id, MAILED_LATER.id}
    session.apply(ignoring.heed_no_more(SENT, back))
    assert session.ignore_rules == (DATE,)
    assert statuses(session)[MAILED.id] is Status.REJECTED
    assert statuses(session)[AGAIN.id] is Status.PROPOSED


@pytest.mark.parametrize(
    ("rule", "first", "second"),
    [
        (SENT, True, True),
        (replace(SENT, document=SECOND.id), False, True),
        (replace(SENT, words="Posted:"), False, False),
        (replace(SENT, likeness=Likeness.LINE_SHAPE, words="Posted: 0"), True, True),
    ],
    ids=["both", "of one", "in none", "shapes are not looked for"],
)
def test_few_documents_need_be_looked_at(rule: IgnoreRule, first: bool, second: bool) -> None:  # noqa: FBT001
    assert [ignoring.may_hold(rule, source) for source in (FIRST, SECOND)] == [first, second]
