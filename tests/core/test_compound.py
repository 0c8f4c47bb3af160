"""Several things asked in one message: each is answered, in order, and what is not held is said beside the rest."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge


def ask(question: str) -> tuple[str, str]:
    now = datetime(2020, 9, 24, 15, 0, tzinfo=SEOUL)
    reply = answer(question, real_knowledge(), now, Context())
    return reply.outcome, reply.text


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("시간 장소 담당자 번호 이 세 개만 딱", ["14:00", "국토연구원", "044-201-3651"]),
        ("장소랑 시작시간", ["국토연구원", "14:00"]),
        ("장소/시간/좌장", ["국토연구원", "14:00", "강현수"]),
        ("좌장이랑 장관 이름 각각 좀", ["강현수", "김현미"]),
        ("휴식 언제부턴지랑 전체 끝나는 시간", ["15:10", "16:10"]),
        ("휴식시간하고 토론 시작 시각 좀요", ["15:10", "15:20"]),
        ("메가시티 발표 누가 하고 토론은 몇 시예요", ["이관후", "15:20"]),
        ("엠바고랑 담당자 번호", ["조간", "044-201-3651"]),
        ("윤정란 직함이랑 이관후 소속", ["수석연구원", "경남연구원"]),
        ("와이파이 되나요? 시작은 몇 시예요?", ["와이파이는 공지되지", "14:00"]),
        ("when and where is the discussion", ["15:20", "KRIHS"]),
        ("엠바고 시간하고 보도자료 제목", ["조간", "청사진"]),
        ("국토부 장관 이름이랑 실장 이름", ["김현미", "박무익"]),
        ("사진 촬영은 몇 시고 발제는 몇 시부터예요?", ["16:05", "14:10"]),
        ("when and where, and who chairs", ["14:00", "KRIHS", "Kang"]),
        ("date, venue and press contact please", ["25 Sep", "KRIHS", "044-201-3651"]),
        ("who's speaking third plus the break time", ["Lee Kwan-hu", "15:10"]),
    ],
)
def test_every_part_is_answered_in_order(question: str, facts: list[str]) -> None:
    outcome, text = ask(question)
    assert outcome == "answer", text
    places = [text.find(fact) for fact in facts]
    assert -1 not in places, text
    assert places == sorted(places), text


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("몇 시에 시작하고 주차는 되나요?", "14:00", "주차는 공지되지 않았습니다"),
        ("주차랑 장소 알려주세요", "국토연구원", "주차는 공지되지 않았습니다"),
        ("where is it and is there parking?", "KRIHS", "Parking: not announced"),
    ],
)
def test_what_is_not_held_is_said_beside_the_rest(question: str, held: str, not_held: str) -> None:
    outcome, text = ask(question)
    assert outcome == "answer"
    assert held in text
    assert not_held in text
    assert "044-201-3651" in text.splitlines()[-1]


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("토론, 몇 시예요?", "15:20", "14:00"),  # a name and what is asked of it are one question
        ("개최 일시와 장소", "14:00", "토론"),
        ("what time does Lee start speaking, to the minute", "not been announced", "Yoon"),
        ("메가시티 언제 완공되는데?", "공지되지 않았습니다", "14:10"),
        ("대구하고 광주 발표 누가 해요", "양철수", "윤정란"),
    ],
)
def test_one_question_is_not_cut(question: str, said: str, not_said: str) -> None:
    text = ask(question)[1]
    assert said in text
    assert not_said not in text
