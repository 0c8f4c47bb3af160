"""The connection carries requests and keeps the token to itself."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.ext import ExtBot

from bot.channels.telegram.transport import NotSentError, Transport
from tests.channels.telegram.bot_api import free_port, serving
from tests.channels.telegram.stage import TOKEN


@pytest_asyncio.fixture
async def transport() -> AsyncIterator[Transport]:
    """A connection, closed at the end."""
    async with Transport(TOKEN) as transport:
        yield transport


async def test_a_call_arrives_with_its_fields_and_its_result_comes_back() -> None:
    async with serving() as api:
        connection = Transport(TOKEN)
        async with ExtBot(TOKEN, base_url=f"{api.url}/bot", request=connection, get_updates_request=connection) as bot:
            sent = await bot.send_message(5, "안녕 & <b>")
        assert sent.text == "안녕 & <b>"
        assert api.sent == [{"chat_id": "5", "text": "안녕 & <b>"}]


async def test_a_file_arrives_as_it_is_beside_its_fields() -> None:
    async with serving() as api:
        connection = Transport(TOKEN)
        async with ExtBot(TOKEN, base_url=f"{api.url}/bot", request=connection, get_updates_request=connection) as bot:
            await bot.send_document(5, "발표 1".encode(), caption="안녕 & <b>", filename="발표.txt")
    (fields,) = api.sent
    document = ("발표.txt", "text/plain", "발표 1".encode())
    assert fields == {"chat_id": "5", "caption": "안녕 & <b>", "document": document}


async def test_nobody_listening_is_surely_not_sent(transport: Transport) -> None:
    with pytest.raises(NotSentError) as error:
        await transport.post(f"http://127.0.0.1:{free_port()}/bot{TOKEN}/getMe")
    assert TOKEN not in str(error.value)


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [
        (b"", NetworkError),
        (b"nonsense\r\n\r\n", NetworkError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]", TelegramError),
        (f"HTTP/1.1 302 Found\r\nLocation: /bot{TOKEN}/x\r\nContent-Length: 0\r\n\r\n".encode(), NetworkError),
        (f"HTTP/1.1 500 Oh\r\nContent-Length: {len(TOKEN)}\r\n\r\n{TOKEN}".encode(), NetworkError),
    ],
    ids=["hangs up", "no HTTP", "no object", "redirect", "page with the token"],
)
async def test_a_strange_server_is_an_error_without_the_token(
    spoken: bytes, expected: type[TelegramError], transport: Transport
) -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(spoken)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    async with server:
        with pytest.raises(expected) as error:
            await transport.post(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot{TOKEN}/getMe")
    assert TOKEN not in f"{error.value} {error.value.__cause__}"


async def test_a_silent_server_is_a_timeout(transport: Transport) -> None:
    async with serving() as api:
        api.answer_seconds = 0.5
        with pytest.raises(TimedOut):
            await transport.do_request(f"{api.url}/bot{TOKEN}/sendMessage", "POST", None, read_timeout=0.1)
