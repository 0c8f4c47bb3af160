"""A topic is heard where people tell their situation, and not where the words belong to something else."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Outcome, Reply
from bot.core.situations import make_situations
from bot.loading.languages import load_speeches, load_topics
from tests.core.worlds import SEOUL, real_knowledge
from tools.timing import fold

WATER = load_knowledge(Path("tests/data/water_symposium"))
BEFORE = datetime(2026, 10, 14, 15, tzinfo=SEOUL)


def ask(question: str, knowledge: Knowledge = WATER, now: datetime = BEFORE, *history: str) -> Reply:
    return answer(question, knowledge, now, fold(history, knowledge, now))


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("차 두고 갈 데 있나요?", "faq.cars"),
        ("where do I leave the car?", "faq.cars"),
        ("돈 내야 들어갈 수 있어요?", "faq.entry_fee"),
        ("대학생인데 저도 돈 내야 되나요", "faq.entry_fee"),
        ("how much is a ticket for a normal visitor", "faq.entry_fee"),
        ("영어를 하나도 못 알아듣는데 우리말로 들을 방법 있나요?", "faq.interpreters"),
        ("통역 수신기 어디서 빌려요", "faq.interpreters"),
        ("집에서 폰으로 볼 수 있어요?", "faq.live"),
        ("당일에 그냥 가도 들여보내 줘요?", "faq.sign_up"),
        ("I don't eat meat, is there anything for me at lunch?", "faq.food"),
        ("택시 앱에 뭐라고 찍으면 돼요?", "faq.street"),
    ],
)
def test_a_situation_finds_the_answer(question: str, path: str) -> None:
    reply = ask(question)
    assert any(fact.startswith(path) for fact in reply.facts), reply.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("종합토론: 물값은 누가 내는가 몇 시예요?", "15:30"),  # a title that speaks of paying
        ("담수화 발표는 누가 해요?", ""),  # 수화 within a word
        ("열한시에 뭐 해요?", ""),  # 열 is no fever
    ],
)
def test_words_of_a_name_or_a_number_are_no_situation(question: str, told: str) -> None:
    reply = ask(question)
    assert reply.outcome is Outcome.ANSWER, reply.text
    assert told in reply.text
    assert not any(fact.startswith("faq.") for fact in reply.facts)


@pytest.mark.parametrize(
    "question", ["박무익 실장 직함이요. 차 안이라 짧게요", "자리복귀 몇 시까지예요?", "시작까지 남은 시간이 얼마죠"]
)
def test_the_programme_comes_first_where_nothing_is_held(question: str) -> None:
    reply = ask(question, real_knowledge(), datetime(2020, 9, 24, 15, tzinfo=SEOUL))
    assert reply.outcome is Outcome.ANSWER, reply.text


@pytest.mark.parametrize(
    "question", ["컵을 두고 왔는데 자판기 있어요?", "주차장에 전기차 충전기 있어요?", "행사장 우편번호가 뭐예요?"]
)
def test_a_thing_that_no_answer_holds_is_not_announced(question: str) -> None:
    assert ask(question).outcome in (Outcome.NOT_ANNOUNCED, Outcome.UNKNOWN)


@pytest.mark.parametrize(
    ("earlier", "question", "path"),
    [
        ("주차장 있나요?", "몇 시간까지 무료예요?", "faq.cars"),
        ("유튜브로 생중계하나요?", "두 방 다요?", "faq.live"),
        ("기자실이 어디예요?", "몇 시까지 열어요?", "faq.journalists"),
    ],
)
def test_a_short_question_goes_on_with_the_answer(earlier: str, question: str, path: str) -> None:
    reply = ask(question, WATER, BEFORE, earlier)
    assert any(fact.startswith(path) for fact in reply.facts), reply.text


def test_every_situation_is_of_a_topic_that_is_known() -> None:
    for speech in load_speeches().values():
        assert set(speech.situations) <= load_topics()
        assert [topic for topic, _ in make_situations(speech).patterns] == list(speech.situations)
