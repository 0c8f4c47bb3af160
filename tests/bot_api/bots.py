"""A bot that is written to, as simple as can be, and may be unwell."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from tests.bot_api.client import BotApi
from tests.bot_api.entries import Json


class Bot:
    """Answers a text with itself. ``statuses`` come first, with ``headers`` and no message (0: it hangs up)."""

    def __init__(self, api: BotApi) -> None:
        self.url = ""
        self.statuses: list[int] = []
        self.headers: dict[str, str] = {}
        self.pauses_seconds: list[float] = []
        self.received: list[tuple[float, str]] = []
        self.secrets: set[str | None] = set()
        self.connections: set[Any] = set()
        self.most_at_once = 0
        self._at_once = 0
        self._api = api

    @property
    def texts(self) -> list[str]:
        """What it received, in order, each as often as it came."""
        return [text for _, text in self.received]

    async def receive(self, request: web.BaseRequest) -> web.Response:
        """Take an update."""
        update = await request.json()
        self.received.append((asyncio.get_running_loop().time(), update["message"]["text"]))
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.connections.add(request.transport.get_extra_info("peername") if request.transport else None)
        self._at_once += 1
        self.most_at_once = max(self._at_once, self.most_at_once)
        try:
            return await self._obey(request, update["message"])
        finally:
            self._at_once -= 1

    async def _obey(self, request: web.BaseRequest, message: Json) -> web.Response:
        if self.pauses_seconds:
            await asyncio.sleep(self.pauses_seconds.pop(0))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            await self._api.call("sendMessage", chat_id=message["chat"]["id"], text=message["text"])
        if status == 0 and request.transport:
            request.transport.abort()
        return web.Response(status=status or 200, headers=self.headers if status != 200 else None)


@asynccontextmanager
async def listening(api: BotApi, registered: Mapping[str, Any] | None = None) -> AsyncIterator[Bot]:
    """Start a bot, and register it with such fields (None: not at all)."""
    bot = Bot(api)
    runner = web.ServerRunner(web.Server(bot.receive, access_log=None), shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        if registered is not None:
            assert (await api.call("setWebhook", url=bot.url, **registered))[0] == 200
        yield bot
    finally:
        await api.call("deleteWebhook")
        await runner.cleanup()
