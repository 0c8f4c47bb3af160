"""A row is called by its number or letter, a room by what kind of room it is."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.reply import Context
from bot.core.row_labels import Label, label_of, labels_in
from tests.core.worlds import SEOUL

NOUNS = ("부 파트", "분과")
RAILWAY = load_knowledge(Path("tests/data/railway_seminar"))
NOW = datetime(2023, 5, 11, 13, 45, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("분과 2: 바다숲", Label("분과", "2")),
        ("트랙 B 인공지능과 교육", Label("트랙", "B")),
        ("세션 2-가: 디지털 도서관", Label("세션 2", "가")),
        ("Session 2B: Books for everyone", Label("Session 2", "B")),
        ("1부 밤의 시간표", Label("부", "1")),
        ("제2부: 내일", Label("부", "2")),
        ("2부 A 사람", Label("2부", "A")),
        ("30분 휴식", None),
        ("2023 철도 세미나", None),
        ("종합토론", None),
    ],
)
def test_a_label_is_read_from_a_title(title: str, label: Label | None) -> None:
    assert label_of(title, NOUNS) == label


def test_a_row_has_many_names() -> None:
    assert {"2부", "2부 A", "제2부", "파트 2", "파트 2 A"} <= {*labels_in("2부 A 사람", NOUNS)}
    assert {"2분과", "제2분과", "분과 2", "2번 분과"} <= {*labels_in("분과 2: 바다숲", NOUNS)}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2부 B 좌장 누구예요?", "확인되지"),
        ("2부 B는 어디서 해요", "2층 실습강의실"),
        ("파트2B 몇시", "13:40–15:10"),
        ("where is part 2b", "Practice Room"),
        ("제1부 언제", "11:25–12:25"),
        ("20분 이따 강당에서는 누가 말해", "방기원"),
        ("식당 어디예요", "지하 1층 식당"),
        ("2부 A는 강당이죠?", "네"),
        ("강당 어디예요", "3층 큰강당"),
    ],
)
def test_rows_and_rooms_are_found_by_such_names(question: str, told: str) -> None:
    assert told in answer(question, RAILWAY, NOW, Context()).text
