"""Once from end to end, against a Bot API server that refuses whatever it does not know."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiohttp import ClientError, ClientSession

from tests.channels.telegram.bot_api import free_port
from tests.channels.telegram.stage import GROUP, TOKEN, Json, message, poll, press

EMULATED_ME = {"id": 7, "is_bot": True, "first_name": "Fixture"}
COMMAND = Path(sys.executable).with_name("lo-bot-api-emulator")


class Emulator:
    """The emulator in a process of its own; its journal tells what it was asked."""

    def __init__(self, port: int, journal: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.journal = journal

    async def put(self, update: Json) -> None:
        """Let an update wait for the bot."""
        async with ClientSession() as session:
            body = {"token": TOKEN, "update": update}
            async with session.post(f"{self.url}/__fixture/updates", json=body) as response:
                assert response.status == 200, await response.text()

    def calls(self, method: str) -> list[Json]:
        """Return the calls of a method, oldest first."""
        records = [json.loads(line) for line in self.journal.read_text().splitlines()] if self.journal.exists() else []
        return [record for record in records if record.get("method") == method]

    async def until_called(self, method: str, times: int) -> None:
        """Wait until a method was called so often. Raises TimeoutError after five seconds."""
        async with asyncio.timeout(5):
            while len(self.calls(method)) < times:
                await asyncio.sleep(0.02)

    def refusals(self) -> list[Any]:
        """Return the calls that were refused, but for polls that met another one."""
        records = [json.loads(line) for line in self.journal.read_text().splitlines()]
        refused = [record for record in records if record.get("status", 200) != 200]
        return [record for record in refused if (record["method"], record["status"]) != ("getUpdates", 409)]


@pytest_asyncio.fixture
async def emulator(tmp_path: Path) -> AsyncIterator[Emulator]:
    """Start the emulator on a free port."""
    port, journal = free_port(), tmp_path / "journal.jsonl"
    command = [str(COMMAND), "--port", str(port), "--enable-control", "--journal", str(journal)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={"PATH": os.environ.get("PATH", "")})
    try:
        await _until_listening(f"http://127.0.0.1:{port}")
        yield Emulator(port, journal)
    finally:
        process.terminate()
        process.wait(5)


async def _until_listening(url: str) -> None:
    async with asyncio.timeout(10), ClientSession() as session:
        while True:
            try:
                async with session.get(url):
                    return
            except ClientError:
                await asyncio.sleep(0.02)


@asynccontextmanager
async def running(url: str) -> AsyncIterator[None]:
    stop = asyncio.Event()
    run = asyncio.create_task(poll(url, stop))
    try:
        yield
    finally:
        stop.set()
        async with asyncio.timeout(2):
            await run


async def test_commands_questions_buttons_groups_and_a_restart(emulator: Emulator) -> None:
    replied = {"message_id": 3, "date": 1, "chat": GROUP, "from": EMULATED_ME, "text": "답"}
    await emulator.put({"message": message("/start")})
    await emulator.put({"message": message("몇 시에 시작하나요?")})
    async with running(emulator.url):
        await emulator.put({"message": message("가" * 9000)})
        await emulator.put({"message": message("그 사람 직함은?", chat=GROUP, reply_to_message=replied)})
        await emulator.put({"message": message("우리끼리 하는 말", chat=GROUP)})
        await emulator.put({"callback_query": press("when:seminar")})
        await emulator.until_called("sendMessage", 6)
        await emulator.until_called("editMessageText", 1)
        await emulator.until_called("setMyCommands", 3)
    await emulator.put({"message": message("/now")})
    async with running(emulator.url):
        await emulator.until_called("sendMessage", 7)
        await asyncio.sleep(0.2)
    assert len(emulator.calls("sendMessage")) == 7
    assert len(emulator.calls("answerCallbackQuery")) == 1
    assert emulator.refusals() == []
