"""Several things asked in one message: each is answered, in order, and what is not held is said beside the rest."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge


def ask(question: str, knowledge: Knowledge | None = None) -> tuple[str, str]:
    now = datetime(2020, 9, 24, 15, 0, tzinfo=SEOUL)
    reply = answer(question, knowledge or real_knowledge(), now, Context())
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
        ("how long's the panel and who's moderating", ["40 minutes", "Kang"]),
        ("how long'll the panel be and who's chairing it", ["40 minutes", "Kang"]),
        ("how long's the break and when's the panel?", ["10 minutes", "15:20"]),
        ("when's the panel, how long's it and who's in the chair", ["15:20", "40 minutes", "Kang"]),
        ("when does it start and who do I call if something breaks?", ["14:00", "044-201-3651"]),
        ("radio here. when does the embargo end and who should I phone if smth goes sideways", ["11:00", "044-201"]),
        (
            "hi, wire reporter here. when exactly does the embargo lift for us and who do i ring if sth's unclear?",
            ["11:00", "044-201-3651"],
        ),
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
        ("how long's talk 2 and who's giving it", "Kim Eun-ran", "Yoon"),
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


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("how long's lunch and when's the dinner", ["1 h 15 min", "18:00"]),
        ("how long's the opening address and who's giving it?", ["10 minutes", "Chae Man-seok"]),
        ("where's the keynote and who do i ring if sth's wrong", ["Grand Auditorium", "042-555-0110"]),
    ],
)
def test_every_part_is_answered_of_another_seminar(question: str, facts: list[str]) -> None:
    outcome, text = ask(question, load_knowledge(Path("tests/data/railway_seminar")))
    assert outcome == "answer", text
    assert all(fact in text for fact in facts), text
