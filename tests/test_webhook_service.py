"""Several processes of the service behind a webhook, and a Telegram that is no better than the real one."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from aiohttp import ClientSession

from tests.bot_api.client import BotApi, started
from tests.bot_api.updates import message
from tests.service import Service, start

pytestmark = pytest.mark.usefixtures("engine")  # which empties the database: each Bot API counts its updates anew

END_SECONDS = 10
PEOPLE = range(1, 21)


@asynccontextmanager
async def serving(database_url: str, processes: int, *arguments: str) -> AsyncIterator[tuple[BotApi, list[Service]]]:
    """Serve from so many processes on one database; the Bot API delivers to them in turn."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(started("--first-delay", "0.1", *arguments))
        environment = {"TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_BASE_URL": api.url, "DATABASE_URL": database_url}
        environment["WEBHOOK_URL"] = "http://127.0.0.1:9"
        services = [await stack.enter_async_context(start(**environment)) for _ in range(processes)]
        urls = [await service.url() for service in services]
        await api.targets(*(f"{url}/telegram/updates" for url in urls))
        await asyncio.gather(*map(ready, urls))
        yield api, services


async def ready(url: str) -> None:
    """Wait until a process says that all is well."""
    async with asyncio.timeout(10), ClientSession() as session:
        while True:
            async with session.get(f"{url}/readyz") as response:
                if response.status == 200:
                    return
            await asyncio.sleep(0.05)


async def test_a_conversation_goes_on_from_one_process_to_the_other(database_url: str) -> None:
    first = [message(1000 + person, "발제 3 누가 발표해요?", "이관후") for person in PEOPLE]
    second = [message(1000 + person, "그분 직함은요?", "이관후의 직함은 연구위원") for person in PEOPLE]
    async with serving(database_url, 2) as (api, services):
        await api.put(*first, *second)
        assert await api.wait(20)
        report = await api.report()
        for service in services:
            status, seconds = await service.end(signal.SIGTERM)
            assert (status, seconds < END_SECONDS) == (0, True)
    assert [report[name] for name in ("lost", "doubled", "reordered", "unexpected")] == [[], [], [], []]


async def test_what_is_delivered_to_both_is_answered_once(database_url: str) -> None:
    async with serving(database_url, 2, "--impatient", "0.2") as (api, _):
        await api.faults({"fault": "slow", "method": "sendMessage", "seconds": 1})
        await api.put(*(message(2000 + person, "토론 언제예요?", "토론") for person in PEOPLE))
        assert await api.wait(20)
        await asyncio.sleep(1)
        report = await api.report()
    assert [report[name] for name in ("lost", "doubled", "unexpected")] == [[], [], []]
    assert sum(report["deliveries"].values()) > len(PEOPLE)


async def test_a_stop_lets_answers_under_way_go_out(database_url: str) -> None:
    async with serving(database_url, 1) as (api, services):
        await api.faults({"fault": "slow", "method": "sendMessage", "seconds": 2})
        await api.put(*(message(3000 + person, "토론 언제예요?", "토론") for person in PEOPLE))
        await asyncio.sleep(1)
        status, seconds = await services[0].end(signal.SIGTERM)
        report = await api.report()
    assert (status, seconds < END_SECONDS) == (0, True)
    assert [report[name] for name in ("acknowledged", "answered", "doubled")] == [len(PEOPLE), len(PEOPLE), []]
