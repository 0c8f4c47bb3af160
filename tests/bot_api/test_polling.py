"""Long polling: what is handed out, when it is confirmed, and who is turned away."""

import asyncio
from typing import Any

import pytest

from tests.bot_api.client import BotApi
from tests.bot_api.updates import message, press

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANNA = 1
CONFLICT = {"ok": False, "error_code": 409}
OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
OTHER_WAY = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def poll(api: BotApi, **fields: Any) -> list[int]:
    """Return the ids of the updates handed out."""
    status, answer = await api.call("getUpdates", **fields)
    assert status == 200
    return [update["update_id"] for update in answer["result"]]


async def test_updates_are_handed_out_until_an_offset_confirms_them(api: BotApi) -> None:
    first, second, third = await api.put(*(message(ANNA, text, text) for text in ("one", "two", "three")))
    assert await poll(api) == await poll(api, offset=first) == [first, second, third]
    assert await poll(api, limit=1) == [first]
    assert (await api.report())["acknowledged"] == 0
    assert await poll(api, offset=second, timeout=5) == [second, third]
    report = await api.report()
    assert (report["acknowledged"], [entry["id"] for entry in report["lost"]]) == (1, [first])
    assert [(entry["id"], entry["order"]) for entry in report["unanswered"]] == [(second, 1), (third, 2)]
    assert await poll(api, offset=third + 1) == []
    assert not await api.wait(0.02)
    assert await api.wait(1, until="acknowledged")


async def test_a_negative_offset_counts_from_the_end_and_forgets_what_is_before(api: BotApi) -> None:
    ids = await api.put(*(message(ANNA, "?") for _ in range(3)))
    assert await poll(api, offset=-2) == ids[1:]
    assert await poll(api, offset=-9) == ids[1:]


async def test_a_poll_waits_for_an_update_and_no_longer(api: BotApi) -> None:
    began = asyncio.get_running_loop().time()
    waiting = asyncio.create_task(poll(api, timeout=20))
    await asyncio.sleep(0.05)
    ids = await api.put(message(ANNA, "?"))
    assert await waiting == ids
    assert asyncio.get_running_loop().time() - began < 2


async def test_a_poll_without_updates_ends_in_time(api: BotApi) -> None:
    began = asyncio.get_running_loop().time()
    assert await poll(api, timeout=1) == []
    assert 1 <= asyncio.get_running_loop().time() - began < 3


async def test_a_second_poll_ends_the_first(api: BotApi) -> None:
    waiting = asyncio.create_task(api.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    assert await poll(api) == []
    assert await waiting == (409, CONFLICT | {"description": OTHER_POLL})


async def test_a_webhook_ends_polling(api: BotApi) -> None:
    waiting = asyncio.create_task(api.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await api.call("setWebhook", url="http://127.0.0.1:1/")
    assert await waiting == (409, CONFLICT | {"description": "Conflict: terminated by setWebhook request"})
    assert await api.call("getUpdates") == (409, CONFLICT | {"description": OTHER_WAY})
    await api.call("deleteWebhook")
    assert await poll(api) == []


async def test_kinds_that_are_not_allowed_are_not_kept(api: BotApi) -> None:
    await poll(api, allowed_updates='["callback_query"]')
    _, pressed = await api.put(message(ANNA, "?"), press(ANNA, "now"))
    assert await poll(api) == [pressed]
    assert await poll(api, allowed_updates=[]) == [pressed]
    assert (await api.report())["withdrawn"] == 1


async def test_after_a_reset_nothing_old_counts_and_ids_go_on(api: BotApi) -> None:
    (old,) = await api.put(message(ANNA, "?"))
    await api.reset()
    (new,) = await api.put(message(ANNA, "?"))
    assert (new > old, await poll(api)) == (True, [new])
    assert (await api.report())["updates"] == 1
