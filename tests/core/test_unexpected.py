"""What a tester asked unexpectedly: what is over by a time, a stranger as the chair, the paper's own website."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.model import Note, Status, Text
from bot.core.reply import Context, Outcome
from tests.core.worlds import SEOUL, real_knowledge
from tools.timing import fold

NOW = datetime(2020, 9, 24, 15, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("2시 반에 도착하는데 인사말은 끝났을까요?", "네"),
        ("3시 15분에 발표 다 끝났나요?", "네"),
        ("15시면 발표는 다 끝난 뒤인가요?", "아니요"),
        ("4시에 토론 끝났을까", "네"),
        ("will the talks be over by 3:15?", "Yes"),
        ("will the talks be over by 3?", "No"),
    ],
)
def test_it_is_said_whether_it_will_be_over(question: str, opening: str) -> None:
    assert answer(question, real_knowledge(), NOW, Context()).text.startswith(opening)


@pytest.mark.parametrize(
    "question",
    ["좌장이 박철수예요?", "좌장이 김한숙이에요?", "is the chair kim han-su?", "is park chul-soo the chair?"],
)
def test_the_true_one_is_told_where_a_stranger_is_claimed(question: str) -> None:
    assert "강현수" in answer(question, real_knowledge(), NOW, Context()).text


def test_a_word_does_not_span_a_comma() -> None:
    text = answer("Gist of the Daegu-Gwangju presentation, one line", real_knowledge(), NOW, Context()).text
    assert "Daegu–Gwangju" in text or "Daegu-Gwangju" in text


@pytest.mark.parametrize(
    ("question", "history", "told"),
    [
        ("조간신문 기자인데 오늘 저녁 홈페이지에 먼저 올려도 되죠?", (), "지금 보도할 수 있습니다"),
        ("newspaper reporter here, can we put it on our website tonight?", (), "may run now"),
        ("혁신도시 때문에 인구가 빠져나간다는 건 누구 주장인가요", (), "김은란"),
        ("그 분 직함이랑 연락처좀", ("메가시티 누가 발표해?",), "이관후 연구위원의 전화번호는 공지되지 않았습니다"),
        ("맨 처음 5분 동안은 뭘 하는 거죠?", (), "참석자 소개"),
        ("양철수 지금도 연구위원 맞아요?", (), "아니요. 양철수 책임연구위원"),
        ("토론은 어제 끝났나요", (), "토론: 9월 25일(금) 15:20–16:00"),
        ("네시 오뿐엔 뭐해", (), "16:05에는 폐회"),
        ("좓ㄱㄷ", (), "main conference room"),
        ("아 집에 언제 감 ㅋㅋ", (), "16:10에 끝납니다"),
        ("두번째 거는요", ("박무익 실장 멘트 원문 그대로 주세요",), "오늘 세미나에서 제시된"),
        ("and the second one?", ("Give me the quotes of Park Moo-ik",), "Building on the ideas"),
        ("내일 몇시까지 가면 돼요? 어디로?", (), "14:00까지 자리에"),
        ("강현수 원장은 LH 사람인가요", (), "아니요. 강현수 원장: 국토연구원"),
        ("Is Kim Eun-ran from LH?", (), "No. Kim Eun-ran"),
        ("일반인도 그냥 가도 되나여? 신청해야되나", (), "최소한의 인원만"),
        ("어디서 해요? 몇층?", (), "국토연구원 대회의실입니다."),
        ("국토도시실자이 누구더라", (), "박무익"),
        ("핸사장이 어디인가요", (), "대회의실"),
        ("포도자료 총 몇 장이에요", (), "4매"),
        ("15시 30부쯤 도착하면 뭐 하고 있을까요", (), "15:30에는 토론"),
        ("오후 세 시애는 무슨 순서", (), "15:00에는 주제발표"),
        ("타임테이블 전에 보여주세요", (), "15:20–16:00 토론"),
        ("3시에는 뭐래요", (), "15:00에는 주제발표"),
        ("맨 마지막 연사는 어느 부인가요", (), "양철수"),
        ("국토정책과 직원 세 명 누구누구죠?", (), "김기훈"),
        ("can anyone just walk in or is it limited coz of covid", (), "minimum"),
    ],
)
def test_what_was_asked_is_what_is_told(question: str, history: tuple[str, ...], told: str) -> None:
    knowledge, now = real_knowledge(), NOW.replace(hour=18)
    text = answer(question, knowledge, now, fold(history, knowledge, now)).text
    assert told in text, text


RAILWAY = load_knowledge(Path("tests/data/railway_seminar"))


@pytest.mark.parametrize("question", ["무인 점검차 발표 취소됐어요?", "무인 점검차 언제 해요?"])
def test_of_a_cancelled_talk_only_that_is_told(question: str) -> None:
    reply = answer(question, RAILWAY, datetime(2023, 5, 10, 15, tzinfo=SEOUL), Context())
    assert len(reply.lines) == 1, reply.text
    assert "취소" in reply.text


def test_a_name_that_is_a_question_word_leaves_the_question_alone() -> None:
    known = real_knowledge()
    asker = replace(known.facts.people[0], path="speakers.park_nugu", name=Text("박누구", "Park Nu-gu"), spellings=())
    facts = replace(known.facts, people=(*known.facts.people, asker))
    reply = answer("좌장 누구예요?", Knowledge(facts, known.speeches), NOW, Context())
    assert "강현수" in reply.text


def test_an_unconfirmed_chair_is_not_said_to_be_unannounced() -> None:
    known = real_knowledge()
    note = Note(path="schedule.discussion.chair", field="chair", value=Text("박하늘"), status=Status.UNCONFIRMED)
    rows = tuple(
        replace(row, chair=None, notes=(note,)) if row.id == "discussion" else replace(row, chair=None)
        for row in known.facts.sessions
    )
    people = tuple(replace(person, roles=()) for person in known.facts.people)
    unsure = Knowledge(replace(known.facts, sessions=rows, people=people), known.speeches)
    assert answer("좌장 누구예요?", unsure, NOW, Context()).outcome is Outcome.UNCONFIRMED
