"""The question table: what was reached is held, and no refusal leaves a person without somebody to ask."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from bot.app import Bot, load_knowledge
from bot.core.reply import Context, Outcome
from bot.evaluation import Score, evaluate

DATA = Path(__file__).parent / "data"
DAY_BEFORE = datetime.fromisoformat("2020-09-24T15:00:00+09:00")
PHONE = "044-201-3651"


@cache
def bot() -> Bot:
    return Bot(load_knowledge(Path("knowledge")), lambda: DAY_BEFORE)


@cache
def score() -> Score:
    return evaluate((DATA / "questions.jsonl").read_text(encoding="utf-8").splitlines(), bot())


def off_topic() -> list[str]:
    return [*filter(None, (DATA / "offtopic.txt").read_text(encoding="utf-8").splitlines())]


def test_the_score_does_not_fall_under_what_was_reached() -> None:
    assert score().correct >= 0.99, score().report(20)
    assert score().confidently_wrong == 0, score().report(20)
    assert score().lead >= 0.95


def test_a_reply_is_in_the_language_of_its_question() -> None:
    strange = [
        judged.row["q"] for judged in score().judged if bot().ask(judged.row["q"]).language != judged.row["lang"]
    ]
    assert len(strange) <= len(score().judged) * 0.01, strange


@pytest.mark.parametrize("question", off_topic())
def test_off_topic_is_never_answered(question: str) -> None:
    reply = bot().ask(question)
    assert reply.outcome not in (Outcome.ANSWER, Outcome.UNCONFIRMED), reply.text


def test_every_refusal_holds_the_contact() -> None:
    refusals = [j for j in score().judged if j.answered.outcome in ("unknown", "not_announced", "unconfirmed")]
    assert len(refusals) > 30
    assert [j.row["q"] for j in refusals if PHONE not in j.answered.text] == []


def test_every_answer_names_facts_that_exist() -> None:
    paths = load_knowledge(Path("knowledge")).entry_by_path
    for judged in score().judged:
        if judged.answered.outcome == "answer":
            assert judged.answered.facts, judged.row["q"]
            assert all(fact in paths or fact.rpartition(".")[0] in paths for fact in judged.answered.facts)


def test_a_history_is_folded_at_the_same_moment() -> None:
    rows = [json.loads(line) for line in (DATA / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
    row = next(row for row in rows if row["history"])
    now = datetime.fromisoformat(row["now"])
    context = Context()
    for earlier in row["history"]:
        context = bot().ask(earlier, context, now).context
    assert bot().ask(row["q"], context, now).text == next(
        judged.answered.text for judged in score().judged if judged.row["id"] == row["id"]
    )
