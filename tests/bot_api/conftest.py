"""One server for the tests of a module, fresh for each."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.bot_api.client import BotApi, started


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[BotApi]:
    """Start a server that delivers a second time soon."""
    async with started("--first-delay", "0.05") as api:
        yield api


@pytest_asyncio.fixture(loop_scope="module")
async def api(server: BotApi) -> BotApi:
    """Return the server with nothing in it."""
    await server.reset()
    await server.call("deleteWebhook")
    await server.targets()
    await server.reset()
    return server
