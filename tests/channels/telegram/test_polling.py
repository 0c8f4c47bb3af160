"""Polling starts, goes on and ends as a person who runs the bot would wish."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from aiohttp import web

from bot.channels.telegram.token import TelegramRefused
from tests.channels.telegram.bot_api import BotApi, failure, free_port, serving
from tests.channels.telegram.stage import TOKEN, message, poll

PROXY_PAGE = f"<html>Cannot POST /bot{TOKEN}/getMe</html>"


@asynccontextmanager
async def running(url: str) -> AsyncIterator[asyncio.Event]:
    """Run the bot against a Bot API; yields the event that stops it, and stops it at the end."""
    stop = asyncio.Event()
    run = asyncio.create_task(poll(url, stop))
    try:
        yield stop
    finally:
        stop.set()
        async with asyncio.timeout(2):
            await run


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in caplog.records if record.name.endswith(".outage")]


@pytest.mark.parametrize(
    "refusal",
    [
        failure(401, "Unauthorized"),
        failure(404, "Not Found"),
        web.Response(status=404, text=PROXY_PAGE),
    ],
    ids=["unknown", "malformed", "a page of a proxy"],
)
async def test_wrong_token_ends_with_a_line_that_names_the_variable(
    refusal: web.Response, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with serving() as api:
        api.failures["getMe"] = [web.Response(status=refusal.status, body=refusal.body) for _ in range(3)]
        with pytest.raises(TelegramRefused, match="TELEGRAM_BOT_TOKEN") as refused:
            await poll(api.url, asyncio.Event())
    assert TOKEN not in f"{refused.value!r} {refused.value.__cause__!r} {caplog.text}"


@pytest.mark.parametrize("token", ["", "12 34", "123:abc\n", "123/../x", "123:가"])
async def test_what_is_no_token_is_refused_at_once(token: str) -> None:
    with pytest.raises(TelegramRefused, match="TELEGRAM_BOT_TOKEN") as refused:
        await poll("http://127.0.0.1:9", asyncio.Event(), token)
    assert not token or token not in str(refused.value)


async def test_a_token_withdrawn_later_ends_it_too() -> None:
    async with serving() as api:
        api.failures["getUpdates"] = [failure(401, "Unauthorized") for _ in range(3)]
        with pytest.raises(TelegramRefused):
            await poll(api.url, asyncio.Event())


async def test_an_api_down_at_the_start_is_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    api = BotApi(free_port())
    async with running(api.url):
        await asyncio.sleep(0.2)
        await api.start()
        api.put({"message": message("몇 시?")})
        await api.until_called("sendMessage")
    await api.stop()
    assert [fields["text"] for fields in api.sent] == ["asked: 몇 시?"]
    began, ended = lines(caplog)
    assert began.startswith("Telegram does not answer")
    assert ended.startswith("Telegram answers again")
    assert TOKEN not in caplog.text


@pytest.mark.parametrize(
    "trouble",
    [
        failure(409, "Conflict: terminated by other getUpdates request"),
        failure(502, "Bad Gateway"),
        failure(404, "Not Found"),
        web.Response(status=503, text=PROXY_PAGE),
        web.Response(status=200, text=PROXY_PAGE),
        web.json_response({"ok": True, "result": "odd"}),
        web.json_response({"ok": False, "description": "odd"}),
        web.json_response(
            {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": 0.1}}, status=429
        ),
    ],
    ids=["conflict", "502", "404", "503 page", "200 page", "no list", "no result", "flood"],
)
async def test_trouble_while_polling_is_one_line_and_the_bot_goes_on(
    trouble: web.Response, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with serving() as api:
        api.failures["getUpdates"] = [trouble]
        async with running(api.url):
            api.put({"message": message("몇 시?")})
            await api.until_called("sendMessage")
    assert len(lines(caplog)) == 2
    assert TOKEN not in caplog.text
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("moment", ["no connection", "a silent server", "a long poll"])
async def test_stop_ends_it_within_two_seconds(moment: str) -> None:
    async def say_nothing(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(5)
        writer.close()

    async with serving() as api:
        silent = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
        url = {
            "no connection": f"http://127.0.0.1:{free_port()}",
            "a silent server": f"http://127.0.0.1:{silent.sockets[0].getsockname()[1]}",
            "a long poll": api.url,
        }[moment]
        started = asyncio.get_running_loop().time()
        async with running(url):
            await asyncio.sleep(0.2)
        assert asyncio.get_running_loop().time() - started < 2.2
        silent.close()


async def test_answers_under_way_go_out_before_a_stop_and_never_again_after_it() -> None:
    async with serving() as api:
        api.answer_seconds = 0.3
        api.put({"message": message("몇 시?")})
        async with running(api.url):
            await api.until_called("sendMessage")
        assert [fields["text"] for fields in api.sent] == ["asked: 몇 시?"]
        async with running(api.url):
            await api.until_called("getUpdates", 2)
            await asyncio.sleep(0.1)
        assert len(api.sent) == 1


async def test_updates_that_waited_during_a_stop_are_answered() -> None:
    async with serving() as api:
        async with running(api.url):
            await api.until_called("getUpdates")
        api.put({"message": message("몇 시?")})
        async with running(api.url):
            await api.until_called("sendMessage")
        assert [fields["text"] for fields in api.sent] == ["asked: 몇 시?"]


async def test_answers_in_one_chat_keep_the_order_of_the_questions() -> None:
    questions = [f"질문 {number}" for number in range(20)]
    async with serving() as api:
        for question in questions:
            api.put({"message": message(question)})
        async with running(api.url):
            await api.until_called("sendMessage", len(questions))
        assert [fields["text"] for fields in api.sent] == [f"asked: {question}" for question in questions]


async def test_an_update_that_cannot_be_read_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    async with serving() as api:
        api.put({"message": {"text": "no id, no date"}})
        api.put({"message": message("몇 시?")})
        async with running(api.url):
            await api.until_called("sendMessage")
    (error,) = [record.message for record in caplog.records if record.levelname == "ERROR"]
    assert re.fullmatch(r"update \d+ cannot be read \(KeyError\)", error)


async def test_a_stop_set_beforehand_ends_it_at_once() -> None:
    stop = asyncio.Event()
    stop.set()
    await poll(f"http://127.0.0.1:{free_port()}", stop)
