"""A question that wants a yes or a no gets it first where the knowledge settles it, and the fact in any case."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.polarity import is_polar
from bot.core.reading import read
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge

NOW = datetime(2020, 9, 24, 15, tzinfo=SEOUL)


def say(question: str) -> str:
    return answer(question, real_knowledge(), NOW, Context()).text


@pytest.mark.parametrize(
    ("question", "first", "fact"),
    [
        # parts
        ("좌장이 박무익 실장님이신가요?", "아니요.", "강현수"),
        ("좌장 강현수 원장 맞죠?", "네.", "강현수"),
        ("Is Kim Eun-ran the chair?", "No.", "강현수"),
        ("메가시티 발표는 이관후 위원이 하는 거죠?", "네.", "이관후"),
        ("메가시티 발표 김은란 씨가 하나요?", "아니요.", "이관후"),
        # posts and titles
        ("국토정책과장이 김기훈인가요?", "아니요.", "정의경 과장"),
        ("국토정책과장이 정의경 맞죠?", "네.", "정의경 과장"),
        ("정의경 국장님 맞나요?", "아니요.", "정의경 과장"),
        ("양철수는 교수인가요?", "아니요.", "책임연구위원"),
        # affiliations
        ("이관후 위원이 국토연구원 소속이에요?", "아니요.", "경남연구원"),
        ("이관후 씨는 경남연구원 맞나요?", "네.", "경남연구원"),
        ("양철수 위원 대구경북연구원 소속 맞죠?", "아니요.", "광주전남연구원"),
        ("Lee Kwan-hu is with the Busan institute, correct?", "No.", "Gyeongnam Institute"),
        # times
        ("토론 3시 시작이죠?", "아니요.", "15:20"),
        ("토론 3시 20분에 시작하는 거 맞죠?", "네.", "15:20"),
        ("끝나는 게 4시 10분 맞나요?", "네.", "16:10"),
        ("4시까지죠?", "아니요.", "16:10"),
        ("Does the break start at 3:10?", "Yes.", "15:10"),
        # places
        ("국토부 청사에서 하는 거죠?", "아니요.", "국토연구원 대회의실"),
        ("국토연구원에서 하는 거 맞죠?", "네.", "국토연구원 대회의실"),
        ("is the venue the ministry building?", "No.", "KRIHS"),
        # orders
        ("메가시티가 두 번째 발표죠?", "아니요.", "3번째"),
        ("발제 2번이 혁신도시 맞나요", "네.", "2번째"),
        ("기념사진은 맨 처음에 찍는 거죠", "아니요.", "16:05"),
        ("마지막이 폐회죠?", "네.", "16:05"),
        ("휴식 다음이 폐회인가요", "아니요.", "토론"),
        ("토론 다음이 마무리말씀 맞죠?", "네.", "16:00"),
        ("Is the discussion after the break?", "Yes.", "15:20"),
        # hosts, theme, bodies, numbers
        ("국토부 주최 맞죠?", "네.", "국토교통부"),
        ("주제가 초광역 연계협력 맞나요?", "네.", "초광역 연계협력을 통한"),
        ("토론에 한국지역정책학회도 나오죠?", "네.", "한국지역정책학회"),
        ("So there are only three talks?", "No.", "4"),
    ],
)
def test_a_claim_is_judged(question: str, first: str, fact: str) -> None:
    text = say(question)
    assert text.startswith(first), text
    assert fact in text


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("장소 정부세종청사 맞습니까?", "국토연구원 대회의실"),  # a place that the knowledge does not name
        ("주제가 스마트시티인가요", "초광역 연계협력을 통한"),
        ("국토연구원이 주최하는 거예요?", "국토교통부"),  # its name stands in the seminar's title
        ("토론에 LH도 나와요?", "토지주택연구원"),
        ("2시 시작이던가 2시 반이던가", "14:00"),
        ("이관후 연구위원 소속이 어디예요?", "경남연구원"),
        ("강현수 원장님 역할이 뭐예요?", "좌장"),
        ("박무익 실장님 유명한가요?", ""),  # says something else of a person, of which nothing is known
        ("정의경 과장님 전화 받나요?", ""),
    ],
)
def test_what_is_not_settled_gets_the_fact_alone(question: str, fact: str) -> None:
    text = say(question)
    assert not text.startswith(("네.", "아니요.")), text
    assert fact in text


@pytest.mark.parametrize(
    ("question", "wants_yes_or_no"),
    [
        ("좌장이 강현수예요", True),
        ("is it on Friday", True),
        ("on Friday, right?", True),
        ("좌장이 누구예요", False),
        ("좌장이 누규예요?", False),  # mistyped
        ("what is on Friday?", False),
        ("좌장 이름 알려 주세요", False),
    ],
)
def test_a_yes_or_no_is_wanted_where_no_word_asks_for_a_fact(question: str, wants_yes_or_no: bool) -> None:
    knowledge = real_knowledge()
    assert is_polar(read(question, knowledge, NOW), knowledge) is wants_yes_or_no
