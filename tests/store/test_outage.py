"""A database that is down: everything is answered, nobody waits, and what could not be kept is counted."""

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.reply import Context
from bot.store.breaker import Breaker
from bot.store.database import Database
from bot.store.engine import open_engine, read_url
from bot.store.memory import StoredMemory
from bot.store.migrating import migrate
from bot.store.pseudonyms import Pseudonyms
from bot.store.state import open_state
from tests.channels.telegram.bot_api import free_port
from tests.store.postgres import Postgres
from tests.store.test_memory import ABOUT, ANNA, CHAT, Watch, reply

QUICK_SECONDS = 0.5


def is_down(memory: StoredMemory) -> bool:
    return not memory.breaker.is_up


async def test_a_conversation_goes_on_while_the_database_is_down(postgres: Postgres) -> None:
    engine, watch = open_engine(read_url(postgres.url)), Watch()
    await migrate(engine)
    memory = StoredMemory(Database(engine, Pseudonyms("1:a"), watch, Breaker(pause_seconds=0.2)))
    await memory.keep(CHAT, ANNA, reply())
    await asyncio.to_thread(postgres.stop)
    try:
        newer = Context(about=("talks.two",))
        watch.now += timedelta(seconds=1)
        await memory.keep(CHAT, ANNA, reply(newer))
        assert await memory.context(CHAT, ANNA) == newer
        await memory.keep(CHAT, ANNA, reply(), "?")
        assert not await memory.forget(CHAT, ANNA)
        assert is_down(memory)
        assert memory.breaker.dropped["keep"] == 2
    finally:
        await asyncio.to_thread(postgres.start)
    await asyncio.sleep(0.3)
    await memory.keep(CHAT, ANNA, reply())
    assert not is_down(memory)
    assert await StoredMemory(Database(engine, Pseudonyms("1:a"), watch)).context(CHAT, ANNA) == ABOUT
    await engine.dispose()


async def test_a_restart_of_the_database_costs_nothing(postgres: Postgres) -> None:
    engine = open_engine(read_url(postgres.url))
    await migrate(engine)
    memory = StoredMemory(Database(engine, Pseudonyms("1:a"), Watch()))
    await memory.keep(CHAT, ANNA, reply())
    await asyncio.to_thread(postgres.stop)
    await asyncio.to_thread(postgres.start)
    await memory.keep(CHAT, ANNA, reply(), "?")
    assert not memory.breaker.dropped
    await engine.dispose()


async def test_nobody_waits_for_a_database_that_is_not_there(caplog: pytest.LogCaptureFixture) -> None:
    engine = open_engine(read_url(f"postgresql://bot:hunter2@127.0.0.1:{free_port()}/x"))
    memory = StoredMemory(Database(engine, Pseudonyms("1:a"), Watch()))
    loop = asyncio.get_running_loop()
    with caplog.at_level(logging.DEBUG):
        await memory.context(CHAT, ANNA)
        began = loop.time()
        for _ in range(100):
            await memory.keep(CHAT, ANNA, reply(), "비밀 질문")
        assert loop.time() - began < QUICK_SECONDS
    await engine.dispose()
    assert memory.breaker.dropped == {"read": 1, "keep": 100}
    warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(warnings) == 1
    assert not [secret for secret in ("hunter2", "비밀", str(ANNA)) if secret in caplog.text]


async def test_a_database_that_answers_again_is_noticed_without_a_question(postgres: Postgres) -> None:
    await asyncio.to_thread(postgres.stop)
    async with open_state(postgres.url, "1:a", Watch(), timedelta(days=30), retry_seconds=0.1) as state:
        try:
            assert not state.is_well
        finally:
            await asyncio.to_thread(postgres.start)
        async with asyncio.timeout(10):
            while not state.is_well:
                await asyncio.sleep(0.05)


async def test_a_service_starts_without_its_database(tmp_path: Path) -> None:
    url = f"postgresql://bot@127.0.0.1:{free_port()}/x"
    async with open_state(url, "1:a", Watch(), timedelta(days=30)) as state:
        memory = state.memory
        await memory.keep(CHAT, ANNA, reply())
        assert await memory.context(CHAT, ANNA) == ABOUT
        assert not state.is_well
