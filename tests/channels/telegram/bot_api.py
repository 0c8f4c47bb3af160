"""A small Bot API on the loopback, for what the emulator cannot play: outages, wrong tokens, slow answers."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from socket import AF_INET, SOCK_STREAM, socket
from typing import Any

from aiohttp import web

from tests.channels.telegram.stage import ME, Json

MOST_POLL_SECONDS = 5
UPDATE_IDS = count(100)  # of all servers together: a database that outlasts one knows the updates it has handled


class BotApi:
    """Holds updates until they are confirmed, and records what is sent. ``failures`` are answered first, by method."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.updates: list[Json] = []
        self.sent: list[Json] = []
        self.methods: list[str] = []
        self.failures: dict[str, list[web.Response]] = {}
        self.answer_seconds = 0.0
        self._arrived = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on the port."""
        app = web.Application()
        app.router.add_post("/{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def put(self, update: Json) -> None:
        """Let an update wait for the bot."""
        self.updates.append({"update_id": next(UPDATE_IDS), **update})
        self._arrived.set()

    async def until_called(self, method: str, times: int = 1) -> None:
        """Wait until a method was called so often. Raises TimeoutError after five seconds."""
        async with asyncio.timeout(5):
            while self.methods.count(method) < times:
                await asyncio.sleep(0.01)

    async def _handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        fields = {name: _read(value) for name, value in (await request.post()).items()}
        self.methods.append(method)
        if self.failures.get(method):
            return self.failures[method].pop(0)
        return web.json_response({"ok": True, "result": await self._result(method, fields)})

    async def _result(self, method: str, fields: dict[str, Any]) -> Any:
        if method == "getMe":
            return ME
        if method == "getUpdates":
            return await self._poll(int(fields.get("offset", 0)), float(fields["timeout"]))
        if method in ("sendMessage", "sendDocument"):
            await asyncio.sleep(self.answer_seconds)
            self.sent.append(fields)
            chat = {"id": int(fields["chat_id"]), "type": "private"}
            return {"message_id": len(self.sent), "date": 1, "chat": chat, "text": fields.get("text")}
        return True

    async def _poll(self, offset: int, timeout_seconds: float) -> list[Json]:
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        self._arrived.clear()
        if not self.updates and timeout_seconds:
            try:
                await asyncio.wait_for(self._arrived.wait(), min(timeout_seconds, MOST_POLL_SECONDS))
            except TimeoutError:
                return []
        return self.updates


def _read(value: str | bytes | bytearray | web.FileField) -> Any:
    """Return a field's text, or a file's name, kind and bytes."""
    return (value.filename, value.content_type, value.file.read()) if isinstance(value, web.FileField) else value


def failure(code: int, description: str, **parameters: int) -> web.Response:
    """Return a refusal as the Bot API words it."""
    body = json.dumps({"ok": False, "error_code": code, "description": description, "parameters": parameters})
    return web.Response(status=code, text=body, content_type="application/json")


def free_port() -> int:
    """Return a port of the loopback on which nobody listens."""
    with socket(AF_INET, SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def serving() -> AsyncIterator[BotApi]:
    """Serve a Bot API."""
    api = BotApi(free_port())
    await api.start()
    try:
        yield api
    finally:
        await api.stop()
