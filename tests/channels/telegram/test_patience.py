"""What surely did not arrive is sent again; what may have arrived is not."""

import asyncio
from typing import Any

import pytest
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from bot.channels.telegram.patience import Patience
from bot.channels.telegram.transport import NotSentError

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

    patience = Patience(pauses_seconds=(0, 0, 0))
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
    ],
)
async def test_it_arrives_in_the_end(errors: list[TelegramError], attempts: int) -> None:
    assert await attempt(errors) == (True, attempts)


@pytest.mark.parametrize(
    ("errors", "attempts"),
    [
        ([NotSentError("refused")] * 4, 4),
        ([SLOW, SLOW], 2),
        ([TOO_SLOW], 1),
        ([TimedOut()], 1),
        ([NetworkError("reset")], 1),
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
