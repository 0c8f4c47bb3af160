"""Time on and around the day: coming and being late, what is on and has just been, parts of a day, and lengths."""

from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Context, Outcome
from bot.loading.folder import load_facts
from bot.loading.languages import load_speeches, load_topics
from tests.core.worlds import SEOUL, real_knowledge

DATA = Path(__file__).parents[1] / "data"
REFUSED = (Outcome.NOT_ANNOUNCED, Outcome.UNKNOWN, Outcome.UNCONFIRMED)


@cache
def conference() -> Knowledge:
    """Two tracks side by side on one day."""
    return Knowledge(load_facts(DATA / "developer_conference", load_topics()), load_speeches())


@cache
def two_days() -> Knowledge:
    """A conference of two days."""
    return Knowledge(load_facts(DATA / "another_seminar", load_topics()), load_speeches())


def ask(question: str, now: str, knowledge: Knowledge) -> tuple[Outcome, str]:
    reply = answer(question, knowledge, datetime.fromisoformat(now).replace(tzinfo=SEOUL), Context())
    return reply.outcome, "\n".join(reply.lines)


EVE = "2020-09-24T15:00"


@pytest.mark.parametrize(
    ("question", "now", "said", "not_said"),
    [
        # by when to come: the start of what one comes for, not the end
        ("낼은 몇시까지 가야됨?", EVE, "14:00까지", "16:10"),
        ("내일 몇 시까지 도착하면 되나요", EVE, "14:00까지", "16:10"),
        ("what time do I have to be there tomorrow?", EVE, "14:00", "16:10"),
        ("대구 광주 발표만 듣고 나올 건데 몇 시에 맞춰 가면 될까요", EVE, "14:10", "14:00"),
        ("토론만 볼 건데 몇 시까지 가면 돼요", EVE, "15:20", "14:00"),
        ("쉬는 시간 끝나고 몇 시까지 들어와야 해요", "2020-09-25T14:00", "15:20", "15:10"),
        ("when do we resume?", "2020-09-25T15:15", "15:20", "14:00"),
        # late: from the start until then
        ("저 20분 늦을 것 같은데 앞에 뭐 놓쳐요?", "2020-09-25T13:35", "주제발표", "토론"),
        ("10분 지각하면 뭘 놓치게 되나요", EVE, "인사말씀", "주제발표"),
        ("I'll be 20 minutes late, what will I miss?", "2020-09-25T13:00", "Presentations", "Discussion"),
        ("I'll only get in around 3:30, what will I catch?", "2020-09-25T13:00", "Discussion", "Presentations"),
        ("if i get there half an hour from now what's happening", "2020-09-25T14:54", "Discussion", "not announced"),
        ("지금 출발하면 30분 걸리는데 뭐 하고 있을까요", "2020-09-25T14:30", "15:00에는 주제발표", "토론"),
        ("did i miss it??", "2020-09-26T10:00", "over", "Just before"),
        ("메가시티 발표 놓쳤나요", "2020-09-25T15:40", "이미 끝났습니다", "진행 중"),
        # now and just now
        ("방금 뭐 시작한 거예요", "2020-09-25T14:05", "인사말씀", "참석자 소개"),
        ("방금 끝난 거 뭐였어요", "2020-09-25T15:21", "휴식", "토론"),
        ("방금 들어왔는데 뭔 순서임?", "2020-09-25T14:12", "주제발표", "인사말씀"),
        (
            "are we on the talks yet or still the opening remarks?",
            "2020-09-25T14:25",
            "): Presentations",
            "not started",
        ),
        ("지금 자리 뜨면 사진 못찍음?", "2020-09-25T14:55", "16:05", "공지되지"),
        ("how many minutes of the panel are left?", "2020-09-25T15:30", "30 minutes", "40 minutes"),
        ("how many days to go?", "2020-09-22T15:00", "3 days", "Still to come"),
        ("바로 다음 순서 진행 기관?", "2020-09-25T15:30", "국토연구원", "윤정란"),
        ("기념사진은 맨 처음에 찍는 거죠", EVE, "16:05", "윤정란"),
        ("오후에 누가 나와요", EVE, "윤정란", "소개"),
        # dates
        ("is it this week or next week?", EVE, "25 Sep", "Next:"),
        ("이번 주예요 다음 주예요?", EVE, "9월 25일", "다음은"),
        ("주말이에요 평일이에요?", EVE, "(금)", "다음은"),
        # lengths
        ("총 두 시간은 넘죠?", EVE, "2시간 10분", "아니요"),
        ("토론이 발표보다 길어요?", EVE, "1시간", "아니요"),
        ("쉬는 건 몇 분", EVE, "10분", "2시간"),
        ("does it run past 4pm?", EVE, "16:10", "Closing remarks"),
        ("3:15 pm이면 쉬는 중인가요", EVE, "휴식", "주제발표"),
        ("중간에 잠깐 나갔다 올 만한 때가 언제예요", EVE, "15:10", "14:00"),
    ],
)
def test_time_is_told_as_it_is_meant(question: str, now: str, said: str, not_said: str) -> None:
    outcome, text = ask(question, now, real_knowledge())
    assert outcome is Outcome.ANSWER, text
    assert said in text
    assert not_said not in text


@pytest.mark.parametrize(
    "question",
    [
        "문 몇 시에 열어요? 미리 가서 앉아 있으려고", "when do the doors open?", "자리 몇 개 남았어요",
        "늦게 가도 되나요", "each talk 15 minutes?",
        "발제 한 사람당 몇 분씩 하나요?", "토론은 누가 제일 먼저 발언해요?",
        "who speaks first in the panel?", "다음 달에도 세미나 있나요",
    ],
)  # fmt: skip
def test_what_was_not_announced_of_time_is_not_made_up(question: str) -> None:
    outcome, text = ask(question, EVE, real_knowledge())
    assert outcome in REFUSED, text


@pytest.mark.parametrize(
    ("question", "now", "said", "not_said"),
    [
        ("지금 두 방에서 각각 뭐 하고 있어요?", "2026-05-16T14:10", "챗봇", "한밭"),
        ("what's on in each room right now?", "2026-05-16T14:10", "3 a.m.", "Dasom"),
        ("오전에 뭐 해요", "2026-05-15T10:00", "환영사", "트랙"),
        ("오후에 나래실에선 뭐 해요", "2026-05-15T10:00", "챗봇", "새벽"),
        ("which talks are in Narae Room?", "2026-05-15T10:00", "chat bot", "monolith"),
        ("점심 먹고 나면 뭐 있어여", "2026-05-16T11:00", "13:20", "도시락"),
        ("문 몇 시에 열어요", "2026-05-15T10:00", "09:00", "공지되지"),
    ],
)
def test_rooms_and_halves_of_a_day_narrow_the_programme(question: str, now: str, said: str, not_said: str) -> None:
    outcome, text = ask(question, now, conference())
    assert outcome is Outcome.ANSWER, text
    assert said in text
    assert not_said not in text


@pytest.mark.parametrize(
    ("question", "now", "said", "not_said"),
    [
        ("what's on tomorrow morning?", "2026-05-13T20:00", "10:00", "13:30"),
        ("첫날 오후 일정", "2026-05-12T09:00", "13:30", "10:30"),
        ("what time should I be there tomorrow?", "2026-05-13T20:00", "10:00", "12:30"),
        ("How long is the second day?", "2026-05-12T09:00", "2 h 30 min", "2 days"),
        ("칠면초 발표랑 같은 시간에 다른 방에서는 뭐 해요", "2026-05-12T09:00", "오동도실", "동백홀"),
    ],
)
def test_a_day_narrows_the_programme(question: str, now: str, said: str, not_said: str) -> None:
    outcome, text = ask(question, now, two_days())
    assert outcome is Outcome.ANSWER, text
    assert said in text
    assert not_said not in text
