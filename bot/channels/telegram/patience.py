"""What is done when Telegram asks the bot to slow down, or cannot be reached for a moment."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.channels.telegram.transport import NotSentError

LONGEST_WAIT_SECONDS = 60.0
PAUSES_SECONDS = (1.0, 2.0, 4.0)
# Asked while connecting, which has a patience of its own (see polling.py).
CONNECTING = frozenset({"getMe", "deleteWebhook"})

Json = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[..., Coroutine[Any, Any, Json]]


class Patience(BaseRateLimiter[None]):
    """Waits once for as long as flood control asks (at most a minute), and a few seconds where nothing was sent.

    What may have arrived is not sent again, so nobody reads a reply twice.
    https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
    """

    def __init__(self, pauses_seconds: tuple[float, ...] = PAUSES_SECONDS) -> None:
        self._pauses_seconds = pauses_seconds

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Call,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],  # noqa: ARG002 - the library names it
        rate_limit_args: None,  # noqa: ARG002 - the library names it
    ) -> Json:
        """Return what the request returned. Raises what its last attempt raised."""
        if endpoint in CONNECTING:
            return await callback(*args, **kwargs)
        try:
            return await self._send_once_connected(callback, args, kwargs)
        except RetryAfter as flood:
            wait_seconds = in_seconds(flood)
            if wait_seconds > LONGEST_WAIT_SECONDS:
                raise
        await asyncio.sleep(wait_seconds)
        return await self._send_once_connected(callback, args, kwargs)

    async def _send_once_connected(self, callback: Call, args: Any, kwargs: dict[str, Any]) -> Json:
        for pause_seconds in self._pauses_seconds:
            try:
                return await callback(*args, **kwargs)
            except NotSentError:
                await asyncio.sleep(pause_seconds)
        return await callback(*args, **kwargs)


def in_seconds(flood: RetryAfter) -> float:
    """Return for how many seconds flood control asks to wait."""
    wait = flood.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
