"""The staff's table: asked in its context, reported to the people who wrote it, and kept by the shipped knowledge."""

import re
from datetime import datetime
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from bot.core.expectations import Kind, Question
from bot.core.reply import Outcome, Reply
from bot.core.stages import STAGES
from bot.impact.sources import Reason
from bot.loading.languages import LANGUAGES, load_staff_words
from bot.loading.telling import tell
from bot.table.judging import judge_table
from bot.table.reporting import judge_folder, list_problems, report
from tests.core.worlds import FOLDER, SEOUL
from tests.fakes import EchoDesk

NOON = datetime(2020, 9, 25, 12, tzinfo=SEOUL)
WORDS = {language: load_staff_words(language) for language in LANGUAGES}
SOURCES = [*Path("bot/table").glob("*.py"), *Path("bot/impact").glob("*.py")]


def question(ask: str, answer: str, after: tuple[str, ...] = (), line: int = 1) -> Question:
    return Question(ask=ask, at=NOON, after=after, answer=(answer,), line=line, column=5)


def test_the_shipped_table_is_answered_as_it_says() -> None:
    score = judge_folder(FOLDER)
    assert 40 <= score.passed == score.asked, report(score, WORDS["ko"], 100)


def test_a_question_is_asked_at_its_moment_in_its_context() -> None:
    desk = EchoDesk()
    desk.replies["그분은?"] = Reply(outcome=Outcome.ANSWER, language="ko", lines=("누구?",))
    judged = judge_table([question("어디?", f"now: {NOON}", after=("발제 3",))], desk).judged[0]
    assert judged.fault is None
    assert judged.reply.context.age == 2


def test_a_score_counts_and_tells_what_failed_with_what_is_said() -> None:
    score = judge_table([question("홀", "홀"), question("방", "은하실", line=7)], EchoDesk())
    assert (score.passed, score.asked) == (1, 2)
    told = report(score, WORDS["ko"], 10)
    assert told.startswith("✗ 방 (questions.yaml:7)\n")
    assert "‘은하실’" in told
    assert "asked: 방" in told
    assert told.endswith("2개 중 1개를 표대로 답합니다.")
    assert report(score, WORDS["en"], 0) == "1 of 2 questions of the table are answered as it says."


def test_a_question_that_fails_is_a_problem_where_it_stands() -> None:
    (problem,) = list_problems(judge_table([question("방", "은하실", line=7)], EchoDesk()), WORDS["en"])
    told = tell(problem, "en")
    assert told.startswith("questions.yaml:7:5 '방': the answer lacks ‘은하실’; it says: 'asked: 방 now: ")


def test_an_empty_table_says_how_to_fill_it() -> None:
    assert "questions.yaml" in report(judge_table([], EchoDesk()), WORDS["ko"], 10)


def list_used_keys() -> set[str]:
    python = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    plain = re.findall(r"[\"']((?:table|impact)_\w+)[\"']", python)
    kinds = {"fault": get_args(Kind), "moment": (*STAGES, "own"), "source": get_args(Reason)}
    return {*plain, *(f"{prefix}_{name}" for prefix, names in kinds.items() for name in names)}


def test_every_wording_used_exists_and_every_one_that_exists_is_used() -> None:
    assert list_used_keys() == set(WORDS["ko"]) == set(WORDS["en"])


@pytest.mark.parametrize("key", sorted(WORDS["ko"]))
def test_both_languages_leave_the_same_places_to_fill(key: str) -> None:
    places = [sorted(name for _, name, _, _ in Formatter().parse(words[key]) if name) for words in WORDS.values()]
    assert places[0] == places[1]
