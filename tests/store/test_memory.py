"""The memory in a database: what it keeps, for how long, and of whom."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.reply import Context, Outcome, Reply
from bot.store.breaker import Breaker
from bot.store.database import Database
from bot.store.memory import FADES_AFTER, StoredMemory
from bot.store.pseudonyms import Pseudonyms
from bot.store.tables import conversations, questions

CHAT, ANNA, BORA = -1001234567890, 5550001, 5550002
ABOUT = Context(
    about=("schedule.discussion",),
    asked=("ask:when",),
    age=1,
    named=("speakers.kim",),
    question="토론은 몇 시예요?",
    before=Context(about=("schedule.break",)),
)


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2020, 9, 25, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def make_memory(engine: AsyncEngine, watch: Watch) -> StoredMemory:
    return StoredMemory(Database(engine, Pseudonyms("123:secret"), watch, Breaker(patience_seconds=5)))


def reply(context: Context = ABOUT, **changes: Any) -> Reply:
    known: dict[str, Any] = {"outcome": Outcome.ANSWER, "language": "ko", "lines": ("15:20",), "context": context}
    return Reply(**{**known, **changes})


async def rows(engine: AsyncEngine, table: Any) -> list[dict[str, Any]]:
    async with engine.connect() as connection:
        return [dict(row) for row in (await connection.execute(select(table))).mappings()]


async def test_another_process_goes_on_with_a_conversation(engine: AsyncEngine) -> None:
    watch = Watch()
    await make_memory(engine, watch).keep(CHAT, ANNA, reply())
    assert await make_memory(engine, watch).context(CHAT, ANNA) == ABOUT


async def test_the_newer_context_replaces_the_older(engine: AsyncEngine) -> None:
    watch, newer = Watch(), Context(about=("talks.two",))
    first, second = make_memory(engine, watch), make_memory(engine, watch)
    await first.keep(CHAT, ANNA, reply())
    watch.now += timedelta(seconds=2)
    await second.keep(CHAT, ANNA, reply(newer))
    assert await first.context(CHAT, ANNA) == await second.context(CHAT, ANNA) == newer
    assert len(await rows(engine, conversations)) == 1


async def test_people_and_chats_are_apart(engine: AsyncEngine) -> None:
    memory = make_memory(engine, Watch())
    await memory.keep(CHAT, ANNA, reply())
    assert await memory.context(CHAT, BORA) == await memory.context(ANNA, ANNA) == Context()


@pytest.mark.parametrize(("minutes", "is_kept"), [(29, True), (31, False)])
async def test_a_conversation_fades(engine: AsyncEngine, minutes: int, is_kept: bool) -> None:
    watch = Watch()
    memory = make_memory(engine, watch)
    await memory.keep(CHAT, ANNA, reply())
    watch.now += timedelta(minutes=minutes)
    assert (await memory.context(CHAT, ANNA) == ABOUT) is is_kept
    assert (await make_memory(engine, watch).context(CHAT, ANNA) == ABOUT) is is_kept


async def test_a_question_is_noted_with_what_came_of_it_and_nobodys_id(engine: AsyncEngine) -> None:
    memory = make_memory(engine, Watch())
    await memory.keep(CHAT, ANNA, reply(facts=("schedule.discussion.start",)), "토론 언제\0예요?\ud800")
    (row,) = await rows(engine, questions)
    assert (row["question"], row["outcome"], row["language"]) == ("토론 언제예요?", "answer", "ko")
    assert row["facts"] == ["schedule.discussion.start"]
    assert row["at_seconds"] == int(Watch().now.timestamp())
    assert not any(str(abs(number)) in str(row) for number in (CHAT, ANNA))
    assert "secret" not in str(row)


async def test_a_person_is_forgotten_at_once_and_nobody_else(engine: AsyncEngine) -> None:
    watch = Watch()
    memory = make_memory(engine, watch)
    for user_id in (ANNA, BORA):
        await memory.keep(CHAT, user_id, reply(), "?")
    assert await memory.forget(CHAT, ANNA)
    assert await memory.context(CHAT, ANNA) == Context()
    assert await memory.context(CHAT, BORA) == ABOUT
    assert [len(await rows(engine, table)) for table in (conversations, questions)] == [1, 1]


async def test_whoever_is_forgotten_by_one_process_is_by_all(engine: AsyncEngine) -> None:
    watch = Watch()
    first, second = make_memory(engine, watch), make_memory(engine, watch)
    await first.keep(CHAT, ANNA, reply())
    await second.forget(CHAT, ANNA)
    assert await first.context(CHAT, ANNA) == Context()


async def test_what_is_too_old_is_swept_away(engine: AsyncEngine) -> None:
    watch = Watch()
    memory = make_memory(engine, watch)
    await memory.keep(CHAT, BORA, reply(), "old")
    watch.now += timedelta(days=29)
    await memory.keep(CHAT, ANNA, reply(), "new")
    await memory.sweep(timedelta(days=30))
    assert [row["question"] for row in await rows(engine, questions)] == ["old", "new"]
    assert len(await rows(engine, conversations)) == 1
    watch.now += timedelta(days=1, seconds=1)
    await memory.sweep(timedelta(days=30))
    assert [row["question"] for row in await rows(engine, questions)] == ["new"]


async def test_questions_of_many_at_once_are_all_noted(engine: AsyncEngine) -> None:
    memory = make_memory(engine, Watch())
    await asyncio.gather(*(memory.keep(CHAT, user_id, reply(), str(user_id)) for user_id in range(40)))
    assert sorted(int(row["question"]) for row in await rows(engine, questions)) == list(range(40))
    assert not memory.breaker.dropped


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(question=st.text(max_size=60), names=st.lists(st.text(max_size=8), max_size=3))
async def test_any_text_is_kept_as_it_is(engine: AsyncEngine, question: str, names: list[str]) -> None:
    memory = make_memory(engine, Watch())
    safe = question.encode("utf-8", "ignore").decode()
    await memory.keep(CHAT, ANNA, reply(Context(about=tuple(name.replace("\0", "") for name in names))), safe)
    assert not memory.breaker.dropped
    assert (await rows(engine, questions))[-1]["question"] == safe.replace("\0", "")


def test_pseudonyms_depend_on_the_secret_the_chat_and_the_person() -> None:
    one, other = Pseudonyms("1:a"), Pseudonyms("1:b")
    assert one.of(CHAT, ANNA) == Pseudonyms("1:a").of(CHAT, ANNA)
    assert len({one.of(CHAT, ANNA), one.of(CHAT, BORA), one.of(ANNA, CHAT), other.of(CHAT, ANNA)}) == 4


def test_a_conversation_outlasts_a_break() -> None:
    assert timedelta(minutes=30) == FADES_AFTER
