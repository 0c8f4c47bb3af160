"""The staff's table of questions: read with its places, and no answer depends on it."""
# ruff: noqa: E501 - a message stands on one line, as it is shown

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.expectations import Question
from bot.loading import KnowledgeError, check_folder, load_facts, load_questions
from tests.loading.base import list_errors, write_folder

SEOUL = ZoneInfo("Asia/Seoul")
TABLE = """\
# what people ask
questions:
  - ask: 어디서 하나요?
    answer: 누리홀
  - at: 2021-03-04 10:30   # during the talks
    ask: 그분 소속은요?
    after: ["발표 1 누구예요?", 고마워요]
    answer: [해양수산부, "14:10"]
    not: 부산
"""


def write_table(folder: Path, table: str) -> Path:
    return write_folder(folder, {"questions.yaml": table})


def test_a_question_has_its_moment_and_its_place(tmp_path: Path) -> None:
    write_table(tmp_path, TABLE)
    assert check_folder(tmp_path) == ()
    eve, during = (datetime(2021, 3, day, hour, minute, tzinfo=SEOUL) for day, hour, minute in ((3, 9, 0), (4, 10, 30)))
    assert load_questions(tmp_path, load_facts(tmp_path).seminar) == (
        Question(ask="어디서 하나요?", at=eve, answer=("누리홀",), line=3, column=5),
        Question(
            ask="그분 소속은요?",
            at=during,
            after=("발표 1 누구예요?", "고마워요"),
            answer=("해양수산부", "14:10"),
            barred=("부산",),
            line=5,
            column=5,
        ),
    )


@pytest.mark.parametrize("table", [None, "", "questions:\n"])
def test_a_folder_may_have_no_questions(tmp_path: Path, table: str | None) -> None:
    write_folder(tmp_path, {} if table is None else {"questions.yaml": table})
    assert check_folder(tmp_path) == ()
    assert load_questions(tmp_path, load_facts(tmp_path).seminar) == ()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("questions:\n  - ask: 어디?\n", "2:5 'questions.1': has no answer; add a line such as 'answer: 무료입니다.'"),
        ("questions:\n  - answer: 홀\n", "2:5 'questions.1': has no ask; add a line such as 'ask: 어디서 하나요?'"),
        ("questions:\n  - ask: 어디?\n    anser: 홀\n", "3:5 'questions.1.anser': is not a field that belongs here; write answer"),
        ("questions:\n  - ask: 어디?\n    answer: 홀\n    nto: 방\n", "4:5 'questions.1.nto': is not a field that belongs here; write not"),
        ("questions:\n  - ask: 어디?\n    answer:\n", "3:5 'questions.1.answer': is empty; write a value or delete the line"),
        ("questions:\n  - ask: 어디?\n    answer: []\n", "3:5 'questions.1.answer': is an empty list; write a value"),
        ("questions:\n  - ask: 어디?\n    answer: 홀\n    at: 2021-03-04 오후 1시\n", "4:5 'questions.1.at': '2021-03-04 오후 1시' is not a moment; write 2021-03-04 13:00"),
        ("- ask: 어디?\n  answer: 홀\n", "1:1: is not a mapping at its top; begin each line with a field's name, a colon and a space, such as 'title: 휴식'"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_by_its_place_and_keeps_the_bot_from_nothing(tmp_path: Path, table: str, told: str) -> None:
    write_table(tmp_path, table)
    assert list_errors(tmp_path) == [f"questions.yaml:{told}"]
    facts = load_facts(tmp_path)
    with pytest.raises(KnowledgeError, match=r"questions\.yaml"):
        load_questions(tmp_path, facts.seminar)
