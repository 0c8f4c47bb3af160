"""What is asked by where the one thing named stands: the talk before or after it, what it is about."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge

NOW = datetime(2020, 9, 24, 15, tzinfo=SEOUL)
FIRST, SECOND, THIRD = "Yoon Jeong-ran", "Kim Eun-ran", "Lee Kwan-hu"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("before talk 2 which talk is there", FIRST),
        ("talk 2 comes after which talk?", FIRST),
        ("Which talk does talk 2 follow?", FIRST),
        ("the one before talk 3, which talk is that?", SECOND),
        ("which talk follows talk 2?", THIRD),
        ("By which presentation is talk 2 followed?", THIRD),
        ("once talk 1 is over, what is the next one?", SECOND),
        ("발표 2 마치고 나면 무슨 발표가 있나요?", "이관후"),
        ("발표 1 이후 첫 발표는 무엇인가요?", "김은란"),
        ("발표 3보다 먼저 하는 발표가 뭐예요?", "김은란"),
        ("what's talk 3 on", "regional imbalance"),
    ],
)
def test_the_place_of_the_thing_tells_what_is_asked(question: str, said: str) -> None:
    assert said in answer(question, real_knowledge(), NOW, Context()).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what comes before the break?", "Presentations"),
        ("what does the discussion follow?", "Break"),
        ("the break comes after what?", "Presentations"),
        ("토론 시작하기 전 마지막 순서가 뭔지 알려주세요", "휴식"),
    ],
)
def test_a_row_is_stepped_from_alike(question: str, said: str) -> None:
    assert said in answer(question, real_knowledge(), NOW, Context()).text
