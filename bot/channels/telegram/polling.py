"""Long polling: fetching updates until somebody says stop."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

from telegram.error import Conflict, EndPointNotFound, InvalidToken, TelegramError

from bot.channels.telegram.application import TelegramApplication
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.outage import SHORTEST_PAUSE_SECONDS, Outage
from bot.channels.telegram.token import TelegramRefused

log = logging.getLogger(__name__)

# Named one by one: whatever else Telegram may send, the bot has no answer to it.
UPDATE_KINDS = ("message", "edited_message", "callback_query")
POLL_SECONDS = 30
ANSWER_SECONDS = 10
# Of the two seconds that a stop may take: for answers under way, and for telling Telegram what was taken.
GRACE_SECONDS = 1.2
CONFLICT_PAUSE_SECONDS = 0.1

# `getUpdates`, spelled so that the library hands out the JSON: its own method drops a whole batch for one odd update.
GET_UPDATES = "get__updates"

T = TypeVar("T")


async def run_polling(
    application: TelegramApplication, stop: asyncio.Event, shortest_pause_seconds: float = SHORTEST_PAUSE_SECONDS
) -> None:
    """Connect and answer until ``stop`` is set, which ends it within two seconds, or until it is cancelled.

    An API that is down is asked again after a pause, each longer than the last.
    Raises TelegramRefused when the token is wrong.
    """
    polling = Polling(application, Outage(shortest_pause_seconds))
    work = asyncio.create_task(polling.run())
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((work, stopped), return_when=asyncio.FIRST_COMPLETED)
    finally:
        work.cancel()
        stopped.cancel()
        await asyncio.wait((work, stopped))
        await polling.close()
    if not work.cancelled():
        work.result()


class Polling:
    """One connection to the Bot API, from its start to its end."""

    def __init__(self, application: TelegramApplication, outage: Outage) -> None:
        self._application = application
        self._intake = Intake(application)
        self._outage = outage
        self._menu: asyncio.Task[None] | None = None
        self._offset: int | None = None
        self._confirmed_offset: int | None = None

    async def run(self) -> None:
        """Connect, and then fetch and begin updates for ever. Raises TelegramRefused."""
        await self._insist(self._connect)
        log.info("Telegram: answering as @%s", self._application.bot.username)
        if self._application.post_init:
            self._menu = asyncio.create_task(self._application.post_init(self._application))
        while True:
            for raw in await self._insist(self._fetch):
                await self._intake.begin(raw)
                self._offset = raw["update_id"] + 1

    async def close(self) -> None:
        """End what is under way, tell Telegram which updates were taken, and close the connections."""
        if self._menu:
            self._menu.cancel()
        await asyncio.gather(self._intake.finish(GRACE_SECONDS), self._confirm())
        await self._application.shutdown()
        await self._application.bot.shutdown()  # closes what the application, never connected, left open

    async def _connect(self) -> None:
        """Ask who the bot is, and have its updates come here; those that wait are kept."""
        await self._application.initialize()
        await self._application.bot.delete_webhook(drop_pending_updates=False)

    async def _fetch(self, timeout_seconds: int = POLL_SECONDS) -> list[dict[str, Any]]:
        """Return the next updates as JSON: read one by one later, so that an odd one does not hide the others."""
        offset = self._offset
        fields = {"timeout": timeout_seconds, "offset": offset, "allowed_updates": UPDATE_KINDS}
        updates = await self._application.bot.do_api_request(
            GET_UPDATES, api_kwargs=fields, read_timeout=timeout_seconds + ANSWER_SECONDS
        )
        if not isinstance(updates, list):
            raise TelegramError("the updates did not come as a list")
        self._confirmed_offset = offset
        return [raw for raw in updates if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]

    async def _insist(self, action: Callable[[], Awaitable[T]]) -> T:
        """Return what an action returns, however often it has to be tried. Raises TelegramRefused."""
        while True:
            try:
                result = await action()
            except Exception as error:  # noqa: BLE001 - the outer rim: whatever the server says, it is asked again
                if _is_refusal(error):
                    raise TelegramRefused("the server does not know it") from None
                await asyncio.sleep(self._outage.goes_on(error))
            else:
                self._outage.is_over()
                return result

    async def _confirm(self) -> None:
        """Tell Telegram which updates were taken, so that none is answered again after a restart."""
        if self._offset == self._confirmed_offset:
            return
        with suppress(TimeoutError, TelegramError):
            async with asyncio.timeout(GRACE_SECONDS):
                await self._confirm_once_free()
                return
        log.warning("Telegram could not be told which updates were taken; the last ones may come again")

    async def _confirm_once_free(self) -> None:
        while True:
            try:
                await self._fetch(timeout_seconds=0)
                return
            except Conflict:  # the long poll that was just given up has not ended yet
                await asyncio.sleep(CONFLICT_PAUSE_SECONDS)


def _is_refusal(error: Exception) -> bool:
    """Return whether the token is wrong: while connecting, by a 401 or 404; later, a 404 is an outage like another."""
    if isinstance(error, EndPointNotFound):
        return "unauthorized" in str(error.__cause__).lower()
    return isinstance(error, InvalidToken)
