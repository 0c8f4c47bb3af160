"""What an operator is told over HTTP, and who else is not."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.web.server import make_application
from bot.channels.web.watching import watch
from tests.channels.web.site import NOW, Client, RememberingDesk

TOKEN = "open sesame é"


class Counted:
    """A tally that counts requests by status."""

    def __init__(self) -> None:
        self.requests: Counter[int] = Counter()

    def count_request(self, status: int) -> None:
        """Count it."""
        self.requests[status] += 1

    def render(self) -> bytes:
        """Return one metric."""
        return b"requests 3\n"


@asynccontextmanager
async def open_client(tally: Counted, token: str = TOKEN) -> AsyncIterator[Client]:
    application = make_application(RememberingDesk(), lambda: NOW)
    watch(application, tally, token)
    async with TestClient(TestServer(application)) as client:
        yield client


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": f"Bearer {TOKEN}"}, 200),
        ({"Authorization": f"bearer  {TOKEN}"}, 200),
        ({}, 401),
        ({"Authorization": ""}, 401),
        ({"Authorization": "Bearer"}, 401),
        ({"Authorization": "Bearer "}, 401),
        ({"Authorization": TOKEN}, 401),
        ({"Authorization": f"Basic {TOKEN}"}, 401),
        ({"Authorization": f"Bearer {TOKEN}s"}, 401),
        ({"Authorization": f"Bearer {TOKEN[:-1]}"}, 401),
        ({"Authorization": "Bearer \udcff"}, 401),
        ({"X-Metrics-Token": TOKEN}, 401),
    ],
)
async def test_what_was_counted_is_told_to_who_has_the_token(headers: Mapping[str, str], status: int) -> None:
    async with open_client(Counted()) as client:
        response = await client.get("/metrics", headers=headers)
        text = await response.text()
    assert response.status == status
    assert response.headers.get("WWW-Authenticate") == (None if status == 200 else "Bearer")
    assert ("requests 3" in text) == (status == 200)
    assert response.headers["Cache-Control"] == "no-store"


async def test_what_is_told_is_in_the_text_format_of_prometheus() -> None:
    async with open_client(Counted()) as client:
        response = await client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer "}, {"Authorization": "Bearer"}])
async def test_without_a_token_there_is_no_such_address(headers: Mapping[str, str]) -> None:
    async with open_client(Counted(), token="") as client:
        assert (await client.get("/metrics", headers=headers)).status == 404


@pytest.mark.parametrize("token", ["", TOKEN])
async def test_every_response_is_counted_by_its_status(token: str) -> None:
    tally = Counted()
    async with open_client(tally, token) as client:
        for path in ("/", "/healthz", "/nothing", "/api/ask"):
            await client.get(path)
        for body in (b'{"question": "a"}', b'{"question": "trip"}', b"{"):
            await client.post("/api/ask", data=body)
    assert tally.requests == {200: 3, 404: 1, 405: 1, 400: 1, 500: 1}
