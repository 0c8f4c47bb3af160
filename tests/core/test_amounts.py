"""An amount is told only by a text that holds one of its kind."""

import pytest

from bot.core.amounts import asked_amount

TEXT = "센서 240대를 달아 보니 체감온도가 평균 4.2도 높았고, 빈집 일곱 채에서 불만이 31% 줄었습니다."
ENGLISH = "On 12 construction sites 240 sensors were installed; complaints fell by half."
HELD = ["센서 몇 대를 달았대요", "몇 도나 높았대", "몇 퍼센트 줄었어요", "얼마나 줄었대요", "몇 채를 고쳤죠"]
NOT_HELD = ["몇 명이 다쳤대요", "몇 마리나 산대요", "몇 년 걸렸대요"]


@pytest.mark.parametrize("question", HELD)
def test_a_number_of_the_kind_is_found(question: str) -> None:
    amount = asked_amount(question)
    assert amount
    assert amount.is_in(TEXT)


@pytest.mark.parametrize("question", NOT_HELD)
def test_a_number_of_another_kind_is_none(question: str) -> None:
    amount = asked_amount(question)
    assert amount
    assert not amount.is_in(TEXT)


@pytest.mark.parametrize(
    ("question", "is_held"),
    [("how many sensors were there", True), ("how many workers fell ill", False), ("what share of complaints", True)],
)
def test_english_amounts_name_what_they_count(question: str, is_held: bool) -> None:
    amount = asked_amount(question)
    assert amount
    assert amount.is_in(ENGLISH) is is_held


@pytest.mark.parametrize("question", ["몇 시예요", "몇 번째죠", "누가 발표해요", "who speaks"])
def test_the_clock_and_the_order_are_no_amounts(question: str) -> None:
    assert asked_amount(question) is None
