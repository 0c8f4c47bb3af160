"""What is asked of a talk's subject is no question about the talk: its hour and room do not answer it."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.reply import Context, Outcome, Reply
from tests.core.worlds import SEOUL, real_knowledge

BEFORE = datetime(2020, 9, 24, 15, 0, tzinfo=SEOUL)
NOT_HELD = [
    "메가시티는 언제 완성되는 건가요",
    "대구-광주 연계협력권 발전종합계획은 언제 확정됐나요",
    "메가시티에 들어가는 도시가 어디어디예요",
    "생활SOC는 어느 회사가 짓나요",
    "수도권 집중이 심하다는 근거가 뭐래요",
    "윤정란 연구원이 예로 든 도시 좀 알려줘요",
    "원도심과 연계하는 대학 이름이 나오나요? 어느 대학이죠",
    "메가시티 인구는 총 몇 명이 되나요",
    "대구 광주 특화산업이 구체적으로 무슨 산업이에요",
    "메가시티는 누가 반대하나요",
    "When will the megacity be completed?",
    "Which companies have moved to the capital area?",
    "What foreign examples does the Daegu-Gwangju talk cite?",
    "Who opposes the megacity plan?",
]
OF_THE_PROGRAMME = [
    ("메가시티 언제 해요", "14:10"),
    ("메가시티는 몇 시에 시작해요", "14:10"),
    ("메가시티 어디서 들을 수 있나요", "대회의실"),
    ("메가시티 어디예요", "대회의실"),
    ("메가시티 어디로 가면 돼요", "대회의실"),
    ("달빛동맹은 언제 다루나요", "14:10"),
    ("메가시티는 누가 발표하나요", "이관후"),
    ("혁신도시 발표 언제 끝나나요", "15:10"),
    ("When is megacity on?", "14:10"),
    ("Where is the megacity talk?", "main conference room"),
]
TOLD = [
    ("혁신도시 발제에서 원도심을 어떻게 살리자고 하나요", "생활SOC"),
    ("혁신도시 발제에서 원도심을 살릴 방법으로 내놓은 게 뭡니까", "생활SOC"),
    ("Which talk covers high-density spaces in city centres?", "Yoon"),
    ("부산 사람입니다만 우리 동남권 이야기는 어느 선생이 하시는지요", "이관후"),
    ("우리 군이 읎어질 판이라 그 소멸 땜에 여는 세미나여?", "지방 소멸"),
    ("첨부표에 'UNH'라고 된 발표자 기관, 바로잡으면 어디죠", "토지주택연구원"),
]


def ask(question: str) -> Reply:
    return answer(question, real_knowledge(), BEFORE, Context())


@pytest.mark.parametrize("question", NOT_HELD)
def test_a_detail_that_no_text_holds_is_refused(question: str) -> None:
    assert ask(question).outcome in (Outcome.UNKNOWN, Outcome.NOT_ANNOUNCED)


@pytest.mark.parametrize(("question", "told"), [*OF_THE_PROGRAMME, *TOLD])
def test_what_is_held_is_told(question: str, told: str) -> None:
    reply = ask(question)
    assert reply.outcome is Outcome.ANSWER
    assert told in " ".join(reply.lines)
