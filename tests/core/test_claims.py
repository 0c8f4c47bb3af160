"""An amount that a question claims is confirmed or denied, with what it really is."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge

NOW = datetime(2020, 9, 24, 15, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("question", "first", "fact"),
    [
        ("휴식 20분이죠?", "아니요", "10분"),
        ("쉬는 시간 10분 맞아요?", "네", "10분"),
        ("토론은 한 시간이죠?", "아니요", "40분"),
        ("세미나 두 시간이죠", "아니요", "2시간 10분"),
        ("발표 4개죠?", "네", "4개"),
        ("발표자는 다섯 명이죠?", "아니요", "4명"),
        ("발표 3개 맞나요", "아니요", "4개"),
    ],
)
def test_a_claimed_amount_is_judged(question: str, first: str, fact: str) -> None:
    text = answer(question, real_knowledge(), NOW, Context()).text
    assert text.startswith(f"{first}.")
    assert fact in text


@pytest.mark.parametrize("question", ["휴식 몇 분이에요?", "연사 네 명 소속까지 정리해줘", "10분 뒤엔 뭐 해요?"])
def test_an_amount_that_is_no_claim_is_not_judged(question: str) -> None:
    assert not answer(question, real_knowledge(), NOW, Context()).text.startswith(("네.", "아니요."))


def test_the_day_of_the_release_is_judged() -> None:
    now = datetime(2020, 9, 25, 9, 30, tzinfo=SEOUL)
    text = answer("보도자료 오늘 나온 거죠?", real_knowledge(), now, Context()).text
    assert text.startswith("아니요.")
    assert "9월 24일" in text


def test_a_meal_is_told_by_its_row_not_by_what_is_said_of_vouchers() -> None:
    water = load_knowledge(Path("tests/data/water_symposium"))
    now = datetime(2026, 10, 15, 10, tzinfo=SEOUL)
    assert "12:00" in answer("when do we eat?", water, now, Context()).lines[0]
