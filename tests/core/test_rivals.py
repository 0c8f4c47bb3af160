"""Which of the words that ask is meant, where several stand in one question; and what a choice between two asks for."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge

NOT_HELD = ("unknown", "not_announced")


def ask(question: str, at: str = "15:00") -> tuple[str, str]:
    now = datetime.fromisoformat(f"2020-09-24T{at}").replace(tzinfo=SEOUL)
    reply = answer(question, real_knowledge(), now, Context())
    return reply.outcome, reply.text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("보도자료 제목 뭐라고 나갔죠", "청사진", "저성장"),
        ("엠바고 시간이 뭐라고 적혀 있죠", "11:00", "저성장"),
        ("박무익 실장이 뭐라고 했죠", "저성장", "청사진"),
        ("실장님이 앞으로 어떻게 하겠다고 하셨는지 문구 그대로 부탁드립니다", "정책화", "14:05"),
        ("what did Park Moo-ik say", "growth", "Deputy Minister for Territorial and Urban Policy, Ministry"),
        ("두 번째 인용문 알려줘", "정책화", "저성장"),
        ("첫 번째 멘트만 복사해줘", "저성장", "정책화"),
        ("두 번째 발표 제목", "혁신도시", "정책화"),
        ("인용문 몇 개예요", "2개", "저성장"),
        ("발제 네 개가 각각 무슨 얘긴지 한 줄씩 정리돼요?", "메가시티", "공지되지"),
        ("발표자별로 주제가 각각 뭐예요", "메가시티", "초광역 연계협력을"),
        ("보도자료에 나온 세미나 장소 어디죠", "대회의실", "정의경"),
        ("보도자료 낸 부서가 어디예요", "국토정책과", "대회의실"),
        ("보도자료 담당자 다 알려줘", "김기훈", "044"),
        ("보도자료 담당자 전화번호", "044", "김기훈"),
        ("이 행사 제목이 뭐예요", "균형발전 세미나", "청사진"),
        ("Please teach me the name of the hall.", "conference room", "044"),
        ("행사명하고 주제 둘 다", "균형발전 세미나", "청사진"),
        ("보도자료상 시작 시각은 몇 시로 되어 있나요", "14:00", "배포"),
        ("세미나가 목요일이에요 금요일이에요?", "9월 25일(금)", "목"),
        ("메가시티 발표는 이관후예요 양철수예요?", "이관후", "양철수"),
        ("Is the seminar on Thursday or Friday?", "Fri", "Thu"),
    ],
)
def test_the_thing_asked_is_told(question: str, told: str, untold: str) -> None:
    outcome, text = ask(question)
    assert outcome == "answer", text
    assert told in text
    assert untold not in text.partition("[보도 시점]")[0].partition("[Embargo]")[0]


@pytest.mark.parametrize(
    "question",
    [
        "세 번째 인용문은요?",
        "이관후 연구위원님 혼자서 정확히 몇 분 동안 말씀하시는지 궁금합니다",
        "김은란 위원이 말씀하는 시간은 몇 분이죠",
        "발제자들한테 시간을 똑같이 줬습니까? 한 사람당 정확히 몇 분인지 대보세요",
        "When precisely will Lee Gwan-hu begin speaking, to the minute?",
        "엠바고 깨면 어떻게 되나요",
        "엠바고가 왜 걸려 있나요",
        "I come by bicycle, is there a stand for it?",
    ],
)
def test_what_is_asked_is_not_held(question: str) -> None:
    outcome, text = ask(question)
    assert outcome in NOT_HELD, text


def test_the_minutes_until_the_embargo_lifts_are_told() -> None:
    outcome, text = ask("통신사인데 엠바고 풀리려면 몇 분 더 기다려야 해요", "10:55")
    assert outcome == "answer"
    assert "5분" in text
