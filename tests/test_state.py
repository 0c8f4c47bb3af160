"""The state of the service as its users meet it: it lasts over a restart, is deleted on demand, and names nobody."""

import asyncio
import signal
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.commands import run
from bot.settings import read_settings
from tests.channels.telegram.bot_api import BotApi, free_port, serving
from tests.channels.telegram.stage import TOKEN, message
from tests.service import PATIENCE_SECONDS, Service, start
from tests.store.postgres import Postgres

ANNA = {"id": 770011223, "is_bot": False, "first_name": "Annabel", "username": "annabel_k", "language_code": "ko"}
CHAT = {"id": 770011223, "type": "private", "first_name": "Annabel", "username": "annabel_k"}


def asked(text: str) -> Mapping[str, Any]:
    return {"message": message(text, author=ANNA, chat=CHAT)}


async def say(api: BotApi, text: str) -> str:
    """Let Anna say something; return what she is told."""
    count = len(api.sent)
    api.put(dict(asked(text)))
    async with asyncio.timeout(PATIENCE_SECONDS):
        while len(api.sent) == count:
            await asyncio.sleep(0.02)
    return str(api.sent[-1]["text"])


async def readiness(url: str) -> tuple[int, Mapping[str, bool]]:
    async with ClientSession() as session, session.get(f"{url}/readyz") as response:
        told = await response.json()
        return response.status, {name: check for name, check in told.items() if isinstance(check, bool)}


async def serve_once(
    api: BotApi, database_url: str, *texts: str, log_format: str = "text"
) -> tuple[list[str], Service]:
    """Serve these texts in a process of its own; return what was told, and the process with its output."""
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": api.url, "LOG_LEVEL": "DEBUG"}
    async with start(**environment, DATABASE_URL=database_url, LOG_FORMAT=log_format) as service:
        await service.url()
        told = [await say(api, text) for text in texts]
        assert (await service.end(signal.SIGTERM))[0] == 0
    return told, service


async def test_a_conversation_goes_on_after_a_restart(database_url: str) -> None:
    async with serving() as api:
        await serve_once(api, database_url, "발제 3 누가 발표해요?")
        (told,), _ = await serve_once(api, database_url, "그분 직함은요?")
    assert "연구위원" in told


@pytest.mark.parametrize("log_format", ["text", "json"])
async def test_nobody_is_named_in_the_database_or_in_a_log_line(log_format: str, tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    texts = ("토론 언제예요?", "annabel_k 말고 좌장은요?")
    async with serving() as api:
        _, service = await serve_once(api, f"sqlite:///{file}", *texts, log_format=log_format)
        told = api.sent[0]["text"]
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT person, question, outcome, facts FROM questions").fetchall()
    connection.close()
    assert "15:20" in told
    assert [row[1] for row in rows] == ["토론 언제예요?", "annabel_k 말고 좌장은요?"]  # what is typed is kept as typed
    assert len({row[0] for row in rows}) == 1
    secrets = (TOKEN, TOKEN.partition(":")[2], str(ANNA["id"]), "Annabel")
    assert [secret for secret in secrets if secret.encode() in kept] == []
    assert [secret for secret in (*secrets, "annabel_k", "토론 언제") if secret in service.output] == []


async def test_a_person_is_forgotten_on_demand(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    async with serving() as api:
        told, _ = await serve_once(
            api, f"sqlite:///{file}", "발제 3 누가 발표해요?", "/forget", "그분 직함은요?", "/privacy"
        )
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT question FROM questions").fetchall()
    connection.close()
    assert told[1] == "기억하던 것을 모두 지웠습니다."
    assert "연구위원" not in told[2]
    assert [word for word in ("30일", "/forget") if word not in told[3]] == []
    assert rows == [("그분 직함은요?",)]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("sqlite:///{folder}/new/bot.db", 0, "up to date"),
        ("mysql://user:hunter2@host/name", 1, "DATABASE_URL"),
        ("postgresql://bot:hunter2@127.0.0.1:{port}/name", 1, "does not answer (connection failed"),
        ("postgresql://bot:p@ss:hunter2@host.example/name", 1, "write %40 for @"),
        ("postgresql://bot:hunter2@host.example:port/name", 1, "write %40 for @"),
    ],
)
def test_the_database_is_brought_up_to_date_before_a_release(
    address: str, status: int, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    url = address.format(folder=tmp_path, port=free_port())
    assert run(["migrate"], read_settings({"DATABASE_URL": url})) == status
    out, error = capfd.readouterr()
    assert said in (error if status else out)
    assert "hunter2" not in out + error


async def test_answers_go_on_while_the_database_is_down(postgres: Postgres) -> None:
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": postgres.url}
    async with serving() as api, start(**environment, TELEGRAM_API_BASE_URL=api.url) as service:
        url = await service.url()
        assert "이관후" in await say(api, "발제 3 누가 발표해요?")
        assert await readiness(url) == (200, {"knowledge": True, "serving": True, "database": True, "telegram": True})
        await asyncio.to_thread(postgres.stop)
        try:
            assert "연구위원" in await say(api, "그분 직함은요?")
            assert "지우지 못했습니다" in await say(api, "/forget")
            assert await readiness(url) == (
                503,
                {"knowledge": True, "serving": True, "database": False, "telegram": True},
            )
        finally:
            await asyncio.to_thread(postgres.start)
        assert (await service.end(signal.SIGTERM))[0] == 0
    assert "Traceback" not in service.output
