"""Delivery to a webhook: in order, again until it is taken, and to whom."""

import asyncio
from itertools import pairwise

import pytest

from tests.bot_api.bots import listening
from tests.bot_api.client import BotApi, started
from tests.bot_api.targets import Targets
from tests.bot_api.updates import message, press
from tests.channels.telegram.bot_api import free_port

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANNA, BEN = 1, 2


async def test_what_waits_is_delivered_with_the_secret_and_answered(api: BotApi) -> None:
    await api.put(message(ANNA, "one", "one"))
    async with listening(api, {"secret_token": "s-1"}) as bot:
        await api.put(message(ANNA, "two", "two"))
        assert await api.wait(5)
        assert (bot.texts, bot.secrets) == (["one", "two"], {"s-1"})
    report = await api.report()
    assert (report["acknowledged"], report["answered"], report["doubled"]) == (2, 2, [])
    assert (report["calls"]["sendMessage"], report["deliveries"]) == (2, {"delivered": 2})
    assert [commit["text"] for commit in await api.commits()] == ["one", "two"]


@pytest.mark.parametrize(("status", "name"), [(500, "500"), (0, "dropped"), (302, "302")])
async def test_an_update_comes_again_with_growing_pauses_until_it_is_taken(api: BotApi, status: int, name: str) -> None:
    async with listening(api, {}) as bot:
        bot.statuses, bot.headers = [status] * 3, {"Location": bot.url}
        await api.put(message(ANNA, "one", "one"), message(ANNA, "two", "two"))
        assert await api.wait(5)
        assert bot.texts == ["one"] * 4 + ["two"]
        times = [time for time, text in bot.received if text == "one"]
    pauses = [later - earlier for earlier, later in pairwise(times)]
    assert [pause > least for pause, least in zip(pauses, (0.05, 0.1, 0.2), strict=True)] == [True] * 3
    assert pauses[2] < 0.5
    assert (await api.report())["deliveries"] == {name: 3, "delivered": 2}


async def test_retry_after_says_when_an_update_comes_again(api: BotApi) -> None:
    async with listening(api, {}) as bot:
        bot.statuses, bot.headers = [503], {"Retry-After": "1"}
        await api.put(message(ANNA, "one", "one"))
        assert await api.wait(5)
        assert bot.received[1][0] - bot.received[0][0] >= 1


async def test_a_chat_waits_for_its_own_updates_alone(api: BotApi) -> None:
    async with listening(api, {}) as bot:
        bot.pauses_seconds = [0.2]
        await api.put(message(ANNA, "one", "one"), message(ANNA, "two", "two"), message(BEN, "three", "three"))
        assert await api.wait(5)
        assert (bot.texts, bot.most_at_once) == (["one", "three", "two"], 2)


async def test_no_more_updates_come_at_once_than_were_asked_for_and_connections_are_kept(api: BotApi) -> None:
    async with listening(api, {"max_connections": 2}) as bot:
        bot.pauses_seconds = [0.02] * 6
        await api.put(*(message(chat, "one", "one") for chat in range(1, 7)))
        assert await api.wait(5)
        assert (bot.most_at_once, len(bot.connections)) == (2, 2)


async def test_a_timeout_is_delivered_again() -> None:
    async with started("--first-delay", "0.05", "--timeout", "0.3") as api, listening(api, {}) as bot:
        bot.pauses_seconds = [0.6]
        await api.put(message(ANNA, "one", "one"))
        assert await api.wait(5)
        assert (await api.report())["deliveries"] == {"timeout": 1, "delivered": 1}


async def test_several_targets_take_turns_and_one_that_is_down_is_passed_over_at_once(api: BotApi) -> None:
    down = f"http://127.0.0.1:{free_port()}/"
    async with listening(api, {}) as first, listening(api) as second:
        await api.targets(first.url, second.url, down)
        await api.put(*(message(chat, "one", "one") for chat in range(1, 31)))
        assert await api.wait(5)
        assert min(len(first.received), len(second.received)) >= 10
        assert len(first.received) + len(second.received) == 30
    assert (await api.report())["deliveries"] == {"delivered": 30}


@pytest.mark.parametrize(
    ("order", "avoided", "expected"),
    [("round_robin", None, ["ab", "ba", "ab"]), ("round_robin", "a", ["ba"] * 3), ("random", None, ["ba", "ba", "ab"])],
)
async def test_a_balancer_has_an_order_that_is_the_same_every_time(
    order: str, avoided: str | None, expected: list[str]
) -> None:
    targets = Targets(("a", "b"), order)
    assert ["".join(targets.choose("registered", avoided)) for _ in range(3)] == expected


async def test_while_every_target_is_down_updates_wait(api: BotApi) -> None:
    down = f"http://127.0.0.1:{free_port()}/"
    async with listening(api, {}) as bot:
        await api.targets(down, order="random")
        await api.put(message(ANNA, "one", "one"))
        assert not await api.wait(0.1)
        await api.targets(bot.url)
        assert await api.wait(5)
    assert (await api.report())["deliveries"]["refused"] >= 1


async def test_an_impatient_sender_delivers_to_another_while_the_first_is_at_work() -> None:
    async with started("--impatient", "0.3") as api, listening(api, {}) as other, listening(api) as slow:
        await api.targets(other.url, slow.url, order="random")  # the slow one is drawn twice
        slow.pauses_seconds = [0.6]
        await api.put(message(ANNA, "one", "one"))
        assert await api.wait(5)
        assert (slow.texts, other.texts) == (["one"], ["one"])
        await asyncio.sleep(0.4)
        report = await api.report()
    assert report["deliveries"] == {"abandoned": 1, "delivered": 1}
    assert [(commit["text"], commit["hidden"]) for commit in report["doubled"]] == [("one", False)]


async def test_without_order_a_chat_is_sent_everything_at_once() -> None:
    async with started("--unordered") as api, listening(api, {}) as bot:
        bot.pauses_seconds = [0.2]
        await api.put(message(ANNA, "one", "one"), message(ANNA, "two", "two"))
        assert await api.wait(5)
        assert bot.most_at_once == 2
        assert [entry["text"] for entry in (await api.report())["reordered"]] == ["one"]


async def test_updates_come_at_the_rate_that_was_asked_for(api: BotApi) -> None:
    async with listening(api, {}) as bot:
        await api.put(*(message(chat, "one", "one") for chat in range(1, 11)), per_second=50)
        await api.put(message(ANNA, "last", "last"))
        assert await api.wait(5)
        assert 0.17 < bot.received[-1][0] - bot.received[0][0] < 1
        assert bot.texts[-1] == "last"
    seconds = (await api.latencies())["since_due"]
    assert seconds["count"] == 11
    assert 0 < seconds["p50"] <= seconds["max"] < 1


async def test_only_kinds_that_are_allowed_come_and_what_waits_can_be_dropped(api: BotApi) -> None:
    async with listening(api, {"allowed_updates": ["message"]}):
        await api.put(press(ANNA, "help"))
    await api.put(message(ANNA, "one"))
    assert (await api.call("getWebhookInfo"))[1]["result"]["pending_update_count"] == 1
    await api.call("setWebhook", url="http://localhost:1/", allowed_updates=[], drop_pending_updates=True)
    assert (await api.call("getWebhookInfo"))[1]["result"] == {
        "url": "http://localhost:1/",
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 40,
    }
    report = await api.report()
    assert (report["updates"], report["withdrawn"], report["lost"], report["unanswered"]) == (2, 2, [], [])


async def test_what_is_dropped_is_not_delivered_again(api: BotApi) -> None:
    async with listening(api, {}) as bot:
        bot.statuses = [500]
        await api.put(message(ANNA, "one", "one"), message(ANNA, "two", "two"))
        assert not await api.wait(0.02)
        await api.call("setWebhook", url=bot.url, drop_pending_updates="true")
        assert await api.wait(1)
        await asyncio.sleep(0.1)
        assert bot.texts == ["one"]


async def test_a_delivery_under_way_does_not_count_after_a_reset(api: BotApi) -> None:
    async with listening(api, {}) as bot:
        bot.pauses_seconds = [0.1, 0.5]
        await api.put(message(ANNA, "one", "one"))
        assert not await api.wait(0.02)
        await api.reset()
        await asyncio.sleep(0.2)
        await api.put(message(ANNA, "two", "two"))
        assert not await api.wait(0.02, until="acknowledged")
        assert await api.wait(5, until="acknowledged")
    assert [commit["text"] for commit in (await api.report())["unexpected"]] == ["one"]


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org/", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "https://example.org/", "max_connections": "many"}, "max_connections must be an integer"),
    ],
)
async def test_a_webhook_that_telegram_would_refuse_is_refused(
    api: BotApi, fields: dict[str, str], description: str
) -> None:
    refusal = {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"}
    assert await api.call("setWebhook", **fields) == (400, refusal)
