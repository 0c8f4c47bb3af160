"""The log as an operator reads it, and as a machine that collects it does."""

import asyncio
import logging
import re
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.logs import REDACTED, bind
from tests.lines import read, written
from tests.service import start

log = logging.getLogger("bot.somewhere")

TOKEN = "123456:AAE-stand-in_token"
SECRETS = (TOKEN, "AAE-stand-in_token", "hunter2h", "hunter2hunter2", "a/b?c.*d(e", "bot")


def fail(message: str) -> None:
    """Log an error as it is caught."""
    try:
        raise LookupError(message)
    except LookupError:
        log.exception("it failed")


def test_a_line_of_text_says_when_how_grave_where_and_what() -> None:
    with written("text") as sink, bind(request="5f0c19ab"):
        log.warning("%d of %s", 3, "질문")
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ WARNING bot\.somewhere: 3 of 질문 \[request=5f0c19ab\]\n", sink.getvalue()
    )


def test_a_traceback_stands_below_its_line_of_text() -> None:
    with written("text") as sink:
        fail("no such row")
    lines = sink.getvalue().splitlines()
    assert lines[0].endswith("ERROR bot.somewhere: it failed")
    assert (lines[1], lines[-1]) == ("Traceback (most recent call last):", "LookupError: no such row")


def test_a_line_of_json_is_an_object_whose_time_is_universal() -> None:
    with written("json") as sink, bind(update=17):
        log.warning("%d of\n%s", 3, "질문")
    (line,) = read(sink.getvalue())
    age = datetime.now(UTC) - datetime.fromisoformat(line.pop("time"))
    assert list(line.items()) == [
        ("level", "warning"), ("logger", "bot.somewhere"), ("event", "3 of\n질문"), ("update", 17)
    ]  # fmt: skip
    assert timedelta(0) <= age < timedelta(minutes=1)


def test_a_traceback_is_a_field_of_its_line_of_json() -> None:
    with written("json") as sink:
        fail("no such row")
    (line,) = read(sink.getvalue())
    assert line["exception"].startswith("Traceback (most recent call last):\n")
    assert line["exception"].endswith("LookupError: no such row")


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize("secret", [secret for secret in SECRETS if secret != "bot"])
def test_no_secret_stands_anywhere_in_a_line(style: str, secret: str) -> None:
    with written(style, SECRETS) as sink, bind(request=secret):
        log.info("asking https://api.telegram.org/bot%s/getMe", secret)
        fail(f"at {secret}")
    assert secret not in sink.getvalue()
    assert f"/bot{REDACTED}/getMe" in sink.getvalue()
    assert sink.getvalue().count(REDACTED) == 4


@pytest.mark.parametrize("secrets", [(), ("",), ("bot",)])
def test_what_is_no_secret_is_left_as_it_is(secrets: tuple[str, ...]) -> None:
    with written("text", secrets) as sink:
        log.info("the bot is well")
    assert sink.getvalue().endswith("INFO bot.somewhere: the bot is well\n")


async def test_what_is_bound_goes_with_what_is_begun_there_and_ends_with_it() -> None:
    async def work(text: str) -> None:
        await asyncio.sleep(0)
        log.info(text)

    async def take(update: int) -> None:
        with bind(update=update):
            log.info("begun")
            task = asyncio.create_task(work("going on"))
        log.info("handed over")
        await task

    with written("json") as sink:
        await asyncio.gather(take(1), take(2))
    lines = [line for line in read(sink.getvalue()) if line["logger"] == log.name]
    assert sorted((line["event"], line.get("update")) for line in lines if line["event"] != "handed over") == [
        ("begun", 1), ("begun", 2), ("going on", 1), ("going on", 2)
    ]  # fmt: skip
    assert [line.get("update") for line in lines if line["event"] == "handed over"] == [None, None]


async def test_every_line_of_a_service_is_an_object_where_json_is_asked_for() -> None:
    async with start(LOG_FORMAT="json", LOG_LEVEL="DEBUG") as service:
        await service.url()
        assert (await service.end(signal.SIGTERM))[0] == 0
    lines = read(service.output)
    assert "bot.service" in {line["logger"] for line in lines}
    assert all(line.keys() >= {"time", "level", "logger", "event"} for line in lines)


async def test_a_service_knows_its_own_secrets() -> None:
    async with start(METRICS_TOKEN="no TELEGRAM_BOT_TOKEN") as service:
        await service.url()
    assert f"({REDACTED}, so not in Telegram)" in service.output


def test_a_deployed_service_writes_json() -> None:
    (web,) = [line for line in Path("Procfile").read_text().splitlines() if line.startswith("web: ")]
    assert "LOG_FORMAT=json" in web.split()


@pytest.mark.parametrize("command", [["ask", "어디서 하나요?"], ["check"]])
def test_who_asks_once_waits_for_nothing_that_watches_a_service(command: list[str]) -> None:
    watching = ("structlog", "prometheus_client")
    code = f"import sys; from bot.__main__ import _run; _run(); print([m for m in {watching} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
