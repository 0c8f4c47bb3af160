"""What is asked of now, of rooms, of days and of what follows: over several seminars, at many times."""

from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Context, Outcome
from bot.loading.folder import load_facts
from bot.loading.languages import load_speeches, load_topics
from tests.core.worlds import FOLDER, SEOUL

DATA = Path(__file__).parents[1] / "data"
HERE, SEA, CLINIC, CODE = FOLDER, DATA / "another_seminar", DATA / "medical_workshop", DATA / "developer_conference"


@cache
def known(folder: Path) -> Knowledge:
    return Knowledge(load_facts(folder, load_topics()), load_speeches())


def ask(folder: Path, now: str, *questions: str) -> tuple[Outcome, str]:
    context = Context()
    for question in questions:
        reply = answer(question, known(folder), datetime.fromisoformat(now).replace(tzinfo=SEOUL), context)
        context = reply.context
    return reply.outcome, "\n".join(reply.lines)


@pytest.mark.parametrize(
    ("folder", "now", "question", "said", "not_said"),
    [
        (HERE, "2020-09-25T15:30", "이제 막 들어왔는데 뭐 하는 시간이죠", "토론", "14:00"),
        (HERE, "2020-09-25T15:12", "지금 머하는 단계임", "휴식", "토론"),
        (HERE, "2020-09-25T14:30", "how far along are we?", "Presentations", "Break"),
        (HERE, "2020-09-25T15:15", "방금 끝난 건 뭐고 지금은 뭐예요", "지금(15:15)은 휴식", "토론"),
        (HERE, "2020-09-25T14:40", "지금 누가 발표하고 있어요?", "발표별 시작·종료 시각과 길이는 공지되지", "휴식"),
        (HERE, "2020-09-25T15:00", "몇 시간 남았어", "1시간 10분", "일 남았"),
        (HERE, "2020-09-25T12:00", "발표 듣고 나면 뭐 있어요", "휴식", "윤정란"),
        (HERE, "2020-09-25T12:00", "is there anything after 4:10?", "16:10", "Introduction"),
        (HERE, "2020-09-25T12:00", "How many minutes between the talks and the discussion?", "15:10–15:20", "talk 2"),
        (HERE, "2020-09-30T10:00", "지난주였죠?", "9월 25일", "폐회"),
        (SEA, "2026-05-13T20:00", "오늘 일정 다 끝났나요", "5월 14일(목) 10:00", "14:50"),
        (SEA, "2026-05-12T12:00", "10시 50분에는 뭐 하나요?", "분과 4 질의응답", "휴식"),
        (SEA, "2026-05-14T12:00", "B실에서 오늘 뭐 있어요?", "예정된 순서가 없습니다", "분과 2"),
        (SEA, "2026-05-12T12:00", "둘째 날 점심은 몇 시예요?", "5월 14일(목)에는 예정된 순서가 없습니다", "13:30"),
        (SEA, "2026-05-12T12:00", "둘째 날 첫 순서가 뭐예요?", "분과 4", "등록"),
        (SEA, "2026-05-12T12:00", "위성 발표는 첫날이에요 둘째 날이에요?", "5월 14일(목) 10:00", "네."),
        (SEA, "2026-05-12T12:00", "최윤슬 교수님 발표 둘째 날이죠?", "아니요.", "종합토론"),
        (SEA, "2026-05-12T10:00", "위성 발표랑 겹치는 발표 있어요?", "분과 4", "이하람"),
        (SEA, "2026-05-14T10:45", "크레딧 발표 지금 하나요", "취소", "진행 중"),
        (CLINIC, "2027-03-19T12:00", "1부랑 2부 사이에 뭐 있어요?", "커피 휴식", "패널토론"),
        (CODE, "2026-05-16T13:00", "나래실에서는 오전에 뭐 해요", "나래실: 오전에는 예정된 순서가 없습니다", "트랙"),
        (CODE, "2026-05-16T14:27", "가온실 지금 누가 발표해요?", "PostgreSQL", "강하람"),
        (CODE, "2026-05-16T14:10", "다음 발표는 언제 시작해요?", "14:30", "13:20"),
        (CODE, "2026-05-16T12:30", "다음 쉬는 시간은 언제예요?", "이미 끝났습니다", "다음은"),
        (CODE, "2026-05-16T10:00", "Rust 발표 20분이죠?", "네.", "하도경"),
        (CODE, "2026-05-16T10:00", "Does Morita speak at 2:40?", "Yes.", "No."),
        (CODE, "2026-05-16T08:50", "오늘 발표 시작했나요?", "아직", "이미"),
    ],
)
def test_it_is_told_as_it_stands_then(folder: Path, now: str, question: str, said: str, not_said: str) -> None:
    outcome, text = ask(folder, now, question)
    assert outcome is Outcome.ANSWER, text
    assert said in text
    assert not_said not in text


@pytest.mark.parametrize(
    ("now", "questions", "said"),
    [
        ("2020-09-25T13:00", ("토론 누가 진행해요", "끝나면 다음은 뭐예요?"), "마무리말씀"),
        ("2020-09-25T13:00", ("토론 좌장 누구예요", "그분 소속은?", "끝나면 그 다음은 뭐죠?"), "마무리말씀"),
    ],
)
def test_what_follows_is_asked_of_the_row_and_not_of_its_chair(now: str, questions: tuple[str, ...], said: str) -> None:
    assert said in ask(HERE, now, *questions)[1]


@pytest.mark.parametrize(
    ("question", "folder"),
    [
        ("지금 나가도 되나요", HERE),
        ("몇 시에 출발해야 돼요?", HERE),
        ("when should I set off?", HERE),
        ("행사장 몇 시에 닫아요?", HERE),
        ("김은란 박사 발표 정확히 몇 분에 시작해요", HERE),
        ("결과 발표는 언제 나와요", CLINIC),
    ],
)
def test_what_no_timetable_holds_is_not_told(question: str, folder: Path) -> None:
    assert ask(folder, "2020-09-25T15:25", question)[0] is not Outcome.ANSWER
