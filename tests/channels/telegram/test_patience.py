"""What may pass is tried again, and never before flood control allows it."""

import asyncio
from typing import Any

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.patience import Patience, wait_of
from bot.channels.telegram.transport import NotSentError
from tests.fakes import Tally

SLOW = RetryAfter(0)
TOO_SLOW = RetryAfter(61)


async def attempt(errors: list[TelegramError], endpoint: str = "sendMessage") -> tuple[Any, int]:
    """Return what came of a request that fails with these errors first, and how many attempts it took."""
    attempts = 0

    async def request() -> bool:
        nonlocal attempts
        attempts += 1
        if attempts <= len(errors):
            raise errors[attempts - 1]
        return True

    patience = Patience(Tally(), pauses_seconds=(0, 0, 0))
    try:
        return await patience.process_request(request, (), {}, endpoint, {}, None), attempts
    except TelegramError as error:
        return error, attempts


@pytest.mark.parametrize(
    ("errors", "attempts"),
    [
        ([], 1),
        ([NotSentError("refused")] * 3, 4),
        ([SLOW], 2),
        ([SLOW, NotSentError("refused")], 3),
        ([TimedOut()], 2),  # perhaps it arrived: read twice is better than not at all
        ([NetworkError("reset"), TelegramError("an answer of no Bot API"), InvalidToken("once")], 4),
    ],
)
async def test_it_arrives_in_the_end(errors: list[TelegramError], attempts: int) -> None:
    assert await attempt(errors) == (True, attempts)


@pytest.mark.parametrize(
    ("errors", "attempts"),
    [
        ([NotSentError("refused")] * 4, 4),
        ([SLOW] * 4, 4),
        ([TOO_SLOW], 1),
        ([BadRequest("too long")], 1),
        ([TimedOut(), Forbidden("blocked")], 2),
        ([ChatMigrated(5)], 1),
    ],
)
async def test_it_is_given_up(errors: list[TelegramError], attempts: int) -> None:
    assert await attempt(errors) == (errors[-1], attempts)


async def test_connecting_has_a_patience_of_its_own() -> None:
    error = NotSentError("refused")
    assert await attempt([error], endpoint="getMe") == (error, 1)


async def test_waiting_can_be_cancelled() -> None:
    waiting = asyncio.create_task(attempt([RetryAfter(30)]))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_flood_control_holds_up_its_chat_and_no_other() -> None:
    times: dict[int, list[float]] = {1: [], 2: []}
    loop = asyncio.get_running_loop()
    patience = Patience(Tally(), pauses_seconds=(0,))

    async def send(chat_id: int) -> Any:
        async def call() -> bool:
            times[chat_id].append(loop.time())
            if chat_id == 1 and len(times[1]) == 1:
                raise RetryAfter(1)
            return True

        return await patience.process_request(call, (), {}, "sendMessage", {"chat_id": chat_id}, None)

    began = loop.time()
    await asyncio.gather(send(1), send(2))
    await send(1)
    assert times[2][0] - began < 0.5
    assert len(times[1]) == 3
    assert times[1][1] - times[1][0] >= 1


async def test_a_chat_that_is_closed_for_long_is_not_called_before_its_time() -> None:
    calls = 0
    patience = Patience(Tally(), pauses_seconds=(0, 0))

    async def call() -> bool:
        nonlocal calls
        calls += 1
        raise RetryAfter(100)

    for _ in range(2):
        with pytest.raises(RetryAfter) as refused:
            await patience.process_request(call, (), {}, "sendMessage", {"chat_id": 1}, None)
        assert 99 < wait_of(refused.value) < 101
    assert calls == 1
