"""A question that wants a yes or a no gets it first where the knowledge settles it, and the fact in any case."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.model import Text
from bot.core.polarity import is_polar
from bot.core.reading import read
from bot.core.reply import Context
from bot.loading.languages import load_speeches
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
    ("question", "first", "fact"),
    [
        ("엠바고 9월 26일 맞죠", "아니요.", "조간"),
        ("보도시점 26일 맞나요", "아니요.", "9월 24일(목) 11:00"),
        ("방송 엠바고 24일 오전 11시 맞죠", "네.", "9월 24일(목) 11:00"),
        ("방송 엠바고 24일 밤 11시 맞죠", "아니요.", "9월 24일(목) 11:00"),
        ("신문 엠바고 25일 조간 맞나요", "네.", "9월 25일(금) 조간"),
        ("신문 엠바고 25일 석간 맞나요", "아니요.", "9월 25일(금) 조간"),
        ("엠바고 9월 24일 맞죠", "통신·방송·인터넷", "조간"),  # so for one medium, not for another
        ("26일에 보도해도 되죠?", "통신·방송·인터넷: 네", "조간"),
        ("the embargo is September 26, right?", "No.", "24 Sep"),
    ],
)
def test_the_moment_of_the_embargo_is_judged_as_its_own(question: str, first: str, fact: str) -> None:
    text = say(question)
    assert text.startswith(first), text
    assert fact in text


@pytest.mark.parametrize(
    ("question", "first", "fact"),
    [
        (
            '박무익 실장이 "지역 균형발전이 최우선 과제"라고 했나요',
            "인용된 말 가운데 그런 말은 없습니다",
            "정책화 하겠다”",
        ),
        ("박무익 실장이 지방소멸은 없다고 말했나요", "인용된 말 가운데 그런 말은 없습니다", "요구되고 있다”"),
        (
            '박무익 "창의적이고 적극적인 균형발전전략이 요구된다" 이렇게 말한거 맞죠',
            "적으신 문구 그대로는 아닙니다",
            "보다 창의적이고, 적극적인 새로운 균형발전전략이 요구되고 있다”",
        ),
        ("박무익 실장이 “새로운 균형발전전략이 요구되고 있다”고 했나요", "네.", "“코로나-19"),
        ("박무익 실장이 정책화하겠다고 했나요", "박무익 국토도시실장", "정책화 하겠다”"),
        ('김현미 장관이 "집값을 잡겠다"고 했나요', "물으신 내용은 공지되지", "문의"),
        ("이관후 박사가 메가시티가 필요하다고 했나요", "물으신 그대로는 확인되지 않습니다", "메가시티"),
        ("did Park Moo-ik say that regions will not disappear?", "That is not among what is quoted", "정책화 하겠다”"),
        (
            'did Park Moo-ik say "balanced development is the top priority"?',
            "That is not among what is quoted",
            "called for",
        ),
    ],
)
def test_what_somebody_is_claimed_to_have_said_is_judged_by_its_letters(question: str, first: str, fact: str) -> None:
    text = say(question)
    assert text.startswith(first), text
    assert fact in text


@pytest.mark.parametrize(
    "question",
    ["세종에서 하는거 맞죠?", "제주에서 하는거죠?", "서울에서 하죠?", "광주에서 하는거죠?", "장소가 세종 맞나요"],
)
def test_a_city_that_is_not_announced_gets_the_venue_and_that(question: str) -> None:
    text = say(question)
    assert text.startswith("국토연구원 대회의실입니다.\n주소는 공지되지 않았습니다."), text


@pytest.mark.parametrize("question", ["is it in Sejong?", "is the seminar in Busan?", "Is the seminar in Gwangju?"])
def test_a_city_in_english_gets_the_venue(question: str) -> None:
    text = say(question)
    assert text.startswith("Korea Research Institute for Human Settlements (KRIHS), main conference room."), text
    assert "not announced" in text


@pytest.mark.parametrize(
    ("venue", "question", "opening"),
    [
        ("부산 바다회관", "부산에서 하죠?", "네."),
        ("부산 바다회관", "서울에서 하죠?", "아니요."),
    ],
)
def test_a_city_in_the_name_of_the_venue_settles_it(venue: str, question: str, opening: str) -> None:
    facts = real_knowledge().facts
    assert facts.seminar.venue
    place = replace(facts.seminar.venue, name=Text(venue))
    knowledge = Knowledge(replace(facts, seminar=replace(facts.seminar, venue=place)), load_speeches())
    assert answer(question, knowledge, NOW, Context()).text.startswith(opening)


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
