"""What people ask under load: questions of the table one after the other, each with what its answer begins with."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bot.app import Bot, load_knowledge, make_clock  # noqa: TID251 - what is due is what the app would say
from bot.channels.telegram.floods import MOST_A_MINUTE  # noqa: TID251 - what the bot puts up with
from bot.core.reply import Context
from tests.bot_api.updates import message

TABLE = Path("tests/data/questions.jsonl")
NOW = datetime.fromisoformat("2020-09-25T14:22:00")
LATER = NOW + timedelta(minutes=30)  # a run is over by then: what is answered otherwise by then is not asked
MOST_CHARACTERS = 3000  # a reply is one message
MESSAGES_APART_SECONDS = 10  # one person's, as Telegram dates them: nobody writes faster than the bot lets them
BEGAN_SECONDS = 1_600_000_000

Conversation = list[tuple[str, str]]  # questions, each with the first line of its answer


def make_conversations(people: int, questions_each: int) -> list[Conversation]:
    """Return what so many people ask, each something else, and the same ones each time."""
    knowledge = load_knowledge(Path("knowledge"))
    desk = Bot(knowledge, make_clock(knowledge, NOW))
    texts = [json.loads(line)["q"] for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return [_make_conversation(desk, texts, questions_each, Random(person)) for person in range(people)]  # noqa: S311


def _make_conversation(desk: Bot, texts: Sequence[str], length: int, chance: Random) -> Conversation:
    turns: Conversation = []
    context = Context()
    while len(turns) < length:
        question = chance.choice(texts)
        first, second = (desk.ask(question, context, moment) for moment in (NOW, LATER))
        due = first.text.split("\n", 1)[0]
        is_told_apart = not turns or not (_are_alike(due, turns[-1][1]) or _are_alike(question, turns[-1][0]))
        if first == second and due and len(first.text) < MOST_CHARACTERS and is_told_apart:
            turns.append((question, due))
            context = first.context
    return turns


def with_flood(updates: Iterable[dict[str, Any]], person: int) -> Iterator[dict[str, Any]]:
    """Yield updates, and after each one a message of one more person, who is to be told once and then passed over."""
    for number, update in enumerate(updates):
        yield update
        is_answered = number <= MOST_A_MINUTE  # the one too many is told so
        yield message(person, "어디서 하나요?", "" if is_answered else None, date=BEGAN_SECONDS)


def _are_alike(one: str, other: str) -> bool:
    """Return whether the ledger could take one reply for the other."""
    return one.startswith(other) or other.startswith(one)


def make_updates(conversations: Sequence[Conversation], *, echoed: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the messages of all people, taking turns, each with the reply that is due: an answer, or an echo."""
    for number, turns in enumerate(zip(*conversations, strict=True)):
        date = BEGAN_SECONDS + number * MESSAGES_APART_SECONDS
        for person, (question, due) in enumerate(turns, start=1):
            yield message(person, question, question if echoed else due, date=date)
