"""Who comes, or what is given, before or after a row: the row beside it is asked about, not the row named."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge

NOW = datetime(2020, 9, 24, 15, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who speaks right after the break", "Kang Hyun-soo"),
        ("who goes after the discussion?", "KRIHS"),
        ("who speaks before the discussion?", "Yang Chul-soo"),
        ("what's right before the break and who does it", "Yoon Jeong-ran"),
        ("휴식 끝나고 누가 발표해요", "강현수"),
        ("인사말씀 다음 발표자 누구예요", "윤정란"),
        ("휴식 직전 발표는 누가 해요", "양철수"),
        ("휴식 직전 순서 누가 맡아요", "윤정란"),
        ("토론 전에 누가 나와요", "윤정란"),
        ("기념사진 직전 순서는 누가 하나요", "국토연구원"),
        ("토론 바로 다음 순서는 누가 해요", "국토연구원"),
    ],
)
def test_the_row_beside_the_one_named_is_asked_about(question: str, said: str) -> None:
    assert said in answer(question, real_knowledge(), NOW, Context()).text
