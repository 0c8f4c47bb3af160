"""Bytes to and from a site, for what no HTTP client would send."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from aiohttp import web

from bot.channels.web.connections import Patience
from bot.channels.web.server import make_application, start_site
from tests.channels.web.site import NOW, RememberingDesk

WAITING_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Site:
    """A site that listens on a port of this machine."""

    runner: web.AppRunner
    port: int

    def count_open(self) -> int:
        """Return how many connections it holds."""
        assert self.runner.server
        return sum(connection.transport is not None for connection in self.runner.server.connections)


@asynccontextmanager
async def open_site(patience: Patience) -> AsyncIterator[Site]:
    """Serve a desk as ``serve`` does, with this patience."""
    runner, port = await start_site(make_application(RememberingDesk(), lambda: NOW), "127.0.0.1", 0, patience)
    try:
        yield Site(runner, port)
    finally:
        await runner.cleanup()


@asynccontextmanager
async def connect(site: Site) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Open a connection to a site."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def read_end(reader: asyncio.StreamReader) -> bytes:
    """Return what comes until the other side closes, however it does; raise TimeoutError if it does not."""
    received = b""
    with suppress(ConnectionError):
        async with asyncio.timeout(WAITING_SECONDS):
            while part := await reader.read(65536):
                received += part
    return received


async def exchange(site: Site, request: bytes) -> bytes:
    """Send bytes on a connection of their own, ask to close it, and return all that comes back."""
    async with connect(site) as (reader, writer):
        writer.write(request)
        return await read_end(reader)


def write_question(question: str, headers: str = "") -> bytes:
    """Return a request that asks a question, and to close the connection then."""
    body = f'{{"question": "{question}"}}'
    return (
        f"POST /api/ask HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()
