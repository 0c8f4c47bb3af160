"""Visitors who send or read slowly are cut, and keep nobody else waiting."""

import asyncio
import logging
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress
from gzip import compress
from time import perf_counter

import pytest

from bot.channels.web.connections import Patience
from tests.channels.web.raw import Site, connect, exchange, open_site, read_end, write_question
from tests.channels.web.site import WORDS

LINUX = sys.platform == "linux"
HASTE = Patience(request_seconds=0.4, unread_seconds=0.5, most_connections=50)
SOON_SECONDS = 2
DRIP_SECONDS = 0.05

HEAD = b"POST /api/ask HTTP/1.1\r\nHost: x\r\n"
LENGTH = HEAD + b"Content-Length: 9000\r\n\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
WHOLE = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
FONT = b"GET /fonts/noto-sans-kr.otf HTTP/1.1\r\nHost: x\r\n\r\n"

SLOW = {
    "nothing": (b"", b""),
    "half a line": (b"GET / HT", b""),
    "a line without end": (b"GET /", b"x"),
    "a header without end": (HEAD, b"X-A: b\r\n"),
    "half a body": (LENGTH + b"{", b""),
    "a body byte by byte": (LENGTH, b" "),
    "a body chunk by chunk": (CHUNKED, b"1\r\n \r\n"),
    "a body for an address that takes none": (LENGTH.replace(b"/api/ask", b"/healthz"), b" "),
    "a second header": (WHOLE + b"GET /", b"x"),
    "a second request without its body": (WHOLE + LENGTH, b""),
}


async def drip(writer: asyncio.StreamWriter, drop: bytes) -> None:
    """Send a few bytes again and again, for as long as they are taken."""
    with suppress(ConnectionError):
        while drop:
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(DRIP_SECONDS)


@pytest.mark.parametrize(("start", "drop"), SLOW.values(), ids=SLOW)
async def test_who_sends_slowly_is_cut(start: bytes, drop: bytes, caplog: pytest.LogCaptureFixture) -> None:
    async with open_site(HASTE) as site, connect(site) as (reader, writer):
        began = perf_counter()
        writer.write(start)
        dripping = asyncio.ensure_future(drip(writer, drop))
        await read_end(reader)
        assert HASTE.request_seconds * 0.9 < perf_counter() - began < HASTE.request_seconds + 2 * SOON_SECONDS
        dripping.cancel()
    assert caplog.records == []


async def test_who_has_been_answered_may_take_time_to_ask_again() -> None:
    async with open_site(HASTE) as site, connect(site) as (reader, writer):
        for _ in range(2):
            writer.write(WHOLE)
            assert (await reader.readuntil(b"}")).startswith(b"HTTP/1.1 200")
            await asyncio.sleep(HASTE.request_seconds * 2)
            assert site.count_open() == 1


@pytest.mark.skipif(not LINUX, reason="only Linux ends what is not received")
@pytest.mark.parametrize("request_bytes", [FONT, WHOLE * 20_000], ids=["a large file", "many answers"])
async def test_who_reads_nothing_is_cut(request_bytes: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    loop = asyncio.get_running_loop()
    async with open_site(HASTE) as site:
        with socket.socket() as visitor:
            visitor.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            visitor.setblocking(False)
            await loop.sock_connect(visitor, ("127.0.0.1", site.port))
            sending = asyncio.ensure_future(loop.sock_sendall(visitor, request_bytes))
            await asyncio.sleep(HASTE.unread_seconds / 2)
            assert site.count_open() == 1
            async with asyncio.timeout(2 * SOON_SECONDS):
                while site.count_open():
                    await asyncio.sleep(DRIP_SECONDS)
            sending.cancel()
            await asyncio.wait([sending])
    assert caplog.records == []


async def hold_slow(site: Site, number: int, stack: AsyncExitStack) -> list[asyncio.StreamReader]:
    """Open connections that never get beyond a half header; the stack closes them."""
    readers = []
    for _ in range(number):
        reader, writer = await stack.enter_async_context(connect(site))
        writer.write(HEAD)
        readers.append(reader)
    return readers


async def test_two_hundred_slow_visitors_keep_nobody_waiting() -> None:
    async with open_site(Patience()) as site, AsyncExitStack() as stack:
        await hold_slow(site, 200, stack)
        began = perf_counter()
        answer = await exchange(site, write_question("where?"))
        assert (b"asked: where?" in answer, site.count_open() >= 200) == (True, True)
        assert perf_counter() - began < 1


async def test_who_waits_longest_gives_way_to_the_newest() -> None:
    async with open_site(Patience(most_connections=50)) as site, AsyncExitStack() as stack:
        oldest, *_, newest = await hold_slow(site, 120, stack)
        assert b"asked: where?" in await exchange(site, write_question("where?"))
        assert site.count_open() <= 50
        assert await read_end(oldest) == b""
        assert not newest.at_eof()


async def test_who_asked_lately_is_not_the_one_to_go() -> None:
    async with open_site(Patience(most_connections=50)) as site, AsyncExitStack() as stack:
        reader, writer = await stack.enter_async_context(connect(site))
        for _ in range(3):
            await hold_slow(site, 40, stack)
            writer.write(WHOLE)
            assert await reader.readuntil(b"}")


async def endless_chunks() -> AsyncIterator[bytes]:
    while True:
        yield b"1000\r\n" + b" " * 0x1000 + b"\r\n"


async def test_a_body_without_end_is_refused_at_its_limit_and_cut() -> None:
    async with open_site(HASTE) as site, connect(site) as (reader, writer):
        writer.write(CHUNKED)
        dripping = asyncio.ensure_future(drip(writer, b"1000\r\n" + b" " * 0x1000 + b"\r\n"))
        answer = await read_end(reader)
        dripping.cancel()
    assert answer.startswith(b"HTTP/1.1 413")
    assert WORDS["ko"]["web_error_too_large"].format(kilobytes=16)[:8] in answer.decode()


async def test_a_body_in_chunks_is_read() -> None:
    chunks = b'd\r\n{"question": \r\n4\r\n"a"}\r\n0\r\n\r\n'
    async with open_site(HASTE) as site:
        answer = await exchange(site, CHUNKED.replace(b"Host: x", b"Host: x\r\nConnection: close") + chunks)
    assert b"asked: a" in answer


async def test_a_compressed_body_is_not_unpacked() -> None:
    bomb = compress(b" " * 10_000_000)
    head = f"Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n".encode()
    async with open_site(HASTE) as site:
        answer = await exchange(site, HEAD + head + bomb)
    assert len(bomb) < 16_000
    assert answer.startswith(b"HTTP/1.1 400")
