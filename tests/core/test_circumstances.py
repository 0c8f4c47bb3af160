"""Why one asks is not what one asks: a topic of the circumstances does not take the question over."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.reply import Context, Outcome
from tests.core.worlds import SEOUL, real_knowledge


def ask(question: str, now: str = "2020-09-24T15:00") -> tuple[Outcome, str]:
    reply = answer(question, real_knowledge(), datetime.fromisoformat(now).replace(tzinfo=SEOUL), Context())
    return reply.outcome, reply.text


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("명패 만들어야 해서요. 발제자 네 분 성함이랑 직함 정리해 주세요", "양철수"),
        ("자막 넣게 이관후 직함 정확하게", "연구위원"),
        ("현수막에 쓸 두 번째 발표 제목", "혁신도시와 주변지역"),
        ("리드에 쓸 주제 문구", "초광역 연계협력"),
        ("택시 기사님한테 말할 행사장 이름", "국토연구원"),
        ("행사장 이름 좀 알려주세요 택시 타게", "국토연구원"),
        ("실장님 일정표에 넣게 시작 끝 시간만", "16:10"),
        ("카메라 세팅하게 몇 시 시작인지만", "14:00"),
        ("유튜브로 뉴스 하는 데예요 우린 언제부터 다뤄도 돼요?", "11:00"),
        ("TV crew here. when can we air it", "11:00"),
        ("I'm the interpreter. Who gives talk 3?", "이관후"),
        ("To book my train, what time does it end?", "16:10"),
        ("for my slides: who is the chair?", "강현수"),
    ],
)
def test_a_purpose_is_told_not_asked(question: str, fact: str) -> None:
    outcome, text = ask(question)
    assert outcome is Outcome.ANSWER, text
    assert fact in text


@pytest.mark.parametrize(
    "question",
    [
        "자막에 영어도 넣을 수 있나요",
        "주차하려고 하는데요",
        "주차하려는데 어디로 가요",
        "노트북 쓰게 콘센트 있어요?",
        "중계 보려고 하는데 링크 주세요",
        "I need parking for my car",
        "단상에 꽃 놓나요",
    ],
)
def test_a_topic_that_is_asked_about_stays_one(question: str) -> None:
    outcome, text = ask(question)
    assert outcome in (Outcome.NOT_ANNOUNCED, Outcome.UNKNOWN), text


@pytest.mark.parametrize(
    "question", ["지금 단상에 계신 분 누구세요?", "지금 마이크 잡은 사람 누구예요", "who is at the podium now?"]
)
def test_the_stage_is_scenery_where_it_is_asked_who_speaks(question: str) -> None:
    assert "14:10–15:10" in ask(question, "2020-09-25T14:50")[1]
