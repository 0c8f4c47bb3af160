"""What is done when Telegram asks the bot to slow down, or does not answer as it should."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.channels.tally import TelegramTally
from bot.recent import Recent

LONGEST_WAIT_SECONDS = 60.0
# Flood control counts in whole seconds, and its clock is not ours.
MARGIN_SECONDS = 0.05
PAUSES_SECONDS = (0.25, 1.0, 2.0, 4.0)
# What writes to people. The rest is asked while connecting, which has a patience of its own (see link.py).
WRITING = frozenset({"sendMessage", "editMessageText", "answerCallbackQuery"})
MOST_CHATS = 10_000

Json = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[..., Coroutine[Any, Any, Json]]


class Patience(BaseRateLimiter[None]):
    """Calls again after a failure that may pass, and not before flood control allows it, which holds up one chat alone.

    A call whose answer was lost may have been obeyed. It is sent again all the same, for Telegram knows no key by which
    it could tell, and a reply read twice is better than none. ``pauses_seconds`` are those between the attempts.
    https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
    """

    def __init__(self, tally: TelegramTally, pauses_seconds: tuple[float, ...] = PAUSES_SECONDS) -> None:
        self._tally = tally
        self._pauses_seconds = pauses_seconds
        self._free_at_by_chat: Recent[object, float] = Recent(MOST_CHATS)

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
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 - the library names it
    ) -> Json:
        """Return what the call returned. Raises what its last attempt raised."""
        if endpoint not in WRITING:
            return await callback(*args, **kwargs)
        chat_id = data.get("chat_id")
        for pause_seconds in self._pauses_seconds:
            try:
                return await self._call(callback, args, kwargs, chat_id)
            except TelegramError as error:
                if not is_passing(error) or wait_of(error) > LONGEST_WAIT_SECONDS:
                    raise
                self._tally.count_reply_sent_again(kind_of(error))
            await asyncio.sleep(pause_seconds)
        return await self._call(callback, args, kwargs, chat_id)

    async def _call(self, callback: Call, args: Any, kwargs: dict[str, Any], chat_id: object) -> Json:
        """Call once, as soon as the chat is free. Raises RetryAfter at once where that takes too long."""
        now = asyncio.get_running_loop().time
        wait_seconds = (self._free_at_by_chat.get(chat_id) or 0.0) - now()
        if wait_seconds > LONGEST_WAIT_SECONDS:
            raise RetryAfter(timedelta(seconds=wait_seconds))
        if wait_seconds > 0:
            await asyncio.sleep(wait_seconds)
        try:
            return await callback(*args, **kwargs)
        except TelegramError as error:
            self._tally.count_error(kind_of(error))
            if chat_id is not None and wait_of(error):
                self._free_at_by_chat.put(chat_id, now() + wait_of(error) + MARGIN_SECONDS)
            raise


def is_passing(error: TelegramError) -> bool:
    """Return whether the same call may succeed later: all but a refusal of what it says or of the chat it goes to."""
    return not isinstance(error, BadRequest | Forbidden | ChatMigrated | Conflict)


def kind_of(error: Exception) -> str:
    """Return the name of an error's kind; all that Telegram does not cause are one."""
    return type(error).__name__ if isinstance(error, TelegramError) else "internal"


def wait_of(error: TelegramError) -> float:
    """Return for how many seconds flood control asks to wait; 0 where it is no such error."""
    if not isinstance(error, RetryAfter):
        return 0.0
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
