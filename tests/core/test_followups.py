"""What a question takes over: amounts of what was meant before, another row or number, the reason of an answer."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def conference() -> Knowledge:
    return load_knowledge(DATA / "developer_conference")


@pytest.fixture(scope="module")
def congress() -> Knowledge:
    return load_knowledge(DATA / "another_seminar")


def converse(knowledge: Knowledge, now: str, *questions: str) -> tuple[str, str]:
    context = Context()
    at = datetime.fromisoformat(now).replace(tzinfo=SEOUL)
    for question in questions:
        reply = answer(question, knowledge, at, context)
        context = reply.context
    return reply.outcome, reply.text


@pytest.mark.parametrize(
    ("questions", "said", "not_said"),
    [
        (["첫 발표자 누구야", "두번째는", "둘 다 소속 알려줘"], ["토지주택연구원", "국토연구원"], "경남"),
        (["첫번째 발표자 누구에요", "두번째는", "나머지 둘은요?"], ["이관후", "양철수"], "김은란"),
        (["첫번째 발표자 누구에요", "다른 분들은?"], ["김은란", "이관후", "양철수"], "윤정란"),
        (["윤정란 발표 제목", "다른 발표들은?"], ["혁신도시", "메가시티", "대구"], "혁신공간"),
        (["Who speaks first?", "and second?", "the other two?"], ["Lee", "Yang"], "Kim Eun-ran"),
        (["Who speaks first?", "and second?", "which institutes are both of them from?"], ["LHI", "KRIHS"], "Gyeong"),
        (["문수빈 사무관 전화번호요", "다른 번호는 없어요?"], ["044-201-4950"], "문수빈"),
        (["참석 인원을 제한해요?", "왜요?"], ["코로나"], "지방 소멸"),
        (["토론에 누가 나와요?", "그럼 기관 이름만이라도 알려주세요"], ["한국지역정책학회"], "윤정란"),
        (["윤정란 소속이 어디예요?", "거기서 무슨 주제로 발표하러 오시는 거예요?"], ["혁신공간"], "메가시티"),
        (["이관후가 누구예요?", "그분은 발제하시나요 토론하시나요?"], ["발제 3"], "좌장"),
        (["발제 1 발표자 누구예요", "2번이랑 3번은?"], ["김은란", "이관후"], "양철수"),
        (["발제 2 발표자 누구예요?", "소속은요?", "아 그리고 좌장은?"], ["강현수"], "김은란"),
        (["who gives talk 1?", "and talk 2?", "what are both of their titles?"], ["principal", "fellow"], "Yang"),
        (["발제 2 누가 해요", "그 전은요?"], ["윤정란"], "이관후"),
        (["휴식 언제예요", "토론은? 마무리는?"], ["15:20", "16:00"], "15:10"),
        (["토론 시간이랑 좌장", "그분 직함은?"], ["원장"], "장관"),
        (["발표자 누구누구 있어요?", "두번째 분 직함은요?"], ["김은란", "연구위원"], "윤정란"),
        (["발표자 누구누구 있어요?", "첫 번째 사람은 한자가 어떻게 돼요?"], ["尹貞蘭"], "김은란"),
        (["who are the speakers?", "what's the third person's job title?"], ["Lee Kwan-hu"], "Yoon"),
        (["첫번째 발표 누구예요?", "두번째는요?", "그럼 그 다음은?"], ["이관후"], "진단"),
        (["첫번째 발표 누구예요?", "두번째는요?", "그럼 그 다음은?", "그 다음은요?"], ["양철수"], "소개합니다"),
        (["윤정란 발표 제목 알려줘", "그 다음 발표자는?"], ["김은란"], "이관후"),
        (["첫번째 발표 제목이 뭐예요?", "그 다음은?"], ["혁신도시와 주변지역 연계협력방안"], "유출"),
        (["who gives the first talk?", "and the second?", "and the next one?"], ["Lee Kwan-hu"], "stresses"),
    ],
)
def test_amounts_and_others_count_from_what_was_told(questions: list[str], said: list[str], not_said: str) -> None:
    outcome, text = converse(real_knowledge(), "2020-09-24T15:00", *questions)
    assert outcome == "answer", text
    assert all(fact in text for fact in said), text
    assert not_said not in text


def test_a_number_picks_one_of_the_people_just_told() -> None:
    text = converse(
        real_knowledge(), "2020-09-24T15:00", "발표자 누구누구 있어요?", "두번째 사람은 한자가 어떻게 돼요?"
    )[1]
    assert text.startswith("김은란의 한자 표기는 공지되지 않았습니다"), text
    assert all(name not in text for name in ("윤정란", "이관후", "양철수"))


@pytest.mark.parametrize(
    "questions",
    [
        ["휴식 몇 시예요?", "왜요?"],
        ["주차 돼요?", "왜요?"],
        ["왜요?"],
        ["나머지는요?"],
        ["둘 다 소속 알려줘"],
        ["둘 다요"],
        ["both of them?"],
        ["제일 높은 사람이 누구예요"],
    ],
)
def test_what_nothing_stands_behind_is_not_guessed(questions: list[str]) -> None:
    assert converse(real_knowledge(), "2020-09-24T15:00", *questions)[0] in ("unknown", "not_announced")


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["트랙 A 어디서 해요?", "B는요?"], "나래실"),
        (["Where is track A?", "what about B?"], "Narae"),
        (["트랙 A B 방 어디예요"], "나래실"),
        (["트랙 A 발표 목록", "B도요"], "챗봇"),
        (["what talks are in track A?", "and track B?"], "chat bot"),
        (["지금 가온실에서 뭐 해요?", "나래실은?"], "챗봇"),
        (["트랙 A 몇 시예요?", "그 시간에 다른 방에서는 뭐 해요?"], "트랙 B"),
        (["행사 문의 번호 뭐예요", "취재는 다른가요?"], "042-555-0102"),
        (["Who gives the keynote?", "what's it about?"], "boundaries"),
    ],
)
def test_another_row_room_or_purpose_is_asked_the_same(conference: Knowledge, questions: list[str], said: str) -> None:
    assert said in converse(conference, "2026-05-16T14:10", *questions)[1]


@pytest.mark.parametrize(
    ("questions", "said", "not_said"),
    [
        (["분과 1 좌장 누구예요?", "3은요?"], "한서연", "서동욱"),
        (["분과 1 좌장 누구예요?", "4는 누구예요?"], "배진호", "서동욱"),
        (["분과 1, 4 좌장"], "배진호", "한서연"),
        (["분과 1 좌장 누구예요?", "나머지 분과는요?"], "배진호", "서동욱"),
        (["최윤슬 원장 소속이 어디예요?", "그분 개인 이메일은요?"], "공지되지 않았습니다", "@"),
    ],
)
def test_a_bare_number_is_the_row_of_that_number(
    congress: Knowledge, questions: list[str], said: str, not_said: str
) -> None:
    text = converse(congress, "2026-05-12T10:00", *questions)[1]
    assert said in text
    assert not_said not in text


@pytest.fixture(scope="module")
def port() -> Knowledge:
    return load_knowledge(DATA / "port_conference")


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["메가시티 얘기는 누가 하는 거예요?", "그럼 그 다음 발표자는요?"], "양철수"),
        (["인사말은 누가 하는데요", "박무익 실장이 하는 거 아니에요?"], "확인되지 않았습니다"),
        (["인사말은 누가 하는데요", "박무익 실장이 하는 거 아니에요?", "마무리 인사는?"], "국토연구원에서 맡습니다"),
        (["What's Yoon Jeong-ran's job title?", "And what does she want cities to do about it?"], "innovation spaces"),
        (["What's Yoon Jeong-ran's job title?", "How long does she get to speak?"], "have not been announced"),
        (["What is the second talk about?", "Who's giving it, and where do they work?"], "KRIHS"),
        (["What time is the group photo?", "and the remarks just before that, who gives them"], "KRIHS"),
        (["저 4시에 나가야 하는데 뭘 놓치게 되나요?"], "마무리말씀"),
    ],
)
def test_a_conversation_keeps_to_its_row_and_its_person(questions: list[str], said: str) -> None:
    assert said in converse(real_knowledge(), "2020-09-24T15:00", *questions)[1]


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["오후에 배정훈 대표 발표 있죠?"], "취소되었습니다"),
        (["완전자동화 터미널 발표 내용이 뭐예요?", "그럼 비용은 줄었대요?"], "정비 비용도 함께 늘었다고"),
        (["랜섬웨어 발표 누가 해요?", "그 다음은?"], "발제 3"),
        (["랜섬웨어 발표 누가 해요?", "그 발표에서 하자는 게 뭐예요?"], "모의훈련"),
        (["When is the wharf tour?", "What shoes do I need?"], "flat, closed shoes"),
        (["When is the wharf tour?", "Who do I call about it?"], "061-555-0184"),
    ],
)
def test_another_seminar_s_conversation_keeps_to_its_row(port: Knowledge, questions: list[str], said: str) -> None:
    assert said in converse(port, "2024-10-14T08:00", *questions)[1]


@pytest.mark.parametrize(
    ("now", "questions", "said"),
    [
        ("15:12", ("2번째 발표자 소속이랑 직함이요?", "지금 다음 순서가 뭐예요"), "토론입니다(15:20–16:00)"),
        ("15:12", ("2번째 발표자 소속이랑 직함이요?", "지금 다음은요?"), "토론입니다(15:20–16:00)"),
        ("15:12", ("2번째 발표자 소속이랑 직함이요?", "what's next now?"), "Discussion (15:20–16:00)"),
        ("15:12", ("2번째 발표자 소속이랑 직함이요?", "지금 뭐해요"), "휴식입니다(15:10–15:20)"),
        ("15:12", ("좌장 누구예요", "지금 뭐해요"), "휴식입니다(15:10–15:20)"),
        ("15:12", ("what is Yang Chul-soo's title?", "what's on now?"), "Break (15:10–15:20)"),
        ("15:12", ("좌장 누구예요", "지금 직함은요?"), "원장"),
        ("15:12", ("2번째 발표자 소속이랑 직함이요?", "다음 순서 뭐예요?"), "토론입니다(15:20–16:00)"),
        ("15:12", ("2번째 발표자 소속이랑 직함이요?", "그 다음은요?"), "이관후"),
        ("14:20", ("2번째 발표자 소속이랑 직함이요?", "다음 순서 뭐예요?"), "이관후"),
        ("09:00", ("2번째 발표자 소속이랑 직함이요?", "다음 순서 뭐예요?"), "이관후"),
        ("16:30", ("2번째 발표자 소속이랑 직함이요?", "다음 순서 뭐예요?"), "이관후"),
    ],
)
def test_what_is_on_or_next_now_is_by_the_clock_whatever_was_spoken_of(
    now: str, questions: tuple[str, str], said: str
) -> None:
    outcome, text = converse(real_knowledge(), f"2020-09-25T{now}", *questions)
    assert outcome == "answer"
    assert said in text
