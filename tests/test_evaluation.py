"""Scoring: one small row for each verdict, and tables that are no tables."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.batch import AnsweredRow, BatchError
from bot.core.reply import Outcome, Reply
from bot.evaluation import LONGEST_REFUSAL, evaluate, judge
from tests.fakes import EchoDesk

SIX_TIMES = "14:00 14:05 14:10 15:10 15:20 16:00"
SEVEN_TIMES = f"{SIX_TIMES} 16:10"
LONG = "없음 " * LONGEST_REFUSAL


def row(expect: str = "answer", **changes: Any) -> Mapping[str, Any]:
    """Return a row whose answer holds 14:10 and not 15:00."""
    return {
        "id": "1",
        "q": "발표는요?",
        "expect": expect,
        "all": ["14[:.]10"],
        "none": ["15:00"],
        "tags": [],
        **changes,
    }


@pytest.mark.parametrize(
    ("row", "outcome", "text", "verdict"),
    [
        (row(), "answer", "14:10입니다.", "right"),
        (row(all=["at", "HALL"]), "answer", "At the\n\tmain  hall", "right"),
        (row(all=["main hall"]), "answer", "the main\n hall", "right"),
        (row(all=["각"]), "answer", "\u1100\u1161\u11a8", "right"),
        (row(), "unconfirmed", "14:10, 확인되지 않음", "right"),
        (row(), "not_announced", "14:10 안에서", "right"),
        (row(), "smalltalk", "14:10", "right"),
        (row(all=["14:10", "대회의실"]), "answer", "14:10입니다.", "wrong"),
        (row(), "answer", "모릅니다.", "wrong"),
        (row(), "smalltalk", "안녕하세요.", "wrong"),
        (row(), "answer", "14:10 또는 15:00", "wrong"),
        (row(), "unknown", "15:00", "wrong"),
        (row(), "choices", "15:00?", "wrong"),
        (row(), "unknown", "14:10", "missed"),
        (row(), "not_announced", "공지되지 않았습니다.", "missed"),
        (row(), "unconfirmed", "확인되지 않았습니다.", "missed"),
        (row(), "choices", "14:10?", "unsure"),
        (row(), "answer", SEVEN_TIMES, "dump"),
        (row(), "answer", "14:10 1시 2시 3시 4시 5시 6시 30분", "dump"),
        (row(), "not_announced", SEVEN_TIMES, "dump"),
        (row(), "answer", SIX_TIMES, "right"),
        (row(), "answer", f"{SIX_TIMES} 2:00 2시 2시 5분", "right"),
        (row(), "answer", f"{SIX_TIMES} 114:100 044-201-3651", "right"),
        (row(q="전체 일정"), "answer", SEVEN_TIMES, "right"),
        (row(q="The Programme, please"), "answer", SEVEN_TIMES, "right"),
        (row(tags=["chosung"]), "answer", SEVEN_TIMES, "right"),
        (row(tags=["break"]), "answer", SEVEN_TIMES, "dump"),
        (row("unknown"), "unknown", "모릅니다.", "right"),
        (row("unknown"), "not_announced", "공지되지 않았습니다.", "right"),
        (row("unknown", tags=["discussants"]), "unconfirmed", "확인되지 않음", "right"),
        (row("unknown"), "unconfirmed", "확인되지 않음", "wrong"),
        (row("unknown"), "answer", "14:10", "wrong"),
        (row("unknown"), "smalltalk", "안녕하세요.", "wrong"),
        (row("unknown"), "unknown", "15:00", "wrong"),
        (row("unknown"), "choices", "14:10?", "unsure"),
        (row("unknown"), "unknown", LONG, "dump"),
        (row("unknown"), "answer", LONG, "wrong"),
        (row("any"), "smalltalk", "안녕하세요.", "right"),
        (row("any"), "unknown", "모릅니다.", "right"),
        (row("any"), "choices", "", "right"),
        (row("any"), "smalltalk", "15:00", "wrong"),
    ],
)
def test_each_verdict_has_its_rows(row: Mapping[str, Any], outcome: str, text: str, verdict: str) -> None:
    assert judge(row, AnsweredRow("1", outcome, text, [], [], 0.0)) == verdict


def table(*rows: Mapping[str, Any]) -> list[str]:
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def test_a_score_counts_verdicts_and_reports_the_misses() -> None:
    desk = EchoDesk()
    desk.replies["late"] = Reply(outcome=Outcome.ANSWER, language="ko", lines=("." * 200, "14:10"))
    desk.replies["long"] = Reply(outcome=Outcome.UNKNOWN, language="ko", lines=("모릅니다.",))
    score = evaluate(table(row(q="14:10"), row(q="late"), row(q="long"), row(q="15:00", id="miss-4")), desk)
    assert (score.correct, score.confidently_wrong, score.lead) == (0.5, 0.25, 0.5)
    report = score.report(show=20)
    assert "correct 2/4 = 50.0%" in report
    assert "[wrong] miss-4" in report
    assert "[missed]" not in score.report(show=0)


def test_an_empty_table_scores_nothing() -> None:
    score = evaluate([], EchoDesk())
    assert (score.correct, score.confidently_wrong, score.lead) == (0, 0, 0)
    assert "0/0" in score.report(5)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"expect": "maybe"}, "write one of answer, unknown, any"),
        ({"all": "14:10"}, '"all" is not a list of texts'),
        ({"none": [1]}, '"none" is not a list of texts'),
        ({"tags": None}, '"tags" is not a list of texts'),
        ({"all": ["("]}, "is not a pattern"),
        ({"q": 5}, '"q" is not a text'),
    ],
)
def test_a_row_that_cannot_be_judged_is_named(changes: Mapping[str, Any], reason: str) -> None:
    with pytest.raises(BatchError, match=r"^line 2: ") as refusal:
        evaluate(["", *table(row(**changes))], EchoDesk())
    assert reason in str(refusal.value)


def test_a_row_without_its_patterns_is_named() -> None:
    with pytest.raises(BatchError, match="line 1: lacks expect, all, none, tags"):
        evaluate(['{"id": "1", "q": "?"}'], EchoDesk())
