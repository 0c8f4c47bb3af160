"""What is delivered to the webhook is acknowledged once it is handled, and only from whoever knows the secret."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession, web

from bot.channels.telegram.application import build_intake
from bot.channels.telegram.link import Link
from bot.channels.telegram.webhook import SECRET_HEADER, Webhook, address_of, make_secret
from bot.settings import SECRET
from tests.channels.telegram.bot_api import BotApi, failure, free_port, serving
from tests.channels.telegram.stage import TOKEN, message
from tests.fakes import EchoDesk, ProcessClaims, ProcessMemory, Tally

OURS = "https://bot.example.org/telegram/updates"
KNOWN = {SECRET_HEADER: "s3cret"}


class Served:
    """A webhook that is served: what it is told, and what it says."""

    def __init__(self, webhook: Webhook, tally: Tally, url: str, session: ClientSession, api: BotApi) -> None:
        self.webhook = webhook
        self.tally = tally
        self.api = api
        self._url = url
        self._session = session

    async def deliver(self, update: Any, headers: dict[str, str] = KNOWN) -> tuple[int, str | None]:
        """Deliver an update; return the status, and for how many seconds to wait if it is to be delivered again."""
        data = update if isinstance(update, bytes) else None
        sent: dict[str, Any] = {"data": data} if data is not None else {"json": update}
        async with self._session.post(f"{self._url}/telegram/updates", headers=headers, **sent) as response:
            return response.status, response.headers.get("Retry-After")


@asynccontextmanager
async def served(claims: ProcessClaims | None = None, api_url: str | None = None) -> AsyncIterator[Served]:
    stop, tally = asyncio.Event(), Tally()
    async with serving() as api, ClientSession() as session:
        intake = build_intake(EchoDesk(), ProcessMemory(), claims or ProcessClaims(), tally, TOKEN, api_url or api.url)
        webhook = Webhook(intake, Link(intake.application, 0.05), OURS, "s3cret")
        application = web.Application()
        application.add_routes(webhook.routes)
        runner = web.AppRunner(application)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        run = asyncio.create_task(webhook.run(stop, grace_seconds=1))
        try:
            if api_url is None:
                await api.until_called("setWebhook")
                await asyncio.sleep(0.01)
            yield Served(webhook, tally, f"http://127.0.0.1:{runner.addresses[0][1]}", session, api)
        finally:
            stop.set()
            await run
            await runner.cleanup()


def update(update_id: int = 100, text: str = "몇 시?") -> dict[str, Any]:
    return {"update_id": update_id, "message": message(text)}


async def test_an_update_is_acknowledged_once_it_is_answered() -> None:
    async with served() as it:
        it.api.answer_seconds = 0.1
        assert await it.deliver(update()) == (200, None)
        assert [fields["text"] for fields in it.api.sent] == ["asked: 몇 시?"]
        assert it.webhook.is_set


async def test_an_update_that_comes_twice_is_answered_once() -> None:
    async with served() as it:
        it.api.answer_seconds = 0.1
        found = await asyncio.gather(*(it.deliver(update()) for _ in range(3)))
        assert [*found, await it.deliver(update())] == [(200, None)] * 4
        assert len(it.api.sent) == 1


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "s3cre"}, {SECRET_HEADER: ""}, {SECRET_HEADER: "s3cret\xe9"}])
async def test_whoever_does_not_know_the_secret_is_refused_and_counted(headers: dict[str, str]) -> None:
    async with served() as it:
        assert await it.deliver(update(), headers) == (403, None)
        assert it.tally.updates["refused"] == 1
        assert it.api.sent == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"\xff",
        [],
        None,
        {},
        {"update_id": "1"},
        {"update_id": True, "message": {}},
        {"update_id": 10**30, "message": message("?")},
        {"update_id": -1, "message": message("?")},
        {"update_id": 1, "message": message("?", date=10**18)},
        {"update_id": 1, "message": {"text": "no id, no date"}},
        {"update_id": 1, "message": 5},
        {"update_id": 1, "poll": {}},
    ],
    ids=lambda body: repr(body)[:40],
)
async def test_what_cannot_be_read_is_acknowledged_and_counted(body: Any) -> None:
    async with served() as it:
        assert await it.deliver(body) == (200, None)
        assert it.tally.updates["unreadable"] == 1
        assert await it.deliver(update()) == (200, None)
        assert len(it.api.sent) == 1


async def test_a_kind_of_update_that_nobody_knows_is_acknowledged() -> None:
    async with served() as it:
        assert await it.deliver({"update_id": 1, "telepathy": {"thought": "?"}}) == (200, None)


async def test_before_telegram_is_reached_updates_are_put_off() -> None:
    async with served(api_url=f"http://127.0.0.1:{free_port()}") as it:
        assert await it.deliver(update()) == (503, "1")
        assert not it.webhook.is_set


async def test_an_update_whose_answer_does_not_go_out_is_delivered_again() -> None:
    async with served() as it:
        it.api.failures["sendMessage"] = [failure(429, "Too Many Requests", retry_after=90)]
        assert await it.deliver(update()) == (503, "90")
        assert it.api.sent == []


def test_the_secret_is_the_same_on_every_machine_and_tells_nothing_of_the_token() -> None:
    assert make_secret(TOKEN) == make_secret(TOKEN) != make_secret(TOKEN + "x")
    assert SECRET.fullmatch(make_secret(TOKEN))


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("https://bot.example.org", OURS),
        ("https://bot.example.org/", OURS),
        ("https://bot.example.org/telegram/own-name", "https://bot.example.org/telegram/own-name"),
    ],
)
def test_the_address_is_below_the_services_own(setting: str, address: str) -> None:
    assert address_of(setting) == address
