"""The answers that staff write, asked for as people ask: by their situation, for one detail, and once more after it.

Each row names the answer of a seminar in ``tests/data`` that it is about. An ``ask`` and a ``follow`` (a second
question) are right where that answer is told; a ``near`` is about the same matter, but the answer does not settle it: a
refusal is right. The rows were written by people who had not seen the code, its words, or those that staff gave.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Outcome, Reply
from tools.timing import fold

DATA = Path(__file__).parent / "data"
REFUSALS = (Outcome.UNKNOWN, Outcome.NOT_ANNOUNCED)
# kind, language, the share that must be right at least, and told amiss at most
REACHED = [
    ("ask", "ko", 0.74, 0.12), ("ask", "en", 0.65, 0.16), ("follow", "ko", 0.70, 0.17), ("follow", "en", 0.68, 0.24),
    ("near", "ko", 0.61, 0.39), ("near", "en", 0.55, 0.45),
]  # fmt: skip


@cache
def knowledge_of(seminar: str) -> Knowledge:
    return load_knowledge(DATA / seminar)


@cache
def rows() -> tuple[dict[str, Any], ...]:
    files = sorted((DATA / "answers_asked").glob("*.jsonl"))
    return tuple(json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines())


def ask(row: dict[str, Any]) -> Reply:
    """The reply to a row's question on the afternoon before its seminar, after its history."""
    knowledge = knowledge_of(row["seminar"])
    seminar = knowledge.facts.seminar
    now = datetime.combine(seminar.days[0] - timedelta(days=1), time(15), tzinfo=seminar.zone)
    return answer(row["q"], knowledge, now, fold(row["history"], knowledge, now))


def judge(row: dict[str, Any]) -> str:
    reply = ask(row)
    is_refused = reply.outcome in REFUSALS
    if row["kind"] == "near":
        return "right" if is_refused else "wrong"
    is_told = any(path.startswith(f"faq.{row['faq']}") for path in reply.facts)
    return "right" if is_told else "missed" if is_refused else "wrong"


def those(kind: str, language: str) -> Iterator[dict[str, Any]]:
    return (row for row in rows() if (row["kind"], row["lang"]) == (kind, language))


@pytest.mark.parametrize(("kind", "language", "least_right", "most_wrong"), REACHED)
def test_answers_are_found_by_what_people_say(kind: str, language: str, least_right: float, most_wrong: float) -> None:
    judged = [(row, judge(row)) for row in those(kind, language)]
    counts = Counter(verdict for _, verdict in judged)
    amiss = "\n".join(
        f"{verdict}: {row['seminar']}/{row['faq']} {row['q']}" for row, verdict in judged if verdict != "right"
    )
    assert counts["right"] >= least_right * len(judged), f"{counts}\n{amiss}"
    assert counts["wrong"] <= most_wrong * len(judged), f"{counts}\n{amiss}"
