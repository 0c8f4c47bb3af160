"""What the staff's table expects, held against replies."""

from datetime import datetime

import pytest

from bot.core.expectations import Fault, Question, find_fault
from bot.core.reply import Outcome, Reply
from tests.core.worlds import SEOUL


def question(answer: tuple[str, ...], barred: tuple[str, ...] = ()) -> Question:
    at = datetime(2020, 9, 24, 9, tzinfo=SEOUL)
    return Question(ask="?", at=at, answer=answer, barred=barred, line=1, column=1)


@pytest.mark.parametrize(
    ("answer", "barred", "outcome", "text", "fault"),
    [
        (("대회의실",), (), "answer", "국토연구원 대회의실입니다.", None),
        (("국토연구원대회의실",), (), "answer", "국토연구원\n대회의실", None),
        (("main HALL",), (), "answer", "The Main hall", None),
        (("14:10-15:10",), (), "answer", "14:10–15:10", None),
        (("14:10~15:10",), (), "answer", "14:10–15:10", None),
        (('"그대로"',), (), "answer", "“그대로”", None),
        (("각",), (), "answer", "\u1100\u1161\u11a8", None),
        (("대회의실", "14:00"), (), "answer", "대회의실", Fault("lacking", "14:00")),
        (("대회의실",), ("세종",), "answer", "세종 대회의실", Fault("barred", "세종")),
        (("대회의실",), ("세종", "대전"), "answer", "대회의실", None),
        (("14:10",), (), "not_announced", "14:10 안에서", None),
        (("14:10",), (), "unconfirmed", "14:10, 확인되지 않음", None),
        (("대회의실",), (), "unknown", "모릅니다. 대회의실", Fault("refused")),
        (("대회의실",), (), "choices", "대회의실?", Fault("asked_back")),
        (("not_announced",), (), "not_announced", "공지되지 않았습니다.", None),
        (("not_announced",), (), "unknown", "모릅니다.", None),
        (("not_announced",), (), "answer", "14:10", Fault("told")),
        (("not_announced",), (), "unconfirmed", "확인되지 않음", Fault("told")),
        (("not_announced",), (), "choices", "?", Fault("told")),
        (("not_announced", "044"), (), "unknown", "044", None),
        (("not_announced", "044"), (), "unknown", "055", Fault("lacking", "044")),
        (("044",), ("not_announced",), "not_announced", "044", Fault("barred", "not_announced")),
        (("044",), ("not_announced",), "answer", "044", None),
    ],
)
def test_a_reply_is_what_was_expected_or_why_not(
    answer: tuple[str, ...], barred: tuple[str, ...], outcome: str, text: str, fault: Fault | None
) -> None:
    reply = Reply(outcome=Outcome(outcome), language="ko", lines=(text,))
    assert find_fault(question(answer, barred), reply) == fault
