"""An answer of the knowledge's own is given to what it answers, and to nothing that is only near it."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.model import Faq, Text
from bot.core.reply import Context, Outcome
from bot.loading.folder import load_facts
from bot.loading.languages import load_speeches, load_topics
from tests.core.worlds import SEOUL, make_knowledge, make_session, make_talk

NOW = datetime(2020, 9, 24, 15, tzinfo=SEOUL)
DATA = Path(__file__).parents[1] / "data"


FAQS = (
    Faq(path="faq.food", topic="meals", label=Text("식사"), answer=Text("점심 도시락을 로비에서 무료로 드립니다.")),
    Faq(path="faq.mail", topic="email", label=Text("이메일"), answer=Text("sea@example.org로 보내 주세요.")),
    Faq(
        path="faq.way", topic="transport", label=Text("오시는 길"), answer=Text("너울역 2번 출구에서 걸어서 9분입니다.")
    ),
    Faq(path="faq.sign", topic="registration", label=Text("참가 신청"), answer=Text("누리집에서 신청합니다.")),
    Faq(path="faq.live", topic="stream", label=Text("중계"), answer=Text("유튜브로 생중계합니다.")),
    Faq(path="faq.size", label=Text("포스터 크기"), answer=Text("포스터는 A0 세로형입니다.")),
    Faq(path="faq.card", label=Text("신분증"), answer=Text("들어오실 때 신분증이 필요합니다.")),
    Faq(path="faq.opinion", label=Text("의견서"), answer=Text("의견서는 팩스 555-0149로 받습니다.")),
)


@cache
def world() -> Knowledge:
    """Return a day with a lunch, questions from the floor, and some questions of its own."""
    rows = (
        replace(make_session("점심", "12:00", "13:00"), kind="lunch"),
        replace(make_session("발표", "13:00", "14:00"), kind="talks"),
        replace(make_session("질의응답", "14:00", "14:30"), kind="questions"),
    )
    talk = make_talk("갯벌 복원의 값", 1, session="발표")
    talk = replace(talk, summary=Text("복원한 갯벌의 64%에서 조개가 돌아왔고 어민 소득이 늘었다고 밝힙니다."))
    bare = make_knowledge(*rows, talks=(talk,), languages=("ko", "en"))
    return Knowledge(replace(bare.facts, faqs=FAQS), load_speeches())


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("점심 주나요", "도시락"),
        ("너울역에서 내려서 어떻게 가면 되나요", "2번 출구"),
        ("포스터 A1으로 뽑아도 괜찮나요?", "A0"),
        ("포스터는 몇 사이즈로 해요", "A0"),
        ("민증 들고 가야 돼요?", "신분증"),
        ("유트브로 볼수있나요", "유튜브"),
        ("팩스 번호 알려주세요", "0149"),
        ("청중이 질문할 시간 있어요?", "질의응답"),
        ("점심 먹고 나면 뭐 있어요", "발표"),
        ("유튜브로 보려는데 언제 시작해요", "12:00"),
        ("너울역에서 얼마나 걸려요", "9분"),
        ("갯벌 조개가 몇 퍼센트나 돌아왔대요", "64%"),
    ],
)
def test_an_answer_is_found(question: str, fact: str) -> None:
    reply = answer(question, world(), NOW, Context())
    assert reply.outcome is Outcome.ANSWER, reply.text
    assert fact in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "점심 메뉴가 뭐예요",
        "채식 있나요",
        "녹화본 다시보기 되나요",
        "지금까지 몇 명 신청했나요",
        "how many people have registered so far",
        "방청객 몇명이나 왔음",
        "그분 개인 이메일은요?",
        "갯벌 조개 예산은 얼마예요",
        "갯벌 복원에 몇 억 들었어요",
        "토론 결론이 뭐예요",
        "2번 출구에 주차장 있어요?",
        "누리집 주소 알려줘",
        "로비에 짐 맡길 수 있나요",
    ],
)
def test_an_answer_is_not_given_to_what_it_does_not_hold(question: str) -> None:
    reply = answer(question, world(), NOW, Context())
    assert reply.outcome in (Outcome.NOT_ANNOUNCED, Outcome.UNKNOWN), reply.text


def test_who_pays_is_asked_of_the_fee() -> None:
    knowledge = Knowledge(load_facts(DATA / "medical_workshop", load_topics()), load_speeches())
    assert "free of charge" in answer("do students pay?", knowledge, NOW, Context()).text
