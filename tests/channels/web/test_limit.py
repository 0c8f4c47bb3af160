"""One address may ask often, not without end; another's asking is none of its concern."""

import tracemalloc
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.web.limit import MOST_ADDRESSES, Limit, find_visitor
from bot.channels.web.server import make_application
from tests.channels.web.site import NOW, WORDS, RememberingDesk

PEER = "192.0.2.1"
VISITORS = [
    (PEER, [], 0, PEER),
    (PEER, ["203.0.113.7"], 0, PEER),
    (PEER, [], 1, PEER),
    (PEER, ["203.0.113.7"], 1, "203.0.113.7"),
    (PEER, ["10.9.9.9, 203.0.113.7"], 1, "203.0.113.7"),
    (PEER, ["10.9.9.9", "203.0.113.7"], 1, "203.0.113.7"),
    (PEER, ["10.9.9.9,203.0.113.7 , 198.51.100.2"], 2, "203.0.113.7"),
    (PEER, ["203.0.113.7"], 2, PEER),
    (PEER, ["unknown"], 1, PEER),
    (PEER, [""], 1, PEER),
    (PEER, ["203.0.113.7:4711"], 1, "203.0.113.7"),
    (PEER, ["[2001:db8:1:2::9]:4711"], 1, "2001:db8:1:2::/64"),
    ("2001:db8:1:2:3:4:5:6", [], 0, "2001:db8:1:2::/64"),
    ("2001:db8:1:2:ffff::", [], 0, "2001:db8:1:2::/64"),
    ("fe80::1%eth0", [], 0, "fe80::/64"),
    ("::ffff:192.0.2.1", [], 0, PEER),
    ("", [], 0, ""),
]


class Clock:
    """A monotonic clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.mark.parametrize(("peer", "forwarded", "proxies", "visitor"), VISITORS)
def test_an_address_is_that_which_a_trusted_proxy_names(
    peer: str, forwarded: list[str], proxies: int, visitor: str
) -> None:
    assert find_visitor(peer, forwarded, proxies) == visitor


def test_an_allowance_is_spent_at_once_and_filled_by_time() -> None:
    clock = Clock()
    limit = Limit(6, 0, clock)
    assert [limit.take(PEER) for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    clock.seconds += 4
    assert limit.take(PEER) == pytest.approx(6)
    clock.seconds += 6
    assert limit.take(PEER) == 0
    assert limit.take(PEER) == pytest.approx(10)
    assert limit.take("another") == 0


def test_an_allowance_never_holds_more_than_a_minutes_questions() -> None:
    clock = Clock()
    limit = Limit(2, 0, clock)
    limit.take(PEER)
    clock.seconds += 3_600
    assert [limit.take(PEER) > 0 for _ in range(3)] == [False, False, True]


def test_any_number_of_addresses_takes_little_memory() -> None:
    limit = Limit(6, 0, Clock())
    tracemalloc.start()
    for number in range(3 * MOST_ADDRESSES):
        limit.take(f"2001:db8:{number:x}::/64")
    size_bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size_bytes < 5_000_000


async def ask(client: Any, **headers: str) -> tuple[int, str | None, dict[str, Any]]:
    response = await client.post("/api/ask", json={"question": "where?"}, headers=headers)
    return response.status, response.headers.get("Retry-After"), await response.json()


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_who_asks_too_often_is_told_when_to_ask_again(language: Any) -> None:
    desk, clock = RememberingDesk(), Clock()
    application = make_application(desk, lambda: NOW, limit=Limit(2, 0, clock))
    async with TestClient(TestServer(application)) as client:
        for _ in range(2):
            assert (await ask(client))[0] == 200
        refused = await ask(client, **{"Accept-Language": language, "X-Forwarded-For": "203.0.113.7"})
        assert refused == (429, "30", {"error": WORDS[language]["web_error_too_often"]})
        assert len(desk.asked) == 2
        assert [(await client.get(path)).status for path in ("/", "/api/page", "/healthz")] == [200, 200, 200]
        clock.seconds += 30
        assert (await ask(client))[0] == 200


async def test_behind_a_proxy_each_visitor_has_an_allowance_of_their_own() -> None:
    application = make_application(RememberingDesk(), lambda: NOW, limit=Limit(1, 1, Clock()))
    async with TestClient(TestServer(application)) as client:
        names = ["203.0.113.7", "203.0.113.8", "10.0.0.1, 203.0.113.7"]
        assert [(await ask(client, **{"X-Forwarded-For": name}))[0] for name in names] == [200, 200, 429]


async def test_without_a_limit_one_may_ask_as_often_as_one_will() -> None:
    application = make_application(RememberingDesk(), lambda: NOW, limit=Limit(0, 0, Clock()))
    async with TestClient(TestServer(application)) as client:
        assert {(await ask(client))[0] for _ in range(20)} == {200}
