"""Long polling: fetching updates until somebody says stop, and confirming those that were handled."""

import asyncio
import logging
from contextlib import suppress
from typing import Any

from telegram.error import Conflict, TelegramError

from bot.channels.telegram.intake import Intake
from bot.channels.telegram.kinds import UPDATE_KINDS
from bot.channels.telegram.link import Link, run_until
from bot.channels.telegram.window import Window

log = logging.getLogger(__name__)

POLL_SECONDS = 30
ANSWER_SECONDS = 10
CONFIRM_SECONDS = 1.2
CONFLICT_PAUSE_SECONDS = 0.1

# `getUpdates`, spelled so that the library hands out the JSON: its own method drops a whole batch for one odd update.
GET_UPDATES = "get__updates"


async def run_polling(intake: Intake, link: Link, stop: asyncio.Event, grace_seconds: float) -> None:
    """Connect and answer until ``stop`` is set, or it is cancelled; answers under way then have ``grace_seconds``.

    An API that is down is asked again after a pause, each longer than the last.
    Raises TelegramRefused when the token is wrong.
    """
    polling = Polling(intake, link)
    try:
        await run_until(stop, polling.run())
    finally:
        await polling.close(grace_seconds)


class Polling:
    """One connection to the Bot API, from its start to its end."""

    def __init__(self, intake: Intake, link: Link) -> None:
        self._intake = intake
        self._bot = intake.application.bot
        self._link = link
        self._window = Window(intake.handle)
        self._confirmed_offset: int | None = None

    async def run(self) -> None:
        """Connect, and then fetch and begin updates for ever. Raises TelegramRefused."""
        # Its updates are to come here; those that wait are kept.
        await self._link.open(lambda: self._bot.delete_webhook(drop_pending_updates=False))
        while True:
            for raw in await self._link.insist(self._fetch):
                self._window.begin(raw)
            await self._window.settle_down()

    async def close(self, grace_seconds: float) -> None:
        """End what is under way, tell Telegram which updates were handled, and close the connections."""
        await self._window.close(grace_seconds)
        await self._intake.finish(0)
        await self._confirm()
        await self._link.close()

    async def _fetch(self) -> list[dict[str, Any]]:
        """Return the next updates as JSON: read one by one later, so that an odd one does not hide the others.

        While some are under way, those come at once and again: whatever came meanwhile comes with them.
        """
        return await self._get_updates(POLL_SECONDS if self._window.is_empty else 0)

    async def _get_updates(self, timeout_seconds: int) -> list[dict[str, Any]]:
        offset = self._window.offset
        fields = {"timeout": timeout_seconds, "offset": offset, "allowed_updates": UPDATE_KINDS}
        updates = await self._bot.do_api_request(
            GET_UPDATES, api_kwargs=fields, read_timeout=timeout_seconds + ANSWER_SECONDS
        )
        if not isinstance(updates, list):
            raise TelegramError("the updates did not come as a list")
        self._confirmed_offset = offset
        return [raw for raw in updates if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]

    async def _confirm(self) -> None:
        """Tell Telegram which updates were handled, so that none is fetched again after a restart."""
        if self._window.offset == self._confirmed_offset:
            return
        with suppress(TimeoutError, TelegramError):
            async with asyncio.timeout(CONFIRM_SECONDS):
                await self._confirm_once_free()
                return
        log.warning("Telegram could not be told which updates were handled; the last ones may come again")

    async def _confirm_once_free(self) -> None:
        while True:
            try:
                await self._get_updates(timeout_seconds=0)
                return
            except Conflict:  # the long poll that was just given up has not ended yet
                await asyncio.sleep(CONFLICT_PAUSE_SECONDS)
