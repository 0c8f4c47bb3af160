"""What was just told is told once more in the language asked for; interpretation is told only where it is asked for."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Context, Reply
from tests.core.worlds import SEOUL, real_knowledge

NOW = datetime(2020, 9, 24, 10, 30, tzinfo=SEOUL)
QUOTED = "박무익 실장 발언 인용문 주세요"
INTERPRETING = ("통역", "nterpretation")


@pytest.fixture(scope="module")
def port() -> Knowledge:
    return load_knowledge(Path("tests/data/port_conference"))


def converse(knowledge: Knowledge, *questions: str) -> Reply:
    context = Context()
    for question in questions:
        reply = answer(question, knowledge, NOW, context)
        context = reply.context
    return reply


@pytest.mark.parametrize(
    "asked",
    [
        "영어로도 부탁",
        "영어로 주세요",
        "in English please",
        "영어 버전은요?",
        "영어로도요?",
        "그거 영어로 다시 알려줘",
        "영문으로도 부탁드려요",
        "영어로는 뭐예요?",
        "English version?",
        "can you say that in English?",
    ],
)
def test_a_quotation_is_told_in_english(asked: str) -> None:
    reply = converse(real_knowledge(), QUOTED, asked)
    assert reply.language == "en"
    assert reply.text.startswith("Park Moo-ik"), reply.text
    assert "Facing an era of a low-growth crisis" in reply.text


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("who moderates the panel?", "한국어로요"), "강현수 원장"),
        (("who moderates the panel?", "in Korean"), "강현수 원장"),
        (("when does it start?", "한글로 다시 부탁해요"), "14:00에 시작합니다"),
        (("첫 발표자 누구", "두번째는요?", "영어로도요"), "Kim Eun-ran"),
        (("첫 발표자 누구", "두번째는요?", "영어로도요", "다시 한국어로"), "혁신도시와 주변지역"),
        (("좌장이 누구예요", "고마워요", "영어로요"), "Kang Hyun-soo"),
        (("주차 되나요?", "영어로요"), "Parking: not announced"),
    ],
)
def test_whatever_was_told_last_is_told_again(questions: tuple[str, ...], said: str) -> None:
    assert said in converse(real_knowledge(), *questions).text


def test_the_conversation_goes_on_about_what_was_told_again() -> None:
    assert "국토연구원" in converse(real_knowledge(), "발제 2 누가 해요", "영어로도 부탁", "소속은요?").text


@pytest.mark.parametrize("ending", ["영어로도 부탁해요", "in English please"])
def test_another_seminar_is_told_in_english_as_if_asked_so(port: Knowledge, ending: str) -> None:
    asked = "랜섬웨어 발표 누가 해요?"
    reply = converse(port, asked, ending)
    assert reply.language == "en"
    assert reply.facts == converse(port, asked).facts
    assert "임세라 이사" in converse(port, "Who gives the ransomware talk?", "한국어로요").text


@pytest.mark.parametrize(
    "asked", ["영어로도 부탁", "영어로 주세요", "in English please", "영어 버전은요?", "한국어로요"]
)
def test_without_anything_told_it_is_asked_what_is_wanted(asked: str) -> None:
    reply = converse(real_knowledge(), asked)
    assert reply.outcome == "unknown"
    assert reply.text.startswith(("What would you like to know?", "무엇을 알려 드릴까요?"))


@pytest.mark.parametrize(
    "asked", ["통역 되나요", "영어 통역", "영어로도 되나요?", "영어로 진행하나요?", "Is it interpreted?"]
)
def test_interpreting_that_is_really_asked_for_is_told_of(asked: str) -> None:
    for before in ((), (QUOTED,)):
        reply = converse(real_knowledge(), *before, asked)
        assert reply.outcome == "not_announced"
        assert any(word in reply.text for word in INTERPRETING), reply.text


@pytest.mark.parametrize(
    ("question", "said"), [("좌장 이름 영어로 어떻게 써요", "Kang Hyun-soo"), ("좌장 누구인지 영어로 알려줘", "강현수")]
)
def test_a_question_of_its_own_is_answered_itself(question: str, said: str) -> None:
    assert said in converse(real_knowledge(), QUOTED, question).text
