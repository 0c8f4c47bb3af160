"""Yes or no to what is over by a time; a stranger claimed for a part gets the true one; a word spans no comma."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge

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
