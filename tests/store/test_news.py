"""Who tells the staff: of all processes one, and all of them while nobody knows better."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.breaker import Breaker
from bot.store.database import Database
from bot.store.engine import open_engine, read_url
from bot.store.news import OLD_AFTER, StoredNews
from bot.store.pseudonyms import Pseudonyms
from bot.store.tables import told_news
from tests.channels.telegram.bot_api import free_port
from tests.store.test_memory import Watch, rows

GROUP, OFFICE = -1001234567890, -1009876543210
SECOND = timedelta(seconds=1)
Step = tuple[int, str, timedelta, bool]  # a process, its news, how long after the step before, whether it tells them


@pytest.fixture
def watch() -> Watch:
    """The clock of all processes."""
    return Watch()


@pytest.fixture
def processes(engine: AsyncEngine, watch: Watch) -> list[StoredNews]:
    """Two processes on one database."""
    return [StoredNews(Database(engine, Pseudonyms("1:a"), watch, Breaker(patience_seconds=5))) for _ in range(2)]


@pytest.mark.parametrize(
    "steps",
    [
        [(0, "a", SECOND, True), (1, "a", SECOND, False), (0, "b", SECOND, True), (1, "b", SECOND, False)],
        [(0, "a", SECOND, True), (1, "b", SECOND, True), (0, "a", SECOND, True)],
        [(0, "a", SECOND, True), (1, "a", OLD_AFTER, False), (0, "a", SECOND, True), (1, "a", SECOND, False)],
    ],
    ids=["once", "back again", "old"],
)
async def test_news_is_what_a_chat_was_not_told_last(
    steps: list[Step], processes: list[StoredNews], watch: Watch
) -> None:
    for number, content, after, is_told in steps:
        watch.now += after
        assert await processes[number].claim(GROUP, content) is is_told


async def test_of_many_that_ask_at_once_one_tells_each_chat(processes: list[StoredNews]) -> None:
    claims = [process.claim(chat_id, "a") for chat_id in (GROUP, OFFICE) for process in processes * 10]
    found = await asyncio.gather(*claims)
    assert [sum(found[:20]), sum(found[20:])] == [1, 1]


async def test_what_was_told_is_kept_without_names_and_for_as_long_as_it_matters(
    processes: list[StoredNews], watch: Watch, engine: AsyncEngine
) -> None:
    await processes[0].claim(GROUP, "faq.yaml:1: 비밀")
    (row,) = await rows(engine, told_news)
    assert not [secret for secret in (str(GROUP), "비밀", "faq") if secret in str(row)]
    watch.now += OLD_AFTER
    await processes[1].sweep()
    assert await rows(engine, told_news) == [row]
    watch.now += SECOND
    await processes[1].sweep()
    assert await rows(engine, told_news) == []


async def test_while_the_database_is_down_everybody_tells() -> None:
    engine = open_engine(read_url(f"postgresql://bot@127.0.0.1:{free_port()}/x"))
    news = StoredNews(Database(engine, Pseudonyms("1:a"), Watch(), Breaker()))
    assert [await news.claim(GROUP, "a") for _ in range(3)] == [True] * 3
    await engine.dispose()
