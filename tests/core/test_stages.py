"""The moments that matter, of programmes of every shape."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.core.knowledge import Knowledge
from bot.core.model import Status
from bot.core.stages import stages_of
from tests.core.worlds import SEOUL, make_knowledge, make_seminar, make_session, make_talk, real_knowledge


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SEOUL)


NEXT_DAY = date(2020, 9, 26)
OPENING = make_session("opening", "10:00", "10:10")
TALKS = replace(make_session("talks", "13:00", "14:00"), kind="talks")
TALK = make_talk("one", 1, start="15:00", end="16:00")
LATE = make_session("party", "20:30", "22:00", day=NEXT_DAY)
BOTH_DAYS = make_seminar(days=(date(2020, 9, 25), NEXT_DAY))


@pytest.mark.parametrize(
    ("knowledge", "during", "after"),
    [
        (real_knowledge(), "2020-09-25T14:40", "2020-09-25T20:00"),
        (make_knowledge(OPENING, TALKS), "2020-09-25T13:30", "2020-09-25T20:00"),
        (make_knowledge(OPENING, replace(TALKS, status=Status.CANCELLED)), "2020-09-25T10:05", "2020-09-25T20:00"),
        (make_knowledge(replace(TALKS, status=Status.CANCELLED)), "2020-09-25T13:30", "2020-09-25T20:00"),
        (make_knowledge(talks=(TALK,)), "2020-09-25T15:30", "2020-09-25T20:00"),
        (make_knowledge(seminar=make_seminar(start="09:00")), "2020-09-25T09:00", "2020-09-25T20:00"),
        (make_knowledge(), "2020-09-25T12:00", "2020-09-25T20:00"),
        (make_knowledge(OPENING, LATE, seminar=BOTH_DAYS), "2020-09-25T10:05", "2020-09-26T23:00"),
    ],
)  # fmt: skip
def test_a_seminar_is_asked_about_before_during_and_after_it(knowledge: Knowledge, during: str, after: str) -> None:
    expected = {"before": at("2020-09-24T09:00"), "during": at(during), "after": at(after)}
    assert stages_of(knowledge) == expected
