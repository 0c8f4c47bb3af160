"""The bots that are measured: this one, and those it is held against."""

import asyncio
import os
import sys
import tempfile
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.bot_api.client import BotApi
from tests.channels.telegram.bot_api import free_port
from tools.load.questions import NOW

PATIENCE_SECONDS = 30.0
LOOK_SECONDS = 0.1
OWN_PYTHON = sys.executable
OTHERS_PYTHON = ".venv-load/bin/python"


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot, and how it is started; ``is_echo``: it says what was said, and keeps nothing."""

    name: str
    command: tuple[str, ...]
    is_echo: bool = False


OURS = Contender("this bot", (OWN_PYTHON, "-m", "bot", "serve"))
AIOGRAM = Contender("aiogram 3, same answers, same state", (OTHERS_PYTHON, "-m", "tools.load.answering_aiogram"))
AIOGRAM_ECHO = Contender("aiogram 3, echo", (OTHERS_PYTHON, "-m", "tools.load.echo_aiogram"), is_echo=True)
TELEGRAM_ECHO = Contender("python-telegram-bot, echo", (OTHERS_PYTHON, "-m", "tools.load.echo_telegram"), is_echo=True)
TELEGRAM_ECHO_CONCURRENT = Contender(
    "python-telegram-bot, echo, concurrent updates",
    (OTHERS_PYTHON, "-m", "tools.load.echo_telegram", "--concurrent"),
    is_echo=True,
)
CONTENDERS = (OURS, TELEGRAM_ECHO, TELEGRAM_ECHO_CONCURRENT, AIOGRAM, AIOGRAM_ECHO)


@asynccontextmanager
async def running(contender: Contender, api: BotApi, database_url: str | None = None) -> AsyncIterator[int]:
    """Start a bot, wait until it has told the server where it takes updates, and yield the process's id.

    Without a database's address it has one of its own, in a file.
    """
    with tempfile.TemporaryDirectory(prefix="load-") as folder:
        port = free_port()
        environment = {
            "PATH": os.environ["PATH"],
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_BASE_URL": api.url,
            "DATABASE_URL": database_url or f"sqlite:///{folder}/bot.db",
            "WEBHOOK_URL": f"http://127.0.0.1:{port}",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "PRETEND_NOW": NOW.isoformat(),
            "LOG_LEVEL": "WARNING",
        }
        process = await asyncio.create_subprocess_exec(*contender.command, env=environment, stderr=DEVNULL)
        try:
            await _registered(api)
            yield process.pid
        finally:
            process.terminate()
            await process.wait()
            await api.call("deleteWebhook")


async def _registered(api: BotApi) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not (await api.call("getWebhookInfo"))[1]["result"]["url"]:
            await asyncio.sleep(LOOK_SECONDS)
    await asyncio.sleep(1)  # what it does after that: its menu, its first sweep
