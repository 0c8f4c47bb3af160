"""Calls that go wrong: which ones, how, and what the ledger says of it."""

import asyncio
from typing import Any

import pytest
from aiohttp import ClientSession, ClientTimeout, ServerDisconnectedError

from tests.bot_api.client import BotApi
from tests.bot_api.entries import Json
from tests.bot_api.faults import Faults

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANNA, BEN = 1, 2
CALLS = [("sendmessage", ANNA), ("sendmessage", BEN), ("getme", None), ("sendmessage", ANNA), ("sendmessage", ANNA)]
SLOW = {"fault": "slow"}


@pytest.mark.parametrize(
    ("rule", "hit"),
    [
        ({}, [0, 1, 2, 3, 4]),
        ({"method": "sendMessage"}, [0, 1, 3, 4]),
        ({"chat": ANNA}, [0, 3, 4]),
        ({"chat": BEN, "method": "getMe"}, []),
        ({"calls": [2, 5]}, [1, 4]),
        ({"calls": [2], "chat": ANNA}, [3]),
        ({"probability": 0}, []),
    ],
)
async def test_a_rule_chooses_calls(rule: Json, hit: list[int]) -> None:
    faults = Faults([SLOW | rule])
    assert [number for number, call in enumerate(CALLS) if faults.pick(*call)] == hit


async def test_chance_is_the_same_for_the_same_seed_and_about_as_often_as_asked() -> None:
    def hits(seed: int) -> list[bool]:
        faults = Faults([SLOW | {"probability": 0.3}], seed)
        return [bool(faults.pick("getme", None)) for _ in range(1000)]

    assert hits(1) == hits(1) != hits(2)
    assert 250 < sum(hits(1)) < 350


async def test_the_first_rule_that_hits_counts_and_the_others_count_on() -> None:
    faults = Faults([{"fault": "html", "calls": [1]}, SLOW | {"calls": [2]}])
    picked = [faults.pick("getme", None) for _ in range(3)]
    assert [rule and rule.fault for rule in picked] == ["html", "slow", None]


@pytest.mark.parametrize(
    ("rule", "words"),
    [({"fault": "fire"}, "no fault 'fire'"), ({}, "no fault None"), (SLOW | {"nth": 1}, "a rule has no nth")],
)
async def test_a_rule_that_says_nothing_is_refused(api: BotApi, rule: Json, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        await api.faults(rule)


async def call(api: BotApi, chat: int = ANNA, seconds: float = 5) -> tuple[int, str, bytes]:
    """Send a message. Returns the status, the content type and the body."""
    async with ClientSession(timeout=ClientTimeout(total=seconds)) as session:
        url = f"{api.url}/bot{api.token}/sendMessage"
        async with session.post(url, data={"chat_id": chat, "text": "hello"}) as response:
            return response.status, response.content_type, await response.read()


@pytest.mark.parametrize(
    ("fault", "status", "kind", "body"),
    [
        ("html", 502, "text/html", b"<html>"),
        ("unauthorized", 401, "application/json", b'{"ok": false, "error_code": 401, "description": "Unauthorized"}'),
        ("not_found", 404, "application/json", b'{"ok": false, "error_code": 404, "description": "Not Found"}'),
        ("blocked", 403, "application/json", b'{"ok": false, "error_code": 403, "description": "Forbidden: bot was b'),
        ("flood", 429, "application/json", b'{"ok": false, "error_code": 429, "description": "Too Many Requests: ret'),
    ],
)
async def test_a_refused_call_is_answered_so_and_commits_nothing(
    api: BotApi, fault: str, status: int, kind: str, body: bytes
) -> None:
    await api.faults({"fault": fault, "calls": [1]})
    answer = await call(api)
    assert (answer[:2], answer[2][: len(body)]) == ((status, kind), body)
    report = await api.report()
    assert (report["commits"], report["calls"], report["faults"]) == (
        0,
        {"sendMessage": 1},
        {"sendMessage": {fault: 1}},
    )


async def test_a_truncated_answer_is_a_commit_that_nobody_saw(api: BotApi) -> None:
    await api.faults({"fault": "truncated", "calls": [1]})
    status, _, body = await call(api)
    assert (status, body[:11], body[-1:] == b"}") == (200, b'{"ok":true,', False)
    assert (await call(api))[2].endswith(b"}}")
    report = await api.report()
    assert (report["commits"], report["hidden_commits"]) == (2, 1)


@pytest.mark.parametrize(("fault", "commits"), [("dropped_before", 0), ("dropped_after", 1)])
async def test_a_dropped_connection_says_nothing(api: BotApi, fault: str, commits: int) -> None:
    await api.faults({"fault": fault})
    with pytest.raises((ServerDisconnectedError, ConnectionResetError)):
        await call(api)
    report = await api.report()
    assert (report["commits"], report["hidden_commits"]) == (commits, commits)


@pytest.mark.parametrize(("patience_seconds", "hidden"), [(5.0, 0), (0.05, 1)])
async def test_a_slow_answer_is_hidden_from_whoever_does_not_wait_for_it(
    api: BotApi, patience_seconds: float, hidden: int
) -> None:
    await api.faults({"fault": "slow", "seconds": 0.15})
    began = asyncio.get_running_loop().time()
    if hidden:
        with pytest.raises(TimeoutError):
            await call(api, seconds=patience_seconds)
        await asyncio.sleep(0.2)
    else:
        await call(api, seconds=patience_seconds)
    assert asyncio.get_running_loop().time() - began >= 0.15
    report = await api.report()
    assert (report["commits"], report["hidden_commits"]) == (1, hidden)


async def test_a_flood_says_how_long_to_wait_and_whoever_does_not_is_written_down(api: BotApi) -> None:
    await api.faults({"fault": "flood", "calls": [1], "seconds": 0.2})
    assert b'"parameters": {"retry_after": 1}' in (await call(api))[2]
    assert [(await call(api, chat))[0] for chat in (ANNA, BEN)] == [429, 200]
    await asyncio.sleep(0.2)
    assert (await call(api))[0] == 200
    early: list[Any] = (await api.report())["too_early"]
    assert [(each["chat"], each["method"], 0 < each["seconds"] <= 0.2) for each in early] == [
        (ANNA, "sendMessage", True)
    ]


async def test_who_blocked_the_bot_is_not_to_be_written_to_again(api: BotApi) -> None:
    await api.faults({"fault": "blocked", "chat": ANNA, "calls": [1]})
    assert [(await call(api, chat))[0] for chat in (ANNA, BEN, ANNA)] == [403, 200, 403]
    assert (await api.report())["after_block"] == [{"chat": ANNA, "method": "sendMessage"}]
    await api.reset()
    assert (await call(api))[0] == 200


async def test_a_rule_does_not_change_the_chances_of_another() -> None:
    html, slow = {"fault": "html", "probability": 0.5, "method": "getMe"}, SLOW | {"probability": 0.5}
    alone, both = Faults([html], 3), Faults([html, slow], 3)
    for _ in range(50):
        rule = both.pick("getme", None)
        both.pick("sendmessage", ANNA)
        assert bool(alone.pick("getme", None)) == bool(rule and rule.fault == "html")
