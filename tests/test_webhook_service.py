"""Several processes of the service behind a webhook, and a Telegram that is no better than the real one."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.bot_api.client import BotApi, started
from tests.bot_api.updates import message
from tests.service import SERVING, Service, start

pytestmark = pytest.mark.usefixtures("engine")  # which empties the database: each Bot API counts its updates anew

END_SECONDS = 10
PEOPLE = range(1, 21)


@asynccontextmanager
async def serving(
    database_url: str, processes: int, *arguments: str, **more: str
) -> AsyncIterator[tuple[BotApi, list[Service]]]:
    """Serve from so many processes on one database, with ``more`` settings; the Bot API delivers to them in turn."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(started("--first-delay", "0.1", *arguments))
        environment = {"TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_BASE_URL": api.url, "DATABASE_URL": database_url}
        environment["WEBHOOK_URL"] = "http://127.0.0.1:9"
        services = [await stack.enter_async_context(start(**environment, **more)) for _ in range(processes)]
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


async def test_no_line_of_the_log_holds_a_secret_or_names_anybody(database_url: str) -> None:
    secret = "hunter2-of-the-webhook"
    annabel = {"id": 770011223, "is_bot": False, "first_name": "Annabel", "username": "annabel_k"}
    odd = {**message(770011223, "", None)["message"], "from": {**annabel, "id": "770011223"}}
    updates = (
        from_person("annabel_k 말고 좌장은요?", annabel),
        from_person("토론 언제예요?", annabel),
        {"message": odd, "expects": None},
        {"message": {"from": annabel, "text": "토론 언제예요?"}, "expects": None},
    )
    settings = {"WEBHOOK_SECRET": secret, "LOG_FORMAT": "json", "LOG_LEVEL": "DEBUG", "METRICS_TOKEN": "hunter3hunter3"}
    async with serving(database_url, 1, **settings) as (api, (service,)):
        ways = ("html", "not_found", "dropped_after")
        await api.faults(*({"fault": way, "calls": [number]} for number, way in enumerate(ways, start=1)))
        await api.put(*updates)
        assert await api.wait(30)
        assert await api.wait(30, until="acknowledged")
        await refused(service)
        assert (await service.end(signal.SIGTERM))[0] == 0
    lines = service.output.splitlines()
    assert any("cannot be read" in line for line in lines)
    assert len([line for line in lines if json.loads(line)["level"] in ("warning", "error")]) > 1
    kept = (
        api.token,
        api.token.partition(":")[2],
        secret,
        "hunter3hunter3",
        "770011223",
        "Annabel",
        "annabel_k",
        "토론",
    )
    assert [each for each in kept if each in service.output] == []


def from_person(text: str, person: dict[str, Any]) -> dict[str, Any]:
    """Return a message of somebody in their private chat."""
    update = message(person["id"], text)
    return {**update, "message": {**update["message"], "from": person}}


async def refused(service: Service) -> None:
    """Be turned away from the webhook and the metrics, with secrets that are nearly right."""
    async with ClientSession() as session:
        headers = {
            "X-Telegram-Bot-Api-Secret-Token": "hunter2-of-the-webhooks",
            "Authorization": "Bearer hunter3hunter",
        }
        async with session.post(f"{url_of(service)}/telegram/updates", json={}, headers=headers) as response:
            assert response.status == 403
        async with session.get(f"{url_of(service)}/metrics", headers=headers) as response:
            assert response.status == 401


def url_of(service: Service) -> str:
    """Return where a process that has said so serves."""
    (url,) = SERVING.findall(service.output)
    return str(url)
