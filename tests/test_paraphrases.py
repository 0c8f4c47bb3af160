"""Many ways of asking the same: each is answered as the plain question is, or, in vain asked, refused.

They were written by people who had not seen the code, some twenty for each plain question. What was reached is held;
an answer counts where it has the plain one's outcome and is about the same entries.
"""

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.reply import Context, Outcome, Reply

DATA = Path(__file__).parent / "data"
REFUSALS = (Outcome.UNKNOWN, Outcome.NOT_ANNOUNCED, Outcome.UNCONFIRMED, Outcome.CHOICES)
# the list, at least so many answered alike
REACHED = [
    ("asked_of_all", 498),
    ("asked_of_press_and_clock", 468),
    ("asked_of_a_conference", 482),
    ("asked_in_english", 465),
    ("asked_in_vain", 522),
]


@cache
def knowledge_of(seminar: str) -> Knowledge:
    """The knowledge of a seminar of the test data; without a name, that of the project."""
    return load_knowledge(DATA / seminar if seminar else Path("knowledge"))


def reply_to(question: str, now: str, seminar: str) -> Reply:
    knowledge = knowledge_of(seminar)
    moment = datetime.fromisoformat(now).replace(tzinfo=knowledge.facts.seminar.zone)
    return answer(question, knowledge, moment, Context())


def entries(reply: Reply) -> set[str]:
    """The paths of the entries that a reply rests on."""
    return {".".join(path.split(".")[:2]) for path in reply.facts}


def is_alike(row: dict[str, str]) -> bool:
    reply = reply_to(row["question"], row["now"], row["seminar"])
    if not row["means"]:
        return reply.outcome in REFUSALS
    plain = reply_to(row["means"], row["now"], row["seminar"])
    if plain.outcome in REFUSALS:
        return reply.outcome in REFUSALS
    return reply.outcome is plain.outcome and not entries(reply).isdisjoint(entries(plain))


@pytest.mark.parametrize(("name", "least"), REACHED)
def test_other_words_for_the_same_get_the_same_answer(name: str, least: int) -> None:
    lines = (DATA / "paraphrases" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    missed = [row for row in rows if not is_alike(row)]
    listed = "\n".join(f"{row['question']}  ({row['means'] or 'refused'})" for row in missed[:40])
    alike = len(rows) - len(missed)
    assert alike >= least, f"{alike} of {len(rows)} alike; among the others:\n{listed}"
