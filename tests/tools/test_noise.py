"""The measuring: what is asked, what is counted, what is printed."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given

from bot.core.reply import Outcome, Reply
from tests.core.worlds import FOLDER, real_knowledge
from tests.fakes import EchoDesk
from tests.tools.questions import TABLE, draw, questions, seeds
from tools.noise import REPORT, TIMES, Noise, disturb, make_noises, measure, report, run
from tools.vocabulary import make_vocabulary

NOISES = make_noises(make_vocabulary(real_knowledge()))


def shout(question: str, random: Random) -> str | None:
    return f"{question}!" if len(question) > 3 else None


def ignore(question: str, random: Random) -> str | None:
    return None


def row(**changes: object) -> Mapping[str, object]:
    """Return a row that any reply with "asked" answers."""
    known = {"id": "1", "lang": "ko", "q": "언제예요?", "history": [], "expect": "answer", "all": ["asked"]}
    return {**known, "none": [], "tags": [], **changes}


def lines(kind: str, text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(kind)]


@pytest.mark.parametrize("noise", NOISES.values(), ids=NOISES)
@given(question=questions, seed=seeds)
def test_the_same_seed_makes_the_same_noise(noise: Noise, question: str, seed: int) -> None:
    noisy = noise(question, draw(seed))
    assert noisy == noise(question, draw(seed))
    assert noisy != question


@pytest.mark.parametrize("noise", NOISES.values(), ids=NOISES)
def test_nothing_becomes_of_nothing(noise: Noise) -> None:
    assert noise("", draw(1)) is None


def test_a_question_is_disturbed_a_few_times_and_each_form_counts_once() -> None:
    assert disturb("발표자 누구예요", NOISES["NFD"], "1") == disturb("발표자 누구예요", NOISES["NFD"], "2")
    assert len(disturb("발표자 누구예요", NOISES["NFD"], "1")) == 1
    assert 1 < len(disturb("두 번째 발표자 누구예요", NOISES["one slip"], "1")) <= TIMES


def test_only_korean_questions_that_were_answered_right_are_asked_again() -> None:
    rows = [row(), row(id="2", lang="en"), row(id="3", all=["nowhere"]), row(id="4", q="왜?")]
    (tally,) = measure(rows, EchoDesk(), {"loud": shout}, seed=1)
    assert [disturbed.question for disturbed in tally.disturbed] == ["언제예요?!"]
    assert (tally.correct, tally.confidently_wrong, tally.misses_bar) == (1, 0, False)


def test_a_wrong_answer_to_a_noisy_question_is_counted_and_shown() -> None:
    desk = EchoDesk()
    desk.replies["언제예요?!"] = Reply(outcome=Outcome.ANSWER, language="ko", lines=("내일입니다.",))
    tallies = measure([row(), row(id="2", q="어디예요?")], desk, {"loud": shout, "none": ignore}, seed=1)
    assert [(tally.correct, tally.confidently_wrong) for tally in tallies] == [(0.5, 0.5), (1, 0)]
    text = report(tallies, show=1)
    assert "[loud: wrong] 1  '언제예요?' → '언제예요?!'\n    answer: 내일입니다." in text
    assert text.endswith("missed by loud")
    assert lines("loud", text) == ["loud                     2    50.0%  50.0%"]
    assert report(tallies[1:], show=1).endswith("reached by every kind")


def test_a_noisy_question_is_asked_at_the_same_moment_after_the_same_history() -> None:
    now = "2020-09-25T14:22:00+09:00"
    (tally,) = measure([row(now=now, history=["누구예요?"])], EchoDesk(), {"loud": shout}, seed=1)
    (disturbed,) = tally.disturbed
    assert f"now: {datetime.fromisoformat(now)}" in disturbed.judged.answered.text
    assert disturbed.judged.row["history"] == ["누구예요?"]


def test_the_command_prints_the_report_and_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.jsonl"
    table.write_text("\n".join(TABLE.read_text(encoding="utf-8").splitlines()[:3]), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run([str(table), "--knowledge", str(FOLDER), "--seed", "2", "--show", "0"], {}) == 0
    text = capsys.readouterr().out
    assert [line.split("  ")[0] for line in text.splitlines()[1:-1]] == list(NOISES)
    assert Path(REPORT).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "No such file"), ("{", "line 1"), (json.dumps({"q": "어디", "lang": "ko"}), "expect")],
)
def test_a_table_that_cannot_be_read_is_told(
    content: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.jsonl"
    if content is not None:
        table.write_text(content, encoding="utf-8")
    assert run([str(table), "--knowledge", str(FOLDER)], {}) == 2
    assert message in capsys.readouterr().err
